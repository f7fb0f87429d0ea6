"""The columns of our tables, derived from the schema: one table per node and tie type, one column per field."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from schema.catalogue import Feature, features
from schema.errors import Oddity
from schema.folding import fold
from schema.record import Record
from schema.text import Text
from schema.ties import Tie, tie_id

REQUIRED = "*"
"""What a template puts behind the heading of a field that must not be empty."""
_MORE = re.compile(r"#\d+$")
_CONTROL = re.compile(r"[\x00-\x1f]+")
_PROVENANCE = frozenset(Record.model_fields) - {"id"}
DISTINCT = ("year", "held_on", "role", "valid_from")
"""The fields that tell parallel ties of one type between the same ends apart, where a row gives no identifier."""


@cache
def columns(record: type[Record]) -> tuple[Feature, ...]:
    """List the fields of a type in the order of its table: identifier, own fields, provenance and protection."""
    fields = features(record)
    return (
        *(f for f in fields if f.name == "id"),
        *(f for f in fields if f.name not in _PROVENANCE and f.name != "id"),
        *(f for f in fields if f.name in _PROVENANCE),
    )


@cache
def _by_heading(record: type[Record]) -> Mapping[str, Feature]:
    return {fold(heading): f for f in columns(record) for heading in (f.label.en, f.label.de, f.name)}


def recognised(record: type[Record], headings: Iterable[str]) -> tuple[Feature | None, ...]:
    """Find the field of each heading: its name or its label in either language, whatever the case; None for others.

    The mark of a required field is overlooked, and so is the number of a column that goes on where another ended.
    """
    known = _by_heading(record)
    return tuple(known.get(fold(_MORE.sub("", heading.strip().rstrip(REQUIRED)))) for heading in headings)


def further(heading: str, n: int) -> str:
    """Name the n-th column of a field whose values are too long for one cell; the first is called like the field."""
    return f"{heading}#{n}" if n > 1 else heading


def goes_on(heading: str) -> bool:
    """Say whether a column holds what is left of the cell before it."""
    return bool(_MORE.search(heading))


def heading_oddities(
    record: type[Record], headings: Iterable[str], found: Iterable[Feature | None], file: str, row: int = 1
) -> Iterable[Oddity]:
    """Report each column that is not read: no field of this type, or a field that stands there twice."""
    seen: set[str] = set()
    for number, (heading, feature) in enumerate(zip(headings, found, strict=True), start=1):
        if feature is None and heading.strip():
            message = Text(
                "Spalte {heading!r} ist kein Feld von {type} und wird nicht gelesen.",
                "Column {heading!r} is no field of {type} and is not read.",
            ).format(heading=heading, type=record.label)
            yield Oddity("unknown-column", message, file, f"{row}:{number}", heading)
        elif feature is not None and feature.name in seen and not goes_on(heading):
            message = Text(
                "Spalte {heading!r} steht mehrfach da; die erste gilt.",
                "Column {heading!r} stands there more than once; the first one counts.",
            ).format(heading=heading)
            yield Oddity("double-column", message, file, f"{row}:{number}", feature.name)
        if feature is not None:
            seen.add(feature.name)


def made_id(record: type[Tie], values: Mapping[str, Any]) -> str:
    """Make the identifier of a tie whose row gives none: type, ends, and what tells it from parallel ties."""
    told = (_CONTROL.sub(" ", str(values[name])) for name in DISTINCT if values.get(name))
    return tie_id(record.verb, str(values.get("start", "")), str(values.get("end", "")), *told)
