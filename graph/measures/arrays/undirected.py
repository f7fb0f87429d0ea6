"""The undirected pattern of a network, at little cost where its ties stand in both directions already."""

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

from graph.measures.arrays.matrices import Integers, Matrix, Positions, skeleton


def undirected(arcs: Matrix) -> Matrix:
    """Give the same as `skeleton`; where every tie stands in both directions without loops, nothing is sorted anew.

    The entries are 1.0, since that is what the searches of SciPy want.
    """
    both_ways = arcs if _stands_both_ways(arcs) else skeleton(arcs)
    return pattern(both_ways.indices, both_ways.indptr)


def pattern(indices: Positions, indptr: Positions) -> Matrix:
    """Make a square pattern from the columns of each row and where the rows begin."""
    n = len(indptr) - 1
    made: Matrix = csr_array((np.ones(len(indices)), indices, indptr), shape=(n, n))
    return made


def components(joined: Matrix, start: int) -> Integers:
    """Number the connected components of an undirected pattern; that of `start` is 0.

    A search from a node of the largest component first, since it costs a fraction of telling many apart.
    """
    labels = np.full(joined.shape[0], -1, dtype=np.int64)
    labels[breadth_first_order(joined, start, return_predecessors=False)] = 0
    others = np.flatnonzero(labels < 0)
    if len(others):
        part = inside(joined, others)
        labels[others] = connected_components(part, directed=True, connection="strong")[1] + 1
    return labels


def inside(joined: Matrix, nodes: Positions) -> Matrix:
    """Give the pattern among some nodes that have no ties to any others."""
    at = np.zeros(joined.shape[0], dtype=np.int64)
    at[nodes] = np.arange(len(nodes))
    first, end = joined.indptr[nodes], joined.indptr[nodes + 1]
    begins = np.append(0, np.cumsum(end - first))
    taken = np.repeat(first - begins[:-1], end - first) + np.arange(begins[-1])
    return pattern(at[joined.indices[taken]], begins)


def copies(joined: Matrix, times: int) -> Matrix:
    """Put a pattern several times beside itself: node v of copy i is i · n + v."""
    if times == 1:
        return joined
    nth = np.arange(times)[:, None]
    indices = (joined.indices + nth * joined.shape[0]).ravel()
    return pattern(indices, np.append(0, (joined.indptr[1:] + nth * joined.nnz).ravel()))


def without(joined: Matrix, gone: npt.NDArray[np.bool_]) -> Matrix:
    """Take the ties of some nodes away; the nodes themselves stay, alone."""
    rows = np.repeat(np.arange(joined.shape[0]), np.diff(joined.indptr))
    kept = ~(gone[rows] | gone[joined.indices])
    ends = np.concatenate([[0], np.cumsum(kept)])
    return pattern(joined.indices[kept], ends[joined.indptr])


def _stands_both_ways(arcs: Matrix) -> bool:
    if not arcs.data.all() or arcs.diagonal().any():
        return False
    back = csr_array((np.ones(arcs.nnz, dtype=np.int8), arcs.indices, arcs.indptr), shape=arcs.shape).T.tocsr()
    return np.array_equal(back.indptr, arcs.indptr) and np.array_equal(back.indices, arcs.indices)
