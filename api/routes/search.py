"""Search by name."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.entries import Found, entries, written
from api.examples import AREA, example_network
from api.openapi import READING, problems
from api.options import Limit, ReadOptions, TypeNames
from api.rights import SightDep, StoreDep
from graph.neighbourhood import position
from graph.network import Network
from graph.store.store import Store
from schema.record import Words
from schema.text import Text

router = APIRouter(prefix="/search", tags=["network"])


class SearchOptions(ReadOptions):
    """What to search for."""

    q: Annotated[Words, Field(min_length=1, max_length=200), Text("Teil eines Namens", "part of a name")]
    type: TypeNames = ()
    limit: Limit = 20


def found(store: Store, seen: Network, options: SearchOptions) -> Found:
    """Search for more until enough of it may be seen, so that what is hidden takes no one's place."""
    asked = options.limit
    while True:
        hits = store.search(options.q, options.type, asked)
        visible = [seen.index[hit.id] for hit in hits if hit.id in seen.index][: options.limit]
        if len(visible) == options.limit or len(hits) < asked:
            # Described as this reader sees them, not as the store may have them since.
            return Found(nodes=entries(seen, visible), data_version=seen.version)
        asked *= 4


def _example() -> Found:
    network = example_network()
    return Found(nodes=entries(network, [position(network, AREA)]), data_version=network.version)


EXAMPLES = {"search": _example}


@router.get(
    "",
    operation_id="search",
    response_model=Found,
    summary="Find nodes by name",
    responses=problems(*READING),
)
def search(options: Annotated[SearchOptions, Query()], sight: SightDep, store: StoreDep) -> Response:
    """Find nodes by any part of their names; case does not matter, nor whether ü is written ue."""
    return written(found(store, sight.network(options.scope()), options))
