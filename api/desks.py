"""Where the pages of editing begin: who works, in which language, in the data or in a scenario, and on what."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import Field
from starlette.responses import Response

from api.forms import form_token
from api.language import language
from api.options import Options
from api.problems import kind_of
from api.rights import Sight
from graph.network import Network
from graph.questions.scope import Scope
from graph.scenarios.drafting import edit
from graph.scenarios.editing import BY_HAND, Edit, carry_out
from graph.store.store import Store
from schema.errors import ConflictError, FahrstuhlError, InputError, LimitError, NotFoundError, UsageError
from schema.folding import fold
from schema.nodes import Node
from schema.record import Identifier, Record, Visibility
from schema.text import Text
from viz.edit.desk import Desk

MOST_HITS = 50
_NOT_THERE = Text("{id} gibt es nicht (mehr).", "There is no {id} (any more).")
_SEARCH = Text("Unter „Suchen und ändern“ nach dem Namen suchen.", "Search for the name at “Find and change”.")


class DeskOptions(Options):
    """What every page of editing takes: the scenario that is worked in."""

    scenario: Annotated[str | None, Field(max_length=60), Text("Szenario", "scenario")] = None


Done = Annotated[str, Field(pattern=r"^([0-9]{1,15}|scenario|nothing)?$")]
Sought = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]
REFUSALS = (ConflictError, InputError, LimitError, NotFoundError, UsageError)
"""What a form may be refused for; it is shown again with the reason."""


class RecordOptions(DeskOptions):
    """Which record is meant."""

    id: Identifier
    done: Done = ""


def _desk(request: Request) -> Desk:
    return Desk(language(request), form_token(request), request.query_params.get("scenario") or None)


DeskDep = Annotated[Desk, Depends(_desk)]


def _plain_desk(request: Request) -> Desk:
    return Desk(language(request), form_token(request))


PlainDesk = Annotated[Desk, Depends(_plain_desk)]
"""A desk in the data, for what no scenario has: planning rounds are written into, views are saved."""


def _lang_only(options: Annotated[Options, Query()]) -> None:
    """Refuse what a page does not take that takes a language and nothing else."""


PLAIN = (Depends(_lang_only),)


def whole(sight: Sight, desk: Desk) -> Network:
    """Give everything that is stored, at all times, as the scenario has it."""
    return sight.whole(Scope(scenario=desk.scenario, visibility=Visibility.CONFIDENTIAL, persons=True))


def standing(network: Network, id: str) -> Record:
    """Find a node or a tie; NotFoundError where there is none."""
    if id in network.index:
        return network.node(network.index[id])
    j = next((j for j, row in enumerate(network.tie_rows) if row["id"] == id), None)
    if j is None:
        raise NotFoundError(_NOT_THERE.format(id=id), _SEARCH)
    return network.tie(j)


def hits(store: Store, network: Network, q: str, types: Sequence[str] = ()) -> list[Node]:
    """Find nodes by a part of their name; what only a scenario has comes after what is stored."""
    if not q.strip():
        return []
    ids = [node.id for node in store.search(q, types, MOST_HITS) if node.id in network.index]
    nodes = [network.node(network.index[id]) for id in ids]
    return [*nodes, *_only_tried(network, q, types)][:MOST_HITS]


def _only_tried(network: Network, q: str, types: Sequence[str]) -> list[Node]:
    if network.before is None:
        return []
    made = (network.node(i) for i, id in enumerate(network.ids) if id not in network.before.index)
    return [node for node in made if fold(q) in fold(node.name) and (not types or type(node).__name__ in types)]


def done(store: Store, desk: Desk, why: Text | str, edits: Sequence[Edit]) -> str:
    """Carry out edits in the data or in the scenario; gives the number of the change, or a word where there is none."""
    if desk.scenario:
        edit(store, desk.scenario, edits)
        return "scenario"
    before = store.version()
    with store.change(why, BY_HAND) as changes:
        carry_out(changes, edits, BY_HAND)
    return changes.id if store.version() > before else "nothing"


def refused(page: str, error: FahrstuhlError) -> Response:
    """Show a page again that says why something was not done."""
    return HTMLResponse(page, kind_of(error).status)


def gone_on(desk: Desk, path: str, **query: str) -> Response:
    """Go on to a page after something was done, so that loading it again does not do it again."""
    return RedirectResponse(desk.to(path, **query), 303)
