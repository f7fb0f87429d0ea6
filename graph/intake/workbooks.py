"""The sheets of an Excel workbook as rows of text, read in bounded memory whatever the file holds.

Dates become ISO dates, numbers are spelled without loss, yes and no as in our tables; a cell merged over several rows
counts in each of them. Values of formulas are those that were last computed; nothing is ever computed here.
"""

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from graph.intake.encodings import Listener
from graph.intake.guard import MIB, Budget, printable, refuse, size
from graph.intake.workbook_cells import WIDEST, Merged, spelled
from graph.intake.workbook_survey import NoSheetError, survey
from schema.errors import InputError, Oddity
from schema.text import Text

ENDINGS = (".xlsx", ".xlsm")
SHEET, STRINGS, PART = 512 * MIB, 64 * MIB, 16 * MIB
"""Unpacked bytes of one sheet, which is streamed, of the shared texts, and of any other part, which are not."""
_AT_ONCE = 50
_OLD = b"\xd0\xcf\x11\xe0"
_HIDDEN = ("hidden", "veryHidden")


@dataclass(frozen=True)
class Sheet:
    """One visible sheet; `file` is what reports call it."""

    name: str
    file: str
    _sheet: Any

    def rows(self, told: Listener) -> Iterator[list[str]]:
        """Give all rows from the first, empty ones included; what is odd about a cell is told.

        Raises InputError when it is no sheet that can be read in bounded memory.
        """
        with _damage_named(self.file), self._sheet._get_source() as stream:
            found = survey(stream)
        merged = Merged(found.merged)
        self._sheet.reset_dimensions()  # what a sheet says of its size may be anything
        for number, row in enumerate(_all(self._sheet.iter_rows(), self.file), start=1):
            cells = [self._text(cell, number, i, told) for i, cell in enumerate(row[:WIDEST], start=1)]
            if any(cell.value is not None for cell in row[WIDEST:]):
                told(Oddity("too-wide", _WIDE, self.file, str(number)))
            for column in found.uncomputed.get(number, ()):
                place = _place(number, column)
                told(Oddity("formula-without-value", _UNCOMPUTED.format(cell=place), self.file, place))
            yield merged.filled(number, cells)

    def _text(self, cell: Any, number: int, column: int, told: Listener) -> str:
        if cell.data_type == "e":
            place = _place(number, column)
            told(Oddity("error-value", _ERROR.format(cell=place, value=cell.value), self.file, place))
            return ""
        return spelled(cell.value)


@contextmanager
def opened(path: Path, told: Listener) -> Iterator[tuple[Sheet, ...]]:
    """Open a workbook and give its visible sheets, none of which has been read yet; hidden ones are told.

    Raises InputError when it is no workbook, damaged, or unpacks to more than may be.
    """
    file = printable(path.name)
    with ExitStack() as stack:
        with _damage_named(file), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of formats and drop-downs, which are not read
            content = stack.enter_context(path.open("rb"))
            _admit(content, file, Budget(file, size(path)))
            content.seek(0)
            book = load_workbook(content, read_only=True, data_only=True, keep_links=False)
            stack.callback(book.close)
            sheets = tuple(_visible(book, file, told))
        yield sheets


def sheet_names(content: BinaryIO) -> tuple[str, ...]:
    """List the names of the sheets without reading any; none where it is no workbook."""
    try:
        with zipfile.ZipFile(content) as archive, archive.open("xl/workbook.xml") as part:
            root = fromstring(part.read(PART))
    except Exception:  # whatever a damaged archive raises: then there is nothing to be recognised
        return ()
    return tuple(element.get("name", "") for element in root.iter() if element.tag.endswith("}sheet"))


def _visible(book: Any, file: str, told: Listener) -> Iterator[Sheet]:
    for sheet in book.worksheets:
        name = f"{file}/{sheet.title}"
        if sheet.sheet_state in _HIDDEN:
            told(Oddity("hidden-sheet", _HIDDEN_SHEET.format(sheet=sheet.title), name))
        else:
            yield Sheet(sheet.title, name, sheet)


def _all(rows: Iterator[Any], file: str) -> Iterator[Any]:
    """Give all rows, a few at once; what is wrong with one is told as damage of the file."""
    while True:
        with _damage_named(file), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of dates that are none: they come as error values
            some = list(islice(rows, _AT_ONCE))
        if not some:
            return
        yield from some


def _place(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"


def _admit(content: BinaryIO, file: str, budget: Budget) -> None:
    """Hold what a workbook says that it unpacks to against what may be; unpacking never gives more than is said."""
    if content.read(len(_OLD)) == _OLD:
        refuse("old-excel", _OLD_FORMAT, file, _SAVE_ANEW)
    with zipfile.ZipFile(content) as archive:
        for entry in archive.infolist():
            budget.admit(printable(entry.filename), ordinary=True)
            budget.spend(entry.file_size)
            limit = _limit(entry.filename)
            if entry.file_size > limit:
                why = _LARGE.format(part=entry.filename, mib=limit // MIB)
                refuse("too-large", why, file, _SPLIT, entry.filename)


def _limit(part: str) -> int:
    if "/worksheets/" in part:
        return SHEET
    if part.endswith("sharedStrings.xml"):
        return STRINGS
    return PART if part.endswith((".xml", ".rels")) else SHEET


@contextmanager
def _damage_named(file: str) -> Iterator[None]:
    """Turn whatever the libraries raise on a damaged workbook into an InputError that names the file."""
    try:
        yield
    except InputError:
        raise
    except NoSheetError as error:
        refuse("no-sheet", error.text, file, _SAVE_ANEW)
    except Exception as error:  # openpyxl raises what comes, from KeyError to TypeError
        why = Text("ist als Excel-Datei nicht lesbar ({error})", "cannot be read as an Excel file ({error})")
        refuse("damaged", why.format(error=str(error).partition("\n")[0] or type(error).__name__), file, _SAVE_ANEW)


_OLD_FORMAT = Text(
    "ist eine alte (.xls) oder verschlüsselte Excel-Datei", "is an old (.xls) or an encrypted Excel file"
)
_SAVE_ANEW = Text("In Excel öffnen und als .xlsx neu speichern.", "Open it in Excel and save it anew as .xlsx.")
_SPLIT = Text("Die Datei aufteilen oder als CSV speichern.", "Split the file, or save it as CSV.")
_LARGE = Text("{part} entpackt sich auf mehr als {mib} MiB", "{part} unpacks to over {mib} MiB")
_HIDDEN_SHEET = Text(
    "Blatt {sheet!r} ist ausgeblendet und wird nicht gelesen.", "Sheet {sheet!r} is hidden and is not read."
)
_UNCOMPUTED = Text(
    "{cell}: Formel ohne gespeicherten Wert; als leer gelesen. In Excel öffnen und speichern, dann ist er da.",
    "{cell}: formula without a stored value; read as empty. Open and save it in Excel, then it is there.",
)
_ERROR = Text("{cell}: Fehlerwert {value}; als leer gelesen.", "{cell}: error value {value}; read as empty.")
_WIDE = Text(
    f"Was rechts der Spalte {WIDEST} steht, wird nicht gelesen.", f"What stands right of column {WIDEST} is not read."
)
