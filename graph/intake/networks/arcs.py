"""Ties as a network's files state them, from a row of an edge list or a cell of a matrix."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from graph.intake.account import Account
from graph.intake.networks.files import MARKS, MISSING, NUMBER, File, refusal
from schema.errors import InputError, Oddity
from schema.text import Text


class Arc(NamedTuple):
    """A tie that is stated: its place, its ends by name, and what is said of it."""

    place: str
    start: str
    end: str
    weight: str
    frequency: str
    relation: str
    heading: str
    """The column that names the end."""
    member: bool
    """Whether the end is a committee to which the start belongs."""


def listed_arcs(file: File, account: Account | None) -> Iterator[Arc]:
    """Give the arcs of an edge list or two-mode list; a row without both ends is refused."""
    columns = file.columns
    end = "to" if "to" in columns.at else "committee"
    heading, member = columns.heading(end), end == "committee"
    for place, cells in file.rows(account):
        ends = {field: columns.cell(field, cells) for field in ("from", end)}
        empty = next((field for field, name in ends.items() if name in MISSING), None)
        if empty is None:
            weight, *said = (columns.cell(field, cells) for field in ("weight", "frequency", "relation"))
            frequency, relation = ("" if cell in MISSING else cell for cell in said)
            yield Arc(place, ends["from"], ends[end], weight, frequency, relation, heading, member)
        elif account:
            account.odd(*refusal("no-end", _NO_END, file.name, place, columns.heading(empty)).oddities)


class Matrix:
    """A matrix: square with the same names on both sides for ties, else actors by committees for memberships."""

    def __init__(self, file: File) -> None:
        """Look it through once: which names it has; an InputError when its cells are no memberships."""
        self.file = file
        self.columns = [heading.strip() for heading in file.columns.headings[1:]]
        self.rows = [cells[0].strip() for _, cells in file.rows()]
        common = set(self.columns) & set(self.rows)
        self.square = 2 * len(common) > len(set(self.columns))
        if not self.square:
            self._check_memberships()

    def arcs(self, account: Account | None) -> Iterator[Arc]:
        """Give an arc for each cell that is not zero or missing; of a square one, the diagonal is left out."""
        diagonal = []
        for place, cells in self.file.rows(account):
            start = cells[0].strip()
            if start in MISSING:
                self._odd(account, refusal("no-name", _NO_END, self.file.name, place))
                continue
            for end, cell in zip(self.columns, cells[1:], strict=False):
                weight = self._weight(cell, place, end, account)
                if weight and self.square and end == start:
                    diagonal.append(place)
                elif weight and end not in MISSING:
                    yield Arc(place, start, end, weight, "", "", end, not self.square)
        if account and diagonal:
            what = _DIAGONAL.format(n=len(diagonal))
            account.odd(Oddity("self-loop", what, self.file.name, diagonal[0]))

    def odd_names(self) -> Iterator[Oddity]:
        """Name what stands on one side only of a square matrix."""
        alone = sorted(set(self.columns) ^ set(self.rows)) if self.square else []
        if alone:
            what = _ALONE.format(names=", ".join(alone[:10]) + (" …" if len(alone) > 10 else ""))
            yield Oddity("one-sided", what, self.file.name, "1")

    def _weight(self, cell: str, place: str, end: str, account: Account | None) -> str:
        """Give what a cell says of a tie, empty where it says that there is none."""
        plain = cell.strip()
        mark = MARKS.get(plain.casefold())
        if plain in MISSING or mark is False:
            return ""
        if mark:
            return "1"
        number = as_number(plain)
        if number is not None:
            return plain if number else ""
        self._odd(account, refusal("no-number", _NO_NUMBER.format(cell=plain), self.file.name, place, end))
        return ""

    def _check_memberships(self) -> None:
        for place, cells in self.file.rows():
            for end, cell in zip(self.columns, cells[1:], strict=False):
                weight = self._weight(cell, place, end, None)
                if weight and as_number(weight) not in (0, 1):
                    what = _NO_MEMBERSHIP.format(cell=cell.strip(), file=self.file.name)
                    raise refusal("no-memberships", what, self.file.name, place, end)

    def _odd(self, account: Account | None, error: InputError) -> None:
        if account:
            account.odd(*error.oddities)


def as_number(text: str) -> float | None:
    """Read a number with point or comma; None when it is none."""
    number = float(text.replace(",", ".")) if NUMBER.fullmatch(text) else math.nan
    return number if math.isfinite(number) else None


_NO_END = Text("Der Name fehlt.", "The name is missing.")
_NO_NUMBER = Text(
    "{cell!r} ist weder Zahl noch Kreuz; die Zelle zählt nicht.",
    "{cell!r} is neither number nor mark; the cell does not count.",
)
_DIAGONAL = Text(
    "Die Diagonale (jeder mit sich selbst) zählt nicht; belegte Zellen: {n}.",
    "The diagonal (each with itself) does not count; cells filled: {n}.",
)
_ALONE = Text(
    "Zeilen und Spalten nennen nicht dieselben; nur auf einer Seite: {names}.",
    "Rows and columns do not name the same; on one side only: {names}.",
)
_NO_MEMBERSHIP = Text(
    "In einer Matrix von Akteuren und Gremien steht 0 oder 1, hier {cell!r}; {file} wird nicht gelesen.",
    "A matrix of actors and committees holds 0 or 1, here it is {cell!r}; {file} is not read.",
)
