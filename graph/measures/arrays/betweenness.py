"""Betweenness: on how many of the shortest ways between others a node lies."""

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt
import rustworkx as rx
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import breadth_first_order, dijkstra
from scipy.sparse.linalg import spsolve_triangular

from graph.measures.arrays.matrices import Floats, Integers, Matrix
from graph.measures.arrays.sampling import Estimate, drawn_sources

EQUAL = 1e-12
"""Two lengths that differ by no more than this share are equal: 0.1 + 0.2 is as far as 0.3."""
ONE_THREAD = 2**62
"""More nodes than any network has: sums made in one order, so that the same network gives the same bytes."""


def betweenness(arcs: Matrix, sample: int | None = None, seed: int | None = None, lengths: bool = False) -> Estimate:
    """Add up for each node v, over all ordered pairs s ≠ t, the share of shortest ways from s to t through v.

    Each arc is one step long or, with `lengths`, as long as its positive value. With `sample` only the ways from so
    many random sources are followed and the sum is scaled up by n/k; its standard error is n·√((1 − k/n)·s²/k), with
    s² the variance of a node's sum over the k sources. That is an unbiased estimate (Brandes and Pich 2007), yet a
    node that no sampled source needed has the value 0 and the error 0.

    Not normalised, and twice the usual figure for an undirected network: divide by (n − 1)(n − 2) for 0 to 1.

    Brandes, U. (2001), A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25, 163–177.
    """
    n = arcs.shape[0]
    sources = drawn_sources(n, n if sample is None else sample, seed)
    k = len(sources)
    if k == n and not lengths:
        return Estimate(_all_by_steps(arcs), np.zeros(n), n)
    total, squares = np.zeros(n), np.zeros(n)
    for share in dependencies(arcs, sources, lengths):
        total += share
        squares += share * share
    if k == n:
        return Estimate(total, np.zeros(n), n)
    variance = np.maximum(squares - total * total / k, 0) / (k - 1)
    return Estimate(total * (n / k), n * np.sqrt((1 - k / n) * variance / k), k)


def dependencies(arcs: Matrix, sources: Iterable[int] | Integers, lengths: bool = False) -> Iterator[Floats]:
    """Give for each source, over all ends, the share of its shortest ways that lead through each node.

    The ways form a network D without cycles, so that the number of ways σ to each node and the shares δ each solve one
    triangular system in the order of distance: (I − Dᵀ)σ = e_source and (I − D)y = 1/σ, with δ = σ(y − 1/σ).
    """
    tails = np.repeat(np.arange(arcs.shape[0]), np.diff(arcs.indptr))
    for source in sources:
        order, down = _shortest_ways(arcs, tails, int(source), lengths)
        first = np.zeros(len(order))
        first[0] = 1
        ways = spsolve_triangular(down, first, lower=True, overwrite_A=False, unit_diagonal=True)
        share = np.divide(1, ways, out=np.zeros(len(order)), where=ways > 0)
        onwards = spsolve_triangular(csr_array(down.T), share, lower=False, unit_diagonal=True)
        found = np.zeros(arcs.shape[0])
        found[order] = ways * np.maximum(onwards - share, 0)
        found[source] = 0
        yield found


def _shortest_ways(arcs: Matrix, tails: Integers, source: int, lengths: bool) -> tuple[Integers, Matrix]:
    """Give the reachable nodes by distance, and I − Dᵀ over them: D[i, j] = 1 where the i-th leads on to the j-th."""
    order, distance = _by_length(arcs, source) if lengths else _by_steps(arcs, source)
    r = len(order)
    place = np.full(arcs.shape[0], -1, dtype=np.int32)
    place[order] = np.arange(r, dtype=np.int32)
    start, end = distance[tails], distance[arcs.indices]
    step = arcs.data if lengths else 1
    leads = np.flatnonzero((start >= 0) & (start < end) & (np.abs(start + step - end) <= EQUAL * end))
    rows, columns = place[arcs.indices[leads]], place[tails[leads]]
    own = np.arange(r, dtype=np.int32)
    values = np.concatenate([np.ones(r), np.full(len(rows), -1.0)])
    both = (np.concatenate([own, rows]), np.concatenate([own, columns]))
    return order, csr_array(coo_array((values, both), shape=(r, r)))


def _by_length(arcs: Matrix, source: int) -> tuple[Integers, Floats]:
    """Give the reachable nodes by distance, and the distance of each node, −1 for those out of reach."""
    distance = np.asarray(dijkstra(arcs, indices=[source])).ravel()
    distance[~np.isfinite(distance)] = -1
    order = np.argsort(distance, kind="stable")
    return order[distance[order] >= 0], distance


def _by_steps(arcs: Matrix, source: int) -> tuple[Integers, npt.NDArray[np.int32]]:
    """Do the same where each arc is one step long."""
    order, before = breadth_first_order(arcs, source)
    place = np.zeros(arcs.shape[0], dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    before[source] = source
    back = place[before[order]]
    steps = np.ones(len(order), dtype=np.int32)
    steps[0] = 0
    while back.any():  # each round looks twice as far back
        steps += steps[back]
        back = back[back]
    distance = np.full(arcs.shape[0], -1, dtype=np.int32)
    distance[order] = steps
    return order.astype(np.int64), distance


def _all_by_steps(arcs: Matrix) -> Floats:
    """Let the compiled Brandes algorithm of rustworkx do the exact case."""
    drawn = rx.PyDiGraph(multigraph=False)
    drawn.add_nodes_from(range(arcs.shape[0]))
    tails, heads = arcs.nonzero()
    drawn.extend_from_edge_list(list(zip(tails.tolist(), heads.tolist(), strict=True)))
    found = rx.betweenness_centrality(drawn, normalized=False, parallel_threshold=ONE_THREAD)
    return np.array([found[i] for i in range(arcs.shape[0])], dtype=np.float64)
