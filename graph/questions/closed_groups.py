"""The rows of closed circles: divisions, their groups, and units within their Ressort."""

import math
from collections.abc import Iterator
from typing import Annotated

import numpy as np

from graph.measures.arrays.ei import attainable
from graph.measures.arrays.matrices import Integers, Matrix, matrix
from graph.network import Mask
from graph.questions.answer import DETAIL, Finding, Ranked, Ref
from graph.questions.closure import OF_UNIT, Closure, closed_first, verdict
from graph.questions.contacts import SHOWN, Contacts
from graph.questions.naming import order, ref
from graph.questions.partitions import Partition, by_group
from graph.questions.robust import Thinned
from schema.nodes import Department
from schema.text import Text

ROWS = 500
"""Rows given of each ranking; the denominator counts all."""
CARRIERS = 3
"""Actors named that carry the contacts of a group to others."""


class Division(Finding):
    """The E-I index of one way of dividing the actors, and what chance would give."""

    over: Annotated[Text, Text("Einteilung", "division")]
    groups: Annotated[int, Text("Gruppen", "groups")]
    ties: Annotated[int, Text("Kontakte", "contacts")]
    inside: Annotated[int, Text("davon innen", "inside")]
    outside: Annotated[int, Text("davon über Grenzen", "across")]
    index: Annotated[float | None, Text("E-I-Index", "E-I index")]
    expected: Annotated[float | None, Text("durch Zufall erwartet", "expected by chance")]
    reading: Annotated[Text | None, Text("im Vergleich", "compared")]
    rescaled: Annotated[float | None, Text("umgerechnet auf das Mögliche", "rescaled to what is possible"), DETAIL]
    lowest: Annotated[float | None, Text("kleinstmöglich", "lowest possible"), DETAIL]
    highest: Annotated[float | None, Text("größtmöglich", "highest possible"), DETAIL]
    p_closed: Annotated[float | None, Text("p (so geschlossen durch Zufall)", "p (as closed by chance)"), DETAIL]
    p_open: Annotated[float | None, Text("p (so offen durch Zufall)", "p (as open by chance)"), DETAIL]
    permutations: Annotated[int, Text("Permutationen", "permutations"), DETAIL]
    actors: Annotated[int, Text("Akteure", "actors"), DETAIL]


class ClosedGroup(Ranked):
    """One group, the most closed first."""

    group: Annotated[Text, Text("Gruppe", "group")]
    actors: Annotated[int, Text("Akteure", "actors")]
    inside: Annotated[int, Text("Kontakte innen", "contacts inside")]
    outside: Annotated[int, Text("Kontakte nach außen", "contacts outside")]
    index: Annotated[float, Text("E-I-Index", "E-I index")]
    expected: Annotated[float, Text("durch Zufall erwartet", "expected by chance")]
    verdict: Annotated[Text, Text("Befund", "finding")]
    carriers: Annotated[tuple[Ref, ...], Text("nach außen vor allem über", "outside mostly through")]
    partners: Annotated[Text | None, Text("am meisten mit", "mostly with"), DETAIL]


class ClosedUnit(Ranked):
    """One unit within its Ressort, those that deal with nobody outside first."""

    unit: Annotated[Ref, Text("Einheit", "unit")]
    ressort: Annotated[Text, Text("Ressort", "department")]
    inside: Annotated[int, Text("Kontakte im Ressort", "contacts within")]
    outside: Annotated[int, Text("in andere Ressorts", "to other departments")]
    beyond: Annotated[int, Text("zu Gremien und anderen ohne Ressort", "to committees and others without a department")]
    index: Annotated[float, Text("E-I-Index", "E-I index")]
    verdict: Annotated[Text, Text("Befund", "finding")]


def division_row(contacts: Contacts, found: Closure) -> Division:
    """Give the row of one division."""
    lowest, highest = attainable(found.partition.sizes, len(found.between.a))
    rescaled = 2 * (found.index - lowest) / (highest - lowest) - 1 if highest > lowest else math.nan
    return Division(
        over=found.partition.way.groups,
        groups=len(found.partition.labels),
        ties=len(found.between.a),
        inside=int(found.whole.internal[0]),
        outside=int(found.whole.external[0]),
        index=plain(found.index),
        expected=plain(found.expected),
        reading=found.reading,
        rescaled=plain(rescaled),
        lowest=plain(lowest),
        highest=plain(highest),
        p_closed=plain(found.p_closed, 4),
        p_open=plain(found.p_open, 4),
        permutations=found.permutations,
        actors=len(found.partition.nodes),
        evidence=contacts.evidence(np.flatnonzero(looked_at(contacts, found.partition))[: 2 * SHOWN]),
    )


def looked_at(contacts: Contacts, partition: Partition) -> Mask:
    """Mark the contacts between actors whose group is known."""
    return np.asarray((partition.group[contacts.a] >= 0) & (partition.group[contacts.b] >= 0), dtype=np.bool_)


