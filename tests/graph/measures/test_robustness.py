from collections.abc import Mapping
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from graph.measures.robustness import RankInterval, robustness
from schema.errors import UnmeasurableError

KITE = nx.krackhardt_kite_graph()


def degree(G: "nx.Graph[int]", weight: str | None = None) -> dict[int, float]:
    return dict(G.degree(weight=weight))


def rank(values: Mapping[int, float], node: int) -> int:
    return 1 + sum(value > values[node] for value in values.values())


def test_equals_all_ways_to_lose_two_of_six_ties() -> None:
    drawn = nx.Graph([(0, 1), (0, 2), (0, 3), (1, 2), (3, 4), (4, 5)])
    seen: dict[int, set[int]] = {node: set() for node in drawn}
    for lost in combinations(list(drawn.edges), 2):
        rest = drawn.copy()
        rest.remove_edges_from(lost)
        for node in drawn:
            seen[node].add(rank(degree(rest), node))
    (found,) = robustness(degree, drawn, share=1 / 3, runs=400, seed=1)
    assert (found.ties, found.deleted, found.runs) == (6, 2, 400)
    expected = {node: RankInterval(rank(degree(drawn), node), min(s), max(s)) for node, s in seen.items()}
    assert found.ranks == expected


def test_a_record_for_each_share_and_the_same_for_the_same_seed() -> None:
    found = robustness(nx.betweenness_centrality, KITE, seed=3)
    assert [(record.share, record.deleted) for record in found] == [(0.1, 2), (0.2, 4)]
    assert found == robustness(nx.betweenness_centrality, KITE, seed=3)
    assert found != robustness(nx.betweenness_centrality, KITE, seed=4)


def test_nothing_lost_and_everything_lost() -> None:
    nothing, everything = robustness(degree, KITE, share=(0, 1), runs=3, seed=1)
    expected = {node: rank(degree(KITE), node) for node in KITE}
    assert {node: (r.rank, r.best, r.worst) for node, r in nothing.ranks.items()} == {
        node: (place, place, place) for node, place in expected.items()
    }
    assert {(r.best, r.worst) for r in everything.ranks.values()} == {(1, 1)}


def test_parallel_ties_are_lost_one_by_one_and_loops_never() -> None:
    drawn: nx.MultiGraph[int] = nx.MultiGraph([(0, 1)] * 9 + [(1, 2), (2, 2)])
    (found,) = robustness(degree, drawn, share=0.1, runs=50, seed=1)
    assert (found.ties, found.deleted) == (10, 1)
    # without the tie 1–2 nodes 0 and 1 are equal; the loop keeps node 2 from losing all of its degree
    assert found.ranks == {0: RankInterval(2, 1, 2), 1: RankInterval(1, 1, 1), 2: RankInterval(3, 3, 3)}
    assert drawn.number_of_edges() == 11


def test_nan_and_missing_values_rank_last() -> None:
    def half(G: "nx.Graph[int]") -> dict[int, float]:
        return {0: -5.0, 1: float("nan"), 2: float("-inf")} if G.number_of_edges() else {}

    (found,) = robustness(half, nx.path_graph(4), share=0, runs=1)
    assert {node: r.rank for node, r in found.ranks.items()} == {0: 1, 1: 2, 2: 2, 3: 2}


def test_options_go_to_the_measure() -> None:
    drawn: nx.Graph[int] = nx.Graph()
    drawn.add_weighted_edges_from([(0, 1, 9.0), (2, 3, 1.0), (2, 4, 1.0)])
    plain, weighted = (robustness(degree, drawn, 0, 1, weight=name)[0].ranks for name in (None, "weight"))
    assert (plain[2].rank, weighted[2].rank) == (1, 3)


def test_values_equal_but_for_rounding_have_equal_ranks() -> None:
    (found,) = robustness(lambda _: {0: 0.1 + 0.2, 1: 0.3}, nx.path_graph(2), share=0, runs=1)
    assert {r.rank for r in found.ranks.values()} == {1}


@pytest.mark.parametrize("n", [0, 1, 3])
def test_without_ties(n: int) -> None:
    (found,) = robustness(degree, nx.empty_graph(n), share=0.2, runs=2, seed=1)
    assert (found.deleted, found.ranks) == (0, dict.fromkeys(range(n), RankInterval(1, 1, 1)))


@pytest.mark.parametrize("share", [-0.1, 1.1, np.nan])
def test_shares_outside_are_refused(share: float) -> None:
    with pytest.raises(UnmeasurableError, match="from 0 to 1"):
        robustness(degree, KITE, share)


def test_no_run_is_refused() -> None:
    with pytest.raises(UnmeasurableError, match="one at least"):
        robustness(degree, KITE, runs=0)
