"""Lift: whom an actor gets to through the organisations it belongs to, beyond its own contacts."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias

import networkx as nx
import numpy as np

from graph.measures.arrays import lift as arrays
from graph.measures.arrays.matrices import Matrix, matrix
from graph.measures.graphs import Drawn, N
from schema.errors import UnmeasurableError
from schema.text import Text

Affiliation: TypeAlias = "str | Mapping[Any, Any] | nx.Graph[Any]"
"""Who belongs to which organisations: a node attribute, a mapping from actor to one or several, or a two-mode graph."""


def lift(G: "nx.Graph[N]", affiliation: Affiliation, between: "nx.Graph[N] | None" = None) -> dict[N, int]:
    """Count for each actor its dual alters: whom its organisations open to it beyond its own contacts.

    |{members of J : I is tied to J, i belongs to I}|, without i and without those whom i is tied to itself. A person
    without contacts of its own gets far if it sits in an organisation that deals with many others.

    Parameters:

    - `G`: the actors' own ties; direction, weights and self-loops do not count.
    - `affiliation`: a mapping from actor to its organisation, or to a list or set of them (None: none); or the name of
      a node attribute of G that holds the same; or a graph. In a directed graph ties run from actor to organisation;
      in an undirected one the organisation is the end that stands in `between`.
    - `between`: the organisations' own ties. Without it, they stand in G, beside those of the actors.

    An organisation without ties of its own opens nothing.

    Returns a value for each node of G, and for each actor that the affiliation alone names; 0 without organisations.
    Raises UnmeasurableError where an undirected tie does not say which end is the organisation.

    >>> contacts = nx.Graph([("Ayse", "Carl")])
    >>> office = {"Ayse": "Jugendamt", "Bert": "Jugendamt", "Carl": "Caritas", "Dora": ["Caritas", "Kita-Beirat"]}
    >>> lift(contacts, office, nx.Graph([("Jugendamt", "Caritas")]))
    {'Ayse': 1, 'Carl': 1, 'Bert': 2, 'Dora': 2}

    Lazega, E., Jourda, M.-T. and Mounier, L. (2013), Network lift from dual alters, European Sociological Review
    29(6), 1190–1203.
    """
    tied = _Tied.of(G, affiliation, between)
    counted = arrays.dual_alters(tied.direct, tied.belongs, tied.between, np.arange(len(tied.actors)))
    return dict(zip(tied.actors, counted.tolist(), strict=True))


def dual_alters(G: "nx.Graph[N]", node: N, affiliation: Affiliation, between: "nx.Graph[N] | None" = None) -> set[N]:
    """Name the dual alters of one actor, as many as `lift` counts; the parameters are those of `lift`.

    >>> contacts = nx.Graph([("Ayse", "Carl")])
    >>> office = {"Ayse": "Jugendamt", "Carl": "Caritas", "Dora": "Caritas"}
    >>> dual_alters(contacts, "Ayse", office, between=nx.Graph([("Jugendamt", "Caritas")]))
    {'Dora'}
    """
    tied = _Tied.of(G, affiliation, between)
    if node not in tied.actors:
        raise UnmeasurableError(
            Text("Der Knoten {n!r} ist nicht im Graphen.", "Node {n!r} is not in the graph.").format(n=node)
        )
    found = arrays.dual_alters_of(tied.direct, tied.belongs, tied.between, tied.actors.index(node))
    return {tied.actors[i] for i in found.tolist()}


@dataclass(frozen=True, eq=False)
class _Tied(Generic[N]):
    """Actors first, organisations after them, and the three kinds of ties; one name may stand for one of each."""

    actors: tuple[N, ...]
    direct: Matrix
    belongs: Matrix
    between: Matrix

    @classmethod
    def of(cls, G: "nx.Graph[N]", affiliation: Affiliation, between: "nx.Graph[N] | None") -> "_Tied[N]":
        pairs = list(_memberships(G, affiliation, between))
        if between is None:
            pairs = [(i, J) for i, J in pairs if i != J]
        actors = {i: k for k, i in enumerate(dict.fromkeys([*G, *(i for i, _ in pairs)]))}
        bodies = {J: k for k, J in enumerate(dict.fromkeys(J for _, J in pairs), start=len(actors))}
        listed = np.array([(actors[i], bodies[J]) for i, J in pairs], dtype=np.int64).reshape(-1, 2)
        n = len(actors) + len(bodies)
        belongs = matrix(listed[:, 0], listed[:, 1], (n, n))
        return cls(tuple(actors), _placed(G, actors, n), belongs, _placed(G if between is None else between, bodies, n))


def _placed(graph: "nx.Graph[N]", at: Mapping[N, int], n: int) -> Matrix:
    """Give the ties among the nodes that have a place, at their places."""
    drawn = Drawn.of(graph)
    place = np.array([at.get(node, -1) for node in drawn.nodes], dtype=np.int64)
    a, b = (place[end] for end in drawn.arcs.nonzero())
    kept = (a >= 0) & (b >= 0)
    return matrix(a[kept], b[kept], (n, n))


def _memberships(G: "nx.Graph[N]", affiliation: Affiliation, between: "nx.Graph[N] | None") -> Iterator[tuple[N, N]]:
    """Give each actor with each of its organisations."""
    if isinstance(affiliation, nx.Graph):
        yield from affiliation.edges() if affiliation.is_directed() else _turned(affiliation, between)
        return
    held = nx.get_node_attributes(G, affiliation) if isinstance(affiliation, str) else affiliation
    for actor, named in held.items():
        several = named if isinstance(named, list | set | frozenset) else [named]
        yield from ((actor, one) for one in several if one is not None and one == one)  # NaN is not equal to itself


def _turned(affiliation: "nx.Graph[N]", between: "nx.Graph[N] | None") -> Iterator[tuple[N, N]]:
    """Turn undirected ties so that they end at the organisation; one that is not in `between` opens nothing."""
    for a, b in affiliation.edges():
        if between is None or (a in between and b in between):
            raise _unclear(a, b)
        if a in between or b in between:
            yield (b, a) if a in between else (a, b)


def _unclear(a: Hashable, b: Hashable) -> UnmeasurableError:
    return UnmeasurableError(
        Text(
            "Bei der Zugehörigkeit {a!r}–{b!r} ist offen, welches die Organisation ist.",
            "The affiliation {a!r}–{b!r} does not say which end is the organisation.",
        ).format(a=a, b=b),
        Text(
            "Geben Sie eine Zuordnung von Akteur zu Organisationen an oder einen gerichteten Graphen.",
            "Give a mapping from actor to organisations, or a directed graph.",
        ),
    )
