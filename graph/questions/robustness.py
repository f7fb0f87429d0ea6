"""Robustness: on what the network rests, and which rankings stand while ties are missing."""

from datetime import date
from typing import Annotated, Any

from graph.questions.answer import Answer
from graph.questions.case import Case
from graph.questions.contacts import Contacts
from graph.questions.question import question
from graph.questions.rank_checks import ALIKE, PLACES, STAY, checked, rankings
from graph.questions.rank_rows import (
    Conclusion,
    MeasureCheck,
    UnitCheck,
    conclusions,
    measure_checks,
    unit_checks,
)
from graph.questions.record_rows import (
    AgeShare,
    NodeGap,
    SourceShare,
    TypeShare,
    age_shares,
    node_gaps,
    source_shares,
    type_shares,
)
from graph.questions.robustness_counts import denominator, figures, left_out, unknown
from graph.questions.robustness_words import summary
from graph.questions.scope import Scope
from graph.questions.tie_facts import TieFacts, day_of_age
from schema.text import Text
from schema.ties import TIES


class RobustnessOfData(Answer):
    """The answer: what the rankings bear, and what is known of the records that they rest on."""

    measures: Annotated[
        tuple[MeasureCheck, ...],
        Text(
            "Wie fest die Rangfolgen stehen, wenn Verbindungen fehlen", "How firm the rankings are if ties are missing"
        ),
    ]
    conclusions: Annotated[tuple[Conclusion, ...], Text("Welche Aussagen halten", "Which conclusions hold")]
    units: Annotated[
        tuple[UnitCheck, ...],
        Text(
            "Wer unter den ersten zehn ist, und zwischen welchen Rängen",
            "Who is among the first ten, between which ranks",
        ),
    ]
    nodes: Annotated[
        tuple[NodeGap, ...],
        Text("Wo über Akteure, Orte und Themen zu wenig bekannt ist", "Where too little is known of nodes"),
    ]
    sources: Annotated[tuple[SourceShare, ...], Text("Woher die Verbindungen stammen", "Where the ties come from")]
    types: Annotated[
        tuple[TypeShare, ...], Text("Angegeben oder abgeleitet, nach Art", "Stated or derived, by type of tie")
    ]
    ages: Annotated[tuple[AgeShare, ...], Text("Wie alt die Verbindungen sind", "How old the ties are")]
    age_on: date | None
    """The day on which ages are told: the one asked about, else the newest in the records."""


@question(
    "robustness",
    title=Text("Belastbarkeit der Daten", "Robustness of the data"),
    asks=Text(
        "Worauf stützen sich die Antworten, und welche Rangfolgen hielten, wenn Verbindungen fehlten?",
        "On what do the answers rest, and which rankings would hold if ties were missing?",
    ),
    definition=Text(
        "10 und 20 % der Kontakte werden mehrmals zufällig weggelassen; eine Rangfolge hält, wenn dabei in jedem Lauf "
        "die Rangkorrelation (Spearman) mindestens {alike} beträgt und mindestens {stay} von {n} unter den ersten {n} "
        "bleiben (von weniger als {n} der gleiche Anteil), der Grenzwert jeweils eingeschlossen; eine Aussage hält, "
        "wenn sie in jedem Lauf gilt.",
        "10 and 20 % of the contacts are left out by chance several times; a ranking holds if in every run the rank "
        "correlation (Spearman) is at least {alike} and at least {stay} of {n} stay among the first {n} (of fewer than "
        "{n} the same share), each threshold included; a conclusion holds if it is true in every run.",
    ).format(alike=Text(str(ALIKE).replace(".", ","), str(ALIKE)), stay=round(PLACES * STAY), n=PLACES),
    source=Text(
        "Borgatti, Carley und Krackhardt 2006; Costenbader und Valente 2003; die Grenzwerte sind hier festgelegt",
        "Borgatti, Carley and Krackhardt 2006; Costenbader and Valente 2003; the thresholds are our own convention",
    ),
    counts=TIES,
    answer=RobustnessOfData,
)
def robustness(case: Case[Scope]) -> dict[str, Any]:
    """Look at the records first, then at what the rankings bear."""
    network, contacts = case.network, Contacts.of(case.network, case.persons)
    facts, day, found = TieFacts.of(network, case.persons), day_of_age(network), rankings(contacts)
    thinned = checked(case, contacts, found)
    checks = measure_checks(contacts, found, thinned)
    said = conclusions(contacts, found, thinned)
    sources = source_shares(facts, case.persons)
    return {
        "measures": checks,
        "conclusions": said,
        "units": unit_checks(contacts, found, thinned),
        "nodes": node_gaps(contacts),
        "sources": sources,
        "types": type_shares(facts),
        "ages": age_shares(facts, day),
        "age_on": day,
        "summary": summary(facts, day, sources, checks, said),
        "denominator": denominator(contacts, facts, found),
        "left_out": left_out(contacts),
        "robustness": thinned.report(figures(found)) if thinned else None,
        "unknown": unknown(contacts, facts, checks, thinned),
    }
