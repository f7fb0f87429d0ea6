"""What the answer on robustness looked at and left out, and what it cannot know."""

import numpy as np

from graph.questions.answer import Count
from graph.questions.contacts import Contacts
from graph.questions.rank_checks import MEASURES, PLACES, Rankings
from graph.questions.rank_rows import MeasureCheck
from graph.questions.reservations import placeholders, silence, unknown_levels, without_contacts
from graph.questions.robust import Thinned
from graph.questions.tie_facts import TieFacts
from schema.nodes import NODES
from schema.text import Text


def denominator(contacts: Contacts, facts: TieFacts, found: Rankings) -> tuple[Count, ...]:
    """Count what was looked at: nodes, ties, and the units that are ranked."""
    network, of = contacts.network, len(facts.counted)
    standing = np.isin(network.node_type, [k for k, cls in enumerate(NODES) if cls.shape != "matter"])
    standing &= ~network.placeholder
    return (
        Count(label=Text("Akteure, Orte und Themen", "actors, places and matters"), n=network.n),
        Count(
            label=Text("Akteure und Orte mit bekannter Ebene", "actors and places of known level"),
            n=int((standing & (contacts.level >= 0)).sum()),
            of=int(standing.sum()),
        ),
        Count(
            label=Text("Verbindungen (ohne die an Platzhaltern)", "ties (without those at placeholders)"),
            n=of,
            of=network.m,
        ),
        Count(label=Text("davon abgeleitet", "of these derived"), n=int(facts.derived.sum()), of=of),
        Count(label=Text("davon mit Stand", "of these with a date"), n=int(facts.dated.sum()), of=of),
        Count(
            label=Text("davon mit Verlässlichkeit unter 1", "of these with confidence below 1"),
            n=int(facts.unsure.sum()),
            of=of,
        ),
        Count(
            label=Text("davon als Kontakt gezählt", "of these counted as contact"), n=int(contacts.counted.sum()), of=of
        ),
        Count(
            label=Text("Einheiten mit Kontakten, die gereiht werden", "units with contacts, ranked"), n=len(found.nodes)
        ),
    )


def left_out(contacts: Contacts) -> tuple[Count, ...]:
    """Count placeholders, unknown levels and who has no contact."""
    return (
        *placeholders(contacts.network),
        *unknown_levels(contacts, contacts.actor),
        *without_contacts(contacts, contacts.actor),
    )


def figures(found: Rankings) -> dict[str, tuple[Text, float]]:
    """Name the figures of the check: how many of the first ten stay, by each measure."""
    label = Text("von den ersten {n} nach {measure} bleiben vorn", "of the first {n} by {measure} stay first")
    return {
        f"{name} stay": (label.format(n=PLACES, measure=measure), int(found.first(name).sum()))
        for name, measure in MEASURES.items()
        if found.first(name).any()
    }


def unknown(
    contacts: Contacts, facts: TieFacts, checks: tuple[MeasureCheck, ...], thinned: Thinned | None
) -> tuple[Text, ...]:
    """Say what no figure here can show, and what to enter."""
    undated, of = int((~facts.dated).sum()), len(facts.counted)
    told = (
        (undated > 0, NO_DAY.format(n=undated, of=of)),
        (of > 0 and not facts.unsure.any(), NO_CONFIDENCE),
        (bool(checks) and thinned is None, NOT_CHECKED),
        (thinned is not None, BY_CHANCE),
    )
    return (*silence(contacts), *(text for said, text in told if said))


NO_DAY = Text(
    "{n} von {of} Verbindungen tragen keinen Stand; wie alt sie sind, ist unbekannt (Spalte as_of).",
    "{n} of {of} ties bear no date; how old they are is unknown (column as_of).",
)
NO_CONFIDENCE = Text(
    "Die Verlässlichkeit ist überall 1, der vorgegebene Wert; ob jemand sie eingeschätzt hat, lässt sich daran nicht "
    "sehen.",
    "The confidence is 1 everywhere, which is the default; whether anybody judged it cannot be seen.",
)
NOT_CHECKED = Text(
    "Was bei fehlenden Verbindungen bliebe, wurde nicht geprüft.",
    "What would remain if ties were missing was not checked.",
)
BY_CHANCE = Text(
    "Geprüft ist, was bliebe, wenn Kontakte zufällig fehlten; fehlt ein ganzes Amt oder ein ganzer Sozialraum, zeigt "
    "das keine dieser Zahlen.",
    "The check is for contacts missing by chance; if a whole office or Sozialraum is missing, none of these figures "
    "shows it.",
)
