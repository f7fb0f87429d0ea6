"""The nodes and ties that come back from a query, as a part of the network."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from graph.network import Network
from schema.catalogue import NODE_TYPES, TIE_TYPES


def found_network(network: Network, rows: Iterable[tuple[Any, ...]]) -> Network:
    """Cut the network to the nodes and ties in the rows and to the ends of those ties.

    Where no tie came back, all ties among the nodes are kept. What the network does not have (a record written since)
    is left out.
    """
    nodes: set[str] = set()
    ties: set[str] = set()
    for value in _records(rows):
        if value["type"] in TIE_TYPES:
            ties.add(value["id"])
            nodes |= {str(value.get("start")), str(value.get("end"))}
        else:
            nodes.add(value["id"])
    kept = np.array([id in nodes for id in network.ids], dtype=np.bool_)
    chosen = np.array([row["id"] in ties for row in network.tie_rows], dtype=np.bool_)
    return network.keep(kept, chosen if ties else None)


def _records(value: Any) -> Iterator[dict[str, Any]]:
    """Find records at any depth: as values, within lists, paths and maps."""
    if is_record(value):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _records(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _records(item)


def is_record(value: Any) -> bool:
    """Say whether a value of a row is a node or a tie as the store gives them."""
    return (
        isinstance(value, dict)
        and isinstance(value.get("properties"), dict)
        and isinstance(value.get("id"), str)
        and isinstance(value.get("type"), str)
        and (value.get("type") in NODE_TYPES or value.get("type") in TIE_TYPES)
    )
