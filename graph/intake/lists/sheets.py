"""The tables of a list: each with its headings, what its columns hold, and its rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from graph.intake import csv_rows, workbooks
from graph.intake.csv_rows import Rows, csv_table
from graph.intake.encodings import Listener
from graph.intake.heading_row import WITHIN, headed
from graph.intake.lists.fill_down import filled_down
from graph.intake.lists.mapping import Layout, Told, known, mapped
from schema.errors import InputError, Oddity

ENDINGS = (".csv", ".txt", ".tsv")
OLD = ".xls"
"""Of old Excel, which is not read; it is opened all the same, for then the error says what to do."""
SAMPLE = 200
"""Rows that are looked at to find out what the columns hold."""


@dataclass(frozen=True)
class Sheet:
    """One table of a list; its rows can be read until the next one is asked for."""

    file: str
    number: int
    """The row of its headings."""
    layout: Layout
    rows: Iterator[tuple[int, list[str]]]


def sheets(path: Path, file: str, said: Told, saved: Told, told: Listener) -> Iterator[Sheet]:
    """Give the tables of a list; each row that is none is told. What a sheet is about may be unknown.

    Raises InputError when the file cannot be read at all.
    """
    with _tables(path, file, said, saved, told) as tables:
        for name, rows in tables:
            try:
                sheet = _sheet(name, rows, said, saved, told)
            except InputError as error:
                if not is_workbook(path):
                    raise
                told(*error.oddities)
                continue
            if sheet:
                yield sheet


def is_workbook(path: Path) -> bool:
    """Say by its name whether a file is a workbook."""
    return path.suffix.lower() in (*workbooks.ENDINGS, OLD)


@contextmanager
def _tables(path: Path, file: str, said: Told, saved: Told, told: Listener) -> Iterator[Iterator[tuple[str, Rows]]]:
    """Open a list, and give its tables with their names."""
    if is_workbook(path):
        with workbooks.opened(path, told) as found:
            yield ((sheet.file, sheet.rows(told)) for sheet in found)
    else:
        with csv_rows.opened(path) as content:
            yield iter([(file, csv_table(content, file, lambda cells: known(cells, (said, saved)), told, WITHIN))])


def _sheet(name: str, rows: Rows, said: Told, saved: Told, told: Listener) -> Sheet | None:
    begun = headed(rows, lambda cells: known(cells, (said, saved)))
    if begun is None:
        return None
    if isinstance(begun, Oddity):
        told(begun)
        return None
    below = _readable(begun.rows, told)
    sample = list(islice(below, SAMPLE))
    layout = mapped(begun.headings, [cells for _, cells in sample], said, saved)
    return Sheet(name, begun.number, layout, _filled(chain(sample, below), layout))


def _readable(rows: Iterator[tuple[int, list[str] | Oddity]], told: Listener) -> Iterator[tuple[int, list[str]]]:
    for number, row in rows:
        if isinstance(row, Oddity):
            told(row)
        else:
            yield number, row


def _filled(rows: Iterator[tuple[int, list[str]]], layout: Layout) -> Iterator[tuple[int, list[str]]]:
    """Fill from above what a hierarchy leaves blank; the number of a row goes along as its first cell."""
    numbered = ([str(number), *cells] for number, cells in rows)
    for cells in filled_down(numbered, [column + 1 for column in layout.fill_down]):
        yield int(cells[0]), cells[1:]
