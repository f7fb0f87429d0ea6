"""Gemeinden without a counterpart, departments whose papers reach nobody, leaders without dialogic contact."""

from typing import Annotated

import numpy as np

from graph.measures.arrays.matrices import Floats, Integers, binary, matrix
from graph.network import Mask, Network
from graph.questions.answer import Finding, Ref
from graph.questions.contacts import SHOWN, Contacts
from graph.questions.hierarchy import inside, within
from graph.questions.naming import order, ref
from schema.nodes import Committee, Department, Document, Format, Kommune, Person, Sozialraum
from schema.text import Text
from schema.ties import (
    AdoptedBy,
    Concerns,
    ConsultedIn,
    ContributesTo,
    CooperatesWith,
    CounterpartOf,
    Leads,
    TakesPart,
    UnderDirectionOf,
)

BELONGING = ("kreisangehörige Gemeinde", "Samtgemeinde")
"""Kinds of Kommunen that belong to a Kreis."""
DIALOGIC = ("Gespräch", "Hospitation", "Tandem")
"""Formats that are dialogic by their kind."""


class GemeindeGap(Finding):
    """A Gemeinde of which nobody is recorded as anybody's counterpart."""

    gemeinde: Annotated[Ref, Text("Gemeinde", "Gemeinde")]
    population: Annotated[int | None, Text("Bevölkerung", "population")]
    contacts: Annotated[int, Text("Kontakte nach außen", "contacts outside")]


class PaperGap(Finding):
    """A department whose papers reach no committee or name no area."""

    department: Annotated[Ref, Text("Verwaltungseinheit", "department")]
    papers: Annotated[int, Text("Vorlagen", "papers")]
    in_committees: Annotated[int, Text("davon in Gremien", "of these in committees")]
    about_areas: Annotated[int, Text("davon mit Sozialraum", "of these about an area")]
    missing: Annotated[Text, Text("Es fehlt", "missing")]


class LeaderGap(Finding):
    """A leadership without dialogic contact; the person is named only with the switch."""

    unit: Annotated[Ref, Text("Leitung von", "head of")]
    leader: Annotated[Ref | None, Text("Person", "person")]
    collective: Annotated[int, Text("andere Kontakte erfasst", "other contacts recorded")]


def gemeinden(network: Network) -> Integers:
    """List the Kommunen that belong to a Kreis."""
    kommune, whole = network.of_type(Kommune) & ~network.placeholder, within(network, Kommune)
    kind = np.array([row.get("kind") in BELONGING for row in network.node_rows], dtype=np.bool_)
    return np.flatnonzero(kommune & (kind | (np.diff(whole.indptr) > 0))).astype(np.int64)


def gemeinde_rows(network: Network) -> tuple[GemeindeGap, ...]:
    """List the Gemeinden without a counterpart, the most populous first; persons count for their units."""
    contacts, found = Contacts.of(network, persons=False), gemeinden(network)
    parts, counterpart = within(network).T.tocsr(), network.with_verb(CounterpartOf)[contacts.tie]
    rows = {}
    for i in found.tolist():
        home = np.zeros(network.n, dtype=np.bool_)
        home[[i, *inside(parts, i)]] = True
        outward = home[contacts.a] != home[contacts.b]
        if not (outward & counterpart).any():
            outside = [*contacts.a[outward & home[contacts.b]], *contacts.b[outward & home[contacts.a]]]
            rows[i] = _gemeinde(network, i, len(set(outside)))
    nodes = np.array(list(rows), dtype=np.int64)
    return tuple(rows[int(nodes[k])] for k in order(network, nodes, [rows[i].population or 0 for i in rows]))


def _gemeinde(network: Network, i: int, contacts: int) -> GemeindeGap:
    return GemeindeGap(
        gemeinde=ref(network, i),
        population=network.node_rows[i].get("population"),
        contacts=contacts,
        evidence=(network.ids[i],),
    )


