"""Similarity: who has so many contacts in common with another that a tie between them would not surprise."""

from dataclasses import dataclass

import numpy as np

from graph.measures.arrays.matrices import Floats, Integers, Matrix, blocks, entries, ordered, skeleton

BLOCK = 1_000_000
"""How many two-step ways are added up at once; some 50 MB."""
DIGITS = 9
"""Scores that differ only beyond these digits are equal."""


@dataclass(frozen=True, eq=False)
class Pairs:
    """Pairs of nodes without a tie, `a` < `b`, with their score, the best first."""

    a: Integers
    b: Integers
    score: Floats


def adamic_adar(ties: Matrix, k: int) -> Pairs:
    """Find the `k` pairs without a tie of their own that have the highest Σ_w 1/ln(degree of w) over common contacts w.

    Undirected and unweighted. Equal scores in the order of (a, b). Pairs without a common contact are not listed.

    No pair can score more than Σ_w 1/ln(degree of w) over all contacts of either end. So nodes are taken by this bound,
    highest first; each pair is looked at from the end with the higher bound, and once k pairs are found, nodes with a
    bound below the last of them need not be looked at. Hubs, which make most of the work, come first and shorten it.

    Adamic, L. A. and Adar, E. (2003), Friends and neighbors on the Web, Social Networks 25(3), 211–230.
    """
    joined = skeleton(ties)
    worth = _worth(np.diff(joined.indptr))
    bound = np.asarray(joined @ worth, dtype=np.float64)
    order = np.argsort(-bound, kind="stable")
    bound, worth, joined = bound[order], worth[order], ordered(joined[order, :][:, order])
    best, least = _no_pairs(), 0.0
    for first, end in blocks(joined @ np.diff(joined.indptr), BLOCK):
        live = int(np.searchsorted(-bound, -least * (1 - 1e-9), side="right"))
        if first >= live:
            break
        found = _scored(joined, worth, (first, min(end, live), live), least, k)
        a, b = order[found.a], order[found.b]
        best = _best(best, Pairs(np.minimum(a, b), np.maximum(a, b), found.score), k)
        least = float(best.score[-1]) if len(best.score) == k else 0.0
    return best


def _worth(degree: Integers) -> Floats:
    """Give what a common contact of each degree adds; one with a single contact is common to nobody."""
    worth = np.zeros(len(degree))
    worth[degree > 1] = 1 / np.log(degree[degree > 1])
    return worth


def _no_pairs() -> Pairs:
    none = np.zeros(0, dtype=np.int64)
    return Pairs(none, none, np.zeros(0))


def _scored(joined: Matrix, worth: Floats, run: tuple[int, int, int], least: float, k: int) -> Pairs:
    """Score the pairs of nodes first … end with later ones before `live`, as far as they can be among the best k."""
    first, end, live = run
    rows = joined[first:end, :]
    scored = ordered(rows.multiply(worth[None, :])) @ joined[:, first:live]
    a = np.repeat(np.arange(first, end), np.diff(scored.indptr))
    b, score = scored.indices.astype(np.int64) + first, np.round(scored.data, DIGITS)
    kept = (b > a) & (score >= least)
    a, b, score = a[kept], b[kept], score[kept]
    enough = k + rows.nnz  # for of the best so many no more than the second number have a tie
    if len(score) > enough:
        kept = score >= np.partition(score, -enough)[-enough]
        a, b, score = a[kept], b[kept], score[kept]
    apart = entries(joined, a, b) == 0
    return Pairs(a[apart], b[apart], score[apart])


def _best(some: Pairs, others: Pairs, k: int) -> Pairs:
    """Give the best k of two lists, equal scores in the order of (a, b)."""
    a, b = np.concatenate([some.a, others.a]), np.concatenate([some.b, others.b])
    score = np.concatenate([some.score, others.score])
    chosen = np.lexsort((b, a, -score))[:k]
    return Pairs(a[chosen], b[chosen], score[chosen])
