"""Records written as one Excel workbook that `graph.intake.tables` reads: a sheet per type, and where they come from.

Texts are stored as texts, so that none is ever taken for a formula and none needs a mark before it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from graph.exchange import xml_text
from graph.exchange.tables import by_type, told
from graph.intake.cells import spelled
from graph.intake.headings import columns, further
from graph.intake.table_names import UNREAD
from graph.intake.workbook_survey import ROWS
from schema.catalogue import Feature, type_name
from schema.record import Record
from schema.text import Lang

BOLD = Font(bold=True)
DATE = "dd.mm.yyyy"
_FIRST_YEAR = 1901
"""Excel counts a day too many before March 1900; earlier dates are written as text."""
_CELL, _PLAIN = 4_000, 16_000
"""Characters put into one cell, of which Excel counts 32,767: each may become seven, or count as two."""
_SPECIAL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x")
_Line = dict[str, Any]


def write_workbook(path: Path, records: Iterable[Record], provenance: Iterable[tuple[str, str]] | None = None) -> Path:
    """Write records as a workbook; reading it gives the same records, but for texts that are empty.

    Rows and columns are those of the CSV tables. A text too long for one cell goes on in the columns beside it, a table
    too long for one sheet on a further one. The last sheet says where the records come from: `provenance` as pairs of
    heading and text, else their sources with the number of records of each.
    """
    book = Workbook(write_only=True)
    counted: dict[str, int] = {}
    for table in by_type(records):
        for record in table:
            counted[record.source] = counted.get(record.source, 0) + 1
        _write(book, table)
    lines = provenance if provenance is not None else ((name, str(n)) for name, n in sorted(counted.items()))
    sheet = book.create_sheet(UNREAD["provenance"].de)
    for line in lines:
        sheet.append([text_cell(sheet, part) for part in line])
    book.save(path)
    return path


def text_cell(sheet: Any, text: str, *, bold: bool = False) -> Any:
    """Make a cell that holds a text, whatever it looks like."""
    cell = WriteOnlyCell(sheet, xml_text.spelled(text).replace("\r", "_x000D_"))
    cell.data_type = "s"
    if bold:
        cell.font = BOLD
    return cell


def sheet_title(cls: type[Record], lang: Lang) -> str:
    """Name the sheet of a type for people: nodes in the plural, ties by their label."""
    label = getattr(cls, "plural", cls.label).lang(lang)
    return str(label)[:31]


def _write(book: Workbook, records: Sequence[Record]) -> None:
    cls = type(records[0])
    fields = columns(cls)
    headings = _headings(records, fields)
    lines = (_line(record, fields) for record in records)
    number = 1
    while portion := list(islice(lines, ROWS - 1)):
        title = type_name(cls) if number == 1 else f"{type_name(cls)} ({number})"
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "A2"
        for i in range(len(headings)):
            sheet.column_dimensions[get_column_letter(i + 1)].width = 24
        sheet.append([text_cell(sheet, heading, bold=True) for heading in headings])
        for line in portion:
            sheet.append([_cell(sheet, line.get(heading)) for heading in headings])
        number += 1


def _headings(records: Iterable[Record], fields: Sequence[Feature]) -> list[str]:
    """Name the columns that are needed, in the order of the table; what goes on stands right of where it began."""
    needed: dict[str, int] = {}
    for record in records:
        for heading in _line(record, fields):
            name, _, n = heading.partition("#")
            needed[name] = max(needed.get(name, 1), int(n or 1))
    return [further(f.name, n) for f in fields for n in range(1, needed.get(f.name, 0) + 1)]


def _line(record: Record, fields: Sequence[Feature]) -> _Line:
    """Give what a row holds by heading, long texts in parts."""
    line: _Line = {}
    values = told(record, fields)
    for f in fields:
        if f.name in values:
            for n, part in enumerate(_parts(f, values[f.name]), start=1):
                line[further(f.name, n)] = part
    return line


def _parts(feature: Feature, value: Any) -> Iterator[Any]:
    """Give a value as what cells can hold: dates and numbers as such where Excel keeps them whole, else texts."""
    if (isinstance(value, date) and value.year >= _FIRST_YEAR) or (
        isinstance(value, int | float) and not isinstance(value, bool) and _kept_whole(value)
    ):
        yield value
    else:
        text = spelled(feature, value)
        size = _CELL if _SPECIAL.search(text) else _PLAIN
        yield from (text[i : i + size] for i in range(0, len(text), size))


def _kept_whole(number: float) -> bool:
    """Say whether Excel, which keeps 15 digits, gives a number back as it was."""
    return float(f"{number:.15g}") == number and (isinstance(number, float) or abs(number) < 10**15)


def _cell(sheet: Any, value: Any) -> Any:
    if isinstance(value, str):
        return text_cell(sheet, value)
    if isinstance(value, date):
        cell: Any = WriteOnlyCell(sheet, datetime(value.year, value.month, value.day))  # noqa: DTZ001 - a day
        cell.number_format = DATE
        return cell
    return value
