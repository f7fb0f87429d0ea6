"""The whole network of one data version, read type by type into plain rows."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from graph.network import Network
from graph.store import statements
from graph.store.connection import Transaction
from graph.store.rows import Row, fields, is_node
from graph.store.view import Typed, earlier
from schema.catalogue import NODE_TYPES, TIE_TYPES, features
from schema.validation import record_type


def network(run: Transaction, head: int) -> Network:
    """Read all that stood at a data version."""
    nodes: dict[str, Typed] = {}
    ties: dict[str, Typed] = {}
    for label in NODE_TYPES:
        nodes.update(_read(run, label, statements.all_nodes(label), head))
    for verb in TIE_TYPES:
        ties.update(_read(run, verb, statements.all_ties(verb), head))
    for id, typed in earlier(run, head).items():
        (nodes if is_node(typed[0]) else ties)[id] = typed
    return Network.of_rows(nodes.values(), ties.values(), head)


def _read(run: Transaction, type: str, statement: str, head: int) -> Iterator[tuple[str, Typed]]:
    names, native = fields(type), _to_be_converted(type)
    for values in run.stream(statement, head=head):
        row: Row = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        for name in native & row.keys():
            value: Any = row[name]
            row[name] = tuple(value) if isinstance(value, list) else value.to_native()
        yield row["id"], (type, row)


def _to_be_converted(type: str) -> frozenset[str]:
    """Name the fields whose values the driver gives in types of its own."""
    return frozenset(f.name for f in features(record_type(type)) if f.many or f.value is date)
