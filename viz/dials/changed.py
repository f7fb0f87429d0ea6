"""What a scenario changes in the dials: a second hand where the status stood, and a line that says it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, pi, sin

from markupsafe import Markup

from graph.stellschrauben.result import Result
from graph.stellschrauben.status import STATUS_LABELS, Status
from schema.text import Lang, Text
from viz.changes import words
from viz.changes.comparing import Change, Changes, Fate
from viz.changes.signs import VIOLET, Entry, disc
from viz.fitting import fit
from viz.svg import element, number

PARTS = (Status.MISSING, Status.PARTLY, Status.MET)
"""The parts of a dial, from left to right."""
LINE = 20.0
"""Room for the line in each tile, in px."""
WAS = Text("ohne das Szenario: {status}", "without the scenario: {status}")
FINDING = Text("anderer Befund, gleicher Stand", "another finding, same status")
SECOND = Text("gestrichelte Hand: Stand ohne das Szenario", "dashed hand: status without the scenario")


@dataclass(frozen=True, eq=False)
class Moved:
    """The changes of a picture, and the status of each number without the scenario."""

    changes: Changes
    was: Mapping[int, Status]

    def of(self, result: Result) -> Change | None:
        """Give what becomes of a Stellschraube."""
        return self.changes.of(str(result.number))

    def line(self, result: Result, x: float, y: float, room: float, lang: Lang) -> Iterator[Markup]:
        """Write, with the sign before it, how it stands without the scenario; nothing where nothing differs."""
        change, was = self.of(result), self.was.get(result.number)
        if change is None or was is None:
            return
        said = FINDING if was is result.status else WAS.format(status=STATUS_LABELS[was])
        yield disc(change.fate, x + 6, y - 4)
        line = fit(said.lang(lang), room - 20, 12, lines=1, bold=True).lines[0]
        yield element("text", line, x=x + 18, y=y, fill=VIOLET, font_size=12, font_weight=700)

    def hand(self, result: Result, x: float, y: float, long: float) -> Iterator[Markup]:
        """Draw a dashed hand where another status stands without the scenario."""
        was = self.was.get(result.number)
        if was in PARTS and was is not result.status:
            yield second(x, y, angle(was), long)


def angle(status: Status) -> float:
    """Give the direction of the hand at a status, from the right against the clock."""
    return pi * (1 - (PARTS.index(status) + 0.5) / len(PARTS))


def second(x: float, y: float, towards: float, long: float) -> Markup:
    """Draw the second hand."""
    tip = f"{number(x + long * cos(towards))} {number(y - long * sin(towards))}"
    path = f"M{number(x)} {number(y)}L{tip}"
    return element("path", d=path, stroke=VIOLET, stroke_width=2.4, stroke_dasharray="4 3", class_="second")


def entries() -> tuple[Entry, ...]:
    """Give the signs that are drawn, with what they mean."""
    return ((disc(Fate.OTHERWISE, 0, 0), words.OTHERWISE), (second(-12, 0, 0, 24), SECOND))
