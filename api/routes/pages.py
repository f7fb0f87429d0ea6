"""The pages that people open: the levels view, and the list of all routes and problems."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

from api.language import language
from api.options import Options
from api.problems import KINDS
from api.templating import rendered

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
STATIC = StaticFiles(directory=Path(__file__).parent.parent / "static")


@router.get("/api")
def listing(request: Request, options: Annotated[Options, Query()]) -> str:  # noqa: ARG001 -- declares `lang`
    """List every route and every kind of problem, as a page without script."""
    return rendered("listing", language(request), document=request.app.openapi(), kinds=KINDS.values())
