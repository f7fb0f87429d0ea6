"""Two-mode networks, members by groups: which members share groups, and how much that says."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from graph.measures.arrays.matrices import Integers, Matrix, Positions, binary, blocks, matrix, ordered, row_sums

Weighting = Literal["count", "jaccard", "newman"]
BLOCK = 4_000_000
"""How many ways from member over group to member are held at once."""


@dataclass(frozen=True, eq=False)
class Projection:
    """The pairs of members that share a group, each pair once.

    `upper`: n × n, the weight of each pair at [a, b] with a < b; `left_out`: the groups that were too large.
    """

    upper: Matrix
    left_out: Integers

    @property
    def a(self) -> Integers:
        """Give the first member of each pair, ascending."""
        return np.repeat(np.arange(self.upper.shape[0]), np.diff(self.upper.indptr))

    @property
    def b(self) -> Integers:
        """Give the second member of each pair."""
        return self.upper.indices.astype(np.int64)

    @property
    def weight(self) -> npt.NDArray[Any]:
        """Give the weight of each pair: whole numbers for counts, else fractions."""
        return self.upper.data

    @property
    def ties(self) -> Matrix:
        """Give the pairs in both directions, as the other measures take them."""
        return ordered(self.upper + self.upper.T)


def projection(belongs: Matrix, weight: Weighting = "count", largest: int | None = None) -> Projection:
    """Join the members who share a group; `belongs[i, g]` ≠ 0 says that member i belongs to group g.

    With D the groups of both and k the size of a group, a pair weighs |D| (`count`), |D| over the groups of either
    (`jaccard`), or Σ 1/(k − 1) over D (`newman`: what each has left for one other, if everybody in a group of k
    divides the attention among the k − 1 others). Groups with more than `largest` members are left out before anything
    is multiplied, of the union as well, for a group of k makes k(k − 1)/2 pairs.

    Newman, M. E. J. (2001), Scientific collaboration networks II, Physical Review E 64, 016132.
    """
    pattern, left_out = within_size(belongs, largest)
    size = np.bincount(pattern.indices, minlength=pattern.shape[1])
    shared = narrowed(ordered(pattern[:, np.flatnonzero(size > 1)]))
    weighed = weighted(shared, 1 / (size[size > 1] - 1)) if weight == "newman" else shared
    upper = upper_pairs(weighed, shared)
    if weight == "jaccard":
        upper = _jaccard(upper, row_sums(pattern))
    return Projection(upper, left_out)


def within_size(belongs: Matrix, largest: int | None) -> tuple[Matrix, Integers]:
    """Give the pattern without the groups of more than `largest` members, its shape kept, and which those are."""
    pattern = unweighted(belongs)
    size = np.bincount(pattern.indices, minlength=pattern.shape[1])
    if largest is None or size.max(initial=0) <= largest:
        return pattern, np.zeros(0, dtype=np.int64)
    rows = np.repeat(np.arange(pattern.shape[0]), np.diff(pattern.indptr))
    kept = size[pattern.indices] <= largest
    return matrix(rows[kept], pattern.indices[kept], pattern.shape), np.flatnonzero(size > largest)


def unweighted(belongs: Matrix) -> Matrix:
    """Give 1 for each membership, whatever its weight."""
    return binary(matrix(*belongs.nonzero(), belongs.shape))


def narrowed(pattern: Matrix) -> Matrix:
    """Hold the same in 32 bits where it fits: the product of two such matrices takes half the time and room."""
    if max(pattern.nnz, *pattern.shape) >= np.iinfo(np.int32).max:
        return pattern
    places = pattern.indices.astype(np.int32), pattern.indptr.astype(np.int32)
    return csr_array((pattern.data.astype(np.int32), *places), shape=pattern.shape)


def weighted(pattern: Matrix, by_column: npt.NDArray[Any]) -> Matrix:
    """Put a weight in place of each entry, one for each column."""
    return csr_array((by_column[pattern.indices], pattern.indices, pattern.indptr), shape=pattern.shape)


def upper_pairs(left: Matrix, right: Matrix) -> Matrix:
    """Multiply left by right transposed, block of rows by block of rows, and keep what stands above the diagonal."""
    n = left.shape[0]
    ways = np.asarray(right @ np.bincount(right.indices, minlength=right.shape[1]), dtype=np.int64)
    parts = [_above(left, right, first, end) for first, end in blocks(ways, BLOCK)]
    if not parts:
        return csr_array((n, n), dtype=left.dtype)
    ends = np.cumsum(np.concatenate([np.zeros(1, dtype=np.int64), *(count for count, _, _ in parts)]))
    columns, values = (np.concatenate([part[k] for part in parts]) for k in (1, 2))
    del parts
    if ends[-1] < np.iinfo(np.int32).max:
        ends, columns = ends.astype(np.int32), columns.astype(np.int32)
    made: Matrix = csr_array((values, columns, ends), shape=(n, n))
    made.sort_indices()
    return made


def _above(left: Matrix, right: Matrix, first: int, end: int) -> tuple[Integers, Positions, npt.NDArray[Any]]:
    """Give for the rows from `first` to `end` how many entries stand above the diagonal, their columns and values."""
    # Columns before `first` stand below the diagonal: leaving them out halves the work.
    product = left[first:end, :] @ right[first:, :].T.tocsr()
    row = np.repeat(np.arange(end - first, dtype=product.indices.dtype), np.diff(product.indptr))
    kept = product.indices > row
    return np.bincount(row[kept], minlength=end - first), product.indices[kept] + first, product.data[kept]


def _jaccard(shared: Matrix, groups: Integers) -> Matrix:
    """Divide what two members share by the groups of either."""
    a = np.repeat(np.arange(shared.shape[0]), np.diff(shared.indptr))
    either = groups[a] + groups[shared.indices] - shared.data
    return csr_array((shared.data / either, shared.indices, shared.indptr), shape=shared.shape)
