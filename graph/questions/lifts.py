"""The lift of units, Sozialräume and actors: who joins levels, who joins departments, who does both."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

import numpy as np

from graph.measures.arrays import places, spanned_pairs
from graph.measures.arrays.matrices import Floats, Integers
from graph.network import Mask
from graph.questions.answer import DETAIL, Finding, Interval, Ranked, Ref
from graph.questions.chains import FAR, chain, chain_evidence, distances
from graph.questions.contacts import Contacts
from graph.questions.directions import ADMINISTRATION, LIFEWORLD, POLITICS
from graph.questions.naming import kind_text, level_text, order, ref, refs
from graph.questions.position import affiliations, lift
from graph.questions.robust import Thinned
from schema.levels import STOREYS
from schema.nodes import Committee, Department, Organisation
from schema.text import Text

ROWS = 500
"""Rows given of each table; the denominator counts all."""

AGENCY = Text("wirkt als Fahrstuhlagentur: verbindet am stärksten Ebenen und Ressorts", "acts as the Fahrstuhlagentur")
BOTH = Text("verbindet Ebenen und Ressorts", "joins levels and departments")
LEVELS_ONLY = Text("verbindet nur Ebenen", "joins levels only")
RESSORTS_ONLY = Text("verbindet nur Ressorts", "joins departments only")
NEITHER = Text("verbindet weder Ebenen noch Ressorts", "joins neither levels nor departments")


class UnitLift(Ranked):
    """One unit with both axes side by side."""

    unit: Annotated[Ref, Text("Einheit", "unit")]
    kind: Annotated[Text, Text("Art", "kind")]
    vertical: Annotated[int, Text("Paare über Ebenen", "pairs across levels")]
    horizontal: Annotated[int, Text("Paare über Ressorts", "pairs across departments")]
    score: Annotated[float, Text("Fahrstuhlwert (0–100)", "lift score (0–100)")]
    verdict: Annotated[Text, Text("Rolle", "role")]
    agency: Annotated[bool, Text("als Agentur erfasst", "recorded as the agency")]
    level: Annotated[Text, Text("Ebene", "level"), DETAIL]
    politics: Annotated[int, Text("Kontakte zur Politik", "contacts in politics"), DETAIL]
    administration: Annotated[int, Text("Kontakte zur Verwaltung", "contacts in administration"), DETAIL]
    lifeworld: Annotated[int, Text("Kontakte zur Lebenswelt", "contacts in the lifeworld"), DETAIL]
    ressorts: Annotated[int, Text("Ressorts unter den Kontakten", "departments among the contacts"), DETAIL]


class AreaLift(Finding):
    """One Sozialraum: who meets there, and the shortest chain from there to a political committee."""

    area: Annotated[Ref, Text("Sozialraum", "Sozialraum")]
    steps: Annotated[int | None, Text("Schritte bis zu einem politischen Gremium", "steps to a political committee")]
    chain: Annotated[tuple[Ref, ...], Text("kürzeste Kette", "shortest chain")]
    actors: Annotated[int, Text("Akteure", "actors")]
    levels: Annotated[Text, Text("Ebenen vor Ort", "levels present"), DETAIL]
    ressorts: Annotated[int, Text("Ressorts vor Ort", "departments present"), DETAIL]
    vertical: Annotated[int, Text("unverbundene Paare über Ebenen", "unconnected pairs across levels"), DETAIL]
    horizontal: Annotated[int, Text("unverbundene Paare über Ressorts", "unconnected pairs across departments"), DETAIL]


class Lifted(Ranked):
    """One actor whose organisations open more than its own contacts."""

    actor: Annotated[Ref, Text("Akteur", "actor")]
    contacts: Annotated[int, Text("eigene Kontakte", "own contacts")]
    gained: Annotated[int, Text("zusätzlich erreichbar", "reachable in addition")]
    through: Annotated[tuple[Ref, ...], Text("gehört zu", "belongs to")]


def units(contacts: Contacts) -> Mask:
    """Mark the units looked at: departments, committees and organisations that have contacts."""
    unit = contacts.member & contacts.network.of_type(Department, Committee, Organisation)
    return np.asarray(unit & (contacts.degree > 0), dtype=np.bool_)


def scores(vertical: Integers, horizontal: Integers) -> Floats:
    """Give 100 · √(v/max v · h/max h), rounded to one digit; 0 where either axis is missing."""
    highest = max(int(vertical.max(initial=0)) * int(horizontal.max(initial=0)), 1)
    return np.asarray(np.round(100 * np.sqrt(vertical * horizontal / highest), 1), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Axes:
    """The two axes of some units, and the lift score that puts them together."""

    nodes: Integers
    vertical: Integers
    horizontal: Integers
    office: Mask
    """Marks the units of the administration."""

    @cached_property
    def score(self) -> Floats:
        """Give 100 · √(v/max v · h/max h), rounded to one digit; 0 where either axis is missing."""
        return scores(self.vertical, self.horizontal)

    @cached_property
    def rank(self) -> Integers:
        """Give the places 1, 2, 2, 4 by the score."""
        return places(self.score)

    @cached_property
    def agency(self) -> Mask:
        """Mark the unit of the administration that joins both axes best, or several if they are equal."""
        best = self.score[self.office].max(initial=0)
        return np.asarray(self.office & (self.score == best) & (self.score > 0), dtype=np.bool_)


def axes(contacts: Contacts, nodes: Integers) -> Axes:
    """Measure some units on both axes."""
    return Axes(
        nodes,
        spanned_pairs(contacts.adjacency, contacts.level_class)[nodes],
        spanned_pairs(contacts.adjacency, contacts.ressort)[nodes],
        contacts.network.of_type(Department)[nodes],
    )


def unit_rows(contacts: Contacts, found: Axes, thinned: Thinned | None) -> tuple[UnitLift, ...]:
    """Name the units by their lift score; the first of the administration that does both is the agency in effect."""
    rows = []
    for k in order(contacts.network, found.nodes, found.score, found.vertical, found.horizontal)[:ROWS].tolist():
        ranks = thinned.ranks("units", k) if thinned else {}
        rows.append(_unit(contacts, found, k, ranks))
    return tuple(rows)


def _verdict(vertical: int, horizontal: int) -> Text:
    if vertical and horizontal:
        return BOTH
    return LEVELS_ONLY if vertical else RESSORTS_ONLY if horizontal else NEITHER


def _unit(contacts: Contacts, found: Axes, k: int, ranks: dict[str, Interval]) -> UnitLift:
    network, i = contacts.network, int(found.nodes[k])
    near, vertical, horizontal = contacts.neighbours(i), int(found.vertical[k]), int(found.horizontal[k])
    level = contacts.level[near]
    return UnitLift(
        rank=int(found.rank[k]),
        **ranks,
        unit=ref(network, i),
        kind=kind_text(network, i),
        vertical=vertical,
        horizontal=horizontal,
        score=float(found.score[k]),
        verdict=AGENCY if found.agency[k] else _verdict(vertical, horizontal),
        agency=bool(network.node_rows[i].get("agency")),
        level=level_text(int(contacts.level[i])),
        politics=int((level == POLITICS).sum()),
        administration=int((level == ADMINISTRATION).sum()),
        lifeworld=int((level == LIFEWORLD).sum()),
        ressorts=len(set(contacts.ressort[near].tolist()) - {-1}),
        evidence=(network.ids[i], *contacts.evidence(contacts.contacts_of(i))),
    )


def to_politics(contacts: Contacts) -> Integers:
    """Count the steps from each node to the nearest political committee."""
    return distances(contacts, contacts.on_storey(POLITICS) & contacts.network.of_type(Committee))


def cut_off(contacts: Contacts, areas: Mask) -> int:
    """Count the Sozialräume from which no chain leads to a political committee."""
    return int((to_politics(contacts)[areas] == FAR).sum())


def area_rows(contacts: Contacts) -> tuple[AreaLift, ...]:
    """Give the Sozialräume that count for themselves, those without a chain first, then the longest chains."""
    network, nodes = contacts.network, np.flatnonzero(contacts.own_area).astype(np.int64)
    far = to_politics(contacts)
    vertical = spanned_pairs(contacts.adjacency, contacts.level_class)
    horizontal = spanned_pairs(contacts.adjacency, contacts.ressort)
    first = np.where(far[nodes] == FAR, network.n + 1, far[nodes])
    return tuple(
        _area(contacts, i, chain(contacts, far, i), int(vertical[i]), int(horizontal[i]))
        for i in nodes[order(network, nodes, first)][:ROWS].tolist()
    )


def _area(contacts: Contacts, i: int, path: tuple[int, ...], vertical: int, horizontal: int) -> AreaLift:
    near = contacts.neighbours(i)
    present = [level_text(code) for code in range(len(STOREYS)) if (contacts.level[near] == code).any()]
    return AreaLift(
        area=ref(contacts.network, i),
        steps=len(path) - 1 if path else None,
        chain=tuple(ref(contacts.network, k) for k in path),
        actors=len(near),
        levels=Text(", ".join(level.de for level in present), ", ".join(level.en for level in present)),
        ressorts=len(set(contacts.ressort[near].tolist()) - {-1}),
        vertical=vertical,
        horizontal=horizontal,
        evidence=chain_evidence(contacts, path) if path else (contacts.network.ids[i],),
    )


def gaining(contacts: Contacts) -> tuple[Integers, Integers]:
    """List the actors whose affiliations open more than their own contacts, and whom to."""
    nodes = np.flatnonzero(contacts.actor).astype(np.int64)
    gained = lift(contacts, nodes)
    return nodes[gained > 0], gained[gained > 0]


def lifted_rows(contacts: Contacts, nodes: Integers, gained: Integers, thinned: Thinned | None) -> tuple[Lifted, ...]:
    """Rank the actors by what their affiliations open beyond their own contacts; those without any are left out."""
    network, (belongs, between) = contacts.network, affiliations(contacts)
    rank, found = places(gained), []
    for k in order(network, nodes, gained)[:ROWS]:
        i = int(nodes[k])
        through = belongs.indices[belongs.indptr[i] : belongs.indptr[i + 1]]
        through = through[np.diff(between.indptr)[through] > 0]
        found.append(
            Lifted(
                rank=int(rank[k]),
                **(thinned.ranks("lifted", int(k)) if thinned else {}),
                actor=ref(network, i),
                contacts=int(contacts.degree[i]),
                gained=int(gained[k]),
                through=refs(network, through),
                evidence=(network.ids[i], *(network.ids[org] for org in through)),
            )
        )
    return tuple(found)
