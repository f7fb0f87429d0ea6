"""Lift: whom an actor gets to through the organisations it belongs to, beyond its own contacts."""

import numpy as np

from graph.measures.matrices import Integers, Matrix, Positions, binary, blocks, matrix, ordered, row_sums, skeleton

BLOCK = 4_000_000
"""How many reachable members are held at once."""


def dual_alters(direct: Matrix, belongs: Matrix, between: Matrix, rows: Positions) -> Integers:
    """Count the dual alters of each of `rows`: the members of J where I is tied to J and i belongs to I.

    `belongs[i, I]`: i is a member of I; `between`: ties among organisations, undirected; `direct`: the actors' own
    ties, undirected. Direct alters and i itself do not count. All three matrices are n × n over the same nodes.

    Lazega, E., Jourda, M.-T. and Mounier, L. (2013), Network lift from dual alters, European Sociological Review
    29(6), 1190–1203.
    """
    own, member = skeleton(direct), binary(belongs)
    members = ordered(member.T)
    partners = binary(member @ skeleton(between))
    ways = np.asarray(partners @ np.diff(members.indptr), dtype=np.int64)[rows]
    counted = [np.zeros(0, dtype=np.int64)]
    for first, end in blocks(ways, BLOCK):
        block = rows[first:end]
        reached = binary(ordered(partners[block, :]) @ members)
        known = ordered(own[block, :]) + matrix(np.arange(len(block)), block, reached.shape)
        counted.append(row_sums(reached) - row_sums(reached.multiply(known)))
    return np.concatenate(counted)
