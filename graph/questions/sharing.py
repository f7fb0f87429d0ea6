"""What actors share: Sozialräume, Fachplanungen, target groups, committees; and which pairs share how much."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import diags_array, triu

from graph.measures.arrays.matrices import Floats, Integers, Matrix, binary, entries, matrix, ordered
from graph.network import Mask, Network
from graph.questions.contacts import Contacts
from graph.questions.directions import ADMINISTRATION, LIFEWORLD
from graph.questions.hierarchy import inside, within
from schema.nodes import Committee, Department, Fachplanung, Node, Organisation, Person, Sozialraum, TargetGroup
from schema.ties import ActiveIn, InterestedIn, MemberOf, Reaches, ResponsibleFor, Tie

SHARED: tuple[type[Node], ...] = (Sozialraum, Fachplanung, TargetGroup, Committee)
"""What can be shared."""
BY: tuple[type[Tie], ...] = (ActiveIn, ResponsibleFor, InterestedIn, Reaches, MemberOf)
"""The ties by which an actor has a part in it."""
MOST_PAIRS = 1_000_000
"""Groups are taken from the smallest up until their pairs are this many; larger groups are left out and named."""


@dataclass(frozen=True, eq=False)
class Sharing:
    """The pairs of actors (`a` < `b`, positions) that share something, and what was left out.

    `weight`: sum over the shared things of 1/ln k, k actors having a part in the thing, times 1 + need for a
    Sozialraum; `shared`: how many things; `tied`: whether the two have a contact; `part`: n × n, who has a part in
    what; `takers`: how many have a part in each node. The fewer share a thing, the more it says (Adamic and Adar
    2003); a plenary with everybody says little.
    """

    a: Integers
    b: Integers
    weight: Floats
    shared: Integers
    tied: Mask
    part: Matrix
    takers: Integers
    too_large: Integers
    in_line: int


def partners(contacts: Contacts) -> Mask:
    """Mark the actors among whom cooperation is looked for: units, organisations, bodies outside politics, persons.

    Where no level of any actor is known, as in a network from elsewhere, politics cannot be told apart and nobody is
    left out.
    """
    network, level = contacts.network, contacts.level
    known = (level == ADMINISTRATION) | (level == LIFEWORLD) if levels_known(contacts) else contacts.actor
    either = network.of_type(Department, Organisation, Committee) & known
    return np.asarray(contacts.member & (either | network.of_type(Person)), dtype=np.bool_)


def levels_known(contacts: Contacts) -> bool:
    """Say whether the level of any actor is known."""
    return bool((contacts.level[contacts.actor & ~contacts.network.of_type(Person)] >= 0).any())


def sharing(contacts: Contacts, need: Floats) -> Sharing:
    """List the pairs that share something, except those where one is part of the other."""
    part = _parts(contacts)
    things, too_large, size = _groups(part)
    chosen = ordered(part[:, things])
    weight = (1 + np.nan_to_num(need[things])) / np.log(size[things])
    weighted = triu(ordered(chosen @ diags_array(weight) @ chosen.T), k=1, format="coo")
    a, b = (coordinate.astype(np.int64) for coordinate in weighted.coords)
    shared = entries(ordered(chosen @ chosen.T), a, b).astype(np.int64)
    line = within(contacts.network)
    apart = (entries(line, a, b) + entries(line, b, a)) == 0
    tied = entries(contacts.adjacency, a, b) > 0
    weights = np.round(weighted.data[apart], 6)
    in_line = int((~apart & ~tied).sum())
    return Sharing(a[apart], b[apart], weights, shared[apart], tied[apart], part, size, too_large, in_line)


def _parts(contacts: Contacts) -> Matrix:
    """Give who has a part in what, n × n; what hidden persons have a part in by office counts for their units."""
    network, real = contacts.network, ~contacts.network.placeholder
    size = (network.n, network.n)
    own = network.with_verb(*BY) & network.of_type(*SHARED)[network.end] & real[network.start] & real[network.end]
    direct = matrix(network.start[own], network.end[own], size)
    by_office = contacts.folded & network.with_verb(*BY)[contacts.tie]
    folded = matrix(contacts.a[by_office], contacts.b[by_office], size)
    candidates = np.flatnonzero(partners(contacts))
    return binary(matrix(candidates, candidates, size) @ (direct + folded))


def _groups(part: Matrix) -> tuple[Integers, Integers, Integers]:
    """Choose the things that two or more share, the smallest groups first, within the bound on pairs."""
    size = np.bincount(part.indices, minlength=part.shape[1]).astype(np.int64)
    shared = np.flatnonzero(size > 1)
    shared = shared[np.lexsort((shared, size[shared]))]
    pairs = np.cumsum(size[shared] * (size[shared] - 1) // 2)
    fits = pairs <= MOST_PAIRS
    return np.sort(shared[fits]), shared[~fits], size


def witnesses(found: Sharing, a: int, b: int) -> Integers:
    """List what two actors share."""
    shared = np.intersect1d(inside(found.part, a), inside(found.part, b))
    return np.setdiff1d(shared, found.too_large)


def witness_ties(network: Network, things: Integers, a: int, b: int) -> tuple[str, ...]:
    """Name the ties by which two actors have a part in some things."""
    ties = np.sort(np.concatenate([network.ties_from(i, *BY) for i in (a, b)]))
    return tuple(str(network.tie_rows[j]["id"]) for j in ties[np.isin(network.end[ties], things)])
