"""A dossier as a Word document: real headings, tables whose heads repeat, pictures with their alternative texts."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from docx.document import Document as Made
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Emu, Length, Mm
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph as Line

from viz.dossier.columns import shares
from viz.dossier.content import Dossier, Facts, Figure, Paragraph, Points, Section, Table
from viz.dossier.word_styles import BOLD_CELL, CELL, LEAD, LISTED, NOTE, SMALL_CELL, TABLE_TITLE, begun
from viz.png import png

PICTURE_PX = 2_400
"""Width of a picture; on paper some 350 dots to the inch."""
WIDTH, PICTURE_HEIGHT = Mm(170), Mm(215)
WHOLE = 500
"""Characters of a cell up to which its row is kept on one page."""


def word(dossier: Dossier) -> bytes:
    """Write a dossier as a Word document (Office Open XML)."""
    made = begun(dossier)
    _line(made, dossier.title, "Title")
    _line(made, dossier.subtitle, "Subtitle")
    _facts(made, dossier.facts)
    for section in dossier.sections:
        _section(made, section)
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def _line(made: Made, text: str, style: str) -> Line:
    """Add a paragraph; its style goes in by its id, since by its name it is compared with the default each time."""
    line = made.add_paragraph(text)
    line._p.style = made.styles[style].style_id
    return line


def _section(made: Made, section: Section, depth: int = 1) -> None:
    heading = _line(made, section.title, f"Heading {depth}")
    heading.paragraph_format.page_break_before = section.fresh
    for block in section.blocks:
        _WRITERS[block.kind](made, block)
    for part in section.parts:
        _section(made, part, depth + 1)


def _paragraph(made: Made, block: Paragraph) -> None:
    _line(made, block.text, {"lead": LEAD, "note": NOTE}.get(block.manner, "Normal"))


def _points(made: Made, block: Points) -> None:
    if block.title:
        _line(made, block.title, LISTED)
    for item in block.items:
        _line(made, item, "List Bullet")


def _facts(made: Made, block: Facts) -> None:
    """Write names with what is said under each as lines, the name in bold: a table would lack a head."""
    for name, said in block.rows:
        line = _line(made, "", CELL)
        line.add_run(f"{name}: ").bold = True
        line.add_run(said)


def _figure(made: Made, block: Figure) -> None:
    shape = made.add_picture(io.BytesIO(png(block.svg, PICTURE_PX)), WIDTH)
    if shape.height > PICTURE_HEIGHT:
        shape.width, shape.height = Emu(shape.width * PICTURE_HEIGHT // shape.height), PICTURE_HEIGHT
    shape._inline.docPr.set("descr", block.alt)
    shape._inline.docPr.set("title", block.title)
    _line(made, block.title, NOTE)


def _table(made: Made, block: Table) -> None:
    title = _line(made, block.title, TABLE_TITLE)
    if block.note:
        title.add_run(f" ({block.note})").bold = False
    table = made.add_table(len(block.rows) + 1, len(block.columns), "Table Grid")
    table.autofit = False
    cells, heads = _looks(made, block)
    for column, look in zip(table.columns, cells, strict=True):
        column.width = look.width
    head, *rows = table.rows
    _mark(head, "w:tblHeader")
    _row(head, tuple(column.heading for column in block.columns), heads)
    for word_row, row in zip(rows, block.rows, strict=True):
        _row(word_row, row, cells)
    _line(made, "", CELL)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell looks; the style by its id, since looking it up by name for each cell takes seconds."""

    style: str
    figures: bool
    width: Length


def _looks(made: Made, block: Table) -> tuple[list[_Look], list[_Look]]:
    """Give the look of each column: of its cells, and of its heading."""
    bold, plain = (made.styles[name].style_id for name in (BOLD_CELL, SMALL_CELL if block.small else CELL))
    headings, figures = [column.heading for column in block.columns], [column.figures for column in block.columns]
    wide = [Emu(int(share * WIDTH)) for share in shares(headings, figures, block.rows, small=block.small)]
    heads = [_Look(bold, right, width) for right, width in zip(figures, wide, strict=True)]
    named = -1 if block.small else block.head
    return [look if i == named else replace(look, style=plain) for i, look in enumerate(heads)], heads


def _row(word_row: Row, row: tuple[str, ...], looks: list[_Look]) -> None:
    if max(map(len, row)) <= WHOLE:
        _mark(word_row, "w:cantSplit")
    for cell, text, look in zip(word_row.cells, row, looks, strict=True):
        line = cell.paragraphs[0]
        line.text, line._p.style, cell.width = text, look.style, look.width
        if look.figures:
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
