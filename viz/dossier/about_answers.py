"""Where the answers and the Stellschrauben name one record."""

from collections.abc import Iterable, Iterator
from typing import Any

from graph.questions.answer import Answer, Ref
from graph.stellschrauben.result import Result
from viz import page_words
from viz.dossier import words
from viz.dossier.chapters import Chapter
from viz.dossier.content import Column, Paragraph, Section, Table
from viz.dossier.material import Material
from viz.dossier.tables import printed, table


def named(material: Material, id: str) -> tuple[tuple[Chapter, Answer], ...]:
    """Give the answers that name a node, cut to the rows that do; the evidence of a row alone does not count."""
    cut = ((Chapter(name), _cut(answer, id)) for name, answer in material.answers.items())
    return tuple((chapter, answer) for chapter, answer in cut if any(table.findings for table in answer.tables()))


def about_answers(material: Material, found: Iterable[tuple[Chapter, Answer]]) -> Section:
    """Write the rows that name it, one part for each question."""
    parts = tuple(
        Section(
            f"in-{answer.question}",
            material.t(answer.title),
            (
                Paragraph(material.t(answer.asks), "lead"),
                *(table(material, section) for section in printed(answer, chapter)),
            ),
        )
        for chapter, answer in found
    )
    none = () if parts else (Paragraph(material.t(words.IN_NONE), "note"),)
    return Section("answers", material.t(words.IN_ANSWERS), none, parts, fresh=bool(parts))


def about_checks(material: Material, id: str) -> tuple[Section, ...]:
    """Name the Stellschrauben in which it, or a tie of its own, is evidence."""
    ids = {id, *_ties(material, id)}
    rows = [(result, said) for result in material.checks if (said := _speaks(material, result, ids))]
    if not rows:
        return ()
    headings = (page_words.NUMBER, page_words.STELLSCHRAUBE, page_words.STATUS, words.SPEAKS)
    made = Table(
        material.t(page_words.CHECK_LIST),
        tuple(Column(material.t(heading)) for heading in headings),
        tuple(
            (str(result.number), material.t(result.title), f"{result.symbol} {material.t(result.label)}", said)
            for result, said in rows
        ),
        head=1,
        statuses=tuple(result.status.value for result, _ in rows),
    )
    return (Section("checks", material.t(words.IN_CHECKS), (made,)),)


def _speaks(material: Material, result: Result, ids: set[str]) -> str:
    sides = ((words.FOR, result.witnesses_for), (words.AGAINST, result.witnesses_against))
    return "; ".join(material.t(side) for side, witnesses in sides if ids & {*witnesses})


def _ties(material: Material, id: str) -> Iterator[str]:
    return (str(row["id"]) for row in material.network.tie_rows if id in (row["start"], row["end"]))


def _cut(answer: Answer, id: str) -> Answer:
    kept = {
        found.key: tuple(row for row in found.findings if any(_names(value, id) for _, value in row))
        for found in answer.tables()
    }
    return answer.model_copy(update=kept)


def _names(value: Any, id: str) -> bool:
    """Say whether a value is a node or holds it."""
    if isinstance(value, tuple):
        return any(_names(item, id) for item in value)
    return isinstance(value, Ref) and value.id == id
