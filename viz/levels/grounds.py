"""What lies below and around the elements: storeys, Dezernate, columns with their shafts, and what is written there."""

from collections.abc import Iterator

from markupsafe import Markup

from schema.levels import LEVEL_LABELS
from schema.text import Lang
from viz.levels import words
from viz.levels.boxes import Box, Writing
from viz.levels.composing import Composition
from viz.levels.layout import LEFT, SHAFT, Band, Frame, Layout
from viz.levels.shapes import label, lines, rect, warning
from viz.svg import element, number

_NOTE = Writing(11, 13.5, 3, padding=0)
_TITLE = Writing(12, 14, 3, padding=6)
_BRACKET = Writing(11.5, 13.5, 1, bold=True, padding=4)
_GAP = Writing(11.5, 13, 2, bold=True, padding=0)


def bands(layout: Layout, lang: Lang) -> Iterator[Markup]:
    """Draw the ground of each storey with its name, and the strip of the unknown."""
    for band in layout.bands:
        yield rect(band.box, f"band {band.level.value}", 10)
        yield from _band_label(band, lang)
    if layout.unknown:
        yield rect(layout.unknown, "band unknown", 10)
        yield label(20, layout.unknown.y + 29, words.UNKNOWN_SHORT.lang(lang), "storey unknown")
        yield from _note(words.UNKNOWN_NOTE.lang(lang), layout.unknown.y + 47)


def _band_label(band: Band, lang: Lang) -> Iterator[Markup]:
    name = LEVEL_LABELS[band.level].lang(lang)
    yield label(20, band.box.y + 29, name[:1].upper() + name[1:], f"storey {band.level.value}")
    yield from _note(band.subtitle.lang(lang), band.box.y + 47)
    if band.empty:
        yield label(LEFT, band.box.y + 43, words.EMPTY[band.level].lang(lang), "empty")


def _note(text: str, y: float) -> Iterator[Markup]:
    for n, line in enumerate(_NOTE.fit(text, LEFT - 26).lines):
        yield label(20, y + n * _NOTE.leading, line, "note")


def frames(made: Composition, layout: Layout) -> Iterator[Markup]:
    """Draw the boxes of Dezernate and columns."""
    for frame in layout.frames:
        names = ["frame", frame.form, frame.level.value]
        names += ["gap"] if frame.key in made.gaps else []
        names += ["faint"] if made.focus and frame.key not in made.strong[0] else []
        yield rect(frame.box, " ".join(names), 8)
        if frame.form == "columns" and frame.key:
            yield rect(Box(frame.box.x + 3, frame.box.y + 5, SHAFT - 6, frame.box.h - 10), "shaft", 3)


def inscriptions(made: Composition, layout: Layout, lang: Lang) -> Iterator[Markup]:
    """Write above the lines what groups are: brackets, groups without a head, what is folded in, what is missing."""
    for bracket in layout.brackets:
        box = bracket.box
        line = f"M{number(box.x + 1)} {number(box.bottom)}H{number(box.right - 1)}"
        yield element("path", d=line, class_="bracket")
        yield lines(_BRACKET.fit(bracket.name.lang(lang), box.w), _BRACKET, box, "bracket-name")
    folded = {e.key: e.folded for e in made.elements if e.folded}
    for frame in layout.frames:
        gap = made.gaps.get(frame.key or "")
        if frame.title and not frame.key:
            text = _TITLE.fit(frame.title.lang(lang), frame.box.w)
            top = Box(frame.box.x, frame.box.y + 5, frame.box.w, _TITLE.height(len(text.lines)) - 6)
            yield lines(text, _TITLE, top, "group-title")
        if frame.empty and frame.form == "boxes" and frame.key in folded:
            yield _fold_note(frame, folded[frame.key].lang(lang))
        if gap and frame.form == "columns":
            yield from _gap_note(frame, gap.what.lang(lang))


def _fold_note(frame: Frame, text: str) -> Markup:
    """Write into a collapsed box how much is in it."""
    fitted = _TITLE.fit(text, frame.box.w)
    below = Box(frame.box.x, frame.box.y + frame.head, frame.box.w, frame.box.h - frame.head - 20)
    return lines(fitted, _TITLE, below, "fold-note")


def _gap_note(frame: Frame, text: str) -> Iterator[Markup]:
    """Write at the foot of a column what is missing there."""
    fitted = _GAP.fit(text, frame.box.w - SHAFT - 20)
    y = frame.box.bottom - 12 - _GAP.leading * (len(fitted.lines) - 1)
    yield warning(frame.box.x + 13, y - 4 + (len(fitted.lines) - 1) * 6, 16)
    for n, line in enumerate(fitted.lines):
        yield label(frame.box.x + 26, y + _GAP.leading * n, line, "gap-note")
