"""The answers of planning rounds as they were frozen, and the progress between two; for the holder of the token.

Whoever reads them names at least the rights with which they were asked.
"""

from collections.abc import Callable
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Path, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from api.entries import Entry, written
from api.examples import example_network
from api.openapi import EVERYWHERE, NOT_FOUND, READING, STORE_AWAY, problems
from api.options import Options
from api.paths import NodeId
from api.refusals import TokenNeeded
from api.rights import ALL_RIGHTS_NEEDED, RightsDep, SightDep, StoreDep, all_rights
from api.routes.rounds import AnyOptions
from graph.questions import QUESTIONS
from graph.questions.answer import Answer
from graph.questions.scope import Scope
from graph.rounds.choosing import head_of, heads, two_of
from graph.rounds.freezing import freeze
from graph.rounds.heads import Head
from graph.rounds.progress import Progress, progress
from graph.rounds.thawing import Thawed, thaw
from graph.stellschrauben.result import Result
from graph.store.frozen import Frozen
from schema.record import Identifier, Visibility
from schema.text import Text

if TYPE_CHECKING:
    AnyAnswer = Answer
else:
    AnyAnswer = reduce(or_, (question.answer for question in QUESTIONS.values()))


def signed_in(rights: RightsDep) -> None:
    """Let through who brought the token or signed in."""
    if not rights.known:
        raise TokenNeeded()


router = APIRouter(prefix="/rounds/{id}", tags=["frozen"], dependencies=[Depends(signed_in)])
EVERYTHING = Scope(visibility=Visibility.CONFIDENTIAL, persons=True)
Number = Annotated[int, Path(ge=1, le=2**31, description="the frozen state, by its number")]


class FrozenList(Entry):
    """The frozen states of a planning round that may be read with the rights named."""

    states: tuple[Head, ...]


class FrozenState(Entry):
    """A frozen state with all its answers."""

    head: Head
    answers: tuple[AnyAnswer, ...]
    results: tuple[Result, ...]
    outdated: tuple[Text, ...]
    """Answers that an older version of the program gave in another form; they are kept, but not shown."""


class Freezing(Entry):
    """How everything is asked."""

    remark: Annotated[str, Field(max_length=1_000, pattern=r"^[^\x00]*$")] = ""
    as_of: date | None = None
    kommune: str | None = None
    visibility: Visibility = Visibility.INTERNAL
    persons: bool = False
    robust: bool = False

    def scope(self) -> Scope:
        """Give the scope in which everything is asked."""
        return Scope.model_validate(self.model_dump(exclude={"remark"}))


class Reader(Options):
    """With which rights is read."""

    visibility: Annotated[Visibility, Text("höchste Sichtbarkeit", "highest visibility")] = Visibility.PUBLIC
    persons: Annotated[bool, Text("Personen einbeziehen", "include persons")] = False

    def reads(self) -> Scope:
        """Give the rights as a scope."""
        return Scope(visibility=self.visibility, persons=self.persons)


class Comparing(Reader):
    """Which two states are compared; by default the last two, or where `other` is named the last of each round."""

    first: Annotated[int | None, Field(ge=1, le=2**31), Text("früherer Stand", "earlier state")] = None
    last: Annotated[int | None, Field(ge=1, le=2**31), Text("späterer Stand", "later state")] = None
    other: Annotated[Identifier | None, Text("Runde des späteren Stands", "round of the later state")] = None
    as_of: Annotated[date | None, Text("Aufgaben, wie sie an diesem Tag stehen", "tasks as on this day")] = None


_KEPT = Frozen(
    round="process/runde-2026",
    name="Runde 2026",
    who="Erika Muster",
    at="2026-03-31T09:30:00.000000+00:00",
    data_version=17,
    program="0.1.0",
    visibility=Visibility.INTERNAL,
    persons=False,
    remark="Auftakt",
    number=1,
)
_LATER = Frozen(**{name: getattr(_KEPT, name) for name in Frozen.__slots__} | {"number": 2, "remark": "Abschluss"})
EXAMPLES: dict[str, Callable[[], BaseModel]] = {
    "list_frozen": lambda: FrozenList(states=(Head.of(_KEPT),)),
    "freeze_round": lambda: Head.of(_KEPT),
    "get_frozen": lambda: FrozenState(head=Head.of(_KEPT), answers=(), results=(), outdated=()),
    "forget_frozen": lambda: Head.of(_KEPT),
    "round_progress": lambda: progress(Thawed(_KEPT, (), ()), Thawed(_LATER, (), ()), example_network()),
}
_READING = problems(*READING)
_WRITING = problems(*EVERYWHERE, ALL_RIGHTS_NEEDED, NOT_FOUND, STORE_AWAY)


@router.get(
    "/frozen", operation_id="list_frozen", response_model=FrozenList, summary="Frozen states", responses=_READING
)
def list_frozen(id: NodeId, options: Annotated[Reader, Query()], rights: RightsDep, store: StoreDep) -> Response:
    """List the frozen states of a planning round."""
    rights.check(options.reads())
    return written(FrozenList(states=heads(store, id, options.reads())))


@router.post(
    "/frozen",
    operation_id="freeze_round",
    response_model=Head,
    summary="Freeze all answers",
    responses=_WRITING,
    dependencies=[Depends(all_rights)],
)
def freeze_round(id: NodeId, asked: Freezing, options: AnyOptions, store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Ask all questions and checks, about the round where they can be, and keep the answers."""
    return written(Head.of(freeze(store, id, asked.scope(), remark=asked.remark)))


@router.get(
    "/frozen/{number}",
    operation_id="get_frozen",
    response_model=FrozenState,
    summary="One frozen state",
    responses=_READING,
)
def get_frozen(
    id: NodeId, number: Number, options: Annotated[Reader, Query()], rights: RightsDep, store: StoreDep
) -> Response:
    """Give the answers as they were frozen."""
    rights.check(options.reads())
    found = thaw(store, head_of(store, id, number, options.reads()))
    told = FrozenState(head=Head.of(found.head), answers=found.answers, results=found.results, outdated=found.outdated)
    return written(told)


@router.delete(
    "/frozen/{number}",
    operation_id="forget_frozen",
    response_model=Head,
    summary="Delete a frozen state",
    responses=_WRITING,
    dependencies=[Depends(all_rights)],
)
def forget_frozen(id: NodeId, number: Number, options: AnyOptions, store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Delete a frozen state with all its answers; the data stay as they are."""
    head = head_of(store, id, number, EVERYTHING)
    store.forget_frozen(head)
    return written(Head.of(head))


@router.get(
    "/progress",
    operation_id="round_progress",
    response_model=Progress,
    summary="Progress between two frozen states",
    responses=_READING,
)
def round_progress(id: NodeId, options: Annotated[Comparing, Query()], sight: SightDep, store: StoreDep) -> Response:
    """Compare two frozen states: checks, findings, decisions and tasks."""
    network = sight.network(options.reads())
    before, after = two_of(store, id, options.other, options.first, options.last, options.reads())
    return written(progress(thaw(store, before), thaw(store, after), network, options.as_of))
