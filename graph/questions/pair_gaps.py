"""Pairs that share something and have no contact, with what they share and who could bring them together."""

from typing import Annotated

import numpy as np

from graph.measures.arrays.matrices import Floats, Integers
from graph.network import Mask
from graph.questions.answer import DETAIL, Finding, Ref
from graph.questions.chains import chain, distances
from graph.questions.contacts import Contacts
from graph.questions.naming import order, ref
from graph.questions.sharing import Sharing, witness_ties, witnesses
from schema.nodes import NODES
from schema.text import Text

ROWS = 200
"""Rows given of each list of pairs; the denominator counts all."""
NAMED = 10
"""Shared things named in a row."""


class PairGap(Finding):
    """Two actors that share something and have no contact that is recorded."""

    first: Annotated[Ref, Text("Akteur", "actor")]
    second: Annotated[Ref, Text("und", "and")]
    shared: Annotated[tuple[Ref, ...], Text("Gemeinsam (Seltenes zuerst)", "shared (the rarest first)")]
    bridge: Annotated[tuple[Ref, ...], Text("Brücke über", "bridge through")]
    weight: Annotated[float, Text("Gewicht", "weight")]
    things: Annotated[int, Text("Zahl des Gemeinsamen", "number of shared things"), DETAIL]
    need: Annotated[float | None, Text("Bedarf vor Ort (0–1)", "need there (0–1)"), DETAIL]
    across: Annotated[bool, Text("ressortübergreifend", "across departments"), DETAIL]
    bridges: Annotated[int, Text("gemeinsame Kontakte", "common contacts"), DETAIL]


def observed(contacts: Contacts, found: Sharing) -> Mask:
    """Mark the pairs of such types between which contacts are recorded at all; the others cannot be called gaps."""
    kind, width = contacts.network.node_type.astype(np.int64), len(NODES)
    seen = np.unique(
        np.concatenate([kind[contacts.a] * width + kind[contacts.b], kind[contacts.b] * width + kind[contacts.a]])
    )
    return np.isin(kind[found.a] * width + kind[found.b], seen)


def pair_rows(contacts: Contacts, found: Sharing, marked: Mask, need: Floats) -> tuple[PairGap, ...]:
    """Name the marked pairs, those of the greatest weight first."""
    network = contacts.network
    chosen = _heaviest(found, np.flatnonzero(marked))

    def key(p: int) -> tuple[float, int, str, str, str, str]:
        a, b = _sides(contacts, found, p)
        return -found.weight[p], -int(found.shared[p]), network.name(a), network.name(b), network.ids[a], network.ids[b]

    return tuple(_row(contacts, found, p, need) for p in sorted(chosen.tolist(), key=key)[:ROWS])


def _heaviest(found: Sharing, chosen: Integers) -> Integers:
    """Keep those that can be among the first rows, with all that are equal to the last of them."""
    if len(chosen) <= ROWS:
        return chosen
    least = np.partition(found.weight[chosen], len(chosen) - ROWS)[len(chosen) - ROWS]
    return np.asarray(chosen[found.weight[chosen] >= least], dtype=np.int64)


def _sides(contacts: Contacts, found: Sharing, p: int) -> tuple[int, int]:
    """Put the two of a pair in order of name."""
    network = contacts.network
    a, b = sorted((int(found.a[p]), int(found.b[p])), key=lambda i: (network.name(i), network.ids[i]))
    return a, b


def _row(contacts: Contacts, found: Sharing, p: int, need: Floats) -> PairGap:
    network, (a, b) = contacts.network, _sides(contacts, found, p)
    things = witnesses(found, a, b)
    named = things[order(network, things, -found.takers[things])[:NAMED]]
    known = need[things][~np.isnan(need[things])]
    common = _common(contacts, a, b)
    ressort = contacts.ressort
    return PairGap(
        first=ref(network, a),
        second=ref(network, b),
        shared=tuple(ref(network, i) for i in named.tolist()),
        bridge=tuple(ref(network, i) for i in _bridge(contacts, a, b, common)),
        things=len(things),
        weight=round(float(found.weight[p]), 4),
        need=round(float(np.max(known)), 4) if len(known) else None,
        across=bool(ressort[a] >= 0 and ressort[b] >= 0 and ressort[a] != ressort[b]),
        bridges=len(common),
        evidence=(*(network.ids[i] for i in named), *witness_ties(network, named, a, b)),
    )


def _common(contacts: Contacts, a: int, b: int) -> Integers:
    both = np.intersect1d(contacts.neighbours(a), contacts.neighbours(b))
    return np.asarray(both[contacts.actor[both]], dtype=np.int64)


def _bridge(contacts: Contacts, a: int, b: int, common: Integers) -> tuple[int, ...]:
    """Choose who could bring two together: the best common contact, else those along the shortest chain."""
    if len(common):
        return (_best(contacts, a, b, common),)
    target = np.zeros(contacts.network.n, dtype=np.bool_)
    target[b] = True
    return chain(contacts, distances(contacts, target), a)[1:-1]


def _best(contacts: Contacts, a: int, b: int, common: Integers) -> int:
    """Prefer the agency, then an intermediary, then whose weaker side has most evidence, then by name."""
    rows = [contacts.network.node_rows[i] for i in common.tolist()]
    sides = [contacts.backing(side)[np.searchsorted(contacts.neighbours(side), common)] for side in (a, b)]
    special = [[bool(row.get(field)) for row in rows] for field in ("agency", "intermediary")]
    return int(common[order(contacts.network, common, *special, np.minimum(*sides))[0]])
