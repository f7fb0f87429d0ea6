"""What a matrix says, cell by cell and node by node, drawn or not, so that it can be compared with another."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from graph.measures.arrays.matrices import entries
from graph.questions.naming import kind_text
from schema.text import Text, verbatim
from viz.changes.comparing import About, Piece, Said
from viz.matrix.composing import Matrixed

NUMBER, MEANING = Text("Zahl", "Number"), Text("Bedeutung", "Meaning")
NAME, KIND = Text("Name", "Name"), Text("Art", "Kind")
CELL = Text("{row} – {column}", "{row} – {column}")


def said(made: Matrixed) -> Said:
    """Take what a matrix says of its nodes and of all cells, those too that it has no room to draw."""
    return {**dict(_nodes(made)), **dict(_signs(made)), **dict(_numbers(made))}


def _nodes(made: Matrixed) -> Iterator[tuple[About, Piece]]:
    for side in made.sides:
        for i in (*side.filled.tolist(), *side.blank.tolist()):
            id, name = made.network.ids[i], verbatim(made.network.name(i))
            yield (id,), Piece(name, {NAME: name, KIND: kind_text(made.network, i)}, partial(tuple, [id]))


def _signs(made: Matrixed) -> Iterator[tuple[About, Piece]]:
    for (i, j), mark in made.found.marks.items():
        yield made.about(i, j), Piece(_name(made, i, j), {MEANING: mark.meaning})


def _numbers(made: Matrixed) -> Iterator[tuple[About, Piece]]:
    """Give the numbers between nodes of the two sides, of a square matrix each once; where one stands, no sign does."""
    counts = made.found.counts
    i, j = counts.nonzero()
    kept = np.isin(i, made.found.rows) & np.isin(j, made.found.columns) & ((i < j) | (not made.kind.square))
    i, j = i[kept], j[kept]
    for a, b, n in zip(i.tolist(), j.tolist(), entries(counts, i, j).tolist(), strict=True):
        witness = partial(made.found.witness, a, b)
        yield made.about(a, b), Piece(_name(made, a, b), {NUMBER: verbatim(str(n))}, witness)


def _name(made: Matrixed, i: int, j: int) -> Text:
    return CELL.format(row=made.network.name(i), column=made.network.name(j))
