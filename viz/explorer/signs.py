"""The signs of the drawn network, and below it what they mean."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from schema.text import Lang, Text
from viz.explorer.colours import Entry
from viz.fitting import fit
from viz.levels.shapes import label, plus
from viz.svg import element, number
from viz.trial import Trial

COLUMNS, LINE = 5, 24.0


def ring(x: float, y: float, r: float) -> Markup:
    """Draw what marks a node that only the scenario has: a ring with a plus sign."""
    return element("circle", cx=x, cy=y, r=r, class_="ring") + plus(x + 0.8 * r, y - 0.8 * r, 6)


def height_of(used: Sequence[Entry], trial: Trial) -> float:
    """Give the height of the legend."""
    return LINE * -(-(len(used) + len(trial.signs())) // COLUMNS)


def legend(used: Sequence[Entry], trial: Trial, top: float, lang: Lang) -> Iterator[Markup]:
    """Say what the colours mean, and after them what the signs for what a scenario adds mean."""
    for n, entry in enumerate(used):
        x, y = _place(n, top)
        yield element("rect", x=x, y=y - 6, width=12, height=12, fill=entry.colour, class_="node")
        yield from _words(entry.label, x, y, lang)
    for n, said in enumerate(trial.signs()):
        x, y = _place(len(used) + n, top)
        line = element("path", d=f"M{number(x)} {number(y)}h14", class_="tie added")
        yield line if n else ring(x + 6, y, 6)
        yield from _words(said, x, y, lang)


def _place(n: int, top: float) -> tuple[float, float]:
    return 24 + 310 * (n % COLUMNS), top + LINE * (n // COLUMNS)


def _words(said: Text, x: float, y: float, lang: Lang) -> Iterator[Markup]:
    return (label(x + 20, y + 4, line, "legend-text") for line in fit(said.lang(lang), 270, 12, lines=1).lines)
