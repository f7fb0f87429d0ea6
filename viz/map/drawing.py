"""The map as SVG: need as the ground of the areas, reach as the size of a sign, the other division dashed over it."""

from collections.abc import Iterator, Sequence

import shapely
from markupsafe import Markup

from graph.questions.written import written
from schema.text import LANGS, Lang, Text
from viz.changes.comparing import Changes
from viz.changes.signs import explained
from viz.fitting import fit
from viz.levels.boxes import Box
from viz.levels.shapes import label
from viz.map.changed import beside, change_of, marked
from viz.map.composing import Area, Mapped
from viz.map.labels import Name, Sign, names, overlap
from viz.map.legend import Radius, legend, patterns
from viz.map.shapes import Onto, path
from viz.page_words import NAMELESS
from viz.sheet import Body, Href, linked
from viz.svg import element

WIDE, ROOM = 1400.0, Box(16, 16, 1000, 820)
BIGGEST, SMALLEST = 20.0, 5.0
"""Radius of the sign of the area with most actors, and the least."""
SAID = Text(
    "{name}: Bedarf {need} ({word}), Akteure vor Ort: {reach}", "{name}: need {need} ({word}), actors there: {reach}"
)
OVER = Text("{name} (darübergelegt)", "{name} (laid over)")


def drawn(made: Mapped, changes: Changes | None, lang: Lang, href: Href | None) -> Body:
    """Draw the map with its legend beside it, and with what a scenario changes in it."""
    areas = made.drawn
    if not areas:
        lines = fit(made.nothing.lang(lang), WIDE - 32, 14, lines=3).lines
        return Body(WIDE, 60, tuple(label(16, 30 + 18 * n, line, "empty") for n, line in enumerate(lines)))
    shapes = made.ground.shapes
    onto = Onto.of([shapes[i] for i in (*(area.i for area in areas), *made.over_drawn)], ROOM)
    placed = {area.i: onto.moved(shapes[area.i]) for area in areas}
    signs = tuple(_signs(made, sorted(areas, key=lambda area: (-area.reach, area.i)), placed, lang))
    side, below = legend(made, lang, signs_radius(made), ROOM.right + 24)
    parts = (
        patterns(),
        *_grounds(made, changes, placed, lang, href),
        *_over(made, onto, lang),
        *_written(made, changes, signs, onto.box),
        *side,
    )
    return explained(Body(WIDE, max(onto.box.bottom + 16, below), parts), changes, lang)


def key(area: Area) -> str:
    """Name the row of the twin that tells of an area."""
    return f"s{area.i}"


def signs_radius(made: Mapped) -> Radius:
    """Give the radius of a sign for each number of actors, the ground of the sign growing with the number."""
    most = max((area.reach for area in made.drawn), default=1)
    return lambda reach: max(SMALLEST, BIGGEST * (reach / max(most, 1)) ** 0.5)


def _grounds(
    made: Mapped, changes: Changes | None, placed: dict[int, shapely.Geometry], lang: Lang, href: Href | None
) -> Iterator[Markup]:
    for n, area in enumerate(made.drawn):
        border = path(placed[area.i])
        shape = element("path", d=border, class_=f"area n{area.grade}", fill_rule="evenodd")
        if area.grade > 1:
            shape += element("path", d=border, fill=f"url(#map-n{area.grade})", fill_rule="evenodd", class_="hatch")
        said, change = _said(made, area), change_of(changes, made, area)
        told = change.beside(said) if change else said
        yield linked(shape, href, key(area), told.lang(lang), first=n == 0)


def _said(made: Mapped, area: Area) -> Text:
    name, rounded = Text(*(_named(made, area.i, lang) for lang in LANGS)), area.need and round(area.need, 2)
    need = Text(*(written(rounded, lang) for lang in LANGS))
    return SAID.format(name=name, need=need, word=area.word, reach=area.reach)


def _named(made: Mapped, i: int, lang: Lang) -> str:
    name = made.network.name(i)
    return name[:300] if name.strip() else NAMELESS.lang(lang)


def _over(made: Mapped, onto: Onto, lang: Lang) -> Iterator[Markup]:
    for i in made.over_drawn:
        border = path(onto.moved(made.ground.shapes[i]))
        said = element("title", OVER.format(name=_named(made, i, lang)).lang(lang))
        yield element("path", d=border, class_="over-casing")
        yield element("path", said, d=border, class_="over")


def _signs(
    made: Mapped, areas: Sequence[Area], placed: dict[int, shapely.Geometry], lang: Lang
) -> Iterator[tuple[Area, Sign]]:
    radius = signs_radius(made)
    for area in areas:
        if shapely.is_empty(placed[area.i]):
            continue
        point = shapely.point_on_surface(placed[area.i])
        yield area, Sign(point.x, point.y, radius(area.reach), _named(made, area.i, lang))


def _written(made: Mapped, changes: Changes | None, signs: Sequence[tuple[Area, Sign]], sheet: Box) -> Iterator[Markup]:
    """Draw the signs, the largest first, with their numbers where these are not hidden, then the names."""
    before: list[Box] = []
    for area, sign in signs:
        box = Box(sign.x - sign.r, sign.y - sign.r, 2 * sign.r, 2 * sign.r)
        yield element("circle", cx=sign.x, cy=sign.y, r=sign.r, class_="reach" if area.reach else "reach none")
        if sign.r >= 8 and not any(overlap(box, other) for other in before):
            yield label(sign.x, sign.y + 4, str(area.reach), "reach-number", "middle")
        before.append(box)
    found = [(change, sign) for area, sign in signs if (change := change_of(changes, made, area))]
    yield from (marked(change, sign) for change, sign in found)
    for name in names([sign for _, sign in signs], [beside(sign) for _, sign in found], sheet):
        if name:
            yield _name(name)


def _name(name: Name) -> Markup:
    return label(name.x, name.y, name.text, "area-name", name.anchor)
