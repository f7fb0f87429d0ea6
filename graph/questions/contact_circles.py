"""Contact circles (communities): who deals mostly with each other, laid over the organisation chart."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.measures.arrays.congruence import Congruence, congruence
from graph.measures.arrays.louvain import louvain
from graph.measures.arrays.matrices import Integers, Matrix, entries, matrix, ordered
from graph.questions.closure import pairs
from graph.questions.contacts import Contacts
from graph.questions.partitions import Partition
from schema.nodes import Department

SEED = 1
TRIES, WORK = 10, 30_000
"""Tries of which the best is taken, and contacts (in both directions) times tries that they may cost; one at least."""


@dataclass(frozen=True, eq=False)
class Circles:
    """The circles of the actors that have a contact with another actor.

    `circle` holds the number of each node's circle, from 0 and the largest first, −1 for all other nodes.
    """

    joined: Matrix
    circle: Integers
    sizes: Integers

    @property
    def n(self) -> int:
        """Count the circles."""
        return len(self.sizes)

    @cached_property
    def members(self) -> Matrix:
        """Give who is in which circle, nodes × circles."""
        nodes = np.flatnonzero(self.circle >= 0)
        return matrix(nodes, self.circle[nodes], (len(self.circle), max(self.n, 1)))

    @cached_property
    def contacts(self) -> Matrix:
        """Count the contacts of each node in each circle."""
        return ordered(self.joined @ self.members)

    @cached_property
    def inside(self) -> Integers:
        """Count the contacts within each circle."""
        nodes = np.flatnonzero(self.circle >= 0)
        own = entries(self.contacts, nodes, self.circle[nodes])
        return np.bincount(self.circle[nodes], weights=own, minlength=self.n).astype(np.int64) // 2

    @cached_property
    def outside(self) -> Integers:
        """Count the contacts of each circle with others."""
        nodes, degree = np.flatnonzero(self.circle >= 0), np.diff(self.joined.indptr)
        ends = np.bincount(self.circle[nodes], weights=degree[nodes], minlength=self.n).astype(np.int64)
        return ends - 2 * self.inside

    def laid_over(self, partition: Partition) -> Congruence:
        """Compare a division with the circles, by the actors that are in both."""
        return congruence(self.shared(partition))

    def shared(self, partition: Partition) -> Matrix:
        """Count the actors of each group in each circle."""
        nodes = np.flatnonzero((partition.group >= 0) & (self.circle >= 0))
        return matrix(partition.group[nodes], self.circle[nodes], (len(partition.labels), max(self.n, 1)))


def circles(contacts: Contacts, names: Integers, tries: int = TRIES) -> Circles:
    """Find the circles among actors, seeded, the best of up to so many tries, as the size of the network allows.

    Circles of equal size stand in the order of `names` of their members.
    """
    n, (a, b) = contacts.network.n, pairs(contacts)
    joined = matrix(np.concatenate([a, b]), np.concatenate([b, a]), (n, n))
    nodes = np.flatnonzero(np.diff(joined.indptr)).astype(np.int64)
    label = louvain(
        ordered(joined[nodes, :][:, nodes]), seed=SEED, tries=max(1, min(tries, WORK // max(joined.nnz, 1)))
    )
    sizes, first = np.bincount(label), np.full(int(label.max(initial=-1)) + 1, n)
    np.minimum.at(first, label, names[nodes])
    largest_first = np.lexsort((first, -sizes))
    number = np.empty(len(sizes), dtype=np.int64)
    number[largest_first] = np.arange(len(sizes))
    circle = np.full(n, -1, dtype=np.int64)
    circle[nodes] = number[label]
    return Circles(joined, circle, sizes[largest_first])


def counts_of(counted: Matrix, row: int) -> dict[int, int]:
    """Give the entries of a row by column."""
    first, end = counted.indptr[row : row + 2]
    return dict(zip(counted.indices[first:end].tolist(), counted.data[first:end].tolist(), strict=True))


def most_frequent(counts: dict[int, int]) -> int | None:
    """Give the key with the highest count, None where several share it."""
    first = sorted(counts, key=counts.__getitem__, reverse=True)[:2]
    alone = len(first) == 1 or (len(first) == 2 and counts[first[0]] > counts[first[1]])
    return first[0] if alone else None


def homes(found: Circles, ressorts: Partition) -> Integers:
    """Give for each Ressort of several actors the circle that holds more than half of them; −1 where none does."""
    shared = found.shared(ressorts)
    home = np.full(len(ressorts.labels), -1, dtype=np.int64)
    for g in np.flatnonzero(ressorts.sizes > 1).tolist():
        counts = counts_of(shared, g)
        home[g] = next((circle for circle, n in counts.items() if 2 * n > ressorts.sizes[g]), -1)
    return home


def scattered(found: Circles, ressorts: Partition) -> Integers:
    """List the Ressorts of several actors of which no circle holds more than half."""
    return np.flatnonzero((ressorts.sizes > 1) & (homes(found, ressorts) < 0)).astype(np.int64)


def elsewhere(contacts: Contacts, found: Circles, ressorts: Partition) -> Integers:
    """List the units that sit in another circle than most of their Ressort."""
    nodes = ressorts.nodes[contacts.network.of_type(Department)[ressorts.nodes]]
    home = homes(found, ressorts)[ressorts.group[nodes]]
    moved: Integers = nodes[(home >= 0) & (found.circle[nodes] != home)]
    return moved
