"""What an import is about to do, read from its change set before that is sealed.

So a preview is not a forecast: it shows the very records that stand in the change set, and taking the change set back
leaves nothing of it.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict

from graph.duplicates.suspects import Suspect, suspects
from schema.catalogue import NODE_TYPES, TIE_TYPES, features
from schema.record import ABOUT_THE_SOURCE
from schema.text import Text
from schema.validation import record_type

if TYPE_CHECKING:
    from graph.store.entries import Entry
    from graph.store.store import Store
    from graph.store.writing import ChangeSet

LISTED = 1_000
"""New records, and records that stood before, of which a preview gives this many each; the counts are of all."""
Fate = Literal["new", "changed", "ended"]


class FieldChange(BaseModel):
    """One field before and after."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    field: str
    label: Text
    before: Any
    after: Any


class Difference(BaseModel):
    """What becomes of one record."""

    model_config = ConfigDict(frozen=True)

    id: str
    type: str
    name: str
    """The name of a node; of a tie its ends."""
    fate: Fate
    fields: tuple[FieldChange, ...] = ()
    """Of a record that stood before: the fields that differ."""
    contradicts: str | None = None
    """The other source that said otherwise before; both statements stay in the history."""


class Preview(BaseModel):
    """The first records that are new, and the first that change or end."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    new: tuple[Difference, ...]
    standing: tuple[Difference, ...]
    suspects: tuple[Suspect, ...] = ()
    """New nodes that might be the same as one that stood before, or as another new one; where they were looked for."""


def previewed(change: "ChangeSet", source: str, store: "Store | None" = None) -> Preview:
    """Read from an open change set what it does, up to `LISTED` records of each sort.

    Duplicates are looked for among the new nodes listed, in the network of a store, where one is given.
    """
    new = change.first(LISTED, new=True) if change.tally.new else []
    stood = change.first(LISTED, new=False) if change.tally.changed or change.tally.ended else []
    sources = change.sources({entry.was for entry in stood if entry.was})
    return Preview(
        new=tuple(_difference(entry, "new") for entry in new),
        standing=tuple(_standing(entry, source, sources) for entry in stood),
        suspects=tuple(_suspects(new, store)) if store else (),
    )


def _suspects(new: "list[Entry]", store: "Store") -> list[Suspect]:
    nodes = [(entry.type, entry.after) for entry in new if entry.type in NODE_TYPES and entry.after]
    judged = {one.pair for one in store.judgements()}
    return suspects(store.network().changed(nodes), judged, {row["id"] for _, row in nodes}) if nodes else []


def _standing(entry: "Entry", source: str, sources: Mapping[int, str]) -> Difference:
    before, after = entry.before or {}, entry.after or {}
    other = sources.get(entry.was or 0, source)
    fields = tuple(_changes(entry.type, before, after))
    ended = after.get("valid_to") is not None and before.get("valid_to") is None
    said_otherwise = any(one.before is not None and one.field not in ABOUT_THE_SOURCE for one in fields)
    return _difference(
        entry, "ended" if ended else "changed", fields, other if other != source and said_otherwise else None
    )


def _changes(type: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[FieldChange]:
    for feature in features(record_type(type)):
        was, is_now = before.get(feature.name), after.get(feature.name)
        if was != is_now:
            yield FieldChange(field=feature.name, label=feature.label, before=was, after=is_now)


def _difference(
    entry: "Entry", fate: Fate, fields: tuple[FieldChange, ...] = (), contradicts: str | None = None
) -> Difference:
    row = entry.after or entry.before or {}
    name = f"{row.get('start')} → {row.get('end')}" if entry.type in TIE_TYPES else str(row.get("name", ""))
    return Difference(id=entry.record, type=entry.type, name=name, fate=fate, fields=fields, contradicts=contradicts)
