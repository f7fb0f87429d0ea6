"""What the answer about need and reach looked at and left out, and of what the data are silent."""

import numpy as np

from graph.network import Mask
from graph.questions.answer import Count
from graph.questions.naming import listing, some
from graph.questions.need_and_reach_areas import Found
from graph.questions.need_and_reach_monitoring import change
from graph.questions.reservations import areas_looked_at, placeholders, silence, unknown_levels
from schema.nodes import Indicator, Kommune, Sozialraum
from schema.text import Text
from schema.ties import Measured


def denominator(found: Found) -> tuple[Count, ...]:
    """Count the areas that are looked at and compared, and the indicators that count."""
    n, need, network = len(found.nodes), ~np.isnan(found.need), found.contacts.network
    indicators = network.of_type(Indicator) & ~network.placeholder
    used = {i for shares in found.monitoring.shares.values() for i in shares}
    areas = network.of_type(Sozialraum) & ~network.placeholder
    measured = {area for _, area in found.monitoring.measured if areas[area]}
    values = sum(len(years) for years in found.monitoring.measured.values())
    return (
        areas_looked_at(found.contacts),
        Count(label=Text("davon mit Bedarf", "of these with a need"), n=int(need.sum()), of=n),
        Count(label=Text("davon mit Akteuren", "of these with actors"), n=int((found.presence.actors > 0).sum()), of=n),
        Count(label=Text("davon verglichen", "of these compared"), n=int(found.known.sum()), of=n),
        Count(label=Text("Indikatoren, die zählen", "indicators that count"), n=len(used), of=int(indicators.sum())),
        Count(
            label=Text("Gebiete mit Messwerten", "areas with values"),
            n=len(measured),
            of=int(areas.sum()),
        ),
        Count(label=Text("Messwerte", "values"), n=values),
    )


def left_out(found: Found) -> tuple[Count, ...]:
    """Count the placeholders, the actors of unknown level, and the values that say nothing about a Sozialraum."""
    network = found.contacts.network
    of_kommunen = network.with_verb(Measured) & network.of_type(Kommune)[network.end]
    label = Text("Messwerte ganzer Kommunen", "values of whole Kommunen")
    counts = (Count(label=label, n=int(of_kommunen.sum())),) if of_kommunen.any() else ()
    return (*placeholders(network), *unknown_levels(found.contacts, found.contacts.actor), *counts, *_undirected(found))


def _undirected(found: Found) -> tuple[Count, ...]:
    rows = found.contacts.network.node_rows
    measured = {indicator for indicator, _ in found.monitoring.measured}
    n = sum(rows[i].get("high_is_need") is None for i in measured)
    label = Text(
        "Indikatoren ohne Richtung (ob ein hoher Wert hohen Bedarf bedeutet, ist nicht erfasst)",
        "indicators without a direction (whether a high value means high need is not recorded)",
    )
    return (Count(label=label, n=n, of=len(measured)),) if n else ()


def unknown(found: Found) -> tuple[Text, ...]:
    """Say which areas are silent, and what to enter so that they could be compared."""
    measured = found.monitoring.measured
    no_need, no_links = np.isnan(found.need), ~found.presence.recorded
    partly = bool(len(found.nodes)) and not no_need.all()
    once = bool(measured) and not any(change(years) for years in measured.values())
    return (
        *silence(found.contacts),
        *(() if partly or not len(found.nodes) else (NO_NEED,)),
        *(_named(found, no_need, SOME_NEED) if partly else ()),
        *_named(found, no_links, NO_LINKS),
        *((ONCE,) if once else ()),
        *((NOT_PER_HEAD,) if found.known.any() else ()),
    )


def _named(found: Found, marked: Mask, text: Text) -> tuple[Text, ...]:
    names = sorted(found.contacts.network.name(int(i)) for i in found.nodes[marked])
    who = some(len(names), Text("Sozialraum", "Sozialraum"), Text("Sozialräume", "Sozialräume"))
    return (text.format(who=who, names=listing(names)),) if names else ()


NO_NEED = Text(
    "Werte von Indikatoren je Sozialraum sind nicht erfasst, oder es fehlt ihre Richtung; wie hoch der Bedarf ist, ist "
    "unbekannt. Indikatoren mit Richtung (high_is_need) und ihre Werte (MEASURED) eintragen.",
    "No values of indicators in Sozialräume are recorded, or their direction is missing; how high the need is, is "
    "unknown. Enter indicators with a direction (high_is_need) and their values (MEASURED).",
)
SOME_NEED = Text(
    "Ohne Messwert, der Bedarf ist dort unbekannt und nicht gering: {who} ({names}).",
    "Without a value, the need there is unknown and not low: {who} ({names}).",
)
NO_LINKS = Text(
    "Ohne erfasste Akteure bekannter Ebene, die Verbindungen sind dort unbekannt: {who} ({names}). Wer dort arbeitet, "
    "lässt sich als ACTIVE_IN eintragen.",
    "Without recorded actors of a known level, the links there are unknown: {who} ({names}). Who works there can be "
    "entered as ACTIVE_IN.",
)
ONCE = Text(
    "Jeder Indikator ist nur für ein Jahr erfasst; ob der Bedarf wächst oder abnimmt, ist unbekannt.",
    "Each indicator is recorded for one year only; whether need grows or falls is unknown.",
)
NOT_PER_HEAD = Text(
    "Gezählt werden Akteure, nicht ihre Mittel oder Plätze; ob ihre Zahl für die Bevölkerung reicht, sagen die Daten "
    "nicht.",
    "Actors are counted, not their means or places; whether they suffice for the population the data do not say.",
)
