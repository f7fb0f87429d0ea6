"""Communities: parts of a network with more ties inside than their degrees let expect."""

import numpy as np
from scipy.sparse.csgraph import connected_components

from graph.measures.arrays.matrices import Integers, Matrix, matrix, ordered
from graph.measures.arrays.settling import Settling, settle

TRIES = 30
TRIED = 100_000
"""So many arcs may be gone over again for something better: a small network gets all tries, a large one a single."""


def modularity(arcs: Matrix, codes: Integers, resolution: float = 1.0) -> float:
    """Give Σ_c (w_c/W − γ·o_c·i_c/W²): the share of weight inside communities, less what the degrees let expect.

    W is the sum of `arcs`, w_c what lies inside community c, o_c what leaves the nodes in it and i_c what gets to them
    (the same, where an undirected tie is two arcs). NaN without arcs.

    Newman, M. E. J. and Girvan, M. (2004), Finding and evaluating community structure in networks, Physical Review E
    69, 026113; directed: Leicht, E. A. and Newman, M. E. J. (2008), Physical Review Letters 100, 118703; γ: Reichardt,
    J. and Bornholdt, S. (2006), Physical Review E 74, 016110.
    """
    rows, columns = arcs.nonzero()
    if not len(rows):
        return np.nan
    share = np.asarray(arcs.data, dtype=np.float64) / float(arcs.sum())
    count = int(codes.max()) + 1
    out, into = np.bincount(codes[rows], share, count), np.bincount(codes[columns], share, count)
    return float(share[codes[rows] == codes[columns]].sum() - resolution * (out * into).sum())


def louvain(ties: Matrix, resolution: float = 1.0, seed: int | None = None) -> Integers:
    """Find communities of high modularity: each node goes where it gains most, then whole communities, and so on.

    `ties` is symmetric without self-loops. The result is good, not proven best, and depends on the order in which nodes
    are looked at, which `seed` draws; of a small network's thirty tries the best is taken. A community is always
    connected: one that has come apart is split, which raises modularity.

    Blondel, V. D., Guillaume, J.-L., Lambiotte, R. and Lefebvre, E. (2008), Fast unfolding of communities in large
    networks, Journal of Statistical Mechanics P10008. The queue of nodes to look at again and the connectedness follow
    Traag, V. A., Waltman, L. and van Eck, N. J. (2019), From Louvain to Leiden, Scientific Reports 9, 5233.
    """
    if not ties.nnz:
        return np.arange(ties.shape[0])
    rng = np.random.default_rng(seed)
    found = [_unfolded(ties, resolution, rng) for _ in range(min(max(TRIED // ties.nnz, 1), TRIES))]
    return max(found, key=lambda codes: round(modularity(ties, codes, resolution), 12))


def _unfolded(ties: Matrix, resolution: float, rng: np.random.Generator) -> Integers:
    """Settle the nodes, then again and again their communities as if they were nodes."""
    of_node, folded = np.arange(ties.shape[0]), ties
    while True:
        codes = _connected(folded, settle(Settling.begin(folded, resolution), rng))
        count = int(codes.max()) + 1
        if count == folded.shape[0]:
            return of_node
        of_node = codes[of_node]
        into = matrix(np.arange(len(codes)), codes, (len(codes), count))
        folded = ordered(into.T @ folded @ into)


def _connected(ties: Matrix, codes: Integers) -> Integers:
    """Split communities into their connected parts and number them."""
    rows, columns = ties.nonzero()
    inside = codes[rows] == codes[columns]
    _, parts = connected_components(matrix(rows[inside], columns[inside], ties.shape), directed=False)
    return np.asarray(parts, dtype=np.int64)
