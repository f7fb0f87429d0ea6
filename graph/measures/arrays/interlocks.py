"""Interlocks: groups that share members, and the members who link them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.measures.arrays.matrices import Floats, Integers, Matrix, ordered
from graph.measures.arrays.two_mode import narrowed, projection, upper_pairs, weighted, within_size


@dataclass(frozen=True, eq=False)
class Interlocks:
    """The pairs of groups `a` < `b` that share members, ordered by position, and how many they share.

    `belongs`: members × groups, 1 for each membership that counts; `left_out`: the groups that were too large.
    """

    a: Integers
    b: Integers
    shared: Integers
    belongs: Matrix
    left_out: Integers

    @cached_property
    def size(self) -> Integers:
        """Count the members of each group; 0 for one that was left out."""
        return np.bincount(self.belongs.indices, minlength=self.belongs.shape[1]).astype(np.int64)

    @property
    def jaccard(self) -> Floats:
        """Give for each pair the share of the shared members among the members of either."""
        return np.asarray(self.shared / (self.size[self.a] + self.size[self.b] - self.shared), dtype=np.float64)

    @property
    def overlap(self) -> Floats:
        """Give for each pair the share of the shared members in the smaller group: 1 where it sits in the other."""
        return np.asarray(self.shared / np.minimum(self.size[self.a], self.size[self.b]), dtype=np.float64)

    @cached_property
    def pairs_linked(self) -> Integers:
        """Count for each member the pairs of groups that it links: k(k − 1)/2 for one that sits in k."""
        held = np.diff(self.belongs.indptr).astype(np.int64)
        return held * (held - 1) // 2

    @cached_property
    def pairs_alone(self) -> Integers:
        """Count for each member the pairs that nobody else links: they would come apart without this member."""
        named = narrowed(self._by_group)
        # Where one member links a pair, the sum of the linking members' numbers is its own. Numbers begin at 1, for
        # the product leaves out what adds up to 0.
        numbers = upper_pairs(weighted(named, np.arange(1, self.belongs.shape[0] + 1)), named)
        alone = numbers.data[self.shared == 1] - 1
        return np.bincount(alone, minlength=self.belongs.shape[0]).astype(np.int64)

    def linked_by(self, pair: int) -> Integers:
        """List the members who link a pair, given by its place among the pairs."""
        of_a, of_b = (self._members_of(group[pair]) for group in (self.a, self.b))
        return np.intersect1d(of_a, of_b, assume_unique=True)

    def _members_of(self, group: int) -> Integers:
        start, end = self._by_group.indptr[group : group + 2]
        return self._by_group.indices[start:end].astype(np.int64)

    @cached_property
    def _by_group(self) -> Matrix:
        return ordered(self.belongs.T)


def interlocks(belongs: Matrix, largest: int | None = None) -> Interlocks:
    """Find the pairs of groups that share members; `belongs[i, g]` ≠ 0 says that member i belongs to group g.

    A plenary with everybody in it interlocks with every other group and says little: groups with more than `largest`
    members are left out, and named.

    Mizruchi, M. S. (1996), What do interlocks do?, Annual Review of Sociology 22, 271–298.
    """
    pattern, left_out = within_size(belongs, largest)
    pairs = projection(ordered(pattern.T))
    return Interlocks(pairs.a, pairs.b, pairs.weight.astype(np.int64), pattern, left_out)
