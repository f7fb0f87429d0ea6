"""What brokerage would be by chance in an undirected network, where both arcs of a tie come and go together.

The expected values are those of Gould and Fernandez (1989) for arcs that come independently of each other, and so is
the spread of the gatekeeper and representative counts of a node. Where an undirected tie is written as two arcs, every
other role counts each open pair twice, a → v → b and b → v → a, so that its standard deviation at a node is √2 times
that for independent arcs, and a z made with the latter would be too large by this factor. The whole network's spread
follows from how much one tie more or less changes the count (below).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Floats, Integers

ROLES = ("coordinator", "consultant", "representative", "gatekeeper", "liaison", "total")
"""The columns of the results: the fields of `graph.measures.arrays.brokerage.Roles`, and their sum."""


@dataclass(frozen=True, eq=False)
class Chance:
    """Mean and standard deviation of the raw counts of each of `ROLES` by chance.

    `expected`, `deviation`: for a node of each group, groups × 6; `whole_expected`, `whole_deviation`: for the sums
    over all nodes, 6 each.
    """

    expected: Floats
    deviation: Floats
    whole_expected: Floats
    whole_deviation: Floats


def undirected_chance(sizes: Integers, density: float) -> Chance:
    """Give mean and spread of the roles where each of the n(n − 1)/2 ties is there with the probability `density`.

    `sizes` holds how many nodes each group has, at least 1. Groups stay as they are; only the ties are by chance.

    >>> chance = undirected_chance(np.array([2, 2]), 0.5)
    >>> chance.expected[0].tolist(), chance.whole_expected.tolist()
    ([0.0, 0.25, 0.25, 0.25, 0.0, 0.75], [0.0, 1.0, 1.0, 1.0, 0.0, 3.0])
    """
    n = sizes.astype(np.float64)
    pairs, joint, twice = _at_node(n)
    once = density**2 * (1 - density)
    shared = density**3 * (1 - density) ** 3
    deviation = np.sqrt(pairs * once * (1 - once) + joint * shared)
    return Chance(
        expected=pairs * once * twice,
        deviation=deviation * twice,
        whole_expected=n @ (pairs * once * twice),
        whole_deviation=np.sqrt(_whole_variance(n, density)),
    )


def z_scores(observed: npt.ArrayLike, expected: npt.ArrayLike, deviation: npt.ArrayLike) -> Floats:
    """Give how many standard deviations each count lies above its mean; NaN where the role cannot be or must be.

    >>> z_scores([3, 0], [1, 0], [2, 0]).tolist()
    [1.0, nan]
    """
    mean, spread = np.asarray(expected, dtype=np.float64), np.asarray(deviation, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where((mean > 0) & (spread > 0), np.subtract(observed, mean) / spread, np.nan)


def _at_node(n: Floats) -> tuple[Floats, Floats, Floats]:
    """For a node of each group and each role: pairs {a, b}, ordered pairs of them that share an end, arcs per pair."""
    all_nodes, squares = n.sum(), (n**2).sum()
    own, other = n - 1, all_nodes - n  # possible ends in the node's own group and in others
    apart = other**2 - (squares - n**2)  # ordered pairs of ends in two different other groups
    pairs = [own * (own - 1) / 2, ((squares - n**2) - other) / 2, own * other, own * other, apart / 2]
    joint = [
        own * (own - 1) * (own - 2),
        (n * (n - 1) * (n - 2)).sum() - n * (n - 1) * (n - 2),
        own * other * (all_nodes - 3),
        own * other * (all_nodes - 3),
        _liaison_pairs_that_share_an_end(n),
    ]
    every = all_nodes - 1 + np.zeros_like(n)
    pairs.append(every * (every - 1) / 2)
    joint.append(every * (every - 1) * (every - 2))
    return np.stack(pairs, axis=1), np.stack(joint, axis=1), np.array([2.0, 2, 1, 1, 2, 2])


def _liaison_pairs_that_share_an_end(n: Floats) -> Floats:
    """Sum n_g · r (r − 1) over the other groups g, where r = N − n_v − n_g are the nodes in neither group."""
    every = n.sum()
    rest = every - n
    one, two, three = (np.sum(n**power) - n**power for power in (1, 2, 3))
    return np.asarray((rest**2 - rest) * one - (2 * rest - 1) * two + three, dtype=np.float64)


def _whole_variance(n: Floats, d: float) -> Floats:
    """Give the variance of each role's sum over the network.

    It is the variance within each three nodes x, y, z, and for each possible tie x–y the covariance of the threes that
    share it, d(1 − d) · ((Σ_z δ_z)² − Σ_z δ_z²). Here δ_z is by how much the mean count of a three changes with its tie
    x–y, d(1 − d) (w_x + w_y) − d² w_z, where w is how many arcs the role counts for each node as the broker.
    """
    tie = d * (1 - d)
    variance = _within_threes(n, d * tie) + tie * _between_threes(n, tie, -(d**2))
    return np.asarray(np.maximum(variance, 0), dtype=np.float64)


def _within_threes(n: Floats, once: float) -> Floats:
    """Sum Var = q Σ w² − (q Σ w)² over all threes; the three events that one node is the broker exclude each other."""
    one, two, three = (float((n**power).sum()) for power in (1, 2, 3))
    full, pair = 12 * once - 36 * once**2, float(((one - n) * n * (n - 1) / 2).sum())
    side = pair * (2 * once - 4 * once**2)
    apart = (one**3 - 3 * one * two + 2 * three) / 6
    own, every = _threes(n) * full, _threes(one) * full
    return np.array([own, pair * (4 * once - 4 * once**2), side, side, apart * full, every])


def _between_threes(n: Floats, end: float, middle: float) -> Floats:
    """Sum (Σ_z δ_z)² − Σ_z δ_z² over all ties x–y; `end`, `middle`: what w_x or w_y, and w_z, add to δ_z."""
    same, crossed, apart = _joint_threes(n)
    full, every = (4 * end + 2 * middle) ** 2, n.sum()
    side = same * (2 * end) ** 2 + crossed * (end + middle) ** 2
    return np.array(
        [
            float((n * (n - 1) / 2 * (n - 2) * (n - 3)).sum()) * full,
            same * (2 * middle) ** 2 + crossed * (2 * end) ** 2,
            side,
            side,
            apart * full,
            float(every * (every - 1) / 2 * (every - 2) * (every - 3)) * full,
        ]
    )


def _threes(n: npt.ArrayLike) -> float:
    many = np.asarray(n, dtype=np.float64)
    return float((many * (many - 1) * (many - 2) / 6).sum())


def _joint_threes(n: Floats) -> tuple[float, float, float]:
    """Count the ordered pairs of threes that share a tie x–y, for three cases of x, y and the third nodes.

    `same`: x and y in one group, the third nodes elsewhere; `crossed`: x and y in two groups, the third nodes in either
    of these; `apart`: x and y in two groups, the third nodes in neither.
    """
    one, two, three = (float((n**power).sum()) for power in (1, 2, 3))
    other = one - n
    same = float((n * (n - 1) / 2 * other * (other - 1)).sum())
    # Σ over pairs of groups g < h of n_g n_h (n_g + n_h)^p for p = 0, 1, 2: half of what all (g, h) give without g = h.
    products = (one**2 - two) / 2
    sums = one * two - three
    squares = one * three + two**2 - 2 * float((n**4).sum())
    crossed = squares - 5 * sums + 6 * products
    apart = squares - (2 * one - 1) * sums + (one**2 - one) * products
    return same, crossed, apart
