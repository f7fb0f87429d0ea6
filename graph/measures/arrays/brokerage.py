"""Brokerage: who stands between two who have no tie of their own, and between which groups."""

from dataclasses import dataclass
from itertools import permutations

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.edges import Edges, Ranks, edges
from graph.measures.arrays.matrices import Integers, Matrix, Positions
from graph.measures.arrays.triangles import corners, triangles

Flags = npt.NDArray[np.bool_]
_ROLE: Integers = np.array([4, 2, 3, -1, 1, -1, -1, 0])  # what is alike as in `_role`; two of three cannot be


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
    listed = edges(arcs)
    group = listed.by_rank(classes.astype(np.int32))
    listed = listed.where((group[listed.low] >= 0) & (group[listed.high] >= 0))
    ends = _Ends.of(listed, group)
    same, other = ends.counted()
    ends_alike = _ways_back(ends)
    closed = _closed_roles(listed, group)
    counts = (
        same.into * same.out - same.both - closed[0],
        ends_alike - other.both - closed[1],
        same.into * other.out - closed[2],
        other.into * same.out - closed[3],
        other.into * other.out - ends_alike - closed[4],
    )
    return Roles(*(role[listed.rank] for role in counts))


def spanned_pairs(ties: Matrix, classes: Positions) -> Integers:
    """Count for each node the pairs of its contacts that stand in different groups and have no tie of their own.

    Undirected; contacts without a group (negative) make no pairs; the node's own group does not matter, so that a body
    outside all departments can still stand between two of them. Where the node has a group, this is half the sum of
    its `representative`, `gatekeeper` and `liaison` counts of `gould_fernandez`.
    """
    listed = edges(ties)
    group = listed.by_rank(classes.astype(np.int32))
    ends = _Ends.of(listed, group)
    known = np.bincount(ends.node[ends.far >= 0], minlength=listed.n)
    cells, each = _runs(ends.cells(ends.far >= 0))
    alike = _added(listed.n, ends.node_of(cells), each * each)
    return np.asarray((known * known - alike) // 2 - _closed_pairs(listed, group), dtype=np.int64)[listed.rank]


@dataclass(frozen=True, eq=False)
class _Counts:
    """How many arcs come into each rank, how many go out, and with how many others both."""

    into: Integers
    out: Integers
    both: Integers


@dataclass(frozen=True, eq=False)
class _Ends:
    """Both ends of each edge: the rank there, its group and that of the far end, and which arcs run out and in."""

    n: int
    node: Ranks
    near: Positions
    far: Positions
    out: Flags
    into: Flags

    @classmethod
    def of(cls, listed: Edges, group: Positions) -> "_Ends":
        node = np.concatenate([listed.low, listed.high])
        forth, back = listed.forth != 0, listed.back != 0
        low, high = group[listed.low], group[listed.high]
        near, far = np.concatenate([low, high]), np.concatenate([high, low])
        return cls(listed.n, node, near, far, np.concatenate([forth, back]), np.concatenate([back, forth]))

    @property
    def same(self) -> Flags:
        return np.asarray(self.near == self.far)

    def counted(self) -> tuple[_Counts, _Counts]:
        """Count the arcs at each rank, those with its own group and those with others."""
        kind = 8 * self.node.astype(np.int64)
        for flag, step in ((self.out, 1), (self.into, 2), (self.same, 4)):
            kind += step * flag.view(np.uint8)
        ways = np.bincount(kind, minlength=8 * self.n).reshape(-1, 2, 4)  # at last 1 out, 2 in, 3 both
        other, same = (_Counts(w[:, 2] + w[:, 3], w[:, 1] + w[:, 3], w[:, 3]) for w in (ways[:, 0], ways[:, 1]))
        return same, other

    def cells(self, kept: Flags) -> Integers:
        """Number the pairs of rank and far group of some ends."""
        at = np.flatnonzero(kept)
        return (self.node[at].astype(np.int64) << self._bits) + self.far[at]

    def node_of(self, cells: Integers) -> Integers:
        return cells >> self._bits

    @property
    def _bits(self) -> int:
        return int(np.max(self.far, initial=0)).bit_length()


def _ways_back(ends: _Ends) -> Integers:
    """Count for each rank the ways in from another group and out into the same, that of one contact and back too."""
    ways = (2 * ends.cells(ends.out & ~ends.same), 2 * ends.cells(ends.into & ~ends.same) + 1)
    cells, times = _runs(np.concatenate(ways))
    met = np.flatnonzero((cells[:-1] ^ 1) == cells[1:])  # out of a cell, then into the same one
    return _added(ends.n, ends.node_of(cells[met] >> 1), times[met] * times[met + 1])


def _runs(cells: Integers) -> tuple[Integers, Integers]:
    """Give each number once, in ascending order, and how often it occurs."""
    cells.sort()
    starts = np.flatnonzero(np.concatenate([cells[:1] == cells[:1], cells[1:] != cells[:-1]]))
    return cells[starts], np.diff(starts, append=len(cells))


def _added(n: int, node: Positions, values: Integers) -> Integers:
    sums = np.zeros(n, dtype=np.int64)
    np.add.at(sums, node, values)
    return sums


def _closed_pairs(listed: Edges, group: Positions) -> Integers:
    """Count for each rank the pairs of contacts of different groups that do have a tie of their own."""
    closed = np.zeros(listed.n, dtype=np.int64)
    for xy, xz, _ in triangles(listed):
        x, y, z = corners(listed, xy, xz)
        for v, a, b in ((x, y, z), (y, x, z), (z, x, y)):
            spans = (group[a] != group[b]) & (group[a] >= 0) & (group[b] >= 0)
            np.add.at(closed, v[spans], 1)
    return closed


def _closed_roles(listed: Edges, group: Positions) -> npt.NDArray[np.int64]:
    """Count for each role and rank the two-step ways a → v → b that a → b makes needless."""
    closed = np.zeros(5 * listed.n, dtype=np.int64)
    forth, back = listed.forth != 0, listed.back != 0
    for xy, xz, yz in triangles(listed):
        nodes = corners(listed, xy, xz)
        groups = [group[node] for node in nodes]
        runs = {(0, 1): forth[xy], (1, 0): back[xy], (0, 2): forth[xz], (2, 0): back[xz], (1, 2): forth[yz]}
        runs[2, 1] = back[yz]
        for a, v, b in permutations(range(3)):
            shut = np.flatnonzero(runs[a, v] & runs[v, b] & runs[a, b])
            role = _role(groups[a][shut], groups[v][shut], groups[b][shut])
            np.add.at(closed, role * listed.n + nodes[v][shut], 1)
    return closed.reshape(5, listed.n)


def _role(a: Positions, v: Positions, b: Positions) -> Integers:
    """Number the roles as the fields of `Roles`."""
    alike = (a == v).view(np.uint8) + 2 * (v == b).view(np.uint8) + 4 * (a == b).view(np.uint8)
    role: Integers = _ROLE[alike]
    return role
