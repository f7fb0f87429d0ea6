"""The changes of a picture told: what is compared of its tables, the table of what differs, the sentences beside it."""

from collections.abc import Iterable, Iterator, Sequence

from schema.text import LANGS, Lang, Text
from viz.changes import words
from viz.changes.comparing import Change, Changes, Fate, Piece, Said
from viz.fitting import fit
from viz.page_words import NAMELESS
from viz.picture import Row, Rows

ROOM = 500.0
"""Px that a name takes at most in a sentence below the picture."""
NAMED = 6
"""How many that are gone are named beside the picture; the table names all."""


def said_in(tables: Iterable[Rows], without: Iterable[Text] = ()) -> Said:
    """Take what tables say, row by row; columns `without` tell of a place in the list and are not compared."""
    left = frozenset(without)
    return {row.about: _piece(table, row, left) for table in tables for row in table.rows}


def _piece(table: Rows, row: Row, without: frozenset[Text]) -> Piece:
    values = zip(table.headings, row.cells, strict=True)
    return Piece(row.cells[0], {h: value for h, value in values if h not in without}, lambda: row.evidence)


def table(changes: Changes) -> Rows:
    """Tell the changes as a table, each with its evidence."""
    headings = (words.ABOUT, words.WHAT, words.WITHOUT, words.WITH)
    return Rows("differences", words.DIFFERENCES, headings, tuple(map(_row, changes.by.values())))


def _row(change: Change) -> Row:
    cells = (change.either.name, change.fate.marked, change.was, change.now)
    return Row(change.key, cells, change.either.witness())


def remarks(changes: Changes | None) -> Iterator[Text]:
    """Say how much differs, and who is no longer in the picture; nothing where no scenario is tried."""
    if changes is None:
        return
    counts = {fate.value: len(changes.with_fate(fate)) for fate in Fate}
    yield words.COUNTED.format(**counts) if changes.by else words.NOTHING
    gone = [change.either.name for change in changes.with_fate(Fate.WENT)]
    if gone:
        yield words.NAMED.format(names=Text(*(_listed([name.lang(lang) for name in gone], lang) for lang in LANGS)))


def _listed(names: Sequence[str], lang: Lang) -> str:
    """List the first of some names, each as far as there is room."""
    shown = (fit(name, ROOM, 13, lines=1).lines or (NAMELESS.lang(lang),) for name in names[:NAMED])
    return "; ".join((*(line for (line,) in shown), *(["…"] if len(names) > NAMED else [])))
