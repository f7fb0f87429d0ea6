"""Small graphs for hypothesis, and the changes to a graph that must not change a measure."""

from collections.abc import Mapping
from typing import Any

import networkx as nx
from hypothesis import strategies as st


@st.composite
def graphs(draw: st.DrawFn, directed: bool | None = None, weight: bool = False, most: int = 9) -> "nx.Graph[int]":
    """Draw a graph without self-loops; weights are whole numbers, so that equal ways are equally long everywhere."""
    drawn: nx.Graph[int] = nx.DiGraph() if (draw(st.booleans()) if directed is None else directed) else nx.Graph()
    n = draw(st.integers(1, most))
    node = st.integers(0, n - 1)
    drawn.add_nodes_from(range(n))
    for a, b in draw(st.lists(st.tuples(node, node).filter(lambda pair: pair[0] != pair[1]), max_size=3 * n)):
        drawn.add_edge(a, b, **({"weight": draw(st.integers(1, 4))} if weight else {}))
    return drawn


@st.composite
def grouped(draw: st.DrawFn, directed: bool | None = None) -> tuple["nx.Graph[int]", dict[int, str | None]]:
    """Draw a graph and a class for each node, None for some."""
    drawn = draw(graphs(directed))
    classes = st.sampled_from(["Jugend", "Soziales", "Bau", None])
    return drawn, {node: draw(classes) for node in drawn}


def renamed(drawn: "nx.Graph[int]") -> tuple["nx.Graph[str]", dict[int, str]]:
    """Give the nodes other names, in the opposite order, and put ties and nodes in the other way round."""
    names = {node: f"n{len(drawn) - i:03}" for i, node in enumerate(drawn)}
    other: nx.Graph[str] = nx.DiGraph() if drawn.is_directed() else nx.Graph()
    other.add_nodes_from(reversed(list(names.values())))
    other.add_edges_from((names[a], names[b], held) for a, b, held in reversed(list(drawn.edges(data=True))))
    return other, names


def known(classes: Mapping[int, Any]) -> dict[int, Any]:
    """Leave out the nodes without a class."""
    return {node: held for node, held in classes.items() if held is not None}
