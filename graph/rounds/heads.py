"""The heads of frozen states as they are told, and what makes two of them hard to compare."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel, ConfigDict

from graph.store.frozen import Frozen
from schema.record import VISIBILITY_LABELS, Visibility
from schema.text import Text

_OTHER_RIGHTS = Text(
    "Die Stände wurden mit verschiedenen Rechten erfragt ({before}; {after}); Unterschiede können daher rühren.",
    "The states were asked with different rights ({before}; {after}); differences may come from that.",
)
_OTHER_PART = Text(
    "Die Stände wurden für verschiedene Ausschnitte erfragt ({before}; {after}); Unterschiede können daher rühren.",
    "The states were asked of different parts ({before}; {after}); differences may come from that.",
)
_OTHER_PROGRAM = Text(
    "Die Stände haben verschiedene Versionen des Programms erfragt ({before}; {after}); Unterschiede können daher "
    "rühren.",
    "The states were asked by different versions of the program ({before}; {after}); differences may come from that.",
)
_OTHER_ROUND = Text(
    "Verglichen werden zwei Planungsrunden; Fragen zu einem Gegenstand wurden je zur eigenen Runde gestellt.",
    "Two planning rounds are compared; questions about a matter were asked about the own round of each.",
)
_PERSONS = {True: Text("mit Personen", "with persons"), False: Text("ohne Personen", "without persons")}
_NO_DAY = Text("ohne Stichtag", "of no day")
_ALL = Text("alle Kommunen", "all Kommunen")
_PAIR = Text("{one}, {other}", "{one}, {other}")


class Head(BaseModel):
    """What is known of a frozen state: the round and number, when, by whom, and how it was asked."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    round: str
    name: str
    """What the round was called then."""
    number: int
    frozen_on: date
    who: str
    remark: str
    data_version: int
    program: str
    """The version of the program that answered."""
    day: date | None
    """As of which day it was asked."""
    kommune: str | None
    visibility: Visibility
    persons: bool

    @classmethod
    def of(cls, frozen: Frozen) -> "Head":
        """Tell of a frozen state."""
        told = {name: getattr(frozen, name) for name in cls.model_fields if name != "frozen_on"}
        return cls(**told, frozen_on=date.fromisoformat(frozen.at[:10]))


def asked_otherwise(before: Frozen, after: Frozen) -> Iterator[Text]:
    """Say in which ways two states were asked differently."""
    if before.round != after.round:
        yield _OTHER_ROUND
    for text, told in ((_OTHER_RIGHTS, _rights), (_OTHER_PART, _part)):
        if told(before) != told(after):
            yield text.format(before=told(before), after=told(after))
    if before.program != after.program:
        yield _OTHER_PROGRAM.format(before=before.program, after=after.program)


def _rights(head: Frozen) -> Text:
    return _PAIR.format(one=VISIBILITY_LABELS[head.visibility], other=_PERSONS[head.persons])


def _part(head: Frozen) -> Text:
    # A later day is what progress is about; only whether one was chosen matters.
    dated = Text("mit Stichtag", "of a day") if head.day else _NO_DAY
    return _PAIR.format(one=head.kommune or _ALL, other=dated)
