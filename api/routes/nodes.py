"""Nodes: a page of them, one, and what is around it."""

from bisect import bisect_right
from typing import Annotated

import numpy as np
from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.entries import NodeEntry, NodePage, Surroundings, entries, written
from api.examples import COMMITTEE, DEPARTMENT, example_network
from api.openapi import READING, problems
from api.options import Limit, ReadOptions, TypeNames
from api.paths import NodeId
from api.rights import SightDep
from graph.neighbourhood import neighbourhood, position
from graph.network import Network
from schema.catalogue import NODE_TYPES
from schema.record import Identifier
from schema.text import Text

router = APIRouter(prefix="/nodes", tags=["network"])


class NodesOptions(ReadOptions):
    """Which nodes to list."""

    type: TypeNames = ()
    id: Annotated[tuple[Identifier, ...], Text("nur diese Kennungen", "these ids only")] = ()
    after: Annotated[str | None, Text("weiter nach dieser Kennung", "go on after this id")] = None
    limit: Limit = 100


class AroundOptions(ReadOptions):
    """How far to look around a node."""

    depth: Annotated[int, Field(ge=1, le=3), Text("Schritte (1–3)", "steps (1–3)")] = 1
    limit: Limit = 200


def listed(network: Network, options: NodesOptions) -> NodePage:
    """Cut one page out of a network, in order of id."""
    wanted = (
        network.of_type(*(NODE_TYPES[name] for name in options.type))
        if options.type
        else np.ones(network.n, dtype=np.bool_)
    )
    if options.id:
        wanted &= np.isin(np.arange(network.n), [network.index.get(id, -1) for id in options.id])
    total = int(wanted.sum())
    wanted[: bisect_right(network.ids, options.after) if options.after is not None else 0] = False
    found = np.flatnonzero(wanted)
    page = found[: options.limit]
    return NodePage(
        nodes=entries(network, page),
        total=total,
        next=network.ids[page[-1]] if len(found) > len(page) else None,
        data_version=network.version,
    )


EXAMPLES = {
    "list_nodes": lambda: listed(example_network(), NodesOptions(type=("Department",))),
    "neighbours": lambda: Surroundings.of(neighbourhood(example_network(), COMMITTEE)),
    "get_node": lambda: entries(example_network(), [position(example_network(), DEPARTMENT)])[0],
}


@router.get(
    "",
    operation_id="list_nodes",
    response_model=NodePage,
    summary="List nodes",
    responses=problems(*READING),
)
def list_nodes(options: Annotated[NodesOptions, Query()], sight: SightDep) -> Response:
    """List the nodes that this reader may see, in order of id, page by page: put `next` into `after`."""
    return written(listed(sight.network(options.scope()), options))


# Before the route of a single node, whose id would otherwise take the suffix in.
@router.get(
    "/{id:path}/neighbours",
    operation_id="neighbours",
    response_model=Surroundings,
    summary="What is around a node",
    responses=problems(*READING),
)
def neighbours(id: NodeId, options: Annotated[AroundOptions, Query()], sight: SightDep) -> Response:
    """Give a node, what is tied to it within some steps, and the ties among all of these; nearest first."""
    around = neighbourhood(sight.network(options.scope()), id, options.depth, options.limit)
    return written(Surroundings.of(around))


@router.get(
    "/{id:path}",
    operation_id="get_node",
    response_model=NodeEntry,
    summary="One node",
    responses=problems(*READING),
)
def get_node(id: NodeId, options: Annotated[ReadOptions, Query()], sight: SightDep) -> Response:
    """Give one node with its whole record; a node that this reader may not see is not found."""
    network = sight.network(options.scope())
    return written(NodeEntry.of(network.node(position(network, id))))
