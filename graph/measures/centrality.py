"""Centralities over NetworkX graphs: who is on the way, who is near, who is tied to those who count."""

from dataclasses import dataclass
from typing import Generic

import networkx as nx

from graph.measures.arrays import spectral
from graph.measures.arrays.betweenness import betweenness as _betweenness
from graph.measures.arrays.closeness import closeness as _closeness
from graph.measures.arrays.sampling import Estimate
from graph.measures.graphs import Drawn, N
from schema.errors import UnmeasurableError
from schema.text import Text

LARGE = 20_000
"""Networks of more nodes are measured from a sample of sources, unless `sample` says otherwise."""
FOLLOWED, PER_NODE = 100_000_000, 4
"""So many arcs are followed by a sampled betweenness in all, a node costing as much as four: some five seconds."""
FEWEST_SOURCES = 64
CLOSENESS_SOURCES = 2_048


@dataclass(frozen=True, slots=True)
class Centrality(Generic[N]):
    """A centrality for each node, exact or estimated from so many `sources` drawn at random.

    `errors` are estimated standard errors in the units of `values`, 0 where all nodes were sources: the true value
    lies within twice the error in about 95 of 100 cases, less surely for a node that few sources had to do with.
    """

    values: dict[N, float]
    errors: dict[N, float]
    exact: bool
    sources: int

    @property
    def error(self) -> float:
        """Give the largest standard error of any node."""
        return max(self.errors.values(), default=0.0)