def paper_rows(network: Network) -> tuple[PaperGap, ...]:
    """List the departments whose papers reach no committee or name no area, as far as either is recorded at all."""
    size, real = (network.n, network.n), ~network.placeholder
    led, wrote = network.with_verb(UnderDirectionOf), network.with_verb(ContributesTo)
    unit = np.concatenate([network.end[led], network.start[wrote]])
    paper = np.concatenate([network.start[led], network.end[wrote]])
    held = binary(matrix(unit, paper, size))
    heard, placed = consulted(network), located(network)
    counts = [np.asarray(held @ flag.astype(np.int64)) for flag in (network.of_type(Document), heard, placed)]
    lacks = ((counts[1] == 0) & heard.any()) | ((counts[2] == 0) & placed.any())
    nodes = np.flatnonzero(network.of_type(Department) & real & (counts[0] > 0) & lacks).astype(np.int64)
    found = []
    for k in order(network, nodes, counts[0][nodes]):
        i = int(nodes[k])
        missing = _missing(not counts[1][i] and bool(heard.any()), not counts[2][i] and bool(placed.any()))
        papers = inside(held, i)
        found.append(
            PaperGap(
                department=ref(network, i),
                papers=int(counts[0][i]),
                in_committees=int(counts[1][i]),
                about_areas=int(counts[2][i]),
                missing=missing,
                evidence=tuple(network.ids[p] for p in (i, *papers.tolist()))[:SHOWN],
            )
        )
    return tuple(found)


def consulted(network: Network) -> Mask:
    """Mark the documents that were dealt with or adopted in a committee."""
    return _documents(network, network.with_verb(ConsultedIn, AdoptedBy) & network.of_type(Committee)[network.end])


def located(network: Network) -> Mask:
    """Mark the documents that concern a Sozialraum."""
    return _documents(network, network.with_verb(Concerns) & network.of_type(Sozialraum)[network.end])


def _documents(network: Network, ties: Mask) -> Mask:
    marked = np.zeros(network.n, dtype=np.bool_)
    marked[network.start[ties]] = True
    return np.asarray(marked & network.of_type(Document), dtype=np.bool_)


def _missing(committee: bool, area: bool) -> Text:
    if committee and area:
        return Text("Gremium und Sozialraum", "committee and area")
    return Text("Gremium", "committee") if committee else Text("Sozialraum", "area")


def leaderships(network: Network) -> Integers:
    """List the ties by which a person leads a unit, a body or a Kommune that is no placeholder."""
    real = ~network.placeholder
    kept = network.of_type(Person)[network.start] & network.of_type(Department, Committee, Kommune)[network.end]
    kept &= real[network.start] & real[network.end]
    return np.flatnonzero(network.with_verb(Leads) & kept).astype(np.int64)


def in_dialogue(network: Network) -> Mask:
    """Mark who has a dialogic contact: a cooperation that says so, or a part in a dialogic format."""
    kind = np.array([row.get("contact_kind") == "dialogic" for row in network.tie_rows], dtype=np.bool_)
    talk = np.array([row.get("kind") in DIALOGIC for row in network.node_rows], dtype=np.bool_)
    talk &= network.of_type(Format)
    spoken = network.with_verb(CooperatesWith) & kind
    met = network.with_verb(TakesPart) & talk[network.end]
    marked = np.zeros(network.n, dtype=np.bool_)
    marked[np.concatenate([network.start[spoken | met], network.end[spoken]])] = True
    return marked


def leader_rows(contacts: Contacts) -> tuple[LeaderGap, ...]:
    """List the leaderships of which neither the person nor the unit has a dialogic contact."""
    network, dialogue = contacts.network, in_dialogue(contacts.network)
    ties = [j for j in leaderships(network).tolist() if not dialogue[[network.start[j], network.end[j]]].any()]
    units = np.array([network.end[j] for j in ties], dtype=np.int64)
    degree: Floats = contacts.degree[units].astype(np.float64)
    found: dict[tuple[int, int], LeaderGap] = {}
    for k in order(network, units, degree):
        j, unit = ties[k], int(units[k])
        leader = int(network.start[j]) if contacts.persons else -1
        found[unit, leader] = LeaderGap(
            unit=ref(network, unit),
            leader=ref(network, leader) if contacts.persons else None,
            collective=int(degree[k]),
            evidence=(network.ids[unit], *((str(network.tie_rows[j]["id"]),) if contacts.persons else ())),
        )
    return tuple(found.values())