def group_rows(contacts: Contacts, found: Closure, names: Integers, thinned: Thinned | None) -> tuple[ClosedGroup, ...]:
    """Rank the groups, the most closed first; of equal ones that with most contacts. `names`: the order of names."""
    chosen, ties = found.ranked_groups, found.groups.internal + found.groups.external
    rank = closed_first(found.groups.index[chosen])
    listed = np.lexsort((chosen, -ties[chosen], rank))[:ROWS].tolist()
    mixed, carriers, touching = _mixed(found), _carriers(found, names), _touching(contacts, found.partition)
    rows = []
    for k in listed:
        g = int(chosen[k])
        ranks = thinned.ranks(found.partition.way.key, k) if thinned else {}
        inside, outside = int(found.groups.internal[g]), int(found.groups.external[g])
        others = {h: n for h, n in mixed[g].items() if h != g}
        rows.append(
            ClosedGroup(
                rank=int(rank[k]),
                **ranks,
                group=found.partition.labels[g],
                actors=int(found.partition.sizes[g]),
                inside=inside,
                outside=outside,
                index=round(float(found.groups.index[g]), 3),
                expected=round(float(found.expected_of_groups[g]), 3),
                verdict=verdict(found, inside, outside, found.expected_of_groups[g]),
                carriers=tuple(ref(contacts.network, i) for i in carriers[g][:CARRIERS].tolist()),
                partners=by_group(found.partition, others) if others else None,
                evidence=(*_head(contacts, found.partition, g), *contacts.evidence(touching[g][: 2 * SHOWN])),
            )
        )
    return tuple(rows)


def _head(contacts: Contacts, partition: Partition, g: int) -> tuple[str, ...]:
    """Name the node that a group is named after, if there is one."""
    return (contacts.network.ids[partition.heads[g]],) if partition.heads else ()


def _mixed(found: Closure) -> list[dict[int, int]]:
    """Count for each group its contacts with each group."""
    a, b = (found.partition.group[ends] for ends in (found.between.a, found.between.b))
    n = len(found.partition.labels)
    counted = matrix(np.concatenate([a, b]), np.concatenate([b, a]), (n, n))
    return list(_rows(counted))


def _rows(counted: Matrix) -> Iterator[dict[int, int]]:
    for first, end in zip(counted.indptr[:-1].tolist(), counted.indptr[1:].tolist(), strict=True):
        yield dict(zip(counted.indices[first:end].tolist(), counted.data[first:end].tolist(), strict=True))


def _carriers(found: Closure, names: Integers) -> list[Integers]:
    """List the actors of each group that have contacts outside, those with most first."""
    outside = found.nodes.external
    nodes = np.flatnonzero(outside)
    group = found.partition.group[nodes]
    listed = np.lexsort((names[nodes], -outside[nodes], group))
    return list(np.split(nodes[listed], np.searchsorted(group[listed], np.arange(1, len(found.partition.labels)))))


def _touching(contacts: Contacts, partition: Partition) -> list[Integers]:
    """List for each group the numbers of its contacts, those that lead outside first."""
    known = np.flatnonzero(looked_at(contacts, partition))
    a, b = partition.group[contacts.a[known]], partition.group[contacts.b[known]]
    apart = a != b
    numbers, group = np.concatenate([known, known[apart]]), np.concatenate([a, b[apart]])
    by_place = np.lexsort((numbers, ~np.concatenate([apart, apart[apart]]), group))
    cuts = np.searchsorted(group[by_place], np.arange(1, len(partition.labels)))
    return list(np.split(numbers[by_place], cuts))


def units(contacts: Contacts, found: Closure) -> Integers:
    """List the units that are ranked."""
    chosen: Integers = found.ranked_nodes[contacts.network.of_type(Department)[found.ranked_nodes]]
    return chosen


def unit_rows(contacts: Contacts, found: Closure, thinned: Thinned | None) -> tuple[ClosedUnit, ...]:
    """Rank the units within their Ressort, the most closed first; of equal ones that with most contacts inside."""
    nodes = units(contacts, found)
    inside, outside = found.nodes.internal[nodes], found.nodes.external[nodes]
    rank = closed_first(found.nodes.index[nodes])
    known = contacts.adjacency @ (found.partition.group >= 0).astype(np.int64)
    others = contacts.adjacency @ contacts.actor.astype(np.int64) - known
    rows = []
    for k in order(contacts.network, nodes, -rank, inside)[:ROWS].tolist():
        i = int(nodes[k])
        g = int(found.partition.group[i])
        said = verdict(found, int(inside[k]), int(outside[k]), found.expected_of_nodes[g])
        rows.append(
            ClosedUnit(
                rank=int(rank[k]),
                **(thinned.ranks("units", k) if thinned else {}),
                unit=ref(contacts.network, i),
                ressort=found.partition.labels[g],
                inside=int(inside[k]),
                outside=int(outside[k]),
                beyond=int(others[i]),
                index=round(float(found.nodes.index[i]), 3),
                verdict=OF_UNIT.get(said, said),
                evidence=(contacts.network.ids[i], *contacts.evidence(contacts.contacts_of(i))),
            )
        )
    return tuple(rows)


def plain(value: float, digits: int = 3) -> float | None:
    """Round; None where there is no value."""
    return None if math.isnan(value) else round(float(value), digits)
