"""The pages of planning rounds that are read: the list of all, and each with its notes; see `round_state_pages`."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api.desks import Done, PlainDesk
from api.page_options import PageOptions
from api.paths import NodeId
from api.rights import Rights, RightsDep, Sight, SightDep, StoreDep
from api.routes.pages import may
from api.routes.rounds import today
from graph.network import Network
from graph.questions.scope import Scope
from graph.rounds.choosing import readable_by
from graph.rounds.finding import round_of, rounds
from graph.rounds.heads import Head
from graph.rounds.sheet import sheet, sheets
from graph.store.store import Store
from viz.addresses import asked
from viz.edit.desk import Desk, Trouble
from viz.edit.round_pages import Kept, Reading, round_page, rounds_page
from viz.option_form import option_fields
from viz.served import ROUNDS

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


class RoundOptions(PageOptions):
    """What the page of a round takes; `done` is the number of the change that led there."""

    done: Done = ""


@router.get(ROUNDS)
def all_rounds(desk: PlainDesk, options: Annotated[PageOptions, Query()], sight: SightDep, rights: RightsDep) -> str:
    """List the planning rounds."""
    network = sight.network(options.quick())
    found = sheets(network, options.as_of or today())
    return rounds_page(desk, _reading(options, rights), found, network)


@router.get(ROUNDS + "/{id}")
def one_round(
    id: NodeId,
    desk: PlainDesk,
    options: Annotated[RoundOptions, Query()],
    sight: SightDep,
    rights: RightsDep,
    store: StoreDep,
) -> str:
    """Show a planning round with its notes, and to who signed in its frozen states."""
    return shown_round(id, desk, options, sight, rights, store)


def shown_round(
    id: str,
    desk: Desk,
    options: RoundOptions,
    sight: Sight,
    rights: Rights,
    store: Store,
    trouble: Trouble | None = None,
) -> str:
    """Write the page of a round, with what was refused if it was."""
    network = sight.network(options.quick())
    found = sheet(network, round_of(network, id), options.as_of or today())
    kept = kept_for(store, network, found.round.id, options.quick()) if rights.known else Kept()
    reading = _reading(options, rights)
    return round_page(desk, reading, found, kept, network, done=options.done, trouble=trouble)


def kept_for(store: Store, network: Network, id: str, scope: Scope) -> Kept:
    """Give the states that the rights of a scope reach: of one round, and of others to compare it with."""
    heads = [Head.of(one) for one in store.frozen() if readable_by(one, scope.visibility, scope.persons)]
    others = [network.ids[i] for i in rounds(network) if network.ids[i] != id]
    named = [(network.name(network.index[other]), _of(heads, other)) for other in others]
    return Kept(_of(heads, id), [(name, found) for name, found in named if found], known=True)


def _of(heads: Sequence[Head], id: str) -> list[Head]:
    return [head for head in heads if head.round == id]


def _reading(options: PageOptions, rights: Rights) -> Reading:
    scope = options.quick()
    fields = option_fields(scope, partial(may, rights, scope))
    query = {name: value for name, value in asked(options).items() if name not in ("lang", "done")}
    return Reading(query, tuple(field for field in fields if field.name != "robust"), rights.editing)
