"""The signs by which pictures mark what a scenario changes: plus, minus and unequal in a violet disc, and a badge.

Their colours stand on the elements themselves, so that a picture without a scenario needs no rule for them.
"""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from schema.text import Lang, Text
from viz.changes import words
from viz.changes.comparing import Changes, Fate
from viz.fitting import width
from viz.levels.boxes import Box
from viz.levels.shapes import label
from viz.sheet import Body
from viz.svg import element, number

VIOLET = "#6a1b9a"
"""As in the levels view; 9:1 on white."""
RADIUS = 6.0
LINE = 30.0
"""Height of the legend, in px."""
Entry = tuple[Markup, Text]
"""A sign around 0, 0, and what it means."""


def disc(fate: Fate, x: float, y: float) -> Markup:
    """Draw the sign of a fate in a disc."""
    ground = element("circle", cx=x, cy=y, r=RADIUS, fill=VIOLET, stroke="#fff", stroke_width=1)
    strokes = element("path", d=_strokes(fate, x, y), fill="none", stroke="#fff", stroke_width=1.5)
    return element("g", ground, strokes, class_=f"change {fate}")


def _strokes(fate: Fate, x: float, y: float) -> str:
    arm, gap = 3.3, 1.6

    def level(at: float) -> str:
        return f"M{number(x - arm)} {number(at)}H{number(x + arm)}"

    upright = f"M{number(x)} {number(y - arm)}V{number(y + arm)}"
    aslant = f"M{number(x + arm / 2)} {number(y - arm)}L{number(x - arm / 2)} {number(y + arm)}"
    return {
        Fate.CAME: level(y) + upright,
        Fate.WENT: level(y),
        Fate.OTHERWISE: level(y - gap) + level(y + gap) + aslant,
    }[fate]


def badge(said: str, box: Box, fate: Fate) -> Markup:
    """Write a few characters into a small white box with a violet border."""
    ground = element(
        "rect", x=box.x, y=box.y, width=box.w, height=box.h, rx=2, fill="#fff", stroke=VIOLET, stroke_width=1.2
    )
    text = element(
        "text", said, x=box.cx, y=box.cy + 3.2, text_anchor="middle", fill=VIOLET, font_size=9, font_weight=700
    )
    return element("g", ground, text, class_=f"change {fate}")


def explained(body: Body, changes: Changes | None, lang: Lang, entries: Iterable[Entry] | None = None) -> Body:
    """Add a line to a picture that says what the signs mean, or that nothing differs; none where none is tried."""
    if changes is None:
        return body
    y = body.height + LINE / 2
    line = tuple(_meanings(discs() if entries is None else entries, lang, y))
    nothing = (label(16, y + 4, words.NOTHING.lang(lang), "legend-text"),)
    return Body(body.width, body.height + LINE, (*body.parts, *(line if changes.by else nothing)))


def _meanings(entries: Iterable[Entry], lang: Lang, y: float) -> Iterator[Markup]:
    x = 16.0
    for sign, meaning in entries:
        said = meaning.lang(lang)
        yield element("g", sign, transform=f"translate({number(x + 13)} {number(y)})")
        yield label(x + 32, y + 4, said, "legend-text")
        x += 32 + width(said, 12) * 1.15 + 18


def discs() -> Iterator[Entry]:
    """Give the signs that are drawn at things in the picture."""
    yield disc(Fate.CAME, 0, 0), words.CAME
    yield disc(Fate.OTHERWISE, 0, 0), words.OTHERWISE
