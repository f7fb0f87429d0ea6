"""The page of one node: everything about it that this reader may see."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.language import language
from api.page_options import PageOptions
from api.paths import NodeId
from api.rights import Rights, RightsDep, SightDep, StoreDep
from api.routes.pages import may
from graph.neighbourhood import position
from graph.questions.answer import Answer
from graph.questions.question import Question
from graph.store.store import Store
from schema.errors import NotFoundError
from viz.addresses import asked
from viz.explorer.actor_answers import appearances
from viz.explorer.actor_history import Step, steps
from viz.explorer.actor_page import actor_page
from viz.levels_page import cards
from viz.picture_fields import picture_fields

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
CHANGES = 50


@router.get("/actors/{id:path}")
def actor(
    id: NodeId,
    request: Request,
    options: Annotated[PageOptions, Query()],
    sight: SightDep,
    rights: RightsDep,
    store: StoreDep,
) -> str:
    """Show one node with its sources, ties, answers, neighbourhood and history."""
    scope = options.quick()
    network = sight.network(scope)
    position(network, id)

    def ask(question: Question) -> Answer:
        return sight.answer(question, scope)

    return actor_page(
        network,
        id,
        appearances(ask, id),
        cards(ask),
        _history(store, rights, id),
        lang=language(request),
        query=asked(options),
        fields=picture_fields(scope, partial(may, rights, scope), {}),
    )


def _history(store: Store, rights: Rights, id: str) -> tuple[Step, ...] | None:
    """Read what was done to the record; only for who may see everything, since earlier states are not cut by rights."""
    if not rights.everything:
        return None
    try:
        return steps(store.history(id, limit=CHANGES))
    except NotFoundError:
        return ()  # a node that only a scenario has
