"""Planning rounds: what they are about, what was noted, decided and given to do; written by the holder of the token."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from api.entries import Entry, written
from api.openapi import EVERYWHERE, NOT_FOUND, READING, STORE_AWAY, problems
from api.options import Options, ReadOptions
from api.paths import NodeId
from api.rights import ALL_RIGHTS_NEEDED, SightDep, StoreDep, all_rights
from api.routes.changes import BAD_FIELDS, DOES_NOT_FIT, FIXED_ID
from graph.network import Network
from graph.questions.answer import Ref
from graph.questions.scope import Scope
from graph.rounds.finding import round_of
from graph.rounds.notes import STATE_LABELS, NoteRow, State
from graph.rounds.sheet import Sheet, Tally, sheet, sheets
from graph.rounds.writing import Beginning, Noted, begin, finish, write_down
from graph.store.store import Store
from schema.record import Identifier, Name, Visibility, Words
from schema.text import Text

router = APIRouter(tags=["rounds"])
_WRITERS = APIRouter(prefix="/rounds", dependencies=[Depends(all_rights)])

Named = Annotated[tuple[Name, ...], Field(max_length=200)]
"""Nodes, each by its id or, where only one is called so, by its name."""


class RoundList(Entry):
    """All planning rounds, the one that began last first."""

    rounds: tuple[Sheet, ...]


class NewRound(Entry):
    """A planning round to begin."""

    name: Name
    starts_on: date | None = None
    ends_on: date | None = None
    phase: Words | None = None
    concerns: Named = ()
    """The Sozialräume, target groups and Fachplanungen that it is about."""
    participants: Named = ()


class NewNote(Entry):
    """A note, a decision or a task to write down."""

    kind: Literal["Notiz", "Entscheidung", "Aufgabe"]
    name: Name
    text: Words | None = None
    noted_on: date | None = None
    """Today where it does not say."""
    due_on: date | None = None
    about: Named = ()
    """Actors and Sozialräume that it concerns beside its round."""
    assigned: Named = ()
    """The actors who have the task."""
    visibility: Visibility = Visibility.INTERNAL


class Doing(Entry):
    """Which task is done, and since when."""

    note: Identifier
    on: date | None = None
    """Today where it does not say."""


_TASK = NoteRow(
    sort=Text("Aufgabe", "task"),
    name="Zahlen für Nord zusammenstellen",
    noted_on=date(2026, 2, 12),
    assigned=(Ref(id="amt-51", name="Jugendamt", type="Department"),),
    due_on=date(2026, 4, 30),
    done_on=None,
    state=State.OPEN,
    label=STATE_LABELS[State.OPEN],
    about=(),
    id="note/zahlen-fuer-nord-zusammenstellen",
    text=None,
)
_EXAMPLE = Sheet(
    round=Ref(id="process/runde-2026", name="Runde 2026", type="Process"),
    starts_on=date(2026, 1, 15),
    ends_on=None,
    phase="Bestandsaufnahme",
    concerns=(Ref(id="sr-nord", name="Nord", type="Sozialraum"),),
    participants=(Ref(id="amt-51", name="Jugendamt", type="Department"),),
    notes=(_TASK,),
    tally=Tally(open=1, overdue=0, done=0),
    day=date(2026, 3, 31),
    data_version=17,
)
EXAMPLES: dict[str, Callable[[], BaseModel]] = {
    "list_rounds": lambda: RoundList(rounds=(_EXAMPLE,)),
    **dict.fromkeys(("get_round", "begin_round", "note_in_round", "finish_in_round"), lambda: _EXAMPLE),
}
_WRITING = problems(*EVERYWHERE, ALL_RIGHTS_NEEDED, NOT_FOUND, STORE_AWAY, DOES_NOT_FIT, BAD_FIELDS, FIXED_ID)
AnyOptions = Annotated[Options, Query()]


@router.get(
    "/rounds",
    operation_id="list_rounds",
    response_model=RoundList,
    summary="All planning rounds",
    responses=problems(*READING),
)
def list_rounds(options: Annotated[ReadOptions, Query()], sight: SightDep) -> Response:
    """List the planning rounds; tasks are told as they stand on the day asked for, or today."""
    return written(RoundList(rounds=sheets(sight.network(options.scope()), options.as_of or today())))


@router.get(
    "/rounds/{id}",
    operation_id="get_round",
    response_model=Sheet,
    summary="One planning round",
    responses=problems(*READING),
)
def get_round(id: NodeId, options: Annotated[ReadOptions, Query()], sight: SightDep) -> Response:
    """Give a planning round with its notes, decisions and tasks."""
    return written(_told(sight.network(options.scope()), id, options.as_of or today()))


@_WRITERS.post(
    "", operation_id="begin_round", response_model=Sheet, summary="Begin a planning round", responses=_WRITING
)
def begin_round(asked: NewRound, options: AnyOptions, store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Begin a planning round, as one change that can be undone."""
    return _wrote(store, begin(store, Beginning(**dict(asked))))


@_WRITERS.post(
    "/{id}/notes",
    operation_id="note_in_round",
    response_model=Sheet,
    summary="Write down a note, a decision or a task",
    responses=_WRITING,
)
def note_in_round(id: NodeId, asked: NewNote, options: AnyOptions, store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Write into a planning round, as one change that can be undone."""
    write_down(store, id, Noted(**(dict(asked) | {"noted_on": asked.noted_on or today()})))
    return _wrote(store, id)


@_WRITERS.post(
    "/{id}/done",
    operation_id="finish_in_round",
    response_model=Sheet,
    summary="Enter a task as done",
    responses=_WRITING,
)
def finish_in_round(id: NodeId, asked: Doing, options: AnyOptions, store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Say since when a task is done, as one change that can be undone."""
    round_of(store.network(), id)
    finish(store, asked.note, asked.on or today())
    return _wrote(store, id)


def _wrote(store: Store, id: str) -> Response:
    everything = Scope(visibility=Visibility.CONFIDENTIAL, persons=True)
    return written(_told(everything.cut(store.network()), id, today()))


def _told(network: Network, id: str, day: date) -> Sheet:
    return sheet(network, round_of(network, id), day)


def today() -> date:
    """Give the day where the service runs."""
    return date.today()  # noqa: DTZ011 - the day where the service runs


router.include_router(_WRITERS)
