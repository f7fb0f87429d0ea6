"""The levels view as SVG, from a composition and its layout."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from schema.text import Lang
from viz.fitting import fit
from viz.levels import words
from viz.levels.boxes import SMALL, Box
from viz.levels.composing import Composition
from viz.levels.counting import EVIDENCE, counted
from viz.levels.grounds import bands, frames, inscriptions
from viz.levels.layout import WIDTH, Layout, Placed
from viz.levels.legend import legend
from viz.levels.routes import Route, routed
from viz.levels.shapes import label, lines, plus, rect, star, warning
from viz.svg import element

_THICKEST = 3.4
_THIN = 16
"""Evidence that a line must stand for to be among the thick ones, however little the others stand for."""
Href = Callable[[str], str]
NAMESPACE = "http://www.w3.org/2000/svg"


@dataclass(frozen=True, slots=True)
class Dress:
    """How a picture is fitted into where it stands: its own style sheet and heading, links, classes beside ours."""

    style: str
    heading: bool
    href: Href | None
    classes: Mapping[Hashable, str]


def picture(made: Composition, layout: Layout, lang: Lang, dress: Dress) -> Markup:
    """Draw the whole."""
    remarks = [text.lang(lang) for text in made.remarks()]
    height = layout.height + 22 + 18 * len(remarks)
    return element(
        "svg",
        element("title", made.title.lang(lang), id="levels-title"),
        element("desc", " ".join(f"{r}." for r in remarks) or words.NOTHING.lang(lang), id="levels-desc"),
        *([element("style", Markup(dress.style))] if dress.style else []),  # noqa: S704 our own style sheet
        rect(Box(0, 0, WIDTH, height), "ground", 0),
        *_body(made, layout, lang, dress),
        *(label(16, layout.height + 26 + 18 * n, line, "remark") for n, line in enumerate(remarks)),
        attributes={"xmlns": NAMESPACE, "viewBox": f"0 0 {WIDTH} {round(height)}", "xml:lang": lang, "lang": lang},
        class_="levels" + (" focused" if made.focus else ""),
        role="graphics-document",
        aria_labelledby="levels-title levels-desc",
        width=WIDTH,
        height=round(height),
    )


def _body(made: Composition, layout: Layout, lang: Lang, dress: Dress) -> Iterator[Markup]:
    """Draw in layers: grounds, lines, elements, and what is written over them."""
    if dress.heading:
        yield label(16, 34, _heading(made, lang), "title")
    yield legend(lang, top=58 if dress.heading else 20, tried=made.network.before is not None)
    yield from bands(layout, lang)
    yield from frames(made, layout)
    yield from _lines(made, layout, lang, dress.classes)
    yield from _elements(made, layout, lang, dress)
    yield from inscriptions(made, layout, lang)


def _heading(made: Composition, lang: Lang) -> str:
    return fit(made.title.lang(lang), WIDTH - 40, 21, lines=1, bold=True).lines[0]


def _lines(made: Composition, layout: Layout, lang: Lang, classes: Mapping[Hashable, str]) -> Iterator[Markup]:
    """Draw the links: faint ones first, cooperation below lift links, weak below strong, what is missing on top."""
    strong, missing = set(made.strong[1]), dict(made.missing)
    names = {e.key: e.name.lang(lang) for e in made.elements}
    heaviest = max((link.weight for link in made.shown), default=1)
    routes = sorted(
        routed(layout, [*made.shown, *missing]),
        key=lambda r: (r.link in strong, r.link.kind == "lift", r.link.weight, r.link.ends),
    )
    for route in routes:
        if route.link not in missing:
            dressed = ["faint"] if made.focus and route.link not in strong else []
            dressed += ["added"] if made.trial.adds(made.network, route.link) else []
            wide = round(1.3 + _THICKEST * (route.link.weight / max(heaviest, _THIN)) ** 0.5, 1)
            yield from _line(route, names, lang, [*dressed, *classes.get(route.link, "").split()], wide)
    for route in routes:
        if route.link in missing:
            yield _missing(route, names, missing[route.link].lang(lang), lang, made.focus)


def _line(route: Route, names: dict[str, str], lang: Lang, classes: Sequence[str], wide: float) -> Iterator[Markup]:
    link = route.link
    kind = " ".join(("link", link.kind, *["derived"] * link.derived, *classes))
    has_doors = link.kind == "lift" and "faint" not in classes
    if has_doors:
        yield element("path", d=route.path, class_=" ".join(("casing", *classes)), stroke_width=wide + 2.4)
    said = f"{names[link.a]} – {names[link.b]}, {counted(link.weight, EVIDENCE).lang(lang)}"
    yield element("path", element("title", said), d=route.path, class_=kind, stroke_width=wide)
    for x, y in (route.start, route.end) if has_doors else ():
        yield element("circle", cx=x, cy=y, r=round(wide / 2 + 1.2, 1), class_=" ".join(("door", *classes)))


def _missing(route: Route, names: dict[str, str], shared: str, lang: Lang, focus: str | None) -> Markup:
    """Draw a pair without contact: dashed red with the sign at one end, faint only when the focus is elsewhere."""
    link = route.link
    faint = " faint" if focus and focus not in link.ends else ""
    said = f"{names[link.a]} – {names[link.b]}: {words.NO_CONTACT.lang(lang)}; {shared}"
    line = element("path", element("title", said), d=route.path, class_=f"link missing{faint}", stroke_width=1.8)
    return line if faint else line + warning(*route.middle, 14)


def _elements(made: Composition, layout: Layout, lang: Lang, dress: Dress) -> Iterator[Markup]:
    for order, found in enumerate(made.elements):
        placed = layout.placed[found.key]
        spoken = made.spoken(found).lang(lang)
        inner = (element("title", spoken), *_chip(made, placed))
        names = f"{_classes(made, placed)} {dress.classes.get(found.key, '')}".rstrip()
        shared = {"class": names, "id": f"e{order}", "aria-label": spoken}
        if dress.href and found.node is not None:
            yield element(
                "a", *inner, attributes={**shared, "href": dress.href(found.key), "tabindex": -1 if order else 0}
            )
        else:
            yield element("g", *inner, attributes={**shared, "role": "img"})


def _classes(made: Composition, placed: Placed) -> str:
    names = ["element", placed.shape, placed.element.level.value]
    names += ["rest"] if placed.element.rest else []
    names += ["multiplier"] if made.multiplier(placed.element) else []
    names += ["added"] if made.is_new(placed.element) else []
    names += ["gap"] if placed.element.key in made.gaps and placed.shape != "head" else []
    if made.focus:
        names += [] if placed.element.key in made.strong[0] else ["faint"]
        names += ["focus"] if placed.element.key == made.focus else []
    return " ".join(names)


def _chip(made: Composition, placed: Placed) -> Iterator[Markup]:
    box = placed.box
    yield rect(box, "plate", box.h / 2 if placed.element.round else 6)
    if placed.element.key == made.focus:
        yield rect(Box(box.x - 4, box.y - 4, box.w + 8, box.h + 8), "ring", 9)
    yield lines(placed.text, placed.writing, box, f"name {'stacked' if placed.writing is SMALL else placed.shape}")
    if made.multiplier(placed.element):
        yield star(box.right - 5, box.y + 1, 9)
    if placed.element.key in made.gaps and placed.shape != "head":
        yield warning(box.x + 6, box.y + 2, 14)
    if made.is_new(placed.element):
        yield plus(box.x + 2, box.bottom - 2, 7)
