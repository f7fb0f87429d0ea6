"""The pages of the ten Stellschrauben."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.language import language
from api.page_options import PageOptions
from api.rights import RightsDep, SightDep
from api.routes.checks import CheckOptions, Number, completed, known
from api.routes.pages import may
from graph.stellschrauben import CHECKS
from graph.stellschrauben.checked import checked
from viz.check_page import check_page, checks_page

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


class CheckPageOptions(PageOptions, CheckOptions):
    """What the pages of the checks take."""


@router.get("/checks")
def checks(request: Request, options: Annotated[CheckPageOptions, Query()], sight: SightDep, rights: RightsDep) -> str:
    """List the ten Stellschrauben, each with its status."""
    scope = completed(options, sight)
    return checks_page(
        checked(sight.check, CHECKS, scope),
        sight.network(scope.wide()),
        scope,
        lang=language(request),
        may=partial(may, rights, scope),
    )


@router.get("/checks/{number}")
def check(
    request: Request,
    number: Number,
    options: Annotated[CheckPageOptions, Query()],
    sight: SightDep,
    rights: RightsDep,
) -> str:
    """Show one Stellschraube with its witnesses and with what would change it."""
    scope = completed(options, sight)
    return check_page(
        checked(sight.check, (known(number),), scope),
        sight.network(scope.wide()),
        scope,
        lang=language(request),
        may=partial(may, rights, scope),
        editing=rights.editing,
    )
