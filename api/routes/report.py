"""The dossier as a file, and the page from which it is fetched."""

from dataclasses import replace
from functools import partial
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import RootModel
from starlette.responses import Response

from api.examples import example_network
from api.language import language
from api.openapi import READING, problems
from api.page_options import PageOptions
from api.rights import RightsDep, SightDep
from api.routes.pages import may
from graph.questions.scope import Scope
from graph.stellschrauben import CHECKS
from schema.text import Text
from viz.dossier.content import Dossier, plain
from viz.dossier.report import FORMS
from viz.dossier.report import report as reported
from viz.dossier.request_page import DossierScope, request_page

router = APIRouter(tags=["network"])
pages = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


class ReportOptions(DossierScope, PageOptions):
    """Of what the dossier is, and as which kind of file; `json` gives its content without any form."""

    format: Annotated[Literal["html", "docx", "pdf", "json"], Text("Format", "format")] = "html"


class JsonDossier(RootModel[dict[str, Any]]):
    """The content of a dossier: title, facts, sections with paragraphs, lists, tables and pictures (SVG)."""

    @classmethod
    def of(cls, made: Dossier) -> "JsonDossier":
        """Write down a dossier."""
        return cls(plain(made))


def _example() -> JsonDossier:
    network = example_network()
    made = reported(network, Scope(), "en", lambda asked: asked.ask(network), lambda n: CHECKS[n].run(network))
    return JsonDossier.of(replace(made, sections=made.sections[:1]))


EXAMPLES = {"report": _example}
_FILE = {"schema": {"type": "string", "format": "binary"}, "example": "…"}
_DONE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The dossier, as an attachment",
        "content": {form.media_type.partition(";")[0]: _FILE for form in FORMS.values()},
    }
}


@router.get(
    "/report",
    operation_id="report",
    response_model=JsonDossier,
    summary="The dossier for the meeting, as one file",
    responses={**problems(*READING), **_DONE},
)
def report(request: Request, options: Annotated[ReportOptions, Query()], sight: SightDep) -> Response:
    """Hand out the dossier of what this reader may see, or of one record in it; see docs/dossier.md."""
    scope = options.scope()
    made = reported(
        sight.network(options.quick()),
        scope,
        language(request),
        lambda question: sight.answer(question, scope),
        lambda number: sight.check(number, scope),
        options.about,
    )
    if options.format == "json":
        return JSONResponse(plain(made))
    form = FORMS[options.format]
    named = {"Content-Disposition": f'attachment; filename="fahrstuhl-dossier.{form.name}"'}
    return Response(form.write(made), media_type=form.media_type, headers=named)


@pages.get("/report")
def page(request: Request, options: Annotated[ReportOptions, Query()], rights: RightsDep) -> str:
    """Offer the dossier: of what, and as which kind of file."""
    asked = DossierScope.model_validate({name: getattr(options, name) for name in DossierScope.model_fields})
    return request_page(asked, lang=language(request), may=partial(may, rights, options.scope()))
