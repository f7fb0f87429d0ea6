"""Fahrstuhl links: ties and chains between the levels, and the units that carry them."""

from typing import Annotated, Any

import numpy as np

from graph.measures.arrays import places
from graph.measures.arrays.matrices import Integers
from graph.network import Mask
from graph.questions.answer import Answer, Count
from graph.questions.case import Case
from graph.questions.contacts import CONTACT, Contacts
from graph.questions.directions import POLITICS
from graph.questions.levels import LevelPair, OneWay, crossing, matrix_rows, one_way, one_way_rows, pairs
from graph.questions.lifts import (
    AGENCY,
    AreaLift,
    Axes,
    Lifted,
    UnitLift,
    area_rows,
    axes,
    cut_off,
    gaining,
    lifted_rows,
    unit_rows,
    units,
)
from graph.questions.naming import listing, some
from graph.questions.position import affiliations, lift
from graph.questions.question import question
from graph.questions.reservations import (
    NO_LIFT,
    areas_looked_at,
    placeholders,
    placeholders_sentence,
    silence,
    unknown_levels,
    without_contacts,
    without_dezernat,
)
from graph.questions.robust import TOP, Thinned, first, stay
from graph.questions.scope import Scope
from schema.levels import STOREYS
from schema.nodes import Committee
from schema.text import Text
from schema.ties import PartOf, Steers


class LiftLinks(Answer):
    """The answer: matrix, units, Sozialräume with their chains, one-way cases, lift through affiliations."""

    matrix: Annotated[tuple[LevelPair, ...], Text("Verbindungen zwischen den Ebenen", "Ties between the levels")]
    units: Annotated[
        tuple[UnitLift, ...],
        Text("Wer Ebenen (senkrecht) und Ressorts (waagerecht) verbindet", "Who joins levels and departments"),
    ]
    areas: Annotated[
        tuple[AreaLift, ...],
        Text(
            "Vom Sozialraum bis zum politischen Gremium: die kürzeste Kette",
            "From the Sozialraum to a political committee: the shortest chain",
        ),
    ]
    one_way: Annotated[
        tuple[OneWay, ...],
        Text(
            "Nur in eine Richtung erfasst: hier den Gegenstrom prüfen",
            "Recorded one way only: check for the counter-current here",
        ),
    ]
    lifted: Annotated[
        tuple[Lifted, ...],
        Text("Was Zugehörigkeiten zusätzlich eröffnen", "What affiliations open in addition"),
    ]


