"""The pages that people open: the levels view, and the list of all routes and problems."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import model_validator
from starlette.staticfiles import StaticFiles

from api.language import language
from api.options import Options, ReadOptions
from api.problems import KINDS
from api.rights import SightDep
from api.templating import rendered
from graph.questions import QUESTIONS
from schema.text import Text
from viz.levels_page import levels_page
from viz.pages import STATIC

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
STATIC_FILES = StaticFiles(directory=STATIC)


class PageOptions(ReadOptions):
    """Everything that the levels view shows stands in its address, so that a link shows the same again."""

    focus: Annotated[str | None, Text("Kennung des Knotens im Mittelpunkt", "id of the node in focus")] = None

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: Any) -> Any:
        """Take an empty field of a form as not given."""
        return {key: value for key, value in given.items() if value != ""} if isinstance(given, dict) else given

    def address(self) -> dict[str, str]:
        """Give the options that were set, as they stand in an address."""
        return {key: str(value) for key, value in self.model_dump(mode="json", exclude_defaults=True).items()}


@router.get("/")
def levels(request: Request, options: Annotated[PageOptions, Query()], sight: SightDep) -> str:
    """Show the levels view with its table twin and the answers to all questions."""
    scope = options.scope()
    answers = {name: sight.answer(question, scope) for name, question in QUESTIONS.items()}
    return levels_page(
        sight.network(scope),
        answers,
        lang=language(request),
        standalone=False,
        query=options.address(),
        focus=options.focus,
    )


@router.get("/openapi.json", response_class=JSONResponse)
def document(request: Request) -> JSONResponse:
    """Hand out the OpenAPI document; made in a thread, since the first time takes a moment."""
    return JSONResponse(request.app.openapi())


@router.get("/api")
def listing(request: Request, options: Annotated[Options, Query()]) -> str:  # noqa: ARG001 -- declares `lang`
    """List every route and every kind of problem, as a page without script."""
    return rendered("listing", language(request), document=request.app.openapi(), kinds=KINDS.values())
