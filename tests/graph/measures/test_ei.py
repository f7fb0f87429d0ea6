import math
from itertools import combinations, permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.arrays.ei import FEWEST, affordable
from graph.measures.ei import ei_index
from schema.errors import UnmeasurableError
from tests.graph.measures.small import grouped, known, renamed
from tests.reference import GROUPED, network

Grouped = tuple["nx.Graph[int]", dict[int, str | None]]


def index_of(ties: set[frozenset[int]], classes: dict[int, str]) -> float:
    """The definition over the ties whose ends have a class."""
    kinds = [len({classes[end] for end in tie}) for tie in ties if tie <= classes.keys()]
    return (kinds.count(2) - kinds.count(1)) / len(kinds) if kinds else math.nan


@given(grouped())
@settings(deadline=None)
def test_equals_the_definition_for_network_groups_and_actors(case: Grouped) -> None:
    drawn, classes = case
    held, ties = known(classes), {frozenset(edge) for edge in drawn.edges}
    found = ei_index(drawn, classes, permutations=0)
    assert found.network == pytest.approx(index_of(ties, held), nan_ok=True)
    for group, value in found.groups.items():
        touching = {tie for tie in ties if any(held.get(end) == group for end in tie)}
        assert value == pytest.approx(index_of(touching, held), nan_ok=True)
    for node, value in found.actors.items():
        assert value == pytest.approx(index_of({tie for tie in ties if node in tie}, held), nan_ok=True)
    assert set(found.groups) == set(held.values())
    assert found.left_out == len(drawn) - len(held)


@given(st.lists(st.integers(0, 2), min_size=2, max_size=5), st.data())
@settings(deadline=None, max_examples=40)
def test_range_is_what_any_network_with_so_many_ties_can_have(classes: list[int], data: st.DataObject) -> None:
    pairs = list(combinations(range(len(classes)), 2))
    m = data.draw(st.integers(1, len(pairs)))
    held = {node: str(group) for node, group in enumerate(classes)}
    possible = [index_of({frozenset(tie) for tie in ties}, held) for ties in combinations(pairs, m)]
    drawn: nx.Graph[int] = nx.Graph(pairs[:m])
    drawn.add_nodes_from(held)
    found = ei_index(drawn, held, permutations=0)
    assert (found.lowest, found.highest) == pytest.approx((min(possible), max(possible)))
    if min(possible) < max(possible):
        within = (found.network - min(possible)) / (max(possible) - min(possible))
        assert found.rescaled == pytest.approx(2 * within - 1)
    else:
        assert math.isnan(found.rescaled)


