"""What a change set is, for those who read the history."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from graph.store.entries import Entry
from schema.text import Text

Kind = Literal["import", "command", "undo", "redo"]


@dataclass(slots=True)
class Tally:
    """How many records a change set found new, changed, as they were, ended and (undone) taken away."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    ended: int = 0
    removed: int = 0

    def add(self, other: "Tally") -> None:
        """Add another count to this one."""
        self.new += other.new
        self.changed += other.changed
        self.unchanged += other.unchanged
        self.ended += other.ended
        self.removed += other.removed


@dataclass(frozen=True, slots=True)
class Change:
    """A sealed change set: who, when, why, from what; `entries` where one record's history is asked for.

    `id` counts the change sets from 1 on and is the data version that the change set made. `of` names the change set
    that was undone or redone; `undone_by` the one that undid this.
    """

    id: str
    at: str
    who: str
    why: Text
    source: str
    kind: Kind
    tally: Tally
    of: str | None = None
    undone_by: str | None = None
    entries: tuple[Entry, ...] = ()


def facts(why: Text | str, source: str, who: str, kind: Kind, of: int | None = None) -> dict[str, Any]:
    """Give what is known of a change set when it is begun, as it is stored."""
    de, en = (why.de, why.en) if isinstance(why, Text) else (why, why)
    return {"why": de, "why_en": en, "source": source, "who": who, "kind": kind, "of": of}


def change_of(stored: Mapping[str, Any], entries: tuple[Entry, ...] = ()) -> Change:
    """Make a change set of what is stored."""
    return Change(
        id=str(stored["id"]),
        at=stored["at"],
        who=stored["who"],
        why=Text(stored["why"], stored["why_en"]),
        source=stored["source"],
        kind=stored["kind"],
        tally=Tally(**{name: stored.get(name, 0) for name in asdict(Tally())}),
        of=_text(stored.get("of")),
        undone_by=_text(stored.get("undone_by")),
        entries=entries,
    )


def _text(id: int | None) -> str | None:
    return None if id is None else str(id)
