"""The rows of contact circles: who meets in them, who sits elsewhere than its Ressort, and how far both agree."""

from typing import Annotated, Any

import numpy as np

from graph.measures.arrays.matrices import Floats, Integers, entries, ordered
from graph.questions.answer import DETAIL, Finding, Ref
from graph.questions.contact_circles import SEED, Circles, counts_of, elsewhere, homes, most_frequent
from graph.questions.contacts import SHOWN, Contacts
from graph.questions.naming import order, ref
from graph.questions.partitions import GROUPS, LEVELS, RESSORTS, Partition, Way, by_group
from schema.text import Text

ROWS = 500
"""Rows given of each table; the denominator counts all."""
NAMED = 5
"""Actors named of a circle, those with most contacts."""
SHUFFLES, FEWEST, WORK = 200, 10, 1_000_000
"""Ways to deal the groups out anew for the agreement by chance, at most and at least, and what they may cost."""


class ContactCircle(Finding):
    """One contact circle, the largest first."""

    number: Annotated[int, Text("Nr.", "no.")]
    actors: Annotated[int, Text("Akteure", "actors")]
    members: Annotated[tuple[Ref, ...], Text("darunter", "among them")]
    ressort: Annotated[Text | None, Text("häufigstes Ressort", "most frequent department")]
    share: Annotated[float | None, Text("dessen Anteil", "its share")]
    ressorts: Annotated[int | None, Text("Ressorts", "departments")]
    without: Annotated[int | None, Text("ohne Ressort", "without a department")]
    levels: Annotated[Text | None, Text("Ebenen", "levels")]
    groups: Annotated[Text | None, Text("Gruppen laut Quelle", "groups by the source")]
    inside: Annotated[int, Text("Kontakte innen", "contacts inside")]
    outside: Annotated[int, Text("nach außen", "outside")]


class Elsewhere(Finding):
    """One unit that sits in another circle than most of its Ressort."""

    unit: Annotated[Ref, Text("Einheit", "unit")]
    ressort: Annotated[Text, Text("Ressort", "department")]
    home: Annotated[int, Text("Kontaktkreis des Ressorts (Nr.)", "circle of the department (no.)")]
    at_home: Annotated[int, Text("Kontakte dorthin", "contacts there")]
    circle: Annotated[int, Text("eigener Kontaktkreis (Nr.)", "own circle (no.)")]
    in_circle: Annotated[int, Text("Kontakte darin", "contacts in it")]
    mostly: Annotated[Text | None, Text("dort am häufigsten", "most frequent there")]


class Agreement(Finding):
    """How far the contact circles and one way of dividing the actors agree."""

    over: Annotated[Text, Text("Einteilung", "division")]
    groups: Annotated[int, Text("Gruppen", "groups")]
    actors: Annotated[int, Text("Akteure", "actors")]
    v: Annotated[float, Text("Übereinstimmung (V, 0–1)", "agreement (V, 0–1)")]
    by_chance: Annotated[float, Text("V durch Zufall", "V by chance")]
    homogeneity: Annotated[float, Text("Kreise aus je einer Gruppe", "circles of one group each")]
    completeness: Annotated[float, Text("Gruppen in je einem Kreis", "groups in one circle each")]
    shuffles: Annotated[int, Text("Zufallsverteilungen", "shuffles"), DETAIL]


def circle_rows(
    contacts: Contacts, found: Circles, names: Integers, laid: tuple[Partition, ...]
) -> tuple[ContactCircle, ...]:
    """Name the circles, with those who meet in them by each of the divisions; `names`: the order of names."""
    network, divisions = contacts.network, {one.way.key: one for one in laid}
    met = {key: ordered(found.shared(one).T) for key, one in divisions.items()}
    ressorts = divisions[RESSORTS.key]
    rows = []
    for c, members in enumerate(_members(found, names)):
        counts = {key: counts_of(table, c) for key, table in met.items()}
        rows.append(
            ContactCircle(
                number=c + 1,
                actors=int(found.sizes[c]),
                members=tuple(ref(network, i) for i in members[:NAMED].tolist()),
                **_ressorts(ressorts, counts[RESSORTS.key], int(found.sizes[c])),
                levels=_by_group(divisions, counts, LEVELS),
                groups=_by_group(divisions, counts, GROUPS),
                inside=int(found.inside[c]),
                outside=int(found.outside[c]),
                evidence=tuple(network.ids[i] for i in members[:SHOWN].tolist()),
            )
        )
    return tuple(rows)


