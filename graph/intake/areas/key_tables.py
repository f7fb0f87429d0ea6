"""Key tables: levels of areas side by side, each with key and name, where a blank cell means the one above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.intake.account import Account
from graph.intake.areas.divisions import Division, tidy, whole_key, width_of
from graph.intake.csv_rows import csv_table
from graph.intake.guard import refuse
from graph.intake.places import Found, Place
from graph.intake.sources import Member
from schema.errors import Oddity
from schema.folding import fold
from schema.text import Text

WITHIN = 12
"""Rows in which the headings are looked for."""
KEY, NAME = ("schluessel", "raumschluessel", "key"), ("name", "bezeichnung")
_SINGULAR = (
    ("raeume", "raum"),
    ("regionen", "region"),
    ("bezirke", "bezirk"),
    ("teile", "teil"),
    ("quartiere", "quartier"),
)

Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a table: where its keys and names stand, and what its areas are."""

    keys: range
    """The columns of which one holds the key; the heading may stand beside it."""
    name: int
    kind: str | None

    def key(self, row: Sequence[str]) -> str:
        """Give the key in a row, "" where the cell is blank."""
        return next((row[i].strip() for i in self.keys if i < len(row) and row[i].strip()), "")

    def name_in(self, row: Sequence[str]) -> str:
        """Give the name in a row."""
        return tidy(row[self.name]) if self.name < len(row) else ""


def headings_at(rows: Sequence[Sequence[str]]) -> int | None:
    """Find the row of headings: at least two keys, each with its name; None where there is none."""
    for i, row in enumerate(rows):
        folded = [fold(cell) for cell in row]
        if sum(cell in KEY for cell in folded) >= 2 and sum(cell in NAME for cell in folded) >= 2:
            return i
    return None


def rows_of(member: Member, account: Account) -> list[Row]:
    """Read a table with its row numbers; what is no row is told."""
    rows: list[Row] = []
    for number, row in enumerate(csv_table(member.content, member.name, len, account.odd, WITHIN), start=1):
        if isinstance(row, Oddity):
            account.odd(row)
        elif any(cell.strip() for cell in row):
            rows.append((number, row))
    return rows


def key_table(rows: list[Row], division: Division, file: str) -> Iterator[Found]:
    """Give the areas of all levels and what each is part of; an InputError where there are no headings."""
    at = headings_at([row for _, row in rows[:WITHIN]])
    if at is None:
        refuse("no-headings", _NO_HEADINGS, file, _WHAT_TO_DO)
    levels = list(_levels(rows[at][1], rows[at - 1][1] if at else ()))
    below = rows[at + 1 :]
    keys = [[key for _, row in below if (key := level.key(row))] for level in levels]
    widths = [width_of(own, [key for beside in keys for key in beside]) for own in keys]
    current = [""] * len(levels)
    for number, row in below:
        division.account.count("rows")
        yield from _row(row, levels, widths, current, division, Place(file, str(number)))


def _levels(headings: Sequence[str], above: Sequence[str]) -> Iterator[Level]:
    start = None
    for i, heading in enumerate(headings):
        if fold(heading) in KEY:
            start = i
        elif fold(heading) in NAME and start is not None:
            said = next((above[j] for j in range(start, i + 1) if j < len(above) and above[j].strip()), "")
            yield Level(range(start, i), i, _kind(said))
            start = None


def _kind(said: str) -> str | None:
    """Call an area by the heading of its level: "Prognoseräume, Ebene 3" is a Prognoseraum."""
    word = said.strip().split("\n")[0].strip()
    for plural, singular in _SINGULAR:
        if fold(word).endswith(plural):
            ending = "raum" if plural == "raeume" else singular
            return word[: len(word) - len(plural) + (1 if plural == "raeume" else 0)] + ending
    return word or None


def _row(
    row: Sequence[str], levels: list[Level], widths: list[int], current: list[str], division: Division, at: Place
) -> Iterator[Found]:
    """Give the areas that begin in a row; an area without one above it is refused."""
    for i, level in enumerate(levels):
        own = level.key(row)
        if not own:
            continue
        above = current[i - 1] if i else ""
        if i and not above:
            division.account.odd(at.oddity("no-whole", _NO_WHOLE.format(key=own), "key", refused=True))
            return
        own = whole_key(own, widths[i], at, division.account)
        current[i:] = [own if own.startswith(above) and len(own) > len(above) and above else above + own]
        current.extend([""] * (len(levels) - i - 1))
        name = level.name_in(row) or current[i]
        yield from division.area(current[i], at, name=name, kind=level.kind)
        if above:
            yield from division.part_of(current[i], above, at)


_NO_HEADINGS = Text(
    "hat keine Kopfzeile mit „Schlüssel“ und „Name“ für mehrere Ebenen",
    "has no row of headings with “Schlüssel” and “Name” for several levels",
)
_WHAT_TO_DO = Text(
    "Erwartet wird je Ebene eine Spalte „Schlüssel“ und eine Spalte „Name“.",
    "Expected is for each level a column “Schlüssel” (key) and a column “Name”.",
)
_NO_WHOLE = Text("Über {key!r} steht kein größerer Raum.", "No larger area stands above {key!r}.")
