"""What an actor's position opens: brokerage over levels and departments, lift, reach, structural holes."""

from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np

from graph.measures.arrays import dual_alters, mean_rank, places, reach, spanned_pairs, structural_holes
from graph.measures.arrays.matrices import Floats, Integers, Matrix, binary, matrix, skeleton
from graph.questions.contacts import Contacts
from schema.ties import CooperatesWith, CounterpartOf, Leads, MemberOf, PartOf, ReportsTo, Steers, WorksIn

BELONGING = (PartOf, WorksIn, Leads, MemberOf)
"""The ties by which an actor belongs to an organisation."""
DEALING = (CooperatesWith, CounterpartOf, Steers, ReportsTo)
"""The ties by which organisations deal with each other."""


@dataclass(frozen=True, eq=False)
class Positions:
    """The components of some actors' positions, one value for each of `nodes`.

    `vertical`, `horizontal`: pairs of contacts on different levels, of different departments, without a tie of their
    own; `lift`: dual alters; `reach`, `areas`: actors and Sozialräume within two steps; `effective`, `constraint`:
    structural holes, NaN without contacts.
    """

    nodes: Integers
    contacts: Integers
    vertical: Integers
    horizontal: Integers
    lift: Integers
    reach: Integers
    areas: Integers
    effective: Floats
    constraint: Floats

    @cached_property
    def score(self) -> Floats:
        """Give the mean rank over the five components that open ways; 1 is best."""
        parts = (self.vertical, self.horizontal, self.lift, self.reach + self.areas, self.effective)
        return mean_rank(parts) if len(self.nodes) else np.zeros(0)

    @cached_property
    def rank(self) -> Integers:
        """Give the places 1, 2, 2, 4 by the score."""
        return places(-self.score)

    def among(self, nodes: Integers) -> "Positions":
        """Compare some of the nodes only with each other; `nodes` sorted, as `self.nodes`."""
        chosen = np.searchsorted(self.nodes, nodes)
        return Positions(**{field.name: getattr(self, field.name)[chosen] for field in fields(self)})


def positions(contacts: Contacts, nodes: Integers) -> Positions:
    """Measure the positions of some nodes within the whole contact network."""
    joined = contacts.adjacency
    holes = structural_holes(joined)
    return Positions(
        nodes,
        contacts.degree[nodes],
        spanned_pairs(joined, contacts.level_class)[nodes],
        spanned_pairs(joined, contacts.ressort)[nodes],
        lift(contacts, nodes),
        reach(joined, np.flatnonzero(contacts.actor), nodes),
        reach(joined, np.flatnonzero(contacts.area), nodes),
        holes.effective_size[nodes],
        holes.constraint[nodes],
    )


def lift(contacts: Contacts, nodes: Integers) -> Integers:
    """Count whom some nodes get to through their organisations beyond their own contacts."""
    belongs, between = affiliations(contacts)
    return dual_alters(contacts.adjacency, belongs, between, nodes)


def affiliations(contacts: Contacts) -> tuple[Matrix, Matrix]:
    """Give who belongs to which organisation, and which organisations deal with each other, both n × n."""
    network, member = contacts.network, contacts.member
    size = (network.n, network.n)
    held = network.with_verb(*BELONGING) & member[network.start] & member[network.end]
    belongs = binary(matrix(network.start[held], network.end[held], size))
    dealt = network.with_verb(*DEALING)[contacts.tie] & ~contacts.folded
    between = skeleton(matrix(contacts.a[dealt], contacts.b[dealt], size))
    return belongs, between
