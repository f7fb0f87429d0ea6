"""The positions as a picture with its twin: one row for each actor with a place, another table for those without."""

from collections.abc import Sequence
from typing import cast

from graph.network import Network
from graph.questions.answer import Answer
from graph.questions.scope import AboutScope
from graph.questions.stakeholder_positions import StakeholderPositions
from graph.questions.stakeholder_rows import Stakeholder
from graph.questions.written import written
from schema.nodes import Person
from schema.text import Text, verbatim
from viz.picture import Picture, Row, Rows
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
    Text("gemessener Rang", "Measured rank"),
    Text("gemessen (1–5)", "Measured (1–5)"),
    Text("Einfluss und Interesse", "Influence and interest"),
    Text("Haltung und Einfluss", "Attitude and influence"),
    Text("Zuschreibung und Messung", "Attributed and measured"),
)


def positions_picture(network: Network, answer: Answer, scope: AboutScope) -> Picture:
    """Make the positions of the answer to `positions`, given for the scope.

    `network` is cut to what may be read, persons still in it.
    """
    found = cast(StakeholderPositions, answer)
    made = standing(network, found, persons=scope.persons)
    return Picture(
        name="positions",
        title=TITLE,
        asks=answer.asks,
        reading=READING,
        remarks=(*made.remarks(), *answer.summary, *answer.unknown),
        tables=tuple(_tables(made, found)),
        network=network if scope.persons else network.keep(~network.of_type(Person)),
        draw=lambda lang, href: drawn(made, lang, href),
    )


def _tables(made: Standing, answer: StakeholderPositions) -> Sequence[Rows]:
    shown = tuple(_row(each.key, each.row, each.number, each.measured) for each in made.shown)
    ids = {each.row.actor.id for each in made.shown} | {row.actor.id for row in made.unknown}
    rest = [row for row in answer.actors if row.actor.id not in ids]
    told = ((PLACED, shown), (LEFT_OVER, _others("l", rest)), (UNKNOWN, _others("u", made.unknown)))
    headings, numbers = (ACTOR, NUMBER, *HEADINGS), frozenset({1, 2, 3, 4, 5, 6})
    return [Rows(f"positions-{n}", title, headings, rows, numbers) for n, (title, rows) in enumerate(told)]


def _others(key: str, rows: Sequence[Stakeholder]) -> tuple[Row, ...]:
    return tuple(_row(f"{key}{n}", row, None, None) for n, row in enumerate(rows))


def _row(key: str, row: Stakeholder, n: int | None, measured: float | None) -> Row:
    values = (n, row.influence, row.interest, row.attitude, row.measured, measured)
    said = (row.power_interest, row.influence_attitude, row.note)
    cells = (verbatim(row.actor.name), *(Text(written(v, "de"), written(v, "en")) for v in (*values, *said)))
    return Row(key, cells, row.evidence)
