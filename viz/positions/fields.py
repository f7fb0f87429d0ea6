"""The two fields: axes, thresholds and names of the parts, and where a value stands in them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from graph.questions.ranked import HIGH
from graph.questions.stakeholder_rows import Stakeholder
from graph.questions.stances import INFLUENCE_ATTITUDE, POWER_INTEREST, SUPPORTIVE, Cell, high, leaning
from schema.text import Lang, Text
from viz.fitting import fit
from viz.levels.boxes import Box
from viz.levels.shapes import label, rect
from viz.svg import element, number

MARGIN = 0.35
"""How far a field reaches beyond its lowest and highest value, so that marks there stand inside."""
INFLUENCE = Text("Einfluss (zugeschrieben) →", "influence (attributed) →")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of values: across `value` from `low` to `high`, up the influence from 1 to 5.

    `cuts` are the thresholds across; `names` the parts below and above the threshold of influence, from left to right.
    """

    title: Text
    axis: Text
    value: Callable[[Stakeholder], float | None]
    low: int
    high: int
    cuts: tuple[float, ...]
    column: Callable[[float], int]
    """The part across in which a value lies; a threshold belongs to the part that its question says."""
    names: Mapping[bool, tuple[Cell, ...]]

    def x(self, value: float, box: Box) -> float:
        """Give the place of a value across."""
        return box.x + (value - self.low + MARGIN) / (self.high - self.low + 2 * MARGIN) * box.w

    def y(self, influence: float, box: Box) -> float:
        """Give the place of an influence, or of a measured rank brought onto its scale."""
        return box.bottom - (influence - 1 + MARGIN) / (4 + 2 * MARGIN) * box.h

    def part(self, value: float, influence: float, box: Box) -> Box:
        """Give the part of the field in which a value and an influence lie."""
        edges, k = (box.x, *(self.x(cut, box) for cut in self.cuts), box.right), self.column(value)
        line = self.y(HIGH, box)
        top, bottom = (box.y, line) if high(influence) else (line, box.bottom)
        return Box(edges[k], top, edges[k + 1] - edges[k], bottom - top)

    def drawn(self, box: Box, lang: Lang) -> Iterator[Markup]:
        """Draw the ground: the part that counts as high, thresholds, ticks, names."""
        line = self.y(HIGH, box)
        edges = (box.x, *(self.x(cut, box) for cut in self.cuts), box.right)
        yield label(box.x, box.y - 52, self.title.lang(lang), "field-title")
        yield rect(box, "field", 0)
        yield rect(Box(edges[-2], box.y, box.right - edges[-2], line - box.y), "field high", 0)
        down = "".join(f"M{number(x)} {number(box.y)}V{number(box.bottom)}" for x in edges[1:-1])
        yield element("path", d=f"{down}M{number(box.x)} {number(line)}H{number(box.right)}", class_="threshold")
        yield from self._ticks(box)
        yield label(box.cx, box.bottom + 78, self.axis.lang(lang), "axis-name", "middle")
        turned = f"translate({number(box.x - 34)} {number(box.cy)}) rotate(-90)"
        yield element("text", INFLUENCE.lang(lang), class_="axis-name", text_anchor="middle", transform=turned)
        for above, base in ((True, box.y - 22), (False, box.bottom + 34)):
            for k, cell in enumerate(self.names[above]):
                yield from _part(cell.name.lang(lang), edges[k], edges[k + 1], base)

    def _ticks(self, box: Box) -> Iterator[Markup]:
        for value in range(self.low, self.high + 1):
            yield label(self.x(value, box), box.bottom + 15, _signed(value), "tick", "middle")
        for value in range(1, 6):
            yield label(box.x - 10, self.y(value, box) + 4, str(value), "tick", "end")


def _part(name: str, left: float, right: float, base: float) -> Iterator[Markup]:
    """Write the name of a part on at most three lines within its breadth."""
    for n, line in enumerate(fit(name, right - left - 6, 11.5, lines=3, bold=True).lines):
        yield label((left + right) / 2, base + 13 * n, line, "part", "middle")


def _signed(value: int) -> str:
    return f"−{-value}" if value < 0 else str(value)


FIELDS = (
    Field(
        Text("Einfluss und Interesse", "Influence and interest"),
        Text("Interesse (zugeschrieben) →", "interest (attributed) →"),
        lambda row: row.interest,
        1,
        5,
        (HIGH,),
        lambda interest: int(high(interest)),
        {above: tuple(POWER_INTEREST[above, held] for held in (False, True)) for above in (True, False)},
    ),
    Field(
        Text("Haltung und Einfluss", "Attitude and influence"),
        Text("Haltung: hemmend ← 0 → fördernd", "attitude: hindering ← 0 → supportive"),
        lambda row: row.attitude,
        -2,
        2,
        (-SUPPORTIVE, SUPPORTIVE),
        lambda attitude: leaning(attitude) + 1,
        {above: tuple(INFLUENCE_ATTITUDE[above, way] for way in (-1, 0, 1)) for above in (True, False)},
    ),
)
