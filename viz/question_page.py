"""A question as a page: what it asks, its answer in sentences and tables with their evidence, how it came about."""

from graph.network import Network
from graph.questions import QUESTIONS
from graph.questions.answer import Answer, Finding, Ref, Table
from graph.questions.moved import UNCHANGED
from graph.questions.question import Question
from graph.questions.scope import Scope
from schema.catalogue import TIE_TYPES
from schema.text import Lang, Text
from viz import page_words
from viz.addresses import Query, actor_address, address, asked, common
from viz.answer_rows import Section, evidence, has_level, section, sections, without_rows
from viz.option_form import May, option_fields
from viz.pages import rendered
from viz.served import LEVELS, LIST, frame, state

ROWS = 25
"""Rows shown of each table until all are asked for."""
PIECES = 50
"""Pieces of evidence shown for a row; the JSON answer has them all."""
ALL_ROWS = "all_rows"
"""The option of the page, beside those of the question, that shows every row."""


def question_page(
    answer: Answer,
    network: Network,
    scope: Scope,
    *,
    changes: Table | None = None,
    lang: Lang = "de",
    all_rows: bool = False,
    may: May = lambda *_: True,
    static: str = "/static",
    api: str = "/api/v1",
) -> str:
    """Write the page of a question.

    `answer` was given for `scope`; `network` is cut to it and tells what the ids of the evidence stand for. The form
    offers what the reader `may` ask for. `changes` tell what a scenario changes in the answer; they come first.
    """
    query, path = asked(scope), question_path(answer.question)
    first = (section(changes),) if changes and changes.findings else ()
    shown = (*first, *sections(answer, None if all_rows else ROWS))
    said = {"lang": lang, **query}

    def link(row: Finding, shown: Section) -> str:
        head = getattr(row, shown.head)
        if not isinstance(head, Ref) or not has_level(network, head.id):
            return ""
        return address(LEVELS, {"lang": lang, **common(query), "focus": head.id}, "picture")

    return rendered(
        "question.html",
        lang,
        **frame(path, {**query, ALL_ROWS: "true"} if all_rows else query, lang, static),
        answer=answer,
        state=state(network),
        path=path,
        fields=tuple(option_fields(scope, may)),
        reset=address(path, {"lang": lang}) if query else "",
        sections=shown,
        most=ROWS,
        pieces=PIECES,
        all_rows=address(path, {**said, ALL_ROWS: "true"}),
        first_rows=address(path, said),
        without_rows=_nothing(answer),
        unchanged=UNCHANGED if changes and not first else None,
        link=link,
        evidence=evidence(network, _ids(shown)),
        record=lambda id: actor_address(id, {"lang": lang, **common(query)}),
        json=address(f"{api}{path}", query),
        counted=[(TIE_TYPES[verb].label, verb, n) for verb, n in answer.ties_counted.items()],
        checked=scope.robust,
    )


def _ids(shown: tuple[Section, ...]) -> set[str]:
    return {id for section in shown for row in section.rows for id in row.evidence[:PIECES]}


def _nothing(answer: Answer) -> Text | None:
    titles = without_rows(answer)
    return page_words.NO_ROWS.format(titles=titles) if titles else None


def questions_page(*, lang: Lang = "de", query: Query | None = None, static: str = "/static") -> str:
    """Write the list of all questions; the options in `query` that all of them take go along."""
    kept = common(query or {})
    return rendered("questions.html", lang, **frame(LIST, kept, lang, static), questions=linked(lang, kept))


def linked(lang: Lang, query: Query) -> list[tuple[Question, str]]:
    """Give every question with the address of its page, asked with the options that all questions take."""
    said = {"lang": lang, **common(query)}
    return [(question, address(question_path(question.name), said)) for question in QUESTIONS.values()]


def question_path(name: str) -> str:
    """Give the path of the page of a question; its answer as JSON stands at the same path of the API."""
    return f"{LIST}/{name}"
