"""Marks in a field without overlap: each as near to its place as the marks before it allow, never by chance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from viz.levels.boxes import Box

RADIUS = 11.0
"""Radius of a mark in px, so that it is at least 22 px wide and holds a number of two digits."""
APART = 2 * RADIUS + 2
_STEP = APART / 2
_AROUND = 5
"""Steps to either side that are tried first; farther would be nearer to the next value."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where a mark belongs, and how high the second mark stands that a line joins it with (None for none).

    `part` is the part of the field whose name holds for it; it is never moved out of there.
    """

    x: float
    y: float
    part: Box
    other: float | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a mark stands; its line runs straight up or down from there to `other`."""

    x: float
    y: float
    other: float | None

    @property
    def span(self) -> tuple[float, float]:
        """Give the heights between which the line runs."""
        other = self.y if self.other is None else self.other
        return min(self.y, other), max(self.y, other)


def placed(wanted: Sequence[Wanted], field: Box) -> tuple[Placed, ...]:
    """Place marks in a field, one after another: the first at its place, the next beside it if that is taken.

    No two marks overlap as long as the field has room; as far as it goes no line runs through a mark or over another
    line. The same marks in the same order stand at the same places.
    """
    found: list[Placed] = []
    for each in wanted:
        near = [place for place in _candidates(each, _AROUND) if _inside(place, each.part, field)]
        free = [place for place in near if not any(_touch(place, other) for other in found)]
        clear = next((place for place in free if not any(_cross(place, other) for other in found)), None)
        found.append(clear or (free[0] if free else _anywhere(each, field, found)))
    return tuple(found)


def _candidates(each: Wanted, around: int) -> Iterator[Placed]:
    """Give the places around a mark's own, the nearest first, beside it before above or below."""
    steps = [(dx, dy) for dx in range(-around, around + 1) for dy in range(-around, around + 1)]
    for dx, dy in sorted(steps, key=lambda step: (abs(step[0]) + 4 * abs(step[1]), -step[0], step[1])):
        yield Placed(each.x + dx * _STEP, each.y + dy * _STEP, each.other)


def _anywhere(each: Wanted, field: Box, found: Sequence[Placed]) -> Placed:
    """Search the whole part, which is large enough for as many marks as a picture has."""
    around = int(max(field.w, field.h) / _STEP) + 1
    free = (
        p
        for p in _candidates(each, around)
        if _inside(p, each.part, field) and not any(_touch(p, other) for other in found)
    )
    return next(free, Placed(each.x, each.y, each.other))


def _inside(place: Placed, part: Box, field: Box) -> bool:
    within = part.x <= place.x <= part.right and part.y <= place.y <= part.bottom
    across = field.x + RADIUS <= place.x <= field.right - RADIUS
    return within and across and field.y + RADIUS <= place.y <= field.bottom - RADIUS


def _touch(a: Placed, b: Placed) -> bool:
    return abs(a.x - b.x) < APART - 0.01 and abs(a.y - b.y) < APART - 0.01


def _cross(a: Placed, b: Placed) -> bool:
    """Say whether a line of the one runs through the mark, or over the line, of the other."""
    over = a.span[0] < b.span[1] and b.span[0] < a.span[1] and abs(a.x - b.x) < 6
    through = any(
        abs(a.x - b.x) < RADIUS and low - RADIUS < mark < high + RADIUS
        for mark, (low, high) in ((a.y, b.span), (b.y, a.span))
    )
    return over or through
