"""What follows from the declarations: look-up by name, fields, constraints, indexes and load queries."""

import types
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin

from schema.nodes import NODES, Node
from schema.record import Record
from schema.text import Text, verbatim
from schema.ties import TIES, Tie

RECORD_LABEL = "Record"
"""The label that every node carries beside its own, so that one constraint keeps all identifiers apart."""
FOLDED = "_folded"
"""The stored property by which texts are found: folded name, see `schema.folding`."""
DIGEST = "_digest"
"""The stored property that tells a changed record from an unchanged one."""

NODE_TYPES: Mapping[str, type[Node]] = types.MappingProxyType({node.__name__: node for node in NODES})
TIE_TYPES: Mapping[str, type[Tie]] = types.MappingProxyType({tie.verb: tie for tie in TIES})


@dataclass(frozen=True, slots=True)
class Feature:
    """One field of a type as its readers need it."""

    name: str
    label: Text
    value: type
    many: bool
    required: bool
    choices: tuple[str, ...] = ()


@cache
def features(record: type[Record]) -> tuple[Feature, ...]:
    """List the fields of a node or tie type in their order of declaration."""
    return tuple(_feature(name, info) for name, info in record.model_fields.items())


def _feature(name: str, info: Any) -> Feature:
    value, many = _plain(info.annotation)
    label = next((item for item in info.metadata if isinstance(item, Text)), verbatim(name))
    choices = tuple(item.value for item in value) if issubclass(value, StrEnum) else ()
    return Feature(name, label, value, many, info.is_required(), choices)


def _plain(annotation: Any) -> tuple[type, bool]:
    """Strip None, Annotated and tuple from an annotation; say whether it was a tuple."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _plain(next(arg for arg in inner if arg is not type(None)))
    if origin is tuple:
        return _plain(inner[0])[0], True
    if inner:
        return _plain(inner[0])
    return annotation, False


def type_name(record: Record | type[Record]) -> str:
    """Name the type of a record as it stands in the store: the label of a node, the type of a tie."""
    cls = record if isinstance(record, type) else type(record)
    return cls.verb if issubclass(cls, Tie) else cls.__name__


def date_fields(record: type[Record]) -> frozenset[str]:
    """Name the fields that hold dates."""
    return frozenset(item.name for item in features(record) if item.value is date)


def constraints() -> tuple[str, ...]:
    """Give the Cypher statements that keep identifiers unique, on nodes and on each tie type."""
    node = f"CREATE CONSTRAINT record_id IF NOT EXISTS FOR (n:{RECORD_LABEL}) REQUIRE n.id IS UNIQUE"
    ties = (
        f"CREATE CONSTRAINT {tie.verb.lower()}_id IF NOT EXISTS FOR ()-[r:{tie.verb}]-() REQUIRE r.id IS UNIQUE"
        for tie in TIES
    )
    return (node, *ties)


def indexes() -> tuple[str, ...]:
    """Give the Cypher statements for look-up by the official keys of each type that has any."""
    return tuple(
        f"CREATE INDEX {name.lower()}_{key} IF NOT EXISTS FOR (n:{name}) ON (n.{key})"
        for name, node in NODE_TYPES.items()
        for key in node.keys
    )


def load_nodes(name: str) -> str:
    """Give the statement that makes nodes of one type of the rows `$rows` of properties."""
    return f"UNWIND $rows AS row CREATE (n:{RECORD_LABEL}:{name}) SET n = row RETURN count(n) AS done"


def load_ties(verb: str) -> str:
    """Give the statement that makes ties of one type of the rows `$rows`, between nodes that are there."""
    return (
        f"UNWIND $rows AS row MATCH (a:{RECORD_LABEL} {{id: row.start}}) MATCH (b:{RECORD_LABEL} {{id: row.end}}) "
        f"CREATE (a)-[r:{verb}]->(b) SET r = row RETURN count(r) AS done"
    )
