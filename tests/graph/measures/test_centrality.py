import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from graph.measures.arrays.betweenness import dependencies
from graph.measures.arrays.matrices import Matrix, matrix
from graph.measures.centrality import LARGE, Centrality, betweenness, closeness, eigenvector, pagerank
from schema.errors import UnmeasurableError
from tests.graph.measures.small import graphs, renamed
from tests.reference import ONE_MODE, network, reference

EMPTY = [nx.Graph(), nx.empty_graph(1), nx.empty_graph(3), nx.Graph([(0, 0)]), nx.DiGraph()]
WEIGHTED = [name for name in ONE_MODE if "betweenness_weighted" in reference(name).values]


def scaled(values: dict[str, float]) -> dict[str, float]:
    """Make the largest value 1, as igraph's eigenvector has it."""
    return {node: value / max(values.values()) for node, value in values.items()}


# -- betweenness -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ONE_MODE)
def test_betweenness_equals_igraph_and_sna(name: str) -> None:
    found = betweenness(network(name), normalized=False).values
    assert found == pytest.approx(reference(name).by_node("betweenness"), abs=1e-8)
    assert found == pytest.approx(reference(name).by_node("sna_betweenness"), abs=1e-8)


@pytest.mark.parametrize("name", WEIGHTED)
def test_betweenness_with_strengths_turned_into_distances_equals_igraph(name: str) -> None:
    drawn = network(name).copy()
    for _, _, held in drawn.edges(data=True):
        held["distance"] = 1 / held["weight"]
    found = betweenness(drawn, weight="distance", normalized=False)
    assert found.values == pytest.approx(reference(name).by_node("betweenness_weighted"), abs=1e-8)
    assert found.exact


@given(graphs())
@settings(deadline=None)
def test_betweenness_equals_networkx(drawn: "nx.Graph[int]") -> None:
    for normalized in (True, False):
        found = betweenness(drawn, normalized=normalized)
        assert found.values == pytest.approx(nx.betweenness_centrality(drawn, normalized=normalized), abs=1e-9)
        assert (found.exact, found.sources, found.error) == (True, len(drawn), 0)


@given(graphs(weight=True))
@settings(deadline=None)
def test_betweenness_with_distances_equals_networkx(drawn: "nx.Graph[int]") -> None:
    expected = nx.betweenness_centrality(drawn, weight="weight")
    assert betweenness(drawn, weight="weight").values == pytest.approx(expected, abs=1e-9)


@given(graphs())
@settings(deadline=None)
def test_what_is_sampled_adds_up_to_the_whole(drawn: "nx.Graph[int]") -> None:
    # Two ways to one figure: the sources one by one, as the sample follows them, and rustworkx at once.
    n, edges = len(drawn), np.array([*drawn.edges, *([] if drawn.is_directed() else [(b, a) for a, b in drawn.edges])])
    edges = edges.reshape(-1, 2).astype(np.int64)
    arcs: Matrix = matrix(edges[:, 0], edges[:, 1], (n, n))
    arcs.data[:] = 1
    whole = sum(dependencies(arcs, np.arange(n)), np.zeros(n)) / (1 if drawn.is_directed() else 2)
    assert dict(enumerate(whole)) == pytest.approx(betweenness(drawn, normalized=False).values, abs=1e-9)


@given(graphs(weight=True))
@settings(deadline=None)
def test_ways_are_equally_long_whatever_the_unit(drawn: "nx.Graph[int]") -> None:
    # 0.1 + 0.2 is not 0.3 in floating point, yet no detour
    expected = betweenness(drawn, weight="weight").values
    for _, _, held in drawn.edges(data=True):
        held["km"] = held["weight"] * 0.1
    assert betweenness(drawn, weight="km").values == pytest.approx(expected, abs=1e-9)


def test_of_parallel_ties_the_shortest_counts() -> None:
    ring: nx.MultiGraph[int] = nx.MultiGraph()
    ring.add_weighted_edges_from([(0, 1, 9), (0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 0, 9)])
    plain: nx.Graph[int] = nx.Graph()
    plain.add_weighted_edges_from([(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 0, 9)])
    expected = nx.betweenness_centrality(plain, weight="weight")
    assert betweenness(ring, weight="weight").values == pytest.approx(expected)
    ring.add_edge(2, 3, weight=math.nan)
    with pytest.raises(UnmeasurableError, match="nan"):
        betweenness(ring, weight="weight")


