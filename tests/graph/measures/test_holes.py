from collections.abc import Callable

import networkx as nx
import numpy as np
import pytest

from graph.measures.holes import constraint, effective_size, efficiency, hierarchy
from schema.errors import UnmeasurableError
from tests.reference import BESIDE, ONE_MODE, network, reference

ALL = (constraint, effective_size, efficiency, hierarchy)
Measure = Callable[..., dict[str, float]]


def equal(found: dict[str, float], expected: dict[str, float]) -> None:
    assert found.keys() == expected.keys()
    np.testing.assert_allclose([found[v] for v in expected], list(expected.values()), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("name", ONE_MODE)
def test_constraint_equals_igraph(name: str) -> None:
    equal(constraint(network(name)), reference(name).by_node("constraint"))


@pytest.mark.parametrize("name", ["karate", "emon_Texas", "emon_Cheyenne", "emon_MtSi"])
def test_constraint_with_weights_equals_igraph(name: str) -> None:
    equal(constraint(network(name), weight="weight"), reference(name).by_node("constraint_weighted"))


@pytest.mark.parametrize("name", ["kite", "florentine", "karate"])
def test_effective_size_equals_networkx_on_undirected_graphs(name: str) -> None:
    drawn = network(name)
    equal(effective_size(drawn), nx.effective_size(drawn))
    contacts = dict(drawn.degree())
    equal(efficiency(drawn), {v: size / contacts[v] for v, size in nx.effective_size(drawn).items()})


@pytest.mark.parametrize("name", [name for name in BESIDE if name.startswith(("emon", "krackhardt"))])
@pytest.mark.parametrize("weight", [None, "weight"])
def test_effective_size_equals_networkx_on_directed_graphs_where_that_is_right(name: str, weight: str | None) -> None:
    # Without nodes= NetworkX 3.6 is wrong for directed and for weighted graphs; with it, it has NaN for nodes with
    # in-arcs only, for which its definition holds just as well.
    drawn = network(name)
    theirs = nx.effective_size(drawn, nodes=list(drawn), weight=weight)
    right = {v: size for v, size in theirs.items() if not np.isnan(size)}
    ours = effective_size(drawn, weight)
    equal({v: ours[v] for v in right}, right)
    assert len(right) > len(drawn) / 2
    assert not np.isnan([ours[v] for v, _ in filter(lambda d: d[1], drawn.degree())]).any()


def test_both_directions_count() -> None:
    one_way = nx.DiGraph([("a", "b"), ("c", "a")])
    # p_ab = p_ac = ½, though only one of the two arcs starts at a
    assert constraint(one_way) == {"a": 0.5, "b": 1, "c": 1}
    there_and_back = nx.DiGraph([("a", "b"), ("b", "a"), ("c", "a")])
    # w_ab = 2, w_ac = 1
    assert constraint(there_and_back)["a"] == pytest.approx((2 / 3) ** 2 + (1 / 3) ** 2)
    assert effective_size(there_and_back)["a"] == 2


@pytest.mark.parametrize("measure", ALL)
def test_names_order_and_direction_do_not_matter(measure: Measure) -> None:
    drawn = nx.gnp_random_graph(25, 0.2, seed=4, directed=True)
    named: nx.DiGraph[str] = nx.DiGraph()
    named.add_nodes_from(f"v{i}" for i in range(24, -1, -1))
    named.add_edges_from((f"v{b}", f"v{a}") for a, b in reversed(list(drawn.edges)))
    equal(measure(named), {f"v{v}": value for v, value in measure(drawn).items()})


@pytest.mark.parametrize("measure", ALL)
def test_loops_parallel_ties_and_isolates_change_nothing(measure: Measure) -> None:
    ties = [("A", "B"), ("B", "C"), ("C", "A"), ("C", "D")]
    many: nx.MultiGraph[str] = nx.MultiGraph([*ties, ("A", "B"), ("B", "A"), ("D", "D")])
    many.add_node("alone")
    found = measure(many)
    assert np.isnan(found.pop("alone"))
    equal(found, measure(nx.Graph(ties)))


@pytest.mark.parametrize("measure", ALL)
def test_nothing_to_measure(measure: Measure) -> None:
    assert measure(nx.Graph()) == {}
    assert np.isnan(measure(nx.DiGraph([("a", "a")]))["a"])


@pytest.mark.parametrize("value", [np.nan, 0, -1, "much"])
def test_a_weight_has_to_be_a_positive_number(value: object) -> None:
    with pytest.raises(UnmeasurableError, match="weight"):
        constraint(nx.Graph([("a", "b", {"strength": value})]), weight="strength")
