"""The order of rows and columns: those that have to do with the same stand next to each other, so that blocks show."""

import numpy as np
import numpy.typing as npt

Dense = npt.NDArray[np.int64]
Order = npt.NDArray[np.int64]


def blocks_order(counts: Dense) -> Order:
    """Order the rows of a table of counts so that similar ones are neighbours; rows without any come last.

    Clustered by mean distance (cosine of the logarithms, so that one large count does not drown the pattern), leaves
    turned so that neighbours are as near as may be: Bar-Joseph, Gifford and Jaakkola (2001), Fast optimal leaf ordering
    for hierarchical clustering, Bioinformatics 17, S22–S29. The end with the larger counts comes first.
    """
    sums = counts.sum(axis=1)
    filled, empty = np.flatnonzero(sums > 0), np.flatnonzero(sums == 0)
    order = filled[_leaves(np.log1p(counts[filled]))] if len(filled) > 2 else filled[np.argsort(-sums[filled])]
    half = len(order) // 2
    if sums[order[:half]].sum() < sums[order[len(order) - half :]].sum():
        order = order[::-1]
    return np.concatenate([order, empty]).astype(np.int64)


def _leaves(rows: npt.NDArray[np.float64]) -> Order:
    # Loaded late: it takes a moment, for which only who draws a matrix should wait.
    from scipy.cluster.hierarchy import leaves_list, linkage, optimal_leaf_ordering
    from scipy.spatial.distance import pdist

    # Rounded, so that the last bits of a sum, which differ between machines, do not decide.
    distance = np.maximum(np.round(pdist(rows, "cosine"), 9), 0.0)
    tree = optimal_leaf_ordering(linkage(distance, "average"), distance)
    return np.asarray(leaves_list(tree), dtype=np.int64)
