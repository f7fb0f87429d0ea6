"""Names on a map without overlap: each at the first free place around its sign, or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from viz.fitting import fit, width
from viz.levels.boxes import Box

SIZE = 11.0
ROOM = 150.0
"""Px that a name may take; what is longer ends in an ellipsis."""
MOST = 250
"""Signs that names are looked for; with more there would be no room left anyway."""
_WIDER = 1.2
"""How much wider than estimated a name may turn out in another font."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign at a place with its radius, and the name that belongs to it."""

    x: float
    y: float
    r: float
    name: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it is written: `anchor` as in SVG, `x`, `y` on its baseline."""

    x: float
    y: float
    anchor: str
    text: str


def names(signs: Sequence[Sign], taken: Iterable[Box], sheet: Box) -> tuple[Name | None, ...]:
    """Place the names, the first sign's first; None where all places around a sign are taken or off the sheet."""
    boxes = [*taken, *(Box(s.x - s.r, s.y - s.r, 2 * s.r, 2 * s.r) for s in signs)]
    found: list[Name | None] = []
    for sign in signs[:MOST]:
        text = " ".join(fit(sign.name, ROOM, SIZE, lines=1, bold=True).lines)
        places = [(name, _box(name)) for name in _around(sign, text)] if text else []
        free = next(((name, box) for name, box in places if _within(box, sheet) and not _hits(box, boxes)), None)
        if free:
            boxes.append(free[1])
        found.append(free[0] if free else None)
    return (*found, *(None for _ in signs[MOST:]))


def overlap(a: Box, b: Box) -> bool:
    """Say whether two boxes have ground in common."""
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def _hits(box: Box, boxes: Sequence[Box]) -> bool:
    return any(overlap(box, other) for other in boxes)


def _around(sign: Sign, text: str) -> tuple[Name, ...]:
    """Give the places: below, above, right, left."""
    return (
        Name(sign.x, sign.y + sign.r + SIZE + 1, "middle", text),
        Name(sign.x, sign.y - sign.r - 4, "middle", text),
        Name(sign.x + sign.r + 4, sign.y + 4, "start", text),
        Name(sign.x - sign.r - 4, sign.y + 4, "end", text),
    )


def _box(name: Name) -> Box:
    wide = width(name.text, SIZE, bold=True) * _WIDER
    left = {"middle": name.x - wide / 2, "start": name.x, "end": name.x - wide}[name.anchor]
    return Box(left, name.y - SIZE, wide, SIZE + 4)


def _within(box: Box, sheet: Box) -> bool:
    return sheet.x <= box.x and box.right <= sheet.right and sheet.y <= box.y and box.bottom <= sheet.bottom
