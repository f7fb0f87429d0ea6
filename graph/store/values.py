"""What a free query gives back: rows of plain values that JSON can carry, the same from both servers."""

import base64
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point

from schema.catalogue import RECORD_LABEL


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a query, in the order in which the server gave it.

    `columns` are the names after RETURN; each row has one plain value per column: None, bool, int, float, str, list or
    dict. A node is a dict of id, type and properties; a tie has start and end besides; a path is the list of its nodes
    and ties. Dates and times are ISO 8601 text. `truncated` says that there were more rows than the limit allowed.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool
    seconds: float

    def as_dicts(self) -> list[dict[str, Any]]:
        """Give each row as a dict by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def plain(value: Any) -> Any:
    """Make a value of the driver plain.

    >>> plain({"_digest": "f00", "name": "Jugendamt", "share": float("nan")})
    {'name': 'Jugendamt', 'share': 'NaN'}
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else _not_finite(value)
    if isinstance(value, Node):
        return _node(value)
    if isinstance(value, Relationship):
        return _tie(value)
    if isinstance(value, Path):
        return _path(value)
    if isinstance(value, Mapping):
        return _public(value.items())
    if isinstance(value, bytes | bytearray):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, Point):
        return {"srid": value.srid, "coordinates": list(value)}
    if isinstance(value, Iterable) and not hasattr(value, "iso_format"):
        return [plain(item) for item in value]
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def weight(row: tuple[Any, ...]) -> int:
    """Give the size of a row in bytes, as JSON."""
    return len(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace"))


def _public(items: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Leave out what is internal, and sort: the servers keep properties in different orders."""
    return {name: plain(value) for name, value in sorted(items) if not name.startswith("_")}


def _node(node: Node) -> dict[str, Any]:
    own = sorted(label for label in node.labels if label != RECORD_LABEL)
    return {"id": node.get("id"), "type": own[0] if own else RECORD_LABEL, "properties": _public(node.items())}


def _tie(tie: Relationship) -> dict[str, Any]:
    """A tie says itself between what it runs; its ends may be bare numbers on the wire."""
    known = {"id": tie.get("id"), "type": tie.type, "start": tie.get("start"), "end": tie.get("end")}
    return {**known, "properties": _public(tie.items())}


def _path(path: Path) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = [_node(path.nodes[0])]
    for tie, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [_tie(tie), _node(node)]
    return steps


def _not_finite(value: float) -> str:
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
