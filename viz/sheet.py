"""The sheet that a picture is drawn on: heading, remarks, description, and the style sheet where it stands alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from schema.text import Lang, Text
from viz.fitting import fit, width
from viz.levels.boxes import Box
from viz.levels.shapes import label, rect
from viz.svg import element, number

STATIC = Path(__file__).parent / "static"
LONGEST = 2_000
"""Characters of a remark that stand in the picture; the page has it whole."""
_WIDER = 1.2
"""How much wider than estimated a line may turn out in another font."""
HEADING = 74.0
"""Height of the heading, in px."""
NAMESPACE = "http://www.w3.org/2000/svg"
Href = Callable[[str], str]
"""From the key of a row of the twin to the address where its evidence stands."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is drawn below the heading, from 0, 0 to the right and down."""

    width: float
    height: float
    parts: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A body with what stands around it; `name` is the class of the picture and the name of its style sheet."""

    name: str
    title: Text
    state: Text
    remarks: tuple[Text, ...]
    body: Body

    def svg(self, lang: Lang, *, inside_page: bool = False) -> str:
        """Write the picture; inside a page, style sheet, heading and remarks are the page's own."""
        under = self.body.height if inside_page else HEADING + self.body.height
        lines = () if inside_page else tuple(_wrapped(self.remarks, lang, self.body.width - 32))
        remarks = (label(16, under + 18 + 18 * n, line, "remark") for n, line in enumerate(lines))
        height = under + (18 * len(lines) + 14 if lines else 0)
        body = element("g", *self.body.parts, transform=f"translate(0 {number(under - self.body.height)})")
        parts = () if inside_page else (*self._heading(lang), *remarks)
        return str(
            self._frame(
                lang, height, rect(Box(0, 0, self.body.width, height), "ground", 0), body, *parts, style=not inside_page
            )
        )

    def _frame(self, lang: Lang, height: float, *parts: Markup, style: bool) -> Markup:
        """Put title, description and, if it is to stand alone, the style sheet before the parts."""
        size = f"0 0 {number(self.body.width)} {number(height)}"
        return element(
            "svg",
            element("title", self.title.lang(lang), id=f"{self.name}-title"),
            element("desc", self._description(lang), id=f"{self.name}-desc"),
            *([element("style", Markup(styles(self.name)))] if style else []),  # noqa: S704 our own style sheets
            *parts,
            attributes={"xmlns": NAMESPACE, "viewBox": size, "lang": lang},
            class_=f"drawing {self.name}",
            role="graphics-document",
            aria_labelledby=f"{self.name}-title {self.name}-desc",
            width=self.body.width,
            height=height,
        )

    def _description(self, lang: Lang) -> str:
        return " ".join(text.lang(lang) for text in (self.state, *self.remarks))

    def _heading(self, lang: Lang) -> Iterable[Markup]:
        room = self.body.width - 32
        for text, y, size, class_ in ((self.title, 32, 21, "title"), (self.state, 56, 13, "remark")):
            for line in fit(text.lang(lang), room, size, lines=1, bold=size == 21).lines:
                yield label(16, y, line, class_)


def styles(name: str) -> str:
    """Read the style sheets of a picture: what all have in common, and its own."""
    return "".join((STATIC / f"{sheet}.css").read_text("utf-8") for sheet in ("drawing", name))


def _wrapped(texts: Iterable[Text], lang: Lang, room: float) -> Iterable[str]:
    """Break remarks into lines that stay inside the sheet in a wider font too."""
    for text in texts:
        said, line = text.lang(lang), ""
        for word in (said if len(said) <= LONGEST else said[:LONGEST] + " …").split():
            longer = f"{line} {word}".strip()
            if line and width(longer, 13) * _WIDER > room:
                yield line
                longer = word
            line = " ".join(fit(longer, room / _WIDER, 13, lines=1).lines)
        yield line


def linked(drawn: Markup, href: Href | None, key: str, said: str, *, first: bool = False) -> Markup:
    """Make what is drawn a mark that says what it is, and a link where there is something to lead to.

    One mark of a picture is the `first`, where the keyboard enters; arrows lead to the others.
    """
    inner = element("title", said) + drawn
    if href is None:
        return element("g", inner, class_="mark", role="img", aria_label=said)
    attributes = {"href": href(key), "tabindex": 0 if first else -1, "aria-label": said}
    return element("a", inner, attributes=attributes, class_="mark")
