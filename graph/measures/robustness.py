"""How much a ranking rests on single ties: the ranks of each node while some ties are missing by chance."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic

import networkx as nx
import numpy as np

from graph.measures.arrays.matrices import Integers
from graph.measures.arrays.ranking import places
from graph.measures.graphs import N
from schema.errors import UnmeasurableError
from schema.text import Text


@dataclass(frozen=True, slots=True)
class RankInterval:
    """The rank of a node with all ties (1 is first), and its best and worst rank while some are missing."""

    rank: int
    best: int
    worst: int


@dataclass(frozen=True)
class Robustness(Generic[N]):
    """The ranks while `deleted` of the `ties` (a `share` of them, rounded) are missing, in so many `runs`."""

    share: float
    ties: int
    deleted: int
    runs: int
    ranks: dict[N, RankInterval]


def robustness(
    measure: Callable[..., Mapping[N, float]],
    G: "nx.Graph[N]",
    share: float | Iterable[float] = (0.1, 0.2),
    runs: int = 20,
    seed: int | None = None,
    **options: Any,
) -> tuple[Robustness[N], ...]:
    """Rank the nodes by a measure again and again while a share of the ties is missing by chance.

    Records of who deals with whom are never complete. A node whose ranks lie close together stands where it stands
    whatever is missing; where the intervals of two nodes overlap, do not say that one is ahead of the other.

    Parameters:

    - `measure`: gets a copy of G without some ties, and the `options` (such as `weight=`), and gives a value for each
      node; the highest value has rank 1, equal values have equal ranks (1, 2, 2, 4), and NaN or no value ranks last.
    - `share`: one or several shares of the ties, from 0 to 1, that are deleted in each run. Parallel ties are deleted
      each on its own; self-loops are no ties and stay. All nodes stay.
    - `runs`: how many times for each share; the intervals can only widen with more.
    - `seed`: the same seed gives the same intervals.

    Returns one record for each share. Raises UnmeasurableError for a share outside 0 … 1 and for less than one run.

    >>> star = nx.star_graph(8)
    >>> found, = robustness(nx.degree_centrality, star, share=0.25, seed=1)
    >>> found.deleted, found.ranks[0], found.ranks[1]
    (2, RankInterval(rank=1, best=1, worst=1), RankInterval(rank=2, best=2, worst=8))

    Borgatti, S. P., Carley, K. M. and Krackhardt, D. (2006), On the robustness of centrality measures under conditions
    of imperfect data, Social Networks 28(2), 124–136.
    """
    shares = (share,) if isinstance(share, int | float) else tuple(share)
    _check(shares, runs)
    chance, ties = np.random.default_rng(seed), _ties(G)
    rank = _ranks(measure(G, **options), G)
    found = []
    for part in shares:
        deleted = round(part * len(ties))
        drawn = (chance.choice(len(ties), size=deleted, replace=False).tolist() for _ in range(runs))
        seen = np.stack([_ranks(measure(_without(G, [ties[i] for i in lost]), **options), G) for lost in drawn])
        columns = (rank, seen.min(axis=0), seen.max(axis=0))
        intervals = (RankInterval(*row) for row in zip(*(column.tolist() for column in columns), strict=True))
        found.append(Robustness(float(part), len(ties), deleted, runs, dict(zip(G, intervals, strict=True))))
    return tuple(found)


def _ties(G: "nx.Graph[N]") -> list[Any]:
    """List the ties as NetworkX removes them: with their keys where there are parallel ones."""
    listed: Any = G.edges(keys=True) if isinstance(G, nx.MultiGraph) else G.edges()
    return [tie for tie in listed if tie[0] != tie[1]]


def _without(G: "nx.Graph[N]", ties: list[Any]) -> "nx.Graph[N]":
    rest = G.copy()
    rest.remove_edges_from(ties)
    return rest


def _ranks(values: Mapping[N, float], G: "nx.Graph[N]") -> Integers:
    column = np.array([values.get(node, np.nan) for node in G], dtype=np.float64)
    return places(np.where(np.isnan(column), -np.inf, column))


def _check(shares: tuple[float, ...], runs: int) -> None:
    wrong = [part for part in shares if not 0 <= part <= 1]
    if wrong:
        raise UnmeasurableError(
            Text("Der Anteil ist {s!r}.", "The share is {s!r}.").format(s=wrong[0]),
            Text("Möglich sind Zahlen von 0 bis 1.", "Possible are numbers from 0 to 1."),
        )
    if runs < 1:
        raise UnmeasurableError(
            Text("Die Zahl der Durchläufe ist {r!r}.", "The number of runs is {r!r}.").format(r=runs),
            Text("Es muss mindestens einen geben.", "There must be one at least."),
        )
