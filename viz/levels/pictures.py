"""The two faces of the levels view: `levels_picture` as SVG, `levels_table` as rows that say the same."""

from collections.abc import Hashable, Mapping
from pathlib import Path

from graph.network import Network
from schema.text import Lang
from viz.levels.composing import Composition, compose
from viz.levels.drawing import Dress, Href, picture
from viz.levels.layout import laid_out
from viz.levels.legend import LINE
from viz.levels.marks import Marks
from viz.levels.table import LevelsTable, tabled

STYLE = Path(__file__).parent.parent / "static" / "levels.css"


def levels_picture(
    network: Network, *, marks: Marks | None = None, lang: Lang = "de", focus: str | None = None, persons: bool = False
) -> str:
    """Draw the levels view of a network as SVG that needs nothing beside itself.

    `focus` is the id of a node whose whole elevator stands out; persons are shown only when asked for. The same
    network gives the same bytes.
    """
    return drawn(compose(network, marks or Marks(), focus=focus, persons=persons), lang)


def levels_table(
    network: Network, *, marks: Marks | None = None, focus: str | None = None, persons: bool = False
) -> LevelsTable:
    """Tell the levels view of a network as rows, in both languages: what the picture shows, no more and no less."""
    return tabled(compose(network, marks or Marks(), focus=focus, persons=persons))


def drawn(
    made: Composition,
    lang: Lang,
    href: Href | None = None,
    *,
    inside_page: bool = False,
    classes: Mapping[Hashable, str] | None = None,
) -> str:
    """Draw a composition; inside a page the style sheet and the heading are the page's own.

    `href` gives the address of an element with a node; `classes` adds classes to elements (by key) and links.
    """
    top = (40 if inside_page else 82) + (LINE if made.network.before else 0)
    layout = laid_out(made.scene, lang, top=top)
    style = "" if inside_page else STYLE.read_text("utf-8")
    return str(picture(made, layout, lang, Dress(style, not inside_page, href, classes or {})))
