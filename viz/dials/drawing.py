"""Ten dials: where the hand stands, with sign, word, number and the finding in a sentence."""

from collections.abc import Iterator, Sequence
from math import ceil, cos, pi, sin

from markupsafe import Markup

from graph.stellschrauben.result import Result
from graph.stellschrauben.status import STATUS_LABELS, SYMBOLS, Status
from schema.text import Lang, Text
from viz.changes.signs import explained
from viz.dials.changed import LINE, PARTS, Moved, angle, entries
from viz.fitting import fit, held, width
from viz.levels.boxes import Box
from viz.levels.shapes import label, rect
from viz.sheet import Body, Href, linked
from viz.svg import element, number

ACROSS, GAP, EDGE, TILE, HIGH, TOP = 5, 12.0, 16.0, 264.0, 236.0, 40.0
WIDE = 2 * EDGE + ACROSS * TILE + (ACROSS - 1) * GAP
RADIUS = 44.0
SAID = Text("{n}. {title}: {status}", "{n}. {title}: {status}")


def drawn(results: Sequence[Result], moved: Moved | None, lang: Lang, href: Href | None) -> Body:
    """Draw a dial for each result, five in a row; a scenario makes each a line higher, for what it changes."""
    tile = HIGH + (LINE if moved else 0)
    high = TOP + ceil(len(results) / ACROSS) * (tile + GAP) + EDGE - GAP
    body = Body(WIDE, high, (*_legend(lang), *_tiles(results, moved, tile, lang, href)))
    return explained(body, moved.changes if moved else None, lang, entries())


def key(result: Result) -> str:
    """Name the row of the twin that tells of a result."""
    return f"d{result.number}"


def _legend(lang: Lang) -> Iterator[Markup]:
    x = EDGE
    for status in Status:
        words = STATUS_LABELS[status].lang(lang)
        yield _sign(status, x + 7, 19, 6)
        yield label(x + 20, 23, words, "legend-text")
        x += 20 + width(words, 12) * 1.12 + 22


def _sign(status: Status, x: float, y: float, r: float) -> Markup:
    """Draw the sign of a status: a full, half or empty circle, drawn since fonts disagree on them; else its letter."""
    if status not in PARTS:
        return label(x, y + 7.5, SYMBOLS[status], f"letter {class_of(status)}", "middle")
    half = f"M{number(x)} {number(y - r)}A{number(r)} {number(r)} 0 0 0 {number(x)} {number(y + r)}Z"
    ring = element("circle", cx=x, cy=y, r=r, class_=f"ring{' full' if status is Status.MET else ''}")
    filling = (element("path", d=half, class_="filling"),) if status is Status.PARTLY else ()
    return element("g", ring, *filling, class_=f"sign {class_of(status)}")


def class_of(status: Status) -> str:
    """Name the class of a status in the style sheet."""
    return status.value.replace(" ", "-")


def _tiles(
    results: Sequence[Result], moved: Moved | None, high: float, lang: Lang, href: Href | None
) -> Iterator[Markup]:
    for k, result in enumerate(results):
        box = Box(EDGE + k % ACROSS * (TILE + GAP), TOP + k // ACROSS * (high + GAP), TILE, high)
        said = SAID.format(n=result.number, title=result.title, status=result.label)
        change = moved and moved.of(result)
        told = (change.beside(said) if change else said).lang(lang)
        yield linked(Markup("").join(_tile(result, moved, box, lang)), href, key(result), told, first=k == 0)


def _tile(result: Result, moved: Moved | None, box: Box, lang: Lang) -> Iterator[Markup]:
    yield rect(box, f"tile {class_of(result.status)}", 8)
    yield label(box.x + 14, box.y + 28, str(result.number), "tile-number")
    yield from _lines(result.title.lang(lang), box.x + 46, box.y + 24, box.w - 58, "tile-title", lines=2, bold=True)
    middle = box.x + 14 + RADIUS + 6, box.y + 112
    yield from _dial(result.status, *middle)
    yield from moved.hand(result, *middle, RADIUS - 6) if moved else ()
    yield _sign(result.status, box.x + 138, box.y + 80, 10)
    yield from _lines(result.label.lang(lang), box.x + 128, box.y + 110, box.w - 138, "status", lines=2, bold=True)
    below = box.y + 146 + (LINE if moved else 0)
    yield from moved.line(result, box.x + 14, box.y + 146, box.w - 28, lang) if moved else ()
    yield from _lines(result.sentence.lang(lang), box.x + 14, below, box.w - 28, "sentence", lines=5)


def _lines(
    words: str, x: float, y: float, room: float, class_: str, *, lines: int, bold: bool = False
) -> Iterator[Markup]:
    size = 13 if bold else 12
    for n, line in enumerate(fit(words, room, size, lines=lines, bold=bold).lines):
        long = held(line, size, room, bold=bold)
        yield element("text", line, class_=class_, x=x, y=y + 16 * n, textLength=long, lengthAdjust="spacingAndGlyphs")


def _dial(status: Status, x: float, y: float) -> Iterator[Markup]:
    """Draw the half circle in three parts with the hand on one of them; without a hand where nothing is known."""
    for k, part in enumerate(PARTS):
        begin, end = (pi * (1 - (k + side) / len(PARTS)) for side in (0.04, 0.96))
        active = f" on {class_of(part)}" if part is status else ""
        outer, inner = (_arc(x, y, r, begin, end) for r in (RADIUS, RADIUS - 14))
        (ax, ay), (bx, by) = outer
        (cx, cy), (dx, dy) = inner
        path = (
            f"M{number(ax)} {number(ay)}A{number(RADIUS)} {number(RADIUS)} 0 0 1 {number(bx)} {number(by)}"
            f"L{number(dx)} {number(dy)}A{number(RADIUS - 14)} {number(RADIUS - 14)} 0 0 0 {number(cx)} {number(cy)}Z"
        )
        yield element("path", d=path, class_=f"part{active}{'' if status in PARTS else ' off'}")
    if status in PARTS:
        towards = angle(status)
        tip = x + (RADIUS - 6) * cos(towards), y - (RADIUS - 6) * sin(towards)
        yield element("path", d=f"M{number(x)} {number(y)}L{number(tip[0])} {number(tip[1])}", class_="hand")
        yield element("circle", cx=x, cy=y, r=5, class_="hub")


def _arc(x: float, y: float, r: float, begin: float, end: float) -> tuple[tuple[float, float], tuple[float, float]]:
    return (x + r * cos(begin), y - r * sin(begin)), (x + r * cos(end), y - r * sin(end))
