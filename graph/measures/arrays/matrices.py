"""Sparse matrices as the measures use them: made from pairs of positions, with the few steps that they share."""

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array, csr_array

Matrix = csr_array[Any, tuple[int, int]]
Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.integer[Any]]


def matrix(
    rows: Positions, columns: Positions, shape: tuple[int, int], values: npt.NDArray[Any] | None = None
) -> Matrix:
    """Make a matrix from positions; values at the same place are added up, 1 where none are given."""
    filled = np.ones(len(rows), dtype=np.int64) if values is None else values
    made: Any = coo_array((filled, (rows, columns)), shape=shape)
    return ordered(made)


def ordered(product: Any) -> Matrix:
    """Give any sparse result as rows with sorted columns, each place once."""
    made: Matrix = csr_array(product)
    made.sum_duplicates()
    made.sort_indices()
    return made


def binary(product: Any) -> Matrix:
    """Give the pattern of a sparse result: 1 wherever something other than zero stands."""
    made = ordered(product).copy()
    made.eliminate_zeros()
    return csr_array((np.ones(made.nnz, dtype=np.int64), made.indices, made.indptr), shape=made.shape)


def skeleton(arcs: Matrix) -> Matrix:
    """Give the undirected pattern of a square matrix: 1 wherever an entry stands in either direction, no loops.

    A pattern that was made here is given back as it is, for several measures in a row ask for that of the same network.
    """
    if getattr(arcs, _MADE_HERE, False):
        return arcs
    rows, columns = arcs.nonzero()
    apart = rows != columns
    rows, columns = rows[apart], columns[apart]
    made = binary(matrix(np.concatenate([rows, columns]), np.concatenate([columns, rows]), arcs.shape))
    setattr(made, _MADE_HERE, True)
    return made


_MADE_HERE = "is_skeleton"
"""Marks a matrix as a skeleton; whatever is computed from it is a new matrix without the mark."""


def row_sums(product: Any) -> Integers:
    """Add up each row of a sparse matrix of whole numbers."""
    return np.asarray(product.sum(axis=1), dtype=np.int64).ravel()


def entries(of: Matrix, rows: Positions, columns: Positions) -> npt.NDArray[Any]:
    """Read single entries, 0 where none stands."""
    if not len(rows):
        return np.zeros(0, dtype=of.dtype)
    return np.asarray(of[rows, columns]).ravel()


def blocks(sizes: Integers, most: int) -> list[tuple[int, int]]:
    """Cut positions into runs (first, end) whose sizes add up to at most `most`; a run has one position at least."""
    sums, first, cut = np.cumsum(sizes), 0, []
    while first < len(sizes):
        done = sums[first - 1] if first else 0
        end = max(int(np.searchsorted(sums, done + most, side="right")), first + 1)
        cut.append((first, end))
        first = end
    return cut
