"""The rows of brokerage: who stands between whom, and how often that would be so by chance."""

import math
from collections.abc import Mapping
from typing import Annotated, Any

import numpy as np

from graph.measures.arrays.matrices import Integers, Matrix, matrix, ordered
from graph.measures.arrays.undirected_chance import ROLES, z_scores
from graph.network import Mask
from graph.questions.answer import DETAIL, Finding, Ranked, Ref
from graph.questions.brokering import Brokerage
from graph.questions.contacts import SHOWN, Contacts
from graph.questions.naming import kind_text, order, ref
from graph.questions.partitions import Partition, by_group
from graph.questions.robust import Thinned
from schema.text import Text

ROWS = 500
"""Rows given of each ranking; the denominator counts all."""
CLEAR = 2.0
"""Standard deviations from which a count is called more or less than by chance."""

ROLE_NAMES = {
    "coordinator": Text("Koordination (innerhalb der eigenen Gruppe)", "coordinator (within its own group)"),
    "consultant": Text("Beratung von außen (innerhalb einer anderen)", "consultant, itinerant (within another group)"),
    "gatekeeper": Text("Zugang (Gatekeeper: von außen zur eigenen)", "gatekeeper (from outside to its own group)"),
    "representative": Text("Vertretung (von der eigenen nach außen)", "representative (from its own group to outside)"),
    "liaison": Text("Verbindung (Liaison: zwischen zwei anderen)", "liaison (between two other groups)"),
    "total": Text("alle Rollen", "all roles"),
}
"""The roles in the order in which they are shown."""


class Broker(Ranked):
    """One actor that stands between others; the roles count ways, each pair there and back."""

    actor: Annotated[Ref, Text("Akteur", "actor")]
    group: Annotated[Text, Text("gehört zu", "belongs to")]
    pairs: Annotated[int, Text("Paare", "pairs")]
    coordinator: Annotated[int, Text("Koordination", "coordinator")]
    consultant: Annotated[int, Text("Beratung", "consultant")]
    gatekeeper: Annotated[int, Text("Zugang", "gatekeeper")]
    representative: Annotated[int, Text("Vertretung", "representative")]
    liaison: Annotated[int, Text("Verbindung", "liaison")]
    total: Annotated[int, Text("alle Rollen", "all roles")]
    z: Annotated[float | None, Text("z", "z")]
    kind: Annotated[Text, Text("Art", "kind"), DETAIL]
    contacts: Annotated[Text, Text("Kontakte in", "contacts in"), DETAIL]
    expected: Annotated[float, Text("alle Rollen, durch Zufall erwartet", "all roles, expected by chance"), DETAIL]
    z_coordinator: Annotated[float | None, Text("z Koordination", "z coordinator"), DETAIL]
    z_consultant: Annotated[float | None, Text("z Beratung", "z consultant"), DETAIL]
    z_gatekeeper: Annotated[float | None, Text("z Zugang", "z gatekeeper"), DETAIL]
    z_representative: Annotated[float | None, Text("z Vertretung", "z representative"), DETAIL]
    z_liaison: Annotated[float | None, Text("z Verbindung", "z liaison"), DETAIL]


class RoleTotal(Finding):
    """One role in the whole network of one partition."""

    over: Annotated[Text, Text("Einteilung", "division")]
    role: Annotated[Text, Text("Rolle", "role")]
    observed: Annotated[int, Text("gezählt", "counted")]
    expected: Annotated[float, Text("durch Zufall erwartet", "expected by chance")]
    z: Annotated[float | None, Text("z", "z")]
    reading: Annotated[Text | None, Text("im Vergleich", "compared")]
    actors: Annotated[int, Text("Akteure", "actors"), DETAIL]
    ties: Annotated[int, Text("Kontakte", "contacts"), DETAIL]


MORE = Text("häufiger als durch Zufall", "more often than by chance")
LESS = Text("seltener als durch Zufall", "less often than by chance")
ALIKE = Text("wie durch Zufall", "as by chance")


