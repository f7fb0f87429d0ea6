"""Chance against all networks that there can be, and against the values of R's sna."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.arrays import gould_fernandez
from graph.measures.arrays.across import pairs_across
from graph.measures.arrays.matrices import Integers, matrix, skeleton
from graph.measures.arrays.undirected_chance import ROLES, undirected_chance, z_scores
from tests.reference import reference

N = 5
PAIRS = list(combinations(range(N), 2))
Ties = list[tuple[int, int]]


def counts(n: int, ties: Ties, classes: Integers) -> Integers:
    """Count all roles of an undirected network of `n` nodes, and their sum."""
    ends = np.array(ties, dtype=np.int64).reshape(-1, 2)
    roles = gould_fernandez(skeleton(matrix(ends[:, 0], ends[:, 1], (n, n))), classes)
    by_role = np.stack([getattr(roles, role) for role in ROLES[:-1]], axis=1)
    return np.concatenate([by_role, by_role.sum(axis=1, keepdims=True)], axis=1)


@pytest.mark.parametrize("classes", [[0, 0, 1, 1, 2], [0, 0, 0, 1, 1], [0, 1, 2, 3, 4], [0, 0, 0, 0, 1], [0] * 5])
def test_mean_and_spread_are_those_over_all_networks_of_five(classes: list[int]) -> None:
    density, group = 0.37, np.array(classes)
    tied = [[pair for k, pair in enumerate(PAIRS) if number >> k & 1] for number in range(2 ** len(PAIRS))]
    chance = np.array([density ** len(ties) * (1 - density) ** (len(PAIRS) - len(ties)) for ties in tied])
    seen = np.stack([counts(N, ties, group) for ties in tied]).astype(np.float64)
    found = undirected_chance(np.bincount(group), density)
    for observed, mean, spread in (
        (seen, found.expected[group], found.deviation[group]),
        (seen.sum(axis=1), found.whole_expected, found.whole_deviation),
    ):
        expected = np.tensordot(chance, observed, 1)
        assert mean == pytest.approx(expected)
        assert spread == pytest.approx(np.sqrt(np.tensordot(chance, (observed - expected) ** 2, 1)))


def test_differs_from_sna_only_by_the_arcs_that_come_together() -> None:
    # Zachary's karate club by R's sna::brokerage, which takes the two arcs of a tie as independent of each other.
    held = reference("karate").values["brokerage"]
    group = np.unique(reference("karate").values["group"], return_inverse=True)[1]
    found = undirected_chance(np.bincount(group), 78 / (34 * 33 / 2))
    for k, role in enumerate(ROLES):
        twice = np.sqrt(1 if role in ("gatekeeper", "representative") else 2)
        assert found.expected[:, k] == pytest.approx(held["expected_of_class"][role])
        assert found.deviation[:, k] == pytest.approx(np.multiply(held["sd_of_class"][role], twice))
    assert found.whole_expected == pytest.approx(held["network_expected"])


def test_no_score_where_a_role_cannot_be() -> None:
    two = undirected_chance(np.array([3, 2]), 0.5)
    assert np.isnan(z_scores(np.zeros(6), two.whole_expected, two.whole_deviation)).tolist() == [False] * 4 + [
        True,
        False,
    ]
    for density in (0.0, 1.0):
        none = undirected_chance(np.array([3, 2]), density)
        assert np.isnan(z_scores(np.zeros(6), none.whole_expected, none.whole_deviation)).all()


@st.composite
def networks(draw: st.DrawFn) -> tuple[int, Ties, Integers]:
    n = draw(st.integers(1, 9))
    node = st.integers(0, n - 1)
    return (
        n,
        draw(st.lists(st.tuples(node, node))),
        np.array(draw(st.lists(st.integers(-1, 3), min_size=n, max_size=n))),
    )


@given(networks())
@settings(deadline=None)
def test_pairs_across_are_half_the_roles_in_which_the_groups_differ(case: tuple[int, Ties, Integers]) -> None:
    n, ties, classes = case
    ends = np.array(ties, dtype=np.int64).reshape(-1, 2)
    joined = skeleton(matrix(ends[:, 0], ends[:, 1], (n, n)))
    one, other = pairs_across(joined, [classes, np.zeros(n, dtype=np.int64)])
    roles = counts(n, ties, classes)
    assert (2 * one).tolist() == (roles[:, -1] - roles[:, ROLES.index("coordinator")]).tolist()
    assert not other.any()
