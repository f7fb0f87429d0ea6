"""A matrix made ready to be drawn: at most 60 rows and columns, ordered, with what was left out and why."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.measures.arrays.matrices import Integers, Matrix, ordered
from graph.network import Network
from graph.questions.naming import order
from schema.text import Text
from viz.changes.comparing import About
from viz.matrix.grid import Counts, Mark
from viz.matrix.kinds import Kind
from viz.matrix.ordering import Dense, blocks_order
from viz.picture_words import SHOWN

MOST = 60
"""Rows and columns that are drawn at most; more are too small to be read."""
BLANKS = 12
"""Of these, how many without a number or a sign; the table names all of them."""
STRONGEST = Text("die mit den höchsten Zahlen", "those with the highest numbers")
BLANK = Text(
    "{side} ohne eine Zahl: {m}, davon {n} gezeigt; die Tabelle nennt alle",
    "{side} without a number: {m}, of which {n} are shown; the table names all of them",
)
ROWS, COLUMNS = Text("Zeilen", "Rows"), Text("Spalten", "Columns")
BOTH = Text("Zeilen und Spalten", "Rows and columns")
NOTHING = Text(
    "Dazu ist nichts erfasst. Das heißt nicht, dass es nichts gibt.",
    "Nothing is recorded about this. That does not mean that there is nothing.",
)


@dataclass(frozen=True, eq=False)
class Side:
    """The nodes of the rows, or of the columns: those drawn, in order, those with a number, those without."""

    label: Text
    shown: Integers
    filled: Integers
    blank: Integers

    def remarks(self) -> Iterator[Text]:
        """Say what is not drawn, and why."""
        n, without = int(np.isin(self.shown, self.filled).sum()), int(np.isin(self.shown, self.blank).sum())
        if n < len(self.filled):
            said = SHOWN.format(n=n, m=len(self.filled), why=STRONGEST)
            yield Text(f"{self.label.de}: {said.de}.", f"{self.label.en}: {said.en}.")
        if len(self.blank):
            said = BLANK.format(side=self.label, m=len(self.blank), n=without)
            yield Text(f"{said.de}.", f"{said.en}.")


@dataclass(frozen=True, eq=False)
class Matrixed:
    """The matrix as it is drawn, and the counts between the nodes of its rows and columns."""

    network: Network
    kind: Kind
    found: Counts
    rows: Side
    columns: Side
    counts: Dense

    @property
    def sides(self) -> tuple[Side, ...]:
        """Give rows and columns, once where they are the same."""
        return (self.rows,) if self.kind.square else (self.rows, self.columns)

    def ends(self, r: int, c: int) -> tuple[int, int]:
        """Give the nodes of a row and a column."""
        return int(self.rows.shown[r]), int(self.columns.shown[c])

    def about(self, i: int, j: int) -> About:
        """Say by ids what a cell is about; where both sides are the same, whichever comes first."""
        ids = (self.network.ids[i], self.network.ids[j])
        return tuple(sorted(ids)) if self.kind.square else ids

    def cells(self) -> Iterator[tuple[int, int, int]]:
        """Give the cells with a number (row, column, number); of a square matrix each pair once."""
        for r, c in zip(*np.nonzero(self.counts), strict=True):
            if not self.kind.square or r < c:
                yield int(r), int(c), int(self.counts[r, c])

    def marked(self) -> Iterator[tuple[int, int, Mark]]:
        """Give the cells without a number of which something is said all the same (row, column, mark)."""
        for r, c in zip(*np.nonzero(self.counts == 0), strict=True):
            mark = self.found.marks.get(self.ends(r, c))
            if mark:
                yield int(r), int(c), mark

    def remarks(self) -> Iterator[Text]:
        """Say what is not drawn, or that there is nothing in what is."""
        if self.counts.size and not self.counts.any():
            yield NOTHING
        for side in self.sides:
            yield from side.remarks()


def composed(network: Network, kind: Kind, found: Counts) -> Matrixed:
    """Choose and order what is drawn."""
    down, across = (np.asarray(found.counts.sum(axis=axis)).ravel() for axis in (1, 0))
    rows = _drawn(network, found.rows, down, _marks(found, 0, network.n))
    columns = rows if kind.square else _drawn(network, found.columns, across, _marks(found, 1, network.n))
    table = _dense(found.counts, rows, columns)
    rows = rows[blocks_order(table)]
    columns = rows if kind.square else columns[blocks_order(table.T)]
    return Matrixed(
        network,
        kind,
        found,
        _side(network, BOTH if kind.square else ROWS, rows, found.rows, down),
        _side(network, COLUMNS, columns, found.columns, across),
        _dense(found.counts, rows, columns),
    )


def _marks(found: Counts, end: int, n: int) -> Integers:
    """Count for each node the signs in its row (0) or column (1)."""
    return np.bincount(np.array([pair[end] for pair in found.marks], dtype=np.int64), minlength=n).astype(np.int64)


def _drawn(network: Network, nodes: Integers, sums: Integers, marks: Integers) -> Integers:
    """Choose those with the highest sums, those with signs, and some without either; give them in order of name."""
    ranked = nodes[order(network, nodes, sums[nodes], marks[nodes])]
    told = (sums[ranked] > 0) | (marks[ranked] > 0)
    kept = np.concatenate([ranked[told], ranked[~told][:BLANKS]])[:MOST]
    return kept[order(network, kept)]


def _side(network: Network, label: Text, shown: Integers, nodes: Integers, sums: Integers) -> Side:
    named = nodes[order(network, nodes)]
    return Side(label, shown, named[sums[named] > 0], named[sums[named] == 0])


def _dense(counts: Matrix, rows: Integers, columns: Integers) -> Dense:
    if not (len(rows) and len(columns)):
        return np.zeros((len(rows), len(columns)), dtype=np.int64)
    return np.asarray(ordered(counts[rows, :][:, columns]).todense(), dtype=np.int64)
