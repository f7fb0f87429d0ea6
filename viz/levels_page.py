"""The levels view as a page: sentences, picture, tables and answers; served, or as one file that asks nobody."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from graph.network import Network
from graph.questions.answer import Answer
from graph.questions.cooperation_gaps import cooperation_gaps
from graph.questions.lift_links import lift_links
from graph.questions.multipliers import multipliers
from graph.questions.question import Question
from schema.text import Lang
from viz import picture_words
from viz.addresses import Query, address
from viz.answer_rows import sections
from viz.levels.composing import Composition, compose
from viz.levels.layout import WIDTH
from viz.levels.marks import marks_of
from viz.levels.pictures import drawn, levels_picture
from viz.levels.table import ElementRow, tabled
from viz.levels.targets import focus_classes, focus_rules
from viz.pages import STATIC, policy, rendered
from viz.picture import PNG_SCALE
from viz.picture_page import files
from viz.png import png
from viz.question_page import linked
from viz.served import EDIT, LEVELS, frame, state

CARDS = (multipliers, cooperation_gaps, lift_links)
"""The questions whose answers the picture marks, and whose sentences stand above it."""
_ROWS = 10
"""Findings shown of each table of an answer in a file; the answer itself has them all."""
_OWN = ("lang", "as_of", "focus")
FILE_PATH = "/levels"
"""Where the picture is handed out as a file, before the ending."""


def cards(ask: Callable[[Question], Answer]) -> dict[str, Answer]:
    """Ask the questions of the cards, by name."""
    return {question.name: ask(question) for question in CARDS}


def levels_page(
    network: Network,
    answers: Mapping[str, Answer],
    *,
    lang: Lang = "de",
    standalone: bool = True,
    query: Query | None = None,
    focus: str | None = None,
    static: str = "/static",
) -> str:
    """Write the levels view as HTML.

    `network` is cut already to what the reader may see and asked for; `answers` by name, of the same cut. Served
    (`standalone=False`), it links to itself and to the pages of the questions with the options in `query`, keeps what
    it does not know of them, and loads its styles from `static`; as a file it holds everything, the answers too, and a
    policy that admits nothing else. `focus` (or `query["focus"]`) is a node's id.
    """
    query = {key: value for key, value in (query or {}).items() if value}
    made = compose(network, marks_of(answers), focus=focus or _one(query.get("focus")), persons=True)
    return _file(made, answers, lang) if standalone else _served(made, answers, lang, query, static)


def _one(given: str | tuple[str, ...] | None) -> str | None:
    return given if isinstance(given, str) else None


def levels_svg(network: Network, answers: Mapping[str, Answer], *, lang: Lang = "de", focus: str | None = None) -> str:
    """Draw the picture alone, of a network that is cut already, as SVG that needs nothing beside itself."""
    return levels_picture(network, marks=marks_of(answers), lang=lang, focus=focus, persons=True)


def levels_file(
    network: Network, answers: Mapping[str, Answer], ending: str, *, lang: Lang = "de", focus: str | None = None
) -> str | bytes:
    """Write the levels view as a file: `html` holds everything, `svg` and `png` the picture alone."""
    if ending == "html":
        return levels_page(network, answers, lang=lang, focus=focus)
    svg = levels_svg(network, answers, lang=lang, focus=focus)
    return png(svg, WIDTH * PNG_SCALE) if ending == "png" else svg


def _shared(made: Composition, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """Give the template what served page and file have in common."""
    said = {"table": tabled(made), "answers": list(answers.values()), "state": state(made.network)}
    return {**said, "focus": made.focus, "w": picture_words}


def _served(made: Composition, answers: Mapping[str, Answer], lang: Lang, query: Query, static: str) -> str:
    def here(**changes: str) -> str:
        return address(LEVELS, {**query, "lang": lang, **changes})

    def link(_: int, row: ElementRow) -> str:
        return here(focus=row.id or "") + "#picture"

    picture = drawn(made, lang, lambda key: here(focus=key) + "#picture", inside_page=True)
    questions = linked(lang, query)
    return rendered(
        "levels.html",
        lang,
        **_shared(made, answers),
        **frame(LEVELS, query, lang, static),
        path=LEVELS,
        picture=Markup(picture),  # noqa: S704 made of escaped parts by viz.svg
        whole=here(focus="") + "#picture",
        link=link,
        style="",
        kept=[(key, value) for key, value in sorted(query.items()) if key not in _OWN],
        as_of=query.get("as_of", ""),
        questions=questions,
        pages_of={question.name: href for question, href in questions},
        files=files(FILE_PATH, query, lang),
        begin="" if made.network.n else address(EDIT, {"lang": lang}),
    )


def _file(made: Composition, answers: Mapping[str, Answer], lang: Lang) -> str:
    number = {element.key: n for n, element in enumerate(made.elements)}
    classes = focus_classes(made) if made.focus is None else {}
    picture = drawn(made, lang, lambda key: f"#e{number[key]}", inside_page=True, classes=classes)
    style = "".join((STATIC / name).read_text("utf-8") for name in ("page.css", "levels.css")) + focus_rules(made)
    return rendered(
        "levels.html",
        lang,
        **_shared(made, answers),
        picture=Markup(picture),  # noqa: S704 made of escaped parts by viz.svg
        link=lambda n, _: f"#e{n}",
        style=Markup(style),  # noqa: S704 our own style sheets
        policy=policy(styles=[style]),
        sections=lambda answer: sections(answer, _ROWS),
        pages_of={},
        begin="",
    )
