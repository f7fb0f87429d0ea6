"""The levels view as SVG, from a composition and its layout."""

from collections.abc import Callable, Iterator
from math import log2

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
from viz.levels.shapes import label, lines, rect, star, warning
from viz.svg import element

Href = Callable[[str], str]
NAMESPACE = "http://www.w3.org/2000/svg"


def picture(made: Composition, layout: Layout, lang: Lang, href: Href | None, style: str, heading: bool) -> Markup:
    """Draw the whole; `href` makes the link of a node's id, `style` goes inside, pages have a heading of their own."""
    remarks = [text.lang(lang) for text in made.remarks()]
    height = layout.height + 22 + 18 * len(remarks)
    parts = [
        element("title", made.title.lang(lang), id="levels-title"),
        element("desc", " ".join(f"{r}." for r in remarks) or words.NOTHING.lang(lang), id="levels-desc"),
        *([element("style", Markup(style))] if style else []),  # noqa: S704 our own style sheet
        rect(Box(0, 0, WIDTH, height), "ground", 0),
        *([label(16, 34, _heading(made, lang), "title")] if heading else []),
        legend(layout, lang, top=58 if heading else 20),
        *bands(layout, lang),
        *frames(made, layout),
        *_lines(made, layout, lang),
        *_elements(made, layout, lang, href),
        *inscriptions(made, layout, lang),
        *(label(16, layout.height + 26 + 18 * n, line, "remark") for n, line in enumerate(remarks)),
    ]
    return element(
        "svg",
        *parts,
        attributes={"xmlns": NAMESPACE, "viewBox": f"0 0 {WIDTH} {round(height)}", "xml:lang": lang, "lang": lang},
        class_="levels" + (" focused" if made.focus else ""),
        role="graphics-document",
        aria_labelledby="levels-title levels-desc",
        width=WIDTH,
        height=round(height),
    )


def _heading(made: Composition, lang: Lang) -> str:
    return fit(made.title.lang(lang), WIDTH - 40, 21, lines=1, bold=True).lines[0]


def _lines(made: Composition, layout: Layout, lang: Lang) -> Iterator[Markup]:
    """Draw the links: faint ones first, cooperation below lift links, weak below strong."""
    strong = set(made.strong[1])
    routes = routed(layout, [k for k in made.shown if k.a in layout.placed and k.b in layout.placed])
    routes = tuple(sorted(routes, key=lambda r: (r.link in strong, r.link.kind == "lift", r.link.weight, r.link.ends)))
    names = {e.key: e.name.lang(lang) for e in made.elements}
    for route in routes:
        yield from _line(route, names, lang, faint=bool(made.focus) and route.link not in strong)


def _line(route: Route, names: dict[str, str], lang: Lang, *, faint: bool) -> Iterator[Markup]:
    link = route.link
    kind = f"{link.kind}{' derived' if link.derived else ''}{' faint' if faint else ''}"
    wide = round(min(5.5, 1.4 + 0.55 * log2(link.weight)), 1)
    if link.kind == "lift" and not faint:
        yield element("path", d=route.path, class_="casing", stroke_width=wide + 2.4)
    said = f"{names[link.a]} – {names[link.b]}, {counted(link.weight, EVIDENCE).lang(lang)}"
    yield element("path", element("title", said), d=route.path, class_=f"link {kind}", stroke_width=wide)
    if link.kind == "lift" and not faint:
        for x, y in (route.start, route.end):
            yield element("circle", cx=x, cy=y, r=round(wide / 2 + 1.2, 1), class_="door")


def _elements(made: Composition, layout: Layout, lang: Lang, href: Href | None) -> Iterator[Markup]:
    for order, found in enumerate(made.elements):
        placed = layout.placed[found.key]
        spoken = made.spoken(found).lang(lang)
        inner = (element("title", spoken), *_chip(made, placed))
        shared = {"class": _classes(made, placed), "id": f"e{order}", "aria-label": spoken}
        if href and found.node is not None:
            yield element("a", *inner, attributes={**shared, "href": href(found.key), "tabindex": -1 if order else 0})
        else:
            yield element("g", *inner, attributes={**shared, "role": "img"})


def _classes(made: Composition, placed: Placed) -> str:
    names = ["element", placed.shape, placed.element.level.value]
    names += ["rest"] if placed.element.rest else []
    names += ["multiplier"] if made.multiplier(placed.element) else []
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
