"""FollowTheMoney: entities as lines of JSON, for Aleph and its kin; facts only, nothing measured or attributed.

Schemata and properties are those of the published model. Its identifiers hold letters, digits, dots and hyphens only,
so ours are hashed; the original stands in `recordId` of a relation and, if it is an address, in `sourceUrl`.
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.exchange.export import Export
from graph.exchange.json_lines import write_lines
from schema.catalogue import TIE_TYPES
from schema.nodes import Committee, Department, Kommune, Node, Organisation, Person, Process
from schema.ties import Leads, MemberOf, TakesPart, Tie, WorksIn

Row = Mapping[str, Any]

SCHEMATA: Mapping[type[Node], str] = {
    Person: "Person",
    Organisation: "Organization",
    Kommune: "PublicBody",
    Department: "PublicBody",
    Committee: "PublicBody",
    Process: "Project",
}
RELATIONS: Mapping[type[Tie], tuple[str, str, str]] = {
    MemberOf: ("Membership", "member", "organization"),
    Leads: ("Directorship", "director", "organization"),
    WorksIn: ("Employment", "employee", "employer"),
    TakesPart: ("ProjectParticipant", "participant", "project"),
}
"""Tie types with a schema of their own, and the properties that hold the ends."""
OTHERS = ("UnknownLink", "subject", "object")
ATTRIBUTED = frozenset({"INTERESTED_IN"})
"""What others think of somebody is no fact."""


def write_ftm(export: Export, path: Path) -> None:
    """Write actors and projects, and the ties among them that somebody has recorded."""
    write_lines(path, _entities(export))


def _entities(export: Export) -> Iterator[dict[str, Any]]:
    names = {cls.__name__: schema for cls, schema in SCHEMATA.items()}
    told: set[str] = set()
    for name, row in export.nodes():
        if name in names:
            told.add(row["id"])
            yield _entity(row["id"], names[name], _project(row) if name == "Process" else _actor(row))
    for name, row in export.ties():
        if row["start"] in told and row["end"] in told and name not in ATTRIBUTED and not row.get("derived"):
            schema, start, end = RELATIONS.get(TIE_TYPES[name], OTHERS)
            ends = {start: key(row["start"]), end: key(row["end"])}
            yield _entity(row["id"], schema, ends | _tie(TIE_TYPES[name], row))


def _entity(id: str, schema: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    listed = {name: list(value) if isinstance(value, tuple) else [str(value)] for name, value in properties.items()}
    return {"id": key(id), "schema": schema, "properties": listed}


def key(id: str) -> str:
    """Make the identifier of an entity, the same for the same record in every export."""
    return f"fs-{hashlib.sha1(id.encode(), usedforsecurity=False).hexdigest()}"


def _set(**properties: Any) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value}


def _actor(row: Row) -> dict[str, Any]:
    return _set(
        name=row["name"],
        alias=row.get("short_name"),
        title=row.get("title"),
        position=tuple(row.get("functions") or ()),
        classification=row.get("kind"),
        registrationNumber=row.get("ags"),
        sourceUrl=_address(row["id"]),
        publisher=row["source"],
    )


def _project(row: Row) -> dict[str, Any]:
    return _set(
        name=row["name"],
        startDate=row.get("starts_on"),
        endDate=row.get("ends_on"),
        sourceUrl=_address(row["id"]),
        publisher=row["source"],
    )


def _tie(cls: type[Tie], row: Row) -> dict[str, Any]:
    return _set(
        role=row.get("role") or cls.label.de,
        startDate=row.get("valid_from"),
        endDate=row.get("valid_to"),
        recordId=row["id"],
        sourceUrl=_address(row["source"]),
    )


def _address(text: str) -> str | None:
    return text if text.startswith(("http://", "https://")) else None
