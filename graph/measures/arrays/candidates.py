"""Which sets of nodes can split a network most: all but those in which another node would do at least as well."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.local_search import Nodes
from graph.measures.arrays.matrices import Integers, Matrix, blocks, matrix

LOOKUPS = 2_000_000
"""How many contacts of contacts are looked up at once."""


class Candidates:
    """The sets that can be the best one.

    A node v all of whose contacts are also contacts of its contact u (a leaf, a member of a closed circle) is no better
    choice than u: if u is left instead of v, it holds at least as much together. So v is looked at only beside all such
    u. Nodes without ties are never looked at.
    """

    def __init__(self, joined: Matrix, compared: bool = True) -> None:
        """Find for each node the contacts who have all of its contacts too; none where they are not `compared`."""
        degree, n = np.diff(joined.indptr).astype(np.int64), joined.shape[0]
        order = np.lexsort((np.arange(n), -degree))
        self.nodes = order[degree[order] > 0]
        self.place = np.full(n, n, dtype=np.int64)
        self.place[self.nodes] = np.arange(len(self.nodes))
        over, under = _above(joined, degree, self.place) if compared else (order[:0], order[:0])
        self._below = matrix(over, under, (n, n))
        self._above: dict[int, set[int]] = {}
        for u, v in zip(over.tolist(), under.tolist(), strict=True):
            self._above.setdefault(v, set()).add(u)

    def sets(self, k: int, first: int = 0, kept: Nodes = ()) -> Iterator[Nodes]:
        """List the sets of k nodes, each once: no node before those above it."""
        if len(kept) == k:
            yield kept
            return
        for place, node in enumerate(self.nodes[first:].tolist(), first):
            if self._above.get(node, set()).issubset(kept):
                yield from self.sets(k, place + 1, (*kept, node))

    def after(self, sets: Integers) -> npt.NDArray[np.bool_]:
        """Say for each of some sets which nodes make a further set with it, sets × nodes."""
        missing = np.bincount(self._below.indices, minlength=len(self.place)) - np.zeros((len(sets), 1), dtype=np.int64)
        for column in sets.T:
            missing -= self._below[column, :].toarray()
        last = self.place[sets[:, -1:]] if sets.shape[1] else -1
        return np.asarray((missing == 0) & (self.place > last) & (self.place < len(self.place)))


def lookups(joined: Matrix) -> int:
    """Count the contacts of contacts that are looked up to find the candidates."""
    degree = np.diff(joined.indptr).astype(np.int64)
    return int(np.minimum(np.repeat(degree, degree), degree[joined.indices]).sum()) // 2


def _above(joined: Matrix, degree: Integers, place: Integers) -> tuple[Integers, Integers]:
    """List the pairs of a node, first, and a contact of it that has no contacts beyond those of the first."""
    under, over = np.repeat(np.arange(len(degree)), degree), joined.indices.astype(np.int64)
    up = place[over] < place[under]
    under, over = under[up], over[up]
    shared = [_shared(joined, degree, under[a:b], over[a:b]) for a, b in blocks(degree[under], LOOKUPS)]
    kept = np.concatenate([degree[:0], *shared]) == degree[under] - 1
    return over[kept], under[kept]


def _shared(joined: Matrix, degree: Integers, under: Integers, over: Integers) -> Integers:
    """Count for each pair the contacts of the second, of fewer ties, that the first has too."""
    pair = np.repeat(np.arange(len(under)), degree[under])
    nth = np.arange(len(pair)) - np.repeat(np.cumsum(degree[under]) - degree[under], degree[under])
    wanted = over[pair] * len(degree) + joined.indices[joined.indptr[under][pair] + nth]
    keys = np.repeat(np.arange(len(degree)), degree) * len(degree) + joined.indices
    found = keys[np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)] == wanted
    return np.bincount(pair[found], minlength=len(under)).astype(np.int64)
