"""The files of a network: which there are, what each of them is, and its rows."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import islice
from pathlib import Path

from graph.intake.account import Account
from graph.intake.cells import BOOLEANS
from graph.intake.csv_rows import csv_rows
from graph.intake.guard import printable
from graph.intake.networks.columns import Choice, Columns
from graph.intake.sources import Source
from graph.intake.tables import TABLES
from schema.errors import InputError, Oddity
from schema.text import Text

Row = tuple[str, Sequence[str]]
"""The number of a row as a spreadsheet counts it, and its cells."""

MISSING = frozenset({"", "NA", "N/A", "NaN", "nan", "NULL", "null", "#N/A", "#NV"})
"""Cells that say that nothing is known, as R, Python, databases and spreadsheets write them."""
MARKS = BOOLEANS | {"x": True, "-": False}
"""What stands in a matrix drawn up by hand."""
NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?")
_NODES = r"nodes?|nodelist|node_list|vertices|knoten|knotenliste|akteure|actors"
_EDGES = r"edges?|edgelist|edge_list|ties|links|kanten|kantenliste|beziehungen"
_ROLE = re.compile(rf"(?:^|[_\-. ]+)(?P<role>{_NODES}|{_EDGES})$", re.IGNORECASE)
_FIRST = 4


class Shape(StrEnum):
    """What a file of a network can be."""

    NODES = "nodes"
    EDGES = "edges"
    MATRIX = "matrix"


@dataclass(frozen=True)
class File:
    """One CSV file whose headings were understood."""

    path: Path
    shape: Shape
    columns: Columns
    choice: Choice
    corner: bool = True
    """Whether the headings begin above the first column; R leaves the corner of a matrix out if not told otherwise."""

    @cached_property
    def name(self) -> str:
        """What reports call it."""
        return printable(self.path.name)

    def rows(self, account: Account | None = None) -> Iterator[Row]:
        """Give the rows that hold anything; what is no row goes to the account, if there is one.

        A row with more cells than there are headings is none: a comma without quotation marks has moved its cells.
        """
        width, told = len(self.columns.headings), account.odd if account else _quiet
        for number, cells in enumerate(csv_rows(self.path, _known(self.choice), told), start=1):
            if isinstance(cells, Oddity):
                if account:
                    account.odd(cells)
            elif number > 1 and any(cells):
                if any(cells[width:]):
                    if account:
                        account.odd(_too_long(self.name, number, len(cells), width))
                    continue
                if account:
                    account.count("rows")
                yield str(number), cells


def _quiet(_: Oddity) -> None:
    """Say nothing of how a file is stored: it is said once, when its rows are read."""


def csv_files(source: Source) -> tuple[Path, ...]:
    """List the CSV files at the top of a source, or the one that it is; our own tables are no network.

    In those the actors have types of their own, which must not be lost: a person stays behind the persons' switch.
    """
    if source.directory is None:
        return (source.path,) if _is_csv(source.path) else ()
    return tuple(sorted(path for path in source.directory.iterdir() if _is_csv(path) and _ordinary(path)))


def _is_csv(path: Path) -> bool:
    return path.suffix.lower() == ".csv" and path.name not in TABLES


def _ordinary(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and not path.name.startswith(".")


def role(path: Path) -> tuple[str, Shape | None]:
    """Split a file's name into what it is about and what it says to be.

    >>> role(Path("emon_Texas__edges.csv")), role(Path("knoten.csv"))
    (('emon_Texas', <Shape.EDGES: 'edges'>), ('', <Shape.NODES: 'nodes'>))
    """
    stem = printable(path.stem)
    found = _ROLE.search(stem)
    if found is None:
        return stem, None
    nodes = re.fullmatch(_NODES, found["role"], re.IGNORECASE)
    return stem[: found.start()], Shape.NODES if nodes else Shape.EDGES


def opened(path: Path, choice: Choice) -> File | None:
    """Find out what a file is by its name and its first rows; None when it is nothing of a network.

    Raises InputError when it is no text or empty.
    """
    headings, first = _beginning(path, choice)
    if role(path)[1] is Shape.NODES:
        return _nodes(path, choice, headings, first, named=True)
    if edges := choice.edges(headings):
        return File(path, Shape.EDGES, edges, choice)
    if _square(headings, first):
        return _matrix(path, choice, headings, first)
    found = _nodes(path, choice, headings, first, named=False) or _matrix(path, choice, headings, first)
    if role(path)[1] is Shape.EDGES and not (found and found.shape is Shape.MATRIX):
        raise refusal("no-ends", _NO_ENDS.format(headings=", ".join(headings)), printable(path.name), "1")
    return found


def _beginning(path: Path, choice: Choice) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Give the headings and the first rows below them."""
    headings, *rows = list(islice(csv_rows(path, _known(choice), _quiet), 1 + _FIRST)) or [[]]
    if isinstance(headings, Oddity):
        raise InputError(headings.message, oddities=(headings,))
    if not any(cell.strip() for cell in headings):
        name = printable(path.name)
        what = Text("{file} hat keine Kopfzeile.", "{file} has no row of headings.").format(file=name)
        raise InputError(what, oddities=(Oddity("no-headings", what, name, "1", refused=True),))
    return [cell.strip() for cell in headings], [row for row in rows if not isinstance(row, Oddity) and any(row)]


