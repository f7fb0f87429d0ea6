"""The networks of the tests are those that R measured."""

import networkx as nx
import pytest

from tests.reference import BESIDE, GROUPED, SHIPPED, network, reference


@pytest.mark.parametrize("name", [*SHIPPED, *BESIDE])
def test_same_nodes_ties_and_directions(name: str) -> None:
    drawn, held = network(name), reference(name)
    assert tuple(drawn) == held.nodes
    assert drawn.number_of_edges() == held.values["edges"]
    assert drawn.is_directed() == held.values.get("directed", False)


@pytest.mark.parametrize("name", GROUPED)
def test_same_groups_and_degrees(name: str) -> None:
    drawn, held = network(name), reference(name)
    assert [group for _, group in drawn.nodes(data="group")] == held.values["group"]
    into = dict(drawn.in_degree() if isinstance(drawn, nx.DiGraph) else drawn.degree())
    assert into == held.by_node("degree_in")
