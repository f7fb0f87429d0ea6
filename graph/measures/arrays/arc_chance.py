"""What brokerage would be by chance in a directed network, where each arc comes independently of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Floats, Integers
from graph.measures.arrays.undirected_chance import Chance

Whole = npt.NDArray[Any]


def arc_chance(sizes: Integers, arcs: int) -> Chance:
    """Give mean and spread of the roles where each of the N(N − 1) arcs is there with the probability d.

    `sizes` holds how many nodes each group has, N in all; d = `arcs` / N(N − 1), 0 where there is no second node. A way
    a → v → b without a → b is there with p = d²(1 − d). With M ways of a role through a node and J ordered pairs of
    these that share an arc, the mean is M·p and the variance M·p(1 − p) + J·d³(1 − d)³. Values for nodes and network as
    R's `sna::brokerage`. Those for a node are exact. Those for the whole network are the usual
    ones, which leave out some pairs of ways that exclude each other: their variance is too large, by d⁴(1 − d)² times
    2·M for coordinator and total, and times Σ (2n − 3)·M_n over the groups, of n nodes and M_n ways, for gatekeeper and
    representative. So these z of the network lie somewhat too near to 0 where many arcs are there.

    >>> chance = arc_chance(np.array([2, 2]), 6)
    >>> chance.expected[0].tolist()
    [0.0, 0.25, 0.25, 0.25, 0.0, 0.75]

    Gould, R. V. and Fernandez, R. M. (1989), Structures of mediation, Sociological Methodology 19, 89–126.
    """
    unlike, which, times = np.unique(sizes, return_inverse=True, return_counts=True)
    groups = _Groups(unlike.astype(object), times.astype(object))
    possible = groups.power(1) * (groups.power(1) - 1)
    d = arcs / possible if possible else 0.0
    p, both = d**2 * (1 - d), d**3 * (1 - d) ** 3
    ways, joint = (_columns(rows, len(unlike)) for rows in (_ways(groups), _joint(groups)))
    whole_ways = np.array([np.sum(groups.times * groups.n * role) for role in _ways(groups)], dtype=np.float64)
    held, mixed, shut = np.array(_whole_joint(groups), dtype=np.float64).T
    whole = whole_ways * p * (1 - p) + held * both - mixed * d**4 * (1 - d) ** 2 + shut * d**5 * (1 - d)
    return Chance(
        expected=(ways * p)[which],
        deviation=np.sqrt(ways * p * (1 - p) + joint * both)[which],
        whole_expected=whole_ways * p,
        whole_deviation=np.sqrt(whole),
    )


@dataclass(frozen=True, eq=False)
class _Groups:
    """The sizes of groups, and how many groups have each; whole numbers of any length, for their powers cancel out."""

    n: Whole
    times: Whole

    def power(self, of: int) -> int:
        """Add up a power of the sizes over all groups."""
        return int(np.sum(self.times * self.n**of))


def _columns(rows: Sequence[Whole], sizes: int) -> Floats:
    return np.array([np.broadcast_to(row, sizes) for row in rows], dtype=np.float64).T


def _ways(groups: _Groups) -> tuple[Whole, ...]:
    """Count for a node in a group of each size the ordered pairs of others between which it could stand in a role."""
    n, every = groups.n, groups.power(1)
    rest, squares = every - n, groups.power(2) - n**2
    side = rest * (n - 1)
    return (n - 1) * (n - 2), squares - rest, side, side, rest**2 - squares, (every - 1) * (every - 2) + 0 * n


def _joint(groups: _Groups) -> tuple[Whole, ...]:
    """Count for the same node the ordered pairs of such ways that share the first or the second arc."""
    n, every = groups.n, groups.power(1)
    rest, squares, cubes = every - n, groups.power(2) - n**2, groups.power(3) - n**3
    side = rest * (n - 1) * (every - 3)
    return (
        2 * (n - 1) * (n - 2) * (n - 3),
        2 * (cubes - 3 * squares + 2 * rest),
        side,
        side,
        2 * (rest**3 - 2 * rest * squares + cubes - rest**2 + squares),
        2 * (every - 1) * (every - 2) * (every - 3) + 0 * n,
    )


def _whole_joint(groups: _Groups) -> list[tuple[int, int, int]]:
    """Count for each role the ordered pairs of ways in the network that share an arc.

    First those in which the arc is there for both ways, then those in which it is there for the one and missing for the
    other, last those in which it is missing for both.
    """
    n, times, every, squares = groups.n, groups.times, groups.power(1), groups.power(2)
    ends, rest = times * n * (n - 1), every - n
    within = [np.sum(times * part) for part in _within(n)]
    consultant = ends * ((2 * n - 6) * rest + 2 * (squares - n**2)), ends * rest * (rest - 1)
    side = (np.sum(ends * rest) * (every - 3), 0, np.sum(ends * (n - 2) * rest))
    return [
        (within[0], within[1], within[2]),
        (np.sum(consultant[0]), 0, np.sum(consultant[1])),
        side,
        side,
        _liaison(groups),
        _within(every),
    ]


def _within(n: Any) -> tuple[Any, Any, Any]:
    """Count such pairs among n nodes, whatever their groups."""
    ways = n * (n - 1) * (n - 2)
    return ways * (4 * n - 10), ways * 4 * (n - 3), ways * (n - 3)


def _liaison(groups: _Groups) -> tuple[int, int, int]:
    """Count such pairs for ways through three groups i, j, k, from Σ n_i n_j n_k and Σ n_i² n_j n_k."""
    one, two, three, four = (groups.power(of) for of in (1, 2, 3, 4))
    threes, weighted = one**3 - 3 * one * two + 2 * three, two * one**2 - 2 * one * three + 2 * four - two**2
    held = (4 * one - 2) * threes - 8 * weighted
    return held, held, (one - 1) * threes - 2 * weighted
