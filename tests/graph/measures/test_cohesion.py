import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.cohesion import articulation, bridges, core
from tests.reference import ONE_MODE, network, reference

Ties = list[tuple[int, int]]


@st.composite
def multigraphs(draw: st.DrawFn) -> "nx.MultiGraph[int]":
    n = draw(st.integers(1, 11))
    node = st.integers(0, n - 1)
    drawn: nx.MultiGraph[int] = nx.MultiGraph()
    drawn.add_nodes_from(draw(st.permutations(range(n))))
    drawn.add_edges_from(draw(st.lists(st.tuples(node, node), max_size=18)))
    return drawn


def parts(drawn: "nx.Graph[int]") -> int:
    return nx.number_connected_components(drawn)


def unordered(ties: tuple[tuple[int, int], ...]) -> set[frozenset[int]]:
    return {frozenset(tie) for tie in ties}


@given(multigraphs())
@settings(deadline=None)
def test_a_bridge_is_what_parts_when_taken_away(drawn: "nx.MultiGraph[int]") -> None:
    expected = set()
    for a, b, key in drawn.edges(keys=True):
        rest = drawn.copy()
        rest.remove_edge(a, b, key)
        if parts(rest) > parts(drawn):
            expected.add(frozenset((a, b)))
    assert unordered(bridges(drawn)) == expected
    assert len(bridges(drawn)) == len(expected)


@given(multigraphs())
@settings(deadline=None)
def test_a_cut_node_is_what_parts_when_taken_away(drawn: "nx.MultiGraph[int]") -> None:
    expected = []
    for node in drawn:
        rest = drawn.copy()
        rest.remove_node(node)
        if parts(rest) > parts(drawn):
            expected.append(node)
    assert articulation(drawn) == tuple(expected)


@given(multigraphs())
@settings(deadline=None)
def test_core_numbers_equal_networkx_without_loops_and_parallel_ties(drawn: "nx.MultiGraph[int]") -> None:
    plain: nx.Graph[int] = nx.Graph(drawn)
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    assert core(drawn) == nx.core_number(plain)


@pytest.mark.parametrize("name", ONE_MODE)
def test_equals_igraph_on_published_networks(name: str) -> None:
    drawn, held = network(name), reference(name)
    assert {frozenset(pair) for pair in bridges(drawn)} == {frozenset(pair) for pair in held.values["bridges"]}
    assert sorted(articulation(drawn)) == sorted(held.values["articulation_points"])
    assert core(drawn) == held.by_node("coreness")


LARGE = {
    "thin": nx.gnm_random_graph(3000, 3500, seed=1),
    "hubs": nx.barabasi_albert_graph(2000, 2, seed=2),
    "tree": nx.random_labeled_tree(3000, seed=3),
    "circles": nx.relaxed_caveman_graph(150, 6, 0.02, seed=4),
    "windmill": nx.windmill_graph(400, 4),
    "chain": nx.path_graph(4000),
    "ladder": nx.ladder_graph(1500),
}


@pytest.mark.parametrize("name", LARGE)
def test_equals_networkx_on_larger_graphs(name: str) -> None:
    drawn = LARGE[name]
    assert unordered(bridges(drawn)) == {frozenset(tie) for tie in nx.bridges(drawn)}
    assert set(articulation(drawn)) == set(nx.articulation_points(drawn))
    assert core(drawn) == nx.core_number(drawn)


@pytest.mark.parametrize("few", [0, 10**6])
def test_layers_taken_off_at_once_or_one_by_one(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr("graph.measures.arrays.cores.FEW", few)
    for drawn in (LARGE["thin"], LARGE["hubs"], nx.path_graph(50), nx.empty_graph(600)):
        assert core(drawn) == nx.core_number(drawn)


def test_parallel_ties_are_no_bridge_but_both_directions_are_one() -> None:
    assert bridges(nx.MultiGraph([(0, 1), (0, 1), (1, 2)])) == ((1, 2),)
    assert bridges(nx.DiGraph([(0, 1), (1, 0)])) == ((0, 1),)
    assert bridges(nx.MultiDiGraph([(0, 1), (1, 0), (2, 1), (2, 1)])) == ((0, 1),)
    assert core(nx.DiGraph([(0, 1), (1, 0)])) == {0: 1, 1: 1}


def test_direction_does_not_matter() -> None:
    drawn = nx.gnp_random_graph(40, 0.04, seed=6, directed=True)
    for graph in (drawn, drawn.reverse(), drawn.to_undirected()):
        assert articulation(graph) == articulation(drawn)
        assert bridges(graph) == bridges(drawn)
        assert core(graph) == core(drawn)


def test_names_and_order_do_not_matter() -> None:
    drawn = LARGE["thin"]
    renamed = nx.relabel_nodes(drawn, lambda i: f"node {2999 - i}")
    mixed: nx.Graph[int] = nx.Graph()
    mixed.add_nodes_from(reversed(list(drawn)))
    mixed.add_edges_from((b, a) for a, b in drawn.edges)
    assert {int(name.split()[1]) for name in articulation(renamed)} == {2999 - i for i in articulation(drawn)}
    assert unordered(bridges(mixed)) == unordered(bridges(drawn))
    assert core(mixed) == core(drawn)


def test_isolates_change_nothing() -> None:
    drawn = nx.krackhardt_kite_graph()
    before = bridges(drawn), articulation(drawn), core(drawn)
    drawn.add_node(99)
    assert (bridges(drawn), articulation(drawn)) == before[:2] == (((7, 8), (8, 9)), (7, 8))
    assert core(drawn) == before[2] | {99: 0}


@pytest.mark.parametrize("n", [0, 1, 3])
def test_without_ties_nothing_hangs_together(n: int) -> None:
    drawn = nx.empty_graph(n)
    drawn.add_edges_from((node, node) for node in range(n))
    assert (bridges(drawn), articulation(drawn), core(drawn)) == ((), (), dict.fromkeys(range(n), 0))
