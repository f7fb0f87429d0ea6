"""Pairs that a node joins across groups, over several partitions of the same undirected network at once."""

from collections.abc import Sequence

import numpy as np

from graph.measures.arrays.edges import Edges, edges
from graph.measures.arrays.matrices import Integers, Matrix, Positions
from graph.measures.arrays.triangles import corners, triangles


def pairs_across(joined: Matrix, partitions: Sequence[Positions]) -> list[Integers]:
    """Count for each node the pairs of its contacts without a tie of their own that are not both of its own group.

    `joined` is an undirected pattern as `skeleton` gives it. Each partition holds the group of each node, a negative
    number for none: such a node is left out, as end and in the middle. Each count is half the sum of a node's
    `consultant`, `representative`, `gatekeeper` and `liaison` counts of `gould_fernandez`; the triangles are listed
    once for all partitions.

    >>> from graph.measures.arrays.matrices import matrix, skeleton
    >>> path = skeleton(matrix(np.array([0, 1]), np.array([1, 2]), (3, 3)))
    >>> [counts.tolist() for counts in pairs_across(path, [np.array([0, 0, 1]), np.array([0, 0, 0])])]
    [[0, 1, 0], [0, 0, 0]]
    """
    listed = edges(joined)
    ranked = [listed.by_rank(group) for group in partitions]
    found = [_all_pairs(listed, group) for group in ranked]
    for xy, xz, _ in triangles(listed):
        x, y, z = corners(listed, xy, xz)
        for counts, group in zip(found, ranked, strict=True):
            for v, a, b in ((x, y, z), (y, x, z), (z, x, y)):
                known = (group[v] >= 0) & (group[a] >= 0) & (group[b] >= 0)
                closed = known & ~((group[a] == group[v]) & (group[b] == group[v]))
                counts -= np.bincount(v[closed], minlength=listed.n)
    return [counts[listed.rank] for counts in found]


def _all_pairs(listed: Edges, group: Positions) -> Integers:
    """Count, by rank, the pairs of contacts that are not both of a node's own group, those with a tie included."""
    low, high = listed.low, listed.high
    known = (group[low] >= 0) & (group[high] >= 0)
    same = known & (group[low] == group[high])
    every, own = (
        np.bincount(np.concatenate([low[kept], high[kept]]), minlength=listed.n).astype(np.int64)
        for kept in (known, same)
    )
    return np.asarray((every * (every - 1) - own * (own - 1)) // 2, dtype=np.int64)
