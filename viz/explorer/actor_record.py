"""One node in words: what is recorded of it, where that comes from, and its ties."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.network import Network, Properties
from schema.catalogue import features
from schema.levels import LEVEL_LABELS, Level
from schema.record import VISIBILITY_LABELS, Record, Visibility
from schema.text import Text, verbatim
from schema.ties import CONTACT_LABELS, TIES, ContactKind, Tie
from viz.explorer.table import typed
from viz.page_words import DERIVED, NO, YES

COMMON = frozenset(Record.model_fields)
"""Fields that every record has: they tell of the record rather than of the thing."""
HEAD = frozenset({"id", "name", "kind", "level"})
ENDS = frozenset({"start", "end", "derived"})
RECORDED = Text("erfasst", "recorded")


@dataclass(frozen=True, slots=True)
class Fact:
    """A field that is set, with its heading."""

    label: Text
    said: Text


@dataclass(frozen=True, slots=True)
class TieTo:
    """A tie of the node, seen from it; `other` is the id of the other end."""

    id: str
    other: str
    name: str
    type: Text
    since: str
    until: str
    details: tuple[Fact, ...]
    source: str
    confidence: float


@dataclass(frozen=True, slots=True)
class TieGroup:
    """The ties of one type in one direction; `outward` when they start at the node."""

    label: Text
    verb: str
    outward: bool
    symmetric: bool
    ties: tuple[TieTo, ...]


def facts(cls: type[Record], row: Properties) -> list[Fact]:
    """Tell what is recorded of the thing itself."""
    return list(_told(cls, row, lambda name: name not in COMMON | HEAD | ENDS))


def provenance(cls: type[Record], row: Properties) -> list[Fact]:
    """Tell where a record comes from, since when it holds, who may read it, and under which id it stands."""
    return list(_told(cls, {"visibility": Visibility.PUBLIC, "confidence": 1.0, **row}, lambda name: name in COMMON))


def _told(cls: type[Record], row: Properties, wanted: Any) -> Iterator[Fact]:
    for feature in features(cls):
        value = row.get(feature.name)
        if wanted(feature.name) and value not in (None, (), "", False):
            yield Fact(feature.label, said(feature.name, value))


def said(name: str, value: Any) -> Text:
    """Write the value of a field; a geometry only says that there is one."""
    if name == "visibility":
        return VISIBILITY_LABELS[Visibility(value)]
    if name == "level":
        return LEVEL_LABELS[Level(value)]
    if name == "contact_kind":
        return CONTACT_LABELS[ContactKind(value)]
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, dict) or name == "geometry":
        return RECORDED
    if isinstance(value, float):
        written = f"{value:.3f}".rstrip("0").rstrip(".")
        return Text(written.replace(".", ","), written)
    return verbatim(", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value))


def tie_groups(network: Network, i: int) -> list[TieGroup]:
    """Give the ties of a node by type and direction, in the order of the schema."""
    found = []
    for code, cls in enumerate(TIES):
        of_type = network.tie_type == code
        for outward, near in ((True, network.start), (False, network.end)):
            ties = np.flatnonzero(of_type & (near == i))
            if len(ties):
                rows = tuple(_tie(network, int(j), outward) for j in ties)
                found.append(TieGroup(cls.label, cls.verb, outward, cls.symmetric, rows))
    return found


def _tie(network: Network, j: int, outward: bool) -> TieTo:
    cls: type[Tie] = TIES[network.tie_type[j]]
    row = network.tie_rows[j]
    other = int(network.end[j] if outward else network.start[j])
    details = [Fact(DERIVED, YES)] if row.get("derived") else []
    return TieTo(
        str(row["id"]),
        network.ids[other],
        network.name(other),
        typed(network, other),
        str(row.get("valid_from") or ""),
        str(row.get("valid_to") or ""),
        (*details, *facts(cls, row)),
        str(row["source"]),
        float(row.get("confidence", 1.0)),
    )
