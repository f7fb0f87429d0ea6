"""Which Kommune an actor belongs to."""

import numpy as np

from graph.measures.arrays.matrices import Integers, Matrix, binary, matrix, ordered
from graph.network import Network
from graph.questions.hierarchy import within
from schema.nodes import Kommune, Person
from schema.ties import ACTORS, Leads, MemberOf, WorksIn


def kommunen(network: Network) -> Integers:
    """Give for each actor the Kommune that it is part of at any depth, persons that of their units; −1 for none.

    Of a Gemeinde and the Kreis around it the Gemeinde counts; who belongs to two that do not lie within each other, as
    a joint body does, belongs to neither.
    """
    whole, home = within(network, *ACTORS), network.of_type(Kommune) & ~network.placeholder
    rows, columns = whole.nonzero()
    itself, kept = np.flatnonzero(home), home[columns]
    around = matrix(rows[kept], columns[kept], (network.n, network.n))
    held = around + matrix(itself, itself, (network.n, network.n))
    for verbs in ((WorksIn, Leads), (MemberOf,)):
        office = network.with_verb(*verbs) & network.of_type(Person)[network.start]
        office &= np.diff(ordered(held).indptr)[network.start] == 0
        held = held + matrix(network.start[office], network.end[office], (network.n, network.n)) @ held
    held = binary(held)
    return _only(binary(held - held.multiply(binary(held @ around))))


def _only(held: Matrix) -> Integers:
    """Give the column of each row that has just one entry; −1 for all others."""
    found = np.full(held.shape[0], -1, dtype=np.int64)
    one = np.diff(held.indptr) == 1
    found[one] = held.indices[held.indptr[:-1][one]]
    return found
