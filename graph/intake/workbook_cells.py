"""What the cells of a workbook hold, as the text of our tables, and cells that reach over several rows."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

WIDEST = 1_000
"""Columns that are read; what stands further to the right is reported."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def spelled(value: Any) -> str:
    """Spell the value of a cell as our tables do."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return _ESCAPED.sub(lambda found: _character(found[1]), str(value))


def _character(digits: str) -> str:
    """Give the character that Excel wrote by its number, because XML cannot hold it."""
    char = chr(int(digits, 16))
    return char if char != "\0" and not 0xD800 <= ord(char) < 0xE000 else f"_x{digits}_"


class Merged:
    """Hands the cell at the top of a merged range down to the rows below."""

    def __init__(self, ranges: Sequence[tuple[int, int, int, int]]) -> None:
        """Start above the first row; a range is its first column and row, and its last."""
        self._starts: dict[int, list[tuple[int, int]]] = {}
        for column, row, _, last_row in ranges:
            if last_row > row and column <= WIDEST:
                self._starts.setdefault(row, []).append((column, last_row))
        self._open: dict[int, tuple[str, int]] = {}

    def filled(self, number: int, cells: list[str]) -> list[str]:
        """Give a row with what reaches into it from above."""
        if not self._starts and not self._open:
            return cells
        self._open = {column: known for column, known in self._open.items() if known[1] >= number}
        for column, (value, _) in self._open.items():
            cells.extend([""] * (column - len(cells)))
            cells[column - 1] = cells[column - 1] or value
        for column, last_row in self._starts.pop(number, ()):
            if column <= len(cells) and cells[column - 1]:
                self._open[column] = (cells[column - 1], last_row)
        return cells
