"""The pages of the history: all changes or those of one record, undone and redone."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse
from pydantic import Field
from starlette.responses import Response

from api.desks import REFUSALS, DeskDep, DeskOptions, Done, gone_on, refused, whole
from api.forms import FormDep
from api.options import Limit
from api.rights import SightDep, StoreDep, all_rights
from api.routes.changes import ChangeId
from graph.network import Network
from graph.questions.written import moment
from graph.store.changes import Change
from graph.store.store import Store
from schema.catalogue import features
from schema.record import Identifier
from schema.text import Text
from schema.validation import record_type
from viz.edit import words
from viz.edit.desk import CHANGES, Desk, Trouble
from viz.edit.fields import shown
from viz.edit.history_page import ChangeRow, FieldRow, history_page
from viz.edit.record_page import told

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, dependencies=[Depends(all_rights)])
MOST = 1_000


class HistoryOptions(DeskOptions):
    """Which changes are listed."""

    id: Identifier | None = None
    limit: Limit = 50
    done: Done = ""


HistoryQuery = Annotated[HistoryOptions, Query()]
Turning = Annotated[Literal["undo", "redo"], Field()]


@router.get(CHANGES)
def changes(options: HistoryQuery, desk: DeskDep, sight: SightDep, store: StoreDep) -> str:
    """List the changes, the newest first."""
    return _page(options, desk, whole(sight, desk), store)


@router.post(CHANGES + "/{id}/{turn}")
def turn(
    id: ChangeId,
    turn: Turning,
    options: HistoryQuery,
    desk: DeskDep,
    sight: SightDep,
    store: StoreDep,
    form: FormDep,  # noqa: ARG001 -- looks at the secret of the session
) -> Response:
    """Undo a change or do it again; where something stands on it, the page says what."""
    try:
        made = store.undo(id) if turn == "undo" else store.redo(id)
    except REFUSALS as error:
        return refused(_page(options, desk, whole(sight, desk), store, Trouble.of(error)), error)
    return gone_on(desk, CHANGES, done=made.id, **({"id": options.id} if options.id else {}))


def _page(options: HistoryOptions, desk: Desk, network: Network, store: Store, trouble: Trouble | None = None) -> str:
    found = store.history(options.id, options.limit)
    further = len(found) == options.limit < MOST
    query = {"id": options.id or "", "limit": str(min(10 * options.limit, MOST))}
    return history_page(
        desk,
        [_row(change) for change in found],
        more=desk.to(CHANGES, **query) if further else "",
        record=(options.id, _called(network, found)) if options.id else None,
        done=options.done,
        trouble=trouble,
    )


def _called(network: Network, found: list[Change]) -> Text:
    """Say what a record is by its last state, even where it is there no more."""
    entry = found[0].entries[0]
    return told(network, record_type(entry.type).model_validate(entry.after or entry.before))


def _row(change: Change) -> ChangeRow:
    return ChangeRow(
        change.id,
        moment(change.at),
        change.who,
        change.why,
        change.source,
        words.EXTENT_OF.format(**asdict(change.tally)),
        _note(change),
        "" if change.kind in ("undo", "redo") else "redo" if change.undone_by else "undo",
        tuple(_fields(change)),
    )


def _note(change: Change) -> Text | None:
    if change.undone_by:
        return words.UNDONE_BY.format(id=change.undone_by)
    return words.CHANGE_OF_CHANGE.format(id=change.of) if change.of else None


def _fields(change: Change) -> Iterator[FieldRow]:
    """Give each field that differs."""
    for entry in change.entries:
        before, after = entry.before, entry.after
        for feature in features(record_type(entry.type)):
            was, now = (None if row is None else row.get(feature.name) for row in (before, after))
            if was != now:
                yield FieldRow(feature.label, shown(feature, was), shown(feature, now))
