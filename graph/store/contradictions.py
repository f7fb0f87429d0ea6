"""Where sources said otherwise of the same record: both statements, from the history that keeps them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.store import entries, statements
from graph.store.connection import Connection
from graph.store.entries import Entry
from schema.record import ABOUT_THE_SOURCE

MOST = 100_000
"""Changed records of one import that are looked through."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source said of a field, and by which change set."""

    source: str
    value: Any
    change: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One field of one record on which a later source said otherwise than an earlier one; the later one stands."""

    record: str
    type: str
    field: str
    earlier: Statement
    later: Statement


def differing(entry: Entry) -> tuple[str, ...]:
    """Name the fields that said something before and say something else now, but for those about the source."""
    before, after = entry.before or {}, entry.after or {}
    return tuple(name for name, value in before.items() if name not in ABOUT_THE_SOURCE and after.get(name) != value)


def contradictions(connection: Connection) -> Iterator[Contradiction]:
    """Give every contradiction between imports in force, in the order in which they came in.

    What a source said again later without a change leaves no trace, so a contradiction that has ended may be among
    them; what a person changed by hand is none.
    """
    imports = {row["id"]: row["source"] for row in connection.read(lambda run: run(statements.IMPORTS))}
    for change, source in sorted(imports.items()):
        for entry in connection.read(lambda run, change=change: entries.first(run, change, MOST, new=False)):  # type: ignore[misc]
            was = entry.was or 0
            if imports.get(was, source) != source:
                yield from _between(entry, (imports[was], was), (source, change))


def _between(entry: Entry, earlier: tuple[str, int], later: tuple[str, int]) -> Iterator[Contradiction]:
    for name in differing(entry):
        sides = zip((earlier, later), (entry.before or {}, entry.after or {}), strict=True)
        said = [Statement(source, row.get(name), change) for (source, change), row in sides]
        yield Contradiction(entry.record, entry.type, name, *said)
