import csv
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.arrays.two_mode import Weighting
from graph.measures.two_mode import interlocks, projection
from graph.measures.two_mode_positions import (
    two_mode_betweenness,
    two_mode_closeness,
    two_mode_degree,
    two_mode_harmonic,
)
from schema.errors import UnmeasurableError

NETWORKS = Path(__file__).parents[4] / "shared" / "data" / "networks"
CHANCES = [0.0, 0.1, 0.3, 0.6, 1.0]
PLACES = [two_mode_degree, two_mode_closeness, two_mode_harmonic, two_mode_betweenness]

DAVIS: dict[str, tuple[float, float, float]] = {
    "Evelyn Jefferson": (0.57, 0.80, 0.10),
    "Laura Mandeville": (0.50, 0.73, 0.05),
    "Theresa Anderson": (0.57, 0.80, 0.09),
    "Brenda Rogers": (0.50, 0.73, 0.05),
    "Charlotte McDowd": (0.29, 0.60, 0.01),
    "Frances Anderson": (0.29, 0.67, 0.01),
    "Eleanor Nye": (0.29, 0.67, 0.01),
    "Pearl Oglethorpe": (0.21, 0.67, 0.01),
    "Ruth DeSand": (0.29, 0.71, 0.02),
    "Verne Sanderson": (0.29, 0.71, 0.02),
    "Myra Liddel": (0.29, 0.69, 0.02),
    "Katherina Rogers": (0.43, 0.73, 0.05),
    "Sylvia Avondale": (0.50, 0.77, 0.07),
    "Nora Fayette": (0.57, 0.80, 0.11),
    "Helen Lloyd": (0.36, 0.73, 0.04),
    "Dorothy Murchison": (0.14, 0.65, 0.00),
    "Olivia Carleton": (0.14, 0.59, 0.01),
    "Flora Price": (0.14, 0.59, 0.01),
    "E1": (0.17, 0.52, 0.00),
    "E2": (0.17, 0.52, 0.00),
    "E3": (0.33, 0.56, 0.02),
    "E4": (0.22, 0.54, 0.01),
    "E5": (0.44, 0.59, 0.04),
    "E6": (0.44, 0.69, 0.07),
    "E7": (0.56, 0.73, 0.13),
    "E8": (0.78, 0.85, 0.24),
    "E9": (0.67, 0.79, 0.23),
    "E10": (0.28, 0.55, 0.01),
    "E11": (0.22, 0.54, 0.02),
    "E12": (0.33, 0.56, 0.02),
    "E13": (0.17, 0.52, 0.00),
    "E14": (0.17, 0.52, 0.00),
}
"""Degree, closeness and betweenness of the southern women and their events: Borgatti and Halgin (2011)."""


def committees() -> "nx.Graph[str]":
    return nx.Graph(
        [(who, body) for body, all_in in {"JHA": "ab", "Soz": "abc", "Lenk": "acd"}.items() for who in all_in]
    )


def modes(members: int, groups: int, p: float, seed: int) -> "nx.Graph[int]":
    drawn: nx.Graph[int] = nx.bipartite.random_graph(members, groups, p, seed=seed)
    return drawn


def weights(H: "nx.Graph[Any]") -> dict[frozenset[Any], float]:
    return {frozenset((a, b)): data["weight"] for a, b, data in H.edges(data=True)}


