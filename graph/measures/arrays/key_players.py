"""Key players: a few nodes that matter together, where the best single ones would often do the same twice.

Borgatti, S. P. (2006), Identifying sets of key players in a social network, Computational & Mathematical Organization
Theory 12, 21–34.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from graph.measures.arrays.covering import Covering
from graph.measures.arrays.every_cover import best_cover
from graph.measures.arrays.every_split import best_split
from graph.measures.arrays.fragmentation import connected_pairs, distance_weighted, fragmentation
from graph.measures.arrays.local_search import Chosen, search
from graph.measures.arrays.matrices import Integers, Matrix, binary
from graph.measures.arrays.splitting import Splitting
from graph.measures.arrays.undirected import undirected
from graph.measures.arrays.waves import WORD

Criterion = Literal["fragmentation", "distance", "reach"]

LEAST_BEGINNINGS, MOST_BEGINNINGS, ELEMENTS = 1, 40, 40_000
"""From how many random sets a search begins again: more often in small networks, `ELEMENTS` nodes and ties in all."""
QUICK, LONG = 500_000_000, 100_000_000_000
"""How much work (about a nanosecond each) a search through all sets may be: where nobody asked, and where one did."""


@dataclass(frozen=True, eq=False)
class KeyPlayers:
    """The nodes chosen, in order, and what they are worth; `exact` says that no set of as many is worth more.

    `criterion`: what the value is and what decided. `sources`: from how many nodes distances were estimated, None where
    from all.
    """

    nodes: Integers
    value: float
    criterion: Criterion
    exact: bool
    sources: int | None = None


def splitters(ties: Matrix, k: int, exact: bool | None = None, seed: int = 0) -> KeyPlayers | None:
    """Choose up to k nodes, at most n − 2, whose loss fragments the network most; undirected.

    `exact`: search through all sets (None comes back where that is too large), through none, or as it fits (None).
    """
    joined = undirected(ties)
    if not connected_pairs(joined):
        return KeyPlayers(np.zeros(0, dtype=np.int64), 1.0, "fragmentation", True)
    goal = Splitting(joined, seed)
    best = None if exact is False else best_split(goal, k, LONG if exact else QUICK)
    if best is None and exact:
        return None
    proven = best is not None
    best = best or search(goal, k, _beginnings(joined), goal.degree, seed)
    return _judged(goal, best, proven or best.value == goal.best_possible)


def _beginnings(pattern: Matrix) -> int:
    often = ELEMENTS // max(pattern.shape[0] + pattern.nnz, 1)
    return min(max(often, LEAST_BEGINNINGS), MOST_BEGINNINGS)


def _judged(goal: Splitting, found: Chosen, exact: bool) -> KeyPlayers:
    joined, nodes = goal.joined, np.sort(np.array(found.nodes, dtype=np.int64))
    n = joined.shape[0]
    if goal.splits(found.nodes) or not found.value:
        return KeyPlayers(nodes, fragmentation(joined, nodes), "fragmentation", exact)
    if 10 * joined.nnz * -(-n // WORD) <= QUICK or len(goal.sources) == n:
        return KeyPlayers(nodes, fragmentation(joined, nodes, distance=True), "distance", exact)
    value = float(distance_weighted(goal.lanes, nodes[None, :], goal.sources)[0])
    return KeyPlayers(nodes, value, "distance", False, len(goal.sources))


def reachers(arcs: Matrix, k: int, steps: int = 1, exact: bool | None = None, seed: int = 0) -> KeyPlayers | None:
    """Choose up to k nodes that together get to most nodes within some steps along the arcs, themselves among them.

    The value is the number of nodes reached; `exact` as in `splitters`.
    """
    goal = Covering(binary(arcs), steps)
    weights = np.diff(goal.arcs.indptr) + 1
    few = search(goal, k, 0, weights, seed)
    best = None if exact is False else best_cover(goal, k, LONG if exact else QUICK, few)
    if best is None and exact:
        return None
    proven = best is not None
    best = best or search(goal, k, _beginnings(goal.arcs), weights, seed)
    done = proven or best.value == goal.best_possible
    return KeyPlayers(np.sort(np.array(best.nodes, dtype=np.int64)), float(best.value), "reach", done)
