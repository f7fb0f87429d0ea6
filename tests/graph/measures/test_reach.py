import math
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.reach import reach
from schema.errors import UnmeasurableError

KITE = nx.krackhardt_kite_graph()


@st.composite
def directed(draw: st.DrawFn) -> "nx.MultiDiGraph[int]":
    n = draw(st.integers(1, 10))
    node = st.integers(0, n - 1)
    drawn: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    drawn.add_nodes_from(draw(st.permutations(range(n))))
    drawn.add_edges_from(draw(st.lists(st.tuples(node, node), max_size=20)))
    return drawn


@given(directed(), st.data(), st.none() | st.integers(1, 4), st.booleans(), st.booleans())
@settings(deadline=None)
def test_equals_breadth_first_search_along_the_arcs(
    drawn: "nx.MultiDiGraph[int]", data: st.DataObject, steps: int | None, count_members: bool, undirected: bool
) -> None:
    graph: nx.Graph[int] = drawn.to_undirected() if undirected else drawn
    members = data.draw(st.lists(st.sampled_from(list(graph))))
    nearest: dict[int, int] = {}
    for member in members:
        for node, distance in nx.single_source_shortest_path_length(graph, member, cutoff=steps).items():
            nearest[node] = min(distance, nearest.get(node, distance))
    expected = [node for node in graph if node in nearest and (count_members or node not in members)]
    denominator = len(graph) - (0 if count_members else len(set(members)))
    found = reach(graph, members, steps, count_members)
    assert found.nodes == tuple(expected)
    assert (found.count, found.denominator) == (len(expected), denominator)
    if denominator:
        assert found.share == pytest.approx(len(expected) / denominator)
        near = sum(1 / max(nearest[node], 1) for node in expected)
        assert found.distance_weighted == pytest.approx(near / denominator)
    else:
        assert math.isnan(found.share)
        assert math.isnan(found.distance_weighted)


def test_the_published_pair_reaches_the_whole_kite() -> None:
    # Borgatti (2006): the best pair for one-step reach is (3, 8), and reaches all ten.
    found = reach(KITE, [3, 8])
    assert (found.count, found.share) == (10, 1)
    assert reach(KITE, [3, 8], count_members=False).denominator == 8
    assert [pair for pair in combinations(range(10), 2) if reach(KITE, pair).share == 1] == [(3, 8)]


def test_nobody_and_nowhere() -> None:
    assert reach(KITE, []).count == 0
    assert reach(KITE, []).share == 0
    assert math.isnan(reach(nx.empty_graph(0), []).share)
    assert math.isnan(reach(KITE, range(10), count_members=False).share)
    assert reach(nx.empty_graph(3), [1], steps=None).nodes == (1,)


def test_far_ends() -> None:
    chain = nx.path_graph(3000)
    assert reach(chain, [0], steps=None).count == 3000
    assert reach(chain, [0, 2999], steps=10).count == 22


@pytest.mark.parametrize("steps", [0, -1, 1.5, True])
def test_steps_are_whole_numbers_from_one(steps: int) -> None:
    with pytest.raises(UnmeasurableError, match="whole numbers from 1"):
        reach(KITE, [3], steps)


def test_members_must_be_there() -> None:
    with pytest.raises(UnmeasurableError, match="Node 99"):
        reach(KITE, [3, 99])
