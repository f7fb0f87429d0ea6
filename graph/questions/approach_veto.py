"""The rows of those who could stop the matter, and of the doors that open ways to several."""

from collections import defaultdict
from typing import Annotated

import numpy as np

from graph.questions.answer import DETAIL, Finding, Ref
from graph.questions.approach_formats import dialogue_with
from graph.questions.approach_plan import Plan
from graph.questions.contacts import SHOWN
from graph.questions.naming import kind_text, listing, order, ref, refs
from graph.questions.ranked import ROWS
from schema.text import Text
from schema.ties import AdoptedBy, Steers


class VetoActor(Finding):
    """One actor that could stop the matter, why, and how to get to it."""

    actor: Annotated[Ref, Text("Akteur", "actor")]
    why: Annotated[Text, Text("Wodurch", "by what")]
    way: Annotated[Text, Text("Weg", "way")]
    so_far: Annotated[Text, Text("bisher", "so far")]
    format: Annotated[Text, Text("dialogisches Format", "dialogic format")]
    interests: Annotated[tuple[Text, ...], Text("Anliegen", "concern")]
    benefits: Annotated[tuple[Text, ...], Text("Nutzen, der zu nennen ist", "benefit to name")]
    stance: Annotated[Text, Text("Haltung und Einfluss", "attitude and influence")]
    kind: Annotated[Text, Text("Art", "kind"), DETAIL]
    attitude: Annotated[float | None, Text("Haltung (−2 bis 2)", "attitude (−2 to 2)"), DETAIL]
    influence: Annotated[float | None, Text("zugeschriebener Einfluss (1–5)", "attributed influence (1–5)"), DETAIL]


class Door(Finding):
    """One contact of the agency through whom the ways to several others lead."""

    door: Annotated[Ref, Text("Tür", "door")]
    opens: Annotated[int, Text("öffnet den Weg zu", "opens the way to")]
    whom: Annotated[tuple[Ref, ...], Text("zu wem", "to whom")]
    so_far: Annotated[Text, Text("bisher", "so far")]
    kind: Annotated[Text, Text("Art", "kind"), DETAIL]


def veto_rows(plan: Plan) -> tuple[VetoActor, ...]:
    """Name who could stop the matter, those with a hindering attitude first, then the most influential."""
    return tuple(_veto(plan, i) for i in plan.vetoes[:ROWS])


def _veto(plan: Plan, i: int) -> VetoActor:
    network, known = plan.contacts.network, plan.known
    formal = tuple(str(network.tie_rows[j]["id"]) for j in plan.grounds.formal.get(i, ())[:SHOWN])
    stated = known.evidence.get(i, ())[:SHOWN]
    return VetoActor(
        actor=ref(network, i),
        why=_why(plan, i),
        way=plan.ways.said(i),
        so_far=plan.talks.said(i),
        format=dialogue_with(plan.ways, i),
        interests=known.concerns.get(i, ()),
        benefits=known.benefits.get(i, ()),
        stance=plan.stance(i),
        kind=kind_text(network, i),
        attitude=known.attitude.get(i),
        influence=known.influence.get(i),
        evidence=tuple(dict.fromkeys([network.ids[i], *formal, *stated, *plan.ways.evidence(i)])),
    )


def _why(plan: Plan, i: int) -> Text:
    """Say by what an actor could stop the matter."""
    network, ties = plan.contacts.network, np.array(plan.grounds.formal.get(i, ()), dtype=np.int64)
    steered = _names(plan, network.end[ties[network.with_verb(Steers)[ties]]])
    adopted = _names(plan, network.start[ties[network.with_verb(AdoptedBy)[ties]]])
    parts = [
        text.format(names=listing(names, most=2)) for text, names in ((STEERS, steered), (ADOPTED, adopted)) if names
    ]
    parts += [ATTRIBUTED] if plan.hindering(i) else []
    return Text("; ".join(text.de for text in parts), "; ".join(text.en for text in parts))


def _names(plan: Plan, nodes: np.ndarray) -> list[str]:
    return sorted({plan.contacts.network.name(int(k)) for k in nodes})


STEERS = Text("steuert {names}", "steers {names}")
ADOPTED = Text("hat den Auftrag beschlossen: {names}", "adopted the mandate: {names}")
ATTRIBUTED = Text("hoher Einfluss, hemmende Haltung (zugeschrieben)", "high influence, hindering attitude (attributed)")


def door_rows(plan: Plan, wanted: list[int]) -> tuple[Door, ...]:
    """Name the first doors to those who are to be won and with whom there is no contact yet, the widest first."""
    network, opens = plan.contacts.network, defaultdict[int, list[int]](list)
    for i in wanted:
        if (door := plan.ways.door(i)) is not None:
            opens[door].append(i)
    doors = np.array(sorted(opens), dtype=np.int64)
    return tuple(
        Door(
            door=ref(network, i),
            opens=len(opens[i]),
            whom=refs(network, opens[i]),
            so_far=plan.talks.said(i),
            kind=kind_text(network, i),
            evidence=tuple(dict.fromkeys([network.ids[i], *(id for k in opens[i] for id in plan.ways.evidence(k))])),
        )
        for i in doors[order(network, doors, [len(opens[i]) for i in doors.tolist()])].tolist()
    )
