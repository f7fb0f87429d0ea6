import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.arrays import structural_holes
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


@pytest.mark.parametrize("n", [0, 1])
def test_no_ties(n: int) -> None:
    assert np.isnan(structural_holes(sparse(n, [])).constraint).tolist() == [True] * n
