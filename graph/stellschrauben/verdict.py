"""What the function of a check gives back, before it is made into a result."""

from dataclasses import dataclass

from graph.questions.answer import Count
from graph.stellschrauben.status import Status
from schema.record import Record
from schema.text import Text


@dataclass(frozen=True, slots=True)
class Change:
    """What would turn a check to met: said in a sentence, and as records to be added."""

    text: Text
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a check came out; `speaking_for` and `against` hold ids of nodes and ties, `about` that of a node."""

    status: Status
    sentence: Text
    about: str | None = None
    denominator: tuple[Count, ...] = ()
    speaking_for: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    unknown: tuple[Text, ...] = ()
    change: Change | None = None
