"""The appendix of a dossier: what the rows of its tables rest on, told in words."""

from collections.abc import Iterable, Iterator, Mapping

from graph.questions.answer import Answer, Finding, Ref
from viz.answer_rows import Evidence, evidence
from viz.answer_rows import Section as Rows
from viz.dossier import words
from viz.dossier.chapters import Chapter
from viz.dossier.content import Column, Paragraph, Section, Table
from viz.dossier.material import Material
from viz.dossier.tables import printed, row_name, shown

ROWS = 5
"""Rows of a table whose evidence is told."""
PIECES = 4
"""Pieces of evidence that are told for a row; the answer names up to 50."""


def appendix_section(material: Material, found: Iterable[tuple[Chapter, Answer]]) -> Section | None:
    """Tell the evidence of the rows that are printed of some answers; None where no row has any."""
    printed_rows = [(answer, rows) for chapter, answer in found for rows in printed(answer, chapter)]
    ids = {id for _, rows in printed_rows for row in rows.rows for id in _ids(row)[:PIECES]}
    told = evidence(material.network, ids)
    parts: dict[str, list[Table]] = {}
    for answer, rows in printed_rows:
        parts.setdefault(material.t(answer.title), []).extend(_table(material, rows, told))
    made = [Section(f"evidence-{n}", title, tuple(tables)) for n, (title, tables) in enumerate(parts.items()) if tables]
    lead = Paragraph(material.t(words.APPENDIX_LEAD.format(n=PIECES)), "lead")
    return Section("evidence", material.t(words.APPENDIX), (lead,), tuple(made), fresh=True) if made else None


def _table(material: Material, rows: Rows, told: Mapping[str, Evidence]) -> Iterator[Table]:
    lines = tuple(
        (row_name(material, rows, row), _pieces(material, ids, told)) for row in rows.rows if (ids := _ids(row))
    )
    if lines:
        columns = Column(material.t(words.ROW)), Column(material.t(words.EVIDENCE))
        note = shown(material, min(ROWS, len(lines)), len(lines))
        yield Table(material.t(rows.title), columns, lines[:ROWS], note=note, small=True)


def _ids(row: Finding) -> tuple[str, ...]:
    """Name the evidence of a row without the nodes that stand in it anyway."""
    named = {value.id for _, value in row if isinstance(value, Ref)}
    return tuple(id for id in row.evidence if id not in named)


def _pieces(material: Material, ids: tuple[str, ...], told: Mapping[str, Evidence]) -> str:
    said = [material.t(told[id].text) for id in ids[:PIECES]]
    more = len(ids) - len(said)
    return " · ".join([*said, *([material.t(words.MORE.format(n=more))] if more else [])])
