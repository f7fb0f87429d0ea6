"""The rows of the stakeholders' answer: one for each actor, and one for each field of a grid."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from graph.questions.answer import DETAIL, Finding, Interval, Ref
from graph.questions.contacts import SHOWN
from graph.questions.naming import kind_text, level_text, ref
from graph.questions.ranked import ROWS
from graph.questions.robust import Thinned
from graph.questions.stakeholders import Stakeholders, Standing
from graph.questions.stances import Cell
from schema.text import Text

GRIDS = ("power_interest", "influence_attitude", "salience", "weight", "circle")
"""The fields of a `Standing`, and of a row, that are grids."""


class Stakeholder(Finding):
    """One actor with its place in each grid, what that rests on, and its measured position."""

    actor: Annotated[Ref, Text("Akteur", "actor")]
    power_interest: Annotated[Text, Text("Einfluss und Interesse", "influence and interest")]
    influence_attitude: Annotated[Text, Text("Haltung und Einfluss", "attitude and influence")]
    salience: Annotated[Text, Text("Salienz", "salience")]
    weight: Annotated[Text, Text("Gewicht", "weight")]
    circle: Annotated[Text, Text("Kreis", "circle"), DETAIL]
    measured: Annotated[int | None, Text("gemessener Rang", "measured rank")]
    measured_10: Annotated[Interval | None, Text("Rang (10 % fehlen)", "rank (10 % missing)")]
    measured_20: Annotated[Interval | None, Text("Rang (20 % fehlen)", "rank (20 % missing)"), DETAIL]
    note: Annotated[Text | None, Text("Zuschreibung und Messung", "attributed and measured")]
    kind: Annotated[Text, Text("Art", "kind"), DETAIL]
    level: Annotated[Text, Text("Ebene", "level"), DETAIL]
    influence: Annotated[float | None, Text("zugeschriebener Einfluss (1–5)", "attributed influence (1–5)"), DETAIL]
    interest: Annotated[float | None, Text("zugeschriebenes Interesse (1–5)", "attributed interest (1–5)"), DETAIL]
    attitude: Annotated[float | None, Text("Haltung (−2 bis 2)", "attitude (−2 to 2)"), DETAIL]
    legitimacy: Annotated[float | None, Text("zugeschriebene Legitimität (1–5)", "attributed legitimacy (1–5)"), DETAIL]
    urgency: Annotated[float | None, Text("zugeschriebene Dringlichkeit (1–5)", "attributed urgency (1–5)"), DETAIL]
    opinions: Annotated[int, Text("beruht auf so vielen Angaben", "rests on so many entries"), DETAIL]
    key_actor: Annotated[bool, Text("als Schlüsselakteur erfasst", "recorded as a key actor"), DETAIL]
    formal: Annotated[bool, Text("kann förmlich anhalten", "has a formal right to stop"), DETAIL]
    direct: Annotated[bool, Text("zuständig oder beteiligt", "responsible or taking part"), DETAIL]
    interests: Annotated[tuple[Text, ...], Text("Interessen", "interests"), DETAIL]
    benefits: Annotated[tuple[Text, ...], Text("Nutzen, der zu nennen ist", "benefit to name"), DETAIL]


class Field(Finding):
    """One field of a grid, with who stands in it."""

    field: Annotated[Text, Text("Feld", "field")]
    when: Annotated[Text, Text("wann", "when")]
    n: Annotated[int, Text("Anzahl", "number")]
    actors: Annotated[tuple[Ref, ...], Text("wer", "who")]


def stakeholder_rows(found: Stakeholders, thinned: Thinned | None) -> tuple[Stakeholder, ...]:
    """Name the stakeholders, those to involve closely first."""
    return tuple(_row(found, standing, thinned) for standing in found.standings[:ROWS])


def _row(found: Stakeholders, standing: Standing, thinned: Thinned | None) -> Stakeholder:
    i, network, known = standing.i, found.contacts.network, found.known
    k = found.place.get(i)
    ranks = [thinned.spreads["rank"].interval(k, share) for share in (0, 1)] if thinned and k is not None else None
    return Stakeholder(
        actor=ref(network, i),
        **{name: getattr(standing, name).name for name in GRIDS},
        measured=None if k is None else int(found.rank[k]),
        measured_10=ranks[0] if ranks else None,
        measured_20=ranks[1] if ranks else None,
        note=found.note(i, found.rank),
        kind=kind_text(network, i),
        level=level_text(int(found.contacts.level[i])),
        influence=known.influence.get(i),
        interest=known.interest.get(i),
        attitude=known.attitude.get(i),
        legitimacy=known.legitimacy.get(i),
        urgency=known.urgency.get(i),
        opinions=len(known.evidence.get(i, ())),
        key_actor=bool(found.flagged[i]),
        formal=i in found.grounds.formal,
        direct=i in found.grounds.direct,
        interests=known.concerns.get(i, ()),
        benefits=known.benefits.get(i, ()),
        evidence=(*found.evidence(i), *found.contacts.evidence(found.contacts.contacts_of(i))),
    )


def fields(found: Stakeholders, grid: str, cells: Iterable[Cell]) -> tuple[Field, ...]:
    """Give the fields of a grid in which anybody stands, in their order."""
    standing = {cell: [s.i for s in found.standings if getattr(s, grid) == cell] for cell in cells}
    return tuple(_field(found, cell, who) for cell, who in standing.items() if who)


def _field(found: Stakeholders, cell: Cell, who: Sequence[int]) -> Field:
    shown = who[:SHOWN]
    return Field(
        field=cell.name,
        when=cell.when,
        n=len(who),
        actors=tuple(ref(found.contacts.network, i) for i in shown),
        evidence=tuple(dict.fromkeys(id for i in shown for id in found.evidence(i))),
    )
