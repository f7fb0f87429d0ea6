"""The sheet of a planning round: what it is about, who takes part, and what was noted, decided and given to do."""

from collections.abc import Iterable
from datetime import date

import numpy as np
from pydantic import BaseModel, ConfigDict

from graph.network import Network
from graph.questions.answer import Ref
from graph.questions.naming import ref, refs
from graph.rounds.finding import rounds
from graph.rounds.notes import NoteRow, State, note_rows
from schema.ties import ACTORS, Concerns, TakesPart


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Tally(_Row):
    """How many tasks and decisions to carry out are open, overdue and done."""

    open: int
    overdue: int
    done: int

    @classmethod
    def of(cls, states: Iterable[State | None]) -> "Tally":
        """Count states; None counts nowhere."""
        told = list(states)
        return cls(open=told.count(State.OPEN), overdue=told.count(State.OVERDUE), done=told.count(State.DONE))


class Sheet(_Row):
    """A planning round as it stands on a day, for one reader."""

    round: Ref
    starts_on: date | None
    ends_on: date | None
    phase: str | None
    concerns: tuple[Ref, ...]
    """Its scope: the Sozialräume, target groups and Fachplanungen that it concerns or that take part in it."""
    participants: tuple[Ref, ...]
    """The actors who take part."""
    notes: tuple[NoteRow, ...]
    tally: Tally
    day: date
    """The day on which tasks are called open or overdue."""
    data_version: int


def sheet(network: Network, position: int, day: date) -> Sheet:
    """Tell of a round what a network, cut to what a reader may see, holds of it."""
    row = network.node_rows[position]
    notes = note_rows(network, position, day)
    taking = network.start[network.with_verb(TakesPart) & (network.end == position)]
    acting = network.of_type(*ACTORS)[taking]
    concerned = {int(network.end[j]) for j in network.ties_from(position, Concerns)}
    return Sheet(
        round=ref(network, position),
        starts_on=row.get("starts_on"),
        ends_on=row.get("ends_on"),
        phase=row.get("phase"),
        concerns=refs(network, concerned | {int(i) for i in taking[~acting]}),
        participants=refs(network, np.unique(taking[acting])),
        notes=notes,
        tally=Tally.of(note.state for note in notes),
        day=day,
        data_version=network.version,
    )


def sheets(network: Network, day: date) -> tuple[Sheet, ...]:
    """Tell of all rounds, the one that began last first."""
    found = [sheet(network, i, day) for i in rounds(network)]
    return tuple(sorted(found, key=lambda one: (one.starts_on or date.min, one.round.id), reverse=True))
