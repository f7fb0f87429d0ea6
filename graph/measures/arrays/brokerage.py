"""Brokerage: who stands between two who have no tie of their own, and between which groups."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import (
    Integers,
    Matrix,
    Positions,
    binary,
    entries,
    matrix,
    ordered,
    row_sums,
    skeleton,
)
from graph.measures.arrays.triangles import Edges, corners, edges, triangles


@dataclass(frozen=True, eq=False)
class Roles:
    """How often each node stands in each of the five roles a → v → b (no tie a → b), by the groups of a, v and b.

    `coordinator` all three in one group; `consultant` a and b in one group, v in another; `representative` v and a
    in one group, b in another; `gatekeeper` v and b in one group, a in another; `liaison` three different groups.
    """

    coordinator: Integers
    consultant: Integers
    representative: Integers
    gatekeeper: Integers
    liaison: Integers


def gould_fernandez(arcs: Matrix, classes: Positions) -> Roles:
    """Count the brokerage roles of Gould and Fernandez over the groups of a partition.

    `arcs[a, b]` ≠ 0 says a → b (an undirected tie counts as two arcs); `classes` holds the group of each node, a
    negative number for none: such a node is left out, as end and as broker. Raw counts, as R's `sna::brokerage`.

    Gould, R. V. and Fernandez, R. M. (1989), Structures of mediation, Sociological Methodology 19, 89–126.
    """
    directed = _known_arcs(arcs, classes)
    into, out = _per_group(ordered(directed.T), classes), _per_group(directed, classes)
    in_same, out_same = _own(into, classes), _own(out, classes)
    in_other, out_other = row_sums(into) - in_same, row_sums(out) - out_same
    in_out_other = row_sums(into.multiply(out)) - in_same * out_same
    listed = edges(skeleton(directed))
    two_way_same, two_way_other = _two_way(listed, directed, classes)
    closed = _closed_roles(listed, directed, classes)
    return Roles(
        coordinator=in_same * out_same - two_way_same - closed[0],
        consultant=in_out_other - two_way_other - closed[1],
        representative=in_same * out_other - closed[2],
        gatekeeper=in_other * out_same - closed[3],
        liaison=in_other * out_other - in_out_other - closed[4],
    )


def spanned_pairs(ties: Matrix, classes: Positions) -> Integers:
    """Count for each node the pairs of its contacts that stand in different groups and have no tie of their own.

    Undirected; contacts without a group (negative) make no pairs; the node's own group does not matter, so that a body
    outside all departments can still stand between two of them. Where the node has a group, this is half the sum of
    its `representative`, `gatekeeper` and `liaison` counts of `gould_fernandez`.
    """
    joined = skeleton(ties)
    grouped = _per_group(joined, classes)
    known = row_sums(grouped)
    open_or_closed = (known * known - row_sums(grouped.multiply(grouped))) // 2
    return np.asarray(open_or_closed - _closed_pairs(edges(joined), classes), dtype=np.int64)


def _closed_pairs(listed: Edges, classes: Positions) -> Integers:
    """Count for each node the pairs of contacts of different groups that do have a tie of their own."""
    closed = np.zeros(listed.n, dtype=np.int64)
    for xy, xz, _ in triangles(listed):
        x, y, z = corners(listed, xy, xz)
        for v, a, b in ((x, y, z), (y, x, z), (z, x, y)):
            spans = (classes[a] != classes[b]) & (classes[a] >= 0) & (classes[b] >= 0)
            closed += np.bincount(v[spans], minlength=listed.n)
    return closed


def _known_arcs(arcs: Matrix, classes: Positions) -> Matrix:
    """Keep the arcs between nodes that have a group, as 1 each, without loops."""
    rows, columns = arcs.nonzero()
    kept = (classes[rows] >= 0) & (classes[columns] >= 0) & (rows != columns)
    return binary(matrix(rows[kept], columns[kept], arcs.shape))


def _per_group(arcs: Matrix, classes: Positions) -> Matrix:
    """Count for each node its arcs into each group; arcs to nodes without a group do not count."""
    grouped = np.flatnonzero(classes >= 0)
    groups = int(np.max(classes, initial=0)) + 1
    return ordered(arcs @ matrix(grouped, classes[grouped], (len(classes), groups)))


def _own(counts: Matrix, classes: Positions) -> Integers:
    """Pick for each node the count for its own group; 0 for a node without one."""
    grouped = np.flatnonzero(classes >= 0)
    own = np.zeros(len(classes), dtype=np.int64)
    own[grouped] = entries(counts, grouped, classes[grouped])
    return own


def _two_way(listed: Edges, directed: Matrix, classes: Positions) -> tuple[Integers, Integers]:
    """Count for each node its two-way ties within its group and to others."""
    both = entries(directed, listed.low, listed.high) * entries(directed, listed.high, listed.low) != 0
    same = classes[listed.low] == classes[listed.high]
    counts = [
        np.bincount(np.concatenate([listed.low[kept], listed.high[kept]]), minlength=listed.n)
        for kept in (both & same, both & ~same)
    ]
    return counts[0], counts[1]


def _closed_roles(listed: Edges, directed: Matrix, classes: Positions) -> npt.NDArray[np.int64]:
    """Count for each role and node the two-step ways a → v → b that a → b makes needless."""
    closed = np.zeros((5, listed.n), dtype=np.int64)
    forth = entries(directed, listed.low, listed.high) != 0
    back = entries(directed, listed.high, listed.low) != 0
    for xy, xz, yz in triangles(listed):
        nodes = corners(listed, xy, xz)
        runs = {(0, 1): forth[xy], (1, 0): back[xy], (0, 2): forth[xz], (2, 0): back[xz], (1, 2): forth[yz]}
        runs[2, 1] = back[yz]
        for a, v, b in ((0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1), (0, 2, 1), (1, 2, 0)):
            shut = runs[a, v] & runs[v, b] & runs[a, b]
            broker = nodes[v][shut]
            role = _role(classes[nodes[a][shut]], classes[broker], classes[nodes[b][shut]])
            closed += np.bincount(role * listed.n + broker, minlength=5 * listed.n).reshape(5, listed.n)
    return closed


def _role(a: Positions, v: Positions, b: Positions) -> Integers:
    """Number the roles as the fields of `Roles`."""
    return np.select([(a == v) & (v == b), a == b, a == v, v == b], [0, 1, 2, 3], 4).astype(np.int64)
