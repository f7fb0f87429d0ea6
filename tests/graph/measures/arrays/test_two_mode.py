from typing import get_args

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.arrays.distances import distance_sums
from graph.measures.arrays.interlocks import interlocks
from graph.measures.arrays.matrices import Matrix, matrix
from graph.measures.arrays.two_mode import Weighting, projection
from graph.measures.arrays.two_mode_paths import paths_through
from graph.measures.arrays.two_mode_positions import (
    two_mode_betweenness,
    two_mode_closeness,
    two_mode_degree,
    two_mode_harmonic,
)

Ties = list[tuple[int, int]]
PLACES = [two_mode_degree, two_mode_closeness, two_mode_harmonic, two_mode_betweenness]


def sparse(rows: int, columns: int, pairs: Ties) -> Matrix:
    listed = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return matrix(listed[:, 0], listed[:, 1], (rows, columns))


@st.composite
def affiliations(draw: st.DrawFn) -> tuple[int, int, Ties]:
    members, groups = draw(st.integers(1, 8)), draw(st.integers(1, 7))
    tie = st.tuples(st.integers(0, members - 1), st.integers(0, groups - 1))
    return members, groups, draw(st.lists(tie, unique=True, max_size=30))


def shares(members: int, groups: int, ties: Ties, weight: Weighting, largest: int) -> dict[tuple[int, int], float]:
    """Give the weights by their definition, pair by pair."""
    held = {g: {i for i, of in ties if of == g} for g in range(groups)}
    held = {g: inside for g, inside in held.items() if len(inside) <= largest}
    of = {i: {g for g, inside in held.items() if i in inside} for i in range(members)}
    found: dict[tuple[int, int], float] = {}
    for a in range(members):
        for b in range(a + 1, members):
            if both := of[a] & of[b]:
                by_weight: dict[Weighting, float] = {
                    "count": len(both),
                    "jaccard": len(both) / len(of[a] | of[b]),
                    "newman": sum(1 / (len(held[g]) - 1) for g in both),
                }
                found[a, b] = by_weight[weight]
    return found


@given(affiliations(), st.sampled_from(["count", "jaccard", "newman"]), st.integers(0, 8))
@settings(deadline=None)
def test_projection_equals_its_definition(case: tuple[int, int, Ties], weight: Weighting, largest: int) -> None:
    found = projection(sparse(*case), weight, largest)
    pairs = dict(zip(zip(found.a.tolist(), found.b.tolist(), strict=True), found.weight.tolist(), strict=True))
    assert pairs == pytest.approx(shares(*case, weight, largest))
    assert list(pairs) == sorted(pairs)
    sizes = np.bincount([g for _, g in case[2]], minlength=case[1])
    assert found.left_out.tolist() == np.flatnonzero(sizes > largest).tolist()


@pytest.mark.parametrize("weight", ["count", "jaccard", "newman"])
@pytest.mark.parametrize("block", [1, 7, 100])
def test_blocks_do_not_change_a_projection(monkeypatch: pytest.MonkeyPatch, weight: Weighting, block: int) -> None:
    ties = list(nx.bipartite.random_graph(40, 25, 0.2, seed=3).edges)
    belongs = sparse(40, 25, [(a, b - 40) for a, b in ties])
    whole = projection(belongs, weight)
    monkeypatch.setattr("graph.measures.arrays.two_mode.BLOCK", block)
    parts = projection(belongs, weight)
    assert (parts.a.tolist(), parts.b.tolist()) == (whole.a.tolist(), whole.b.tolist())
    assert parts.weight.tolist() == pytest.approx(whole.weight.tolist())


def test_a_membership_counts_once_whatever_its_weight() -> None:
    belongs = sparse(2, 2, [(0, 0), (1, 0), (0, 1), (1, 1), (1, 1)]) * 0.25
    assert projection(belongs).upper.toarray().tolist() == [[0, 2], [0, 0]]
    assert projection(belongs).ties.toarray().tolist() == [[0, 2], [2, 0]]
    assert two_mode_degree(belongs).members.tolist() == [1, 1]


@given(affiliations(), st.data())
@settings(deadline=None)
def test_a_member_without_groups_changes_no_projection(case: tuple[int, int, Ties], data: st.DataObject) -> None:
    members, groups, ties = case
    weight = data.draw(st.sampled_from(get_args(Weighting)))
    alone, one_more = projection(sparse(*case), weight), projection(sparse(members + 1, groups + 1, ties), weight)
    assert one_more.upper.toarray()[:members, :members].tolist() == alone.upper.toarray().tolist()
    assert one_more.upper.nnz == alone.upper.nnz


