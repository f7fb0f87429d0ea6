"""Mixing over NetworkX graphs: like with like, and contacts spread over groups."""

from collections.abc import Mapping
from typing import Any

import networkx as nx
import numpy as np

from graph.measures.arrays import mixing
from graph.measures.graphs import Drawn, Group, N
from schema.errors import UnmeasurableError
from schema.text import Text


def assortativity(G: "nx.Graph[N]", group: Group) -> float:
    """Measure whether ties join nodes of the same group: 1 all do, 0 as by chance, below 0 they avoid it.

    r = (Σ e_ii − Σ a_i b_i)/(1 − Σ a_i b_i), with e_ij the share of ties that run from group i to group j and a, b its
    row and column sums. The lowest value lies between −1 and 0 and depends on the groups. Unweighted, a directed graph
    by its arcs; self-loops and ties of nodes without a group do not count. NaN where no tie counts or all ends are in
    one group.

    >>> G = nx.Graph([("a", "b"), ("b", "c"), ("c", "d")])
    >>> round(assortativity(G, {"a": 1, "b": 1, "c": 2, "d": 2}), 4)
    0.3333

    Newman, M. E. J. (2003), Mixing patterns in networks, Physical Review E 67, 026126.
    """
    drawn = Drawn.of(G)
    return mixing.nominal_assortativity(drawn.arcs, drawn.classes(G, group).codes)


def numeric_assortativity(G: "nx.Graph[N]", values: str | Mapping[Any, float | None]) -> float:
    """Measure whether ties join nodes with similar numbers: the correlation of the values at both ends, −1 to 1.

    `values` names a node attribute or maps nodes to numbers; for assortativity by degree give `dict(G.degree)`.
    Unweighted, a directed graph by its arcs (start against end); self-loops and ties with an end that has no number do
    not count. NaN where no tie counts or all its ends carry one number.

    >>> G = nx.star_graph(4)
    >>> round(numeric_assortativity(G, dict(G.degree)), 4)
    -1.0

    Newman, M. E. J. (2003), Mixing patterns in networks, Physical Review E 67, 026126.
    """
    drawn = Drawn.of(G)
    held = [G.nodes[node].get(values) if isinstance(values, str) else values.get(node) for node in drawn.nodes]
    return mixing.numeric_assortativity(drawn.arcs, np.array([_number(value) for value in held], dtype=np.float64))


def participation(G: "nx.Graph[N]", group: Group) -> dict[N, float]:
    """Measure for each node over how many groups its contacts are spread: 0 all in one, near 1 evenly over many.

    P_i = 1 − Σ_s (k_is/k_i)², with k_is the contacts of node i in group s and k_i all its contacts that have a group;
    at most 1 − 1/(number of groups). The node's own group plays no part. Undirected and unweighted, each contact
    counts once; contacts without a group are left out of k_i too. NaN for a node without contacts that count.

    >>> participation(nx.Graph([("a", "b"), ("a", "c"), ("a", "d")]), {"b": 1, "c": 2, "d": 2})["a"]
    0.4444444444444444

    Guimerà, R. and Amaral, L. A. N. (2005), Functional cartography of complex metabolic networks, Nature 433, 895–900.
    """
    drawn = Drawn.of(G)
    return drawn.by_node(mixing.participation(drawn.arcs, drawn.classes(G, group).codes))


def _number(value: Any) -> float:
    """Read a number; None and NaN are none. Raises UnmeasurableError for anything else that is not finite."""
    if value is None or value != value:
        return np.nan
    if isinstance(value, int | float | np.number) and np.isfinite(value):
        return float(value)
    raise UnmeasurableError(
        Text("Der Wert {value!r} ist keine endliche Zahl.", "The value {value!r} is not a finite number.").format(
            value=value
        )
    )