def test_mean_and_both_tails_are_those_of_all_permutations() -> None:
    drawn: nx.Graph[int] = nx.Graph([(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (2, 3), (5, 0)])
    labels = ["a", "a", "a", "b", "b", "c"]
    ties = {frozenset(edge) for edge in drawn.edges}
    every = [index_of(ties, dict(enumerate(dealt))) for dealt in permutations(labels)]
    found = ei_index(drawn, dict(enumerate(labels)), permutations=20_000, seed=5)
    assert found.expected == pytest.approx(np.mean(every))
    low, high = (np.mean([sign * value <= sign * found.network + 1e-9 for value in every]) for sign in (1, -1))
    assert found.p_low == pytest.approx(low, abs=4 * math.sqrt(low * (1 - low) / 20_000))
    assert found.p_high == pytest.approx(high, abs=4 * math.sqrt(high * (1 - high) / 20_000))


def test_a_division_that_closes_in_on_itself_is_seen_and_a_crossing_one_too() -> None:
    caves: nx.Graph[int] = nx.connected_caveman_graph(6, 6)
    closed = ei_index(caves, {node: node // 6 for node in caves}, seed=1)
    assert closed.network < closed.expected
    assert (closed.p_low, closed.p_high, closed.permutations) == (1 / 10_001, 1, 10_000)
    halves: nx.Graph[int] = nx.complete_bipartite_graph(8, 8)
    crossing = ei_index(halves, "bipartite", seed=1)
    assert (crossing.network, crossing.rescaled) == (1, 1)
    assert crossing.p_high < 0.01 < crossing.p_low


@pytest.mark.parametrize("name", GROUPED)
def test_counts_as_networkx_mixes_on_published_networks(name: str) -> None:
    drawn = network(name)
    plain = nx.Graph(drawn.to_undirected())
    mixed = nx.attribute_mixing_dict(plain, "group")
    internal = sum(row.get(group, 0) for group, row in mixed.items()) // 2
    found = ei_index(drawn, "group", permutations=100, seed=1)
    assert (found.internal, found.external) == (internal, plain.number_of_edges() - internal)
    assert found.network == pytest.approx(1 - 2 * internal / plain.number_of_edges())


@given(grouped())
@settings(deadline=None, max_examples=30)
def test_names_directions_isolates_and_order_change_nothing(case: Grouped) -> None:
    drawn, classes = case
    found = ei_index(drawn, classes, permutations=50, seed=2)
    other, names = renamed(drawn)
    again = ei_index(other, {names[node]: held for node, held in classes.items()}, permutations=0)
    assert [again.actors[names[node]] for node in drawn] == pytest.approx(list(found.actors.values()), nan_ok=True)
    assert (again.external, again.internal, again.groups.keys()) == (
        found.external,
        found.internal,
        found.groups.keys(),
    )
    if isinstance(drawn, nx.DiGraph):
        assert repr(ei_index(drawn.reverse(), classes, permutations=50, seed=2)) == repr(found)
    drawn.add_edge("alone", "alone")  # type: ignore[arg-type]
    assert repr(ei_index(drawn, classes, permutations=50, seed=2).p_low) == repr(found.p_low)
    assert ei_index(drawn, classes, permutations=0).left_out == found.left_out + 1


@pytest.mark.parametrize("drawn", [nx.Graph(), nx.empty_graph(1), nx.empty_graph(4), nx.Graph([(0, 1), (1, 2)])])
def test_nothing_to_measure(drawn: "nx.Graph[int]") -> None:
    found = ei_index(drawn, "group", seed=1)  # nobody has such an attribute
    assert (found.external, found.internal, found.left_out, found.groups) == (0, 0, len(drawn), {})
    assert all(map(math.isnan, [found.network, found.rescaled, found.p_low, found.p_high, *found.actors.values()]))


def test_one_class_is_closed_for_certain() -> None:
    found = ei_index(nx.path_graph(4), dict.fromkeys(range(4), "x"), seed=1)
    assert (found.network, found.lowest, found.highest, found.expected) == (-1, -1, -1, -1)
    assert (found.p_low, found.p_high) == (1, 1)
    assert math.isnan(found.rescaled)


def test_the_seed_decides_and_large_networks_get_fewer_permutations() -> None:
    drawn: nx.Graph[int] = nx.gnm_random_graph(60, 200, seed=1)
    classes = {node: node % 4 for node in drawn}
    assert ei_index(drawn, classes, seed=3) == ei_index(drawn, classes, seed=3)
    assert affordable(10_000, 3_000, 12_000) == 10_000
    assert 500 < affordable(10_000, 100_000, 400_000) < 10_000
    assert affordable(10_000, 10**9, 10**9) == FEWEST
    assert affordable(10, 10**9, 10**9) == 10


def test_more_classes_and_ties_than_a_byte_can_count() -> None:
    drawn: nx.Graph[int] = nx.gnm_random_graph(700, 3_000, seed=1)
    found = ei_index(drawn, {node: node // 2 for node in drawn}, permutations=400, seed=1)
    assert found.network == pytest.approx(found.expected, abs=0.01)
    assert 0.001 < found.p_low <= 1
    everybody = ei_index(drawn, {node: node for node in drawn}, permutations=10, seed=1)
    assert (everybody.network, everybody.p_low, everybody.p_high) == (1, 1, 1)


def test_fewer_permutations_than_none() -> None:
    with pytest.raises(UnmeasurableError, match="-1"):
        ei_index(nx.path_graph(3), "group", permutations=-1)
