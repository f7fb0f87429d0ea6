"""Standing through others: centralities in which a tie counts for more, the more central its other end is."""

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import ArpackNoConvergence, eigs, eigsh

from graph.measures.arrays.matrices import Floats, Integers, Matrix, ordered
from schema.errors import UnmeasurableError
from schema.text import Text

MOST = 1_000
"""So many rounds of the iteration are made at most."""
FEW = 32
"""Components of so many nodes or fewer are solved whole, which Arnoldi iteration cannot do."""
CLOSE = 1e-12
"""The walk has come to rest where a round moves no larger share of it."""
HELD = 32
"""So many vectors are held in the iteration; more take memory, fewer take rounds where the network is long and thin."""


def eigenvector(arcs: Matrix) -> Floats:
    """Solve λx_v = Σ_u a_uv·x_u for the largest λ, over the largest strongly connected component; length 1, no sign.

    0 for nodes of other components. Of components of one size the one with the largest sum of weights is taken, then
    the one that comes first. NaN for all where no component has a tie inside. Weights count as strengths.

    Bonacich, P. (1972), Factoring and weighting approaches to status scores and clique identification, Journal of
    Mathematical Sociology 2, 113–120.
    """
    n = arcs.shape[0]
    members = _largest_component(arcs)
    if len(members) < 2:
        return np.full(n, np.nan)
    values = np.zeros(n)
    found = np.abs(_leading(ordered(arcs[members, :][:, members].T).astype(np.float64)))
    values[members] = found / np.sqrt((found * found).sum())
    return values


def pagerank(arcs: Matrix, alpha: float) -> Floats:
    """Give the share of time that a random walk along the arcs spends at each node; the values add up to 1.

    x_v = α·Σ_u x_u·a_uv/Σ_w a_uw + (1 − α)/n: with probability α the walk follows an arc, in proportion to its weight,
    else it starts again at any node; from a node without outgoing arcs it always starts again.

    Brin, S. and Page, L. (1998), The anatomy of a large-scale hypertextual Web search engine, Computer Networks and
    ISDN Systems 30, 107–117.
    """
    n = arcs.shape[0]
    out = np.asarray(arcs.sum(axis=1), dtype=np.float64)
    share = np.divide(1, out, out=np.zeros(n), where=out > 0)
    into, stuck = ordered(arcs.T).astype(np.float64), out == 0
    values = np.full(n, 1 / max(n, 1))
    for _ in range(_rounds(alpha) if n else 0):
        followed = alpha * (into @ (values * share) + values[stuck].sum() / n)
        before, values = values, followed + (1 - alpha) / n
        if np.abs(values - before).sum() < CLOSE:
            break
    return np.asarray(values / values.sum() if n else values)


def _rounds(alpha: float) -> int:
    """Give the number of rounds after which what is missing has shrunk below CLOSE, by αʳᵒᵘⁿᵈˢ."""
    return 1 if alpha <= 0 else int(np.ceil(np.log(CLOSE) / np.log(alpha))) + 1


def _largest_component(arcs: Matrix) -> Integers:
    """Give the nodes of the largest strongly connected component, by size, then by the weight inside."""
    count, of = connected_components(arcs, connection="strong")
    if not count:
        return np.zeros(0, dtype=np.int64)
    tails, heads = arcs.nonzero()
    inside = of[tails] == of[heads]
    weight = np.bincount(of[tails[inside]], np.asarray(arcs.data, dtype=np.float64)[inside], count)
    firsts = np.unique(of, return_index=True)[1]
    best = np.lexsort((firsts, -weight, -np.bincount(of, minlength=count)))[0]
    return np.flatnonzero(of == best)


def _leading(into: Matrix) -> npt.NDArray[Any]:
    """Give the vector of the largest eigenvalue of a connected pattern; its entries have one sign."""
    n = into.shape[0]
    if n <= FEW:
        roots, vectors = np.linalg.eig(into.toarray())
        return np.asarray(vectors[:, np.argmax(roots.real)].real)
    symmetric = not ordered(into - into.T).count_nonzero()
    try:
        if symmetric:
            return np.asarray(eigsh(into, k=1, which="LA", v0=np.ones(n), ncv=HELD, maxiter=MOST)[1][:, 0])
        return np.asarray(eigs(into, k=1, which="LR", v0=np.ones(n), ncv=HELD, maxiter=MOST)[1][:, 0].real)
    except ArpackNoConvergence as stuck:
        raise UnmeasurableError(
            Text(
                "Die Eigenvektor-Zentralität dieses Netzes lässt sich nicht bestimmen: Es ist zu lang und zu dünn.",
                "The eigenvector centrality of this network cannot be found: it is too long and too thin.",
            ),
            Text("PageRank geht immer.", "PageRank always works."),
        ) from stuck
