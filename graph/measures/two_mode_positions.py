"""Positions in two-mode networks: how central persons and committees are, each measured against its own mode."""

from collections.abc import Iterable

import networkx as nx

from graph.measures.arrays import two_mode_positions as positions
from graph.measures.graphs import N
from graph.measures.modes import Modes


def two_mode_degree(B: "nx.Graph[N]", nodes: Iterable[N]) -> dict[N, float]:
    """Measure each node's ties as a share of the other mode: a person's share of all committees, and the reverse.

    `nodes` are one mode, all other nodes of B the second; both are in the result. A node has 0 where the other mode is
    empty.

    >>> two_mode_degree(nx.path_graph(4), [1, 3])
    {0: 0.5, 1: 1.0, 2: 1.0, 3: 0.5}

    Borgatti, S. P. and Everett, M. G. (1997), Network analysis of 2-mode data, Social Networks 19, 243–269.
    """
    modes = Modes.of(B, nodes)
    return modes.by_node(positions.two_mode_degree(modes.belongs))


def two_mode_closeness(B: "nx.Graph[N]", nodes: Iterable[N]) -> dict[N, float]:
    """Measure how near each node is to all others, against the nearest that its mode allows.

    (m + 2(n − 1)) / Σ d, with n nodes in the own mode, m in the other and Σ d the distances in steps: all of the other
    mode are at least one step away, all of the own at least two. Where the network falls apart, n and m are those of
    the node's component, and the value is multiplied by the share of all others that is reached; NetworkX's
    `bipartite.closeness_centrality` takes n and m of the whole network there and exceeds 1. A node without ties has 0.
    Compare `two_mode_harmonic`, which needs no such rule.

    >>> two_mode_closeness(nx.path_graph(4), [1, 3])
    {0: 0.6666666666666666, 1: 1.0, 2: 1.0, 3: 0.6666666666666666}

    Borgatti, S. P. and Everett, M. G. (1997), Network analysis of 2-mode data, Social Networks 19, 243–269.
    """
    modes = Modes.of(B, nodes)
    return modes.by_node(positions.two_mode_closeness(modes.belongs))


def two_mode_harmonic(B: "nx.Graph[N]", nodes: Iterable[N]) -> dict[N, float]:
    """Measure how near each node is to all others where some cannot be reached: Σ 1/d / (m + (n − 1)/2).

    n nodes in the own mode, m in the other; who cannot be reached adds 0, so that networks that fall apart need no
    rule of their own. 1 for a node tied to all of the other mode, 0 for one without ties.

    >>> two_mode_harmonic(nx.Graph([("a", "JHA"), ("b", "JHA"), ("c", "Soz")]), "abc")
    {'a': 0.5, 'JHA': 0.5714285714285714, 'b': 0.5, 'c': 0.3333333333333333, 'Soz': 0.2857142857142857}

    The least distances are those of Borgatti and Everett (1997); the sum of reciprocals after Marchiori, M. and Latora,
    V. (2000), Harmony in the small-world, Physica A 285, 539–546.
    """
    modes = Modes.of(B, nodes)
    return modes.by_node(positions.two_mode_harmonic(modes.belongs))


def two_mode_betweenness(B: "nx.Graph[N]", nodes: Iterable[N]) -> dict[N, float]:
    """Measure how many shortest paths between others run through each node, against the most that its mode allows.

    The most, for n nodes in the own mode and m in the other, with s = (n − 1) div m and t = (n − 1) mod m:
    ½ [m²(s + 1)² + m(s + 1)(2t − s − 1) − t(2s − t + 3)]. Where no path can run through the mode (m = 1), values are 0.

    >>> two_mode_betweenness(nx.path_graph(4), [1, 3])
    {0: 0.0, 1: 1.0, 2: 1.0, 3: 0.0}

    Borgatti, S. P. and Everett, M. G. (1997), Network analysis of 2-mode data, Social Networks 19, 243–269.
    """
    modes = Modes.of(B, nodes)
    return modes.by_node(positions.two_mode_betweenness(modes.belongs))