def _ressorts(ressorts: Partition, counts: dict[int, int], actors: int) -> dict[str, Any]:
    """Give the fields on the Ressorts of a circle; None where no Ressort is recorded anywhere."""
    known, most = sum(counts.values()), most_frequent(counts)
    return {
        "ressort": None if most is None else ressorts.labels[most],
        "share": None if most is None else round(counts[most] / known, 3),
        "ressorts": len(counts) if ressorts.labels else None,
        "without": actors - known if ressorts.labels else None,
    }


def _by_group(divisions: dict[str, Partition], counts: dict[str, dict[int, int]], way: Way) -> Text | None:
    """Write the numbers of a circle's actors in each group of a division."""
    return by_group(divisions[way.key], counts[way.key]) if counts.get(way.key) else None


def _members(found: Circles, names: Integers) -> list[Integers]:
    """List the actors of each circle that is shown, those with most contacts first."""
    nodes = np.flatnonzero((found.circle >= 0) & (found.circle < ROWS))
    circle, degree = found.circle[nodes], np.diff(found.joined.indptr)[nodes]
    listed = np.lexsort((names[nodes], -degree, circle))
    shown = min(found.n, ROWS)
    return list(np.split(nodes[listed], np.searchsorted(circle[listed], np.arange(1, shown))))[:shown]


def elsewhere_rows(contacts: Contacts, found: Circles, ressorts: Partition) -> tuple[Elsewhere, ...]:
    """Name the units that sit elsewhere, those with most contacts there first."""
    network, nodes, home = contacts.network, elsewhere(contacts, found, ressorts), homes(found, ressorts)
    shared = ordered(found.shared(ressorts).T)
    away = entries(found.contacts, nodes, found.circle[nodes])
    near = entries(found.contacts, nodes, home[ressorts.group[nodes]])
    rows = []
    for k in order(network, nodes, away - near, away)[:ROWS].tolist():
        i, c = int(nodes[k]), int(found.circle[nodes[k]])
        most = most_frequent(counts_of(shared, c))
        rows.append(
            Elsewhere(
                unit=ref(network, i),
                ressort=ressorts.labels[ressorts.group[i]],
                home=int(home[ressorts.group[i]]) + 1,
                at_home=int(near[k]),
                circle=c + 1,
                in_circle=int(away[k]),
                mostly=None if most is None else ressorts.labels[most],
                evidence=(network.ids[i], *contacts.evidence(contacts.contacts_of(i))),
            )
        )
    return tuple(rows)


def agreement_row(contacts: Contacts, found: Circles, partition: Partition) -> Agreement:
    """Compare one division with the circles, and with what chance would give for groups of the same sizes."""
    laid, nodes = found.laid_over(partition), partition.nodes
    shuffles = max(FEWEST, min(SHUFFLES, WORK // max(len(nodes), 1)))
    return Agreement(
        over=partition.way.groups,
        groups=len(partition.labels),
        actors=len(nodes),
        v=round(laid.v_measure(), 3),
        by_chance=round(float(_by_chance(found, partition, shuffles).mean()), 3),
        homogeneity=round(laid.homogeneity, 3),
        completeness=round(laid.completeness, 3),
        shuffles=shuffles,
        evidence=tuple(contacts.network.ids[i] for i in nodes[:SHOWN]),
    )


def _by_chance(found: Circles, partition: Partition, shuffles: int) -> Floats:
    """Give V after dealing the groups out anew so many times.

    V = 2 (H(group) + H(circle) − H(both)) / (H(group) + H(circle)), and a shuffle changes H(both) alone.
    """
    chance, nodes = np.random.default_rng(SEED), partition.nodes
    group, circle = partition.group[nodes], found.circle[nodes]
    alone = _entropy(group) + _entropy(circle)
    both = [_entropy(chance.permutation(group) * found.n + circle) for _ in range(shuffles)]
    return 2 * (alone - np.array(both)) / alone


def _entropy(codes: Integers) -> float:
    share = np.unique(codes, return_counts=True)[1] / len(codes)
    return float(-(share * np.log(share)).sum())
