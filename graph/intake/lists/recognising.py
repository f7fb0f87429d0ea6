"""Whether a file is a list of people, told by its headings alone."""

import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from graph.intake.csv_rows import csv_table
from graph.intake.heading_row import WITHIN, headed
from graph.intake.lists.mapping import Told
from graph.intake.lists.sheets import ENDINGS, OLD, is_workbook, sheets
from graph.intake.lists.vocabulary import field_of
from schema.errors import InputError, Oddity

_NAMED = frozenset({"name", "last_name", "organisation", "unit"})
_TELLING = frozenset({"function", "private", "first_name", "title", "role", "head"})
"""Fields beside a name that only a list of people has."""
_START = 64 * 1024
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def is_list(path: Path) -> bool:
    """Say whether a file has headings as only a list of people has them; never fails."""
    if path.suffix.lower() == OLD:
        return True
    if path.suffix.lower() in ENDINGS or is_workbook(path):
        with suppress(InputError, OSError):
            return any(fields & _NAMED and fields & _TELLING for fields in _fields(path))
    return False


def _fields(path: Path) -> Iterator[set[str | None]]:
    """Give what the headings of each table seem to hold."""
    if is_workbook(path):
        for sheet in sheets(path, path.name, Told(), Told(), lambda _: None):
            yield {column.field for column in sheet.layout.columns}
        return
    with path.open("rb") as file:
        start = file.read(_START)
    whole_lines = start if len(start) < _START or start.startswith(_UTF16) else start[: start.rfind(b"\n") + 1]
    begun = headed(csv_table(io.BytesIO(whole_lines), path.name, _known, lambda _: None, WITHIN), _known)
    if begun and not isinstance(begun, Oddity):
        yield set(map(field_of, begun.headings))


def _known(cells: Sequence[str]) -> int:
    return sum(field_of(cell) is not None for cell in cells)
