"""What is counted in each kind of matrix, and by which records each count is witnessed."""

import numpy as np

from graph.measures.arrays.matrices import Matrix, entries, matrix, ordered
from graph.network import Mask, Network
from graph.questions.contacts import Contacts
from graph.questions.memberships import Memberships
from schema.nodes import Committee, Department, Person
from schema.text import Text
from schema.ties import ResponsibleFor
from viz.matrix.formats import groups_areas
from viz.matrix.grid import Counts, Told, ties_between
from viz.matrix.kinds import Kind

UNNAMED = Text(
    "Beruht auch auf Personen, die ohne Schalter nicht genannt werden.",
    "Rests on persons as well, who are not named without the switch.",
)


def counted(network: Network, kind: Kind, *, persons: bool) -> Counts:
    """Count what a kind of matrix asks for, in a network that is cut to what may be read."""
    match kind:
        case Kind.UNITS_AREAS:
            return _units_areas(Contacts.of(network, persons))
        case Kind.UNITS:
            return _units(Contacts.of(network, persons))
        case Kind.BODIES:
            return _bodies(Memberships.of(network), persons)
        case Kind.GROUPS_AREAS:
            return groups_areas(network, persons=persons)


def _units_areas(contacts: Contacts) -> Counts:
    network = contacts.network
    own = network.with_verb(ResponsibleFor) & contacts.member[network.start] & contacts.area[network.end]
    charge = matrix(network.start[own], network.end[own], (network.n, network.n))
    unit = np.asarray(contacts.member & network.of_type(Department))
    both = _between(ordered(contacts.evidence_count + charge), unit, contacts.area)
    in_charge = ties_between(network, own)
    area = contacts.own_area | (both.sum(axis=0) > 0)
    return Counts(
        np.flatnonzero(unit).astype(np.int64),
        np.flatnonzero(area).astype(np.int64),
        both,
        lambda i, j: (*contacts.evidence(contacts.between(i, j)), *in_charge.get((i, j), ())),
        _unnamed(contacts),
    )


def _units(contacts: Contacts) -> Counts:
    unit = np.asarray(contacts.member & contacts.network.of_type(Department))
    nodes = np.flatnonzero(unit).astype(np.int64)
    counts = _between(contacts.evidence_count, unit, unit)
    return Counts(nodes, nodes, counts, lambda i, j: contacts.evidence(contacts.between(i, j)), _unnamed(contacts))


def _unnamed(contacts: Contacts) -> Told:
    """Say of a count that it rests, in part at least, on persons who are not shown."""

    def told(i: int, j: int) -> tuple[Text, ...]:
        return (UNNAMED,) if contacts.folded[contacts.between(i, j)].any() else ()

    return told


def _bodies(view: Memberships, persons: bool) -> Counts:
    network, found = view.network, view.interlocked
    committee = network.of_type(Committee)
    n = (network.n, network.n)
    half = matrix(found.a, found.b, n, found.shared)
    place = {(int(a), int(b)): p for p, (a, b) in enumerate(zip(found.a, found.b, strict=True))}
    named = np.ones(network.n, dtype=np.bool_) if persons else ~network.of_type(Person)

    def seats(i: int, j: int) -> tuple[str, ...]:
        linking = found.linked_by(place[min(i, j), max(i, j)])
        return view.seats(linking[named[linking]], np.array([i, j]))

    bodies = view.bodies[committee[view.bodies]]
    return Counts(bodies, bodies, _between(ordered(half + half.T), committee, committee), seats)


def _between(counts: Matrix, rows: Mask, columns: Mask) -> Matrix:
    """Keep the counts from some nodes to others."""
    i, j = counts.nonzero()
    kept = rows[i] & columns[j] & (i != j)
    return matrix(i[kept], j[kept], counts.shape, entries(counts, i[kept], j[kept]))
