"""What was refused, kept to be mended: rows as they stood under their headings, and records that fit no store."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.intake.cells import guarded
from schema.record import Record

MOST = 100_000
"""Rows that are kept; a source with more bad rows than that wants more than mending."""
_NUMBER = re.compile(r"[+-]?[0-9.,]+")


@dataclass(slots=True)
class _Rows:
    headings: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)


class Leftovers:
    """The refused rows of one import, by the name of their table."""

    def __init__(self) -> None:
        """Start with none."""
        self._rows: dict[str, _Rows] = {}
        self._records: list[Record] = []
        self.more = 0
        """How many were refused beyond what is kept."""

    def __len__(self) -> int:
        """Count what is kept."""
        return sum(len(kept.rows) for kept in self._rows.values()) + len(self._records)

    def row(self, table: str, headings: Sequence[str], cells: Sequence[str]) -> None:
        """Keep a row under its headings; `table` is a name by which the reader will know the rows again."""
        if len(self) < MOST:
            self._rows.setdefault(table, _Rows(tuple(headings))).rows.append(tuple(cells))
        else:
            self.more += 1

    def record(self, record: Record) -> None:
        """Keep a record that could be read and does not fit what is stored."""
        if len(self) < MOST:
            self._records.append(record)
        else:
            self.more += 1

    def write(self, folder: Path) -> list[Path]:
        """Write what is kept as CSV that the same reader reads again, records as our own tables; give the files.

        Texts that a spreadsheet would take for a formula have a mark before them.
        """
        from graph.exchange.tables import write_tables  # the room that writes reads our cells, too

        folder.mkdir(parents=True, exist_ok=True)
        written = [_written(folder / f"{name}.csv", kept) for name, kept in sorted(self._rows.items())]
        if self._records:
            written += write_tables(folder / "konflikte", self._records)
        return written


def _written(path: Path, kept: _Rows) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(kept.headings)
        writer.writerows([cell if _NUMBER.fullmatch(cell) else guarded(cell) for cell in cells] for cells in kept.rows)
    return path