@question(
    "lift-links",
    title=Text("Fahrstuhl-Verbindungen", "Fahrstuhl links"),
    asks=Text(
        "Welche Verbindungen laufen zwischen Politik, Verwaltung und Lebenswelt, und wer trägt sie?",
        "Which ties run between politics, administration and lifeworld, and who carries them?",
    ),
    definition=Text(
        "Senkrecht zählt je Einheit die Paare ihrer Kontakte auf verschiedenen Ebenen, waagerecht die Paare aus "
        "verschiedenen Ressorts, jeweils ohne eigene Verbindung untereinander; der Fahrstuhlwert ist das geometrische "
        "Mittel beider, jedes als Anteil am höchsten Wert.",
        "Vertically, the pairs of a unit's contacts on different levels count, horizontally the pairs of different "
        "departments, each without a tie of their own; the lift score is the geometric mean of both, each as a share "
        "of the highest value.",
    ),
    source=Text(
        "Schubert (Fachtag Integrierte Planung): Fahrstuhlagentur, Gegenstromprinzip; Gould und Fernandez 1989; "
        "Lazega, Jourda und Mounier 2013",
        "Schubert (Fachtag Integrierte Planung): Fahrstuhlagentur, Gegenstromprinzip; Gould and Fernandez 1989; "
        "Lazega, Jourda and Mounier 2013",
    ),
    counts=(*CONTACT, PartOf),
    answer=LiftLinks,
)
def lift_links(case: Case[Scope]) -> dict[str, Any]:
    """Count the ties between the levels, score the units and follow the chains."""
    network, contacts = case.network, Contacts.of(case.network, case.persons)
    listed = pairs(contacts)
    found, gained = axes(contacts, np.flatnonzero(units(contacts)).astype(np.int64)), gaining(contacts)
    thinned = _thinned(case, contacts, found, gained[0])
    ranked, areas = unit_rows(contacts, found, thinned), area_rows(contacts)
    across = (listed.upper != listed.lower) & (listed.lower < len(STOREYS))
    shown = {"matrix": matrix_rows(contacts, listed), "units": ranked, "areas": areas}
    return shown | {
        "one_way": one_way_rows(contacts, listed),
        "lifted": lifted_rows(contacts, *gained, thinned),
        "summary": (
            *_between_levels(int(across.sum()), len(listed.a)),
            *_agency(contacts, ranked),
            *_chains(contacts, areas),
            *placeholders_sentence(network),
        ),
        "denominator": (
            Count(label=Text("Paare mit Kontakt", "pairs with a contact"), n=len(listed.a)),
            Count(
                label=Text("davon zwischen Ebenen", "of these between levels"), n=int(across.sum()), of=len(listed.a)
            ),
            Count(label=Text("davon nur in eine Richtung", "of these one way only"), n=len(one_way(listed))),
            Count(label=Text("Einheiten", "units"), n=int(units(contacts).sum()), of=int(contacts.actor.sum())),
            areas_looked_at(contacts),
        ),
        "left_out": (
            *placeholders(network),
            *unknown_levels(contacts, contacts.actor),
            *without_contacts(contacts, contacts.actor),
        ),
        "robustness": thinned.report(_figures(contacts, found)) if thinned else None,
        "unknown": _unknown(contacts, int(across.sum())),
    }


def _thinned(case: Case[Scope], contacts: Contacts, found: Axes, lifted: Integers) -> Thinned | None:
    """Try again while ties are missing: the ranks of units and lifted actors, and the figures."""

    def trial(lost: Mask) -> dict[str, Any]:
        left = contacts.without(lost)
        again = axes(left, found.nodes)
        return {
            "units": again.rank,
            "lifted": places(lift(left, lifted)),
            "across": crossing(left),
            "cut off": cut_off(left, contacts.own_area),
            "first": stay(found.rank, again.rank),
            "agency": int((again.agency & found.agency).sum()),
        }

    return case.thinned(contacts.counted, trial)


def _figures(contacts: Contacts, found: Axes) -> dict[str, tuple[Text, float]]:
    """Name the figures of the check."""
    label = Text("von den ersten {top} Einheiten bleiben vorn", "of the first {top} units stay first")
    return {
        "across": (Text("Kontakte zwischen Ebenen", "contacts between levels"), crossing(contacts)),
        "cut off": (
            Text("Sozialräume ohne Kette zur Politik", "Sozialräume without a chain to politics"),
            cut_off(contacts, contacts.own_area),
        ),
        "first": (label.format(top=TOP), first(found.rank)),
        "agency": (Text("bleibt die Fahrstuhlagentur", "stays the Fahrstuhlagentur"), int(found.agency.sum())),
    }


def _between_levels(across: int, all_pairs: int) -> tuple[Text, ...]:
    text = Text(
        "{across} von {n} Kontakten laufen zwischen verschiedenen Ebenen.",
        "{across} of {n} contacts run between different levels.",
    )
    return (text.format(across=across, n=all_pairs),) if all_pairs else ()


