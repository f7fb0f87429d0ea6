"""The pages that people open: the levels view, the questions, and the list of all routes and problems."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.staticfiles import StaticFiles

from api.language import language
from api.options import Options, ReadOptions
from api.page_options import LevelsOptions, PageOptions, question_options
from api.problems import KINDS
from api.rights import Rights, RightsDep, SightDep
from api.routes.questions import unknown_question
from api.templating import rendered
from graph.questions import QUESTIONS
from graph.questions.moved import changes
from graph.questions.question import Question
from graph.questions.scope import Scope
from schema.errors import NotAllowedError
from viz.addresses import asked
from viz.levels_page import cards, levels_page
from viz.pages import STATIC
from viz.question_page import question_page, question_path, questions_page

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
STATIC_FILES = StaticFiles(directory=STATIC)


@router.get("/")
def levels(request: Request, options: Annotated[LevelsOptions, Query()], sight: SightDep) -> str:
    """Show the levels view with its table twin, and what the first questions found in sentences."""
    scope = options.quick()
    return levels_page(
        sight.network(scope),
        cards(lambda question: sight.answer(question, scope)),
        lang=language(request),
        standalone=False,
        query=asked(options),
        focus=options.focus,
    )


@router.get("/questions")
def questions(request: Request, options: Annotated[PageOptions, Query()]) -> str:
    """List the questions, each with what it asks."""
    return questions_page(lang=language(request), query=asked(options))


def may(rights: Rights, scope: Scope, option: str, value: Any) -> bool:
    """Say whether the reader may ask for another value of an option."""
    try:
        rights.check(scope.model_copy(update={option: value}))
    except NotAllowedError:
        return False
    return True


def _page(question: Question) -> Callable[..., str]:
    taken = question_options(question.scope)

    def page(request: Request, options: Any, sight: SightDep, rights: RightsDep) -> str:
        scope = options.scope()
        answer, (_, read) = sight.answer(question, scope), sight.reading(scope)
        return question_page(
            answer,
            sight.network(options.quick()),
            scope,
            changes=changes(answer, read, partial(sight.answer, question)),
            lang=language(request),
            all_rows=options.all_rows,
            may=partial(may, rights, scope),
        )

    page.__annotations__["options"] = Annotated[taken, Query()]
    return page


for _question in QUESTIONS.values():
    router.add_api_route(question_path(_question.name), _page(_question))


@router.get("/questions/{name}")
def no_such_question(name: str) -> Any:
    """Say which questions there are, whatever else stands in the address."""
    return unknown_question(name, ReadOptions())


@router.get("/openapi.json", response_class=JSONResponse)
def document(request: Request) -> JSONResponse:
    """Hand out the OpenAPI document; made in a thread, since the first time takes a moment."""
    return JSONResponse(request.app.openapi())


@router.get("/api")
def listing(request: Request, options: Annotated[Options, Query()]) -> str:  # noqa: ARG001 -- declares `lang`
    """List every route and every kind of problem, as a page without script."""
    return rendered("listing", language(request), document=request.app.openapi(), kinds=KINDS.values())
