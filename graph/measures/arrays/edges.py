"""The ties of a network as edges between ranks: each pair of nodes once, with what runs either way."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Integers, Matrix, ordered

Ranks = npt.NDArray[np.int32]
Values = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Edges:
    """The pairs of nodes with an entry in either direction, without self-loops, in the order of `low`, then `high`.

    A node is named by its rank in the order of degree: `rank[i]` for node i of the matrix. Edge e joins the ranks
    `low[e]` < `high[e]`; `forth[e]` is the entry from low to high, `back[e]` that from high to low, 0 where there is
    none.
    """

    rank: Ranks
    low: Ranks
    high: Ranks
    forth: Values
    back: Values

    @property
    def n(self) -> int:
        """Count the nodes."""
        return len(self.rank)

    @property
    def m(self) -> int:
        """Count the edges."""
        return len(self.low)

    @property
    def keys(self) -> Integers:
        """Give one number for each edge, in ascending order."""
        return keys(self.low, self.high, self.n)

    @property
    def degree(self) -> Integers:
        """Count the edges of each rank."""
        return np.bincount(self.low, minlength=self.n) + np.bincount(self.high, minlength=self.n)

    def where(self, kept: npt.NDArray[np.bool_]) -> "Edges":
        """Keep some edges, and all nodes."""
        at = np.flatnonzero(kept)  # a list of places is read several times as fast as a mask
        return Edges(self.rank, self.low[at], self.high[at], self.forth[at], self.back[at])

    def by_rank(self, values: Values) -> Values:
        """Put values that stand in the order of the nodes into that of the ranks."""
        moved = np.empty_like(values)
        moved[self.rank] = values
        return moved


def edges(arcs: Matrix) -> Edges:
    """List the edges of a square matrix; an entry of 0 is none, self-loops do not count."""
    if not arcs.has_canonical_format:
        arcs = ordered(arcs.copy())
    n, rank = arcs.shape[0], _ranks(arcs)
    a, b, data = np.repeat(rank, np.diff(arcs.indptr)), rank[arcs.indices], arcs.data
    given = data != 0
    forth = _half(a, b, n, data, given & (a < b))
    back = _half(b, a, n, data, given & (b < a))
    pairs, forth_values, back_values = (
        (*forth, back[1]) if np.array_equal(forth[0], back[0]) else _merged(*forth, *back)
    )
    bits = _bits(n)
    low, high = (pairs >> bits).astype(np.int32), (pairs & ((1 << bits) - 1)).astype(np.int32)
    return Edges(rank, low, high, forth_values, back_values)


def keys(low: Ranks, high: Ranks, n: int) -> Integers:
    """Give one number for each pair of ranks, in the order of `low`, then `high`."""
    made = low.astype(np.int64)
    made <<= _bits(n)
    made |= high
    return made


def _bits(n: int) -> int:
    return max(n - 1, 1).bit_length()


def _ranks(arcs: Matrix) -> Ranks:
    """Rank the nodes by their entries in and out.

    Any order gives the same triangles, this one few pairs to look at. So the largest hubs may share a place, and
    numbers of 16 bits are sorted in a single pass.
    """
    n = arcs.shape[0]
    entries = np.diff(arcs.indptr) + np.bincount(arcs.indices, minlength=n)
    rank = np.empty(n, dtype=np.int32)
    rank[np.argsort(np.minimum(entries, 2**15 - 1).astype(np.int16), kind="stable")] = np.arange(n, dtype=np.int32)
    return rank


def _half(low: Ranks, high: Ranks, n: int, data: Values, kept: npt.NDArray[np.bool_]) -> tuple[Integers, Values]:
    """Give the keys of some entries in ascending order, and their values."""
    at = np.flatnonzero(kept)
    found, values = keys(low[at], high[at], n), data[at]
    if len(values) and values.min() == values.max():
        found.sort()  # several times as fast as finding the order, which equal values do not need
        return found, values
    order = np.argsort(found)
    return found[order], values[order]


def _merged(one: Integers, of_one: Values, two: Integers, of_two: Values) -> tuple[Integers, Values, Values]:
    """Give the keys of either of two ascending lists, and the values of both at these, 0 where there is none."""
    marked = np.concatenate([one << 1, (two << 1) | 1])
    marked.sort()
    second = (marked & 1).astype(np.bool_)
    marked >>= 1
    new = np.diff(marked, prepend=-1) != 0
    place = np.cumsum(new) - 1
    spread = np.zeros((2, int(np.count_nonzero(new))), dtype=of_one.dtype)
    spread[0, place[~second]], spread[1, place[second]] = of_one, of_two
    return marked[new], spread[0], spread[1]
