"""What the grounds and the signs of the matrix mean, above it."""

from collections.abc import Iterator

from markupsafe import Markup

from schema.text import Lang, Text
from viz.fitting import width
from viz.levels.boxes import Box
from viz.levels.shapes import label, rect
from viz.matrix.composing import Matrixed
from viz.picture_words import EMPTY

HIGH = 60.0
"""Height of the legend, in px."""
CLASSES = (1, 2, 4, 8, 16)
"""From which number on a class of the ground begins."""
SAME = Text("mit sich selbst", "with itself")


def legend(made: Matrixed, lang: Lang) -> Iterator[Markup]:
    """Draw the legend: the classes of the numbers, and below them the signs that occur."""
    yield from _numbers(made, lang)
    yield from _marks(made, lang)


def grade(n: int) -> int:
    """Give the class of a number, from 1; 0 for none."""
    return sum(n >= least for least in CLASSES)


def _numbers(made: Matrixed, lang: Lang) -> Iterator[Markup]:
    x = 16.0
    for k, least in enumerate(CLASSES):
        said = f"{least}+" if k == len(CLASSES) - 1 else _span(least, CLASSES[k + 1] - 1)
        yield rect(Box(x, 10, 18, 18), f"cell g{k + 1}", 2)
        yield label(x + 24, 23, said, "legend-text")
        x += 24 + width(said, 12) + 18
    for class_, said in (
        ("cell g0", EMPTY.lang(lang)),
        *((("cell same", SAME.lang(lang)),) if made.kind.square else ()),
    ):
        yield rect(Box(x, 10, 18, 18), class_, 2)
        yield label(x + 24, 23, said, "legend-text")
        x += 24 + width(said, 12) * 1.1 + 18


def _marks(made: Matrixed, lang: Lang) -> Iterator[Markup]:
    """Explain the letters that occur, on a line of their own."""
    x = 16.0
    for mark in sorted({mark for _, _, mark in made.marked()}, key=lambda mark: mark.letter):
        said = mark.meaning.lang(lang)
        yield rect(Box(x, 36, 18, 18), "cell g0", 2)
        yield label(x + 9, 49, mark.letter, "letter", "middle")
        yield label(x + 24, 49, said, "legend-text")
        x += 24 + width(said, 12) * 1.15 + 18


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
