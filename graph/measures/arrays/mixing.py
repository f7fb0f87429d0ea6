"""Mixing: whether ties join like with like, and over how many groups the ties of a node are spread."""

import numpy as np

from graph.measures.arrays.matrices import Floats, Matrix, Positions, matrix, ordered, row_sums, skeleton


def nominal_assortativity(arcs: Matrix, codes: Positions) -> float:
    """Measure how much more often arcs join nodes of one class than their number of ends lets expect.

    r = (Σ e_ii − Σ a_i b_i)/(1 − Σ a_i b_i), with e_ij the share of arcs from class i to class j and a, b its row and
    column sums; NaN where that is 0/0. `codes` holds the class of each node, negative for none; an undirected tie is
    two arcs.

    Newman, M. E. J. (2003), Mixing patterns in networks, Physical Review E 67, 026126.
    """
    tails, heads = arcs.nonzero()
    known = (codes[tails] >= 0) & (codes[heads] >= 0)
    start, end = codes[tails[known]], codes[heads[known]]
    m, groups = len(start), int(np.max(codes, initial=0)) + 1
    started = np.bincount(start, minlength=groups).tolist()
    ended = np.bincount(end, minlength=groups).tolist()
    by_chance: int = sum(a * b for a, b in zip(started, ended, strict=True))  # whole numbers: 0/0 is seen as such
    if by_chance == m * m:
        return np.nan
    alike = int((start == end).sum())
    return (m * alike - by_chance) / (m * m - by_chance)


def numeric_assortativity(arcs: Matrix, values: Floats) -> float:
    """Correlate the numbers at the two ends of each arc (Pearson); NaN where all are equal or no arc counts.

    Arcs with an end whose value is NaN do not count.

    Newman, M. E. J. (2003), Mixing patterns in networks, Physical Review E 67, 026126.
    """
    tails, heads = arcs.nonzero()
    start, end = values[tails], values[heads]
    known = ~(np.isnan(start) | np.isnan(end))
    start, end = start[known], end[known]
    if not len(start) or start.min() == start.max() or end.min() == end.max():
        return np.nan
    start, end = start - start.mean(), end - end.mean()
    return float((start * end).sum() / np.sqrt((start * start).sum() * (end * end).sum()))


def participation(ties: Matrix, codes: Positions) -> Floats:
    """Measure for each node over how many classes its contacts are spread: 1 − Σ_s (k_is/k_i)².

    Undirected, each contact once; k_i counts the contacts that have a class (`codes` not negative); NaN where there
    are none.

    Guimerà, R. and Amaral, L. A. N. (2005), Functional cartography of complex metabolic networks, Nature 433, 895–900.
    """
    known = np.flatnonzero(codes >= 0)
    groups = int(np.max(codes, initial=0)) + 1
    per_class = ordered(skeleton(ties) @ matrix(known, codes[known], (len(codes), groups)))
    contacts, squares = row_sums(per_class), row_sums(per_class.multiply(per_class))
    spread = np.full(len(codes), np.nan)
    np.divide(contacts * contacts - squares, contacts * contacts, out=spread, where=contacts > 0)
    return spread