def _agency(contacts: Contacts, ranked: tuple[UnitLift, ...]) -> tuple[Text, ...]:
    """Name the unit that acts as the Fahrstuhlagentur, and where the one recorded as such stands."""
    said = []
    for row in [row for row in ranked if row.verdict == AGENCY][:1]:
        text = Text(
            "Als Fahrstuhlagentur wirkt am ehesten {name}: {v} Paare über Ebenen, {h} Paare über Ressorts.",
            "{name} comes closest to a Fahrstuhlagentur: {v} pairs across levels, {h} pairs across departments.",
        )
        said.append(text.format(name=row.unit.name, v=row.vertical, h=row.horizontal))
    for row in [row for row in ranked if row.agency and row.verdict != AGENCY]:
        text = Text("Als Agentur erfasst ist {name}; sie {verdict}.", "{name} is recorded as the agency; it {verdict}.")
        said.append(text.format(name=row.unit.name, verdict=row.verdict))
    if ranked and not said and len(contacts.tie):
        text = Text(
            "Keine Verwaltungseinheit verbindet nach den erfassten Daten sowohl Ebenen als auch Ressorts.",
            "By what is recorded, no unit of the administration joins both levels and departments.",
        )
        said.append(text)
    return tuple(said)


def _chains(contacts: Contacts, areas: tuple[AreaLift, ...]) -> tuple[Text, ...]:
    """Say from how many Sozialräume no chain leads to politics, and how long the longest is."""
    politics, n = contacts.on_storey(POLITICS) & (contacts.degree > 0), int(contacts.own_area.sum())
    if not areas or not politics.any():
        return ()
    without = cut_off(contacts, contacts.own_area)
    if without:
        text = Text(
            "Von {without} der {n} Sozialräume führt keine erfasste Kette zu einem politischen Gremium: {names}.",
            "From {without} of the {n} Sozialräume no recorded chain leads to a political committee: {names}.",
        )
        names = listing((row.area.name for row in areas if row.steps is None), total=without)
        return (text.format(without=without, n=n, names=names),)
    text = Text(
        "Von jedem Sozialraum führt eine Kette zu einem politischen Gremium, die längste in {steps}.",
        "From each Sozialraum a chain leads to a political committee, the longest in {steps}.",
    )
    longest = max(row.steps or 0 for row in areas)
    return (text.format(steps=some(longest, Text("Schritt", "step"), Text("Schritten", "steps"))),)


def _unknown(contacts: Contacts, across: int) -> tuple[Text, ...]:
    belongs, between = affiliations(contacts)
    committee = contacts.network.of_type(Committee) & contacts.on_storey(POLITICS)
    checks = (
        (len(contacts.tie) > 0 and not across, NO_ACROSS),
        (not committee.any(), NO_POLITICS),
        (len(set(contacts.ressort.tolist()) - {-1}) < 2, NO_RESSORTS),
        (not contacts.network.with_verb(Steers).any(), NO_STEERS),
        (not (belongs.nnz and between.nnz), NO_LIFT),
    )
    return (*silence(contacts), *(text for silent, text in checks if silent), *without_dezernat(contacts))


NO_ACROSS = Text(
    "Zwischen den Ebenen ist keine Verbindung erfasst; ob es keine gibt oder ob sie nur nicht eingetragen sind, "
    "lässt sich nicht sagen.",
    "No tie between levels is recorded; whether there are none or they were not entered cannot be told.",
)
NO_POLITICS = Text(
    "Politische Gremien sind nicht erfasst; Ketten bis zur Politik lassen sich nicht verfolgen.",
    "No political committees are recorded; chains up to politics cannot be followed.",
)
NO_STEERS = Text(
    "Rückwege von oben nach unten (STEERS) sind nicht erfasst; dass etwas nur nach oben läuft, ist damit nicht gesagt.",
    "Ways back from top to bottom (STEERS) are not recorded; that does not mean things run upwards only.",
)
NO_RESSORTS = Text(
    "Es ist höchstens ein Ressort erfasst; die waagerechte Verbindung zwischen Ressorts ist unbekannt.",
    "At most one department is recorded; the horizontal links between departments are unknown.",
)
