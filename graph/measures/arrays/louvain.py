"""Communities: parts of a network with more ties inside than their degrees let expect."""

import numpy as np
from scipy.sparse.csgraph import connected_components

from graph.measures.arrays.matrices import Integers, Matrix, matrix, ordered
from graph.measures.arrays.settling import Settling, settle

TRIES, OFTEN = 30, 8
"""So many tries are made, or fewer when the best was found so often."""
TRIED = 100_000
"""So many arcs may be gone over again for something better: a small network gets all tries, a large one a single."""
PASSES, RISE = 4, 1e-4
"""A division is gone over again, so often at most, and as long as modularity rises by so much."""
DIGITS = 12


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


def louvain(ties: Matrix, resolution: float = 1.0, seed: int | None = None, tries: int = TRIES) -> Integers:
    """Find communities of high modularity: each node goes where it gains most, then whole communities, and so on.

    `ties` is symmetric without self-loops. The result is good, not proven best, and depends on the order in which nodes
    are looked at, which `seed` draws; the best of up to `tries` tries is taken, of as many as the size of the network
    allows. A community is always connected: one that has come apart is split, which raises modularity.

    Blondel, V. D., Guillaume, J.-L., Lambiotte, R. and Lefebvre, E. (2008), Fast unfolding of communities in large
    networks, Journal of Statistical Mechanics P10008. The queue of nodes to look at again and the connectedness follow
    Traag, V. A., Waltman, L. and van Eck, N. J. (2019), From Louvain to Leiden, Scientific Reports 9, 5233.
    """
    if not ties.nnz:
        return np.arange(ties.shape[0])
    rng = np.random.default_rng(seed)
    found: list[tuple[float, Integers]] = []
    for i in range(min(max(TRIED // ties.nnz, 1), tries)):
        start = _random_parts(ties, rng) if i % 2 else np.arange(ties.shape[0])
        found.append(_settled(ties, start, resolution, rng))
        best = max(found, key=lambda tried: tried[0])
        if sum(value == best[0] for value, _ in found) == OFTEN:
            break
    return best[1]


def _random_parts(ties: Matrix, rng: np.random.Generator) -> Integers:
    """Deal the nodes out to a random number of parts: from single nodes the same few hills are climbed each time."""
    n = ties.shape[0]
    return _connected(ties, rng.integers(0, rng.integers(2, n + 1), n))


def _settled(ties: Matrix, codes: Integers, resolution: float, rng: np.random.Generator) -> tuple[float, Integers]:
    """Unfold the network, and again from what was found; rounded, so that equally good divisions are equal."""
    codes = _unfolded(ties, codes, resolution, rng)
    value = modularity(ties, codes, resolution)
    for _ in range(PASSES - 1):
        again = _unfolded(ties, codes, resolution, rng)
        rise = modularity(ties, again, resolution) - value
        if rise > 0:
            value, codes = value + rise, again
        if rise < RISE:
            break
    return round(value, DIGITS), codes


def _unfolded(ties: Matrix, of_node: Integers, resolution: float, rng: np.random.Generator) -> Integers:
    """Settle the nodes, then again and again their communities as if they were nodes."""
    folded, codes = ties, of_node
    of_node = np.arange(ties.shape[0])
    while True:
        codes = _connected(folded, settle(Settling.begin(folded, codes, resolution), rng))
        count = int(codes.max()) + 1
        of_node = codes[of_node]
        if count == folded.shape[0]:
            return of_node
        into = matrix(np.arange(len(codes)), codes, (len(codes), count))
        folded, codes = ordered(into.T @ folded @ into), np.arange(count)


def _connected(ties: Matrix, codes: Integers) -> Integers:
    """Split communities into their connected parts and number them."""
    rows, columns = ties.nonzero()
    inside = codes[rows] == codes[columns]
    _, parts = connected_components(matrix(rows[inside], columns[inside], ties.shape), directed=False)
    return np.asarray(parts, dtype=np.int64)
