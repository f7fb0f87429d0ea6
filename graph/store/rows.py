"""How a record stands in the store: as a row of plain values, as one spelling of JSON, and as a digest of that.

A row holds the fields that are set, in their order of declaration, dates as `date` and lists as tuples, exactly as
`Record.properties()` gives them. Internal properties begin with `_`; none of them is ever part of a row.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from graph.network import Properties
from schema.catalogue import DIGEST, FOLDED, NODE_TYPES, RECORD_LABEL, date_fields, features
from schema.folding import fold
from schema.nodes import Node
from schema.record import Record
from schema.ties import Tie
from schema.validation import record_type

Row = dict[str, Any]

MARK = "_change"
"""The stored property that names the change set which wrote a record last."""
_SEARCHED = ("name", "short_name", "number", "ags", "title")


@cache
def fields(type_name: str) -> tuple[str, ...]:
    """Name the fields of a node or tie type in their order of declaration."""
    return tuple(feature.name for feature in features(record_type(type_name)))


@cache
def _dates(type_name: str) -> frozenset[str]:
    return date_fields(record_type(type_name))


def is_node(type_name: str) -> bool:
    """Tell node types from tie types."""
    return type_name in NODE_TYPES


def node_type(labels: list[str]) -> str:
    """Find a node's own type among its labels, in whatever order a server gives them."""
    return next(label for label in labels if label != RECORD_LABEL)


def row_of(record: Record) -> Row:
    """Make the row of a record."""
    return record.properties()


def record_of(type_name: str, row: Properties) -> Node | Tie:
    """Make the record of a row."""
    found: Node | Tie = record_type(type_name).model_validate(row)
    return found


def read_row(type_name: str, stored: Mapping[str, Any]) -> Row:
    """Make a row of stored properties: internal ones left out, the server's dates and lists made Python's."""
    row = {name: stored[name] for name in fields(type_name) if name in stored}
    for name in _dates_and_lists(type_name) & row.keys():
        row[name] = _plain(row[name])
    return row


@cache
def _dates_and_lists(type_name: str) -> frozenset[str]:
    return _dates(type_name) | {feature.name for feature in features(record_type(type_name)) if feature.many}


def _plain(value: Any) -> Any:
    if hasattr(value, "to_native"):
        return value.to_native()
    return tuple(value) if isinstance(value, list) else value


def canonical(row: Properties) -> str:
    """Spell a row as JSON: equal rows give equal texts.

    >>> canonical({"name": "Ä", "id": "1", "valid_from": date(2020, 1, 2)})
    '{"id":"1","name":"Ä","valid_from":"2020-01-02"}'
    """
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat)


def parse(type_name: str, text: str) -> Row:
    """Read a row from its canonical JSON."""
    found, dates = json.loads(text), _dates(type_name)
    return {
        name: date.fromisoformat(found[name]) if name in dates else _plain(found[name])
        for name in fields(type_name)
        if name in found
    }


def digest(type_name: str, text: str) -> str:
    """Give the fingerprint of a record: its type and its row as canonical JSON."""
    return hashlib.sha256(f"{type_name}\n{text}".encode()).hexdigest()[:32]


def folded(row: Properties) -> str:
    """Give the text in which a node is found: name, short name, number, key and title, folded."""
    return fold(" ".join(str(row[name]) for name in _SEARCHED if row.get(name)))


def stored(type_name: str, row: Properties, text: str, mark: int) -> dict[str, Any]:
    """Make the stored properties of a row; `text` is its canonical JSON, `mark` the change set that writes it."""
    internal = {DIGEST: digest(type_name, text), MARK: mark}
    return {**row, **internal, FOLDED: folded(row)} if is_node(type_name) else {**row, **internal}
