"""Fragmentation: how many pairs of a network cannot reach each other, and what the loss of each node would do."""

import numpy as np
import numpy.typing as npt
from scipy.sparse.csgraph import connected_components

from graph.measures.arrays.cohesion import blocks
from graph.measures.arrays.matrices import Floats, Integers, Matrix, Positions
from graph.measures.arrays.undirected import undirected, without
from graph.measures.arrays.waves import Lanes, nearness


def fragmentation(ties: Matrix, removed: Positions, distance: bool = False, over_all: bool = False) -> float:
    """Measure fragmentation F = 1 − Σ s_k(s_k − 1)/(n(n − 1)) once some nodes are removed, s_k the component sizes.

    With `distance`: DF = 1 − Σ (1/d_ij)/(n(n − 1)). n counts the nodes that are left, or with `over_all` those that
    were there before. Undirected. NaN where n(n − 1) = 0.

    Borgatti, S. P. (2006), Identifying sets of key players in a social network, Computational & Mathematical
    Organization Theory 12, 21–34.
    """
    joined, gone = undirected(ties), np.unique(removed)
    n = joined.shape[0] - (0 if over_all else len(gone))
    if n < 2:
        return float("nan")
    if distance:
        near = nearness(Lanes.of(joined), gone[None, :], np.arange(joined.shape[0]))[0]
    else:
        near = connected_pairs(cut_off(joined, gone))
    return float(1 - near / (n * (n - 1)))


def cut_off(joined: Matrix, nodes: Positions) -> Matrix:
    """Take the ties of some nodes away."""
    gone = np.zeros(joined.shape[0], dtype=np.bool_)
    gone[nodes] = True
    return without(joined, gone)


def connected_pairs(joined: Matrix) -> int:
    """Count the ordered pairs of nodes that can reach each other."""
    sizes = np.bincount(connected_components(joined, directed=False)[1], minlength=1)
    return int((sizes * (sizes - 1)).sum())


def pairs_lost(joined: Matrix) -> tuple[Integers, Integers, npt.NDArray[np.bool_]]:
    """Count for each node the ordered pairs that could no longer reach each other if it alone were lost.

    Its own pairs are among them. All nodes together take O(n + m). Gives the counts, the size of each node's component,
    and whether the loss parts others.
    """
    found = blocks(joined)
    tree, n = found.tree, found.tree.n
    whole = tree.by_node(tree.size[tree.root()])
    above, part = found.lower_parts()
    rest = whole - 1 - _sums(above, part, n)
    left = rest * (rest - 1) + _sums(above, part * (part - 1), n)
    return whole * (whole - 1) - left, whole, left < (whole - 1) * (whole - 2)


def _sums(nodes: Integers, values: npt.NDArray[np.int64], n: int) -> Integers:
    return np.bincount(nodes, values, n).astype(np.int64)


def distance_weighted(lanes: Lanes, removed: Positions, starts: Positions) -> Floats:
    """Give DF of what is left without each row of `removed`, estimated from the `starts` that are left."""
    n, k = len(lanes.rank), removed.shape[1]
    left = len(starts) - np.isin(removed, starts).sum(axis=1)
    pairs = left * (n - k - 1)
    near = nearness(lanes, removed, starts)
    return np.asarray(1 - np.divide(near, pairs, out=np.ones(len(removed)), where=pairs > 0))
