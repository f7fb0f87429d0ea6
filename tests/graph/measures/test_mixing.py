import math

import networkx as nx
import pytest
from hypothesis import given, settings

from graph.measures.mixing import assortativity, numeric_assortativity, participation
from schema.errors import UnmeasurableError
from tests.graph.measures.small import graphs, grouped, known, renamed
from tests.reference import GROUPED, ONE_MODE, network, reference

Grouped = tuple["nx.Graph[int]", dict[int, str | None]]


@pytest.mark.parametrize("name", GROUPED)
def test_assortativity_by_group_equals_igraph(name: str) -> None:
    held = reference(name).values["assortativity_nominal"]
    assert assortativity(network(name), "group") == pytest.approx(held, abs=1e-10)


@pytest.mark.parametrize("name", [name for name in ONE_MODE if not reference(name).values["directed"]])
def test_assortativity_by_degree_equals_igraph(name: str) -> None:
    drawn = network(name)
    held = reference(name).values["assortativity_degree"]
    assert numeric_assortativity(drawn, dict(drawn.degree())) == pytest.approx(held, abs=1e-10)


@given(grouped())
@settings(deadline=None)
def test_assortativity_equals_networkx_among_nodes_with_a_class(case: Grouped) -> None:
    drawn, classes = case
    within = drawn.subgraph(known(classes)).copy()
    nx.set_node_attributes(within, known(classes), "group")
    ends = {classes[end] for edge in within.edges for end in edge}
    expected = nx.attribute_assortativity_coefficient(within, "group") if len(ends) > 1 else math.nan
    assert assortativity(drawn, classes) == pytest.approx(expected, abs=1e-9, nan_ok=True)


@given(graphs(directed=True))
@settings(deadline=None)
def test_numeric_assortativity_equals_networkx(drawn: "nx.Graph[int]") -> None:
    values = {node: float(node * node % 5) for node in drawn}
    nx.set_node_attributes(drawn, values, "age")
    constant = any(len({values[edge[side]] for edge in drawn.edges}) < 2 for side in (0, 1))
    expected = math.nan if constant else nx.numeric_assortativity_coefficient(drawn, "age")
    assert numeric_assortativity(drawn, "age") == pytest.approx(expected, abs=1e-9, nan_ok=True)


def test_ties_of_nodes_without_a_number_do_not_count() -> None:
    drawn: nx.Graph[int] = nx.Graph([(0, 1), (1, 2), (2, 3), (3, 4), (3, 5)])
    values = {0: 1.0, 1: 2.0, 2: 2.0, 3: 5.0, 4: None, 5: math.nan}
    held = {node: value for node, value in values.items() if node < 4}
    without = numeric_assortativity(drawn.subgraph(range(4)), held)
    assert numeric_assortativity(drawn, values) == pytest.approx(without)
    with pytest.raises(UnmeasurableError, match="viel"):
        numeric_assortativity(drawn, {0: "viel"})  # type: ignore[dict-item]
    with pytest.raises(UnmeasurableError, match="inf"):
        numeric_assortativity(drawn, {0: math.inf})


@given(grouped())
@settings(deadline=None)
def test_participation_equals_the_definition(case: Grouped) -> None:
    drawn, classes = case
    for node, value in participation(drawn, classes).items():
        contacts = {end for edge in drawn.edges for end in edge if node in edge and end != node}
        held = [classes[contact] for contact in contacts if classes[contact] is not None]
        shares = [held.count(group) / len(held) for group in set(held)]
        expected = 1 - sum(share * share for share in shares) if held else math.nan
        assert value == pytest.approx(expected, nan_ok=True)


def test_participation_by_hand() -> None:
    # Guimerà and Amaral: 0 with all ties into one module, near 1 with ties spread evenly
    star: nx.Graph[int] = nx.star_graph(4)
    assert participation(star, {1: "a", 2: "b", 3: "c", 4: "d"})[0] == 0.75
    assert participation(star, dict.fromkeys(range(5), "a")) == dict.fromkeys(range(5), 0.0)


@given(grouped())
@settings(deadline=None, max_examples=30)
def test_names_directions_and_isolates_change_nothing(case: Grouped) -> None:
    drawn, classes = case
    other, names = renamed(drawn)
    moved = {names[node]: held for node, held in classes.items()}
    found, again = participation(drawn, classes), participation(other, moved)
    assert [again[names[node]] for node in drawn] == pytest.approx(list(found.values()), nan_ok=True)
    assert assortativity(other, moved) == pytest.approx(assortativity(drawn, classes), nan_ok=True)
    if isinstance(drawn, nx.DiGraph):
        back = drawn.reverse()
        assert assortativity(back, classes) == pytest.approx(assortativity(drawn, classes), nan_ok=True)
    drawn.add_node(99)
    assert assortativity(drawn, classes | {99: "neu"}) == pytest.approx(assortativity(other, moved), nan_ok=True)
    assert math.isnan(participation(drawn, classes | {99: "neu"})[99])


@pytest.mark.parametrize("drawn", [nx.Graph(), nx.empty_graph(1), nx.empty_graph(3), nx.Graph([(0, 0)])])
def test_without_ties_nothing_is_defined(drawn: "nx.Graph[int]") -> None:
    classes = dict.fromkeys(drawn, "a")
    assert math.isnan(assortativity(drawn, classes))
    assert math.isnan(numeric_assortativity(drawn, dict(drawn.degree())))
    assert all(map(math.isnan, participation(drawn, classes).values()))


def test_one_class_is_undefined_and_loops_and_parallel_ties_count_for_nothing() -> None:
    assert math.isnan(assortativity(nx.path_graph(3), dict.fromkeys(range(3), "a")))
    plain: nx.Graph[int] = nx.Graph([(0, 1), (1, 2), (2, 3)])
    odd: nx.MultiGraph[int] = nx.MultiGraph([(0, 1), (1, 0), (1, 2), (2, 3), (3, 3)])
    classes = {0: "a", 1: "a", 2: "b", 3: "b"}
    assert assortativity(odd, classes) == assortativity(plain, classes)
    assert participation(odd, classes) == participation(plain, classes)
