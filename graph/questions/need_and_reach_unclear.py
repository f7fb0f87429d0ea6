"""The Sozialräume that are not compared, because need or links are unknown: neither is low for want of records."""

from typing import Annotated

import numpy as np

from graph.questions.answer import DETAIL, Finding, Ref
from graph.questions.naming import kind_text, order, ref
from graph.questions.need_and_reach_areas import Found
from graph.questions.ranked import ROWS
from schema.text import Text


class AreaUnclear(Finding):
    """One Sozialraum that is not compared, because its need or its links are unknown: not low, and not missing."""

    area: Annotated[Ref, Text("Sozialraum", "Sozialraum")]
    need: Annotated[float | None, Text("Bedarf (0–1)", "need (0–1)")]
    drivers: Annotated[tuple[Text, ...], Text("Was den Bedarf treibt (0–1)", "what drives the need (0–1)"), DETAIL]
    actors: Annotated[int, Text("erfasste Akteure", "recorded actors")]
    missing: Annotated[Text, Text("Unbekannt", "unknown")]
    clarify: Annotated[Text, Text("Zu klären", "to clarify")]
    kind: Annotated[Text, Text("Art", "kind"), DETAIL]
    population: Annotated[int | None, Text("Bevölkerung", "population"), DETAIL]


def unclear_rows(found: Found) -> tuple[AreaUnclear, ...]:
    """Name the areas that are not compared, those of the highest need first, then the most populous."""
    rows = np.flatnonzero(~found.known)
    people = [found.contacts.network.node_rows[i].get("population") or 0 for i in found.nodes[rows]]
    listed = order(found.contacts.network, found.nodes[rows], np.nan_to_num(found.need[rows], nan=-1), people)
    return tuple(_unclear(found, int(k)) for k in rows[listed][:ROWS])


def _unclear(found: Found, k: int) -> AreaUnclear:
    network, i, need = found.contacts.network, int(found.nodes[k]), found.need[k]
    actors = int(found.presence.actors[k])
    missing, clarify = _missing(bool(np.isnan(need)), actors)
    return AreaUnclear(
        area=ref(network, i),
        need=None if np.isnan(need) else round(float(need), 4),
        drivers=found.monitoring.drivers(i),
        actors=actors,
        missing=missing,
        clarify=clarify,
        kind=kind_text(network, i),
        population=network.node_rows[i].get("population"),
        evidence=found.evidence(i),
    )


def _missing(no_need: bool, actors: int) -> tuple[Text, Text]:
    """Say what is unknown about an area, and how to find out."""
    both = Text("{a}; {b}", "{a}; {b}")
    if no_need and not actors:
        return both.format(a=NO_NEED, b=NO_ACTORS), both.format(a=LOOK, b=MEASURE)
    return (NO_NEED, MEASURE) if no_need else (NO_LEVEL, ENTER_LEVEL) if actors else (NO_ACTORS, LOOK)


NO_NEED = Text("Bedarf (kein Wert erfasst)", "need (no value recorded)")
NO_ACTORS = Text("Verbindungen (niemand erfasst)", "links (nobody recorded)")
NO_LEVEL = Text("Verbindungen (Ebene der Akteure unbekannt)", "links (level of the actors unknown)")
MEASURE = Text("Werte der Indikatoren (MEASURED) eintragen", "enter values of indicators (MEASURED)")
LOOK = Text(
    "vor Ort fragen: Arbeitet dort niemand, oder ist nur nichts erfasst?",
    "ask on site: does nobody work there, or is it only not recorded?",
)
ENTER_LEVEL = Text("Art oder Ebene der Akteure eintragen", "enter kind or level of the actors")
