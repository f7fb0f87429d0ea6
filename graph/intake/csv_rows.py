"""The rows of a CSV file, whatever its separator; what is no row is told with file and row number."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from schema.errors import InputError, Oddity
from schema.text import Text

LONGEST_LINE = 16 * 1024 * 1024
"""Characters in one line; a longer one is no table, and is refused before it fills the memory."""

_NOT_TEXT = Text("ist keine Texttabelle (NUL-Zeichen oder endlose Zeile)", "is no text table (NUL or endless line)")
_NOT_UTF8 = Text(
    "ist nicht in UTF-8 gespeichert (in Excel: „CSV UTF-8“)", "is not saved in UTF-8 (in Excel: “CSV UTF-8”)"
)


def csv_rows(path: Path, known: Callable[[Sequence[str]], int]) -> Iterator[list[str] | Oddity]:
    """Give the rows as they stand, and an oddity for each that is not CSV; the others are read.

    Of comma and semicolon, the one under which more cells of the first row are `known` separates: a heading may
    itself hold a comma. Raises InputError where the file stops being text.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            csv.field_size_limit(LONGEST_LINE)
            first = next(_bounded(lines, path.name), "")
            delimiter = max(",;", key=lambda mark: known(next(csv.reader([first], delimiter=mark), [])))
            lines.seek(0)
            yield from _parsed(csv.reader(_bounded(lines, path.name), delimiter=delimiter, strict=True), path.name)
    except UnicodeDecodeError as error:
        raise _unreadable(path.name, "not-utf8", _NOT_UTF8) from error
    except OSError as error:
        why = Text("lässt sich nicht öffnen ({why})", "cannot be opened ({why})").format(why=error.strerror)
        raise _unreadable(path.name, "not-readable", why) from error


def _parsed(rows: Iterator[list[str]], file: str) -> Iterator[list[str] | Oddity]:
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
            raise _unreadable(file, "not-text", _NOT_TEXT)
        yield line


def _unreadable(file: str, code: str, why: Text) -> InputError:
    message = Text("{file} {why}.", "{file} {why}.").format(file=file, why=why)
    hint = Text("Die Tabelle als CSV in UTF-8 neu speichern.", "Save the table anew as CSV in UTF-8.")
    return InputError(message, hint, (Oddity(code, message, file, refused=True),))
