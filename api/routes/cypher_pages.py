"""The console for own queries as a page: open to who may see everything, as the route of the API is."""

import json
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import Field, ValidationError
from starlette.datastructures import FormData
from starlette.responses import Response

from api.forms import FormDep, form_token, text
from api.language import language
from api.options import Options
from api.problems import kind_of
from api.refusals import BadRequest
from api.rights import RightsDep, Sight, SightDep, StoreDep
from api.routes.cypher import CypherRequest, queried
from graph.questions.scope import Scope
from graph.store.values import Rows
from schema.errors import FahrstuhlError
from schema.record import Visibility, Words
from schema.text import Text
from schema.validation import phrase
from viz.explorer import cypher_words
from viz.explorer.choosing import choose
from viz.explorer.cypher_examples import EXAMPLES
from viz.explorer.cypher_graph import found_network
from viz.explorer.cypher_page import Refusal, Result, Typed, cypher_page
from viz.explorer.view import Storey, ViewScope
from viz.network_layout import positions
from viz.served import CYPHER

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

EVERYTHING = Scope(visibility=Visibility.CONFIDENTIAL, persons=True, robust=False)


class ConsoleOptions(Options):
    """What the page takes: a query to begin with, which is not run."""

    query: Annotated[Words, Field(max_length=20_000)] = ""
    params: Annotated[Words, Field(max_length=20_000)] = ""


@router.get(CYPHER)
def console(request: Request, options: Annotated[ConsoleOptions, Query()], rights: RightsDep) -> str:
    """Show the form with the query of the address, or with the first example."""
    first = EXAMPLES[0]
    typed = Typed(options.query, options.params) if options.query else Typed(first.query, first.params)
    return cypher_page(typed, lang=language(request), open_=rights.everything, form_token=form_token(request))


@router.post(CYPHER)
def run(
    request: Request,
    options: Annotated[Options, Query()],  # noqa: ARG001 -- declares `lang`
    form: FormDep,
    sight: SightDep,
    rights: RightsDep,
    store: StoreDep,
) -> Response:
    """Run the query and show what it found; what is refused is said above the form, with the query kept."""
    typed = Typed(**{name: text(form, name) for name in ("query", "params", "limit", "timeout")})
    write = partial(cypher_page, typed, lang=language(request), open_=rights.everything, form_token=form_token(request))
    try:
        return HTMLResponse(write(result=_result(sight, queried(_asked(form), request, rights, store))))
    except FahrstuhlError as error:
        return HTMLResponse(write(refusal=Refusal(error.text, error.hint)), kind_of(error).status)


def _asked(form: FormData) -> CypherRequest:
    """Read the form as the API reads its body; fields left empty take the same defaults."""
    given = {name: text(form, name).strip() for name in ("limit", "timeout")}
    fields = {"query": text(form, "query"), "params": _params(text(form, "params"))}
    try:
        return CypherRequest.model_validate({**fields, **{name: value for name, value in given.items() if value}})
    except ValidationError as error:
        first = error.errors()[0]
        place = str(first["loc"][0]) if first["loc"] else ""
        raise BadRequest(Text("{place}: {said}", "{place}: {said}").format(place=place, said=phrase(first))) from error


def _params(typed: str) -> dict[str, Any]:
    example = EXAMPLES[2].params
    try:
        read = json.loads(typed or "{}")
    except (ValueError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        hint = cypher_words.MEND_JSON.format(example=example, line=line, column=column)
        raise BadRequest(cypher_words.BAD_JSON, hint) from error
    if not isinstance(read, dict):
        raise BadRequest(cypher_words.BAD_JSON, cypher_words.MEND_JSON.format(example=example, line=1, column=1))
    return read


def _result(sight: Sight, rows: Rows) -> Result:
    network = found_network(sight.network(EVERYTHING), rows.rows)
    chosen = choose(network, ViewScope(level=tuple(Storey)))
    return Result(rows.columns, rows.rows, rows.truncated, rows.seconds, chosen, positions(network))
