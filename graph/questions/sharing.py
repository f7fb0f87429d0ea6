"""What actors share: Sozialräume, Fachplanungen, target groups, committees; and which pairs share how much."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import diags_array, triu

from graph.measures.matrices import Floats, Integers, Matrix, binary, entries, matrix, ordered
from graph.network import Mask, Network
from graph.questions.contacts import Contacts
from graph.questions.directions import ADMINISTRATION, LIFEWORLD
from graph.questions.hierarchy import within
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

    `weight`: sum over the shared things of 1/(k − 1), k actors having a part in the thing, times 1 + need for a
    Sozialraum; `shared`: how many things; `tied`: whether the two have a contact; `part`: n × n, who has a part in what.
    """

    a: Integers
    b: Integers
    weight: Floats
    shared: Integers
    tied: Mask
    part: Matrix
    too_large: Integers
    in_line: int


def partners(contacts: Contacts) -> Mask:
    """Mark the actors among whom cooperation is looked for: units, organisations, bodies outside politics, persons."""
    network, level = contacts.network, contacts.level
    known = (level == ADMINISTRATION) | (level == LIFEWORLD)
    either = network.of_type(Department, Organisation, Committee) & known
    return np.asarray(contacts.member & (either | network.of_type(Person)), dtype=np.bool_)


def sharing(contacts: Contacts, need: Floats) -> Sharing:
    """List the pairs that share something, except those where one is part of the other."""
    part = _parts(contacts)
    things, too_large, size = _groups(part)
    chosen = ordered(part[:, things])
    weight = (1 + np.nan_to_num(need[things])) / np.maximum(size[things] - 1, 1)
    weighted = triu(ordered(chosen @ diags_array(weight) @ chosen.T), k=1, format="coo")
    a, b = (coordinate.astype(np.int64) for coordinate in weighted.coords)
    shared = entries(ordered(chosen @ chosen.T), a, b).astype(np.int64)
    line = within(contacts.network)
    apart = (entries(line, a, b) + entries(line, b, a)) == 0
    tied = entries(contacts.adjacency, a, b) > 0
    kept = [column[apart] for column in (a, b, np.round(weighted.data, 6), shared, tied)]
    return Sharing(*kept, part, too_large, int((~apart & ~tied).sum()))


def _parts(contacts: Contacts) -> Matrix:
    """Give who has a part in what, n × n; what hidden persons have a part in by office counts for their units."""
    network, real = contacts.network, ~contacts.network.placeholder
    size = (network.n, network.n)
    own = network.with_verb(*BY) & network.of_type(*SHARED)[network.end] & real[network.start] & real[network.end]
    direct = matrix(network.start[own], network.end[own], size)
    by_office = contacts.folded & network.with_verb(*BY)[contacts.tie]
    folded = matrix(contacts.a[by_office], contacts.b[by_office], size)
    candidates = diags_array(partners(contacts).astype(np.int64))
    return binary(candidates @ (direct + folded))


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
    rows = [found.part.indices[found.part.indptr[i] : found.part.indptr[i + 1]] for i in (a, b)]
    return np.setdiff1d(np.intersect1d(*rows), found.too_large)


def witness_ties(network: Network, things: Integers, a: int, b: int) -> tuple[str, ...]:
    """Name the ties by which two actors have a part in some things."""
    both = np.isin(network.start, (a, b)) & np.isin(network.end, things) & network.with_verb(*BY)
    return tuple(str(network.tie_rows[j]["id"]) for j in np.flatnonzero(both))
