"""Brokerage over one way of dividing the actors: the roles of Gould and Fernandez, against what chance would give."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.measures.arrays import gould_fernandez, places
from graph.measures.arrays.matrices import Floats, Integers, Matrix
from graph.measures.arrays.undirected_chance import ROLES, Chance, undirected_chance, z_scores
from graph.questions.partitions import Partition

SEPARATE = tuple(role for role in ROLES if role not in ("coordinator", "total"))
"""The roles in which the groups are not all the same."""


@dataclass(frozen=True, eq=False)
class Brokerage:
    """What was counted in one partition.

    `counts`: for each actor that is looked at (`partition.nodes`) the ways of each of `ROLES`.
    """

    partition: Partition
    counts: Integers
    chance: Chance
    ties: int

    @cached_property
    def pairs(self) -> Integers:
        """Count for each actor the pairs not all of its own group that it alone joins, each once."""
        ways = self.counts[:, [ROLES.index(role) for role in SEPARATE]]
        return np.asarray(ways.sum(axis=1) // 2, dtype=np.int64)

    @cached_property
    def brokers(self) -> Integers:
        """List the actors that join any two across groups, as positions in `partition.nodes`."""
        return np.flatnonzero(self.pairs).astype(np.int64)

    @cached_property
    def rank(self) -> Integers:
        """Give the places 1, 2, 2, 4 of the brokers by the pairs that they join across groups."""
        return places(self.pairs[self.brokers])

    @cached_property
    def z(self) -> Floats:
        """Give z of each count, NaN where chance leaves no choice."""
        group = self.partition.group[self.partition.nodes]
        return z_scores(self.counts, self.chance.expected[group], self.chance.deviation[group])


def brokerage_of(joined: Matrix, partition: Partition) -> Brokerage:
    """Count the roles over one partition, with what chance would give among as many actors and contacts."""
    n, ties = len(partition.nodes), partition.inner(joined).nnz // 2
    density = ties / (n * (n - 1) / 2) if n > 1 else 0.0
    return Brokerage(partition, _ways(joined, partition), undirected_chance(partition.sizes, density), ties)


def _ways(joined: Matrix, partition: Partition) -> Integers:
    """Count for each actor that is looked at the ways of each of `ROLES`."""
    roles = gould_fernandez(joined, partition.group)
    counts = np.stack([getattr(roles, role)[partition.nodes] for role in ROLES[:-1]], axis=1)
    return np.concatenate([counts, counts.sum(axis=1, keepdims=True)], axis=1)