def is_network(path: Path, choice: Choice) -> bool:
    """Say whether a file can hardly be anything but ties: by its name, two ends, or a square beginning."""
    if role(path)[1] is Shape.EDGES:
        return True
    try:
        file = opened(path, choice)
    except InputError:
        return False
    return file is not None and (
        file.shape is Shape.EDGES or (file.shape is Shape.MATRIX and _square(file.columns.headings, list(_begin(file))))
    )


def _begin(file: File) -> Iterator[Sequence[str]]:
    return (cells for _, cells in islice(file.rows(), _FIRST))


def _nodes(
    path: Path, choice: Choice, headings: Sequence[str], first: Sequence[Sequence[str]], *, named: bool
) -> File | None:
    columns = choice.nodes(headings)
    at = set(columns.at)
    if not at & {"id", "name"} or not (named or (len(at) > 1 and not _memberships(columns, first))):
        return None
    return File(path, Shape.NODES, columns, choice)


def _matrix(path: Path, choice: Choice, headings: Sequence[str], first: Sequence[Sequence[str]]) -> File | None:
    """Take a table for a matrix when the beginning holds numbers or marks beside a name."""
    corner = not (first and len(first[0]) == len(headings) + 1)
    headings = headings if corner else ("", *headings)
    cells = [cell for row in first for cell in row[1:]]
    if len(headings) < 2 or not first or not all(readable(cell) for cell in cells):
        return None
    return File(path, Shape.MATRIX, Columns(tuple(headings), {}), choice, corner)


def _memberships(columns: Columns, first: Sequence[Sequence[str]]) -> bool:
    """Say whether a table is rather a matrix in which some committee is called like a field of a node."""
    cells = {cell.strip().casefold() for row in first for cell in row[1:]}
    return len(columns.unread()) >= len(columns.at) and cells <= {"0", "1", "x", ""}


def _square(headings: Sequence[str], first: Sequence[Sequence[str]]) -> bool:
    """Say whether rows and columns bear the same names in the same order, as far as the beginning tells."""
    names = [row[0].strip() for row in first if row]
    return len(names) > 1 and names in (list(headings[1 : len(names) + 1]), list(headings[: len(names)]))


def readable(cell: str) -> bool:
    """Say whether a cell of a matrix is a number, a mark or missing."""
    plain = cell.strip()
    return plain in MISSING or plain.casefold() in MARKS or bool(NUMBER.fullmatch(plain))


def _known(choice: Choice) -> Callable[[Sequence[str]], int]:
    """Judge a separator by the headings that mean something, then by the number of cells."""
    return lambda cells: choice.known(cells) * 100_000 + len(cells)


_NO_ENDS = Text(
    "Die Kopfzeile nennt keine zwei Enden: {headings}.", "The row of headings names no two ends: {headings}."
)


def _too_long(file: str, number: int, cells: int, width: int) -> Oddity:
    what = Text(
        "Die Zeile hat {cells} Zellen statt {width}; fehlen Anführungszeichen um ein Komma?",
        "The row has {cells} cells instead of {width}; are quotation marks missing around a comma?",
    )
    return Oddity("too-many-cells", what.format(cells=cells, width=width), file, str(number), refused=True)


def refusal(code: str, what: Text, file: str, place: str, field: str = "") -> InputError:
    """Make the error that refuses one row, with what is wrong about it."""
    return InputError(what, oddities=(Oddity(code, what, file, place, field, refused=True),))


def unread(file: File) -> Iterator[Oddity]:
    """Name the columns that are not read."""
    if names := file.columns.unread():
        what = Text("Nicht gelesene Spalten: {names}.", "Columns not read: {names}.").format(names=", ".join(names))
        yield Oddity("unread-columns", what, file.name, "1")
