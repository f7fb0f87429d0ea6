"""Key players: the few nodes that together matter most, to reach everybody or to hold everything together."""

from dataclasses import dataclass
from typing import Generic, Literal, get_args

import networkx as nx

from graph.measures.arrays import key_players as arrays
from graph.measures.arrays.key_players import Criterion
from graph.measures.graphs import Drawn, N
from graph.measures.reach import check_steps
from schema.errors import UnmeasurableError
from schema.text import Text

Goal = Literal["fragment", "reach"]


@dataclass(frozen=True)
class KeyPlayers(Generic[N]):
    """The set, in the order of the graph, and what it is worth.

    `value` is a share of `denominator`: ordered pairs of the nodes left without the set (`goal="fragment"`), or nodes
    to be reached (`goal="reach"`; `reached` counts them). `criterion` says what decided, and so what the value is:
    "fragmentation" F, "distance" DF, or "reach". `exact`: no set of as many nodes is worth more; else the set was found
    by search and a better one is not ruled out. `sources`: from how many nodes DF was estimated, None where not.
    """

    nodes: tuple[N, ...]
    goal: Goal
    value: float
    criterion: Criterion
    denominator: int
    exact: bool
    reached: int | None = None
    sources: int | None = None


def key_players(
    G: "nx.Graph[N]",
    k: int,
    goal: Goal = "fragment",
    steps: int = 1,
    exact: bool | None = None,
    count_members: bool = True,
    seed: int = 0,
) -> KeyPlayers[N]:
    """Choose the k nodes that together matter most; the k best single ones often do the same thing twice.

    - `goal="fragment"` (KPP-NEG): those whose loss leaves the network most in pieces, F = 1 − Σ s_k(s_k − 1)/(n(n − 1))
      with s_k the sizes of the components left and n the number of nodes left. Where no set found parts others, or
      several are equal, those without whom the ways between the others are longest: DF = 1 − Σ 1/d_ij /(n(n − 1)).
      Undirected.
    - `goal="reach"` (KPP-POS): those who together get to most nodes within `steps`, along the arcs in a directed graph.
      The members count as reached; with `count_members=False` they are left out of count and denominator, which does
      not change the choice.

    Fewer than k come back where these leave nothing to gain: all others are alone, or all are reached. Weights,
    parallel ties and self-loops do not count.

    `exact=None` looks at all sets that can be the best one where that takes less than about a second, else it searches:
    greedily, then by exchanging single nodes, and again from random beginnings drawn with `seed`. `exact=False` always
    searches. `exact=True` always looks at all sets, for some minutes at most: it raises UnmeasurableError where, for
    fragmentation, sets of k − 1 nodes times nodes and ties are more than 10⁹, and for reach, where there are more than
    4,096 nodes or as much work does not do. Where several sets are equally good the first in the order of the graph
    comes back if all were looked at. A search does not compare equal splits by distances but by the ties of their
    nodes. In networks of many ties, and of more than 256 nodes, DF compares only the 32 nodes with most ties, from a
    sample of the nodes.

    Raises UnmeasurableError unless k is from 1 to n − 2 (fragment: two nodes must be left) or to n (reach).

    >>> kite = nx.krackhardt_kite_graph()
    >>> found = key_players(kite, 1)
    >>> found.nodes, round(found.value, 4), found.criterion, found.exact
    ((7,), 0.3889, 'fragmentation', True)
    >>> found = key_players(kite, 2, goal="reach")
    >>> found.reached, found.value, found.exact
    (10, 1.0, True)

    Borgatti, S. P. (2006), Identifying sets of key players in a social network, Computational & Mathematical
    Organization Theory 12, 21–34.
    """
    _check(k, goal, len(G), steps)
    drawn = Drawn.of(G)
    if goal == "fragment":
        return _fragmenting(drawn, k, exact, seed)
    return _reaching(drawn, k, steps, exact, count_members, seed)


def _fragmenting(drawn: Drawn[N], k: int, exact: bool | None, seed: int) -> KeyPlayers[N]:
    found = _possible(arrays.splitters(drawn.arcs, k, exact, seed), k, len(drawn.nodes))
    left = len(drawn.nodes) - len(found.nodes)
    return KeyPlayers(
        nodes=_named(drawn, found),
        goal="fragment",
        value=found.value,
        criterion=found.criterion,
        denominator=left * (left - 1),
        exact=found.exact,
        sources=found.sources,
    )


def _reaching(drawn: Drawn[N], k: int, steps: int, exact: bool | None, count_members: bool, seed: int) -> KeyPlayers[N]:
    found = _possible(arrays.reachers(drawn.arcs, k, steps, exact, seed), k, len(drawn.nodes))
    members = 0 if count_members else len(found.nodes)
    reached, denominator = int(found.value) - members, len(drawn.nodes) - members
    return KeyPlayers(
        nodes=_named(drawn, found),
        goal="reach",
        value=reached / denominator if denominator else float("nan"),
        criterion=found.criterion,
        denominator=denominator,
        exact=found.exact,
        reached=reached,
    )


def _named(drawn: Drawn[N], found: arrays.KeyPlayers) -> tuple[N, ...]:
    return tuple(drawn.nodes[i] for i in found.nodes.tolist())


def _possible(found: arrays.KeyPlayers | None, k: int, n: int) -> arrays.KeyPlayers:
    if found is None:
        raise UnmeasurableError(
            Text(
                "Um alle Mengen von {k} aus {n} Knoten anzusehen, ist dieser Graph zu groß.",
                "This graph is too large to look at all sets of {k} of {n} nodes.",
            ).format(k=k, n=n),
            Text(
                "Ohne exact=True wird gesucht; das Ergebnis sagt, ob es bewiesen das beste ist.",
                "Without exact=True a search is made; the result says whether it is proven to be the best.",
            ),
        )
    return found


def _check(k: int, goal: str, n: int, steps: int) -> None:
    if goal not in get_args(Goal):
        raise UnmeasurableError(
            Text("Das Ziel {g!r} gibt es nicht.", "There is no goal {g!r}.").format(g=goal),
            Text("Möglich sind {all}.", "Possible are {all}.").format(all=", ".join(get_args(Goal))),
        )
    check_steps(steps)
    most = n - 2 if goal == "fragment" else n
    if not isinstance(k, int) or isinstance(k, bool) or not 1 <= k <= most:
        raise UnmeasurableError(
            Text("k ist {k!r}, der Graph hat {n} Knoten.", "k is {k!r}, the graph has {n} nodes.").format(k=k, n=n),
            Text("Möglich sind ganze Zahlen von 1 bis {m}.", "Possible are whole numbers from 1 to {m}.").format(m=most)
            if most >= 1
            else Text("Dafür hat der Graph zu wenige Knoten.", "The graph has too few nodes for that."),
        )
