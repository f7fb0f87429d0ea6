import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.arrays import dual_alters, greedy_cover, mean_rank, places, reach, within_two_steps
from graph.measures.arrays.matrices import Matrix, matrix

Pairs = list[tuple[int, int]]


def sparse(rows: int, columns: int, pairs: Pairs) -> Matrix:
    listed = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return matrix(listed[:, 0], listed[:, 1], (rows, columns))


@st.composite
def networks(draw: st.DrawFn) -> tuple[int, Pairs]:
    n = draw(st.integers(1, 10))
    node = st.integers(0, n - 1)
    return n, draw(st.lists(st.tuples(node, node), max_size=25))


@given(networks(), st.data())
@settings(deadline=None)
def test_reach_equals_breadth_first_search(case: tuple[int, Pairs], data: st.DataObject) -> None:
    n, pairs = case
    drawn = nx.Graph(pairs)
    drawn.add_nodes_from(range(n))
    targets = data.draw(st.lists(st.integers(0, n - 1), unique=True))
    expected = [
        len({v for v, d in nx.single_source_shortest_path_length(drawn, i, cutoff=2).items() if d} & set(targets))
        for i in range(n)
    ]
    counted = reach(sparse(n, n, pairs), np.array(targets, dtype=np.int64), np.arange(n))
    assert counted.tolist() == expected


def test_blocks_do_not_change_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = nx.gnm_random_graph(60, 150, seed=5)
    ties, all_nodes = sparse(60, 60, list(drawn.edges)), np.arange(60)
    whole = reach(ties, all_nodes, all_nodes).tolist()
    monkeypatch.setattr("graph.measures.arrays.unions.BLOCK", 30)
    assert reach(ties, all_nodes, all_nodes).tolist() == whole


@pytest.mark.parametrize("hubs", [0, 1, 5, 63])
def test_hubs_are_counted_as_if_walked(monkeypatch: pytest.MonkeyPatch, hubs: int) -> None:
    monkeypatch.setattr("graph.measures.arrays.unions.HUBS", hubs)
    drawn = nx.barabasi_albert_graph(150, 2, seed=7)
    targets = np.arange(0, 150, 3)
    near = {v: nx.single_source_shortest_path_length(drawn, v, cutoff=2) for v in drawn}
    expected = [sum(1 for t in targets if t != v and t in near[v]) for v in range(150)]
    assert reach(sparse(150, 150, list(drawn.edges)), targets, np.arange(150)).tolist() == expected


def test_greedy_takes_what_adds_most() -> None:
    covers = sparse(4, 6, [(0, 0), (0, 1), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (2, 0), (3, 5)])
    picks = [(p.row, p.added, p.reached) for p in greedy_cover(covers, 5)]
    # row 1 adds 3 (2, 3, 4); then row 0 adds 2 (0, 1); then row 3 adds 1 (5); row 2 adds nothing more
    assert picks == [(1, 3, 3), (0, 2, 5), (3, 1, 6)]
    assert greedy_cover(sparse(0, 0, []), 5) == ()


def test_krackhardt_kite_pair_reaches_all_ten() -> None:
    kite = nx.krackhardt_kite_graph()
    closed = sparse(10, 10, [*kite.edges, *((b, a) for a, b in kite.edges), *((v, v) for v in range(10))])
    # Borgatti (2006): the pair (3, 8) reaches all ten in one step.
    pair = closed[[3], :] + closed[[8], :]
    assert pair.nnz == 10
    assert greedy_cover(closed, 5)[-1].reached == 10


def test_rows_by_targets() -> None:
    # street 4 – org 3 – unit 2 – body 1; 0 alone
    near = within_two_steps(sparse(5, 5, [(3, 4), (2, 3), (1, 2)]), np.array([4]), np.arange(5))
    assert near.toarray().ravel().tolist() == [0, 0, 1, 1, 1]


def test_lift_is_what_the_organisation_opens() -> None:
    # persons 0, 1 in I = 4; persons 2, 3 in J = 5; I tied to J; 0 knows 2 already
    belongs = sparse(6, 6, [(0, 4), (1, 4), (2, 5), (3, 5)])
    between, direct = sparse(6, 6, [(4, 5)]), sparse(6, 6, [(0, 2)])
    assert dual_alters(direct, belongs, between, np.arange(6)).tolist() == [1, 2, 1, 2, 0, 0]


@given(networks(), networks(), networks())
@settings(deadline=None)
def test_lift_equals_its_definition(
    direct: tuple[int, Pairs], belongs: tuple[int, Pairs], between: tuple[int, Pairs]
) -> None:
    n = 10
    member = {(i, org) for i, org in belongs[1] if i != org}
    joined = {frozenset(pair) for pair in between[1] if pair[0] != pair[1]}
    own = {frozenset(pair) for pair in direct[1]}
    expected = [
        len(
            {k for i_, one in member if i_ == i for k, two in member if frozenset((one, two)) in joined and one != two}
            - {i}
            - {k for k in range(n) if frozenset((i, k)) in own}
        )
        for i in range(n)
    ]
    counted = dual_alters(sparse(n, n, direct[1]), sparse(n, n, sorted(member)), sparse(n, n, between[1]), np.arange(n))
    assert counted.tolist() == expected


def test_ranks_share_places() -> None:
    assert places([5, 3, 3, 1]).tolist() == [1, 2, 2, 4]
    assert places([0.1 + 0.2, 0.3]).tolist() == [1, 1]
    assert places([]).tolist() == []
    assert mean_rank([[np.nan, 1.0], [2, 1]]).tolist() == [1.5, 1.5]
