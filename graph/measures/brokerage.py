"""Brokerage over NetworkX graphs: in which of five roles a node stands between others, and how often by chance."""

from dataclasses import dataclass
from typing import Generic, NamedTuple

import networkx as nx
import numpy as np
import numpy.typing as npt

from graph.measures.arrays.arc_chance import arc_chance
from graph.measures.arrays.brokerage import gould_fernandez
from graph.measures.arrays.matrices import Floats, Integers
from graph.measures.arrays.undirected_chance import Chance, undirected_chance, z_scores
from graph.measures.graphs import Classes, Drawn, Group, N


class Roles(NamedTuple):
    """A number for each role of v in a → v → b, where there is no a → b, and for all five together.

    `coordinator`: all three in one group; `consultant` (or itinerant): a and b in one group, v in another;
    `gatekeeper`: v and b in one group, a comes from another; `representative`: a and v in one group, b is in another;
    `liaison`: three different groups.
    """

    coordinator: float
    consultant: float
    gatekeeper: float
    representative: float
    liaison: float
    total: float


@dataclass(frozen=True)
class Brokerage(Generic[N]):
    """How often each node with a group brokers in each role, how often it would by chance, and the sums of all nodes.

    `counts`, `expected` and `z` = (counts − expected) / standard deviation by node; `network`, `network_expected` and
    `network_z` the same for the sums over all nodes. z is NaN where the role cannot occur, as with too few groups, or
    where it could not vary: with no arcs, and with all arcs that there can be. `left_out` are the nodes without a
    group.
    """

    counts: dict[N, Roles]
    expected: dict[N, Roles]
    z: dict[N, Roles]
    network: Roles
    network_expected: Roles
    network_z: Roles
    left_out: tuple[N, ...]


def brokerage(G: "nx.Graph[N]", group: Group) -> Brokerage[N]:
    """Count in which roles of Gould and Fernandez the nodes stand between the groups of a partition.

    v brokers once for each ordered pair a ≠ b with a → v, v → b and no a → b; the groups of the three tell the role
    (`Roles`). An undirected tie counts as two arcs, so each pair counts there and back, gatekeeper and representative
    are equal and the other numbers even. Weights, parallel ties and self-loops do not count. A node without a group is
    left out with its ties, as end and as broker, and is never a group of its own.

    `expected` and z compare with chance: the groups keep their sizes, and each of the N(N − 1) possible arcs among the
    N nodes with a group, isolates among them, is there with the same probability d, the density. A node then brokers
    M·d²(1 − d) times, M being the ordered pairs between which it could stand in the role. For a directed graph all
    values are those of R's `sna::brokerage`, whose standard deviations for the network are somewhat too large
    (`arrays.arc_chance` says by how much). For an undirected one sna takes both arcs of a tie as independent, which
    makes z of a node too large by √2 but for gatekeeper and representative; here the ties come as one, and
    `brokerage(G.to_directed(), group)` gives the values of sna.

    Parameters: `group` is the name of a node attribute or a mapping from node to group; None, NaN and a missing entry
    mean none. A large count may only say that a node has many contacts: compare z, or shares of `total`.

    >>> G = nx.DiGraph(["AB", "AC", "BC", "BD", "CD", "DA"])
    >>> found = brokerage(G, {"A": 1, "B": 1, "C": 2, "D": 2})
    >>> found.counts["A"]
    Roles(coordinator=0, consultant=1, gatekeeper=1, representative=0, liaison=0, total=2)
    >>> found.expected["A"].total, round(found.z["A"].total, 4), round(found.z["B"].total, 4)
    (0.75, 1.3608, 0.2722)
    >>> found.network.total, found.network_expected.total
    (6, 3.0)

    Gould, R. V. and Fernandez, R. M. (1989), Structures of mediation: a formal approach to brokerage in transaction
    networks, Sociological Methodology 19, 89–126.
    """
    drawn = Drawn.of(G)
    classes = drawn.classes(G, group)
    known = np.flatnonzero(classes.codes >= 0)
    counts, codes = _counts(drawn, classes)[known], classes.codes[known]
    chance = _chance(drawn, classes, G.is_directed())
    nodes = [drawn.nodes[i] for i in known.tolist()]
    by_group = _rows(chance.expected)
    return Brokerage(
        counts=dict(zip(nodes, _rows(counts), strict=True)),
        expected={node: by_group[code] for node, code in zip(nodes, codes.tolist(), strict=True)},
        z=dict(zip(nodes, _rows(z_scores(counts, chance.expected[codes], chance.deviation[codes])), strict=True)),
        network=_rows(counts.sum(axis=0)[None])[0],
        network_expected=_rows(chance.whole_expected[None])[0],
        network_z=_rows(z_scores(counts.sum(axis=0), chance.whole_expected, chance.whole_deviation)[None])[0],
        left_out=tuple(drawn.nodes[i] for i in np.flatnonzero(classes.codes < 0).tolist()),
    )


def _counts(drawn: Drawn[N], classes: Classes) -> Integers:
    """Count each role of each node, in the order of `ROLES` of the arrays, and their sum."""
    found = gould_fernandez(drawn.arcs, classes.codes)
    five = (found.coordinator, found.consultant, found.representative, found.gatekeeper, found.liaison)
    counts = np.stack(five, axis=1)
    return np.column_stack([counts, counts.sum(axis=1)])


def _chance(drawn: Drawn[N], classes: Classes, directed: bool) -> Chance:
    rows, columns = drawn.arcs.nonzero()
    arcs = int(np.count_nonzero((classes.codes[rows] >= 0) & (classes.codes[columns] >= 0)))
    sizes = np.bincount(classes.codes[classes.codes >= 0], minlength=len(classes.labels))
    if directed:
        return arc_chance(sizes, arcs)
    n = int(sizes.sum())
    return undirected_chance(sizes, arcs / (n * (n - 1)) if n > 1 else 0.0)


def _rows(table: npt.NDArray[np.int64] | Floats) -> list[Roles]:
    """Give each row of a table with the columns of `ROLES` of the arrays as a record."""
    columns = table[:, [0, 1, 3, 2, 4, 5]]
    return [Roles(*row) for row in columns.tolist()]
