"""The levels view as a page: sentences, picture, tables and answers; served, or as one file that asks nobody."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from graph.network import Network
from graph.questions.answer import Answer
from schema.text import Lang, Text
from viz import page_words
from viz.levels.composing import Composition, compose
from viz.levels.marks import marks_of
from viz.levels.pictures import drawn, levels_picture
from viz.levels.table import ElementRow, tabled
from viz.levels.targets import focus_classes, focus_rules
from viz.pages import STATIC, policy, rendered

_ROWS = 10
"""Findings shown of each table of an answer; the answer itself has them all."""
_LANGUAGES = (("de", "Deutsch"), ("en", "English"))
_OWN = ("lang", "as_of", "focus")


def levels_page(
    network: Network,
    answers: Mapping[str, Answer],
    *,
    lang: Lang = "de",
    standalone: bool = True,
    query: Mapping[str, str] | None = None,
    focus: str | None = None,
    path: str = "/",
    static: str = "/static",
) -> str:
    """Write the levels view as HTML.

    `network` is cut already to what the reader may see and asked for; `answers` by name, of the same cut. Served
    (`standalone=False`), it links to itself at `path` with the parameters in `query`, keeps what it does not know of
    them, and loads its styles from `static`; as a file it holds everything and a policy that admits nothing else.
    `focus` (or `query["focus"]`) is a node's id.
    """
    query = {key: value for key, value in (query or {}).items() if value}
    made = compose(network, marks_of(answers), focus=focus or query.get("focus"), persons=True)
    shared = _shared(made, answers, path=path, static=static)
    return _file(made, lang, shared) if standalone else _served(made, lang, shared, query, path)


def _shared(made: Composition, answers: Mapping[str, Answer], **more: str) -> dict[str, Any]:
    """Give the template what served page and file have in common."""
    said = {"table": tabled(made), "answers": list(answers.values()), "state": _state(made.network)}
    return {**said, "focus": made.focus, "most": _ROWS, **more}


def levels_svg(network: Network, answers: Mapping[str, Answer], *, lang: Lang = "de", focus: str | None = None) -> str:
    """Draw the picture alone, of a network that is cut already, as SVG that needs nothing beside itself."""
    return levels_picture(network, marks=marks_of(answers), lang=lang, focus=focus, persons=True)


def _served(made: Composition, lang: Lang, shared: Mapping[str, Any], query: Mapping[str, str], path: str) -> str:
    def address(**changes: str) -> str:
        asked = {**query, "lang": lang, **changes}
        return f"{path}?{urlencode({key: value for key, value in asked.items() if value})}"

    def link(_: int, row: ElementRow) -> str:
        return address(focus=row.id or "") + "#picture"

    picture = drawn(made, lang, lambda key: address(focus=key) + "#picture", inside_page=True)
    return rendered(
        "levels.html",
        lang,
        **shared,
        picture=Markup(picture),  # noqa: S704 made of escaped parts by viz.svg
        address=address,
        link=link,
        style="",
        policy="",
        kept=[(key, value) for key, value in sorted(query.items()) if key not in _OWN],
        languages=_LANGUAGES,
        as_of=query.get("as_of", ""),
    )


def _file(made: Composition, lang: Lang, shared: Mapping[str, Any]) -> str:
    number = {element.key: n for n, element in enumerate(made.elements)}
    classes = focus_classes(made) if made.focus is None else {}
    picture = drawn(made, lang, lambda key: f"#e{number[key]}", inside_page=True, classes=classes)
    style = "".join((STATIC / name).read_text("utf-8") for name in ("page.css", "levels.css")) + focus_rules(made)
    return rendered(
        "levels.html",
        lang,
        **shared,
        picture=Markup(picture),  # noqa: S704 made of escaped parts by viz.svg
        link=lambda n, _: f"#e{n}",
        style=Markup(style),  # noqa: S704 our own style sheets
        policy=policy(styles=[style]),
    )


def _state(network: Network) -> Text:
    day = network.as_of.isoformat() if network.as_of else page_words.NOW
    said = page_words.STATE if network.version else page_words.DAY
    return said.format(day=day, version=network.version)
