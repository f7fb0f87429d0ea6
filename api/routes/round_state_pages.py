"""The pages of frozen states of planning rounds, and of the progress between two; for who signed in."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse
from pydantic import Field

from api.desks import PlainDesk
from api.page_options import FormOptions
from api.paths import NodeId
from api.rights import RightsDep, Sight, SightDep, StoreDep
from api.routes.frozen import Number, Reader, signed_in
from api.routes.round_pages import kept_for
from api.routes.rounds import today
from graph.network import Network
from graph.questions.scope import Scope
from graph.rounds.choosing import head_of, two_of
from graph.rounds.heads import Head
from graph.rounds.progress import Progress, progress
from graph.rounds.thawing import Thawed, thaw
from graph.rounds.today import as_of_today
from schema.errors import NotFoundError
from schema.text import Text
from viz.addresses import asked
from viz.edit import round_form_words
from viz.edit.round_states import answer_page, progress_page, state_page
from viz.served import ROUNDS

router = APIRouter(
    prefix=ROUNDS + "/{id}",
    include_in_schema=False,
    default_response_class=HTMLResponse,
    dependencies=[Depends(signed_in)],
)

_NOT_KEPT = Text("Eine Antwort {name!r} enthält dieser Stand nicht.", "This state holds no answer {name!r}.")
_SEE_STATE = Text("Die Seite des Stands nennt, was er enthält.", "The page of the state says what it holds.")


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


@router.get("/frozen/{number}")
def state(
    id: NodeId,
    number: Number,
    desk: PlainDesk,
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
    return state_page(desk, found, moved, network, editing=rights.editing, done=kept)


@router.get("/frozen/{number}/{question}")
def answer(
    id: NodeId,
    number: Number,
    question: str,
    desk: PlainDesk,
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
    return answer_page(desk, Head.of(found.head), given, editing=rights.editing)


@router.get("/progress")
def progress_(
    id: NodeId,
    desk: PlainDesk,
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
    return progress_page(desk, id, found, query, kept, chosen, editing=rights.editing)


def _since(found: Thawed, network: Network, sight: Sight) -> Progress | Text:
    """Compare a state with the data of today, or say why that cannot be."""
    try:
        now = as_of_today(found.head, network.version, today(), sight.answer, sight.check)
    except NotFoundError as error:
        return error.text
    return progress(found, now, network, today())


def _reads(options: Reader) -> Scope:
    return options.reads().model_copy(update={"robust": False})
