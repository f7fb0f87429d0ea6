from dataclasses import fields

import networkx as nx
import numpy as np
import pytest

from graph.measures.brokerage import Brokerage, Roles, brokerage
from tests.reference import GROUPED, network, reference

SNA = ("coordinator", "consultant", "representative", "gatekeeper", "liaison", "total")
"""The columns of sna: w_I, w_O, b_IO, b_OI, b_O, t."""
DIRECTED = tuple(name for name in GROUPED if name != "karate")
OF_TIES = np.sqrt([2, 2, 1, 1, 2, 2])  # in the order of Roles; see the docstring of brokerage


def columns(by_node: dict[str, Roles]) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    return np.array([[getattr(roles, role) for role in SNA] for roles in by_node.values()], dtype=np.float64)


def held(name: str, table: str) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    values = reference(name).values["brokerage"][table]
    return np.array([values[role] for role in SNA], dtype=np.float64).T


@pytest.mark.parametrize("name", GROUPED)
def test_counts_are_exactly_those_of_sna(name: str) -> None:
    found = brokerage(network(name), "group")
    assert tuple(found.counts) == reference(name).nodes
    assert (columns(found.counts) == held(name, "raw")).all()
    assert [getattr(found.network, role) for role in SNA] == reference(name).values["brokerage"]["network_raw"]
    assert found.left_out == ()


@pytest.mark.parametrize("name", GROUPED)
def test_expected_values_and_z_are_those_of_sna(name: str) -> None:
    found = brokerage(nx.DiGraph(network(name)), "group")
    sna = reference(name).values["brokerage"]
    of_class = dict(zip(sna["classes"], held(name, "expected_of_class").tolist(), strict=True))
    of_node = [of_class[group] for group in reference(name).values["group"]]
    np.testing.assert_allclose(columns(found.expected), of_node, rtol=1e-9)
    np.testing.assert_allclose(columns(found.z), held(name, "z"), rtol=1e-9)
    for ours, theirs in ((found.network_expected, "network_expected"), (found.network_z, "network_z")):
        expected = np.array(sna[theirs], dtype=np.float64)
        np.testing.assert_allclose([getattr(ours, role) for role in SNA], expected, rtol=1e-9)


def test_an_undirected_graph_has_its_own_z() -> None:
    found = brokerage(network("karate"), "group")
    np.testing.assert_allclose(columns(found.expected)[0], held("karate", "expected_of_class")[0], rtol=1e-9)
    np.testing.assert_allclose(columns(found.z) * OF_TIES, held("karate", "z"), rtol=1e-9)


def test_the_worked_case() -> None:
    drawn = nx.DiGraph([("A", "B"), ("A", "C"), ("B", "C"), ("B", "D"), ("C", "D"), ("D", "A")])
    found = brokerage(drawn, {"A": 1, "B": 1, "C": 2, "D": 2})
    sna = {"A": [0, 1, 0, 1, 0], "B": [0, 0, 1, 0, 0], "C": [0, 0, 0, 1, 0], "D": [0, 1, 1, 0, 0]}
    assert {v: [getattr(roles, role) for role in SNA[:5]] for v, roles in found.counts.items()} == sna
    assert {roles[:5] for roles in found.expected.values()} == {(0, 0.25, 0.25, 0.25, 0)}
    z = {v: round(roles.total, 4) for v, roles in found.z.items()}
    assert z == {"A": 1.3608, "B": 0.2722, "C": 0.2722, "D": 1.3608}


@pytest.mark.parametrize("name", DIRECTED)
def test_reversing_all_arcs_swaps_gatekeeper_and_representative(name: str) -> None:
    drawn = network(name)
    assert isinstance(drawn, nx.DiGraph)
    forth, back = brokerage(drawn, "group"), brokerage(drawn.reverse(), "group")
    for before, after in zip(forth.counts.values(), back.counts.values(), strict=True):
        assert after == before._replace(gatekeeper=before.representative, representative=before.gatekeeper)


def same(one: Brokerage[str], other: Brokerage[str]) -> None:
    for field in fields(Brokerage):
        here, there = getattr(one, field.name), getattr(other, field.name)
        if isinstance(here, dict):
            assert here.keys() == there.keys()
            np.testing.assert_allclose([there[v] for v in here], list(here.values()))
        elif isinstance(here, Roles):
            np.testing.assert_allclose(here, there)


def test_names_of_groups_and_order_of_rows_do_not_matter() -> None:
    drawn = network("karate")
    turned: nx.Graph[str] = nx.Graph()
    turned.add_nodes_from(reversed(list(drawn)))
    turned.add_edges_from((b, a) for a, b in reversed(list(drawn.edges)))
    other = {v: 7 if drawn.nodes[v]["group"] == "Officer" else (1, 2) for v in drawn}
    same(brokerage(drawn, "group"), brokerage(turned, other))


def test_loops_parallel_ties_and_nodes_without_a_group_change_nothing() -> None:
    drawn = network("karate")
    more: nx.MultiGraph[str] = nx.MultiGraph(drawn)
    more.add_edges_from([("0", "1"), ("1", "0"), ("2", "2")])
    more.add_edges_from([("0", "nobody"), ("nobody", "33"), ("nothing", "nobody")])
    more.nodes["nobody"]["group"] = np.nan
    found = brokerage(more, "group")
    assert found.left_out == ("nobody", "nothing")
    same(brokerage(drawn, "group"), found)


def test_an_isolate_of_a_group_brokers_nothing_and_makes_all_else_less_probable() -> None:
    drawn = network("karate")
    before = brokerage(drawn, "group")
    drawn.add_node("alone", group="Officer")
    after = brokerage(drawn, "group")
    assert after.counts.pop("alone") == Roles(0, 0, 0, 0, 0, 0)
    assert after.counts == before.counts
    assert after.network_expected.total < before.network_expected.total


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph])
@pytest.mark.parametrize("make", [nx.empty_graph, nx.complete_graph])
@pytest.mark.parametrize("n", [0, 1, 2, 5])
def test_z_is_undefined_without_arcs_and_with_all_of_them(kind: type, make: type, n: int) -> None:
    drawn = make(n, create_using=kind)
    found = brokerage(drawn, {v: v % 2 for v in drawn})
    assert all(roles == Roles(0, 0, 0, 0, 0, 0) for roles in found.counts.values())
    assert all(np.isnan(roles).all() for roles in (*found.z.values(), found.network_z))


def test_with_one_group_all_brokers_are_coordinators() -> None:
    found = brokerage(nx.path_graph(4), dict.fromkeys(range(4), "all"))
    assert found.counts[1] == Roles(2, 0, 0, 0, 0, 2)
    assert np.isnan(found.z[1][1:5]).all()
    assert found.z[1].coordinator == found.z[1].total


def test_without_any_group_all_are_left_out() -> None:
    found = brokerage(nx.path_graph(3), "group")
    assert (found.counts, found.left_out) == ({}, (0, 1, 2))
