"""The rows of the multipliers' ranking: one for each actor, with reasons in a sentence."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import numpy as np

from graph.network import Mask
from graph.questions.answer import DETAIL, Ranked, Ref
from graph.questions.case import Case
from graph.questions.contacts import Contacts
from graph.questions.interests import Interests
from graph.questions.naming import kind_text, level_text, order, ref, some
from graph.questions.position import Positions, positions
from graph.questions.robust import Thinned, stay
from schema.text import Text

ROWS = 500
"""Rows given of each table; the denominator counts all."""
LOW, HIGH = 2, 4
"""Attributed influence up to which it is called low, from which it is called high."""


class Multiplier(Ranked):
    """One actor in the ranking of its direction, with all that it was ranked by."""

    actor: Annotated[Ref, Text("Akteur", "actor")]
    kind: Annotated[Text, Text("Art", "kind")]
    level: Annotated[Text, Text("Ebene", "level"), DETAIL]
    reasons: Annotated[Text, Text("Warum", "why")]
    interests: Annotated[tuple[Text, ...], Text("Interessen", "interests")]
    benefits: Annotated[tuple[Text, ...], Text("Nutzen, der zu nennen ist", "benefit to name")]
    note: Annotated[Text | None, Text("Zuschreibung und Messung", "attributed and measured")]
    influence: Annotated[float | None, Text("zugeschriebener Einfluss (1–5)", "attributed influence (1–5)"), DETAIL]
    score: Annotated[float, Text("mittlerer Rang", "mean rank"), DETAIL]
    contacts: Annotated[int, Text("Kontakte", "contacts"), DETAIL]
    vertical: Annotated[int, Text("verbundene Paare über Ebenen", "pairs joined across levels"), DETAIL]
    horizontal: Annotated[int, Text("verbundene Paare über Ressorts", "pairs joined across departments"), DETAIL]
    lift: Annotated[int, Text("zusätzlich über Zugehörigkeiten", "more through affiliations"), DETAIL]
    reach: Annotated[int, Text("Akteure in zwei Schritten", "actors within two steps"), DETAIL]
    areas: Annotated[int, Text("Sozialräume in zwei Schritten", "Sozialräume within two steps"), DETAIL]
    effective_size: Annotated[float | None, Text("nicht redundante Kontakte", "non-redundant contacts"), DETAIL]
    constraint: Annotated[float | None, Text("Einschränkung (Burt)", "constraint (Burt)"), DETAIL]


@dataclass(frozen=True, eq=False)
class Direction:
    """The actors of one direction that have contacts, compared with each other."""

    name: str
    measured: Positions

    def rows(self, contacts: Contacts, known: Interests, thinned: Thinned | None) -> tuple[Multiplier, ...]:
        """Name the actors in order of their rank."""
        by_score = order(contacts.network, self.measured.nodes, -self.measured.score)
        return tuple(_row(contacts, self, int(k), known, thinned) for k in by_score[:ROWS])


def directions(contacts: Contacts, marked: Mapping[str, Mask]) -> tuple[Direction, ...]:
    """Measure the marked actors within the whole contact network, and compare those of each direction."""
    connected = {name: np.flatnonzero(mask & (contacts.degree > 0)).astype(np.int64) for name, mask in marked.items()}
    everybody = positions(contacts, np.unique(np.concatenate([*connected.values()])))
    return tuple(Direction(name, everybody.among(nodes)) for name, nodes in connected.items())


def varied(case: Case[Any], contacts: Contacts, found: tuple[Direction, ...]) -> Thinned | None:
    """Rank the same actors again while ties are missing; who loses all contacts comes last."""

    def trial(lost: Mask) -> dict[str, Any]:
        nodes = np.unique(np.concatenate([direction.measured.nodes for direction in found]))
        everybody = positions(contacts.without(lost), nodes)
        seen: dict[str, Any] = {}
        for direction in found:
            rank = everybody.among(direction.measured.nodes).rank
            seen |= {direction.name: rank, f"first {direction.name}": stay(direction.measured.rank, rank)}
        return seen

    return case.thinned(contacts.counted, trial)


def _row(contacts: Contacts, direction: Direction, k: int, known: Interests, thinned: Thinned | None) -> Multiplier:
    network, measured = contacts.network, direction.measured
    i, rank = int(measured.nodes[k]), int(measured.rank[k])
    influence = known.influence.get(i)
    return Multiplier(
        rank=rank,
        **(thinned.ranks(direction.name, k) if thinned else {}),
        actor=ref(network, i),
        kind=kind_text(network, i),
        level=level_text(int(contacts.level[i])),
        reasons=_reasons(measured, k),
        interests=known.concerns.get(i, ()),
        benefits=known.benefits.get(i, ()),
        note=compared(influence, rank, len(measured.nodes)),
        influence=influence,
        score=round(float(measured.score[k]), 3),
        contacts=int(measured.contacts[k]),
        vertical=int(measured.vertical[k]),
        horizontal=int(measured.horizontal[k]),
        lift=int(measured.lift[k]),
        reach=int(measured.reach[k]),
        areas=int(measured.areas[k]),
        effective_size=_rounded(measured.effective[k]),
        constraint=_rounded(measured.constraint[k]),
        evidence=(network.ids[i], *contacts.evidence(contacts.contacts_of(i)), *known.evidence.get(i, ())),
    )


def _rounded(value: float, digits: int = 3) -> float | None:
    return None if math.isnan(value) else round(float(value), digits)


def _reasons(measured: Positions, k: int) -> Text:
    """Say in a sentence what the position opens."""
    pairs = Text("Paar", "pair"), Text("Paare", "pairs")
    parts = (
        _said(Text("verbindet {n} über Ebenen", "joins {n} across levels"), (measured.vertical[k], pairs)),
        _said(Text("verbindet {n} über Ressorts", "joins {n} across departments"), (measured.horizontal[k], pairs)),
        _said(
            Text("erreicht in zwei Schritten {n}", "reaches {n} within two steps"),
            (measured.reach[k], ACTORS),
            (measured.areas[k], (Text("Sozialraum", "Sozialraum"), Text("Sozialräume", "Sozialräume"))),
        ),
        _said(Text("gewinnt über Zugehörigkeiten {n}", "gains {n} through affiliations"), (measured.lift[k], ACTORS)),
    )
    said = [text for text in parts if text]
    return Text("; ".join(text.de for text in said), "; ".join(text.en for text in said))


ACTORS = Text("Akteur", "actor"), Text("Akteure", "actors")


def _said(phrase: Text, *counted: tuple[int, tuple[Text, Text]]) -> Text | None:
    """Fill a phrase with the numbers that are not zero, joined by "and"; None where all are."""
    shown = [some(int(n), *noun) for n, noun in counted if n]
    both = Text(" und ".join(text.de for text in shown), " and ".join(text.en for text in shown))
    return phrase.format(n=both) if shown else None


def compared(influence: float | None, rank: int, n: int) -> Text | None:
    """Set the influence that others attribute beside the rank that was measured; their disagreement is a finding."""
    if influence is None:
        return None
    if influence <= LOW and rank <= math.ceil(n / 3):
        return HIDDEN
    if influence >= HIGH and rank > n - n // 3:
        return OVERRATED
    return Text("Zuschreibung und Messung widersprechen sich nicht", "attribution and measurement do not disagree")


HIDDEN = Text(
    "verdeckt: geringer Einfluss zugeschrieben, Stellung im oberen Drittel",
    "hidden: low influence attributed, position in the upper third",
)
OVERRATED = Text(
    "hoher Einfluss zugeschrieben, Stellung im unteren Drittel",
    "high influence attributed, position in the lower third",
)
