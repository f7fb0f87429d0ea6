"""How the answers of a dossier came about: definitions, sources, what was counted and left out, how firm it is."""

from collections.abc import Iterator

from graph.questions.answer import Answer, Robustness
from schema.catalogue import TIE_TYPES
from schema.text import Text
from viz import page_words
from viz.dossier import words
from viz.dossier.answered import chapters
from viz.dossier.chapters import ROBUSTNESS, Chapter
from viz.dossier.content import Block, Column, Facts, Paragraph, Points, Section, Table
from viz.dossier.material import Material
from viz.dossier.tables import printed, table

QUALITY = ("measures", "conclusions", "nodes", "sources", "ages")
"""What the question about robustness says of the data as a whole."""


def method_section(material: Material) -> Section:
    """Write the part on method: the data as a whole, each question, the Stellschrauben."""
    parts = [*_quality(material)]
    parts += [question_method(material, answer) for _, answer in chapters(material)]
    parts += [_checks(material)]
    lead = Paragraph(material.t(words.METHOD_LEAD), "lead")
    return Section("method", material.t(words.METHOD), (lead,), tuple(parts), fresh=True)


def _quality(material: Material) -> Iterator[Section]:
    answer = material.answers.get(ROBUSTNESS)
    if answer is not None:
        found = printed(answer, Chapter(ROBUSTNESS), only=QUALITY)
        unknown = (Points(_all(material, answer.unknown), material.t(page_words.UNKNOWN)),) if answer.unknown else ()
        tables = tuple(table(material, section) for section in found)
        blocks = Points(_all(material, answer.summary)), _how(material, answer), *tables, *unknown
        yield Section("data", material.t(words.DATA), blocks)


def question_method(material: Material, answer: Answer) -> Section:
    """Say how the answer to one question came about, and how firm it is."""
    blocks = (_how(material, answer), *_firm(material, answer.robustness))
    return Section(f"method-{answer.question}", material.t(answer.title), blocks)


def _how(material: Material, answer: Answer) -> Facts:
    t, p = material.t, page_words
    ties = (f"{t(TIE_TYPES[verb].label)} {n}" for verb, n in answer.ties_counted.items() if n)
    rows: tuple[tuple[Text, str], ...] = (
        (p.DEFINITION, t(answer.definition)),
        (p.SOURCE, t(answer.source)),
        (p.LOOKED_AT, material.counts(answer.denominator)),
        (p.COUNTED, " · ".join(ties)),
        (p.LEFT_OUT, material.counts(answer.left_out)),
    )
    return Facts(tuple((t(label), said) for label, said in rows if said))


def _firm(material: Material, found: Robustness | None) -> Iterator[Block]:
    """Say how the figures of an answer vary while ties are missing."""
    if found is None:
        return
    t, p = material.t, page_words
    yield Paragraph(t(p.RUNS.format(runs=found.runs, ties=found.ties, seed=found.seed)), "note")
    yield Table(
        t(p.VARIED),
        (Column(t(p.FIGURE)), *(Column(t(heading), True) for heading in (p.ALL_TIES, p.WITH_10, p.WITH_20))),
        tuple((t(one.label), *map(material.cell, (one.value, one.with_10, one.with_20))) for one in found.figures),
    )


def _checks(material: Material) -> Section:
    t, p = material.t, page_words
    rows = tuple(
        (str(result.number), t(result.title), t(result.definition), material.counts(result.denominator))
        for result in material.checks
    )
    headings = (p.NUMBER, p.STELLSCHRAUBE, words.MET_IF, p.LOOKED_AT)
    made = Table(t(p.CHECK_LIST), tuple(Column(t(heading)) for heading in headings), rows, head=1)
    sources = {t(result.source): None for result in material.checks}
    source = Facts(tuple((t(p.SOURCE), said) for said in sources))
    return Section("method-checks", t(p.CHECKS), (made, source))


def _all(material: Material, texts: tuple[Text, ...]) -> tuple[str, ...]:
    return tuple(map(material.t, texts))
