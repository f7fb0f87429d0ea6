from itertools import permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.arrays import Roles, gould_fernandez, spanned_pairs
from graph.measures.arrays.matrices import Matrix, matrix

ROLES = ("coordinator", "consultant", "representative", "gatekeeper", "liaison")
Arcs = list[tuple[int, int]]


def sparse(n: int, arcs: Arcs) -> Matrix:
    pairs = np.array(arcs, dtype=np.int64).reshape(-1, 2)
    return matrix(pairs[:, 0], pairs[:, 1], (n, n))


def table(roles: Roles) -> list[tuple[int, ...]]:
    return [tuple(int(v) for v in row) for row in zip(*(getattr(roles, name) for name in ROLES), strict=True)]


def by_hand(n: int, arcs: Arcs, classes: list[int]) -> list[tuple[int, ...]]:
    """The definition, word for word, over all triples."""
    joined = {(a, b) for a, b in arcs if a != b}
    found = np.zeros((n, 5), dtype=int)
    for a, v, b in permutations(range(n), 3):
        if min(classes[a], classes[v], classes[b]) < 0 or (a, b) in joined or not {(a, v), (v, b)} <= joined:
            continue
        groups = (classes[a] == classes[v], classes[v] == classes[b], classes[a] == classes[b])
        role = {(True, True, True): 0, (False, False, True): 1, (True, False, False): 2, (False, True, False): 3}
        found[v, role.get(groups, 4)] += 1
    return [tuple(int(v) for v in row) for row in found]


@st.composite
def networks(draw: st.DrawFn) -> tuple[int, Arcs, list[int]]:
    n = draw(st.integers(1, 8))
    node = st.integers(0, n - 1)
    arcs = draw(st.lists(st.tuples(node, node), max_size=40))
    return n, arcs, draw(st.lists(st.integers(-1, 3), min_size=n, max_size=n))


def test_equals_sna_on_the_published_case() -> None:
    arcs = [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (3, 0)]
    roles = gould_fernandez(sparse(4, arcs), np.array([1, 1, 2, 2]))
    # R sna::brokerage, raw.nli, columns w_I, w_O, b_IO, b_OI, b_O
    assert table(roles) == [(0, 1, 0, 1, 0), (0, 0, 1, 0, 0), (0, 0, 0, 1, 0), (0, 1, 1, 0, 0)]


@given(networks())
@settings(deadline=None)
def test_counts_every_triple_of_the_definition(case: tuple[int, Arcs, list[int]]) -> None:
    n, arcs, classes = case
    assert table(gould_fernandez(sparse(n, arcs), np.array(classes))) == by_hand(n, arcs, classes)


@given(networks())
@settings(deadline=None)
def test_reversing_all_arcs_swaps_gatekeeper_and_representative(case: tuple[int, Arcs, list[int]]) -> None:
    n, arcs, classes = case
    forth = gould_fernandez(sparse(n, arcs), np.array(classes))
    back = gould_fernandez(sparse(n, [(b, a) for a, b in arcs]), np.array(classes))
    assert forth.gatekeeper.tolist() == back.representative.tolist()
    assert forth.liaison.tolist() == back.liaison.tolist()


@given(networks())
@settings(deadline=None)
def test_renaming_and_isolates_change_nothing(case: tuple[int, Arcs, list[int]]) -> None:
    n, arcs, classes = case
    new = np.random.default_rng(n).permutation(n + 1)
    moved = np.full(n + 1, 2)
    moved[new[:n]] = classes
    there = table(gould_fernandez(sparse(n + 1, [(new[a], new[b]) for a, b in arcs]), moved))
    here = table(gould_fernandez(sparse(n, arcs), np.array(classes)))
    assert [there[new[i]] for i in range(n)] == here
    assert there[new[n]] == (0, 0, 0, 0, 0)


@given(networks())
@settings(deadline=None)
def test_spanned_pairs_are_half_of_three_roles(case: tuple[int, Arcs, list[int]]) -> None:
    n, arcs, classes = case
    both = arcs + [(b, a) for a, b in arcs]
    roles = gould_fernandez(sparse(n, both), np.array(classes))
    half = (roles.representative + roles.gatekeeper + roles.liaison) // 2
    spanned = spanned_pairs(sparse(n, arcs), np.array(classes))
    known = np.array(classes) >= 0
    assert spanned[known].tolist() == half[known].tolist()


@pytest.mark.parametrize("n", [40, 400])
def test_larger_networks_equal_a_product_of_matrices(n: int) -> None:
    rng = np.random.default_rng(n)
    arcs, classes = rng.random((n, n)) < 8 / n, rng.integers(0, 5, n)
    np.fill_diagonal(arcs, False)
    roles = gould_fernandez(sparse(n, list(zip(*np.nonzero(arcs), strict=True))), classes)
    same = classes[:, None] == classes
    kinds = {
        "coordinator": (same, same, same),
        "consultant": (~same, ~same, same),
        "representative": (same, ~same, ~same),
        "gatekeeper": (~same, same, ~same),
        "liaison": (~same, ~same, ~same),
    }
    for role, (first, second, ends) in kinds.items():
        # a → v → b without a → b: column v holds the arcs into it, row v those out of it
        open_ends = (~arcs & ends & ~np.eye(n, dtype=bool)).astype(int)
        ways = [int((arcs & first)[:, v] @ open_ends @ (arcs & second)[v]) for v in range(n)]
        assert getattr(roles, role).tolist() == ways


def test_a_body_outside_all_groups_stands_between_them() -> None:
    # 0 has no group; 1 and 2 are of different groups without a tie, 2 and 3 of different groups with one.
    ties = sparse(4, [(0, 1), (0, 2), (0, 3), (2, 3)])
    assert spanned_pairs(ties, np.array([-1, 0, 1, 2])).tolist() == [2, 0, 0, 0]


@pytest.mark.parametrize("n", [0, 1, 5])
def test_nothing_to_broker(n: int) -> None:
    assert table(gould_fernandez(sparse(n, []), np.zeros(n, dtype=np.int64))) == [(0,) * 5] * n
    assert spanned_pairs(sparse(n, []), np.zeros(n, dtype=np.int64)).tolist() == [0] * n


def test_triangles_are_those_of_networkx() -> None:
    drawn = nx.gnm_random_graph(200, 1500, seed=3)
    ties = sparse(200, list(drawn.edges))
    own = np.arange(200)
    degree = np.array([d for _, d in sorted(drawn.degree)])
    closed = degree * (degree - 1) // 2 - spanned_pairs(ties, own)
    assert dict(enumerate(closed.tolist())) == nx.triangles(drawn)
