"""The contact network that the questions share: who deals with whom, among actors and Sozialräume.

All ties of contact types count, undirected, once for each pair however many records there are; placeholders do not
count. Where persons may not be shown, their ties count for the units that they work in or lead.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Integers, Matrix, matrix, skeleton
from graph.network import Codes, Mask, Network
from graph.questions.hierarchy import ressorts, within
from schema.levels import STOREYS
from schema.nodes import Person, Sozialraum
from schema.ties import ACTORS, TIES, Leads, MemberOf, WorksIn

CONTACT = tuple(tie for tie in TIES if tie.contact)
"""The tie types through which two actors, or an actor and a place, deal with each other."""
SHOWN = 50
"""How many pieces of evidence a row names at most; the numbers in the row count them all."""


@dataclass(frozen=True, eq=False)
class Contacts:
    """The view: contact number k joins the nodes `a[k]` and `b[k]` by the tie at position `tie[k]`.

    Positions are those of the network. `folded` marks the contacts that stand for a person's. `level` and `ressort`
    are those of the network's nodes, persons having that of their unit where it is only one.
    """

    network: Network
    persons: bool
    member: Mask
    tie: Integers
    a: Integers
    b: Integers
    folded: Mask
    level: Codes
    ressort: Integers

    @classmethod
    def of(cls, network: Network, persons: bool) -> "Contacts":
        """Take the view of a network, with persons as nodes of their own or folded into their units."""
        real = network.of_type(*ACTORS, Sozialraum) & ~network.placeholder
        tie, a, b, folded = _folded(network, real, persons)
        member = real if persons else real & ~network.of_type(Person)
        level = _of_offices(network, network.level.astype(np.int64)).astype(np.int8)
        return cls(network, persons, member, tie, a, b, folded, level, _of_offices(network, ressorts(network)))

    def without(self, lost: Mask) -> "Contacts":
        """Take the same view while some ties of the network are missing."""
        left = ~lost[self.tie]
        return replace(self, tie=self.tie[left], a=self.a[left], b=self.b[left], folded=self.folded[left])

    @cached_property
    def counted(self) -> Mask:
        """Mark the ties of the network that some contact stands for."""
        marked = np.zeros(self.network.m, dtype=np.bool_)
        marked[self.tie] = True
        return marked

    @cached_property
    def actor(self) -> Mask:
        """Mark the actors of the view."""
        return self.member & self.network.of_type(*ACTORS)

    @cached_property
    def area(self) -> Mask:
        """Mark the Sozialräume of the view."""
        return self.member & self.network.of_type(Sozialraum)

    @cached_property
    def own_area(self) -> Mask:
        """Mark the Sozialräume that count for themselves: those of kinds in which anybody is recorded as active.

        Parts that are only measured (Wohnplätze) and areas that only hold others do not; where nothing within the
        outermost area counts, that area does.
        """
        rows = self.network.node_rows
        kinds = {rows[i].get("kind") for i in np.flatnonzero(self.area & (self.degree > 0))}
        counted = self.area.copy()
        counted[[i for i in np.flatnonzero(self.area) if rows[i].get("kind") not in kinds]] = False
        whole = within(self.network, Sozialraum)
        outermost = self.area & (np.diff(whole.indptr) == 0)
        holds = (whole.T @ counted.astype(np.int64)) > 0
        return np.asarray(counted | (outermost & ~holds), dtype=np.bool_)

    @cached_property
    def adjacency(self) -> Matrix:
        """Give the undirected pattern of contacts, n × n."""
        return skeleton(matrix(self.a, self.b, (self.network.n, self.network.n)))

    @cached_property
    def degree(self) -> Integers:
        """Count the contacts of each node."""
        return np.diff(self.adjacency.indptr).astype(np.int64)

    @cached_property
    def evidence_count(self) -> Matrix:
        """Give for each pair how many pieces of evidence its contacts stand for, in both directions."""
        n, count = self.network.n, self.network.count[self.tie]
        ends = np.concatenate([self.a, self.b]), np.concatenate([self.b, self.a])
        return matrix(*ends, (n, n), np.concatenate([count, count]))

    def neighbours(self, i: int) -> Integers:
        """List the contacts of a node, in order of position."""
        return np.asarray(self.adjacency.indices[self.adjacency.indptr[i] : self.adjacency.indptr[i + 1]], np.int64)

    def backing(self, i: int) -> Integers:
        """Give for each of the `neighbours` of a node how many pieces of evidence stand behind the contact."""
        held = self.evidence_count
        return np.asarray(held.data[held.indptr[i] : held.indptr[i + 1]], dtype=np.int64)

    def on_storey(self, storey: int) -> Mask:
        """Mark the members of the view on a level, by its position in `STOREYS`."""
        return np.asarray(self.member & (self.level == storey), dtype=np.bool_)

    @cached_property
    def level_class(self) -> Codes:
        """Give the level of each member as a class for brokerage: −1 where it is unknown or there is none."""
        return np.where(self.member & (self.level >= 0) & (self.level < len(STOREYS)), self.level, -1).astype(np.int8)

    @cached_property
    def _by_node(self) -> tuple[Integers, Integers]:
        """Sort the contacts by node: order, and where each node's begin."""
        ends = np.concatenate([self.a, self.b])
        order = np.argsort(ends, kind="stable")
        first = np.searchsorted(ends[order], np.arange(self.network.n + 1))
        return order % max(len(self.a), 1), first

    def contacts_of(self, i: int) -> Integers:
        """List the numbers of the contacts at a node."""
        order, first = self._by_node
        return np.sort(order[first[i] : first[i + 1]])

    def between(self, i: int, j: int) -> Integers:
        """List the numbers of the contacts between two nodes."""
        i, j = (i, j) if self.degree[i] <= self.degree[j] else (j, i)
        mine = self.contacts_of(i)
        return np.asarray(mine[(self.a[mine] == j) | (self.b[mine] == j)], dtype=np.int64)

    def evidence(self, contacts: Iterable[int] | Integers) -> tuple[str, ...]:
        """Name the ties behind some contacts by their ids, at most `SHOWN`; those of folded persons stay unnamed."""
        ties = dict.fromkeys(int(self.tie[k]) for k in contacts if not self.folded[k])
        return tuple(str(self.network.tie_rows[j]["id"]) for j in list(ties)[:SHOWN])


