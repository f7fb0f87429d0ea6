"""Two-mode networks: persons and the committees, projects or areas that they share."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, get_args

import networkx as nx
import numpy as np

from graph.measures.arrays import interlocks as pairs
from graph.measures.arrays import two_mode as arrays
from graph.measures.arrays.matrices import ordered
from graph.measures.arrays.two_mode import Weighting
from graph.measures.graphs import N
from graph.measures.modes import Modes
from schema.errors import UnmeasurableError
from schema.text import Text


@dataclass(frozen=True)
class Interlock(Generic[N]):
    """Two groups that share members: how many, as a share of either and of the smaller one, and who they are."""

    a: N
    b: N
    shared: int
    jaccard: float
    overlap: float
    by: tuple[N, ...]


@dataclass(frozen=True)
class InterlockTable(Generic[N]):
    """All pairs that share members, most shared first, and for each member how many pairs nobody else links.

    `left_out`: the groups that were too large, with their size.
    """

    pairs: tuple[Interlock[N], ...]
    alone: dict[N, int]
    left_out: dict[N, int]


def projection(
    B: "nx.Graph[N]", nodes: Iterable[N], weight: Weighting = "count", largest: int | None = None
) -> "nx.Graph[N]":
    """Join those of `nodes` who share a group, and say by the edge attribute `weight` how much they share.

    With D the groups of both and k the number of `nodes` in a group:

    - `count`: |D|;
    - `jaccard`: |D| / |groups of either|, from 0 to 1;
    - `newman`: Σ 1/(k − 1) over D, so that sharing a small group says more than sharing a large one.

    Parameters: `B` joins `nodes` with groups, which are all its other nodes; direction, weights, parallel ties and
    self-loops do not count. A group with more than `largest` members is left out before any pair is made, as one of k
    makes k(k − 1)/2 of them; it counts for no union either, and stands with its size in `H.graph["left_out"]`.

    Returns the graph H of `nodes` with their attributes; who shares nothing is in it without ties. Raises
    UnmeasurableError for a node that B does not have and for a tie within a mode.

    >>> B = nx.Graph([("a", "JHA"), ("a", "Soz"), ("a", "Lenk"), ("b", "JHA"), ("b", "Soz"), ("c", "Soz")])
    >>> B.add_edges_from([("c", "Lenk"), ("d", "Lenk")])
    >>> sorted(projection(B, ["JHA", "Soz", "Lenk"]).edges(data="weight"))
    [('JHA', 'Lenk', 1), ('JHA', 'Soz', 2), ('Soz', 'Lenk', 2)]
    >>> sorted(projection(B, "abcd", largest=2).edges(data="weight"))
    [('a', 'b', 1)]
    >>> projection(B, "abcd", largest=2).graph["left_out"]
    {'Soz': 3, 'Lenk': 3}

    Newman, M. E. J. (2001), Scientific collaboration networks II, Physical Review E 64, 016132.
    """
    if weight not in get_args(Weighting):
        raise UnmeasurableError(
            Text("Die Gewichtung {w!r} gibt es nicht.", "There is no weighting {w!r}.").format(w=weight),
            Text("Möglich sind {all}.", "Possible are {all}.").format(all=", ".join(get_args(Weighting))),
        )
    modes = Modes.of(B, nodes)
    found = arrays.projection(modes.belongs, weight, largest)
    H: nx.Graph[N] = nx.Graph(left_out=modes.sizes(found.left_out))
    H.add_nodes_from((node, B.nodes[node]) for node in modes.members)
    a, b = ((modes.members[i] for i in end.tolist()) for end in (found.a, found.b))
    H.add_weighted_edges_from(zip(a, b, found.weight.tolist(), strict=True))
    return H


def interlocks(B: "nx.Graph[N]", nodes: Iterable[N], largest: int | None = None) -> InterlockTable[N]:
    """Find the pairs of groups that share members, and who links them; `nodes` are the groups, all others members.

    A plenary with everybody in it interlocks with every other group: groups with more than `largest` members are left
    out. `jaccard` is shared / members of either, `overlap` is shared / members of the smaller group.

    >>> B = nx.Graph([("a", "JHA"), ("a", "Soz"), ("b", "JHA"), ("b", "Soz"), ("b", "Lenk")])
    >>> found = interlocks(B, ["JHA", "Soz", "Lenk"])
    >>> [(pair.a, pair.b, pair.shared, pair.by) for pair in found.pairs]
    [('JHA', 'Soz', 2, ('a', 'b')), ('JHA', 'Lenk', 1, ('b',)), ('Soz', 'Lenk', 1, ('b',))]
    >>> found.alone
    {'a': 0, 'b': 2}

    Mizruchi, M. S. (1996), What do interlocks do?, Annual Review of Sociology 22, 271–298.
    """
    modes = Modes.of(B, nodes)
    found = pairs.interlocks(ordered(modes.belongs.T), largest)
    jaccard, overlap = found.jaccard.tolist(), found.overlap.tolist()
    listed = tuple(
        Interlock(
            modes.members[found.a[k]],
            modes.members[found.b[k]],
            int(found.shared[k]),
            jaccard[k],
            overlap[k],
            tuple(modes.groups[i] for i in found.linked_by(k).tolist()),
        )
        for k in np.argsort(-found.shared, kind="stable").tolist()
    )
    alone = dict(zip(modes.groups, found.pairs_alone.tolist(), strict=True))
    size = np.diff(modes.belongs.indptr)
    return InterlockTable(listed, alone, {modes.members[i]: int(size[i]) for i in found.left_out.tolist()})
