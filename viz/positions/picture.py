"""The positions as a picture with its twin: one row for each actor with a place, another table for those without."""

from collections.abc import Sequence
from typing import cast

import numpy as np

from graph.network import Network
from graph.questions.answer import Answer
from graph.questions.scope import AboutScope
from graph.questions.stakeholder_positions import StakeholderPositions, stakeholder_positions
from graph.questions.stakeholder_rows import Stakeholder
from graph.questions.written import written
from schema.errors import NotFoundError
from schema.text import Text, verbatim
from viz.changes.comparing import Said
from viz.changes.telling import remarks, said_in
from viz.picture import Picture, Row, Rows, named
from viz.positions.changed import RANK, SHIFTS, Moved
from viz.positions.drawing import drawn
from viz.positions.standing import Standing, standing

TITLE = Text("Positionen: zugeschrieben und gemessen", "Positions: attributed and measured")
READING = (
    Text(
        "Jeder Kreis ist ein Akteur mit der Nummer aus der Liste; er steht dort, wo andere ihn einschätzen. Die Raute, "
        "die eine Linie mit ihm verbindet, zeigt die gemessene Stellung: Rang 1 steht bei 5, der letzte Rang bei 1.",
        "Each circle is an actor with the number from the list; it stands where others see it. The diamond joined to "
        "it by a line shows the measured position: rank 1 stands at 5, the last rank at 1.",
    ),
    Text(
        "Kreise mit gleichen oder fast gleichen Werten stehen nebeneinander, damit keiner einen anderen verdeckt; die "
        "genauen Werte stehen in der Tabelle.",
        "Circles with equal or nearly equal values stand beside each other, so that none hides another; the table has "
        "the exact values.",
    ),
)
PLACED = Text("Wer im Bild steht", "Who stands in the picture")
UNKNOWN = Text(
    "Ohne Platz im Bild, weil eine Angabe fehlt", "Without a place in the picture, because a value is missing"
)
LEFT_OVER = Text("Ohne Platz im Bild, weil der Raum nicht reicht", "Without a place in the picture for lack of room")
NUMBER, ACTOR = Text("Nr.", "No."), Text("Akteur", "Actor")
HEADINGS = (
    Text("Einfluss (1–5)", "Influence (1–5)"),
    Text("Interesse (1–5)", "Interest (1–5)"),
    Text("Haltung (−2 bis 2)", "Attitude (−2 to 2)"),
    RANK,
    Text("gemessen (1–5)", "Measured (1–5)"),
    Text("Einfluss und Interesse", "Influence and interest"),
    Text("Haltung und Einfluss", "Attitude and influence"),
    Text("Zuschreibung und Messung", "Attributed and measured"),
)
PLACES = (NUMBER, HEADINGS[4])
"""Headings of what follows from who else is in the picture, and is not compared."""


def positions_picture(network: Network, answer: Answer, scope: AboutScope) -> Picture:
    """Make the positions of the answer to `positions`, given for the scope.

    `network` is cut to what may be read, persons still in it.
    """
    was = _without_scenario(network.before, scope) if network.before else None
    return _picture(network, cast(StakeholderPositions, answer), scope, was)


def _without_scenario(network: Network, scope: AboutScope) -> StakeholderPositions:
    """Ask the same of the network without the scenario, cut already; to a matter it does not have nobody stands."""
    plain = AboutScope(about=scope.about, visibility=scope.visibility, persons=scope.persons, robust=False)
    try:
        found = stakeholder_positions.ask(network, plain)
    except NotFoundError:
        nothing = network.keep(np.zeros(network.n, dtype=np.bool_))
        found = stakeholder_positions.ask(nothing, plain.model_copy(update={"about": None}))
    return cast(StakeholderPositions, found)


def _picture(
    network: Network, answer: StakeholderPositions, scope: AboutScope, was: StakeholderPositions | None = None
) -> Picture:
    made = standing(network, answer, persons=scope.persons)
    earlier = standing(network.before, was, persons=scope.persons) if network.before and was else None
    moved = Moved.of_both((earlier, _said(earlier)), (made, _said(made))) if earlier else None
    return Picture(
        name="positions",
        title=TITLE,
        asks=answer.asks,
        reading=READING,
        remarks=(*_moves(moved), *made.remarks(), *answer.summary, *answer.unknown),
        tables=tuple(_tables(made)),
        network=named(network, persons=scope.persons),
        draw=lambda lang, href: drawn(made, moved, lang, href),
        changes=moved.changes if moved else None,
        before=_picture(network.before, was, scope) if network.before and was else None,
    )


def _moves(moved: Moved | None) -> tuple[Text, ...]:
    return (*remarks(moved.changes), SHIFTS) if moved else ()


def _said(made: Standing) -> Said:
    return said_in(_tables(made), without=PLACES)


def _tables(made: Standing) -> Sequence[Rows]:
    shown = tuple(_row(each.key, each.row, each.number, each.measured) for each in made.shown)
    ids = {each.row.actor.id for each in made.shown} | {row.actor.id for row in made.unknown}
    rest = [row for row in made.rows if row.actor.id not in ids]
    told = ((PLACED, shown), (LEFT_OVER, _others("l", rest)), (UNKNOWN, _others("u", made.unknown)))
    headings, numbers = (ACTOR, NUMBER, *HEADINGS), frozenset({1, 2, 3, 4, 5, 6})
    return [Rows(f"positions-{n}", title, headings, rows, numbers) for n, (title, rows) in enumerate(told)]


def _others(key: str, rows: Sequence[Stakeholder]) -> tuple[Row, ...]:
    return tuple(_row(f"{key}{n}", row, None, None) for n, row in enumerate(rows))


def _row(key: str, row: Stakeholder, n: int | None, measured: float | None) -> Row:
    values = (n, row.influence, row.interest, row.attitude, row.measured, measured)
    said = (row.power_interest, row.influence_attitude, row.note)
    cells = (verbatim(row.actor.name), *(Text(written(v, "de"), written(v, "en")) for v in (*values, *said)))
    return Row(key, cells, row.evidence, about=(row.actor.id,))
