"""A dossier as a Word document: real headings, tables whose heads repeat, pictures with their alternative texts."""

import io
from collections.abc import Callable, Mapping
from typing import Any

from docx.document import Document as Made
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Emu, Mm
from docx.table import _Cell as Cell
from docx.table import _Row as Row

from viz.dossier.content import Column, Dossier, Facts, Figure, Paragraph, Points, Section, Table
from viz.dossier.word_styles import BOLD_CELL, CELL, LEAD, LISTED, NOTE, SMALL_CELL, TABLE_TITLE, begun
from viz.png import png

PICTURE_PX = 2_400
"""Width of a picture; on paper some 350 dots to the inch."""
PICTURE_WIDTH, PICTURE_HEIGHT = Mm(170), Mm(215)
WHOLE = 500
"""Characters of a cell up to which its row is kept on one page."""


def word(dossier: Dossier) -> bytes:
    """Write a dossier as a Word document (Office Open XML)."""
    made = begun(dossier)
    made.add_paragraph(dossier.title, "Title")
    made.add_paragraph(dossier.subtitle, "Subtitle")
    _facts(made, dossier.facts)
    for section in dossier.sections:
        _section(made, section)
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def _section(made: Made, section: Section, depth: int = 1) -> None:
    heading = made.add_paragraph(section.title, f"Heading {depth}")
    heading.paragraph_format.page_break_before = section.fresh
    for block in section.blocks:
        _WRITERS[block.kind](made, block)
    for part in section.parts:
        _section(made, part, depth + 1)


def _paragraph(made: Made, block: Paragraph) -> None:
    made.add_paragraph(block.text, {"lead": LEAD, "note": NOTE}.get(block.manner))


def _points(made: Made, block: Points) -> None:
    if block.title:
        made.add_paragraph(block.title, LISTED)
    for item in block.items:
        made.add_paragraph(item, "List Bullet")


def _facts(made: Made, block: Facts) -> None:
    """Write names with what is said under each as lines, the name in bold: a table would lack a head."""
    for name, said in block.rows:
        line = made.add_paragraph(style=CELL)
        line.add_run(f"{name}: ").bold = True
        line.add_run(said)


def _figure(made: Made, block: Figure) -> None:
    shape = made.add_picture(io.BytesIO(png(block.svg, PICTURE_PX)), PICTURE_WIDTH)
    if shape.height > PICTURE_HEIGHT:
        shape.width, shape.height = Emu(shape.width * PICTURE_HEIGHT // shape.height), PICTURE_HEIGHT
    shape._inline.docPr.set("descr", block.alt)
    shape._inline.docPr.set("title", block.title)
    made.add_paragraph(block.title, NOTE)


def _table(made: Made, block: Table) -> None:
    title = made.add_paragraph(block.title, TABLE_TITLE)
    if block.note:
        title.add_run(f" ({block.note})").bold = False
    table = made.add_table(len(block.rows) + 1, len(block.columns), "Table Grid")
    head, *rows = table.rows
    bold, plain = (made.styles[name].style_id for name in (BOLD_CELL, SMALL_CELL if block.small else CELL))
    _mark(head, "w:tblHeader")
    for cell, column in zip(head.cells, block.columns, strict=True):
        _fill(cell, column.heading, bold, column)
    styles = [bold if i == block.head and not block.small else plain for i in range(len(block.columns))]
    for word_row, row in zip(rows, block.rows, strict=True):
        _row(word_row, row, styles, block.columns)
    made.add_paragraph(style=CELL)


def _row(word_row: Row, row: tuple[str, ...], styles: list[str], columns: tuple[Column, ...]) -> None:
    if max(map(len, row)) <= WHOLE:
        _mark(word_row, "w:cantSplit")
    for cell, text, style, column in zip(word_row.cells, row, styles, columns, strict=True):
        _fill(cell, text, style, column)


def _fill(cell: Cell, text: str, style: str, column: Column) -> None:
    """Put a text into a cell, with the id of its style: looking it up by name for each cell takes seconds."""
    line = cell.paragraphs[0]
    line.text, line._p.style = text, style
    if column.figures:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark(row: Row, name: str) -> None:
    """Mark a row: its head is repeated on each page, or it is not split between two."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))


_WRITERS: Mapping[str, Callable[[Made, Any], None]] = {
    Paragraph.kind: _paragraph,
    Points.kind: _points,
    Facts.kind: _facts,
    Figure.kind: _figure,
    Table.kind: _table,
}
