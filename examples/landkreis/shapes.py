"""The shapes of the areas: invented like the places, so that the map has something to show.

The Wohnplätze follow one another on Peano's curve through nine by nine cells: what is counted in a row lies together.
"""

from collections.abc import Iterable, Iterator
from math import sqrt
from random import Random
from typing import Any

from shapely import Polygon, set_precision, union_all
from shapely.geometry import mapping

SEED = 2_026
SIDE = 9
LAST = SIDE - 1
WEST, SOUTH, WIDE, HIGH = 7.0, 50.88, 0.34, 0.22
"""The frame in degrees, about 24 km each way, somewhere in the Bergisches Land; no real border runs there."""
STEP = 0.0001
"""Degrees to which corners are rounded: about ten metres."""


def cells() -> list[Polygon]:
    """Give the cell of each Wohnplatz in turn; together they fill the Kreis without gaps."""
    rng = Random(SEED)
    corners = {(x, y): _corner(x, y, rng) for x in range(SIDE + 1) for y in range(SIDE + 1)}
    around = ((0, 0), (1, 0), (1, 1), (0, 1))
    return [Polygon([corners[x + dx, y + dy] for dx, dy in around]) for x, y in curve()]


def joined(parts: Iterable[Polygon]) -> dict[str, Any]:
    """Give the GeoJSON of several cells as one shape."""
    return dict(mapping(set_precision(union_all(list(parts)), STEP)))


def curve() -> Iterator[tuple[int, int]]:
    """Walk Peano's curve through the cells, from the north-east; each step leads to a neighbour.

    >>> walk = list(curve())
    >>> len(set(walk)), {abs(a - c) + abs(b - d) for (a, b), (c, d) in zip(walk, walk[1:])}
    (81, {1})
    """
    for block in range(SIDE):
        bx, by = _winding(block)
        for step in range(SIDE):
            x, y = _winding(step)
            yield LAST - (3 * by + (2 - y if bx % 2 else y)), LAST - (3 * bx + (2 - x if by % 2 else x))


def _winding(step: int) -> tuple[int, int]:
    """Walk three lines of three: there on the first, back on the second, there on the third."""
    x, y = divmod(step, 3)
    return x, 2 - y if x % 2 else y


def _corner(x: int, y: int, rng: Random) -> tuple[float, float]:
    """Put a corner of the grid onto a rounded Kreis, off its place by chance."""
    u, v = (2 * (k + (rng.uniform(-0.28, 0.28) if 0 < k < SIDE else 0)) / SIDE - 1 for k in (x, y))
    reach = 1 if 0 < x < SIDE and 0 < y < SIDE else rng.uniform(0.88, 1)
    across, up = reach * u * sqrt(1 - v * v / 2), reach * v * sqrt(1 - u * u / 2)
    return round(WEST + WIDE * (1 + across) / 2, 4), round(SOUTH + HIGH * (1 + up) / 2, 4)
