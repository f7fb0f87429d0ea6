"""Reach: how many others a node gets to in few steps, and which few together get to most."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import vstack
from scipy.sparse.csgraph import dijkstra

from graph.measures.arrays.matrices import (
    Floats,
    Integers,
    Matrix,
    Positions,
    binary,
    blocks,
    matrix,
    ordered,
    skeleton,
)
from graph.measures.arrays.unions import union_sizes

BLOCK = 4_000_000
"""How many two-step ways are held at once."""


def reach(ties: Matrix, targets: Positions, rows: Positions) -> Integers:
    """Count for each of `rows` the other nodes among `targets` within two undirected steps."""
    joined = skeleton(ties)
    n = joined.shape[0]
    itself = np.zeros(n, dtype=np.int64)
    itself[targets] = np.diff(joined.indptr)[targets] > 0
    stays = matrix(np.arange(n), np.arange(n), (n, n))
    return union_sizes(ordered(joined + stays), ordered(joined[:, targets]), rows) - itself[rows]


def distances_from(arcs: Matrix, start: Positions, steps: int | None = None) -> Floats:
    """Give the steps along the arcs to each node from the nearest of `start`.

    Infinite beyond `steps` and where there is no way. Each arc is one step, whatever its value.
    """
    if not len(start):
        return np.full(arcs.shape[0], np.inf)
    limit = np.inf if steps is None else float(steps)
    found = dijkstra(arcs, indices=start, unweighted=True, limit=limit, min_only=True)
    return np.asarray(found, dtype=np.float64)


def within_two_steps(ties: Matrix, targets: Positions, rows: Positions) -> Matrix:
    """Give the pattern rows × targets of who is within two undirected steps; meant for few targets (Sozialräume)."""
    parts = list(_two_steps(skeleton(ties), rows, targets))
    none = np.zeros(0, dtype=np.int64)
    return ordered(vstack(parts)) if parts else matrix(none, none, (0, len(targets)))


def _two_steps(joined: Matrix, rows: Positions, targets: Positions) -> Iterator[Matrix]:
    """Give block by block the pattern of targets within two steps; a node with contacts reaches itself."""
    degree = np.diff(joined.indptr).astype(np.int64)
    ways = np.asarray(joined @ degree + degree, dtype=np.int64)[rows]
    hit = ordered(joined[:, targets])
    for first, end in blocks(ways, BLOCK):
        block = rows[first:end]
        yield binary(ordered(joined[block, :]) @ hit + hit[block, :])


@dataclass(frozen=True, slots=True)
class Pick:
    """One member of a chosen set: its row, how many targets it added, and how many the set has reached with it."""

    row: int
    added: int
    reached: int


def greedy_cover(covers: Matrix, k: int) -> tuple[Pick, ...]:
    """Choose up to `k` rows that together cover many columns, each time the one that adds most; first row wins ties.

    Greedy, so it need not be the best set, yet it covers at least 1 − 1/e (63 %) of what the best set covers
    (Nemhauser, Wolsey and Fisher 1978). It stops early when nothing is left to add.

    Key players by reach: Borgatti, S. P. (2006), Computational & Mathematical Organization Theory 12, 21–34.
    """
    pattern = binary(covers)
    still_open = np.ones(pattern.shape[1], dtype=np.int64)
    picks: list[Pick] = []
    while len(picks) < k and pattern.shape[0]:
        gains = pattern @ still_open
        best = int(np.argmax(gains))
        if not gains[best]:
            break
        still_open[pattern.indices[pattern.indptr[best] : pattern.indptr[best + 1]]] = 0
        picks.append(Pick(best, int(gains[best]), int((still_open == 0).sum())))
    return tuple(picks)
