"""Whether the service can do its work."""

from importlib.metadata import version
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.entries import Entry
from api.openapi import EVERYWHERE, STORE_AWAY, problems
from api.options import Options
from api.rights import StoreDep

router = APIRouter(tags=["service"])


class Health(Entry):
    """The service answers, and so does its store."""

    status: Literal["ok"] = "ok"
    version: str
    """The version of Fahrstuhl."""
    data_version: int
    """Counts the changes of the data."""


EXAMPLES = {"health": lambda: Health(version=version("fahrstuhl"), data_version=3)}


@router.get(
    "/health",
    operation_id="health",
    summary="Health of the service",
    responses=problems(*EVERYWHERE, STORE_AWAY),
)
def health(store: StoreDep, options: Annotated[Options, Query()]) -> Health:  # noqa: ARG001 -- declares `lang`
    """Say that the store answers, with the versions of program and data; 503 with Retry-After when it does not."""
    return Health(version=version("fahrstuhl"), data_version=store.version())
