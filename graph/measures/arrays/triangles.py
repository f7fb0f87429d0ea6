"""Triangles of an undirected network, each listed once, in blocks of bounded memory.

Structural holes and brokerage both need only what happens inside closed triangles; listing these along the
degree-ordered edges costs O(m^1.5) at worst, while the plain product of the adjacency with itself can fill memory at
a single hub.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.edges import Edges, Ranks, keys
from graph.measures.arrays.matrices import Integers, blocks

BLOCK = 1 << 18
"""How many pairs of neighbours are looked at at once; few enough to stay in the processor's cache."""
SLOTS_PER_EDGE = 4
Triangles = tuple[Ranks, Ranks, Ranks]
Words = npt.NDArray[np.uint32]


@dataclass(frozen=True, eq=False)
class _Slots:
    """A hash table from two ranks to the place of their edge, for most pairs of neighbours have none.

    `place` holds the place of the edge plus one, 0 for no edge, −1 where several edges share a slot.
    """

    place: Ranks

    @classmethod
    def of(cls, listed: Edges) -> "_Slots":
        slots = cls(np.zeros(1 << (SLOTS_PER_EDGE * listed.m).bit_length(), dtype=np.int32))
        slot, places = slots.at(_spread(listed.low), listed.high), np.arange(1, listed.m + 1, dtype=np.int32)
        slots.place[slot] = places
        crowded = np.flatnonzero(slots.place[slot] != places)
        slots.place[slot[crowded]] = -1
        return slots

    def at(self, spread: Words, high: Ranks) -> Words:
        slot = spread + high.view(np.uint32)
        slot &= np.uint32(len(self.place) - 1)
        return slot


def _spread(low: Ranks) -> Words:
    """Move neighbouring ranks far apart."""
    return low.astype(np.uint32) * np.uint32(2_654_435_761)  # odd, near 2³² / golden ratio


def triangles(listed: Edges) -> Iterator[Triangles]:
    """List each triangle of ranks x < y < z once, in blocks, as the places of its edges x–y, x–z and y–z."""
    known, slots = listed.keys, _Slots.of(listed)
    spread, later = _spread(listed.high), _later(listed)
    for first, end in blocks(later, BLOCK):
        times = later[first:end]
        two = _following(first, times)
        place = slots.place[slots.at(np.repeat(spread[first:end], times), listed.high[two])]
        likely = np.flatnonzero(place)
        one = np.repeat(np.arange(first, end, dtype=np.int32), times)[likely]
        yield _closed(listed, known, one, two[likely], place[likely])


def corners(listed: Edges, xy: Ranks, xz: Ranks) -> Triangles:
    """Give the ranks x, y, z of triangles listed by their edges."""
    return listed.low[xy], listed.high[xy], listed.high[xz]


def _later(listed: Edges) -> Integers:
    """Count for each edge those that come after it from the same end of lower rank."""
    ends = np.cumsum(np.bincount(listed.low, minlength=listed.n))
    return np.asarray(ends[listed.low] - np.arange(1, listed.m + 1), dtype=np.int64)


def _following(first: int, times: Integers) -> Ranks:
    """Give for each of a run of edges the places right after it, as many as `times` says."""
    shift = np.arange(first + 1, first + 1 + len(times)) - (np.cumsum(times) - times)
    places = np.repeat(shift.astype(np.int32), times)
    places += np.arange(len(places), dtype=np.int32)
    return places


def _closed(listed: Edges, known: Integers, one: Ranks, two: Ranks, place: Ranks) -> Triangles:
    """Keep the pairs of edges whose far ends have an edge; `place` says where it would stand, as in `_Slots`."""
    wanted = keys(listed.high[one], listed.high[two], listed.n)
    place -= 1
    crowded = np.flatnonzero(place < 0)
    place[crowded] = np.minimum(np.searchsorted(known, wanted[crowded]), listed.m - 1)
    hit = np.flatnonzero(known[place] == wanted)
    return one[hit], two[hit], place[hit]
