"""The forms of planning rounds: begun, framed, written into, frozen; for who may write."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from api.desks import PLAIN, REFUSALS, PlainDesk, gone_on, refused, whole
from api.forms import FormDep, text
from api.options import Options
from api.paths import NodeId
from api.rights import RightsDep, SightDep, StoreDep, all_rights
from api.round_values import beginning, framed, freezing, noted, values_of
from api.routes.frozen import EVERYTHING, Number
from api.routes.round_pages import RoundOptions, shown_round
from api.routes.rounds import today
from graph.rounds.choosing import head_of
from graph.rounds.finding import round_of
from graph.rounds.framing import frame
from graph.rounds.freezing import freeze
from graph.rounds.heads import Head
from graph.rounds.writing import begin, finish, write_down
from graph.store.store import Store
from schema.record import Visibility
from viz.edit.desk import Desk, Trouble
from viz.edit.round_fields import framing
from viz.edit.round_forms import begin_page, freeze_page, note_page, scope_page
from viz.edit.round_ways import BEGIN, rights_of, round_path
from viz.edit.round_ways import EVERYTHING as SHOWN

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, dependencies=[Depends(all_rights)])
ONE = BEGIN + "/{id}"


class NoteOptions(Options):
    """What is written down."""

    kind: Literal["Notiz", "Entscheidung", "Aufgabe"]


@router.get(BEGIN, dependencies=PLAIN)
def ask_begin(desk: PlainDesk, sight: SightDep) -> str:
    """Show the form for a new round."""
    return begin_page(desk, whole(sight, desk), {})


@router.post(BEGIN, dependencies=PLAIN)
def begin_one(desk: PlainDesk, sight: SightDep, store: StoreDep, form: FormDep) -> Response:
    """Begin a round."""
    values, network = values_of(form), whole(sight, desk)
    try:
        id = begin(store, beginning(network, values))
    except REFUSALS as error:
        return refused(begin_page(desk, network, values, Trouble.of(error)), error)
    return _back(desk, id, done=_last_change(store, id))


@router.get(ONE + "/scope", dependencies=PLAIN)
def ask_scope(id: NodeId, desk: PlainDesk, sight: SightDep) -> str:
    """Show the scope of a round in a form."""
    network = whole(sight, desk)
    i = round_of(network, id)
    return scope_page(desk, network, i, framing(network, i))


@router.post(ONE + "/scope", dependencies=PLAIN)
def set_scope(id: NodeId, desk: PlainDesk, sight: SightDep, store: StoreDep, form: FormDep) -> Response:
    """Say anew what a round is about and who takes part."""
    values, network = values_of(form), whole(sight, desk)
    i = round_of(network, id)
    try:
        change = frame(store, network.ids[i], *framed(network, values))
    except REFUSALS as error:
        return refused(scope_page(desk, network, i, values, Trouble.of(error)), error)
    return _back(desk, network.ids[i], done=change or "nothing")


@router.get(ONE + "/note")
def ask_note(id: NodeId, options: Annotated[NoteOptions, Query()], desk: PlainDesk, sight: SightDep) -> str:
    """Show the form for a note, a decision or a task."""
    network = whole(sight, desk)
    values = {"noted_on": today().isoformat(), "visibility": Visibility.INTERNAL.value}
    return note_page(desk, network, round_of(network, id), options.kind, values)


@router.post(ONE + "/note")
def write_note(
    id: NodeId,
    options: Annotated[NoteOptions, Query()],
    desk: PlainDesk,
    sight: SightDep,
    store: StoreDep,
    form: FormDep,
) -> Response:
    """Write down a note, a decision or a task."""
    values, network = values_of(form), whole(sight, desk)
    i = round_of(network, id)
    try:
        made = write_down(store, network.ids[i], noted(network, options.kind, values))
    except REFUSALS as error:
        return refused(note_page(desk, network, i, options.kind, values, Trouble.of(error)), error)
    return _back(desk, network.ids[i], done=_last_change(store, made))


@router.post(ONE + "/done", dependencies=PLAIN)
def enter_done(
    id: NodeId, desk: PlainDesk, sight: SightDep, rights: RightsDep, store: StoreDep, form: FormDep
) -> Response:
    """Enter a task as done from today on."""
    note = text(form, "note")
    try:
        finish(store, note, today())
    except REFUSALS as error:
        shown = RoundOptions.model_validate(SHOWN)
        return refused(shown_round(id, desk, shown, sight, rights, store, Trouble.of(error)), error)
    return _back(desk, id, done=_last_change(store, note))


@router.get(ONE + "/freeze", dependencies=PLAIN)
def ask_freeze(id: NodeId, desk: PlainDesk, sight: SightDep) -> str:
    """Show the form that says how everything is asked."""
    network = whole(sight, desk)
    return freeze_page(desk, network, round_of(network, id), {"visibility": Visibility.INTERNAL.value})


@router.post(ONE + "/freeze", dependencies=PLAIN)
def freeze_one(id: NodeId, desk: PlainDesk, sight: SightDep, store: StoreDep, form: FormDep) -> Response:
    """Ask everything and keep the answers."""
    values, network = values_of(form), whole(sight, desk)
    i = round_of(network, id)
    try:
        asked = freezing(network, values)
        head = Head.of(freeze(store, network.ids[i], asked.scope(), remark=asked.remark))
    except REFUSALS as error:
        return refused(freeze_page(desk, network, i, values, Trouble.of(error)), error)
    return gone_on(desk, round_path(head.round, "frozen", head.number), **rights_of(head), new="true")


@router.post(ONE + "/frozen/{number}/forget", dependencies=PLAIN)
def forget(id: NodeId, number: Number, desk: PlainDesk, store: StoreDep, form: FormDep) -> Response:  # noqa: ARG001
    """Delete a frozen state."""
    store.forget_frozen(head_of(store, id, number, EVERYTHING))
    return _back(desk, id)


def _last_change(store: Store, id: str) -> str:
    return store.history(id, limit=1)[0].id


def _back(desk: Desk, id: str, **query: str) -> Response:
    return gone_on(desk, round_path(id), **SHOWN, **query)
