"""What a scenario changes in the positions: a sign at who is new or otherwise, an arrow from where each stood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import hypot

from markupsafe import Markup

from graph.questions.stakeholder_rows import Stakeholder
from schema.text import Text
from viz.changes.comparing import Change, Changes, Said, compared
from viz.changes.signs import VIOLET, Entry, disc, discs
from viz.levels.boxes import Box
from viz.positions.fields import Field
from viz.positions.placing import RADIUS, Placed
from viz.positions.standing import Stander, Standing, has_a_place
from viz.svg import element, number

MOVED = Text("Pfeil: von dort, wo er ohne das Szenario steht", "arrow: from where it stands without the scenario")
RANK = Text("gemessener Rang", "Measured rank")
NEAR = 0.5
"""Points of the scale below which a shift of the measured position is not told: others came or went before it."""
SHIFTS = Text(
    "Eine gemessene Stellung gilt als anders, wenn sie sich auf der Skala von 1 bis 5 um mindestens einen halben Punkt "
    "verschiebt; kleinere Verschiebungen ergeben sich schon daraus, dass andere hinzukommen oder wegfallen.",
    "A measured position counts as different if it shifts by at least half a point on the scale from 1 to 5; smaller "
    "shifts follow already from others who come or go.",
)
Measured = Mapping[str, float | None]
HEAD = 7.0
"""Length of an arrowhead, in px; what moved less than that beyond its own circle has no arrow."""


@dataclass(frozen=True, eq=False)
class Moved:
    """The changes of a picture, and the rows of the actors without the scenario, by id."""

    changes: Changes
    rows: Mapping[str, Stakeholder]

    @classmethod
    def of_both(cls, was: tuple[Standing, Said], now: tuple[Standing, Said]) -> "Moved":
        """Compare what two pictures say; a shift of a measured position below half a point does not count."""
        settled = _settled(now[1], was[1], was[0].measured, now[0].measured)
        return cls(compared(was[1], settled), {row.actor.id: row for row in was[0].rows})

    def of(self, each: Stander) -> Change | None:
        """Give what becomes of an actor."""
        return self.changes.of(each.row.actor.id)

    def sign(self, each: Stander, place: Placed, field: Field, box: Box) -> Markup:
        """Draw the sign at the circle of an actor, off the arrow; nothing where it is as it was."""
        change, start = self.of(each), self._start(each, field, box)
        aside = -8 if start and start[0] > place.x else 8
        return disc(change.fate, place.x + aside, place.y - 9) if change else Markup("")

    def arrow(self, each: Stander, place: Placed, field: Field, box: Box) -> Iterator[Markup]:
        """Draw the way from where an actor stands without the scenario to its circle."""
        start = self._start(each, field, box)
        long = hypot(place.x - start[0], place.y - start[1]) if start else 0.0
        if start and long > RADIUS + HEAD:
            yield from _arrow(*start, (place.x - start[0]) / long, (place.y - start[1]) / long, long - RADIUS)

    def _start(self, each: Stander, field: Field, box: Box) -> tuple[float, float] | None:
        """Give the place of an actor without the scenario; None where it had none, or the same."""
        was = self.rows.get(each.row.actor.id)
        value = field.value(was) if was and has_a_place(was) else None
        if was is None or value is None or (value, was.influence) == (field.value(each.row), each.row.influence):
            return None
        return field.x(value, box), field.y(was.influence or 1, box)


def _settled(now: Said, was: Said, before: Measured, after: Measured) -> Said:
    """Leave the rank as it was of each whose measured position shifts by less than half a point."""
    return {
        about: replace(piece, values={**piece.values, RANK: was[about].values[RANK]})
        if about in was and _near(before.get(*about), after.get(*about))
        else piece
        for about, piece in now.items()
    }


def _near(before: float | None, after: float | None) -> bool:
    return before is not None and after is not None and abs(after - before) < NEAR


def entries() -> tuple[Entry, ...]:
    """Give the signs that are drawn, with what they mean."""
    arrow = Markup("").join(_arrow(-12, 0, 1, 0, 22))
    return (*discs(), (arrow, MOVED))


def _arrow(x: float, y: float, across: float, down: float, long: float) -> Iterator[Markup]:
    """Draw an arrow from x, y in a direction of length 1."""

    def at(along: float, beside: float = 0) -> str:
        return f"{number(x + along * across - beside * down)} {number(y + along * down + beside * across)}"

    line, wing = long - HEAD + 1, HEAD * 0.45
    yield element("path", d=f"M{at(0)}L{at(line)}", stroke=VIOLET, stroke_width=1.8, fill="none", class_="moved")
    yield element("path", d=f"M{at(long)}L{at(long - HEAD, wing)}L{at(long - HEAD, -wing)}Z", fill=VIOLET)
    yield element("circle", cx=x, cy=y, r=3, fill="#fff", stroke=VIOLET, stroke_width=1.4)
