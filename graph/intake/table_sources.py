"""Where our tables lie: in a folder or zip of CSV files, in one CSV file, or in the sheets of an Excel workbook."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from graph.intake import csv_rows, workbooks
from graph.intake.csv_rows import Known, Rows, csv_table
from graph.intake.encodings import Listener
from graph.intake.guard import MIB, printable
from graph.intake.heading_row import WITHIN
from graph.intake.sources import ZIP, Member, Source
from graph.intake.table_names import TABLES, holds_no_records, sheet_type
from schema.errors import Oddity
from schema.nodes import Node
from schema.record import Record
from schema.text import Text
from schema.ties import Tie


@dataclass(frozen=True)
class Table:
    """One table of records of a type; it can be read until the next one is asked for."""

    cls: type[Record]
    file: str
    """What reports call it, the sheet included."""
    rows: Callable[[Known, Listener], Rows]
    guarded: bool
    """Whether texts that look like formulas have a mark before them."""


def tables_of(source: Source, told: Listener) -> Iterator[Table]:
    """Give the tables of a source, nodes before ties; what is none is told once.

    Raises InputError when an archive or workbook is damaged or not to be trusted.
    """
    if source.directory:
        yield from _in_directory(source.directory, told)
    elif _is_workbook(source.path):
        yield from _in_workbook(source, told)
    elif source.path.name in TABLES:
        yield _on_disk(source.path)
    else:
        yield from _in_archive(source, told)


def holds_tables(source: Source) -> bool:
    """Say by names alone whether a source holds a table named after one of our types; never fails."""
    if source.directory:
        return any((source.directory / name).is_file() for name in TABLES)
    try:
        if _is_workbook(source.path):
            with source.path.open("rb") as content:
                return any(map(sheet_type, workbooks.sheet_names(content)))
        return source.path.name in TABLES or any(name in TABLES for name in _names(source.path))
    except Exception:  # whatever a damaged archive raises: then it is not for us to read
        return False


def _in_directory(directory: Path, told: Listener) -> Iterator[Table]:
    for path in sorted(directory.glob("*.csv")):
        if path.name not in TABLES:
            told(_unknown(path.name))
    yield from (_on_disk(path) for path in (directory / name for name in TABLES) if path.is_file())


def _on_disk(path: Path) -> Table:
    def rows(known: Known, told: Listener) -> Rows:
        with csv_rows.opened(path) as content:
            yield from csv_table(content, path.name, known, told, WITHIN)

    return Table(TABLES[path.name], path.name, rows, guarded=True)


def lines_of(source: Source) -> int | None:
    """Count the lines of the CSV files that will be read, to tell the time that is left; None where that takes long."""
    if source.directory:
        paths = [path for path in (source.directory / name for name in TABLES) if path.is_file()]
    elif source.path.name in TABLES:
        paths = [source.path]
    else:
        return None
    return sum(map(_lines, paths))


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as content:
            return sum(chunk.count(b"\n") for chunk in iter(partial(content.read, MIB), b""))
    except OSError:
        return 0  # what cannot be opened is told when it is read


def _in_archive(source: Source, told: Listener) -> Iterator[Table]:
    """Give the CSV files of an archive; it is gone through twice, for its members come in any order."""
    for half in (Node, Tie):
        for member in (member for file in source.files() for member in file.members()):
            name = PurePosixPath(member.name).name
            if issubclass(TABLES.get(name, Record), half):
                yield Table(TABLES[name], member.name, _rows_of(member), guarded=True)
            elif half is Node and name not in TABLES and name.endswith(".csv") and not name.startswith("."):
                told(_unknown(member.name))


def _rows_of(member: Member) -> Callable[[Known, Listener], Rows]:
    return lambda known, told: csv_table(member.content, member.name, known, told, WITHIN)


def _in_workbook(source: Source, told: Listener) -> Iterator[Table]:
    with workbooks.opened(source.path, told) as sheets:
        for sheet in sheets:
            if sheet_type(sheet.name) is None and not holds_no_records(sheet.name):
                told(_unknown_sheet(sheet))
        for half in (Node, Tie):
            for sheet in sheets:
                cls = sheet_type(sheet.name)
                if cls and issubclass(cls, half):
                    yield Table(cls, sheet.file, _rows_on(sheet), guarded=False)


def _rows_on(sheet: workbooks.Sheet) -> Callable[[Known, Listener], Rows]:
    return lambda _, told: sheet.rows(told)


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() in workbooks.ENDINGS


def _names(path: Path) -> list[str]:
    with path.open("rb") as raw:
        if raw.read(len(ZIP)) != ZIP:
            return []
        with ZipFile(raw) as archive:
            return [PurePosixPath(printable(name)).name for name in archive.namelist()]


def _unknown(file: str) -> Oddity:
    message = Text(
        "{file} ist nach keinem Typ benannt und wird nicht gelesen (Namen wie {example}).",
        "{file} is named after no type and is not read (names such as {example}).",
    ).format(file=file, example="Department.csv, PART_OF.csv")
    return Oddity("unknown-table", message, file, refused=True)


def _unknown_sheet(sheet: workbooks.Sheet) -> Oddity:
    message = Text(
        "Blatt {sheet!r} ist nach keinem Typ benannt und wird nicht gelesen (Namen wie „Personen“, „gehört zu“).",
        "Sheet {sheet!r} is named after no type and is not read (names such as “persons”, “part of”).",
    ).format(sheet=sheet.name)
    return Oddity("unknown-table", message, sheet.file, refused=True)
