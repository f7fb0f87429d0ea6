"""The matrix as SVG: names at both sides, a number in each cell that has one, its ground the darker the more."""

from collections.abc import Iterator

from markupsafe import Markup

from schema.text import Lang
from viz.changes.comparing import Change, Changes
from viz.changes.signs import disc, explained
from viz.fitting import fit, held
from viz.levels.boxes import Box
from viz.levels.shapes import label, rect
from viz.matrix.cells import SIDE, SIZE, TOP, badges, called, cells, place
from viz.matrix.composing import NOTHING, Matrixed
from viz.matrix.legend import HIGH, legend
from viz.sheet import Body, Href
from viz.svg import element, number

LEAST = 720.0
"""The least width, so that the legend has room."""
SIGN = 16.0
"""Room for the sign of a node that is new or another one, between its name and the cells, in px."""


def drawn(made: Matrixed, changes: Changes | None, lang: Lang, href: Href | None) -> Body:
    """Draw the matrix, with what a scenario changes in it."""
    wide = max(SIDE + SIZE * len(made.columns.shown) + 16, LEAST)
    if not (len(made.rows.shown) and len(made.columns.shown)):
        return Body(wide, 60, (label(16, 34, NOTHING.lang(lang), "empty"),))
    high = HIGH + TOP + SIZE * len(made.rows.shown) + 16
    parts = (
        *legend(made, lang),
        *_names(made, changes, lang),
        *_ground(made),
        *cells(made, changes, lang, href),
    )
    return explained(Body(wide, high, parts), changes, lang, badges())


def _names(made: Matrixed, changes: Changes | None, lang: Lang) -> Iterator[Markup]:
    """Write the names, each with a sign before the cells where it is new or another one."""
    for r, i in enumerate(made.rows.shown.tolist()):
        cy, change = place(r, 0).cy, changes and changes.of(made.network.ids[i])
        shift = SIGN if change else 0
        beside = f"translate({number(SIDE - 6 - shift)} {number(cy)})"
        yield _name(called(made, i, lang), SIDE - 16 - shift, beside, "end")
        yield _sign(change, SIDE - 11, cy, lang) if change else Markup("")
    for c, i in enumerate(made.columns.shown.tolist()):
        box, change = place(0, c), changes and changes.of(made.network.ids[i])
        shift = SIGN if change else 0
        turned = f"translate({number(box.cx)} {number(box.y - 6 - shift)}) rotate(-90)"
        yield _name(called(made, i, lang), TOP - 12 - shift, turned, "start")
        yield _sign(change, box.cx, box.y - 11, lang) if change else Markup("")


def _sign(change: Change, x: float, y: float, lang: Lang) -> Markup:
    said = change.beside(change.either.name).lang(lang)[:900]
    return element("g", element("title", said), disc(change.fate, x, y), role="img", aria_label=said)


def _name(name: str, room: float, transform: str, anchor: str) -> Markup:
    """Write a name on at most two lines, their middle at the place that is named."""
    found = fit(name, room, 11, lines=2).lines
    first = 4 - 5.5 * (len(found) - 1)
    texts = (
        element(
            "text",
            line,
            class_="name",
            y=first + 11 * n,
            text_anchor=anchor,
            textLength=held(line, 11, room),
            lengthAdjust="spacingAndGlyphs",
        )
        for n, line in enumerate(found)
    )
    return element("g", element("title", name[:400]), *texts, transform=transform)


def _ground(made: Matrixed) -> Iterator[Markup]:
    """Draw the empty cells as one grid, grey where a node would meet itself."""
    whole = Box(SIDE, HIGH + TOP, SIZE * len(made.columns.shown), SIZE * len(made.rows.shown))
    yield rect(whole, "cell g0", 0)
    down = "".join(
        f"M{number(whole.x + SIZE * c)} {number(whole.y)}V{number(whole.bottom)}"
        for c in range(1, len(made.columns.shown))
    )
    over = "".join(
        f"M{number(whole.x)} {number(whole.y + SIZE * r)}H{number(whole.right)}" for r in range(1, len(made.rows.shown))
    )
    yield element("path", d=down + over, class_="grid")
    for k in range(len(made.rows.shown)) if made.kind.square else ():
        yield rect(place(k, k), "cell same", 0)
