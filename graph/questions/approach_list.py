"""The list for reflection: who has which concern in the planning, benefit and attitude, and the way there."""

from typing import Annotated

import numpy as np

from graph.questions.answer import DETAIL, Finding, Ref
from graph.questions.approach_plan import Plan
from graph.questions.naming import kind_text, level_text, order, ref
from graph.questions.ranked import ROWS
from schema.text import Text
from schema.ties import InterestedIn


class Concern(Finding):
    """What is recorded of one actor's interest in one matter; what others attribute is an opinion."""

    actor: Annotated[Ref, Text("Wen", "whom")]
    matter: Annotated[Ref, Text("Planung", "planning")]
    concern: Annotated[str | None, Text("Anliegen", "concern")]
    benefit: Annotated[str | None, Text("Nutzen", "benefit")]
    attitude: Annotated[int | None, Text("Haltung (−2 bis 2)", "attitude (−2 to 2)")]
    way: Annotated[Text, Text("Weg", "way")]
    shares: Annotated[bool | None, Text("teilt das Anliegen", "shares the concern"), DETAIL]
    kind: Annotated[Text, Text("Art", "kind"), DETAIL]
    level: Annotated[Text, Text("Ebene", "level"), DETAIL]
    influence: Annotated[int | None, Text("zugeschriebener Einfluss (1–5)", "attributed influence (1–5)"), DETAIL]
    interest: Annotated[int | None, Text("zugeschriebenes Interesse (1–5)", "attributed interest (1–5)"), DETAIL]


def concern_rows(plan: Plan) -> tuple[Concern, ...]:
    """Name the recorded interests of those who have to do with the matter, the most influential first."""
    network = plan.contacts.network
    who = plan.contacts.actor & plan.matters.concerned & ~plan.ways.agency
    stated = network.with_verb(InterestedIn) & plan.matters.opinions[network.end] & who[network.start]
    ties, rows = np.flatnonzero(stated), network.tie_rows
    ties = np.array(sorted(ties, key=lambda j: network.name(int(network.end[j]))), dtype=np.int64)
    values = ([rows[j].get(scale) or 0 for j in ties] for scale in ("influence", "interest"))
    listed = order(network, network.start[ties], plan.sharing[network.start[ties]], *values)
    return tuple(_row(plan, int(j)) for j in ties[listed][:ROWS])


def _row(plan: Plan, j: int) -> Concern:
    network, i, row = plan.contacts.network, int(plan.contacts.network.start[j]), plan.contacts.network.tie_rows[j]
    matter = int(network.end[j])
    stated = {name: row.get(name) for name in ("concern", "benefit", "attitude", "influence", "interest")}
    return Concern(
        **stated,
        actor=ref(network, i),
        matter=ref(network, matter),
        way=plan.ways.said(i),
        shares=bool(plan.sharing[i]) if plan.concern else None,
        kind=kind_text(network, i),
        level=level_text(int(plan.contacts.level[i])),
        evidence=(network.ids[i], network.ids[matter], str(row["id"])),
    )
