"""Ties between levels: the matrix level × level, and in which direction something is passed on."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from graph.measures.arrays.matrices import Integers, entries
from graph.network import Mask
from graph.questions.answer import Finding, Ref
from graph.questions.contacts import SHOWN, Contacts
from graph.questions.naming import level_text, ref
from schema.levels import STOREYS
from schema.text import Text
from schema.ties import ReportsTo, Steers

ROWS = 200
"""Rows given of the one-way list; the denominator counts all."""
ONE_WAY = (ReportsTo, Steers)
"""Ties that pass something on from start to end; all other contacts count as going both ways."""


class LevelPair(Finding):
    """One cell of the matrix: how many pairs of actors deal with each other between two levels, and which way."""

    upper: Annotated[Text, Text("obere Ebene", "upper level")]
    lower: Annotated[Text, Text("untere Ebene", "lower level")]
    ties: Annotated[int, Text("verbundene Paare", "pairs with a tie")]
    backed_by: Annotated[int, Text("Belege", "pieces of evidence")]
    both_ways: Annotated[int | None, Text("in beide Richtungen", "both ways")]
    upwards_only: Annotated[int | None, Text("nur nach oben", "upwards only")]
    downwards_only: Annotated[int | None, Text("nur nach unten", "downwards only")]


class OneWay(Finding):
    """Two actors on different levels between whom something is recorded as passing one way only."""

    lower: Annotated[Ref, Text("untere Seite", "lower side")]
    upper: Annotated[Ref, Text("obere Seite", "upper side")]
    direction: Annotated[Text, Text("Richtung", "direction")]
    backed_by: Annotated[int, Text("Belege", "pieces of evidence")]


UP = Text("nur nach oben", "upwards only")
DOWN = Text("nur nach unten", "downwards only")


@dataclass(frozen=True, eq=False)
class Pairs:
    """The pairs with a contact, once each: `a` stands on the upper level or the same; `up`, `down`: what passes."""

    a: Integers
    b: Integers
    upper: Integers
    lower: Integers
    backed_by: Integers
    up: Mask
    down: Mask


def pairs(contacts: Contacts) -> Pairs:
    """List the pairs of the contact network with their levels and directions; unknown levels come last."""
    first, second = contacts.adjacency.nonzero()
    storey = np.where((contacts.level >= 0) & (contacts.level < len(STOREYS)), contacts.level, len(STOREYS))
    once = (storey[first] < storey[second]) | ((storey[first] == storey[second]) & (first < second))
    a, b = first[once].astype(np.int64), second[once].astype(np.int64)
    up, down = _directions(contacts, a, b)
    upper, lower = storey[a].astype(np.int64), storey[b].astype(np.int64)
    return Pairs(a, b, upper, lower, entries(contacts.evidence_count, a, b).astype(np.int64), up, down)


def crossing(contacts: Contacts) -> int:
    """Count the pairs with a contact whose two levels are known and differ."""
    a, b = contacts.adjacency.nonzero()
    level = contacts.level_class
    return int(((a < b) & (level[a] >= 0) & (level[b] >= 0) & (level[a] != level[b])).sum())


def _directions(contacts: Contacts, a: Integers, b: Integers) -> tuple[Mask, Mask]:
    """Say for each pair whether something passes from b to a (up) and from a to b (down)."""
    n = contacts.network.n
    directed = contacts.network.with_verb(*ONE_WAY)[contacts.tie]
    passed = contacts.a * n + contacts.b
    back = (contacts.b * n + contacts.a)[~directed]
    passes = np.unique(np.concatenate([passed, back]))
    return np.isin(b * n + a, passes), np.isin(a * n + b, passes)


def matrix_rows(contacts: Contacts, listed: Pairs) -> tuple[LevelPair, ...]:
    """Give the cells of the matrix, from top to bottom; unknown levels last and only where there are any."""
    found, top = [], len(STOREYS)
    places = [(upper, lower) for upper in range(top + 1) for lower in range(upper, top + 1)]
    for upper, lower in sorted(places, key=lambda place: (place[1] == top, place)):
        cell = np.flatnonzero((listed.upper == upper) & (listed.lower == lower))
        if len(cell) or lower < top:
            found.append(_cell(contacts, listed, cell, upper, lower))
    return tuple(found)


def _cell(contacts: Contacts, listed: Pairs, cell: Integers, upper: int, lower: int) -> LevelPair:
    up, down, across = listed.up[cell], listed.down[cell], upper != lower and lower < len(STOREYS)
    return LevelPair(
        upper=level_text(upper),
        lower=level_text(lower),
        ties=len(cell),
        backed_by=int(listed.backed_by[cell].sum()),
        both_ways=int((up & down).sum()) if across else None,
        upwards_only=int((up & ~down).sum()) if across else None,
        downwards_only=int((down & ~up).sum()) if across else None,
        evidence=contacts.evidence(
            k for p in cell[:SHOWN] for k in contacts.between(int(listed.a[p]), int(listed.b[p]))
        ),
    )


def one_way(listed: Pairs) -> Integers:
    """List the pairs on different known levels between whom something passes one way only."""
    across = (listed.upper != listed.lower) & (listed.lower < len(STOREYS))
    return np.flatnonzero(across & (listed.up != listed.down))


def one_way_rows(contacts: Contacts, listed: Pairs) -> tuple[OneWay, ...]:
    """Name the one-way pairs, those with most evidence first."""
    network = contacts.network

    def key(p: int) -> tuple[int, str, str, str, str]:
        a, b = int(listed.a[p]), int(listed.b[p])
        return -int(listed.backed_by[p]), network.name(b), network.name(a), network.ids[b], network.ids[a]

    return tuple(
        OneWay(
            lower=ref(network, int(listed.b[p])),
            upper=ref(network, int(listed.a[p])),
            direction=UP if listed.up[p] else DOWN,
            backed_by=int(listed.backed_by[p]),
            evidence=contacts.evidence(contacts.between(int(listed.a[p]), int(listed.b[p]))),
        )
        for p in sorted(one_way(listed).tolist(), key=key)[:ROWS]
    )
