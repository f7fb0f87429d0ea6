"""The rows of a CSV file, whatever its encoding and separator; what is no row is told with file and row number."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path
from typing import BinaryIO

from graph.intake.encodings import NOT_TEXT, Listener, encoding_of, unreadable
from schema.errors import Oddity
from schema.text import Text

LONGEST_LINE = 16 * 1024 * 1024
"""Characters in one line; a longer one is no table, and is refused before it fills the memory."""
SEPARATORS = ",;\t"

Known = Callable[[Sequence[str]], int]
"""How many cells of a row are headings that mean something."""
Rows = Iterator[list[str] | Oddity]
"""The rows of a table as they stand, and an oddity for each that is none."""


def csv_rows(path: Path, known: Known, told: Listener | None = None) -> Rows:
    """Give the rows as they stand, and an oddity for each that is not CSV; the others are read.

    Of comma, semicolon and tab, the one under which more cells of the first row are `known` separates: a heading may
    itself hold a comma. Raises InputError where the file stops being text.
    """
    with opened(path) as content:
        yield from csv_table(content, path.name, known, told)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading; an InputError when that cannot be."""
    try:
        content = path.open("rb")
    except OSError as error:
        why = Text("lässt sich nicht öffnen ({why})", "cannot be opened ({why})").format(why=error.strerror)
        raise unreadable(path.name, "not-readable", why) from error
    with content:
        yield content


def csv_table(content: BinaryIO, file: str, known: Known, told: Listener | None = None, within: int = 1) -> Rows:
    """Give the rows of CSV that can be sought in; its headings stand within the first `within` rows."""
    csv.field_size_limit(LONGEST_LINE)
    encoding = encoding_of(content, file, told)
    try:
        with _text(content, encoding) as lines:
            first = list(islice(_bounded(lines, file), within))
        delimiter = max(SEPARATORS, key=lambda mark: _fitness(first, mark, known))
        with _text(content, encoding) as lines:
            yield from _parsed(csv.reader(_bounded(lines, file), delimiter=delimiter, strict=True), file)
    except UnicodeDecodeError as error:
        raise unreadable(file, "not-text", _NOT_DECODED.format(encoding=encoding.upper())) from error


@contextmanager
def _text(content: BinaryIO, encoding: str) -> Iterator[io.TextIOWrapper]:
    """Read bytes as text from their beginning, and leave them open."""
    content.seek(0)
    lines = io.TextIOWrapper(content, encoding=encoding, newline="")
    try:
        yield lines
    finally:
        lines.detach()


def _fitness(lines: list[str], delimiter: str, known: Known) -> tuple[int, int]:
    """Judge a separator by the headings that mean something under it, then by the number of cells."""
    try:
        rows = list(csv.reader(lines, delimiter=delimiter)) or [[]]
    except csv.Error:
        return 0, 0
    return max(map(known, rows)), max(map(len, rows))


def _parsed(rows: Iterator[list[str]], file: str) -> Rows:
    """Go on after a row that is not CSV; the reader begins afresh with the next line."""
    for number in count(1):
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            why = Text("{file}, Zeile {row}: nicht als CSV lesbar ({why}).", "{file}, row {row}: not CSV ({why}).")
            yield Oddity("not-csv", why.format(file=file, row=number, why=error), file, str(number), refused=True)


def _bounded(lines: io.TextIOWrapper, file: str) -> Iterator[str]:
    while line := lines.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE or "\0" in line:
            raise unreadable(file, "not-text", NOT_TEXT)
        yield line


_NOT_DECODED = Text("ist kein durchgehender Text in {encoding}", "is not {encoding} text throughout")
