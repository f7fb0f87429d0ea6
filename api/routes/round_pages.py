"""The pages of planning rounds that are read: all, one, and for who signed in the frozen states and the progress."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import Field

from api.desks import Done
from api.forms import form_token
from api.language import language
from api.page_options import FormOptions, PageOptions
from api.paths import NodeId
from api.rights import Rights, RightsDep, Sight, SightDep, StoreDep
from api.routes.frozen import Number, Reader, signed_in
from api.routes.pages import may
from api.routes.rounds import today
from graph.network import Network
from graph.questions.scope import Scope
from graph.rounds.choosing import head_of, readable_by, two_of
from graph.rounds.finding import round_of, rounds
from graph.rounds.heads import Head
from graph.rounds.progress import Progress, progress
from graph.rounds.sheet import sheet, sheets
from graph.rounds.thawing import Thawed, thaw
from graph.rounds.today import as_of_today
from graph.store.store import Store
from schema.errors import NotFoundError
from schema.text import Text
from viz.addresses import asked
from viz.edit import round_form_words
from viz.edit.desk import Desk, Trouble
from viz.edit.round_pages import Kept, Reading, round_page, rounds_page
from viz.edit.round_states import answer_page, progress_page, state_page
from viz.option_form import option_fields
from viz.served import ROUNDS

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_STATES = APIRouter(prefix=ROUNDS + "/{id}", default_response_class=HTMLResponse, dependencies=[Depends(signed_in)])

_NOT_KEPT = Text("Eine Antwort {name!r} enthält dieser Stand nicht.", "This state holds no answer {name!r}.")
_SEE_STATE = Text("Die Seite des Stands nennt, was er enthält.", "The page of the state says what it holds.")


def _desk(request: Request) -> Desk:
    """Give the desk of these pages; what is written into a round goes into the data, never into a scenario."""
    return Desk(language(request), form_token(request))


RoundDesk = Annotated[Desk, Depends(_desk)]


class RoundOptions(PageOptions):
    """What the page of a round takes; `done` is the number of the change that led there."""

    done: Done = ""


class StateOptions(FormOptions, Reader):
    """What the page of a frozen state takes; `new` says that it was kept just now."""

    new: bool = False


class ProgressOptions(FormOptions, Reader):
    """Which two states are compared: the earlier one by its number, the later one by number and round."""

    first: Annotated[int | None, Field(ge=1, le=2**31)] = None
    to: Annotated[str, Field(max_length=2_100, pattern=r"^([0-9]{1,9} [^\x00-\x1f]+)?$")] = ""
    as_of: date | None = None

    def chosen(self, id: str) -> tuple[str | None, int | None, int | None]:
        """Give the other round, where one is chosen, and the numbers of the earlier and the later state."""
        number, _, other = self.to.partition(" ")
        return other if other not in ("", id) else None, self.first, int(number) if number else None


@router.get(ROUNDS)
def all_rounds(desk: RoundDesk, options: Annotated[PageOptions, Query()], sight: SightDep, rights: RightsDep) -> str:
    """List the planning rounds."""
    network = sight.network(options.quick())
    found = sheets(network, options.as_of or today())
    return rounds_page(desk, _reading(options, rights), found, network)


@router.get(ROUNDS + "/{id}")
def one_round(
    id: NodeId,
    desk: RoundDesk,
    options: Annotated[RoundOptions, Query()],
    sight: SightDep,
    rights: RightsDep,
    store: StoreDep,
) -> str:
    """Show a planning round with its notes, and to who signed in its frozen states."""
    return shown_round(id, desk, options, sight, rights, store)


def shown_round(
    id: str,
    desk: Desk,
    options: RoundOptions,
    sight: Sight,
    rights: Rights,
    store: Store,
    trouble: Trouble | None = None,
) -> str:
    """Write the page of a round, with what was refused if it was."""
    network = sight.network(options.quick())
    found = sheet(network, round_of(network, id), options.as_of or today())
    kept = kept_for(store, network, found.round.id, options.quick()) if rights.known else Kept()
    reading = _reading(options, rights)
    return round_page(desk, reading, found, kept, network, done=options.done, trouble=trouble)


@_STATES.get("/frozen/{number}")
def state(
    id: NodeId,
    number: Number,
    desk: RoundDesk,
    options: Annotated[StateOptions, Query()],
    sight: SightDep,
    rights: RightsDep,
    store: StoreDep,
) -> str:
    """Show a frozen state, and how it differs from today."""
    network = sight.network(_reads(options))
    found = thaw(store, head_of(store, id, number, options.reads()))
    kept = round_form_words.KEPT.format(number=number) if options.new else None
    moved = _since(found, network, sight)
    return state_page(desk, found, moved, network, editing=_editing(rights), done=kept)


@_STATES.get("/frozen/{number}/{question}")
def answer(
    id: NodeId,
    number: Number,
    question: str,
    desk: RoundDesk,
    options: Annotated[StateOptions, Query()],
    rights: RightsDep,
    store: StoreDep,
) -> str:
    """Show one answer word for word."""
    rights.check(options.reads())
    found = thaw(store, head_of(store, id, number, options.reads()))
    given = next((one for one in found.answers if one.question == question), None)
    if given is None:
        raise NotFoundError(_NOT_KEPT.format(name=question[:200]), _SEE_STATE)
    return answer_page(desk, Head.of(found.head), given, editing=_editing(rights))


@_STATES.get("/progress")
def progress_(
    id: NodeId,
    desk: RoundDesk,
    options: Annotated[ProgressOptions, Query()],
    sight: SightDep,
    rights: RightsDep,
    store: StoreDep,
) -> str:
    """Compare two frozen states."""
    network, scope = sight.network(_reads(options)), options.reads()
    before, after = two_of(store, id, *options.chosen(id), scope)
    found = progress(thaw(store, before), thaw(store, after), network, options.as_of)
    kept, chosen = kept_for(store, network, id, scope), (options.first, options.to)
    query = asked(options)
    return progress_page(desk, id, found, query, kept, chosen, editing=_editing(rights))


def kept_for(store: Store, network: Network, id: str, scope: Scope) -> Kept:
    """Give the states that the rights of a scope reach: of one round, and of others to compare it with."""
    heads = [Head.of(one) for one in store.frozen() if readable_by(one, scope.visibility, scope.persons)]
    others = [network.ids[i] for i in rounds(network) if network.ids[i] != id]
    named = [(network.name(network.index[other]), _of(heads, other)) for other in others]
    return Kept(_of(heads, id), [(name, found) for name, found in named if found], known=True)


def _of(heads: Sequence[Head], id: str) -> list[Head]:
    return [head for head in heads if head.round == id]


def _since(found: Thawed, network: Network, sight: Sight) -> Progress | Text:
    """Compare a state with the data of today, or say why that cannot be."""
    try:
        now = as_of_today(found.head, network.version, today(), sight.answer, sight.check)
    except NotFoundError as error:
        return error.text
    return progress(found, now, network, today())


def _reads(options: Reader) -> Scope:
    return options.reads().model_copy(update={"robust": False})


def _editing(rights: Rights) -> bool:
    return rights.known and rights.everything


def _reading(options: PageOptions, rights: Rights) -> Reading:
    scope = options.quick()
    fields = option_fields(scope, partial(may, rights, scope))
    query = {name: value for name, value in asked(options).items() if name not in ("lang", "done")}
    return Reading(query, tuple(field for field in fields if field.name != "robust"), _editing(rights))


router.include_router(_STATES)
