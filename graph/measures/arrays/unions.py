"""How many different ends a node gets to over two kinds of steps, where some steps lead to very many."""

from typing import Any

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Integers, Matrix, Positions, blocks, matrix, ordered

BLOCK = 4_000_000
"""How many ways, or pairs of hub sets, are held at once."""
HUBS = 63
"""The steps with most ends are not walked one by one: one bit for each tells who is at its end."""

Bits = npt.NDArray[np.uint64]


def union_sizes(first: Matrix, second: Matrix, rows: Positions) -> Integers:
    """Count for each of `rows` the columns of `second` that it gets to: |∪ second[q] over the q in first[row]|.

    Exact. The ends of the largest steps are counted by sets of hubs, all others by the sparse product, so that a
    plenary that everybody belongs to costs no more than its size.
    """
    size = np.diff(second.indptr).astype(np.int64)
    bit = _hub_bits(size)
    light = _without(second, bit > 0)
    reached, from_row = _bits_of_ends(second, bit), _bits_of_rows(ordered(first[rows, :]), bit)
    counted = _through_hubs(from_row, reached)
    ways = np.asarray(ordered(first[rows, :]) @ np.where(bit > 0, 0, size), dtype=np.int64)
    for start, end in blocks(ways, BLOCK):
        ends = ordered(first[rows[start:end], :]) @ light
        row, column = ends.nonzero()
        new = (from_row[start:end][row] & reached[column]) == 0
        counted[start:end] += np.bincount(row[new], minlength=end - start)
    return counted


def _hub_bits(size: Integers) -> Bits:
    """Give each of the largest steps a bit of its own, all others none."""
    bit = np.zeros(len(size), dtype=np.uint64)
    largest = np.argsort(-size, kind="stable")[:HUBS]
    bit[largest] = np.uint64(1) << np.arange(len(largest), dtype=np.uint64)
    return bit


def _without(second: Matrix, dropped: npt.NDArray[np.bool_]) -> Matrix:
    rows = np.repeat(np.arange(second.shape[0]), np.diff(second.indptr))
    kept = ~dropped[rows]
    return matrix(rows[kept], second.indices[kept], second.shape)


def _bits_of_ends(second: Matrix, bit: Bits) -> Bits:
    """Give each column the bits of the hubs that lead to it."""
    found = np.zeros(second.shape[1], dtype=np.uint64)
    for q in np.flatnonzero(bit):
        found[second.indices[second.indptr[q] : second.indptr[q + 1]]] |= bit[q]
    return found


def _bits_of_rows(first: Matrix, bit: Bits) -> Bits:
    """Give each row the bits of the hubs among its steps."""
    found = np.zeros(first.shape[0], dtype=np.uint64)
    rows = np.repeat(np.arange(first.shape[0]), np.diff(first.indptr))
    np.bitwise_or.at(found, rows, bit[first.indices])
    return found


def _through_hubs(from_row: Bits, reached: Bits) -> Integers:
    """Count for each row the columns that share a hub with it."""
    wanted, which = np.unique(from_row, return_inverse=True)
    ends, times = np.unique(reached, return_counts=True)
    found = np.zeros(len(wanted), dtype=np.int64)
    width = max(BLOCK // max(len(ends), 1), 1)
    for start in range(0, len(wanted), width):
        shared: npt.NDArray[Any] = (wanted[start : start + width, None] & ends[None, :]) != 0
        found[start : start + width] = shared @ times
    return found[which]
