import math
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.fragmentation import fragmentation
from graph.measures.key_players import key_players
from graph.measures.reach import reach
from schema.errors import UnmeasurableError

KITE = nx.krackhardt_kite_graph()
PUBLISHED = {
    "kite": KITE,
    "karate": nx.karate_club_graph(),
    "florentine": nx.florentine_families_graph(),
    "women": nx.davis_southern_women_graph(),
    "misérables": nx.les_miserables_graph(),
}
COMPACT = nx.random_regular_graph(6, 120, seed=1)
"""Nobody parts it, not even three."""


@st.composite
def multigraphs(draw: st.DrawFn, least: int, directed: bool = False) -> "nx.MultiGraph[int]":
    n = draw(st.integers(least, 8))
    node = st.integers(0, n - 1)
    drawn: nx.MultiGraph[int] = nx.MultiDiGraph() if directed else nx.MultiGraph()
    drawn.add_nodes_from(draw(st.permutations(range(n))))
    drawn.add_edges_from(draw(st.lists(st.tuples(node, node), max_size=16)))
    return drawn


def pairs(drawn: "nx.Graph[Any]", removed: tuple[Any, ...]) -> int:
    rest: nx.Graph[Any] = nx.Graph(drawn)
    rest.remove_nodes_from(removed)
    return sum(len(part) * (len(part) - 1) for part in nx.connected_components(rest))


def worth(drawn: "nx.Graph[int]", removed: tuple[int, ...]) -> tuple[int, float]:
    """Fewest pairs first, then the longest ways; lower is better."""
    return pairs(drawn, removed), -round(fragmentation(drawn, removed, distance=True), 9)


def parts_others(drawn: "nx.Graph[int]", removed: tuple[int, ...]) -> bool:
    rest: nx.Graph[Any] = nx.Graph(drawn)
    rest.remove_nodes_from(removed)
    left = [part - set(removed) for part in nx.connected_components(nx.Graph(drawn))]
    return nx.number_connected_components(rest) > sum(1 for part in left if part)


@given(multigraphs(least=3), st.data())
@settings(deadline=None, max_examples=150)
def test_no_other_set_leaves_more_in_pieces(drawn: "nx.MultiGraph[int]", data: st.DataObject) -> None:
    k = data.draw(st.integers(1, min(3, len(drawn) - 2)))
    found = key_players(drawn, k)
    assert found.exact
    assert found == key_players(drawn, k, exact=True)
    if len(found.nodes) < k:
        assert pairs(drawn, found.nodes) == 0
        assert all(pairs(drawn, some) for some in combinations(drawn, max(len(found.nodes) - 1, 0)) if found.nodes)
    else:
        assert worth(drawn, found.nodes) == min(worth(drawn, some) for some in combinations(drawn, k))
    told = pairs(drawn, found.nodes) == 0 or parts_others(drawn, found.nodes)
    assert found.criterion == ("fragmentation" if told else "distance")
    left = len(drawn) - len(found.nodes)
    assert found.denominator == left * (left - 1)
    assert found.value == pytest.approx(fragmentation(drawn, found.nodes, distance=not told))


@given(multigraphs(least=1, directed=True), st.data(), st.integers(1, 3))
@settings(deadline=None, max_examples=150)
def test_no_other_set_reaches_more(drawn: "nx.MultiDiGraph[int]", data: st.DataObject, steps: int) -> None:
    k = data.draw(st.integers(1, min(3, len(drawn))))
    found = key_players(drawn, k, "reach", steps)
    assert found.exact
    assert found.reached == max(reach(drawn, some, steps).count for some in combinations(drawn, k))
    assert found.reached == reach(drawn, found.nodes, steps).count
    assert len(found.nodes) == k or found.value == 1
    others = key_players(drawn, k, "reach", steps, count_members=False)
    expected = reach(drawn, others.nodes, steps, count_members=False)
    assert others.nodes == found.nodes
    assert (others.reached, others.denominator) == (expected.count, expected.denominator)
    assert others.value == expected.share or math.isnan(others.value) == math.isnan(expected.share) is True


def test_the_published_kite() -> None:
    # Borgatti (2006): the pair (3, 8) reaches all ten in one step; without node 7 the most is in pieces.
    pair = key_players(KITE, 2, goal="reach")
    assert (pair.nodes, pair.reached, pair.value, pair.exact) == ((3, 8), 10, 1, True)
    one = key_players(KITE, 1)
    assert (one.nodes, one.criterion, one.exact) == ((7,), "fragmentation", True)
    assert one.value == pytest.approx(28 / 72)


@pytest.mark.parametrize("name", PUBLISHED)
@pytest.mark.parametrize("k", [1, 2, 3])
def test_the_search_finds_the_best_on_published_networks(name: str, k: int) -> None:
    best, found = (key_players(PUBLISHED[name], k, exact=exact) for exact in (True, False))
    assert best.exact
    assert found.value == best.value
    best, found = (key_players(PUBLISHED[name], k, "reach", exact=exact) for exact in (True, False))
    assert best.exact
    assert found.reached == best.reached


@given(multigraphs(least=4))
@settings(deadline=None)
def test_the_search_says_what_its_set_is_worth(drawn: "nx.MultiGraph[int]") -> None:
    found, best = key_players(drawn, 2, exact=False), key_players(drawn, 2)
    by = found.criterion == "distance"
    assert found.value == pytest.approx(fragmentation(drawn, found.nodes, distance=by))
    assert pairs(drawn, found.nodes) >= pairs(drawn, best.nodes)
    assert not found.exact or pairs(drawn, found.nodes) == 0


