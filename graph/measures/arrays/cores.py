"""The cores of a network: how deep in its dense middle a node stands."""

from typing import Any

import numpy as np

from graph.measures.arrays.matrices import Integers, Matrix
from graph.measures.arrays.undirected import undirected

GONE = 1 << 40
"""More ties than any node has: marks those taken off."""
FEW = 64
"""Up to so many ties it is quicker to follow them one by one than to start a pass over arrays."""


def core(ties: Matrix) -> Integers:
    """Give the core number of each node: the largest k of a part in which each node has k ties at least within it.

    Undirected, without loops; nodes with the fewest ties are taken off layer by layer.

    Batagelj, V. and Zaveršnik, M. (2003), An O(m) algorithm for cores decomposition of networks, arXiv cs/0310049.
    """
    joined = undirected(ties)
    peel = _Peel(joined)
    others, k = np.arange(joined.shape[0]), 0
    while len(others):
        k = max(k, int(peel.left[others].min()))
        peel.layers(others[peel.left[others] <= k], k)
        others = others[peel.left[others] < GONE // 2]
    return peel.found


class _Peel:
    """What is left while nodes are taken off: `left` counts the ties to nodes still there."""

    def __init__(self, joined: Matrix) -> None:
        """Begin with all nodes."""
        self.indices = joined.indices.astype(np.int64, copy=False)
        self.indptr = joined.indptr.astype(np.int64, copy=False)
        self.degree = np.diff(self.indptr)
        self.left = self.degree.copy()
        self.found = np.zeros(len(self.degree), dtype=np.int64)

    def layers(self, layer: Integers, k: int) -> None:
        """Take off a layer, and all who have no more than k ties left because of it."""
        while len(layer):
            self.found[layer] = k
            self.left[layer] = GONE
            degree = self.degree[layer]
            thin = degree.sum() + len(layer) <= FEW
            layer = self._one_by_one(layer, k) if thin else self._all_at_once(layer, degree, k)

    def _all_at_once(self, layer: Integers, degree: Integers, k: int) -> Integers:
        """Take the ties of a layer off the others; give those who then have too few."""
        ends = np.cumsum(degree)
        at = np.repeat(self.indptr[layer] - ends + degree, degree)
        at += np.arange(ends[-1])
        lost = self.indices[at]
        if 8 * len(lost) > len(self.left):
            self.left -= np.bincount(lost, minlength=len(self.left))
            return np.flatnonzero(self.left <= k)
        np.subtract.at(self.left, lost, 1)
        return np.unique(lost[self.left[lost] <= k])

    def _one_by_one(self, layer: Integers, k: int) -> Integers:
        """Follow a thin layer, as along a chain; give back what has become too much for that."""
        indptr, indices, left, found = map(_plain, (self.indptr, self.indices, self.left, self.found))
        open_ends = layer.tolist()
        while open_ends and len(open_ends) < 4 * FEW:
            v = open_ends.pop()
            found[v], left[v] = k, GONE
            for u in indices[indptr[v] : indptr[v + 1]]:
                if left[u] > k:
                    left[u] -= 1
                    if left[u] == k:
                        open_ends.append(u)
        return np.array(open_ends, dtype=np.int64)


def _plain(values: Any) -> memoryview:
    """Look at an array in a way in which single values are quickly read and written."""
    return memoryview(values)
