"""Nodes and ties as the service hands them out: what identifies them first, then the whole record."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict
from starlette.responses import Response

from graph.neighbourhood import Neighbourhood
from graph.network import Network
from schema.catalogue import type_name
from schema.levels import Level
from schema.nodes import NODES, Node
from schema.text import Text
from schema.ties import TIES, Tie

if TYPE_CHECKING:
    AnyNode = Node
    AnyTie = Tie
else:
    AnyNode = reduce(or_, NODES)
    AnyTie = reduce(or_, TIES)


class Entry(BaseModel):
    """Base of what is handed out; frozen, without surprises."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class NodeEntry(Entry):
    """A node: id, name and type, the level that it stands on (its own, else derived), and its record."""

    id: str
    name: str
    type: str
    level: Annotated[Level | None, Text("Ebene", "level")]
    record: AnyNode

    @classmethod
    def of(cls, node: Node) -> "NodeEntry":
        """Describe a node."""
        return cls(id=node.id, name=node.name, type=type_name(node), level=node.standing(), record=node)


class TieEntry(Entry):
    """A tie: id, type and both ends, and its record."""

    id: str
    type: str
    start: str
    end: str
    record: AnyTie

    @classmethod
    def of(cls, tie: Tie) -> "TieEntry":
        """Describe a tie."""
        return cls(id=tie.id, type=type_name(tie), start=tie.start, end=tie.end, record=tie)


class NodePage(Entry):
    """Some nodes in order of id, and where to go on."""

    nodes: tuple[NodeEntry, ...]
    total: int
    """How many there are in all pages, for this reader."""
    next: str | None
    """Put this into `after` for the next page; null on the last."""
    data_version: int


class Found(Entry):
    """Nodes found by name, the best first."""

    nodes: tuple[NodeEntry, ...]
    data_version: int


class Surroundings(Entry):
    """A node with its neighbours and the ties among all of them."""

    centre: str
    depth: int
    nodes: tuple[NodeEntry, ...]
    ties: tuple[TieEntry, ...]
    left_out: int
    """How many more nodes are within reach than the limit lets through."""
    data_version: int

    @classmethod
    def of(cls, around: Neighbourhood) -> "Surroundings":
        """Describe the part of a network around a node."""
        part = around.network
        return cls(
            centre=around.centre,
            depth=around.depth,
            nodes=entries(part, range(part.n)),
            ties=tuple(TieEntry.of(part.tie(j)) for j in range(part.m)),
            left_out=around.left_out,
            data_version=part.version,
        )


def entries(network: Network, positions: Iterable[int]) -> tuple[NodeEntry, ...]:
    """Describe the nodes at some positions of a network."""
    return tuple(NodeEntry.of(network.node(i)) for i in positions)


def written(answer: BaseModel) -> Response:
    """Write an answer as JSON; done by a route in its own thread, so that a large one holds up no other reader."""
    return Response(answer.model_dump_json(), media_type="application/json")
