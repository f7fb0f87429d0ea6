"""The rows of the Sozialräume that are compared: need and links side by side."""

from typing import Annotated, Any

import numpy as np

from graph.network import Mask
from graph.questions.answer import DETAIL, Ranked, Ref
from graph.questions.directions import ADMINISTRATION, LIFEWORLD, POLITICS
from graph.questions.naming import kind_text, order, ref
from graph.questions.need_and_reach_areas import Found
from graph.questions.ranked import ROWS
from graph.questions.robust import Thinned
from schema.text import Text


class AreaNeed(Ranked):
    """One Sozialraum: how high its need is, and who is there, compared with the others."""

    area: Annotated[Ref, Text("Sozialraum", "Sozialraum")]
    reading: Annotated[Text, Text("im Vergleich", "compared")]
    need: Annotated[float, Text("Bedarf (0–1)", "need (0–1)")]
    drivers: Annotated[tuple[Text, ...], Text("Was den Bedarf treibt (0–1)", "what drives the need (0–1)"), DETAIL]
    actors: Annotated[int, Text("Akteure", "actors")]
    pairs: Annotated[int, Text("Paare in Kontakt", "pairs in contact")]
    upward: Annotated[int, Text("Akteure aus Verwaltung und Politik", "actors of administration and politics")]
    conference: Annotated[bool | None, Text("Konferenz", "conference")]
    kind: Annotated[Text, Text("Art", "kind"), DETAIL]
    need_rank: Annotated[int, Text("Rang nach Bedarf (1 = höchster)", "rank by need (1 = highest)"), DETAIL]
    links_rank: Annotated[int, Text("Rang nach Verbindungen (1 = wenigste)", "rank by links (1 = fewest)"), DETAIL]
    score: Annotated[float, Text("Mittel beider Ränge", "mean of both ranks"), DETAIL]
    strength: Annotated[float | None, Text("mittlere Stärke (1–5)", "mean strength (1–5)"), DETAIL]
    politics: Annotated[int, Text("Akteure vor Ort: Politik", "actors there: politics"), DETAIL]
    administration: Annotated[int, Text("Akteure vor Ort: Verwaltung", "actors there: administration"), DETAIL]
    lifeworld: Annotated[int, Text("Akteure vor Ort: Lebenswelt", "actors there: lifeworld"), DETAIL]
    trend: Annotated[Text | None, Text("Entwicklung", "trend"), DETAIL]
    population: Annotated[int | None, Text("Bevölkerung", "population"), DETAIL]


def area_rows(found: Found, thinned: Thinned | None) -> tuple[AreaNeed, ...]:
    """Name the compared areas, those with high need and few links first."""
    nodes = found.nodes[found.known]
    listed = order(found.contacts.network, nodes, -found.compared.score, found.compared.need)
    levels = {name: found.compared.presence.on_level(storey) for name, storey in LEVELS.items()}
    held = found.areas.conferences()
    rows = []
    for k in listed[:ROWS].tolist():
        more = {name: int(count[k]) for name, count in levels.items()} | (thinned.ranks("areas", k) if thinned else {})
        rows.append(_row(found, int(nodes[k]), k, conference=_conference(found, held, int(nodes[k])), **more))
    return tuple(rows)


def _row(found: Found, i: int, k: int, **more: Any) -> AreaNeed:
    compared, network = found.compared, found.contacts.network
    strength = compared.presence.strength[k]
    return AreaNeed(
        rank=int(compared.rank[k]),
        area=ref(network, i),
        reading=_reading(int(compared.sides[0][k]), int(compared.sides[1][k])),
        need=round(float(compared.need[k]), 4),
        drivers=found.monitoring.drivers(i),
        actors=int(compared.presence.actors[k]),
        pairs=int(compared.presence.pairs[k]),
        upward=int(compared.presence.upward[k]),
        kind=kind_text(network, i),
        need_rank=int(compared.need_rank[k]),
        links_rank=int(compared.links_rank[k]),
        score=float(compared.score[k]),
        strength=None if np.isnan(strength) else round(float(strength), 2),
        trend=found.monitoring.trend(i),
        population=network.node_rows[i].get("population"),
        evidence=found.evidence(i),
        **more,
    )


def _conference(found: Found, held: Mask, i: int) -> bool | None:
    """Say whether a conference is held for an area; None where none is recorded for any area of its kind."""
    rows = found.contacts.network.node_rows
    here = bool(held[found.areas.covered(i, around=True)].any())
    return here or (False if any(rows[k].get("kind") == rows[i].get("kind") for k in np.flatnonzero(held)) else None)


LEVELS = {"politics": POLITICS, "administration": ADMINISTRATION, "lifeworld": LIFEWORLD}
NEED = {
    1: Text("höherer Bedarf", "more need"),
    0: Text("mittlerer Bedarf", "middling need"),
    -1: Text("geringerer Bedarf", "less need"),
}
LINKS = {
    1: Text("weniger Verbindungen", "fewer links"),
    0: Text("Verbindungen im Mittelfeld", "middling links"),
    -1: Text("mehr Verbindungen", "more links"),
}


def _reading(higher: int, fewer: int) -> Text:
    return Text("{need}, {links}", "{need}, {links}").format(need=NEED[higher], links=LINKS[fewer])
