"""Breadth-first searches from many starts at once: one bit for each start, 64 of them in a word.

A step over all ties then serves all searches. What each search may not walk through is a matter of bits too, so that
the searches can run in as many networks, each without other nodes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Floats, Integers, Matrix, Positions

Bits = npt.NDArray[np.uint64]
WORD = 64
BLOCK = 2_000_000
"""How many words stand on the nodes at once, 16 MB, a few times over."""
LANES = 32
"""Up to so many ties a node's are walked in step with those of the others; the rest of a hub's on their own."""


@dataclass(frozen=True, eq=False)
class Lanes:
    """The ties into each node, so arranged that a step over all of them takes few passes.

    The nodes are numbered anew, those with most ties first (`rank`), so that the d-th neighbours of all who have that
    many stand in one run: `nth[d]`. `more` holds the neighbours beyond `LANES` of the first few nodes, the hubs.
    """

    rank: Integers
    nth: tuple[Integers, ...]
    more: tuple[Integers, ...]

    @classmethod
    def of(cls, into: Matrix) -> "Lanes":
        """Arrange a pattern whose row v holds the nodes with a tie to v."""
        degree = np.diff(into.indptr).astype(np.int64)
        order = np.argsort(-degree, kind="stable")
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.arange(len(order))
        nearby, first = rank[into.indices], into.indptr[:-1][order]
        deepest = int(degree.max(initial=0))
        wide = np.searchsorted(-degree[order], -np.arange(deepest), side="left")
        nth = tuple(nearby[first[: wide[d]] + d] for d in range(min(LANES, deepest)))
        hubs = order[: wide[LANES]] if deepest > LANES else order[:0]
        return cls(rank, nth, tuple(nearby[into.indptr[v] + LANES : into.indptr[v + 1]] for v in hubs))

    def step(self, wave: Bits) -> Bits:
        """Carry the bits of each node along all ties by one step."""
        come = np.zeros_like(wave)
        for nodes in self.nth:
            come[: len(nodes)] |= wave.take(nodes, axis=0)
        for hub, nodes in enumerate(self.more):
            come[hub] |= np.bitwise_or.reduce(wave.take(nodes, axis=0), axis=0)
        return come

    def waves(self, lit: Bits, dark: Bits | None = None) -> Iterator[Bits]:
        """Give step by step the bits that arrive at each node for the first time, never through what is `dark`."""
        seen = lit.copy() if dark is None else lit | dark
        wave = lit
        while True:
            wave = self.step(wave)
            wave &= ~seen
            if not wave.any():
                return
            seen |= wave
            yield wave


def lit(n: int, at: Positions) -> Bits:
    """Light for each start a bit of its own, in order, at its place."""
    nth = np.arange(len(at))
    bits = np.zeros((n, -(-len(at) // WORD)), dtype=np.uint64)
    bits[at, nth // WORD] = np.uint64(1) << (nth % WORD).astype(np.uint64)
    return bits


def nearness(lanes: Lanes, removed: Positions, starts: Positions) -> Floats:
    """Sum 1/distance from the `starts` to all nodes, for each row of `removed` without the nodes in it.

    Exact; time grows with the rows × starts × ties / 64 × the longest distance.
    """
    n, found = len(lanes.rank), np.zeros(len(removed))
    most = max(BLOCK // max(n, 1), 1)
    for first in range(0, len(starts), WORD * most):
        bits = lit(n, lanes.rank[starts[first : first + WORD * most]])
        rows = max(most // bits.shape[1], 1)
        for row in range(0, len(removed), rows):
            found[row : row + rows] += _nearness(lanes, bits, lanes.rank[removed[row : row + rows]])
    return found


def _nearness(lanes: Lanes, bits: Bits, removed: Integers) -> Floats:
    n, words = bits.shape
    shut = np.zeros((n, len(removed), words), dtype=np.uint64)
    shut[removed, np.arange(len(removed))[:, None]] = ~np.uint64(0)
    dark = shut.reshape(n, -1)
    light = np.tile(bits, (1, len(removed))) & ~dark
    found = np.zeros(len(removed))
    for steps, wave in enumerate(lanes.waves(light, dark), 1):
        arrived = np.bitwise_count(wave).sum(axis=0, dtype=np.int64)
        found += arrived.reshape(len(removed), words).sum(axis=1) / steps
    return found


def arrivals(lanes: Lanes, starts: Positions, steps: int, at: npt.NDArray[np.bool_]) -> Integers:
    """Count for each start the nodes of `at` that it gets to within some steps, itself among them."""
    n = len(at)
    seen = lit(n, lanes.rank[starts])
    for _, wave in zip(range(steps), lanes.waves(seen.copy()), strict=False):
        seen |= wave
    bits = seen[lanes.rank[at]].astype("<u8").view(np.uint8)
    each = np.unpackbits(bits, axis=1, count=len(starts), bitorder="little")
    return np.asarray(each.sum(axis=0, dtype=np.int64))
