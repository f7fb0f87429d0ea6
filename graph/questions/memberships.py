"""Who belongs to which body: full members, and apart from them deputies and those without a vote."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.measures.arrays.interlocks import Interlocks, interlocks
from graph.measures.arrays.matrices import Integers, Matrix, binary, matrix
from graph.measures.arrays.two_mode import projection
from graph.network import Mask, Network
from schema.nodes import Committee, Organisation, Person
from schema.ties import Leads, MemberOf

BY = (MemberOf, Leads)
"""Who leads a body belongs to it."""


@dataclass(frozen=True, eq=False)
class Memberships:
    """The view: `ties` marks the memberships that count at all, `full` those of full members.

    Members and bodies are numbered by their positions in the network; placeholders do not count.
    """

    network: Network
    ties: Mask
    full: Mask

    @classmethod
    def of(cls, network: Network) -> "Memberships":
        """Take the view of a network."""
        real = ~network.placeholder
        body = network.of_type(Committee, Organisation) & real
        ties = network.with_verb(*BY) & real[network.start] & body[network.end]
        rows = network.tie_rows
        half = [j for j in np.flatnonzero(ties) if rows[j].get("deputy") or rows[j].get("voting") is False]
        full = ties.copy()
        full[half] = False
        return cls(network, ties, full)

    def without(self, lost: Mask) -> "Memberships":
        """Take the same view while some ties of the network are missing."""
        return Memberships(self.network, self.ties & ~lost, self.full & ~lost)

    @cached_property
    def belongs(self) -> Matrix:
        """Give the full members by bodies, n × n."""
        return self._pattern(self.full)

    @cached_property
    def interlocked(self) -> Interlocks:
        """Give the pairs of bodies that share full members."""
        return interlocks(self.belongs)

    @cached_property
    def with_others(self) -> Interlocks:
        """Give the pairs of bodies that share anybody, deputies and those without a vote included."""
        return interlocks(self._pattern(self.ties))

    @cached_property
    def bodies(self) -> Integers:
        """List the bodies that have full members."""
        return np.unique(self.belongs.indices).astype(np.int64)

    @cached_property
    def members(self) -> Integers:
        """List the full members."""
        return np.flatnonzero(np.diff(self.belongs.indptr)).astype(np.int64)

    @cached_property
    def between_members(self) -> Integers:
        """Give for each pair of members that sit together how many bodies they share."""
        return projection(self.belongs).weight.astype(np.int64)

    @cached_property
    def person(self) -> Mask:
        """Mark the persons."""
        return self.network.of_type(Person)

    def seats(self, members: Integers, bodies: Integers) -> tuple[str, ...]:
        """Name the ties by which some members belong to some bodies."""
        network, found = self.network, []
        for i in members.tolist():
            ties = network.ties_from(i, *BY)
            found += ties[self.ties[ties] & np.isin(network.end[ties], bodies)].tolist()
        return tuple(str(network.tie_rows[j]["id"]) for j in found)

    def shared(self, a: Integers, b: Integers) -> Integers:
        """Count the full members that given pairs of bodies share."""
        return shared(self.interlocked, a, b)

    def _pattern(self, counted: Mask) -> Matrix:
        n = self.network.n
        return binary(matrix(self.network.start[counted], self.network.end[counted], (n, n)))


def shared(found: Interlocks, a: Integers, b: Integers) -> Integers:
    """Look up how many members given pairs of groups share; 0 for pairs that share none."""
    n = found.belongs.shape[1]
    known, wanted = found.a * n + found.b, a * n + b
    place = np.minimum(np.searchsorted(known, wanted), max(len(known) - 1, 0))
    held = np.append(found.shared, 0)
    return np.where(np.append(known, -1)[place] == wanted, held[place], 0).astype(np.int64)
