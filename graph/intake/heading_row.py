"""Which row of a table holds its headings, below whatever titles stand above it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from graph.intake.csv_rows import Known, Rows
from schema.errors import Oddity

WITHIN = 20
"""Rows among which the headings are sought."""


@dataclass(frozen=True, slots=True)
class Headed:
    """The headings of a table, the number of their row, and the numbered rows below."""

    number: int
    headings: Sequence[str]
    rows: Iterator[tuple[int, list[str] | Oddity]]


def headed(rows: Rows, known: Known) -> Headed | Oddity | None:
    """Find the headings: of the first rows the one with most `known` cells, else the very first with anything in it.

    Gives the oddity that stands in place of the first row where no row has a known heading, None for an empty table.
    """
    numbered = enumerate(rows, start=1)
    first = list(islice(numbered, WITHIN))
    lines = [(number, row) for number, row in first if isinstance(row, Oddity) or any(cell.strip() for cell in row)]
    readable = [(number, row) for number, row in lines if not isinstance(row, Oddity)]
    number, headings = max(readable, key=lambda line: known(line[1]), default=(0, []))
    if not lines or not known(headings):
        if not lines or isinstance(lines[0][1], Oddity):
            return lines[0][1] if lines and isinstance(lines[0][1], Oddity) else None
        number, headings = readable[0]
    rest = ((n, row) for n, row in first if n > number or isinstance(row, Oddity))
    return Headed(number, headings, chain(rest, numbered))
