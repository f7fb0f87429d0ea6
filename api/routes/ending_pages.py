"""The pages on which records are ended, removed and connected."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from api.desks import REFUSALS, DeskDep, RecordOptions, Sought, done, gone_on, hits, refused, standing, whole
from api.forms import FormDep, text
from api.rights import SightDep, StoreDep, all_rights
from graph.intake.cells import day as day_of
from graph.scenarios.editing import End, Remove
from schema.catalogue import TIE_TYPES
from schema.errors import UsageError
from schema.nodes import Node
from schema.text import Text
from viz.edit import words
from viz.edit.connect_page import connect_page, partners
from viz.edit.desk import CONNECT, END, RECORD, REMOVE, Trouble
from viz.edit.ending_page import end_page, remove_page
from viz.edit.record_page import told
from viz.served import EDIT

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, dependencies=[Depends(all_rights)])
RecordQuery = Annotated[RecordOptions, Query()]


class ConnectOptions(RecordOptions):
    """From which node, by which tie and which way, to whom."""

    verb: str = ""
    way: Literal["away", "back"] = "away"
    q: Sought = ""


@router.get(END)
def ask_end(options: RecordQuery, desk: DeskDep, sight: SightDep) -> str:
    """Ask for the last day."""
    network = whole(sight, desk)
    return end_page(desk, network, standing(network, options.id), datetime.now().astimezone().date().isoformat())


@router.post(END)
def end(options: RecordQuery, desk: DeskDep, sight: SightDep, store: StoreDep, form: FormDep) -> Response:
    """End a record on a day."""
    network, typed = whole(sight, desk), text(form, "on")
    record, on = standing(network, options.id), day_of(typed)
    if on is None:
        trouble = Trouble(words.BAD_DAY, words.SEE_FIELDS, {"on": words.BAD_DAY})
        return HTMLResponse(end_page(desk, network, record, typed, trouble), 422)
    why = text(form, "why").strip() or words.END_OF.format(what=told(network, record))
    try:
        made = done(store, desk, why, [End(id=record.id, on=on)])
    except REFUSALS as error:
        return refused(end_page(desk, network, record, typed, Trouble.of(error)), error)
    return gone_on(desk, RECORD, id=record.id, done=made)


@router.get(REMOVE)
def ask_remove(options: RecordQuery, desk: DeskDep, sight: SightDep) -> str:
    """Ask whether a record is to be removed."""
    network = whole(sight, desk)
    return remove_page(desk, network, standing(network, options.id))


@router.post(REMOVE)
def remove(options: RecordQuery, desk: DeskDep, sight: SightDep, store: StoreDep, form: FormDep) -> Response:
    """Remove a record with its ties."""
    network = whole(sight, desk)
    record = standing(network, options.id)
    why = text(form, "why").strip() or words.REMOVE_OF.format(what=told(network, record))
    try:
        made = done(store, desk, why, [Remove(id=record.id)])
    except REFUSALS as error:
        return refused(remove_page(desk, network, record, Trouble.of(error)), error)
    return gone_on(desk, EDIT, done=made)


@router.get(CONNECT)
def connect(options: Annotated[ConnectOptions, Query()], desk: DeskDep, sight: SightDep, store: StoreDep) -> str:
    """Choose by which tie a node is connected, and with whom."""
    network, away = whole(sight, desk), options.way == "away"
    node, tie = standing(network, options.id), TIE_TYPES.get(options.verb)
    if not isinstance(node, Node):
        raise _ONLY_NODES
    types = partners(type(node), tie, away=away) if tie else ()
    found = hits(store, network, options.q, types) if types else []
    return connect_page(desk, network, node, tie if types else None, away, options.q, found)


_ONLY_NODES = UsageError(
    Text("Eine Verbindung lässt sich nicht verbinden.", "A tie cannot be connected."),
    Text("Von einem ihrer Enden ausgehen.", "Begin at one of its ends."),
)