def _folded(network: Network, real: Mask, persons: bool) -> tuple[Integers, Integers, Integers, Mask]:
    """List the contacts, each end standing for itself or, for a person who may not be shown, for its units."""
    counted = np.flatnonzero(network.with_verb(*CONTACT) & real[network.start] & real[network.end])
    stand_in = _stand_ins(network, real, persons)
    width = np.diff(stand_in.indptr).astype(np.int64)
    start, end = network.start[counted], network.end[counted]
    copies = width[start] * width[end]
    of = np.repeat(np.arange(len(counted)), copies)
    number = np.arange(len(of)) - np.repeat(np.cumsum(copies) - copies, copies)
    s, e = start[of], end[of]
    a = stand_in.indices[stand_in.indptr[s] + number // np.maximum(width[e], 1)].astype(np.int64)
    b = stand_in.indices[stand_in.indptr[e] + number % np.maximum(width[e], 1)].astype(np.int64)
    apart = a != b
    return counted[of][apart].astype(np.int64), a[apart], b[apart], ((a != s) | (b != e))[apart]


def _stand_ins(network: Network, real: Mask, persons: bool) -> Matrix:
    """Give the n × n pattern of who stands for whom: everybody for themselves, units for hidden persons."""
    hidden = network.of_type(Person) & (not persons)
    own = np.flatnonzero(real & ~hidden)
    office = np.flatnonzero(network.with_verb(WorksIn, Leads) & hidden[network.start] & real[network.end])
    rows = np.concatenate([own, network.start[office]])
    columns = np.concatenate([own, network.end[office]])
    return matrix(rows, columns, (network.n, network.n))


def _of_offices(network: Network, values: npt.NDArray[np.int64]) -> Integers:
    """Give persons without a value of their own that of their units, or else of their bodies, where it is only one."""
    found, person = values.copy(), network.of_type(Person)
    for verbs in ((WorksIn, Leads), (MemberOf,)):
        office: dict[int, set[int]] = {}
        for j in np.flatnonzero(network.with_verb(*verbs) & person[network.start]):
            office.setdefault(int(network.start[j]), set()).add(int(values[network.end[j]]))
        for i, all_values in office.items():
            if found[i] < 0 and len(all_values) == 1:
                found[i] = all_values.pop()
    return found
