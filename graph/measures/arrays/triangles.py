"""Triangles of an undirected network, each listed once, in blocks of bounded memory.

Structural holes and brokerage both need only what happens inside closed triangles; listing these along the
degree-ordered edges costs O(m^1.5) at worst, while the plain product of the adjacency with itself can fill memory at
a single hub.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.measures.arrays.matrices import Integers, Matrix, blocks

BLOCK = 2_000_000
"""How many pairs of neighbours are looked at at once; some 100 MB at most."""


@dataclass(frozen=True, eq=False)
class Edges:
    """The edges of an undirected network of `n` nodes without self-loops.

    `rank` orders the nodes by degree; each edge runs from its end of lower rank, `low`, to the other, `high`, and the
    edges are sorted by the ranks of their ends.
    """

    n: int
    low: Integers
    high: Integers
    degree: Integers
    rank: Integers

    @property
    def m(self) -> int:
        """Count the edges."""
        return len(self.low)


def edges(pattern: Matrix) -> Edges:
    """List the edges of an undirected pattern as `skeleton` gives it."""
    n = pattern.shape[0]
    degree = np.diff(pattern.indptr).astype(np.int64)
    rank = np.empty(n, dtype=np.int64)
    rank[np.lexsort((np.arange(n), degree))] = np.arange(n)
    u, v = np.repeat(np.arange(n), degree), pattern.indices.astype(np.int64)
    from_low = rank[u] < rank[v]
    u, v = u[from_low], v[from_low]
    order = np.lexsort((rank[v], rank[u]))
    return Edges(n, u[order], v[order], degree, rank)


def triangles(listed: Edges) -> Iterator[tuple[Integers, Integers, Integers]]:
    """List each triangle x, y, z (in the order of rank) once, as positions of its edges x–y, x–z and y–z."""
    low, high = listed.rank[listed.low], listed.rank[listed.high]
    keys = low * listed.n + high
    later = np.searchsorted(low, low, side="right") - np.arange(listed.m) - 1
    for first, end in blocks(later, BLOCK):
        one = np.repeat(np.arange(first, end), later[first:end])
        starts = np.cumsum(later[first:end]) - later[first:end]
        two = one + 1 + np.arange(len(one)) - np.repeat(starts, later[first:end])
        wanted = high[one] * listed.n + high[two]
        found = np.minimum(np.searchsorted(keys, wanted), listed.m - 1)
        hit = keys[found] == wanted
        yield one[hit], two[hit], found[hit]


def corners(listed: Edges, xy: Integers, xz: Integers) -> tuple[Integers, Integers, Integers]:
    """Give the nodes x, y, z of triangles listed by their edges."""
    return listed.low[xy], listed.high[xy], listed.high[xz]
