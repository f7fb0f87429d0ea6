"""JSON-LD: every record with all its fields, and what W3C ORG and schema.org have words for said in these too.

`graph.intake.exports.json_ld` reads it. Keys without a colon are fields of ours, keys with one are there for others.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from graph.exchange.export import Export, plain
from graph.exchange.json_lines import write_object
from graph.exchange.vocabulary import CLASSES, THING, TIE, context, property_of
from schema.catalogue import NODE_TYPES, TIE_TYPES
from schema.nodes import NODES, Node
from schema.ties import MemberOf, Tie

GRAPH = "@graph"
ABOUT = "fs:Export"
"""The type of the one entry that is no record but says where the records come from."""
_WEB = re.compile(r"https?://[A-Za-z0-9][^\s<>\"{}|\\^`\[\]\x00-\x20\x7f-\x9f]*")


def write_json_ld(export: Export, path: Path) -> None:
    """Write the export as one JSON-LD document that needs nothing from anywhere."""
    write_object(path, {"@context": context()}, {GRAPH: _items(export)})


def _items(export: Export) -> Iterator[Mapping[str, Any]]:
    # In the graph: beside it, the identifier would make it a named graph, which many tools do not look into.
    facts = {f"fs:{name}": value for name, value in export.provenance.facts().items()}
    yield {"@id": "urn:fahrstuhl:export", "@type": [ABOUT], **facts}
    for name, row in export.nodes():
        yield _node(name, row)
    starts = export.network.node_type[export.network.start].tolist()
    for start, (name, row) in zip(starts, export.ties(), strict=True):
        yield _tie(name, row, NODES[start])


def _node(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    types = [name, *CLASSES.get(NODE_TYPES[name], ())]
    return {"@id": iri(row["id"]), "@type": types, **_fields(row), "skos:prefLabel": row["name"]}


def _tie(name: str, row: Mapping[str, Any], start: type[Node]) -> dict[str, Any]:
    cls: type[Tie] = TIE_TYPES[name]
    a, b = iri(row["start"]), iri(row["end"])
    same = property_of(cls, start)
    told: dict[str, Any] = {"@id": iri(row["id"], TIE), "@type": [name], **_fields(row)}
    told |= {"fs:from": {"@id": a, same: {"@id": b}} if same else {"@id": a}, "fs:to": {"@id": b}}
    if cls is MemberOf:
        told["@type"].append("org:Membership")
        told |= {"org:member": {"@id": a}, "org:organization": {"@id": b}}
    return told


def _fields(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in row.items()}


def iri(id: str, ours: str = THING) -> str:
    """Make the web identifier of a record: its own where it is a web address, else ours, percent-encoded."""
    return id if _WEB.fullmatch(id) else ours + quote(id, safe="")
