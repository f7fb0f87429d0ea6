"""The ways in which actors are divided: by level, by Ressort, by Kommune, and by the groups that a source gives."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from graph.measures.arrays.matrices import Integers, Matrix, matrix
from graph.network import Mask, Network
from graph.questions.contacts import CONTACT, Contacts
from graph.questions.homes import kommunen
from graph.questions.naming import order
from schema.levels import LEVEL_LABELS, STOREYS
from schema.text import Text, verbatim
from schema.ties import ActiveIn

AMONG_ACTORS = tuple(tie for tie in CONTACT if tie is not ActiveIn)
"""The contacts that can join two actors; a Sozialraum is a place and nobody's group."""
SHOWN_GROUPS = 3
"""Groups named in a row; the others as a number."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way of dividing actors, in words."""

    key: str
    group: Text
    """One part: a level."""
    groups: Text
    """Several parts: levels."""
    among: Text
    """Where something happens between parts: between levels."""


LEVELS = Way("levels", Text("Ebene", "level"), Text("Ebenen", "levels"), Text("zwischen Ebenen", "between levels"))
RESSORTS = Way(
    "ressorts",
    Text("Ressort", "department"),
    Text("Ressorts", "departments"),
    Text("zwischen Ressorts", "between departments"),
)
KOMMUNEN = Way(
    "kommunen",
    Text("Kommune", "Kommune"),
    Text("Kommunen", "Kommunen"),
    Text("zwischen Kommunen", "between Kommunen"),
)
GROUPS = Way(
    "groups",
    Text("Gruppe laut Quelle", "group by the source"),
    Text("Gruppen laut Quelle", "groups by the source"),
    Text("zwischen Gruppen laut Quelle", "between groups by the source"),
)


@dataclass(frozen=True, eq=False)
class Partition:
    """Actors divided in one way.

    `known` marks the actors whose group is known. `group` holds the position of the group in `labels` for those of
    them that have a contact that counts, −1 for all other nodes. `heads` holds, for Ressorts and Kommunen, the node
    that each group is named after.
    """

    way: Way
    known: Mask
    group: Integers
    labels: tuple[Text, ...]
    heads: tuple[int, ...] = ()

    @cached_property
    def nodes(self) -> Integers:
        """List the actors that are looked at."""
        return np.flatnonzero(self.group >= 0).astype(np.int64)

    @cached_property
    def sizes(self) -> Integers:
        """Count the actors of each group."""
        return np.bincount(self.group[self.nodes], minlength=len(self.labels)).astype(np.int64)

    @property
    def divides(self) -> bool:
        """Say whether there is more than one group to speak of."""
        return len(self.labels) > 1

    def inner(self, joined: Matrix) -> Matrix:
        """Keep the contacts between actors that are looked at."""
        a, b = joined.nonzero()
        kept = (self.group[a] >= 0) & (self.group[b] >= 0)
        return matrix(a[kept], b[kept], (joined.shape[0], joined.shape[1]))


def partitions(contacts: Contacts, near: Mask | None = None) -> tuple[Partition, ...]:
    """Divide the actors in each way; by the groups of a source only where any is recorded.

    `near`: whom an actor has to have a contact with to be looked at; where not given, another whose group is known.
    """
    network = contacts.network
    level = contacts.level_class.astype(np.int64)
    real = np.append(~network.placeholder, False)
    ressort = np.where(real[contacts.ressort], contacts.ressort, -1)
    found = [
        _divided(contacts, LEVELS, level, tuple(LEVEL_LABELS[storey] for storey in STOREYS), near),
        _named(contacts, RESSORTS, ressort, near),
        _named(contacts, KOMMUNEN, kommunen(network), near),
    ]
    groups = _divided(contacts, GROUPS, *_given(network), near)
    return (*found, groups) if groups.known.any() else tuple(found)


def alphabetical(network: Network) -> Integers:
    """Give the place of each node in the order of names, then ids."""
    place = np.empty(network.n, dtype=np.int64)
    place[sorted(range(network.n), key=lambda i: (network.name(i), network.ids[i]))] = np.arange(network.n)
    return place


def counted(contacts: Contacts) -> Mask:
    """Mark the ties of the network that stand for a contact between two actors."""
    marked = np.zeros(contacts.network.m, dtype=np.bool_)
    marked[contacts.tie[contacts.actor[contacts.a] & contacts.actor[contacts.b]]] = True
    return marked


def _divided(contacts: Contacts, way: Way, value: Integers, labels: tuple[Text, ...], near: Mask | None) -> Partition:
    """Number anew the groups that actors with a contact are in."""
    known = np.asarray(contacts.actor & (value >= 0), dtype=np.bool_)
    looked_at = known & (contacts.adjacency @ (known if near is None else near).astype(np.int64) > 0)
    held = np.unique(value[looked_at])
    group = np.full(len(value), -1, dtype=np.int64)
    group[looked_at] = np.searchsorted(held, value[looked_at])
    return Partition(way, known, group, tuple(labels[k] for k in held.tolist()))


def _named(contacts: Contacts, way: Way, node: Integers, near: Mask | None) -> Partition:
    """Divide by the node that each actor belongs to; the groups stand in the order of their names."""
    network = contacts.network
    heads = np.unique(node[contacts.actor & (node >= 0)])
    heads = heads[order(network, heads)]
    place = np.full(network.n + 1, -1, dtype=np.int64)
    place[heads] = np.arange(len(heads))
    made = _divided(contacts, way, place[node], tuple(verbatim(network.name(i)) for i in heads.tolist()), near)
    held = np.unique(place[node][made.nodes])
    return replace(made, heads=tuple(heads[held].tolist()))


def _given(network: Network) -> tuple[Integers, tuple[Text, ...]]:
    """Give the group that the source gives to each node, as a position among their names in order; −1 for none."""
    held = [row.get("group") or "" for row in network.node_rows]
    names = sorted({*held} - {""})
    position = {name: k for k, name in enumerate(names)}
    return np.array([position.get(name, -1) for name in held], dtype=np.int64), tuple(verbatim(n) for n in names)


def by_group(partition: Partition, near: Mapping[int, int]) -> Text:
    """Write the numbers of contacts with the groups where most are, the others as a number of groups."""
    first = sorted(near, key=lambda group: (-near[group], group))
    shown = [Text("{name} {n}", "{name} {n}").format(name=partition.labels[g], n=near[g]) for g in first[:SHOWN_GROUPS]]
    joined = Text(", ".join(text.de for text in shown), ", ".join(text.en for text in shown))
    more = Text("{joined} und {n} weitere", "{joined} and {n} more")
    return more.format(joined=joined, n=len(near) - SHOWN_GROUPS) if len(near) > SHOWN_GROUPS else joined
