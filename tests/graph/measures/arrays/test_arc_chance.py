from itertools import permutations

import numpy as np
import pytest

from graph.measures.arrays.arc_chance import arc_chance
from graph.measures.arrays.undirected_chance import ROLES
from tests.reference import GROUPED, reference


@pytest.mark.parametrize("name", GROUPED)
def test_equals_sna(name: str) -> None:
    values = reference(name).values
    held = values["brokerage"]
    sizes = np.array([values["group"].count(label) for label in held["classes"]])
    chance = arc_chance(sizes, values["edges"] * (1 if values["directed"] else 2))
    for column, role in enumerate(ROLES):
        np.testing.assert_allclose(chance.expected[:, column], held["expected_of_class"][role], rtol=1e-10)
        np.testing.assert_allclose(chance.deviation[:, column], held["sd_of_class"][role], rtol=1e-10)
    np.testing.assert_allclose(chance.whole_expected, held["network_expected"], rtol=1e-10)
    np.testing.assert_allclose(chance.whole_deviation, held["network_sd"], rtol=1e-10)


@pytest.mark.parametrize("group", [[0, 0, 1, 1], [0, 0, 0, 1], [0, 0, 1, 2], [0, 0, 0, 0], [0, 1, 2, 3]])
def test_equals_the_mean_and_spread_over_all_networks(group: list[int]) -> None:
    # All 4,096 networks of four nodes are equally likely where an arc is there with the probability ½, six of twelve.
    ways = list(permutations(range(4), 3))
    arcs = list(permutations(range(4), 2))
    there = (np.arange(2**12)[:, None] >> np.arange(12)) & 1 == 1
    runs = {arc: there[:, place] for place, arc in enumerate(arcs)}
    counts = np.zeros((4, 6, 2**12))
    for a, v, b in ways:
        key = (group[a] == group[v], group[v] == group[b], group[a] == group[b])
        role = {(True, True, True): 0, (False, False, True): 1, (True, False, False): 2, (False, True, False): 3}
        for column in (role.get(key, 4), 5):
            counts[v, column] += runs[a, v] & runs[v, b] & ~runs[a, b]
    chance = arc_chance(np.bincount(group), 6)
    np.testing.assert_allclose(chance.expected[group], counts.mean(axis=2), atol=1e-12)
    np.testing.assert_allclose(chance.deviation[group], counts.std(axis=2), atol=1e-12)
    np.testing.assert_allclose(chance.whole_expected, counts.sum(axis=0).mean(axis=1), atol=1e-12)
    # The network's variance is that of sna and says in its text by how much it is too large.
    n = np.bincount(group)
    side = np.sum(n * (n - 1) * (4 - n) * (2 * n - 3))
    too_large = 0.5**6 * np.array([2 * np.sum(n * (n - 1) * (n - 2)), 0, side, side, 0, 2 * 24])
    exact = counts.sum(axis=0).var(axis=1)
    np.testing.assert_allclose(chance.whole_deviation**2, exact + too_large, atol=1e-12)


@pytest.mark.parametrize(("sizes", "arcs"), [([], 0), ([1], 0), ([2, 3], 0), ([2, 3], 20)])
def test_no_chance_where_no_arc_can_be_or_all_are_there(sizes: list[int], arcs: int) -> None:
    chance = arc_chance(np.array(sizes, dtype=np.int64), arcs)
    assert chance.expected.shape == (len(sizes), 6)
    assert not chance.expected.any()
    assert not chance.deviation.any()
    assert not chance.whole_deviation.any()


def test_numbers_beyond_64_bits_stay_exact() -> None:
    # Two groups of ten million nodes: no three groups, so no liaison, though fourth powers of sizes cancel out here.
    chance = arc_chance(np.array([10**7, 10**7]), 10**9)
    assert chance.expected[:, 4].tolist() == chance.deviation[:, 4].tolist() == [0, 0]
    assert chance.whole_deviation[4] == 0
