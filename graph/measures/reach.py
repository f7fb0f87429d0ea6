"""Whom a group of nodes gets to within a few steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic

import networkx as nx
import numpy as np

from graph.measures.arrays.steps import distances_from
from graph.measures.graphs import Drawn, N
from schema.errors import UnmeasurableError
from schema.text import Text


@dataclass(frozen=True)
class Reach(Generic[N]):
    """Who is reached, in the order of the graph.

    `share` is `count` divided by `denominator`: all nodes, or all but the members where these are not counted.
    `distance_weighted` is Borgatti's DR: who is two steps away counts 1/2, three steps 1/3; members count 1.
    """

    nodes: tuple[N, ...]
    count: int
    denominator: int
    share: float
    distance_weighted: float


def reach(G: "nx.Graph[N]", members: Iterable[N], steps: int | None = 1, count_members: bool = True) -> Reach[N]:
    """Say whom some nodes together get to within so many steps, and which share of all that is.

    A node is reached if the shortest way to it from any of `members` has at most `steps` ties; `steps=None` sets no
    limit. In a directed graph ways follow the arcs out. The members themselves count as reached, or with
    `count_members=False` are left out of both count and denominator. Weights, parallel ties and self-loops do not
    count.

    Without members nobody is reached; the share is undefined → NaN where there is nobody to reach. Raises
    UnmeasurableError for a node that G does not have and for steps below 1.

    >>> found = reach(nx.krackhardt_kite_graph(), [3, 8])
    >>> found.count, found.share
    (10, 1.0)
    >>> reach(nx.path_graph(5), [0], steps=2, count_members=False)
    Reach(nodes=(1, 2), count=2, denominator=4, share=0.5, distance_weighted=0.375)

    Borgatti, S. P. (2006), Identifying sets of key players in a social network, Computational & Mathematical
    Organization Theory 12, 21–34.
    """
    check_steps(steps)
    drawn = Drawn.of(G)
    start = np.unique(drawn.positions(members))
    distance = distances_from(drawn.arcs, start, steps)
    if not count_members:
        distance[start] = np.inf
    found = np.flatnonzero(np.isfinite(distance))
    denominator = len(drawn.nodes) - (0 if count_members else len(start))
    near = float((1 / np.maximum(distance[found], 1)).sum())
    return Reach(
        nodes=tuple(drawn.nodes[i] for i in found.tolist()),
        count=len(found),
        denominator=denominator,
        share=len(found) / denominator if denominator else float("nan"),
        distance_weighted=near / denominator if denominator else float("nan"),
    )


def check_steps(steps: int | None) -> None:
    """Raise UnmeasurableError for steps that are no whole number above 0."""
    if steps is not None and (not isinstance(steps, int) or isinstance(steps, bool) or steps < 1):
        raise UnmeasurableError(
            Text("Die Zahl der Schritte ist {s!r}.", "The number of steps is {s!r}.").format(s=steps),
            Text("Möglich sind ganze Zahlen ab 1.", "Possible are whole numbers from 1."),
        )