def test_sampled_betweenness_is_right_on_average_and_knows_its_error() -> None:
    drawn: nx.Graph[int] = nx.barabasi_albert_graph(120, 3, seed=2)
    exact = np.array(list(betweenness(drawn).values.values()))
    drawings = [betweenness(drawn, sample=40, seed=seed) for seed in range(60)]
    values = np.array([list(found.values.values()) for found in drawings])
    errors = np.array([list(found.errors.values()) for found in drawings])
    assert [(found.exact, found.sources) for found in drawings] == [(False, 40)] * 60
    assert np.abs(values.mean(axis=0) - exact).max() < 4.5 * values.std(axis=0).max() / math.sqrt(60)
    some = exact > 0
    stated = np.sqrt((errors**2).mean(axis=0))[some] / values.std(axis=0)[some]
    assert np.median(stated) == pytest.approx(1, abs=0.1)
    # The estimates are skewed, the more so the fewer sources need a node: twice the error covers 95 % of a normal
    # value, here nearly nine in ten of the nodes that a ranking is read for.
    top = np.argsort(exact)[-20:]
    assert (np.abs(values - exact) <= 2 * errors)[:, top].mean() > 0.85
    assert drawings[0].error == errors[0].max()


# -- closeness ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ONE_MODE)
def test_harmonic_closeness_equals_igraph(name: str) -> None:
    drawn, held = network(name), reference(name)
    into = {node: value / (len(drawn) - 1) for node, value in held.by_node("harmonic_in").items()}
    assert closeness(drawn).values == pytest.approx(into, abs=1e-9)
    back = drawn.reverse() if isinstance(drawn, nx.DiGraph) else drawn
    out = {node: value / (len(drawn) - 1) for node, value in held.by_node("harmonic_out").items()}
    assert closeness(back).values == pytest.approx(out, abs=1e-9)


@given(graphs())
@settings(deadline=None)
def test_closeness_equals_networkx(drawn: "nx.Graph[int]") -> None:
    others = max(len(drawn) - 1, 1)
    harmonic = {node: value / others for node, value in nx.harmonic_centrality(drawn).items()}
    assert closeness(drawn).values == pytest.approx(harmonic, abs=1e-9)
    assert closeness(drawn, harmonic=False).values == pytest.approx(nx.closeness_centrality(drawn), abs=1e-9)


@pytest.mark.parametrize("harmonic", [True, False])
def test_closeness_of_more_nodes_than_a_word_has_bits(harmonic: bool) -> None:
    drawn: nx.DiGraph[int] = nx.gnp_random_graph(150, 0.02, seed=4, directed=True)
    expected = nx.harmonic_centrality(drawn) if harmonic else nx.closeness_centrality(drawn)
    scale = 149 if harmonic else 1
    found = closeness(drawn, harmonic)
    assert {node: value * scale for node, value in found.values.items()} == pytest.approx(expected, abs=1e-9)
    assert (found.exact, found.sources, found.error) == (True, 150, 0)


@pytest.mark.parametrize("harmonic", [True, False])
def test_sampled_closeness_is_right_on_average_and_knows_its_error(harmonic: bool) -> None:
    drawn: nx.Graph[int] = nx.gnm_random_graph(200, 500, seed=2)
    exact = np.array(list(closeness(drawn, harmonic).values.values()))
    drawings = [closeness(drawn, harmonic, sample=70, seed=seed) for seed in range(60)]
    values = np.array([list(found.values.values()) for found in drawings])
    errors = np.array([list(found.errors.values()) for found in drawings])
    assert np.abs(values.mean(axis=0) - exact).max() < 5 * values.std(axis=0).max() / math.sqrt(60)
    assert (np.abs(values - exact) <= 2 * errors + 1e-12).mean() > 0.9
    assert (np.abs(values - exact) <= errors / 2 + 1e-12).mean() < 0.6  # nor is the error stated too large
    assert [(found.exact, found.sources) for found in drawings] == [(False, 70)] * 60


