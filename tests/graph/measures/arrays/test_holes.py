from random import Random

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.arrays import Holes, structural_holes
from graph.measures.arrays.matrices import Matrix, matrix

# Borgatti (1997), ties A–B A–F A–G A–E E–G F–G B–G B–D D–G G–C, A = 0.
BORGATTI = [(0, 1), (0, 5), (0, 6), (0, 4), (4, 6), (5, 6), (1, 6), (1, 3), (3, 6), (6, 2)]


def sparse(n: int, ties: list[tuple[int, int]], weights: list[float] | None = None) -> Matrix:
    pairs = np.array(ties, dtype=np.int64).reshape(-1, 2)
    return matrix(pairs[:, 0], pairs[:, 1], (n, n), None if weights is None else np.array(weights))


def test_equals_the_published_example() -> None:
    holes = structural_holes(sparse(7, BORGATTI))
    expected = [0.5955, 0.6427, 1, 0.7847, 0.7309, 0.7309, 0.4003]
    assert np.round(holes.constraint, 4).tolist() == expected
    assert np.round(holes.effective_size, 4).tolist() == [2.5, 1.6667, 1, 1, 1, 1, 4.6667]
    assert np.round(holes.efficiency[6], 4) == round(4.6667 / 6, 4)
    assert np.round(holes.hierarchy[[0, 1, 3, 4, 6]], 4).tolist() == [0.1678, 0.0737, 0.0127, 0.0034, 0.0947]
    assert np.isnan(holes.hierarchy[2])  # C has one contact only


Weights = dict[tuple[int, int], float]


def by_hand(n: int, a: Weights) -> dict[str, list[float]]:
    """The definitions, word for word, over all nodes."""
    w = {(i, j): a.get((i, j), 0) + a.get((j, i), 0) for i in range(n) for j in range(n) if i != j}
    found: dict[str, list[float]] = {"constraint": [], "effective_size": [], "hierarchy": []}
    for i in range(n):
        around = [j for j in range(n) if w.get((i, j))]
        p = {(j, k): w[j, k] / sum(w[j, q] for q in range(n) if q != j) for j, k in w if w[j, k]}
        others = {j: [q for q in around if (q, j) in p] for j in around}
        c = [(p[i, j] + sum(p[i, q] * p[q, j] for q in others[j])) ** 2 for j in around]
        m = {j: max(w[j, q] for q in range(n) if q != j) for j in around}
        found["constraint"].append(sum(c) if c else np.nan)
        free = [1 - sum(p[i, q] * w[j, q] / m[j] for q in others[j]) for j in around]
        found["effective_size"].append(sum(free) if free else np.nan)
        r = [one / (sum(c) / len(c)) for one in c]
        uneven = sum(one * np.log(one) for one in r) / (len(r) * np.log(len(r))) if len(r) > 1 else np.nan
        found["hierarchy"].append(uneven)
    return found


@st.composite
def weighted(draw: st.DrawFn) -> tuple[int, Weights]:
    n = draw(st.integers(1, 9))
    node = st.integers(0, n - 1)
    return n, draw(st.dictionaries(st.tuples(node, node), st.floats(0.01, 100), max_size=40))


def measured(n: int, ties: Weights) -> Holes:
    return structural_holes(sparse(n, list(ties), list(ties.values())))


@given(weighted())
@settings(deadline=None)
def test_equals_the_definition_with_directions_and_weights(case: tuple[int, Weights]) -> None:
    holes = measured(*case)
    expected = by_hand(*case)
    for measure, values in expected.items():
        np.testing.assert_allclose(getattr(holes, measure), values, rtol=1e-7, atol=1e-9)


@given(weighted(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_names_order_directions_and_isolates_do_not_matter(case: tuple[int, Weights], random: Random) -> None:
    n, ties = case
    new = random.sample(range(n + 1), n + 1)
    turned = {(new[b], new[a]): value for (a, b), value in random.sample(list(ties.items()), len(ties))}
    here, there = measured(n, ties), measured(n + 1, turned)
    for measure in ("constraint", "effective_size", "efficiency", "hierarchy"):
        moved = getattr(there, measure)
        np.testing.assert_allclose(moved[new[:n]], getattr(here, measure), rtol=1e-9, atol=1e-9)
        assert np.isnan(moved[new[n]])


def test_blocks_change_nothing_but_the_order_of_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    ties = sparse(150, list(nx.barabasi_albert_graph(150, 5, seed=2).edges))
    whole = structural_holes(ties)
    monkeypatch.setattr("graph.measures.arrays.triangles.BLOCK", 7)
    monkeypatch.setattr("graph.measures.arrays.triangles.SLOTS_PER_EDGE", 1)
    pieces = structural_holes(ties)
    np.testing.assert_allclose(pieces.constraint, whole.constraint, rtol=1e-12)
    np.testing.assert_allclose(pieces.effective_size, whole.effective_size, rtol=1e-12)


def test_alike_contacts_make_no_hierarchy_and_one_that_binds_alone_much() -> None:
    ring = structural_holes(sparse(6, [(i, (i + 1) % 6) for i in range(6)]))
    assert ring.hierarchy.tolist() == [0] * 6
    star = structural_holes(sparse(4, [(0, 1), (0, 2), (0, 3)], [1000, 1, 1]))
    assert star.hierarchy[0] > 0.99


@given(st.integers(2, 12), st.data())
@settings(deadline=None)
def test_equals_networkx_with_weights(n: int, data: st.DataObject) -> None:
    node = st.integers(0, n - 1)
    pairs = data.draw(st.lists(st.tuples(node, node).filter(lambda p: p[0] < p[1]), min_size=1, unique=True))
    weights = data.draw(st.lists(st.integers(1, 9), min_size=len(pairs), max_size=len(pairs)))
    drawn: nx.Graph[int] = nx.Graph()
    drawn.add_nodes_from(range(n))
    drawn.add_weighted_edges_from([(a, b, w) for (a, b), w in zip(pairs, weights, strict=True)])
    holes = structural_holes(sparse(n, pairs, [float(w) for w in weights]))
    # the form with nodes= is the right one in NetworkX
    constraint = nx.constraint(drawn, nodes=list(drawn), weight="weight")
    effective = nx.effective_size(drawn, nodes=list(drawn), weight="weight")
    np.testing.assert_allclose(holes.constraint, [constraint[v] for v in range(n)], rtol=1e-9)
    np.testing.assert_allclose(holes.effective_size, [effective[v] for v in range(n)], rtol=1e-9, atol=1e-9)


def test_loops_and_parallel_ties_and_isolates() -> None:
    plain = structural_holes(sparse(3, [(0, 1)]))
    odd = structural_holes(sparse(3, [(0, 1), (1, 0), (0, 0), (1, 1)]))
    assert plain.constraint[:2].tolist() == odd.constraint[:2].tolist() == [1.0, 1.0]
    assert np.isnan(odd.constraint[2])
    assert np.isnan(odd.effective_size[2])
    assert np.isnan(odd.hierarchy).all()


@pytest.mark.parametrize("n", [0, 1])
def test_no_ties(n: int) -> None:
    assert np.isnan(structural_holes(sparse(n, [])).constraint).tolist() == [True] * n
