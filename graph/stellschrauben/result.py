"""The result of a check as it is handed out: typed, in two languages, with its witnesses and what would change it."""

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from graph.questions.answer import Count, Ref
from graph.stellschrauben.status import STATUS_LABELS, SYMBOLS, Status
from schema.catalogue import type_name
from schema.record import Record
from schema.text import Text
from schema.validation import record_type


class Proposed(BaseModel):
    """A record that is proposed: its type and its fields, ready to be imported."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str
    fields: dict[str, Any]

    @classmethod
    def of(cls, record: Record) -> "Proposed":
        """Write down a record."""
        return cls(
            type=type_name(record), fields=record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        )

    def record(self) -> Record:
        """Read it as a record again."""
        return record_type(self.type).model_validate(self.fields)


class Proposal(BaseModel):
    """The smallest set of facts that would turn the status to met.

    `withheld`: it holds records about persons who may not be named here, so that no record is given.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Text
    entries: tuple[Proposed, ...]
    withheld: bool = False

    def records(self) -> tuple[Record, ...]:
        """Give the proposed nodes and ties, which say in their source that they are proposed."""
        return tuple(entry.record() for entry in self.entries)


class Result(BaseModel):
    """How one of the ten Stellschrauben stands.

    Two results with the same `number` are of the same demand and can be compared; `about` is whom it was looked at for.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int
    name: str
    title: Text
    demand: Text
    definition: Text
    source: Text
    status: Status
    sentence: Text
    about: Ref | None
    as_of: date | None
    """The day that was looked at: the one asked for, else the newest of which the records say to be."""
    day_note: Text | None
    """Which day that is, where none was asked for."""
    kommune: str | None
    scenario: str | None
    """The scenario in which it was looked at; None for the data as they are."""
    data_version: int
    denominator: tuple[Count, ...]
    """What was looked at, in numbers."""
    witnesses_for: tuple[str, ...]
    """Ids of nodes and ties that speak for it; at most 50."""
    witnesses_against: tuple[str, ...]
    """Ids of nodes and ties that speak against it, or of whom something is lacking; at most 50."""
    unknown: tuple[Text, ...]
    """Where the data are silent, and what to record."""
    proposal: Proposal | None
    """What would change it; None where it is met or not applicable, and where no day is known to date it."""

    @property
    def label(self) -> Text:
        """Give the status as a word."""
        return STATUS_LABELS[self.status]

    @property
    def symbol(self) -> str:
        """Give the status as a sign."""
        return SYMBOLS[self.status]
