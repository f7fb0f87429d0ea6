"""Structural holes over NetworkX graphs: how freely a node moves between contacts that do not know each other."""

import networkx as nx

from graph.measures.arrays.holes import Holes, structural_holes
from graph.measures.graphs import Drawn, N


def constraint(G: "nx.Graph[N]", weight: str | None = None) -> dict[N, float]:
    """Measure how far all roads of a node lead through the same few contacts: low is free, high is bound.

    C_i = Σ_j c_ij over the contacts j of i, with c_ij = (p_ij + Σ_q p_iq p_qj)² and q the contacts of both. p_ij =
    w_ij / Σ_k w_ik is the share of i's ties that goes to j, with w_ij = a_ij + a_ji, so that on directed graphs both
    directions count. With one contact only it is 1; with two who have no other ties it is 1.125 where these are tied
    and 0.5 where they are not. It falls with the number of contacts: compare nodes of like degree, or see `hierarchy`.

    Parameters: `weight` names the edge attribute with the strength of a tie; without it each pair counts as one in
    each direction in which it is tied, however often. Self-loops do not count. Returns a value for each node, NaN for
    a node without contacts. Raises UnmeasurableError for a weight that is not a positive finite number.

    >>> G = nx.Graph(["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"])
    >>> {node: round(value, 4) for node, value in sorted(constraint(G).items())}
    {'A': 0.5955, 'B': 0.6427, 'C': 1.0, 'D': 0.7847, 'E': 0.7309, 'F': 0.7309, 'G': 0.4003}

    Burt, R. S. (1992), Structural Holes, Harvard University Press, ch. 2. The example is that of Borgatti, S. P.
    (1997), Structural holes: unpacking Burt's redundancy measures, Connections 20(1), 35–38.
    """
    drawn, holes = _measured(G, weight)
    return drawn.by_node(holes.constraint)


def effective_size(G: "nx.Graph[N]", weight: str | None = None) -> dict[N, float]:
    """Count the contacts of a node less their redundancy: contacts who know each other count for less than one.

    Σ_j (1 − Σ_q p_iq m_jq) over the contacts j of i and the contacts q of both, with p_iq as in `constraint` and
    m_jq = w_jq / max_k w_jk. Undirected and without weights this is n − 2t/n, with n contacts that have t ties among
    themselves: n where none of them are tied, 1 where all are.

    NetworkX gives the same for undirected graphs; for directed or weighted ones only where it is called with `nodes=`,
    and then NaN for nodes with in-arcs only.

    Parameters: see `constraint`. Returns a value for each node, NaN for a node without contacts.

    >>> G = nx.Graph(["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"])
    >>> {node: round(value, 4) for node, value in sorted(effective_size(G).items())}
    {'A': 2.5, 'B': 1.6667, 'C': 1.0, 'D': 1.0, 'E': 1.0, 'F': 1.0, 'G': 4.6667}

    Burt, R. S. (1992), Structural Holes, Harvard University Press, ch. 2; Borgatti, S. P. (1997), Connections 20(1),
    35–38.
    """
    drawn, holes = _measured(G, weight)
    return drawn.by_node(holes.effective_size)


def efficiency(G: "nx.Graph[N]", weight: str | None = None) -> dict[N, float]:
    """Give the share of a node's contacts that is not redundant: effective size divided by the number of contacts.

    1 where no two contacts are tied, 1/n where all n are. It says how well a node uses its ties, not how much it
    reaches: a node with a single contact has 1.

    Parameters: see `constraint`. Returns a value for each node, NaN for a node without contacts.

    >>> efficiency(nx.star_graph(3))[0], round(efficiency(nx.complete_graph(4))[0], 4)
    (1.0, 0.3333)

    Burt, R. S. (1992), Structural Holes, Harvard University Press, ch. 2.
    """
    drawn, holes = _measured(G, weight)
    return drawn.by_node(holes.efficiency)


def hierarchy(G: "nx.Graph[N]", weight: str | None = None) -> dict[N, float]:
    """Measure how far the constraint of a node comes from one contact: 0 from all alike, towards 1 from one alone.

    The index of Coleman and Theil, Σ_j r_j ln r_j / (n ln n) with r_j = c_ij / (C_i / n) over the n contacts j of i,
    and c_ij and C_i as in `constraint`. Beside the constraint it tells whether somebody is bound by a closed circle
    (low) or by a single partner who stands in the middle of all others (high).

    Parameters: see `constraint`. Returns a value for each node, NaN for a node with fewer than two contacts, where
    there is nothing to compare.

    >>> G = nx.Graph(["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"])
    >>> {node: round(value, 4) for node, value in sorted(hierarchy(G).items())}
    {'A': 0.1678, 'B': 0.0737, 'C': nan, 'D': 0.0127, 'E': 0.0034, 'F': 0.0034, 'G': 0.0947}

    Burt, R. S. (1992), Structural Holes, Harvard University Press, ch. 2.
    """
    drawn, holes = _measured(G, weight)
    return drawn.by_node(holes.hierarchy)


def _measured(G: "nx.Graph[N]", weight: str | None) -> tuple[Drawn[N], Holes]:
    drawn = Drawn.of(G, weight)
    return drawn, structural_holes(drawn.arcs)
