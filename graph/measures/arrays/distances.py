"""Distances from everybody to everybody, added up for each node without ever holding them all."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Floats, Integers, Matrix, skeleton

BLOCK = 1_000_000
"""How many words of 64 starting nodes stand on the ties at once."""

Bits = npt.NDArray[np.uint64]


@dataclass(frozen=True, eq=False)
class DistanceSums:
    """For each node the others it gets to: how many, the sum of the distances, the sum of 1/distance."""

    reached: Integers
    total: Integers
    inverse: Floats


def distance_sums(ties: Matrix) -> DistanceSums:
    """Add up the undirected distances of each node to all others, in steps; exact.

    Breadth-first search from 64 nodes at a time, one bit for each, so that a step over all ties serves 64 searches.
    Time grows with nodes × ties / 64 × the longest distance, memory with nodes and ties.
    """
    joined = skeleton(ties)
    n = joined.shape[0]
    found = DistanceSums(np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64), np.zeros(n))
    words = max(BLOCK // max(joined.nnz, n, 1), 1)
    for first in range(0, n, 64 * words):
        for steps, new in _waves(joined, np.arange(first, min(first + 64 * words, n))):
            # Who is new to a start is as far from it as the start from whom is new: count at the far end.
            ends = np.bitwise_count(new).sum(axis=1, dtype=np.int64)
            found.reached[:] += ends
            found.total[:] += steps * ends
            found.inverse[:] += ends / steps
    return found


def _waves(joined: Matrix, starts: Integers) -> Iterator[tuple[int, Bits]]:
    """Give step by step the bits of the starts that reach each node for the first time."""
    seen = np.zeros((joined.shape[0], -(-len(starts) // 64)), dtype=np.uint64)
    nth = np.arange(len(starts))
    seen[starts, nth // 64] = np.uint64(1) << (nth % 64).astype(np.uint64)
    tied = np.flatnonzero(np.diff(joined.indptr))
    wave, steps = seen.copy(), 0
    while wave.any():
        if steps:
            yield steps, wave
        steps += 1
        come = np.zeros_like(seen)
        if len(tied):
            come[tied] = np.bitwise_or.reduceat(wave[joined.indices], joined.indptr[tied], axis=0)
        wave = come & ~seen
        seen |= wave