def betweenness(
    G: "nx.Graph[N]",
    weight: str | None = None,
    normalized: bool = True,
    sample: int | None = None,
    seed: int | None = None,
) -> Centrality[N]:
    """Measure for each node on how many of the shortest ways between others it lies.

    B_v = Σ σ_st(v)/σ_st over the pairs s, t of other nodes (ordered pairs in a directed graph), with σ the number of
    shortest ways; `normalized` divides by the number of such pairs, so that 1 means: on all ways. Pairs without a way
    add nothing; 0 for all in a graph of fewer than three nodes.

    `weight` is a distance, as in NetworkX: a strength (frequency, importance) must be turned round first, say into
    1/strength, or the strongest tie becomes the longest way. Of parallel ties the shortest counts.

    Above 20,000 nodes, or with `sample`, only the ways from so many random sources are followed and scaled up
    (Brandes and Pich 2007); `sources` says how many and `errors` how far off that may be: the standard error of a sum
    over a sample drawn without repetition. The ranking needs more sources than the values do; a sample of 100 found
    15 of the true top 20 among 1,600 nodes.

    >>> found = betweenness(nx.path_graph(3))
    >>> found.values, found.exact
    ({0: 0.0, 1: 1.0, 2: 0.0}, True)

    Freeman, L. C. (1977), A set of measures of centrality based on betweenness, Sociometry 40(1), 35–41; Brandes, U.
    (2001), Journal of Mathematical Sociology 25, 163–177; Brandes, U. and Pich, C. (2007), Centrality estimation in
    large networks, International Journal of Bifurcation and Chaos 17(7), 2303–2318.
    """
    drawn = Drawn.of(_shortest_only(G, weight), weight)
    n = len(drawn.nodes)
    affordable = max(FOLLOWED // (drawn.arcs.nnz + PER_NODE * n + 1), FEWEST_SOURCES)
    found = _betweenness(drawn.arcs, _sample(n, sample, affordable), seed, lengths=weight is not None)
    # The kernel counts ordered pairs: for an undirected graph each pair twice.
    pairs = (n - 1) * (n - 2) if normalized else 1 if G.is_directed() else 2
    return _by_node(drawn, found, 1 / max(pairs, 1))


def closeness(
    G: "nx.Graph[N]", harmonic: bool = True, sample: int | None = None, seed: int | None = None
) -> Centrality[N]:
    """Measure for each node how near the others are to it, in steps: 1 if all are tied to it, 0 if none gets to it.

    Harmonic, the default: the mean of 1/d(u, v) over all other nodes u, where one that cannot get to v adds 0, so that
    the values of a disconnected graph can be compared (NetworkX gives the sum: n − 1 times this). With
    `harmonic=False` Freeman's closeness as NetworkX has it, r/Σ d · r/(n − 1) with r the nodes that get to v (Wasserman
    and Faust); other libraries leave out r/(n − 1), which makes a small component look central. In a directed graph
    the ways lead to v; `G.reverse()` asks for the ways from it. 0 for a single node.

    Above 20,000 nodes, or with `sample`, the distances from so many random sources are taken; `sources` says how many
    and `errors` gives the standard error.

    >>> closeness(nx.path_graph(3)).values
    {0: 0.75, 1: 1.0, 2: 0.75}

    Freeman, L. C. (1979), Centrality in social networks, Social Networks 1, 215–239; Marchiori, M. and Latora, V.
    (2000), Harmony in the small-world, Physica A 285, 539–546; Eppstein, D. and Wang, J. (2004), Fast approximation of
    centrality, Journal of Graph Algorithms and Applications 8(1), 39–45.
    """
    drawn = Drawn.of(G)
    return _by_node(drawn, _closeness(drawn.arcs, harmonic, _sample(len(drawn.nodes), sample, CLOSENESS_SOURCES), seed))


def eigenvector(G: "nx.Graph[N]", weight: str | None = None) -> dict[N, float]:
    """Measure for each node how well it is tied to those who are well tied themselves.

    The vector of λx_v = Σ_u a_uv·x_u for the largest λ, of length 1, all values positive; in a directed graph what
    counts are the arcs that lead to v. `weight` is a strength; self-loops do not count.

    Only one connected part of a network can be measured on this scale: it is the largest one (of a directed graph the
    largest in which each node gets to each other), and all other nodes have 0. Of parts of the same size the one with
    more ties (more weight), then the first in the graph's order. NaN for all nodes where there is no tie, or no cycle
    in a directed graph.

    >>> {node: round(value, 4) for node, value in eigenvector(nx.star_graph(4)).items()}
    {0: 0.7071, 1: 0.3536, 2: 0.3536, 3: 0.3536, 4: 0.3536}

    Bonacich, P. (1972), Factoring and weighting approaches to status scores and clique identification, Journal of
    Mathematical Sociology 2, 113–120.
    """
    drawn = Drawn.of(G, weight)
    return drawn.by_node(spectral.eigenvector(drawn.arcs))


def pagerank(G: "nx.Graph[N]", alpha: float = 0.85, weight: str | None = None) -> dict[N, float]:
    """Measure for each node how often a walk along the ties comes by; the values add up to 1.

    x_v = α·Σ_u x_u·a_uv/Σ_w a_uw + (1 − α)/n: with probability `alpha` the walk goes on along a tie, in proportion to
    its weight (a strength), else it starts again anywhere; from a node without outgoing ties it always starts again.
    Works on disconnected graphs; self-loops do not count.

    >>> {node: round(value, 4) for node, value in pagerank(nx.path_graph(3)).items()}
    {0: 0.2568, 1: 0.4865, 2: 0.2568}

    Brin, S. and Page, L. (1998), The anatomy of a large-scale hypertextual Web search engine, Computer Networks and
    ISDN Systems 30, 107–117.
    """
    if not 0 <= alpha < 1:
        raise UnmeasurableError(
            Text("alpha ist {a}, nötig ist 0 ≤ alpha < 1.", "alpha is {a}, it must be 0 ≤ alpha < 1.").format(a=alpha)
        )
    drawn = Drawn.of(G, weight)
    return drawn.by_node(spectral.pagerank(drawn.arcs, alpha))


def _sample(n: int, sample: int | None, affordable: int) -> int | None:
    """Decide how many sources to draw; None for all."""
    if sample is None:
        return affordable if n > LARGE else None
    if sample < 2:
        raise UnmeasurableError(
            Text(
                "Die Stichprobe hat {k} Quellen; ein Fehler lässt sich erst ab 2 schätzen.",
                "The sample has {k} sources; an error can be estimated from 2 on.",
            ).format(k=sample)
        )
    return sample


def _by_node(drawn: Drawn[N], found: Estimate, scale: float = 1.0) -> Centrality[N]:
    values, errors = drawn.by_node(found.values * scale), drawn.by_node(found.errors * scale)
    return Centrality(values, errors, found.exact, found.sources)


def _shortest_only(G: "nx.Graph[N]", weight: str | None) -> "nx.Graph[N]":
    """Keep the shortest of parallel ties, where ties are distances."""
    if weight is None or not G.is_multigraph():
        return G
    Drawn.of(G, weight)  # refuses what is no length
    simple: nx.Graph[N] = nx.DiGraph() if G.is_directed() else nx.Graph()
    simple.add_nodes_from(G)
    for a, b, given in G.edges(data=weight):  # type: ignore[var-annotated]
        length = 1 if given is None else given
        simple.add_edge(a, b, **{weight: min(length, simple.get_edge_data(a, b, {}).get(weight, length))})
    return simple
