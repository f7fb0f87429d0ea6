"""The matrix as a picture with its twin: one row for each number, with its evidence."""

from collections.abc import Iterator

from graph.network import Network
from graph.questions.naming import kind_text
from schema.text import Text, verbatim
from viz.changes.comparing import compared
from viz.changes.telling import remarks
from viz.matrix.cells import key, marked_key
from viz.matrix.composing import Matrixed, composed
from viz.matrix.counts import counted
from viz.matrix.drawing import drawn
from viz.matrix.kinds import ASKS, COUNTED, KIND_LABELS, MatrixScope
from viz.matrix.saying import KIND, MEANING, NAME, NUMBER, said
from viz.picture import Picture, Row, Rows, named

TITLE = Text("Matrix: {kind}", "Matrix: {kind}")
ORDER = Text(
    "Geordnet ist so, dass Zeilen und Spalten mit ähnlichem Muster nebeneinander stehen; so zeigen sich Blöcke. Wer "
    "keine Zahl hat, steht am Ende.",
    "Ordered so that rows and columns with a similar pattern stand next to each other; that makes blocks show. Those "
    "without a number stand at the end.",
)
EMPTY_IS = Text(
    "Ein leeres Feld heißt: nichts erfasst. Es heißt nicht, dass es nichts gibt.",
    "An empty cell means that nothing is recorded. It does not mean that there is nothing.",
)
BLANKS = Text("{side} ohne eine Zahl", "{side} without a number")
MARKED = Text("Felder mit einem Zeichen", "Cells with a sign")
CELLS = Text("Alle Felder mit einer Zahl", "All cells with a number")
ROW, COLUMN = Text("Zeile", "Row"), Text("Spalte", "Column")


def matrix_picture(network: Network, scope: MatrixScope) -> Picture:
    """Make the matrix of a network that is cut to what may be read, persons still in it."""
    return _picture(_made(network, scope), scope, _made(network.before, scope) if network.before else None)


def _made(network: Network, scope: MatrixScope) -> Matrixed:
    return composed(network, scope.kind, counted(network, scope.kind, persons=scope.persons))


def _picture(made: Matrixed, scope: MatrixScope, was: Matrixed | None = None) -> Picture:
    changes = compared(said(was), said(made)) if was else None
    return Picture(
        name="matrix",
        title=TITLE.format(kind=KIND_LABELS[scope.kind]),
        asks=ASKS[scope.kind],
        reading=(COUNTED[scope.kind], ORDER, EMPTY_IS),
        remarks=(*remarks(changes), *made.remarks()),
        tables=(_twin(made), _marked(made), *_blanks(made)),
        network=named(made.network, persons=scope.persons),
        draw=lambda lang, href: drawn(made, changes, lang, href),
        changes=changes,
        before=_picture(was, scope) if was else None,
    )


def _twin(made: Matrixed) -> Rows:
    found = made.found
    rows = tuple(
        Row(
            key(r, c),
            (*_names(made, r, c), verbatim(str(n))),
            found.witness(*made.ends(r, c)),
            found.told(*made.ends(r, c)),
            made.about(*made.ends(r, c)),
        )
        for r, c, n in made.cells()
    )
    return Rows("cells", CELLS, (ROW, COLUMN, NUMBER), rows, frozenset({2}))


def _marked(made: Matrixed) -> Rows:
    """Name the cells of which something is said though they have no number."""
    rows = tuple(
        Row(marked_key(r, c), (*_names(made, r, c), mark.meaning), about=made.about(*made.ends(r, c)))
        for r, c, mark in made.marked()
    )
    return Rows("marked", MARKED, (ROW, COLUMN, MEANING), rows)


def _names(made: Matrixed, r: int, c: int) -> tuple[Text, ...]:
    return tuple(verbatim(made.network.name(i)) for i in made.ends(r, c))


def _blanks(made: Matrixed) -> Iterator[Rows]:
    """Name those of whom nothing is recorded."""
    for number, side in enumerate(made.sides):
        rows = tuple(
            Row(
                f"b{number}-{k}",
                (verbatim(made.network.name(i)), kind_text(made.network, i)),
                about=(made.network.ids[i],),
            )
            for k, i in enumerate(side.blank.tolist())
        )
        yield Rows(f"blank-{number}", BLANKS.format(side=side.label), (NAME, KIND), rows)