def test_where_nobody_parts_others_distances_decide() -> None:
    wheel = nx.wheel_graph(8)
    found = key_players(wheel, 1)
    assert (found.nodes, found.criterion) == ((0,), "distance")
    assert found.value == pytest.approx(fragmentation(wheel, [0], distance=True))
    opposite = key_players(nx.cycle_graph(8), 2)
    assert opposite.criterion == "fragmentation"
    assert opposite.value == pytest.approx(1 - 12 / 30)


def test_fewer_where_these_leave_nothing_to_gain() -> None:
    star = nx.star_graph(6)
    for exact in (None, True, False):
        for goal in ("fragment", "reach"):
            found = key_players(star, 3, goal, exact=exact)
            assert (found.nodes, found.value, found.exact) == ((0,), 1, True)
        assert key_players(nx.empty_graph(4), 2, exact=exact).nodes == ()


def test_names_order_and_parallel_ties_do_not_matter() -> None:
    drawn = nx.les_miserables_graph()
    odd: nx.MultiGraph[str] = nx.MultiGraph()
    odd.add_nodes_from(reversed(list(drawn)))
    odd.add_edges_from((b, a) for a, b in drawn.edges for _ in range(2))
    odd.add_edges_from((node, node) for node in drawn)
    for graph in (drawn, odd):
        split, widest = key_players(graph, 2), key_players(graph, 2, "reach")
        assert (set(split.nodes), pairs(drawn, split.nodes)) == ({"Valjean", "Bamatabois"}, 3080)
        assert (set(widest.nodes), widest.reached) == ({"Valjean", "Gavroche"}, 50)


def test_an_isolate_does_not_change_who_parts_most() -> None:
    drawn = nx.karate_club_graph()
    before = key_players(drawn, 3).nodes
    drawn.add_node(99)
    assert key_players(drawn, 3).nodes == before


def test_out_arcs_lead_to_the_reached() -> None:
    drawn = nx.DiGraph([(0, 1), (0, 2), (3, 0), (4, 0), (5, 0)])
    assert key_players(drawn, 1, "reach").nodes == (0,)
    assert key_players(drawn.reverse(), 1, "reach").reached == 4
    assert key_players(drawn, 1, "reach", steps=2).nodes == (3,)


@pytest.mark.parametrize("block", [1, 300])
def test_how_many_sets_are_looked_at_at_once_changes_nothing(monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    drawn = nx.relaxed_caveman_graph(6, 5, 0.1, seed=1)
    expected = key_players(drawn, 3)
    for place in ("every_split.BLOCK", "waves.BLOCK", "candidates.LOOKUPS"):
        monkeypatch.setattr(f"graph.measures.arrays.{place}", block)
    assert key_players(drawn, 3) == expected
    assert expected.exact


def test_a_search_is_not_called_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.measures.arrays.key_players.QUICK", 1000)
    found = key_players(nx.path_graph(30), 2)
    assert (found.exact, found.criterion) == (False, "fragmentation")
    assert found.value == key_players(nx.path_graph(30), 2, exact=True).value
    assert not key_players(COMPACT, 2, "reach").exact
    assert not key_players(COMPACT, 2).exact


def test_an_estimate_says_from_how_many_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.measures.arrays.key_players.QUICK", 1000)
    monkeypatch.setattr("graph.measures.arrays.splitting.SOURCES", 64)
    found = key_players(COMPACT, 2)
    assert (found.criterion, found.sources, found.exact) == ("distance", 64, False)
    assert found.value == pytest.approx(fragmentation(COMPACT, found.nodes, distance=True), abs=0.02)
    assert found == key_players(COMPACT, 2)


@pytest.mark.parametrize("goal", ["fragment", "reach"])
def test_looking_at_all_sets_is_refused_where_that_takes_too_long(monkeypatch: pytest.MonkeyPatch, goal: str) -> None:
    monkeypatch.setattr("graph.measures.arrays.key_players.LONG", 1000)
    with pytest.raises(UnmeasurableError, match="too large to look at all sets of 3 of 120 nodes"):
        key_players(COMPACT, 3, goal, exact=True)  # type: ignore[arg-type]


def test_very_many_nodes_are_refused_for_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.measures.arrays.every_cover.LARGEST", 100)
    with pytest.raises(UnmeasurableError, match="too large"):
        key_players(COMPACT, 3, "reach", exact=True)


@pytest.mark.parametrize(
    ("n", "goal", "k"), [(0, "fragment", 1), (2, "fragment", 1), (5, "fragment", 4), (5, "reach", 6), (5, "reach", 0)]
)
def test_k_out_of_range(n: int, goal: str, k: int) -> None:
    with pytest.raises(UnmeasurableError, match=f"k is {k}"):
        key_players(nx.path_graph(n), k, goal)  # type: ignore[arg-type]


def test_what_cannot_be() -> None:
    with pytest.raises(UnmeasurableError, match="fragment, reach"):
        key_players(KITE, 2, "both")  # type: ignore[arg-type]
    with pytest.raises(UnmeasurableError, match="number of steps"):
        key_players(KITE, 2, "reach", steps=0)
    with pytest.raises(UnmeasurableError, match="True"):
        key_players(KITE, True)


def test_many_of_many() -> None:
    rings = nx.disjoint_union_all([nx.cycle_graph(5)] * 60)
    found = key_players(rings, 110, "reach")
    # two of a ring of five reach all of it: 50 rings by two, and 10 by one who reaches three
    assert found.reached == 50 * 5 + 10 * 3
