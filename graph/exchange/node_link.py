"""The network as node-link JSON, which `networkx.node_link_graph` opens as a directed multigraph."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.exchange.export import Export, plain
from graph.exchange.json_lines import write_object


def write_node_link(export: Export, path: Path) -> None:
    """Write the same graph as `Network.to_networkx` gives, with dates as ISO and the provenance in `graph`."""
    head = {"directed": True, "multigraph": True, "graph": export.provenance.facts()}
    write_object(path, head, {"nodes": _nodes(export), "edges": _edges(export)})


def _nodes(export: Export) -> Iterator[dict[str, Any]]:
    for name, row in export.nodes():
        yield {field: plain(value) for field, value in row.items()} | {"type": name}


def _edges(export: Export) -> Iterator[dict[str, Any]]:
    for name, row in export.ties():
        ends = {"source": row["start"], "target": row["end"], "key": row["id"]}
        # NetworkX takes `source` for the start of the edge, so the record's own source needs another name.
        told = {"record_source" if field == "source" else field: plain(value) for field, value in row.items()}
        yield ends | told | {"type": name}
