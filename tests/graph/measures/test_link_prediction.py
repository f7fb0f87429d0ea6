import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.arrays.similarity import BLOCK
from graph.measures.link_prediction import similarity
from schema.errors import UnmeasurableError
from tests.graph.measures.small import graphs, renamed
from tests.reference import ONE_MODE, network

Scored = list[tuple[int, int, float]]


def by_networkx(drawn: "nx.Graph[int]", k: int) -> Scored:
    """All pairs without a tie, scored by NetworkX, those with something in common, best first."""
    plain: nx.Graph[int] = nx.Graph(drawn.to_undirected())
    pairs = [(min(a, b), max(a, b)) for a, b in nx.non_edges(plain)]
    scored = [(a, b, round(score, 9)) for a, b, score in nx.adamic_adar_index(plain, pairs) if score > 0]
    return sorted(scored, key=lambda row: (-row[2], row[0], row[1]))[:k]


def by_whole_matrix(drawn: "nx.Graph[int]", k: int) -> Scored:
    joined = nx.to_numpy_array(drawn, nodelist=range(len(drawn)))
    degree = joined.sum(axis=0)
    score = np.round((joined / np.log(np.maximum(degree, 2))) @ joined, 9)
    a, b = np.nonzero(np.triu((joined == 0) & (score > 0), 1))
    best = np.lexsort((b, a, -score[a, b]))[:k]
    return [(int(a[i]), int(b[i]), float(score[a[i], b[i]])) for i in best]


@given(graphs(most=12), st.integers(1, 70))
@settings(deadline=None)
def test_equals_networkx_over_all_pairs_without_a_tie(drawn: "nx.Graph[int]", k: int) -> None:
    found, expected = similarity(drawn, k), by_networkx(drawn, k)
    assert [row[:2] for row in found] == [row[:2] for row in expected]
    assert [row[2] for row in found] == pytest.approx([row[2] for row in expected], abs=1e-9)


@pytest.mark.parametrize("name", ONE_MODE)
def test_equals_networkx_on_published_networks(name: str) -> None:
    drawn: nx.Graph[int] = nx.convert_node_labels_to_integers(network(name))  # type: ignore[arg-type]  # stubs: Hashable
    assert [row[:2] for row in similarity(drawn, 30)] == [row[:2] for row in by_networkx(drawn, 30)]


@pytest.mark.parametrize("drawn", [nx.gnm_random_graph(900, 22_000, seed=1), nx.barabasi_albert_graph(900, 30, seed=1)])
def test_equals_the_whole_matrix_where_it_goes_by_blocks(drawn: "nx.Graph[int]") -> None:
    assert sum(degree * degree for _, degree in drawn.degree()) > BLOCK
    found, expected = similarity(drawn, 200), by_whole_matrix(drawn, 200)
    assert [row[:2] for row in found] == [row[:2] for row in expected]
    assert [row[2] for row in found] == pytest.approx([row[2] for row in expected], abs=1e-8)


def test_a_common_contact_who_knows_everybody_says_little() -> None:
    drawn: nx.Graph[str] = nx.Graph([("hub", f"other {i}") for i in range(9)])
    drawn.add_edges_from([("hub", "a"), ("hub", "b"), ("rare", "a"), ("rare", "c")])
    (*best, most), *_ = similarity(drawn, 1)
    assert best == ["a", "c"]
    assert most == pytest.approx(1 / np.log(2))
    assert {(a, b): score for a, b, score in similarity(drawn)}["a", "b"] == pytest.approx(1 / np.log(11))


@given(graphs(most=12), st.integers(1, 20))
@settings(deadline=None, max_examples=40)
def test_names_order_directions_and_isolates_change_no_score(drawn: "nx.Graph[int]", k: int) -> None:
    found = similarity(drawn, k)
    other, names = renamed(drawn)
    every = {frozenset(row[:2]): row[2] for row in similarity(other, 1000)}
    assert [every[frozenset((names[a], names[b]))] for a, b, _ in found] == [row[2] for row in found]
    assert sorted(every.values(), reverse=True)[:k] == [row[2] for row in found]
    backwards: nx.Graph[int] = nx.DiGraph() if drawn.is_directed() else nx.Graph()
    backwards.add_nodes_from([*reversed(list(drawn)), 99])
    backwards.add_edges_from([(b, a) for a, b in drawn.edges])
    assert similarity(backwards, k) == found


@pytest.mark.parametrize("drawn", [nx.Graph(), nx.empty_graph(1), nx.empty_graph(5), nx.complete_graph(5)])
def test_nothing_in_common_or_nothing_left(drawn: "nx.Graph[int]") -> None:
    assert similarity(drawn) == []


def test_loops_and_parallel_ties_count_for_nothing() -> None:
    plain: nx.Graph[int] = nx.Graph([(0, 1), (1, 2), (2, 3), (3, 0)])
    odd: nx.MultiGraph[int] = nx.MultiGraph([*plain.edges, (0, 1), (1, 0), (3, 3)])
    assert similarity(odd) == similarity(plain)


def test_no_pair_cannot_be_the_best() -> None:
    with pytest.raises(UnmeasurableError, match="0 pairs"):
        similarity(nx.path_graph(3), k=0)
