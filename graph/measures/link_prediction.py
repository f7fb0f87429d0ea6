"""Similarity over NetworkX graphs: ties that are not there, yet would not surprise."""

import networkx as nx

from graph.measures.arrays.similarity import adamic_adar
from graph.measures.graphs import N
from graph.measures.order import Undirected
from schema.errors import UnmeasurableError
from schema.text import Text


def similarity(G: "nx.Graph[N]", k: int = 100) -> list[tuple[N, N, float]]:
    """Find the `k` pairs without a tie that have most in common: contacts shared, rare ones counting more.

    Adamic–Adar: Σ 1/ln(degree of w) over the contacts w that both have, so that a contact who knows everybody says
    little. Undirected and unweighted; self-loops do not count. The best pair comes first; equal scores (to nine digits)
    and the two nodes of a pair stand in sorted order. A pair without a common contact is never listed, so the list can
    be shorter than `k`.

    >>> similarity(nx.Graph([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")]))
    [('a', 'c', 2.885390082), ('b', 'd', 2.885390082)]

    Adamic, L. A. and Adar, E. (2003), Friends and neighbors on the Web, Social Networks 25(3), 211–230; as a forecast
    of ties: Liben-Nowell, D. and Kleinberg, J. (2007), Journal of the American Society for Information Science and
    Technology 58(7), 1019–1031.
    """
    if k < 1:
        raise UnmeasurableError(
            Text("{k} Paare lassen sich nicht suchen.", "{k} pairs cannot be looked for.").format(k=k),
            Text("k muss mindestens 1 sein.", "k must be 1 at least."),
        )
    drawn = Undirected.of(G)
    found = adamic_adar(drawn.ties, k)
    listed = zip(found.a.tolist(), found.b.tolist(), found.score.tolist(), strict=True)
    return [(drawn.nodes[a], drawn.nodes[b], score) for a, b, score in listed]
