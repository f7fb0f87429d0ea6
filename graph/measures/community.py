"""Communities over NetworkX graphs: parts with more ties inside than their degrees let expect."""

import networkx as nx
import numpy as np

from graph.measures.arrays import louvain
from graph.measures.arrays.matrices import Integers
from graph.measures.graphs import Drawn, Group, N
from graph.measures.order import Undirected
from schema.errors import UnmeasurableError
from schema.text import Text


def communities(
    G: "nx.Graph[N]", weight: str | None = None, resolution: float = 1.0, seed: int | None = None
) -> dict[N, int]:
    """Divide a network into parts that have many ties inside and few to others: Louvain's communities of each node.

    Communities are numbered by size, 0 is the largest; of equally large ones the one with the first node in sorted
    order comes first. Modularity, which they make large, is Σ_c (w_c/W − γ(d_c/W)²) with `resolution` γ: above 1
    more and smaller communities, below 1 fewer and larger ones. `weight` is a strength; in a directed graph both
    directions add up; self-loops do not count. An isolated node is a community of its own, and every community is
    connected. The same `seed` gives the same communities, in whichever order the graph was put together; without one,
    each call draws anew.

    A good division, not proven best: others are nearly as good, and small communities can hide in large ones (Fortunato
    and Barthélemy 2007). What appears for several seeds can be relied on.

    >>> G = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("e", "f"), ("f", "d")])
    >>> communities(G, seed=1)
    {'a': 0, 'b': 0, 'c': 0, 'd': 1, 'e': 1, 'f': 1}

    Blondel, V. D., Guillaume, J.-L., Lambiotte, R. and Lefebvre, E. (2008), Fast unfolding of communities in large
    networks, Journal of Statistical Mechanics P10008.
    """
    drawn = Undirected.of(G, weight)
    labels = _by_size(louvain.louvain(drawn.ties, _checked(resolution), seed))
    found = dict(zip(drawn.nodes, labels.tolist(), strict=True))
    return {node: found[node] for node in G}


def modularity(G: "nx.Graph[N]", group: Group, weight: str | None = None, resolution: float = 1.0) -> float:
    """Measure how many more ties lie inside the groups of a division than the degrees let expect, at most 1.

    Q = Σ_c (w_c/W − γ(d_c/W)²), with w_c/W the share of ties (of weight) inside group c, d_c/W the share of ends in it
    and γ the `resolution`; in a directed graph the share of starts times the share of ends (Leicht and Newman 2008).
    `weight` is a strength; self-loops do not count. A node without a group stands alone. NaN without ties.

    >>> G = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("e", "f"), ("f", "d")])
    >>> round(modularity(G, communities(G, seed=1)), 4)
    0.3571

    Newman, M. E. J. and Girvan, M. (2004), Finding and evaluating community structure in networks, Physical Review E
    69, 026113; γ: Reichardt, J. and Bornholdt, S. (2006), Physical Review E 74, 016110.
    """
    drawn = Drawn.of(G, weight)
    codes = drawn.classes(G, group).codes
    alone = codes < 0
    codes[alone] = codes.max(initial=-1) + 1 + np.arange(int(alone.sum()))
    return louvain.modularity(drawn.arcs, codes, _checked(resolution))


def _by_size(codes: Integers) -> Integers:
    """Number communities anew: the largest first, then the one with the first node."""
    _, firsts, codes, sizes = np.unique(codes, return_index=True, return_inverse=True, return_counts=True)
    place = np.empty(len(sizes), dtype=np.int64)
    place[np.lexsort((firsts, -sizes))] = np.arange(len(sizes))
    return place[codes]


def _checked(resolution: float) -> float:
    if not 0 <= resolution < np.inf:
        raise UnmeasurableError(
            Text(
                "Die Auflösung ist {r}; sie muss eine endliche Zahl ab 0 sein.",
                "The resolution is {r}; it must be a finite number from 0 on.",
            ).format(r=resolution)
        )
    return resolution
