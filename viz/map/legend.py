"""What the signs of the map mean, beside it, and which areas are not on it."""

from collections.abc import Callable, Iterator

from markupsafe import Markup

from schema.text import Lang, Text
from viz.fitting import fit
from viz.levels.boxes import Box
from viz.levels.shapes import label, rect
from viz.map.composing import CLASSES, NO_NEED, Mapped
from viz.picture_words import EMPTY, MORE
from viz.svg import element, number

Radius = Callable[[int], float]
"""From a number of actors to the radius of the sign."""
_ROOM, _LINE, _NAMED = 340.0, 20.0, 20
NEED = Text("Bedarf nach den Indikatoren", "Need by the indicators")
BY_ONE = Text("Bedarf nach: {name}", "Need by: {name}")
REACH = Text("Reichweite: Akteure vor Ort", "Reach: actors there")
DIVISION = Text("Raumzuschnitt: {name}", "Division: {name}")
OVER = Text("darüber: {name}", "laid over: {name}")
ABSENT = Text("Nicht auf der Karte ({n})", "Not on the map ({n})")


def patterns() -> Markup:
    """Draw the hatches that say the class of the need without colour: the denser, the higher."""
    lines = {2: "M0 10L10 0", 3: "M0 5L5 0M5 10L10 5", 4: "M0 5L5 0M5 10L10 5M0 5L5 10M5 0L10 5"}
    return element(
        "defs",
        *(
            element(
                "pattern",
                element("path", d=d, class_="stroke"),
                attributes={"id": f"map-n{k}", "width": 10, "height": 10, "patternUnits": "userSpaceOnUse"},
            )
            for k, d in lines.items()
        ),
    )


def legend(made: Mapped, lang: Lang, radius: Radius, x: float) -> tuple[tuple[Markup, ...], float]:
    """Draw the legend from x to the right; also give where it ends."""
    parts: list[Markup] = []
    y = 30.0
    for block in (
        _division(made, lang, x),
        _need(made, lang, x),
        _reach(made, lang, radius, x),
        _absent(made, lang, x),
    ):
        for height, drawn in block:
            parts.append(element("g", drawn, transform=f"translate(0 {number(y)})"))
            y += height
        y += 14
    return tuple(parts), y


Block = Iterator[tuple[float, Markup]]


def _division(made: Mapped, lang: Lang, x: float) -> Block:
    name = made.layer.name if made.layer else "–"
    yield from _texts(DIVISION.format(name=name).lang(lang), x, "legend-head")
    if made.over:
        line = element("path", d=f"M{number(x)} -4H{number(x + 34)}", class_="over")
        yield 0, line
        yield from _texts(OVER.format(name=made.over.name).lang(lang), x + 44, "legend-text")


def _need(made: Mapped, lang: Lang, x: float) -> Block:
    by = NEED if made.indicator is None else BY_ONE.format(name=made.network.name(made.indicator)[:100])
    yield from _texts(by.lang(lang), x, "legend-head")
    for k, word in reversed(list(enumerate(CLASSES, start=1))):
        box = Box(x, -13, 26, 16)
        hatch = element("rect", x=x, y=-13, width=26, height=16, fill=f"url(#map-n{k})") if k > 1 else Markup("")
        yield _LINE, rect(box, f"area n{k}", 0) + hatch + label(x + 36, 0, word.lang(lang), "legend-text")
    yield _LINE, rect(Box(x, -13, 26, 16), "area n0", 0) + label(x + 36, 0, NO_NEED.lang(lang), "legend-text")


def _reach(made: Mapped, lang: Lang, radius: Radius, x: float) -> Block:
    yield from _texts(REACH.lang(lang), x, "legend-head")
    most = max((area.reach for area in made.drawn), default=0)
    for n in sorted({n for n in (most, (most + 1) // 2, 1) if n}, reverse=True):
        r = radius(n)
        high = max(_LINE, 2 * r + 4)
        lower = (high - _LINE) / 2
        circle = element("circle", cx=x + 20, cy=lower - 4, r=r, class_="reach")
        yield high, circle + label(x + 52, lower, str(n), "legend-text")
    words = label(x + 52, 0, EMPTY.lang(lang), "legend-text")
    yield _LINE, element("circle", cx=x + 20, cy=-4, r=radius(0), class_="reach none") + words


def _absent(made: Mapped, lang: Lang, x: float) -> Block:
    absent = [area.i for area in made.areas if area.i not in made.ground.shapes]
    if not absent:
        return
    yield from _texts(ABSENT.format(n=len(absent)).lang(lang), x, "legend-head")
    for i in absent[:_NAMED]:
        said = f"{made.network.name(i)[:100]}: {made.ground.status(i).lang(lang)}"
        yield from _texts(said, x, "legend-text", lines=1)
    if len(absent) > _NAMED:
        yield from _texts(MORE.format(n=len(absent) - _NAMED).lang(lang), x, "legend-text")


def _texts(words: str, x: float, class_: str, lines: int = 2) -> Block:
    for line in fit(words, _ROOM - 44, 12, lines=lines, bold=True).lines:
        yield _LINE, label(x, 0, line, class_)
