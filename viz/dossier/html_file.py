"""A dossier as one HTML file: it asks nobody, holds its pictures, and prints on A4."""

import base64
import re

from markupsafe import Markup, escape

from viz.dossier import words
from viz.dossier.content import Dossier, Figure
from viz.pages import STATIC, policy, rendered

_LONG_PIECE = re.compile(r"(\S{13})(?=\S{13})")
"""Parts of words of more than 25 letters."""


def html(dossier: Dossier) -> str:
    """Write a dossier as HTML; all that is in it is text, and its policy admits its own style and nothing else."""
    style = (STATIC / "dossier.css").read_text("utf-8")
    return rendered(
        "dossier.html",
        dossier.lang,
        dossier=dossier,
        w=words,
        address=_address,
        broken=_broken,
        style=Markup(style),  # noqa: S704 our own style sheet
        policy=policy(styles=[style]),
    )


def _broken(text: str) -> Markup:
    """Let words that are longer than a column be broken, as if their writer had said where."""
    pieces = (escape(piece) for piece in _LONG_PIECE.split(text) if piece)
    return Markup("<wbr>").join(pieces)


def _address(figure: Figure) -> str:
    """Give a picture as the address of an image, in which nothing can run."""
    return f"data:image/svg+xml;base64,{base64.b64encode(figure.svg.encode()).decode()}"
