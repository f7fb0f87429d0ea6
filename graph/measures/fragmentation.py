"""How far a network is, or would be without some of its nodes, in pieces."""

from collections.abc import Iterable
from typing import Literal, get_args

import networkx as nx

from graph.measures.arrays import fragmentation as arrays
from graph.measures.graphs import Drawn, N
from schema.errors import UnmeasurableError
from schema.text import Text

Denominator = Literal["residual", "all"]
"""Whose pairs the share is of: the nodes that are left, or all that were there before."""


def fragmentation(
    G: "nx.Graph[N]", removed: Iterable[N] = (), distance: bool = False, denominator: Denominator = "residual"
) -> float:
    """Measure which share of the pairs of nodes cannot reach each other, once some nodes are removed.

    With s_k the sizes of the components that are left, and d_ij the distance in steps of those left (1/d = 0 where
    there is no way):

    - F = 1 − Σ s_k(s_k − 1) / (n(n − 1)): 0 where all are connected, 1 where nobody is;
    - with `distance`, DF = 1 − Σ 1/d_ij / (n(n − 1)) over ordered pairs: 0 where everybody is tied to everybody, and
      it rises already when ways become longer.

    n counts the nodes that are left (`denominator="residual"`), or all nodes of G (`"all"`): then the removed count as
    cut off from everybody, and taking more away never lowers the measure. Undirected; direction, weights, parallel ties
    and self-loops do not count.

    Returns a share from 0 to 1; undefined → NaN where n < 2. Raises UnmeasurableError for a node that G does not have.
    F takes O(n + m); DF grows with nodes × ties / 64 × the longest distance.

    >>> kite = nx.krackhardt_kite_graph()
    >>> round(fragmentation(kite, distance=True), 4), round(fragmentation(kite, [7], distance=True), 4)
    (0.3537, 0.4861)
    >>> round(fragmentation(kite, [7]), 4), round(fragmentation(kite, [7], denominator="all"), 4)
    (0.3889, 0.5111)

    Borgatti, S. P. (2006), Identifying sets of key players in a social network, Computational & Mathematical
    Organization Theory 12, 21–34.
    """
    if denominator not in get_args(Denominator):
        raise UnmeasurableError(
            Text("Den Nenner {d!r} gibt es nicht.", "There is no denominator {d!r}.").format(d=denominator),
            Text("Möglich sind {all}.", "Possible are {all}.").format(all=", ".join(get_args(Denominator))),
        )
    drawn = Drawn.of(G)
    return arrays.fragmentation(drawn.arcs, drawn.positions(removed), distance, denominator == "all")