def broker_rows(contacts: Contacts, found: Brokerage, thinned: Thinned | None) -> tuple[Broker, ...]:
    """Name the actors by how many pairs they join across groups, then by all that they join."""
    network, at = contacts.network, found.brokers
    nodes = found.partition.nodes[at]
    listed = order(network, nodes, found.pairs[at], found.counts[at, -1])[:ROWS]
    near, counted = _contacts_by_group(contacts.adjacency, found.partition, nodes[listed]), _counted(contacts, found)
    rows = []
    for k, mixed in zip(listed.tolist(), near, strict=True):
        mine = contacts.contacts_of(int(nodes[k]))
        evidence = contacts.network.ids[nodes[k]], *contacts.evidence(mine[counted[mine]])
        ranks = thinned.ranks(found.partition.way.key, k) if thinned else {}
        rows.append(_broker(contacts, found, k, mixed, evidence=evidence, **ranks))
    return tuple(rows)


def _counted(contacts: Contacts, found: Brokerage) -> Mask:
    """Mark the contacts between actors that are looked at."""
    group = found.partition.group
    return np.asarray((group[contacts.a] >= 0) & (group[contacts.b] >= 0), dtype=np.bool_)


def _contacts_by_group(joined: Matrix, partition: Partition, nodes: Integers) -> list[dict[int, int]]:
    """Count the contacts of some actors in each group."""
    inside = partition.nodes
    member = matrix(inside, partition.group[inside], (len(partition.group), len(partition.labels)))
    counted = ordered(ordered(joined[nodes, :]) @ member)
    rows = [slice(*counted.indptr[row : row + 2]) for row in range(len(nodes))]
    return [dict(zip(counted.indices[row].tolist(), counted.data[row].tolist(), strict=True)) for row in rows]


def _broker(contacts: Contacts, found: Brokerage, k: int, near: Mapping[int, int], **more: Any) -> Broker:
    partition, at = found.partition, int(found.brokers[k])
    i, z = int(partition.nodes[at]), found.z[at]
    group = int(partition.group[i])
    counts: dict[str, Any] = dict(zip(ROLES, found.counts[at].tolist(), strict=True))
    scores: dict[str, Any] = {f"z_{role}": rounded(z[column]) for column, role in enumerate(ROLES[:-1])}
    return Broker(
        rank=int(found.rank[k]),
        actor=ref(contacts.network, i),
        kind=kind_text(contacts.network, i),
        group=partition.labels[group],
        contacts=by_group(partition, near),
        pairs=int(found.pairs[at]),
        expected=round(float(found.chance.expected[group, -1]), 3),
        z=rounded(z[-1]),
        **counts,
        **scores,
        **more,
    )


def total_rows(contacts: Contacts, found: Brokerage) -> tuple[RoleTotal, ...]:
    """Give the sums over the whole network, each with what chance would give."""
    observed, chance = found.counts.sum(axis=0), found.chance
    z = z_scores(observed, chance.whole_expected, chance.whole_deviation)
    evidence = contacts.evidence(np.flatnonzero(_counted(contacts, found))[: 2 * SHOWN])
    return tuple(
        RoleTotal(
            over=found.partition.way.among,
            role=ROLE_NAMES[role],
            observed=int(observed[k]),
            expected=round(float(chance.whole_expected[k]), 3),
            z=rounded(z[k]),
            reading=_reading(float(z[k])),
            actors=len(found.partition.nodes),
            ties=found.ties,
            evidence=evidence,
        )
        for role, k in ((role, ROLES.index(role)) for role in ROLE_NAMES)
    )


def _reading(z: float) -> Text | None:
    if math.isnan(z):
        return None
    return MORE if z >= CLEAR else LESS if z <= -CLEAR else ALIKE


def rounded(value: float) -> float | None:
    """Round to two digits; None where there is no value."""
    return None if math.isnan(value) else round(float(value), 2)
