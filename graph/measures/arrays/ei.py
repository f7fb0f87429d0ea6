"""E-I index: whether ties run across the boundaries of groups or stay within them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Floats, Integers, Matrix, Positions, skeleton

WORK = 1_500_000_000
"""What the permutations may cost together: some 15 for each node and 1 for each tie of every permutation, in ns."""
PER_NODE = 15
FEWEST = 199
"""So many permutations are made at least, which still tells 1 % from 5 %."""
BLOCK = 16_000_000
"""How many permuted labels are held at once."""
ADDED_AT_ONCE = 255
"""As many ties as a byte can count."""


@dataclass(frozen=True, eq=False)
class Split:
    """How many ties cross a boundary (`external`) and how many stay inside (`internal`), one place for each unit."""

    external: Integers
    internal: Integers

    @property
    def index(self) -> Floats:
        """Give (E − I)/(E + I): −1 all inside, +1 all outside, NaN without ties."""
        all_ties = self.external + self.internal
        values = np.full(len(all_ties), np.nan)
        np.divide(self.external - self.internal, all_ties, out=values, where=all_ties > 0)
        return values


@dataclass(frozen=True, eq=False)
class Between:
    """The ties that count for an E-I index: each once, `a[i]`–`b[i]`, both ends with a class."""

    codes: Integers
    a: Integers
    b: Integers

    @classmethod
    def of(cls, ties: Matrix, codes: Positions) -> "Between":
        """Read the ties, whichever way they run; `codes` holds the class of each node, negative for none."""
        a, b = skeleton(ties).nonzero()
        once = (a < b) & (codes[a] >= 0) & (codes[b] >= 0)
        return cls(codes.astype(np.int64), a[once].astype(np.int64), b[once].astype(np.int64))

    @property
    def crossing(self) -> npt.NDArray[np.bool_]:
        """Say of each tie whether it joins two classes."""
        return np.asarray(self.codes[self.a] != self.codes[self.b])

    def whole(self) -> Split:
        """Count over the whole network."""
        external = int(self.crossing.sum())
        return Split(np.array([external]), np.array([len(self.a) - external]))

    def by_group(self, groups: int) -> Split:
        """Count the ties that touch each class; a tie inside a class counts once."""
        crossing, code_a, code_b = self.crossing, self.codes[self.a], self.codes[self.b]
        outward = np.concatenate([code_a[crossing], code_b[crossing]])
        return Split(np.bincount(outward, minlength=groups), np.bincount(code_a[~crossing], minlength=groups))

    def by_node(self) -> Split:
        """Count the ties of each node."""
        n, ends, crossing = len(self.codes), np.concatenate([self.a, self.b]), np.tile(self.crossing, 2)
        return Split(np.bincount(ends[crossing], minlength=n), np.bincount(ends[~crossing], minlength=n))


def attainable(sizes: Integers, ties: int) -> tuple[float, float]:
    """Give the lowest and highest index that so many ties among groups of these sizes can have; NaN without ties."""
    if not ties:
        return np.nan, np.nan
    inside = sum(size * (size - 1) // 2 for size in sizes.tolist())
    n = int(sizes.sum())
    across = n * (n - 1) // 2 - inside
    return (ties - 2 * min(ties, inside)) / ties, (2 * min(ties, across) - ties) / ties


def expected(sizes: Integers) -> float:
    """Give the mean index over all ways to deal the labels out to the nodes; NaN for fewer than two nodes."""
    n = int(sizes.sum())
    same = sum(size * (size - 1) for size in sizes.tolist())
    return 1 - 2 * same / (n * (n - 1)) if n > 1 else np.nan


def affordable(permutations: int, nodes: int, ties: int) -> int:
    """Cut the number of permutations down to what takes a few seconds."""
    return min(permutations, max(WORK // (PER_NODE * nodes + ties + 1), FEWEST))


def permuted_external(between: Between, permutations: int, rng: np.random.Generator) -> Integers:
    """Count the crossing ties for each of so many random permutations of the labels over the nodes with a class."""
    if not len(between.a):
        return np.zeros(permutations, dtype=np.int64)
    known = np.flatnonzero(between.codes >= 0)
    place = np.zeros(len(between.codes), dtype=np.int64)
    place[known] = np.arange(len(known))
    a, b = place[between.a], place[between.b]
    parts = [_crossing(labels, a, b) for labels in _shuffled(between.codes[known], permutations, rng)]
    return np.concatenate([np.zeros(0, dtype=np.int64), *parts])


def _shuffled(codes: Integers, permutations: int, rng: np.random.Generator) -> Iterator[npt.NDArray[np.integer]]:
    """Give blocks of permuted labels, one column for each permutation."""
    narrow = np.min_scalar_type(int(codes.max(initial=0)))
    width = max(min(BLOCK // max(len(codes), 1), 1000), 1)
    dealt = codes.copy()
    for first in range(0, permutations, width):
        labels = np.empty((min(width, permutations - first), len(codes)), dtype=narrow)
        for row in labels:
            rng.shuffle(dealt)
            row[:] = dealt
        yield np.ascontiguousarray(labels.T)


def _crossing(labels: npt.NDArray[np.integer], a: Integers, b: Integers) -> Integers:
    """Count for each column the ties whose ends carry different labels."""
    counted = np.zeros(labels.shape[1], dtype=np.int64)
    for first in range(0, len(a), ADDED_AT_ONCE):
        some = slice(first, first + ADDED_AT_ONCE)
        apart = labels[a[some]] != labels[b[some]]
        counted += np.add.reduce(apart.view(np.uint8), axis=0, dtype=np.uint8)
    return counted
