"""The pages on which records are found, added, changed, ended and removed."""

from collections.abc import Collection
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse
from starlette.datastructures import FormData
from starlette.responses import Response

from api.desks import (
    REFUSALS,
    DeskDep,
    DeskOptions,
    Done,
    RecordOptions,
    Sought,
    done,
    gone_on,
    hits,
    refused,
    standing,
    whole,
)
from api.forms import FormDep, text
from api.rights import SightDep, StoreDep, all_rights
from graph.scenarios.editing import Add, Alter
from schema.catalogue import Feature
from schema.record import Identifier
from schema.validation import record_type
from viz.edit import words
from viz.edit.desk import ALTER, NEW, RECORD, Desk, Trouble
from viz.edit.fields import PREFIX, asked, filled
from viz.edit.form_page import alter_page, new_page
from viz.edit.record_page import record_page, told
from viz.edit.start_page import start_page
from viz.served import EDIT

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, dependencies=[Depends(all_rights)])


MOST_WORDS = 1_000


class StartOptions(DeskOptions):
    """What the first page takes."""

    q: Sought = ""
    done: Done = ""


class NewOptions(DeskOptions):
    """What is to be added; the ends of a tie are chosen before."""

    type: str
    start: Identifier | None = None
    end: Identifier | None = None

    def ends(self) -> dict[str, str]:
        """Give the ends that were chosen."""
        return {name: id for name in ("start", "end") if (id := getattr(self, name)) is not None}


@router.get(EDIT)
def start(options: Annotated[StartOptions, Query()], desk: DeskDep, sight: SightDep, store: StoreDep) -> str:
    """Begin: search, or choose what is to be added."""
    network = whole(sight, desk)
    return start_page(desk, network, options.q, hits(store, network, options.q), options.done)


@router.get(RECORD)
def record(options: Annotated[RecordOptions, Query()], desk: DeskDep, sight: SightDep) -> str:
    """Show a record with its ties and with what can be done."""
    network = whole(sight, desk)
    return record_page(desk, network, standing(network, options.id), options.done)


@router.get(NEW)
def new(options: Annotated[NewOptions, Query()], desk: DeskDep, sight: SightDep) -> str:
    """Show an empty form."""
    return new_page(desk, whole(sight, desk), record_type(options.type), options.ends())


@router.post(NEW)
def add(
    options: Annotated[NewOptions, Query()], desk: DeskDep, sight: SightDep, store: StoreDep, form: FormDep
) -> Response:
    """Add a node or a tie."""
    cls, network, values = record_type(options.type), whole(sight, desk), _values(form)
    fields = {f.name: read for f in asked(cls, new=True) if (read := _read(f, values.get(f.name, "")))}
    why = values["why"] or words.NEW_OF.format(type=cls.label)
    try:
        made = done(store, desk, why, [Add(type=options.type, fields={**fields, **options.ends()})])
    except REFUSALS as error:
        return refused(new_page(desk, network, cls, options.ends(), values, Trouble.of(error)), error)
    return _after_adding(desk, options, {*whole(sight, desk).ids} - {*network.ids}, made)


@router.get(ALTER)
def show_alter(options: Annotated[RecordOptions, Query()], desk: DeskDep, sight: SightDep) -> str:
    """Show a record in a form."""
    network = whole(sight, desk)
    return alter_page(desk, network, standing(network, options.id))


@router.post(ALTER)
def alter(
    options: Annotated[RecordOptions, Query()], desk: DeskDep, sight: SightDep, store: StoreDep, form: FormDep
) -> Response:
    """Change the fields that were typed otherwise; what the form did not show stays."""
    network, values = whole(sight, desk), _values(form)
    found = standing(network, options.id)
    shown = filled(found)
    fields = {
        f.name: _read(f, values[f.name])
        for f in asked(type(found), new=False)
        if f.name in values and values[f.name] != shown[f.name].replace("\r\n", "\n")
    }
    why = values["why"] or words.CHANGE_OF.format(what=told(network, found))
    try:
        made = done(store, desk, why, [Alter(id=found.id, fields=fields)]) if fields else "nothing"
    except REFUSALS as error:
        return refused(alter_page(desk, network, found, {**shown, **values}, Trouble.of(error)), error)
    return gone_on(desk, RECORD, id=found.id, done=made)


def _values(form: FormData) -> dict[str, str]:
    """Give what was typed, by the names of the fields, and why."""
    typed = {name.removeprefix(PREFIX): text(form, name) for name in form if name.startswith(PREFIX)}
    return {**typed, "why": text(form, "why").strip()[:MOST_WORDS]}


def _read(feature: Feature, typed: str) -> Any:
    """Give what was typed as an edit takes it: several values as a list, nothing as None."""
    if feature.many:
        return [line for line in typed.split("\n") if line.strip()]
    return typed or None


def _after_adding(desk: Desk, options: NewOptions, new: Collection[str], made: str) -> Response:
    """Go on to the record that was added, or to the node from which a tie was drawn."""
    id = options.start or (next(iter(new)) if len(new) == 1 else None)
    return gone_on(desk, RECORD, id=id, done=made) if id else gone_on(desk, EDIT, done=made)
