"""Who is active in a Sozialraum, how they hang together, and whom in administration and politics they get to."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.measures.arrays import mean_rank, places
from graph.measures.arrays.matrices import Floats, Integers, Matrix, binary, matrix, ordered, row_sums
from graph.network import Mask, Network
from graph.questions.contacts import Contacts
from graph.questions.directions import ADMINISTRATION, POLITICS
from graph.questions.hierarchy import within
from schema.nodes import Sozialraum


def covers(network: Network, areas: Integers) -> Matrix:
    """Give for each of some Sozialräume the pattern of itself and all areas within it."""
    n = len(areas)
    return binary(matrix(np.arange(n), areas, (n, network.n)) + within(network, Sozialraum).T.tocsr()[areas, :])


@dataclass(frozen=True, eq=False)
class Presence:
    """For each of some Sozialräume, with what lies within: the actors there (pattern), and what their contacts come to.

    `pairs`: pairs of these actors that deal with each other; `upward`: actors of administration and politics that are
    active there or with whom one of the others there deals.
    """

    contacts: Contacts
    near: Matrix
    pairs: Integers
    upward: Integers

    @classmethod
    def of(cls, contacts: Contacts, covered: Matrix) -> "Presence":
        """Look at the areas that the rows of `covered` stand for."""
        joined, above = contacts.adjacency, contacts.on_storey(ADMINISTRATION) | contacts.on_storey(POLITICS)
        near = _only(binary(covered @ joined), contacts.actor)
        pairs = row_sums((near @ joined).multiply(near)) // 2
        reached = _only(near + _only(near, ~above) @ joined, above & contacts.actor)
        return cls(contacts, near, pairs, np.diff(reached.indptr).astype(np.int64))

    @cached_property
    def actors(self) -> Integers:
        """Count the actors of each area."""
        return np.diff(self.near.indptr).astype(np.int64)

    def on_level(self, storey: int) -> Integers:
        """Count the actors of each area on a level."""
        return np.diff(_only(self.near, self.contacts.on_storey(storey)).indptr).astype(np.int64)

    @cached_property
    def recorded(self) -> Mask:
        """Mark the areas of which something can be said: those with an actor whose level is known."""
        return np.diff(_only(self.near, self.contacts.level >= 0).indptr) > 0

    @cached_property
    def strength(self) -> Floats:
        """Give the mean strength of the ties of each area's actors, over those that state one; NaN where none does."""
        rows, (a, b, tie) = self.contacts.network.tie_rows, (self.contacts.a, self.contacts.b, self.contacts.tie)
        given = np.array([rows[j].get("strength") or 0 for j in tie], dtype=np.int64)
        stated = given > 0
        ends, column = np.concatenate([a[stated], b[stated]]), np.concatenate([tie[stated], tie[stated]])
        size = self.contacts.network.n, self.contacts.network.m
        theirs = binary(self.near @ binary(matrix(ends, column, size)))
        value = np.zeros(size[1], dtype=np.int64)
        value[tie] = given
        count, total = np.diff(theirs.indptr), np.asarray(theirs @ value, dtype=np.float64)
        return np.where(count > 0, total / np.maximum(count, 1), np.nan)


@dataclass(frozen=True, eq=False)
class Compared:
    """The Sozialräume of which both need and links are known, compared with each other."""

    need: Floats
    presence: Presence

    @cached_property
    def links(self) -> Floats:
        """Give the mean rank over actors, pairs and upward; 1 has most of all three."""
        return mean_rank((self.presence.actors, self.presence.pairs, self.presence.upward))

    @cached_property
    def need_rank(self) -> Integers:
        """Give the places 1, 2, 2, 4 by need, the highest first."""
        return places(self.need)

    @cached_property
    def links_rank(self) -> Integers:
        """Give the places 1, 2, 2, 4 by links, the fewest first."""
        return places(self.links)

    @cached_property
    def score(self) -> Floats:
        """Give the mean of both ranks, equal values sharing the mean; 1 has the highest need and the fewest links."""
        return mean_rank((self.need, self.links))

    @cached_property
    def rank(self) -> Integers:
        """Give the places 1, 2, 2, 4 by the score."""
        return places(-self.score)

    @cached_property
    def sides(self) -> tuple[Integers, Integers]:
        """Say of need and of lacking links whether each lies above (1), in (0) or below (−1) the middle rank."""
        middle = (len(self.need) + 1) / 2
        higher, fewer = (np.sign(middle - mean_rank((values,))) for values in (self.need, self.links))
        return higher.astype(np.int64), fewer.astype(np.int64)

    @cached_property
    def short(self) -> Mask:
        """Mark the areas with more need and fewer links than the middle."""
        higher, fewer = self.sides
        return (higher > 0) & (fewer > 0)


def _only(pattern: Matrix, columns: Mask) -> Matrix:
    """Give the pattern of the marked columns only."""
    kept = ordered(pattern).copy()
    kept.data = np.where(columns[kept.indices], kept.data, 0)
    return binary(kept)
