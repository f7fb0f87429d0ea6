"""A chapter of the dossier: what was asked, the answer in sentences and tables, and where the data are silent."""

from collections.abc import Iterator

from graph.questions.answer import Answer
from graph.questions.question import NOTHING
from viz import page_words
from viz.answer_rows import without_rows
from viz.dossier.chapters import CHAPTERS, Chapter
from viz.dossier.content import Block, Paragraph, Points, Section
from viz.dossier.material import Material
from viz.dossier.tables import printed, table


def chapters(material: Material) -> Iterator[tuple[Chapter, Answer]]:
    """Give the chapters whose questions were answered, in their order."""
    for name, chapter in CHAPTERS.items():
        if name in material.answers:
            yield chapter, material.answers[name]


def chapter_section(material: Material, chapter: Chapter, answer: Answer) -> Section:
    """Write the chapter of a question."""
    lead = Paragraph(material.t(answer.asks), "lead")
    return Section(answer.question, material.t(answer.title), (lead, *_answer(material, chapter, answer)))


def _answer(material: Material, chapter: Chapter, answer: Answer) -> Iterator[Block]:
    yield Points(tuple(map(material.t, answer.summary)))
    yield from (table(material, section) for section in printed(answer, chapter))
    empty = without_rows(answer)
    if empty is not None and NOTHING not in answer.summary:
        yield Paragraph(material.t(page_words.NO_ROWS.format(titles=empty)), "note")
    if answer.unknown:
        yield Points(tuple(map(material.t, answer.unknown)), material.t(page_words.UNKNOWN))
