"""The sorted order of nodes, so that a graph put together in another order gives the same answer."""

from dataclasses import dataclass
from typing import Any, Generic

import networkx as nx
import numpy as np

from graph.measures.arrays.matrices import Matrix, ordered
from graph.measures.graphs import Drawn, N


@dataclass(frozen=True, eq=False)
class Undirected(Generic[N]):
    """The nodes in sorted order and the ties among them, both directions added up; symmetric, no self-loops."""

    nodes: tuple[N, ...]
    ties: Matrix

    @classmethod
    def of(cls, G: "nx.Graph[N]", weight: str | None = None) -> "Undirected[N]":
        """Read a graph; numbers are sorted as such, all else as text."""
        drawn = Drawn.of(G, weight)
        order = np.array(sorted_positions(drawn.nodes), dtype=np.int64)
        arcs = ordered(drawn.arcs[order, :][:, order]) if len(order) else drawn.arcs
        ties = ordered(arcs + arcs.T) if G.is_directed() else arcs
        return cls(tuple(drawn.nodes[i] for i in order.tolist()), ties)


def sorted_positions(nodes: tuple[Any, ...]) -> list[int]:
    """Give the positions of nodes in sorted order.

    >>> sorted_positions((10, 9, 11)), sorted_positions(("b", "a", 3))
    ([1, 0, 2], [2, 1, 0])
    """
    if all(isinstance(node, int | float) for node in nodes):
        return sorted(range(len(nodes)), key=lambda i: nodes[i])
    return sorted(range(len(nodes)), key=lambda i: (str(nodes[i]), repr(nodes[i])))
