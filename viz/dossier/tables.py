"""The tables of an answer as tables of the dossier: few columns, few rows, and how many there are in all."""

from collections.abc import Container
from itertools import accumulate

from graph.questions.answer import Answer, Finding, Ref
from graph.questions.written import NOTHING
from schema.text import Text
from viz import page_words
from viz.answer_rows import Section, sections
from viz.dossier import words
from viz.dossier.chapters import ROWS, Chapter
from viz.dossier.content import Column, Table
from viz.dossier.material import Material

ROOM = 11
"""Room for columns on a page, of which a figure takes one and words two; what has none is told in the last column."""


def printed(answer: Answer, chapter: Chapter, only: Container[str] | None = None) -> tuple[Section, ...]:
    """Give the tables of an answer that have rows, cut to the rows that are printed."""
    mosts = {ROWS, *chapter.rows.values()}
    cut = {most: {section.key: section for section in sections(answer, most)} for most in mosts}
    return tuple(
        cut[chapter.rows.get(table.key, ROWS)][table.key]
        for table in answer.tables()
        if table.findings and (only is None or table.key in only)
    )


def table(material: Material, section: Section) -> Table:
    """Write a table of an answer."""
    kept = _fitting(section)
    rest = section.headings[len(kept) :]
    columns = [Column(material.t(heading), name in section.numbers) for name, heading in kept]
    names = [name for name, _ in kept]
    return Table(
        title=material.t(section.title),
        columns=(*columns, *([Column(material.t(words.FURTHER))] if rest else [])),
        rows=tuple(_row(material, section, row, kept, rest) for row in section.rows),
        head=names.index(section.head) if section.head in names else 0,
        note=shown(material, len(section.rows), section.total),
    )


def shown(material: Material, n: int, total: int) -> str:
    """Say how many of how many rows are shown, where it is not all."""
    return material.t(words.SHOWN.format(n=n, all=total)) if n < total else ""


def row_name(material: Material, section: Section, row: Finding) -> str:
    """Name a row by the nodes that it is about, or by its head."""
    refs = [value.name for name, _ in section.headings if isinstance(value := getattr(row, name), Ref)]
    said = [material.cell(getattr(row, name)) for name, _ in section.headings if name not in section.numbers]
    return " – ".join((refs or said)[:2])


def _fitting(section: Section) -> tuple[tuple[str, Text], ...]:
    """Give the columns that have room; the rest leaves room for one that tells of it."""
    widths = [1 if name in section.numbers else 2 for name, _ in section.headings]
    if sum(widths) <= ROOM:
        return section.headings
    fitting = sum(used <= ROOM - 2 for used in accumulate(widths))
    return section.headings[:fitting]


def _row(
    material: Material,
    section: Section,
    row: Finding,
    kept: tuple[tuple[str, Text], ...],
    rest: tuple[tuple[str, Text], ...],
) -> tuple[str, ...]:
    cells = [material.cell(getattr(row, name)) for name, _ in kept]
    cells = [
        cell if cell.strip() or name != section.head else material.t(page_words.NAMELESS)
        for cell, (name, _) in zip(cells, kept, strict=True)
    ]
    if not rest:
        return tuple(cells)
    further = ((heading, material.cell(getattr(row, name))) for name, heading in rest)
    said = [f"{material.t(heading)}: {value}" for heading, value in further if value.strip(NOTHING)]
    return (*cells, "\n".join(said) or NOTHING)
