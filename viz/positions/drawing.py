"""The positions as SVG: two fields of numbered marks with the measured place joined to each, and who is who."""

from collections.abc import Iterator
from math import ceil

from markupsafe import Markup

from graph.questions.written import written
from schema.text import Lang, Text
from viz.changes.signs import disc, explained
from viz.fitting import fit, held, width
from viz.levels.boxes import Box
from viz.levels.shapes import label
from viz.page_words import NAMELESS
from viz.positions.changed import Moved, entries
from viz.positions.fields import FIELDS, Field
from viz.positions.placing import RADIUS, Placed, Wanted, placed
from viz.positions.standing import SIGNS, Stander, Standing
from viz.sheet import Body, Href, linked
from viz.svg import element, number

WIDE, LEFT, GAP, TOP, ACROSS, DOWN = 1400.0, 70.0, 100.0, 120.0, 570.0, 470.0
KEY_COLUMNS, KEY_LINE = 4, 20.0
ATTRIBUTED = Text("zugeschrieben (Nummer siehe Liste)", "attributed (number: see the list)")
MEASURED = Text("gemessen (Rang, auf 1–5 umgerechnet)", "measured (rank, brought onto 1–5)")
NOBODY = Text(
    "Hier steht niemand: Es fehlen Einschätzungen, oder sie sind nicht sichtbar (Einschätzungen sind intern).",
    "Nobody stands here: opinions are missing, or not visible (opinions are internal).",
)
SAID = Text(
    "{n}. {name}: {first} {a}, Einfluss {b}, gemessen {c}", "{n}. {name}: {first} {a}, influence {b}, measured {c}"
)
WHO = Text("Wer ist wer", "Who is who")


def drawn(made: Standing, moved: Moved | None, lang: Lang, href: Href | None) -> Body:
    """Draw both fields, and below them the names to the numbers; with what a scenario changes in them."""
    parts, entered = list(_legend(lang)), False
    for k, field in enumerate(FIELDS):
        box = Box(LEFT + k * (ACROSS + GAP), TOP, ACROSS, DOWN)
        parts += [*field.drawn(box, lang), *_marks(made, moved, field, box, lang, href, enter=not entered)]
        entered = entered or any(field.value(each.row) is not None for each in made.shown)
    base = TOP + DOWN + 114
    lines = ceil(len(made.shown) / KEY_COLUMNS)
    high = base + (KEY_LINE * (lines + 1) if lines else -20)
    body = Body(WIDE, high, (*parts, *_key(made, moved, base, lines, lang)))
    return explained(body, moved.changes if moved else None, lang, entries())


def _legend(lang: Lang) -> Iterator[Markup]:
    x = 16.0
    entries = (
        (element("circle", cx=x + 9, cy=20, r=9, class_="plate"), ATTRIBUTED),
        (_diamond(0, 20), MEASURED),
        *((label(0, 25, sign, "sign", "middle"), note) for note, sign in SIGNS.items()),
    )
    for n, (sign, said) in enumerate(entries):
        words = said.lang(lang)
        yield element("g", sign, transform=f"translate({number(x + 9 if n else 0)} 0)")
        yield label(x + 24, 24, words, "legend-text")
        x += 24 + width(words, 12) * 1.12 + 20


def _marks(
    made: Standing, moved: Moved | None, field: Field, box: Box, lang: Lang, href: Href | None, *, enter: bool
) -> Iterator[Markup]:
    standing = [(each, value) for each in made.shown if (value := field.value(each.row)) is not None]
    wanted = [_wanted(each, value, field, box) for each, value in standing]
    places = placed(wanted, box)
    if not places:
        yield from (
            label(box.cx, box.cy + 18 * n, line, "empty", "middle")
            for n, line in enumerate(fit(NOBODY.lang(lang), 420, 14, lines=3).lines)
        )
    for place in places:
        yield from _measured(place)
    for (each, _), place in zip(standing, places, strict=True):
        yield from moved.arrow(each, place, field, box) if moved else ()
    for n, ((each, value), place) in enumerate(zip(standing, places, strict=True)):
        said, change = _said(each, field, value), moved and moved.of(each)
        told = change.beside(said) if change else said
        sign = moved.sign(each, place, field, box) if moved else Markup("")
        yield linked(_mark(each, place) + sign, href, each.key, told.lang(lang), first=enter and n == 0)


def _wanted(each: Stander, value: float, field: Field, box: Box) -> Wanted:
    influence = each.row.influence or 1
    other = None if each.measured is None else field.y(each.measured, box)
    return Wanted(field.x(value, box), field.y(influence, box), field.part(value, influence, box), other)


def _measured(place: Placed) -> Iterator[Markup]:
    if place.other is not None:
        yield element("path", d=f"M{number(place.x)} {number(place.y)}V{number(place.other)}", class_="joined")
        yield element("g", _diamond(0, 0), transform=f"translate({number(place.x)} {number(place.other)})")


def _diamond(x: float, y: float) -> Markup:
    points = " ".join(f"{number(x + dx)},{number(y + dy)}" for dx, dy in ((0, -6), (6, 0), (0, 6), (-6, 0)))
    return element("polygon", points=points, class_="measured")


def _mark(each: Stander, place: Placed) -> Markup:
    plate = element("circle", cx=place.x, cy=place.y, r=RADIUS, class_=f"plate{' disagrees' if each.sign else ''}")
    return plate + label(place.x, place.y + 4, str(each.number), "number", "middle")


def _said(each: Stander, field: Field, value: float) -> Text:
    across = Text("Interesse", "interest") if field is FIELDS[0] else Text("Haltung", "attitude")
    a, b, c = (Text(written(one, "de"), written(one, "en")) for one in (value, each.row.influence, each.measured))
    return SAID.format(n=each.number, name=each.row.actor.name[:300], first=across, a=a, b=b, c=c)


def _key(made: Standing, moved: Moved | None, base: float, lines: int, lang: Lang) -> Iterator[Markup]:
    """Write the names to the numbers, down the columns."""
    if not lines:
        return
    yield label(16, base, WHO.lang(lang), "legend-head")
    room = (WIDE - 32) / KEY_COLUMNS
    for k, each in enumerate(made.shown):
        x, y = 16 + k // lines * room, base + KEY_LINE * (k % lines + 1)
        name = each.row.actor.name if each.row.actor.name.strip() else NAMELESS.lang(lang)
        line, shift = fit(name, room - 66, 12, lines=1).lines[0], 18 if each.sign else 0
        if moved and (change := moved.of(each)):
            yield disc(change.fate, x + 35 + shift, y - 4)
            shift += 16
        yield label(x + 20, y, f"{each.number}", "key-number", "end")
        if each.sign:
            yield label(x + 35, y, each.sign, "sign", "middle")
        yield element(
            "text",
            line,
            class_="key-name",
            x=x + 28 + shift,
            y=y,
            textLength=held(line, 12, room - 66),
            lengthAdjust="spacingAndGlyphs",
        )