@given(affiliations(), st.integers(0, 8))
@settings(deadline=None)
def test_interlocks_equal_their_definition(case: tuple[int, int, Ties], largest: int) -> None:
    members, groups, ties = case
    found = interlocks(sparse(*case), largest)
    held = [{i for i, of in ties if of == g} for g in range(groups)]
    held = [inside if len(inside) <= largest else set() for inside in held]
    expected = {(a, b): held[a] & held[b] for a in range(groups) for b in range(a + 1, groups) if held[a] & held[b]}
    listed = list(zip(found.a.tolist(), found.b.tolist(), strict=True))
    assert listed == sorted(expected)
    for k, (a, b) in enumerate(listed):
        assert found.linked_by(k).tolist() == sorted(expected[a, b])
        assert found.shared[k] == len(expected[a, b])
        assert found.jaccard[k] == pytest.approx(len(held[a] & held[b]) / len(held[a] | held[b]))
        assert found.overlap[k] == pytest.approx(len(held[a] & held[b]) / min(len(held[a]), len(held[b])))
    for i in range(members):
        assert found.pairs_linked[i] == sum(i in by for by in expected.values())
        assert found.pairs_alone[i] == sum(by == {i} for by in expected.values())


@given(st.integers(1, 30), st.integers(0, 60), st.integers(0, 100))
@settings(deadline=None)
def test_distance_sums_equal_breadth_first_search(n: int, ties: int, seed: int) -> None:
    drawn = nx.gnm_random_graph(n, ties, seed=seed)
    found = distance_sums(sparse(n, n, list(drawn.edges)))
    for v in drawn:
        far = [d for d in nx.single_source_shortest_path_length(drawn, v).values() if d]
        assert (found.reached[v], found.total[v]) == (len(far), sum(far))
        assert found.inverse[v] == pytest.approx(sum(1 / d for d in far))


def test_distances_are_added_up_over_many_words_and_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = nx.watts_strogatz_graph(300, 4, 0.1, seed=2)
    ties = sparse(300, 300, list(drawn.edges))
    far = [sum(nx.single_source_shortest_path_length(drawn, v).values()) for v in drawn]
    assert distance_sums(ties).total.tolist() == far
    monkeypatch.setattr("graph.measures.arrays.distances.BLOCK", 3000)
    assert distance_sums(ties).total.tolist() == far


def brandes(members: int, groups: int, ties: Ties) -> list[float]:
    drawn = nx.empty_graph(members + groups)
    drawn.add_edges_from((i, members + g) for i, g in ties)
    return list(nx.betweenness_centrality(drawn, normalized=False).values())


@given(affiliations(), st.data())
@settings(deadline=None)
def test_paths_through_twins_and_others_equal_brandes(case: tuple[int, int, Ties], data: st.DataObject) -> None:
    members, groups, ties = case
    copied = data.draw(st.lists(st.integers(0, members - 1), max_size=6))
    twins = [(members + k, g) for k, source in enumerate(copied) for i, g in ties if i == source]
    more = (members + len(copied), groups, ties + twins)
    found = np.concatenate(paths_through(sparse(*more) * 0.5))
    assert found.tolist() == pytest.approx(brandes(*more), abs=1e-9)


@pytest.mark.parametrize(("block", "longest"), [(1, 40), (500, 40), (200_000, 40), (200_000, 3), (1, 2)])
def test_paths_are_the_same_in_any_block_and_from_node_to_node(
    monkeypatch: pytest.MonkeyPatch, block: int, longest: int
) -> None:
    monkeypatch.setattr("graph.measures.arrays.two_mode_paths.BLOCK", block)
    monkeypatch.setattr("graph.measures.arrays.two_mode_paths.LONGEST", longest)
    ties = [(a, b - 40) for a, b in nx.bipartite.random_graph(40, 25, 0.06, seed=8).edges]
    found = np.concatenate(paths_through(sparse(40, 25, ties)))
    assert found.tolist() == pytest.approx(brandes(40, 25, ties))


def test_a_long_chain_is_walked_as_well() -> None:
    chain = [(i, g) for i in range(50) for g in (i - 1, i) if 0 <= g < 50]
    assert np.concatenate(paths_through(sparse(50, 50, chain))).tolist() == pytest.approx(brandes(50, 50, chain))


@pytest.mark.parametrize("measure", PLACES)
@pytest.mark.parametrize("shape", [(0, 0), (3, 0), (0, 2), (2, 2), (1, 1)])
def test_without_ties_all_places_are_zero(measure: type, shape: tuple[int, int]) -> None:
    found = measure(sparse(*shape, []))
    assert found.members.tolist() == [0] * shape[0]
    assert found.groups.tolist() == [0] * shape[1]


@pytest.mark.parametrize(("own", "other"), [(1, 1), (1, 3), (2, 2), (3, 1), (2, 3), (3, 2), (3, 3), (4, 2), (2, 4)])
def test_the_most_central_of_all_graphs_has_betweenness_one(own: int, other: int) -> None:
    places = [(i, g) for i in range(own) for g in range(other)]
    highest = 0.0
    for chosen in range(2 ** len(places)):
        ties = [place for k, place in enumerate(places) if chosen >> k & 1]
        highest = max(highest, two_mode_betweenness(sparse(own, other, ties)).members.max())
    assert highest == pytest.approx(1.0 if other > 1 else 0.0)
