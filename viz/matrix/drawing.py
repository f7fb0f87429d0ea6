"""The matrix as SVG: names at both sides, a number in each cell that has one, its ground the darker the more."""

from collections.abc import Iterator

from markupsafe import Markup

from schema.text import Lang, Text, verbatim
from viz.fitting import fit, held
from viz.levels.boxes import Box
from viz.levels.shapes import label, rect
from viz.matrix.composing import NOTHING, Matrixed
from viz.matrix.legend import HIGH, grade, legend
from viz.page_words import NAMELESS
from viz.sheet import Body, Href, linked
from viz.svg import element, number

CELL, SIDE, TOP = 26.0, 210.0, 170.0
"""Side of a cell, room for the names of rows and of columns, in px."""
LEAST = 720.0
"""The least width, so that the legend has room."""
SAID = Text("{row} – {column}: {what}", "{row} – {column}: {what}")


def key(row: int, column: int) -> str:
    """Name the row of the twin in which a number is told."""
    return f"c{row}-{column}"


def marked_key(row: int, column: int) -> str:
    """Name the row of the twin in which a sign is told."""
    return f"m{row}-{column}"


def drawn(made: Matrixed, lang: Lang, href: Href | None) -> Body:
    """Draw the matrix."""
    wide = max(SIDE + CELL * len(made.columns.shown) + 16, LEAST)
    if not (len(made.rows.shown) and len(made.columns.shown)):
        return Body(wide, 60, (label(16, 34, NOTHING.lang(lang), "empty"),))
    high = HIGH + TOP + CELL * len(made.rows.shown) + 16
    parts = (
        *legend(made, lang),
        *_names(made, lang),
        *_ground(made),
        *_cells(made, lang, href),
    )
    return Body(wide, high, parts)


def _place(r: int, c: int) -> Box:
    return Box(SIDE + c * CELL, HIGH + TOP + r * CELL, CELL, CELL)


def _names(made: Matrixed, lang: Lang) -> Iterator[Markup]:
    for r, i in enumerate(made.rows.shown):
        box = _place(r, 0)
        yield _name(_called(made, int(i), lang), SIDE - 16, f"translate({number(SIDE - 6)} {number(box.cy)})", "end")
    for c, i in enumerate(made.columns.shown):
        box = _place(0, c)
        turned = f"translate({number(box.cx)} {number(box.y - 6)}) rotate(-90)"
        yield _name(_called(made, int(i), lang), TOP - 12, turned, "start")


def _called(made: Matrixed, i: int, lang: Lang) -> str:
    name = made.network.name(i)
    return name if name.strip() else NAMELESS.lang(lang)


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
    whole = Box(SIDE, HIGH + TOP, CELL * len(made.columns.shown), CELL * len(made.rows.shown))
    yield rect(whole, "cell g0", 0)
    down = "".join(
        f"M{number(whole.x + CELL * c)} {number(whole.y)}V{number(whole.bottom)}"
        for c in range(1, len(made.columns.shown))
    )
    over = "".join(
        f"M{number(whole.x)} {number(whole.y + CELL * r)}H{number(whole.right)}" for r in range(1, len(made.rows.shown))
    )
    yield element("path", d=down + over, class_="grid")
    for k in range(len(made.rows.shown)) if made.kind.square else ():
        yield rect(_place(k, k), "cell same", 0)


def _cells(made: Matrixed, lang: Lang, href: Href | None) -> Iterator[Markup]:
    """Draw the cells of which something is said; the first is where the keyboard enters."""
    for n, (box, shown, row, said) in enumerate((*_numbers(made), *_marked(made))):
        drawn = Markup("").join((rect(box, shown[0], 0), label(box.cx, box.cy + 4, shown[1], shown[2], "middle")))
        yield linked(drawn, href, row, said.lang(lang)[:900], first=n == 0)


Cell = tuple[Box, tuple[str, str, str], str, Text]
"""Place, class of the ground with letters and their class, key of the row, and what is said."""


def _numbers(made: Matrixed) -> Iterator[Cell]:
    for r, c, n in made.cells():
        said = _said(made, r, c, verbatim(str(n)))
        for a, b in ((r, c), (c, r)) if made.kind.square else ((r, c),):
            yield _place(a, b), (f"cell g{grade(n)}", _short(n), f"count g{grade(n)}"), key(r, c), said


def _marked(made: Matrixed) -> Iterator[Cell]:
    for r, c, mark in made.marked():
        box = _place(r, c)
        inner = Box(box.x + 2, box.y + 2, box.w - 4, box.h - 4)
        yield inner, ("hit", mark.letter, "letter"), marked_key(r, c), _said(made, r, c, mark.meaning)


def _said(made: Matrixed, r: int, c: int, what: Text) -> Text:
    row, column = (Text(_called(made, i, "de"), _called(made, i, "en")) for i in made.ends(r, c))
    return SAID.format(row=row, column=column, what=what)


def _short(n: int) -> str:
    """Write a number so that it fits into a cell."""
    return str(n) if n < 1_000 else f"{n // 1_000}k" if n < 1_000_000 else "M+"
