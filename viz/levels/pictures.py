"""The two faces of the levels view: `levels_picture` as SVG, `levels_table` as rows that say the same."""

from pathlib import Path

from graph.network import Network
from schema.text import Lang
from viz.levels.composing import Composition, compose
from viz.levels.drawing import Href, picture
from viz.levels.layout import laid_out
from viz.levels.marks import Marks

STYLE = Path(__file__).parent.parent / "static" / "levels.css"


def levels_picture(
    network: Network, *, marks: Marks | None = None, lang: Lang = "de", focus: str | None = None, persons: bool = False
) -> str:
    """Draw the levels view of a network as SVG that needs nothing beside itself.

    `focus` is the id of a node whose whole elevator stands out; persons are shown only when asked for. The same
    network gives the same bytes.
    """
    return drawn(compose(network, marks or Marks(), focus=focus, persons=persons), lang)


def drawn(made: Composition, lang: Lang, href: Href | None = None, *, inside_page: bool = False) -> str:
    """Draw a composition; inside a page the style sheet and the heading are the page's own."""
    layout = laid_out(made.scene, lang, top=40 if inside_page else 82)
    style = "" if inside_page else STYLE.read_text("utf-8")
    return str(picture(made, layout, lang, href, style, heading=not inside_page))