# -- eigenvector and pagerank ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ONE_MODE)
def test_eigenvector_equals_igraph(name: str) -> None:
    drawn, held = network(name), reference(name)
    loose = nx.Graph(drawn.to_undirected())
    assert scaled(eigenvector(loose)) == pytest.approx(held.by_node("eigenvector_undirected"), abs=1e-7)
    if isinstance(drawn, nx.DiGraph) and nx.is_strongly_connected(drawn):
        assert scaled(eigenvector(drawn)) == pytest.approx(held.by_node("eigenvector"), abs=1e-7)


@pytest.mark.parametrize("name", ONE_MODE)
def test_pagerank_equals_igraph(name: str) -> None:
    assert pagerank(network(name)) == pytest.approx(reference(name).by_node("page_rank"), abs=1e-9)


@pytest.mark.parametrize("name", WEIGHTED)
def test_weighted_pagerank_equals_igraph(name: str) -> None:
    expected = reference(name).by_node("page_rank_weighted")
    assert pagerank(network(name), weight="weight") == pytest.approx(expected, abs=1e-9)


@given(graphs(weight=True))
@settings(deadline=None)
def test_pagerank_equals_networkx(drawn: "nx.Graph[int]") -> None:
    for alpha in (0.0, 0.5, 0.85):
        expected = nx.pagerank(drawn, alpha=alpha, weight="weight", tol=1e-12, max_iter=1000)
        assert pagerank(drawn, alpha, weight="weight") == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("n", [20, 80])
@pytest.mark.parametrize("directed", [True, False])
def test_eigenvector_equals_networkx_with_strengths(n: int, directed: bool) -> None:
    drawn: nx.Graph[int] = nx.gnp_random_graph(n, 0.3, seed=n, directed=directed)
    for a, b, held in drawn.edges(data=True):
        held["weight"] = 1 + (a * b) % 5
    expected = nx.eigenvector_centrality_numpy(drawn, weight="weight")
    found = eigenvector(drawn, weight="weight")
    assert found == pytest.approx(expected, abs=1e-8)
    assert sum(value * value for value in found.values()) == pytest.approx(1)


def test_eigenvector_of_a_path_and_of_a_ring_by_formula() -> None:
    for n in (6, 200):
        wave = np.sin(np.pi * np.arange(1, n + 1) / (n + 1))
        path = eigenvector(nx.path_graph(n))
        assert list(path.values()) == pytest.approx(list(wave / np.linalg.norm(wave)), abs=1e-9)
        ring = eigenvector(nx.cycle_graph(n, create_using=nx.DiGraph))
        assert list(ring.values()) == pytest.approx([1 / math.sqrt(n)] * n, abs=1e-9)


def test_eigenvector_measures_the_largest_part_only() -> None:
    drawn: nx.Graph[int] = nx.disjoint_union(nx.path_graph(5), nx.complete_graph(4))
    found = eigenvector(drawn)
    assert [found[node] for node in range(5, 9)] == [0] * 4
    assert [found[node] for node in range(5)] == pytest.approx(list(eigenvector(nx.path_graph(5)).values()))
    alike: nx.Graph[int] = nx.disjoint_union(nx.path_graph(4), nx.complete_graph(4))
    assert list(eigenvector(alike).values()) == pytest.approx([0] * 4 + [0.5] * 4)
    led: nx.DiGraph[int] = nx.DiGraph([(0, 1), (1, 2), (2, 0), (2, 3), (4, 0)])  # 3 and 4 are not on the ring
    assert list(eigenvector(led).values()) == pytest.approx([1 / math.sqrt(3)] * 3 + [0, 0])


# -- all ---------------------------------------------------------------------------------------------------------------


@given(graphs(weight=True))
@settings(deadline=None, max_examples=40)
def test_names_and_order_change_nothing(drawn: "nx.Graph[int]") -> None:
    other, names = renamed(drawn)
    pairs = [
        (betweenness(drawn).values, betweenness(other).values),
        (betweenness(drawn, "weight").values, betweenness(other, "weight").values),
        (closeness(drawn).values, closeness(other).values),
        (pagerank(drawn, weight="weight"), pagerank(other, weight="weight")),
    ]
    if nx.is_strongly_connected(drawn) if isinstance(drawn, nx.DiGraph) else nx.is_connected(drawn):
        pairs.append((eigenvector(drawn, "weight"), eigenvector(other, "weight")))
    for here, there in pairs:
        assert [there[names[node]] for node in drawn] == pytest.approx(list(here.values()), abs=1e-9, nan_ok=True)


