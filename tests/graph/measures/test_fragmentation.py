import math
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.fragmentation import Denominator, fragmentation
from schema.errors import UnmeasurableError

KITE = nx.krackhardt_kite_graph()


@st.composite
def cases(draw: st.DrawFn) -> "tuple[nx.MultiGraph[int], list[int]]":
    n = draw(st.integers(2, 9))
    node = st.integers(0, n - 1)
    drawn: nx.MultiGraph[int] = nx.MultiGraph()
    drawn.add_nodes_from(range(n))
    drawn.add_edges_from(draw(st.lists(st.tuples(node, node), max_size=16)))
    return drawn, draw(st.lists(node, max_size=n - 2))


def by_definition(drawn: "nx.Graph[int]", removed: list[int], distance: bool) -> float:
    rest = nx.Graph(drawn)
    rest.remove_nodes_from(removed)
    near = 0.0
    for a, b in combinations(rest, 2):
        if nx.has_path(rest, a, b):
            near += 2 / nx.shortest_path_length(rest, a, b) if distance else 2
    return near


@given(cases(), st.booleans())
@settings(deadline=None)
def test_equals_its_definition(case: "tuple[nx.MultiGraph[int], list[int]]", distance: bool) -> None:
    drawn, removed = case
    near, left, n = by_definition(drawn, removed, distance), len(drawn) - len(set(removed)), len(drawn)
    assert fragmentation(drawn, removed, distance) == pytest.approx(1 - near / (left * (left - 1)))
    assert fragmentation(drawn, removed, distance, "all") == pytest.approx(1 - near / (n * (n - 1)))


def test_equals_the_published_kite() -> None:
    # Borgatti (2006): .3537, and .4861 without node 7, over the pairs that are left.
    assert round(fragmentation(KITE, distance=True), 4) == 0.3537
    assert round(fragmentation(KITE, [7], distance=True), 4) == 0.4861
    # over all ten: (10 · 9 − 9 · 8 · (1 − .4861)) / (10 · 9)
    assert fragmentation(KITE, [7], True, "all") == pytest.approx(1 - 72 * (1 - 0.48611111) / 90)
    # without node 7 seven and two are left: 1 − (7 · 6 + 2 · 1)/(9 · 8)
    assert fragmentation(KITE, [7]) == pytest.approx(1 - 44 / 72)


@pytest.mark.parametrize(("lanes", "block"), [(1, 1), (2, 50), (1000, 10**6)])
def test_how_much_is_done_at_once_changes_nothing(monkeypatch: pytest.MonkeyPatch, lanes: int, block: int) -> None:
    drawn = nx.barabasi_albert_graph(150, 2, seed=3)
    drawn.add_edges_from([(200, 201), (201, 202)])
    whole = fragmentation(drawn, [0, 5], distance=True)
    monkeypatch.setattr("graph.measures.arrays.waves.LANES", lanes)
    monkeypatch.setattr("graph.measures.arrays.waves.BLOCK", block)
    assert fragmentation(drawn, [0, 5], distance=True) == pytest.approx(whole)
    assert whole == pytest.approx(1 - by_definition(drawn, [0, 5], True) / (151 * 150))


def test_directions_weights_and_order_do_not_matter() -> None:
    drawn = nx.gnp_random_graph(25, 0.06, seed=2, directed=True)
    drawn.add_weighted_edges_from((a, b, math.nan) for a, b in list(drawn.edges))
    for distance in (False, True):
        expected = fragmentation(drawn, [3, 4], distance)
        assert fragmentation(drawn.reverse(), [4, 3, 3], distance) == expected
        assert fragmentation(nx.relabel_nodes(drawn, str), ["3", "4"], distance) == expected


@pytest.mark.parametrize("denominator", ["residual", "all"])
def test_extremes(denominator: Denominator) -> None:
    assert fragmentation(nx.complete_graph(5), denominator=denominator) == 0
    assert fragmentation(nx.complete_graph(5), distance=True, denominator=denominator) == 0
    assert fragmentation(nx.empty_graph(5), denominator=denominator) == 1
    assert fragmentation(nx.star_graph(5), [0], denominator=denominator) == 1
    for n in (0, 1):
        assert math.isnan(fragmentation(nx.empty_graph(n), denominator=denominator))


def test_fewer_than_two_left() -> None:
    assert math.isnan(fragmentation(nx.path_graph(3), [0, 1]))
    assert fragmentation(nx.path_graph(3), [0, 1], denominator="all") == 1


def test_what_cannot_be() -> None:
    with pytest.raises(UnmeasurableError, match="Node 99"):
        fragmentation(KITE, [99])
    with pytest.raises(UnmeasurableError, match="residual, all"):
        fragmentation(KITE, denominator="some")  # type: ignore[arg-type]
