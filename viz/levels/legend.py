"""What the signs mean, on one line above the picture, on a second one for a scenario; it stands in every export too."""

from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

from schema.text import Lang, Text
from viz.fitting import width
from viz.levels import words
from viz.levels.boxes import Box
from viz.levels.shapes import label, plus, rect, star, warning
from viz.svg import element, number

_SIGN = 34
LINE = 22
"""Height of the second line."""
Sign = Callable[[float, float], Markup]


def legend(lang: Lang, top: float, *, tried: bool = False) -> Markup:
    """Draw the legend with its middle at `top`; `tried` explains the sign for what a scenario adds."""
    parts = list(_line_of(_entries(), lang, top))
    if tried:
        parts += _line_of(((_added, words.NEW), (_line("link added", 2.4), words.NEW_TIES)), lang, top + LINE)
    return element("g", *parts, class_="legend")


def _line_of(entries: Iterable[tuple[Sign, Text]], lang: Lang, y: float) -> Iterator[Markup]:
    x = 16.0
    for sign, text in entries:
        words_ = text.lang(lang)
        yield sign(x, y)
        yield label(x + _SIGN + 7, y + 4, words_, "legend-text")
        x += _SIGN + 7 + width(words_, 12) + 20


def _entries() -> Iterator[tuple[Sign, Text]]:
    yield _line("link lift", 2.4), words.LEGEND_LIFT
    yield _line("link lift derived", 2.4), words.LIFT_DERIVED
    yield _line("link side", 1.6), words.LEGEND_SIDE
    yield _multiplier, words.LEGEND_MULTIPLIER
    yield _gap, words.LEGEND_GAP
    yield _line("link missing", 1.8), words.LEGEND_MISSING
    yield _rest, words.LEGEND_REST
    yield _wedge, words.LEGEND_WIDTH


def _line(class_: str, wide: float) -> Sign:
    def draw(x: float, y: float) -> Markup:
        return element("path", d=f"M{number(x)} {number(y)}H{number(x + _SIGN)}", class_=class_, stroke_width=wide)

    return draw


def _wedge(x: float, y: float) -> Markup:
    corners = ((x, y - 0.7), (x + _SIGN, y - 2.7), (x + _SIGN, y + 2.7), (x, y + 0.7))
    return element("polygon", points=" ".join(f"{number(a)},{number(b)}" for a, b in corners), class_="door")


def _multiplier(x: float, y: float) -> Markup:
    plate = element("g", rect(Box(x + 4, y - 8, 26, 16), "plate", 4), class_="element chip multiplier")
    return plate + star(x + 28, y - 7, 7)


def _gap(x: float, y: float) -> Markup:
    return rect(Box(x + 4, y - 8, 26, 16), "frame gap", 4) + warning(x + 17, y, 12)


def _added(x: float, y: float) -> Markup:
    plate = element("g", rect(Box(x + 4, y - 8, 26, 16), "plate", 4), class_="element chip added")
    return plate + plus(x + 6, y + 6, 6)


def _rest(x: float, y: float) -> Markup:
    return element("g", rect(Box(x + 4, y - 8, 26, 16), "plate", 4), class_="element chip rest")
