"""Structural holes: how freely a node moves between contacts that do not know each other."""

from dataclasses import dataclass

import numpy as np

from graph.measures.arrays.edges import Edges, edges
from graph.measures.arrays.matrices import Floats, Matrix
from graph.measures.arrays.triangles import corners, triangles


@dataclass(frozen=True, eq=False)
class Holes:
    """Burt's measures, one value for each node; NaN for a node without contacts.

    `constraint`: how far all roads lead through the same contacts (low = free; may exceed 1); `effective_size`:
    contacts minus redundancy; `efficiency`: effective size divided by contacts; `hierarchy`: how far the constraint
    comes from one contact alone (0 = from all alike, towards 1 = from one), NaN for fewer than two contacts.
    """

    constraint: Floats
    effective_size: Floats
    efficiency: Floats
    hierarchy: Floats


def structural_holes(ties: Matrix) -> Holes:
    """Measure constraint, effective size, efficiency and hierarchy in the whole-network model.

    With w_ij = a_ij + a_ji, p_ij = w_ij / Σ_k w_ik, m_jq = w_jq / max_k w_jk and N the number of contacts of i:

    - constraint C_i = Σ_j c_ij with c_ij = (p_ij + Σ_q p_iq p_qj)² over the contacts j of i;
    - effective size Σ_j (1 − Σ_q p_iq m_jq), efficiency that divided by N;
    - hierarchy Σ_j r_j ln r_j / (N ln N) with r_j = c_ij / (C_i / N).

    Self-loops do not count, weights must be positive.

    Burt, R. S. (1992), Structural Holes, ch. 2; Borgatti, S. P. (1997), Connections 20(1), 35–38.
    """
    listed = edges(ties)
    weight = np.add(listed.forth, listed.back, dtype=np.float64)
    strength, contacts = _sums(listed, weight), listed.degree
    with np.errstate(divide="ignore", invalid="ignore"):  # 0 / 0 at nodes without contacts is the NaN that is meant
        bound, shared = _through(listed, weight, 1 / strength)
        bound *= bound
        total = _sums(listed, bound)
        constraint = total / (strength * strength)
        effective = contacts - _redundancy(listed, weight, shared) / strength
        bound *= np.log(bound)
        unequal = 1 + (_sums(listed, bound) / total - np.log(total)) / np.log(contacts)
    hierarchy = np.where(contacts > 1, np.maximum(unequal, 0), np.nan)  # below 0 by rounding only
    efficiency = effective / np.where(contacts, contacts, np.nan)
    return Holes(*(value[listed.rank] for value in (constraint, effective, efficiency, hierarchy)))


def _sums(listed: Edges, values: Floats) -> Floats:
    """Add up at each rank what its edges carry."""
    sums = np.bincount(listed.low, values, listed.n)
    sums += np.bincount(listed.high, values, listed.n)
    return sums.astype(np.float64, copy=False)


def _through(listed: Edges, weight: Floats, share: Floats) -> tuple[Floats, Floats]:
    """Add up for each edge i–j over the contacts q of both, once w_iq w_qj / Σ_k w_qk and once w_iq w_qj.

    The first, with w_ij itself, is c_ij before it is divided by the strength of i and squared: the same both ways, so
    that an edge needs one number.
    """
    bound, shared = weight.copy(), np.zeros(listed.m)
    for xy, xz, yz in triangles(listed):
        x, y, z = corners(listed, xy, xz)
        w_xy, w_xz, w_yz = weight[xy], weight[xz], weight[yz]
        for edge, both, third in ((xy, w_xz * w_yz, z), (xz, w_xy * w_yz, y), (yz, w_xy * w_xz, x)):
            np.add.at(shared, edge, both)
            np.add.at(bound, edge, both * share[third])
    return bound, shared


def _redundancy(listed: Edges, weight: Floats, shared: Floats) -> Floats:
    """Add up at each rank i over its contacts j what they share, each measured by j's strongest tie."""
    strongest = np.zeros(listed.n)
    for end in (listed.low, listed.high):
        np.maximum.at(strongest, end, weight)
    sums = np.bincount(listed.low, shared / strongest[listed.high], listed.n)
    sums += np.bincount(listed.high, shared / strongest[listed.low], listed.n)
    return sums.astype(np.float64, copy=False)
