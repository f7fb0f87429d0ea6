"""What a network hangs on: ties and nodes without which it would come apart, and its dense core."""

import networkx as nx

from graph.measures.arrays import cohesion as arrays
from graph.measures.arrays import cores
from graph.measures.graphs import Drawn, N


def bridges(G: "nx.Graph[N]") -> tuple[tuple[N, N], ...]:
    """List the ties that alone hold their two ends together: without one, a component falls in two.

    An edge is a bridge if it lies on no cycle. Undirected: a directed graph is read without its directions, so that
    a → b and b → a are one tie. Two parallel edges are a cycle and so never bridges, as in NetworkX; in a directed
    multigraph that holds for parallel edges of one direction. Self-loops do not count.

    Returns pairs of nodes in the order of the graph; empty where nothing hangs on a single tie.

    >>> bridges(nx.Graph([("Amt", "JHA"), ("JHA", "Caritas"), ("Amt", "Caritas"), ("Caritas", "Kita")]))
    (('Caritas', 'Kita'),)
    >>> bridges(nx.MultiGraph([("Amt", "JHA"), ("Amt", "JHA")]))
    ()

    Tarjan, R. E. (1974), A note on finding the bridges of a graph, Information Processing Letters 2(6), 160–161.
    """
    drawn = Drawn.of(G)
    ends = zip(*(ends.tolist() for ends in arrays.bridges(drawn.arcs)), strict=True)
    pairs = ((drawn.nodes[a], drawn.nodes[b]) for a, b in ends)
    return tuple((a, b) for a, b in pairs if not _parallel(G, a, b))


def articulation(G: "nx.Graph[N]") -> tuple[N, ...]:
    """List the nodes that alone hold others together: without one, its component falls in two or more.

    Undirected: a directed graph is read without its directions. Parallel ties and self-loops make no difference.

    Returns the nodes in the order of the graph; empty where no single node parts others. How much each would part is
    what `fragmentation(G, [node])` says.

    >>> articulation(nx.Graph([("Amt", "JHA"), ("JHA", "Caritas"), ("Amt", "Caritas"), ("Caritas", "Kita")]))
    ('Caritas',)

    Hopcroft, J. and Tarjan, R. (1973), Algorithm 447: efficient algorithms for graph manipulation, Communications of
    the ACM 16(6), 372–378.
    """
    drawn = Drawn.of(G)
    return tuple(drawn.nodes[i] for i in arrays.articulation(drawn.arcs).tolist())


def core(G: "nx.Graph[N]") -> dict[N, int]:
    """Say of each node how far in the dense middle of the network it stands: its core number.

    The k-core is the largest part in which every node has at least k contacts within the part; the core number is the
    highest k of a core that the node is in. Undirected: a directed graph is read without its directions, so that
    a → b and b → a are one contact (NetworkX counts two). Parallel ties count once, self-loops do not count.

    Returns a value for each node, 0 for one without contacts.

    >>> core(nx.Graph([("Amt", "JHA"), ("JHA", "Caritas"), ("Amt", "Caritas"), ("Caritas", "Kita")]))
    {'Amt': 2, 'JHA': 2, 'Caritas': 2, 'Kita': 1}

    Seidman, S. B. (1983), Network structure and minimum degree, Social Networks 5(3), 269–287.
    """
    drawn = Drawn.of(G)
    return drawn.by_node(cores.core(drawn.arcs))


def _parallel(G: "nx.Graph[N]", a: N, b: N) -> bool:
    return G.is_multigraph() and max(G.number_of_edges(a, b), G.number_of_edges(b, a)) > 1
