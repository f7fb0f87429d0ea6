"""The rows of the approach plan: whom to win, by which way, in which format and with which benefit."""

from typing import Annotated

from graph.questions.answer import DETAIL, Ranked, Ref
from graph.questions.approach_formats import dialogue_with
from graph.questions.approach_plan import Plan
from graph.questions.chains import FAR
from graph.questions.naming import ref
from graph.questions.ranked import Direction, Multiplier
from graph.questions.robust import Thinned
from schema.text import Text

FIRST = 20
"""Actors in the plan of each direction; a plan that names everybody is none."""


class Approach(Ranked):
    """One actor to be won, with its rank among the multipliers of its direction."""

    actor: Annotated[Ref, Text("Akteur", "actor")]
    way: Annotated[Text, Text("Weg", "way")]
    so_far: Annotated[Text, Text("bisher", "so far")]
    format: Annotated[Text, Text("dialogisches Format", "dialogic format")]
    interests: Annotated[tuple[Text, ...], Text("Anliegen", "concern")]
    benefits: Annotated[tuple[Text, ...], Text("Nutzen, der zu nennen ist", "benefit to name")]
    stance: Annotated[Text, Text("Haltung und Einfluss", "attitude and influence")]
    kind: Annotated[Text, Text("Art", "kind"), DETAIL]
    level: Annotated[Text, Text("Ebene", "level"), DETAIL]
    weight: Annotated[Text, Text("Gewicht", "weight"), DETAIL]
    shares: Annotated[bool | None, Text("teilt das Anliegen", "shares the concern"), DETAIL]
    reasons: Annotated[Text, Text("Warum", "why"), DETAIL]
    chain: Annotated[tuple[Ref, ...], Text("kürzeste Kette", "shortest chain"), DETAIL]
    steps: Annotated[int | None, Text("Schritte", "steps"), DETAIL]
    doors: Annotated[int, Text("mögliche erste Türen", "possible first doors"), DETAIL]
    attitude: Annotated[float | None, Text("Haltung (−2 bis 2)", "attitude (−2 to 2)"), DETAIL]
    influence: Annotated[float | None, Text("zugeschriebener Einfluss (1–5)", "attributed influence (1–5)"), DETAIL]


def approach_rows(plan: Plan, direction: Direction, thinned: Thinned | None) -> tuple[Approach, ...]:
    """Name the first of a direction, those that share the concern before the others."""
    found, index = direction.rows(plan.contacts, plan.known, thinned), plan.contacts.network.index
    first = sorted(found, key=lambda row: not plan.sharing[index[row.actor.id]])
    return tuple(_row(plan, row, index[row.actor.id]) for row in first[:FIRST])


def _row(plan: Plan, ranked: Multiplier, i: int) -> Approach:
    path, far = plan.ways.to(i), int(plan.ways.far[i])
    fields = ("rank", "rank_10", "rank_20", "actor", "kind", "level", "interests", "benefits", "reasons", "influence")
    return Approach(
        **{name: getattr(ranked, name) for name in fields},
        way=plan.ways.said(i),
        so_far=plan.talks.said(i),
        format=dialogue_with(plan.ways, i),
        stance=plan.stance(i),
        weight=plan.weight(i),
        shares=bool(plan.sharing[i]) if plan.concern else None,
        chain=tuple(ref(plan.contacts.network, k) for k in path),
        steps=None if far == FAR else far,
        doors=plan.ways.doors(i),
        attitude=plan.known.attitude.get(i),
        evidence=tuple(dict.fromkeys([*plan.ways.evidence(i), *plan.talks.evidence(i), *ranked.evidence])),
    )


def reached(plan: Plan) -> int:
    """Count the multipliers of both directions to whom a chain leads."""
    return int(((plan.ways.far != FAR) & (plan.above | plan.below)).sum())