@pytest.mark.parametrize(
    ("weight", "expected"),
    # worked by hand: JHA {a, b}, Soz {a, b, c}, Lenk {a, c, d}; a sits in 3, b and c in 2
    [("count", (2, 1, 2)), ("jaccard", (2 / 3, 1 / 4, 2 / 4)), ("newman", (1.5, 0.5, 1.5))],
)
def test_committees_that_share_members(weight: Weighting, expected: tuple[float, float, float]) -> None:
    found = weights(projection(committees(), ["JHA", "Soz", "Lenk"], weight))
    pairs = [frozenset(pair) for pair in (("JHA", "Soz"), ("JHA", "Lenk"), ("Soz", "Lenk"))]
    assert found == pytest.approx(dict(zip(pairs, expected, strict=True)))


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from(CHANCES), st.integers(0, 99))
@settings(deadline=None)
def test_projection_equals_networkx(members: int, groups: int, p: float, seed: int) -> None:
    B, nodes = modes(members, groups, p, seed), range(members)
    pairs = nx.bipartite
    assert weights(projection(B, nodes)) == weights(pairs.weighted_projected_graph(B, nodes))
    jaccard, newman = projection(B, nodes, "jaccard"), projection(B, nodes, weight="newman")
    assert weights(jaccard) == pytest.approx(weights(pairs.overlap_weighted_projected_graph(B, nodes, jaccard=True)))
    assert weights(newman) == pytest.approx(weights(pairs.collaboration_weighted_projected_graph(B, nodes)))
    assert list(newman) == list(nodes)


@pytest.mark.parametrize("weight", ["count", "jaccard", "newman"])
def test_large_groups_are_left_out_as_if_they_were_not_there(weight: Weighting) -> None:
    B = modes(30, 12, 0.3, seed=4)
    large = {g: B.degree(g) for g in range(30, 42) if B.degree(g) > 9}
    assert 0 < len(large) < 12
    rest = B.copy()
    rest.remove_nodes_from(large)
    found = projection(B, range(30), weight, largest=9)
    assert found.graph["left_out"] == large
    assert weights(found) == pytest.approx(weights(projection(rest, range(30), weight)))


def test_projection_keeps_names_and_attributes_and_does_not_mind_direction_or_repetition() -> None:
    B: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "Rat"), ("Rat", "b"), ("a", "Rat"), ("a", "a")])
    B.nodes["a"]["level"] = "politics"
    H = projection(B, iter(["b", "a"]))
    assert list(H.nodes.items()) == [("b", {}), ("a", {"level": "politics"})]
    assert list(H.edges(data=True)) == [("b", "a", {"weight": 1})]


def test_what_cannot_be_projected_says_why() -> None:
    with pytest.raises(UnmeasurableError, match="'x' is not in the graph"):
        projection(committees(), ["x"])
    with pytest.raises(UnmeasurableError, match="'Soz' and 'a' are tied but stand in the same mode"):
        projection(committees(), ["Soz", "a"])
    with pytest.raises(UnmeasurableError, match="no weighting 'sum'"):
        projection(committees(), "abcd", weight="sum")  # type: ignore[arg-type]


def test_nothing_and_isolates_are_projected_to_themselves() -> None:
    empty: nx.Graph[int] = nx.Graph()
    assert projection(empty, []).number_of_nodes() == 0
    assert list(projection(nx.empty_graph(3), [0, 1]).nodes) == [0, 1]
    assert interlocks(nx.empty_graph(3), [0, 1]).pairs == ()
    assert [measure(empty, []) for measure in PLACES] == [{}] * 4


def test_chemical_policy_committees_join_288_of_435_pairs() -> None:
    """Leifeld and Schneider (2012): German toxic-chemicals policy, 30 organisations in 20 committees."""
    file = NETWORKS / "chemnet" / "chemnet__committee.csv"
    if not file.is_file():
        pytest.skip("the policy network chemnet is not here")
    rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
    B = nx.Graph(
        [
            (row[0], ("", body))
            for row in rows[1:]
            for body, in_it in zip(rows[0][1:], row[1:], strict=True)
            if in_it == "1"
        ]
    )
    B.add_nodes_from(row[0] for row in rows[1:])
    shared = weights(projection(B, [row[0] for row in rows[1:]]))
    assert (len(rows) - 1, len(shared), max(shared.values())) == (30, 288, 13)


