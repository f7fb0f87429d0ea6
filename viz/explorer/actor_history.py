"""What was done to one record: each change with what it altered, field by field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.questions.written import moment
from schema.catalogue import features
from schema.text import Text
from schema.validation import record_type
from viz.explorer.actor_record import said

NEW, GONE, SAME = Text("angelegt", "added"), Text("entfernt", "removed"), Text("unverändert", "unchanged")
ALTERED = Text("{field}: {before} → {after}", "{field}: {before} → {after}")
NOTHING = Text("–", "–")


@dataclass(frozen=True, slots=True)
class Step:
    """One change: when, who, why, from what source, and what it did to the record."""

    at: str
    who: str
    why: Text
    source: str
    done: tuple[Text, ...]


def altered(type_name: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> tuple[Text, ...]:
    """Tell how a record stood before and after; None stands for not there."""
    if before is None or after is None:
        return (NEW if before is None else GONE,)
    found = [
        ALTERED.format(field=feature.label, before=_one(feature.name, before), after=_one(feature.name, after))
        for feature in features(record_type(type_name))
        if before.get(feature.name) != after.get(feature.name)
    ]
    return tuple(found) or (SAME,)


def _one(name: str, row: Mapping[str, Any]) -> Text:
    value = row.get(name)
    return NOTHING if value is None else said(name, value)


def steps(changes: Iterable[Any]) -> tuple[Step, ...]:
    """Tell the changes of one record, as the store's history gives them."""
    return tuple(
        Step(
            moment(change.at),
            change.who,
            change.why,
            change.source,
            tuple(said for entry in change.entries for said in altered(entry.type, entry.before, entry.after)),
        )
        for change in changes
    )
