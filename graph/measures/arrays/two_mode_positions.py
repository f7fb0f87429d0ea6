"""Positions in a two-mode network, members by groups, each measured against what its own mode can reach at most."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import connected_components

from graph.measures.arrays.distances import DistanceSums, distance_sums
from graph.measures.arrays.matrices import Floats, Integers, Matrix, matrix
from graph.measures.arrays.two_mode_paths import paths_through


@dataclass(frozen=True, eq=False)
class ByMode:
    """One value for each member (row) and one for each group (column)."""

    members: Floats
    groups: Floats


def two_mode_degree(belongs: Matrix) -> ByMode:
    """Give each member's share of all groups and each group's share of all members; 0 where there are none.

    Borgatti, S. P. and Everett, M. G. (1997), Network analysis of 2-mode data, Social Networks 19, 243–269: the same
    source for the closeness and the betweenness below.
    """
    ties = _joined(belongs)
    most = _other_mode(belongs)
    return _cut(np.diff(ties.indptr) / np.maximum(most, 1), belongs)


def two_mode_closeness(belongs: Matrix) -> ByMode:
    """Give the least possible sum of distances over the real one, times the share of the network that is reached.

    The least sum is 1 to each of the other mode and 2 to each of the own. Where the network falls apart, it is that of
    the node's own component, so that no value exceeds 1; a node without ties has 0.
    """
    sums, component = distance_sums(_joined(belongs)), _components(belongs)
    least = _own_component(component, belongs, own=2.0, other=1.0) - 2
    n = max(sum(belongs.shape) - 1, 1)
    return _cut(least / np.maximum(sums.total, 1) * sums.reached / n * (sums.total > 0), belongs)


def two_mode_harmonic(belongs: Matrix) -> ByMode:
    """Give the sum of 1/distance over the greatest possible, which is m + (n − 1)/2 with n in the own mode, m not.

    Who cannot be reached adds 0, so that it needs no rule for networks that fall apart.
    """
    sums: DistanceSums = distance_sums(_joined(belongs))
    most = _other_mode(belongs) + (_own_mode(belongs) - 1) / 2
    return _cut(sums.inverse / np.where(most > 0, most, 1), belongs)


def two_mode_betweenness(belongs: Matrix) -> ByMode:
    """Give the shortest paths between pairs that run through a node over the most that could in its mode.

    With n in the own mode, m in the other, s = (n − 1) div m and t = (n − 1) mod m, the most is
    ½ [m²(s + 1)² + m(s + 1)(2t − s − 1) − t(2s − t + 3)]; where that is 0, so is the value.
    """
    through = np.concatenate(paths_through(belongs))
    most = np.repeat([_most_between(n, m) for n, m in (belongs.shape, belongs.shape[::-1])], belongs.shape)
    return _cut(through / np.where(most > 0, most, 1), belongs)


def _most_between(own: int, other: int) -> float:
    if not own or not other:
        return 0.0
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


def _joined(belongs: Matrix) -> Matrix:
    """Give the ties of members (first) and groups (after them) as one square pattern, both ways."""
    rows, columns = (place.astype(np.int64) for place in belongs.nonzero())
    n = sum(belongs.shape)
    columns = columns + belongs.shape[0]
    made = matrix(np.concatenate([rows, columns]), np.concatenate([columns, rows]), (n, n))
    made.data[:] = 1
    return made


def _cut(values: Floats, belongs: Matrix) -> ByMode:
    return ByMode(values[: belongs.shape[0]], values[belongs.shape[0] :])


def _own_mode(belongs: Matrix) -> Integers:
    """Give for each node how many stand in its own mode."""
    return np.repeat(np.array(belongs.shape, dtype=np.int64), belongs.shape)


def _other_mode(belongs: Matrix) -> Integers:
    """Give for each node how many stand in the other mode."""
    return np.repeat(np.array(belongs.shape[::-1], dtype=np.int64), belongs.shape)


def _components(belongs: Matrix) -> Integers:
    """Number the components; each node carries the number of its own."""
    _, label = connected_components(_joined(belongs), directed=False)
    return np.asarray(label, dtype=np.int64)


def _own_component(component: Integers, belongs: Matrix, own: float, other: float) -> Floats:
    """Count for each node its component, those of the own mode times `own`, those of the other times `other`."""
    n, many = belongs.shape[0], int(component.max(initial=-1)) + 1
    members, groups = np.bincount(component[:n], minlength=many), np.bincount(component[n:], minlength=many)
    counted = np.concatenate(
        [(own * members + other * groups)[component[:n]], (own * groups + other * members)[component[n:]]]
    )
    return np.asarray(counted, dtype=np.float64)