def test_who_links_which_committees() -> None:
    found = interlocks(committees(), ["JHA", "Soz", "Lenk"])
    listed = [(pair.a, pair.b, pair.shared, pair.by) for pair in found.pairs]
    assert listed == [("JHA", "Soz", 2, ("a", "b")), ("Soz", "Lenk", 2, ("a", "c")), ("JHA", "Lenk", 1, ("a",))]
    assert [(pair.jaccard, pair.overlap) for pair in found.pairs] == [(2 / 3, 1), (1 / 2, 2 / 3), (1 / 4, 1 / 2)]
    assert found.alone == {"a": 1, "b": 0, "c": 0, "d": 0}
    assert found.left_out == {}


def test_a_plenary_is_left_out_of_the_interlocks() -> None:
    found = interlocks(committees(), ["JHA", "Soz", "Lenk"], largest=2)
    assert found.pairs == ()
    assert found.left_out == {"Soz": 3, "Lenk": 3}
    assert found.alone == dict.fromkeys("abcd", 0)


def test_southern_women_as_published() -> None:
    B = nx.davis_southern_women_graph()
    women = B.graph["top"]
    for k, measure in enumerate([two_mode_degree, two_mode_closeness, two_mode_betweenness]):
        found = measure(B, women)
        assert found == pytest.approx({node: published[k] for node, published in DAVIS.items()}, abs=0.0101)
        assert list(found) == list(B)


@given(st.integers(1, 8), st.integers(2, 8), st.sampled_from(CHANCES[2:]), st.integers(0, 99))
@settings(deadline=None)
def test_positions_equal_networkx_where_everybody_is_reached(members: int, groups: int, p: float, seed: int) -> None:
    B = modes(members, groups, p, seed)
    B = B.subgraph(max(nx.connected_components(B), key=len)).copy()
    nodes = [v for v in B if v < members]
    if len(nodes) > 1 and len(B) - len(nodes) > 1:
        assert two_mode_closeness(B, nodes) == pytest.approx(nx.bipartite.closeness_centrality(B, nodes))
        assert two_mode_betweenness(B, nodes) == pytest.approx(nx.bipartite.betweenness_centrality(B, nodes))
        assert two_mode_degree(B, nodes) == pytest.approx(nx.bipartite.degree_centrality(B, nodes))


@given(st.integers(1, 8), st.integers(1, 8), st.sampled_from(CHANCES), st.integers(0, 99))
@settings(deadline=None)
def test_betweenness_equals_networkx_in_parts_as_well(members: int, groups: int, p: float, seed: int) -> None:
    B, nodes = modes(members, groups, p, seed), list(range(members))
    if members > 1 and groups > 1:  # NetworkX divides by zero for a mode of one
        assert two_mode_betweenness(B, nodes) == pytest.approx(nx.bipartite.betweenness_centrality(B, nodes))
    for measure in PLACES:
        found = measure(B, nodes)
        assert all(0 <= value <= 1 + 1e-12 for value in found.values())
        assert measure(B, range(members, members + groups)) == pytest.approx(found)


def test_closeness_of_a_pair_of_its_own_stays_small() -> None:
    """NetworkX sets the pair against the whole network and gives it more than a node that reaches all others."""
    B = nx.disjoint_union(nx.complete_bipartite_graph(9, 9), nx.path_graph(2))
    nodes = [*range(9), 18]
    assert nx.bipartite.closeness_centrality(B, nodes)[18] > 1
    found = two_mode_closeness(B, nodes)
    assert found[18] == pytest.approx(1 / 19)
    assert found[0] == pytest.approx(17 / 19)


@pytest.mark.parametrize("n", [1, 2, 5])
def test_harmonic_is_one_for_who_is_tied_to_the_whole_other_mode(n: int) -> None:
    found = two_mode_harmonic(nx.complete_bipartite_graph(n, 3), range(n))
    assert found == pytest.approx(dict.fromkeys(range(n + 3), 1.0))
