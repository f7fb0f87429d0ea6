"""Structural holes: how freely a node moves between contacts that do not know each other."""

from dataclasses import dataclass

import numpy as np

from graph.measures.arrays.matrices import Floats, Matrix, entries, skeleton
from graph.measures.arrays.triangles import Edges, corners, edges, triangles


@dataclass(frozen=True, eq=False)
class Holes:
    """Burt's measures, one value for each node; NaN for a node without contacts.

    `constraint`: how far all roads lead through the same contacts (low = free; may exceed 1); `effective_size`:
    contacts minus redundancy; `efficiency`: effective size divided by contacts.
    """

    constraint: Floats
    effective_size: Floats
    efficiency: Floats


def structural_holes(ties: Matrix) -> Holes:
    """Measure constraint and effective size in the whole-network model.

    With w_ij = a_ij + a_ji, p_ij = w_ij / Σ_k w_ik and m_jq = w_jq / max_k w_jk: constraint C_i = Σ_j (p_ij +
    Σ_q p_iq p_qj)² over the contacts j of i; effective size Σ_j (1 − Σ_q p_iq m_jq). Self-loops do not count,
    weights must be positive.

    Burt, R. S. (1992), Structural Holes, ch. 2; Borgatti, S. P. (1997), Connections 20(1), 35–38.
    """
    listed = edges(skeleton(ties))
    weight = entries(ties, listed.low, listed.high) + entries(ties, listed.high, listed.low)
    weight = weight.astype(np.float64)
    strength = _per_node(listed, weight, weight)
    forth, back = weight / strength[listed.low], weight / strength[listed.high]
    through_forth, through_back, redundancy = _through(listed, weight, forth, back)
    constraint = _per_node(listed, (forth + through_forth) ** 2, (back + through_back) ** 2)
    alone = listed.degree == 0
    effective = np.where(alone, np.nan, listed.degree - redundancy)
    efficiency = np.divide(effective, listed.degree, out=np.full(listed.n, np.nan), where=~alone)
    return Holes(np.where(alone, np.nan, constraint), effective, efficiency)


def _per_node(listed: Edges, of_low: Floats, of_high: Floats) -> Floats:
    """Add up at each node what its edges carry on its side."""
    sums = np.bincount(listed.low, of_low, listed.n) + np.bincount(listed.high, of_high, listed.n)
    return sums.astype(np.float64)


def _through(listed: Edges, weight: Floats, forth: Floats, back: Floats) -> tuple[Floats, Floats, Floats]:
    """Add up over all triangles the two-step shares along each edge, there and back, and the redundancy of nodes."""
    there, here, redundancy = np.zeros(listed.m), np.zeros(listed.m), np.zeros(listed.n)
    largest = np.zeros(listed.n)
    np.maximum.at(largest, np.concatenate([listed.low, listed.high]), np.concatenate([weight, weight]))
    for xy, xz, yz in triangles(listed):
        x, y, z = corners(listed, xy, xz)
        # Each triangle three times: the edge i–j (i of lower rank) and the third node q with its edges i–q and j–q.
        for ij, iq, jq, i, j in ((xy, xz, yz, x, y), (xz, xy, yz, x, z), (yz, xy, xz, y, z)):
            i_low, j_low = listed.low[iq] == i, listed.low[jq] == j
            p_iq, p_qi = np.where(i_low, forth[iq], back[iq]), np.where(i_low, back[iq], forth[iq])
            p_jq, p_qj = np.where(j_low, forth[jq], back[jq]), np.where(j_low, back[jq], forth[jq])
            there += np.bincount(ij, p_iq * p_qj, listed.m)
            here += np.bincount(ij, p_jq * p_qi, listed.m)
            redundancy += np.bincount(i, p_iq * weight[jq] / largest[j], listed.n)
            redundancy += np.bincount(j, p_jq * weight[iq] / largest[i], listed.n)
    return there, here, redundancy
