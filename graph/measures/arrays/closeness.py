"""Closeness: how few steps all others are away from a node."""

from collections.abc import Iterator

import numpy as np

from graph.measures.arrays.matrices import Floats, Integers, Matrix, ordered
from graph.measures.arrays.sampling import Estimate, drawn_sources


def closeness(arcs: Matrix, harmonic: bool = True, sample: int | None = None, seed: int | None = None) -> Estimate:
    """Measure for each node how near the others are to it, along the arcs and in steps, 0 to 1.

    Harmonic: Σ_u 1/d(u, v) / (n − 1), where nobody who cannot get to v adds anything. Else r/Σ d · r/(n − 1), with r
    the others who can get to v and d their distances (Wasserman and Faust's form of Freeman's closeness); 0 where
    nobody can.

    With `sample`, d is taken from so many random sources only. With k of them other than v and x their part in the
    sum, the relative standard error is √((1 − k/(n − 1))·(k·Σx²/(Σx)² − 1)/(k − 1)); for the second form, a ratio,
    this is the same to first order, with x = d.
    """
    n = arcs.shape[0]
    sources = drawn_sources(n, n if sample is None else sample, seed)
    reached, total, squares = np.zeros(n), np.zeros(n), np.zeros(n)
    for steps, count in _found(arcs, sources):
        part = 1 / steps if harmonic else steps
        reached += count
        total += count * part
        squares += count * part * part
    others = np.full(n, len(sources))
    others[sources] -= 1
    values = np.zeros(n)
    top, bottom = (total, others.astype(np.float64)) if harmonic else (reached * reached, others * total)
    np.divide(top, bottom, out=values, where=bottom > 0)
    return Estimate(values, values * _relative_error(others, total, squares, n), len(sources))


def _relative_error(k: Integers, total: Floats, squares: Floats, n: int) -> Floats:
    """Estimate the standard error of a mean of k out of n − 1, as a share of it."""
    spread = np.zeros(n)
    np.divide(k * squares, total * total, out=spread, where=total > 0)
    unseen = np.maximum(n - 1 - k, 0) / max(n - 1, 1)
    return np.asarray(np.sqrt(unseen * np.maximum(spread - 1, 0) / np.maximum(k - 1, 1)))


def _found(arcs: Matrix, sources: Integers) -> Iterator[tuple[int, Integers]]:
    """Say for each number of steps how many of some of the sources get to each node in so many and not in fewer.

    64 sources go through the network at once, each of them one bit: a node gains in step d the bits of all whose arcs
    lead to it and who gained them in step d − 1.
    """
    into = ordered(arcs.T)
    nodes = np.flatnonzero(np.diff(into.indptr))
    starts, tails = into.indptr[nodes].astype(np.intp), into.indices.astype(np.intp)
    for first in range(0, len(sources) if len(nodes) else 0, 64):
        fresh = np.zeros(into.shape[0], dtype=np.uint64)
        some = sources[first : first + 64]
        fresh[some] = np.uint64(1) << np.arange(len(some), dtype=np.uint64)
        missing, steps = ~fresh, 0
        while fresh.any():
            steps += 1
            arrived = np.bitwise_or.reduceat(np.take(fresh, tails), starts)
            fresh[:] = 0
            fresh[nodes] = arrived
            fresh &= missing
            missing ^= fresh
            yield steps, np.bitwise_count(fresh).astype(np.int64)
