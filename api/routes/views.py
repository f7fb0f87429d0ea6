"""Saved views: the address of a page under a name; for who may see everything, since names may stand in addresses."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from api.entries import Entry, written
from api.openapi import EVERYWHERE, NOT_FOUND, STORE_AWAY, problems
from api.options import Options
from api.rights import ALL_RIGHTS_NEEDED, StoreDep, all_rights
from api.routes.changes import BAD_FIELDS, DOES_NOT_FIT
from graph.views.saving import MOST_NAME, forget, save
from graph.views.view import View
from viz.saved import MOST, local_address

router = APIRouter(prefix="/views", tags=["views"], dependencies=[Depends(all_rights)])

ViewName = Annotated[str, Field(min_length=1, max_length=MOST_NAME, description="Name of the view · Name der Ansicht")]


class ViewEntry(Entry):
    """A saved view."""

    name: str
    address: str
    """A path of this service with what was asked, without the language."""
    who: str
    at: str

    @classmethod
    def of(cls, view: View) -> "ViewEntry":
        """Tell of a view."""
        return cls(**asdict(view))


class ViewList(Entry):
    """All saved views, in order of their names."""

    views: tuple[ViewEntry, ...]


class NewView(Entry):
    """A view to save."""

    name: ViewName
    address: Annotated[str, Field(max_length=MOST)]
    """A path of one of the pages of this service, such as `/map?over=Schulbezirke`."""


class ForgetOptions(Options):
    """Which view is deleted."""

    name: ViewName


_EXAMPLE = ViewEntry(
    name="Reichweite der Sozialräume",
    address="/map?over=Schulbezirke",
    who="Erika Muster",
    at="2026-03-31T09:30:00.000000+00:00",
)
EXAMPLES: dict[str, Callable[[], BaseModel]] = {
    "list_views": lambda: ViewList(views=(_EXAMPLE,)),
    "save_view": lambda: _EXAMPLE,
    "forget_view": lambda: ViewList(views=()),
}
_READING = problems(*EVERYWHERE, ALL_RIGHTS_NEEDED, STORE_AWAY)
_WRITING = problems(*EVERYWHERE, ALL_RIGHTS_NEEDED, NOT_FOUND, STORE_AWAY, DOES_NOT_FIT, BAD_FIELDS)


@router.get("", operation_id="list_views", response_model=ViewList, summary="All saved views", responses=_READING)
def list_views(options: Annotated[Options, Query()], store: StoreDep) -> Response:  # noqa: ARG001 -- declares `lang`
    """List the saved views."""
    return written(_listed(store.views()))


@router.post("", operation_id="save_view", response_model=ViewEntry, summary="Save a view", responses=_WRITING)
def save_view(asked: NewView, options: Annotated[Options, Query()], store: StoreDep) -> Response:  # noqa: ARG001
    """Save the address of a page under a name that none has yet."""
    return written(ViewEntry.of(save(store, asked.name, local_address(asked.address))))


@router.delete("", operation_id="forget_view", response_model=ViewList, summary="Delete a view", responses=_WRITING)
def forget_view(options: Annotated[ForgetOptions, Query()], store: StoreDep) -> Response:
    """Delete a saved view, and tell those that are left."""
    forget(store, options.name)
    return written(_listed(store.views()))


def _listed(views: list[View]) -> ViewList:
    return ViewList(views=tuple(map(ViewEntry.of, views)))