@given(graphs(directed=True))
@settings(deadline=None, max_examples=40)
def test_turning_all_arcs_round_changes_no_betweenness(drawn: "nx.DiGraph[int]") -> None:
    assert betweenness(drawn.reverse()).values == pytest.approx(betweenness(drawn).values)


@given(graphs())
@settings(deadline=None, max_examples=40)
def test_an_isolate_stands_on_no_way_and_far_from_all(drawn: "nx.Graph[int]") -> None:
    with_one: nx.Graph[int] = drawn.copy()
    with_one.add_node(-1)
    plain, more = betweenness(drawn, normalized=False).values, betweenness(with_one, normalized=False).values
    assert more == pytest.approx(plain | {-1: 0})
    near = {node: value * (len(drawn) - 1) for node, value in closeness(drawn).values.items()}
    assert {k: v * len(drawn) for k, v in closeness(with_one).values.items()} == pytest.approx(near | {-1: 0})


@pytest.mark.parametrize("drawn", EMPTY)
def test_without_ties(drawn: "nx.Graph[int]") -> None:
    none = dict.fromkeys(drawn, 0.0)
    assert betweenness(drawn).values == closeness(drawn).values == closeness(drawn, harmonic=False).values == none
    assert betweenness(drawn, weight="weight").values == none
    assert pagerank(drawn) == pytest.approx(dict.fromkeys(drawn, 1 / max(len(drawn), 1)))
    assert all(map(math.isnan, eigenvector(drawn).values()))
    assert eigenvector(drawn).keys() == none.keys()


def test_loops_and_parallel_ties_count_for_nothing() -> None:
    plain: nx.Graph[int] = nx.Graph([(0, 1), (1, 2), (2, 3)])
    odd: nx.MultiGraph[int] = nx.MultiGraph([(0, 1), (1, 0), (1, 2), (2, 3), (3, 3)])
    assert betweenness(odd) == betweenness(plain)
    assert closeness(odd) == closeness(plain)
    assert pagerank(odd) == pagerank(plain)
    assert eigenvector(odd) == eigenvector(plain)


def test_large_networks_are_sampled_and_say_so() -> None:
    drawn: nx.Graph[int] = nx.gnm_random_graph(LARGE + 1, 13_000, seed=1)
    between, near = betweenness(drawn, seed=1), closeness(drawn, seed=1)
    assert (between.exact, near.exact) == (False, False)
    assert 2 <= between.sources < LARGE
    assert 0 < near.error < 0.01
    assert 0 < between.error < max(between.values.values())


def test_the_seed_decides_on_the_sample() -> None:
    drawn: nx.Graph[int] = nx.krackhardt_kite_graph()
    assert betweenness(drawn, sample=4, seed=7) == betweenness(drawn, sample=4, seed=7)
    assert closeness(drawn, sample=4, seed=7) == closeness(drawn, sample=4, seed=7)
    assert len({betweenness(drawn, sample=4, seed=seed).error for seed in range(9)}) > 1


def test_a_sample_as_large_as_the_network_is_exact() -> None:
    drawn: nx.Graph[int] = nx.path_graph(5)
    assert betweenness(drawn, sample=9) == betweenness(drawn)
    assert closeness(drawn, sample=5) == closeness(drawn)
    assert isinstance(betweenness(drawn), Centrality)


def test_what_cannot_be_measured() -> None:
    with pytest.raises(UnmeasurableError, match="1 source"):
        betweenness(nx.path_graph(5), sample=1)
    with pytest.raises(UnmeasurableError, match="0 source"):
        closeness(nx.path_graph(5), sample=0)
    with pytest.raises(UnmeasurableError, match="alpha"):
        pagerank(nx.path_graph(5), alpha=1)
    with pytest.raises(UnmeasurableError, match="weight"):
        pagerank(nx.Graph([(0, 1, {"weight": -1})]), weight="weight")
