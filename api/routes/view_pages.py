"""The pages of saved views: listed, saved, named otherwise, forgotten; for who may see everything.

A view is an address only and gives nobody a right, but what was searched for stands in it.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse
from pydantic import Field
from starlette.responses import Response

from api.desks import PLAIN, REFUSALS, PlainDesk, gone_on, refused
from api.forms import FormDep, text
from api.options import Options
from api.rights import StoreDep, all_rights
from graph.views.saving import forget, rename, save
from viz.edit.desk import Trouble
from viz.edit.view_pages import FORGET, RENAME, save_page, views_page
from viz.saved import local_address
from viz.served import NEW_VIEW, VIEWS

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, dependencies=[Depends(all_rights)])


class NewViewOptions(Options):
    """Which view is saved."""

    address: Annotated[str, Field(max_length=20_000)]


@router.get(VIEWS, dependencies=PLAIN)
def views(desk: PlainDesk, store: StoreDep) -> str:
    """List the saved views."""
    return views_page(desk, store.views())


@router.get(NEW_VIEW)
def ask_save(options: Annotated[NewViewOptions, Query()], desk: PlainDesk) -> str:
    """Ask under which name a view is saved."""
    return save_page(desk, local_address(options.address))


@router.post(VIEWS, dependencies=PLAIN)
def save_one(desk: PlainDesk, store: StoreDep, form: FormDep) -> Response:
    """Save a view."""
    address, name = local_address(text(form, "address")), text(form, "name")
    try:
        save(store, name, address)
    except REFUSALS as error:
        return refused(save_page(desk, address, name[:200], Trouble.of(error)), error)
    return gone_on(desk, VIEWS)


@router.post(RENAME, dependencies=PLAIN)
def rename_one(desk: PlainDesk, store: StoreDep, form: FormDep) -> Response:
    """Give a view another name."""
    try:
        rename(store, text(form, "name"), text(form, "new_name"))
    except REFUSALS as error:
        return refused(views_page(desk, store.views(), Trouble.of(error)), error)
    return gone_on(desk, VIEWS)


@router.post(FORGET, dependencies=PLAIN)
def forget_one(desk: PlainDesk, store: StoreDep, form: FormDep) -> Response:
    """Forget a view."""
    try:
        forget(store, text(form, "name"))
    except REFUSALS as error:
        return refused(views_page(desk, store.views(), Trouble.of(error)), error)
    return gone_on(desk, VIEWS)
