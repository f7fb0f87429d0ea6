"""Lift: whom an actor gets to through the organisations it belongs to, beyond its own contacts."""

import numpy as np

from graph.measures.arrays.matrices import Integers, Matrix, Positions, binary, matrix, ordered, skeleton
from graph.measures.arrays.unions import union_sizes


def dual_alters(direct: Matrix, belongs: Matrix, between: Matrix, rows: Positions) -> Integers:
    """Count the dual alters of each of `rows`: the members of J where I is tied to J and i belongs to I.

    `belongs[i, I]`: i is a member of I; `between`: ties among organisations, undirected; `direct`: the actors' own
    ties, undirected. Direct alters and i itself do not count. All three matrices are n × n over the same nodes.

    Lazega, E., Jourda, M.-T. and Mounier, L. (2013), Network lift from dual alters, European Sociological Review
    29(6), 1190–1203.
    """
    member = binary(belongs)
    has_members = np.bincount(member.indices, minlength=member.shape[0]) > 0
    organisations = np.flatnonzero(has_members)
    opens = binary(ordered(skeleton(between)[organisations, :]) @ ordered(member.T))
    belonging = ordered(member[:, organisations])
    reached = union_sizes(belonging, opens, rows)
    return reached - _known_already(skeleton(direct), belonging, opens, rows)


def dual_alters_of(direct: Matrix, belongs: Matrix, between: Matrix, i: int) -> Integers:
    """List the dual alters that `dual_alters` counts for one actor, ascending."""
    member, dealt, own = binary(belongs), skeleton(between), skeleton(direct)
    opens = ordered(dealt[_entries_of(member, i), :]) @ ordered(member.T)
    known = np.append(_entries_of(own, i), i)
    return np.setdiff1d(ordered(opens).indices, known).astype(np.int64)


def _entries_of(pattern: Matrix, i: int) -> Integers:
    return pattern.indices[pattern.indptr[i] : pattern.indptr[i + 1]].astype(np.int64)


def _known_already(own: Matrix, belonging: Matrix, opens: Matrix, rows: Positions) -> Integers:
    """Count for each row how many of i and its contacts its organisations open to it."""
    n = own.shape[0]
    if not opens.nnz:
        return np.zeros(len(rows), dtype=np.int64)
    known = ordered(own[rows, :]) + matrix(np.arange(len(rows)), rows, (len(rows), n))
    row, alter = known.nonzero()
    held = np.diff(belonging.indptr)[rows[row]]
    pair = np.repeat(np.arange(len(row)), held)
    nth = np.arange(len(pair)) - np.repeat(np.cumsum(held) - held, held)
    organisation = belonging.indices[belonging.indptr[rows[row[pair]]] + nth]
    opened = np.repeat(np.arange(opens.shape[0], dtype=np.int64), np.diff(opens.indptr)) * n + opens.indices
    wanted = organisation.astype(np.int64) * n + alter[pair]
    place = np.minimum(np.searchsorted(opened, wanted), len(opened) - 1)
    hit = np.zeros(len(row), dtype=np.bool_)
    hit[pair[opened[place] == wanted]] = True
    return np.bincount(row[hit], minlength=len(rows)).astype(np.int64)
