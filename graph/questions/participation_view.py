"""The ties by which formats, papers, offices and organisations have to do with target groups and Sozialräume."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from graph.measures.arrays.matrices import Integers, Matrix, binary, matrix
from graph.network import Mask, Network
from graph.questions.contacts import SHOWN, Contacts
from graph.questions.hierarchy import within
from graph.questions.participation_subject import Subject
from graph.questions.tie_facts import TieFacts, day_of_age
from schema.nodes import Format, Sozialraum, TargetGroup
from schema.ties import ActiveIn, Concerns, Feeds, HeldIn, Overlaps, Reaches, ResponsibleFor, TakesPart

TO_GROUP = (Reaches, Concerns, ResponsibleFor)
TO_AREA = (HeldIn, Concerns, ActiveIn, ResponsibleFor)


@dataclass(frozen=True, eq=False)
class View:
    """What is looked at, on which day; placeholders and their ties do not count.

    `cover` gives for each area the areas counting for themselves that it stands for: itself, those within and around
    it. `left` marks the ties that are not missing.
    """

    contacts: Contacts
    subject: Subject
    day: date | None
    cover: Matrix
    left: Mask

    @classmethod
    def of(cls, network: Network, persons: bool, about: str | None) -> "View":
        """Take the view of a network."""
        contacts = Contacts.of(network, persons)
        real = ~network.placeholder[network.start] & ~network.placeholder[network.end]
        subject = Subject.of(network, contacts.own_area, about)
        return cls(contacts, subject, day_of_age(network), _cover(network, contacts.own_area), real)

    def without(self, lost: Mask) -> "View":
        """Take the same view while some ties are missing; groups, areas and formats stay those looked at."""
        return replace(self, left=self.left & ~lost)

    @property
    def network(self) -> Network:
        """Give the network that is looked at."""
        return self.contacts.network

    @cached_property
    def groups(self) -> Integers:
        """List the target groups looked at."""
        return np.flatnonzero(self.subject.groups).astype(np.int64)

    @cached_property
    def areas(self) -> Integers:
        """List the Sozialräume looked at."""
        return np.flatnonzero(self.subject.areas).astype(np.int64)

    @cached_property
    def formats(self) -> Integers:
        """List the formats looked at."""
        return np.flatnonzero(self.subject.formats).astype(np.int64)

    @cached_property
    def planned(self) -> Mask:
        """Mark the formats that lie after the day; one without a date counts as held."""
        marked = np.zeros(self.network.n, dtype=np.bool_)
        for i in np.flatnonzero(self.network.of_type(Format)):
            held_on = self.network.node_rows[i].get("held_on")
            marked[i] = bool(held_on and self.day and held_on > self.day)
        return marked

    @cached_property
    def held(self) -> Mask:
        """Mark the formats that have taken place, those looked at and those that count for the coverage besides."""
        return self.subject.covering & ~self.planned

    @cached_property
    def takes_part(self) -> Mask:
        """Mark the ties by which a target group itself takes part in a format: it is reached, too."""
        network = self.network
        ends = network.of_type(TargetGroup)[network.start] & network.of_type(Format)[network.end]
        return np.asarray(network.with_verb(TakesPart) & ends & self.left, dtype=np.bool_)

    @cached_property
    def to_group(self) -> Mask:
        """Mark the ties by which something has to do with a target group."""
        network = self.network
        forwards = network.with_verb(*TO_GROUP) & network.of_type(TargetGroup)[network.end]
        return np.asarray((forwards & self.left) | self.takes_part, dtype=np.bool_)

    @cached_property
    def to_area(self) -> Mask:
        """Mark the ties by which something has to do with a Sozialraum."""
        network = self.network
        forwards = network.with_verb(*TO_AREA) & network.of_type(Sozialraum)[network.end]
        return np.asarray(forwards & self.left, dtype=np.bool_)

    @cached_property
    def feeding(self) -> Mask:
        """Mark the ties by which the results of a format flow into something."""
        network = self.network
        ends = network.with_verb(Feeds) & network.of_type(Format)[network.start]
        return np.asarray(ends & self.left, dtype=np.bool_)

    @cached_property
    def with_groups(self) -> Matrix:
        """Give who has to do with which target group, n × n; a group that takes part stands at the start of its tie."""
        start, end = self.network.start, self.network.end
        via = np.where(self.takes_part, end, start)[self.to_group]
        group = np.where(self.takes_part, start, end)[self.to_group]
        return binary(matrix(via, group, (self.network.n, self.network.n)))

    @cached_property
    def with_areas(self) -> Matrix:
        """Give who has to do with which Sozialraum that counts for itself, through its parts or wholes too, n × n."""
        start, end = self.network.start[self.to_area], self.network.end[self.to_area]
        return binary(matrix(start, end, (self.network.n, self.network.n)) @ self.cover)

    @cached_property
    def overlapping(self) -> Matrix:
        """Give who has to do with an area that overlaps which Sozialraum that counts for itself, n × n."""
        network, shape = self.network, (self.network.n, self.network.n)
        ties = network.with_verb(Overlaps) & self.left
        start, end, own = network.start[ties], network.end[ties], np.flatnonzero(self.contacts.own_area)
        there = matrix(np.concatenate([start, end]), np.concatenate([end, start]), shape)
        direct = matrix(network.start[self.to_area], network.end[self.to_area], shape)
        return binary((direct + self.with_areas) @ there @ matrix(own, own, shape))

    @cached_property
    def nameable(self) -> Mask:
        """Mark the ties that may be named as evidence."""
        return TieFacts.of(self.network, self.contacts.persons).nameable

    def evidence(self, nodes: Iterable[int], ties: Iterable[int] = ()) -> tuple[str, ...]:
        """Name nodes and ties by their ids, at most `SHOWN`; those of hidden persons stay unnamed."""
        network = self.network
        named = [str(network.tie_rows[j]["id"]) for j in ties if self.nameable[j]]
        return tuple(dict.fromkeys([*(network.ids[i] for i in nodes), *named]))[:SHOWN]


def _cover(network: Network, own_area: Mask) -> Matrix:
    around, shape = within(network, Sozialraum), (network.n, network.n)
    itself, own = np.flatnonzero(network.of_type(Sozialraum)), np.flatnonzero(own_area)
    return binary((around + around.T + matrix(itself, itself, shape)) @ matrix(own, own, shape))
