"""The cells of the matrix: a number on its ground, or a sign, and what a scenario changes in either."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from schema.text import Lang, Text, verbatim
from viz.changes import words
from viz.changes.comparing import Change, Changes, Fate, Piece
from viz.changes.signs import Entry, badge, disc
from viz.levels.boxes import Box
from viz.levels.shapes import label, rect
from viz.matrix.composing import Matrixed
from viz.matrix.legend import HIGH, grade
from viz.matrix.saying import CELL, NUMBER
from viz.page_words import NAMELESS
from viz.sheet import Href, linked

SIZE, SIDE, TOP = 26.0, 210.0, 170.0
"""Side of a cell, room for the names of rows and of columns, in px."""
SAID = Text("{cell}: {what}", "{cell}: {what}")
MORE, LESS, SIGN = (
    Text("mehr als ohne das Szenario", "more than without the scenario"),
    Text("weniger", "less"),
    Text("anderes oder kein Zeichen", "another sign or none"),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of which something is said: its ends, classes of ground and letters, the row of the twin, the change."""

    r: int
    c: int
    ground: str
    letters: str
    letters_class: str
    key: str
    said: Text
    change: Change | None

    def drawn(self, href: Href | None, lang: Lang, *, first: bool) -> Markup:
        """Draw it as a mark; a badge of what differs stands above the letters."""
        box = place(self.r, self.c)
        ground = box if self.ground.startswith("cell") else Box(box.x + 2, box.y + 2, box.w - 4, box.h - 4)
        sign = _badge(self.change, box) if self.change else Markup("")
        letters = label(box.cx, box.cy + (10.5 if sign else 4), self.letters, self.letters_class, "middle")
        said = self.change.beside(self.said) if self.change else self.said
        return linked(rect(ground, self.ground, 0) + letters + sign, href, self.key, said.lang(lang)[:900], first=first)


def key(row: int, column: int) -> str:
    """Name the row of the twin in which a number is told."""
    return f"c{row}-{column}"


def marked_key(row: int, column: int) -> str:
    """Name the row of the twin in which a sign is told."""
    return f"m{row}-{column}"


def place(r: int, c: int) -> Box:
    """Give the place of a cell."""
    return Box(SIDE + c * SIZE, HIGH + TOP + r * SIZE, SIZE, SIZE)


def called(made: Matrixed, i: int, lang: Lang) -> str:
    """Name a node, in words where its name says nothing."""
    name = made.network.name(i)
    return name if name.strip() else NAMELESS.lang(lang)


def cells(made: Matrixed, changes: Changes | None, lang: Lang, href: Href | None) -> Iterator[Markup]:
    """Draw the cells of which something is said; the first is where the keyboard enters."""
    found = (*_numbers(made, changes), *_marked(made, changes), *_gone(made, changes))
    for n, cell in enumerate(found):
        yield cell.drawn(href, lang, first=n == 0)


def _numbers(made: Matrixed, changes: Changes | None) -> Iterator[Cell]:
    for r, c, n in made.cells():
        said, change = _said(made, r, c, verbatim(str(n))), _change(made, changes, r, c)
        for a, b in ((r, c), (c, r)) if made.kind.square else ((r, c),):
            yield Cell(a, b, f"cell g{grade(n)}", _short(n), f"count g{grade(n)}", key(r, c), said, change)


def _marked(made: Matrixed, changes: Changes | None) -> Iterator[Cell]:
    for r, c, mark in made.marked():
        said, change = _said(made, r, c, mark.meaning), _change(made, changes, r, c)
        yield Cell(r, c, "hit", mark.letter, "letter", marked_key(r, c), said, change)


def _gone(made: Matrixed, changes: Changes | None) -> Iterator[Cell]:
    """Give the cells that are empty with the scenario and are not so without it; each leads to its change."""
    rows, columns = ({made.network.ids[i]: k for k, i in enumerate(side.shown)} for side in (made.rows, made.columns))
    for about, change in changes.by.items() if changes else ():
        pairs = (about, about[::-1]) if made.kind.square else (about,)
        for a, b in pairs if change.fate is Fate.WENT and len(about) == 2 else ():
            if a in rows and b in columns:
                yield Cell(rows[a], columns[b], "hit", "", "count", change.key, change.either.name, change)


def _change(made: Matrixed, changes: Changes | None, r: int, c: int) -> Change | None:
    return changes.of(*made.about(*made.ends(r, c))) if changes else None


def _said(made: Matrixed, r: int, c: int, what: Text) -> Text:
    row, column = (Text(called(made, i, "de"), called(made, i, "en")) for i in made.ends(r, c))
    return SAID.format(cell=CELL.format(row=row, column=column), what=what)


def _short(n: int) -> str:
    """Write a number so that it fits into a cell."""
    return str(n) if n < 1_000 else f"{n // 1_000}k" if n < 1_000_000 else "M+"


def badges() -> tuple[Entry, ...]:
    """Give the badges and the sign that are drawn, with what they mean."""
    box = Box(-11, -5.5, 22, 11)
    numbers = ((badge("+2", box, Fate.CAME), MORE), (badge("−2", box, Fate.WENT), LESS))
    return (*numbers, (badge("≠", box, Fate.OTHERWISE), SIGN), (disc(Fate.CAME, 0, 0), words.CAME))


def _badge(change: Change, box: Box) -> Markup:
    """Write by how much the number differs, or that the sign is another one."""
    more = _number(change.after) - _number(change.before)
    said = f"{'+' if more > 0 else '−'}{_short(abs(more))}" if more else "≠"
    return badge(said, Box(box.x + 1, box.y + 1, box.w - 2, 11), change.fate)


def _number(piece: Piece | None) -> int:
    told = piece.values.get(NUMBER) if piece else None
    return int(told.de) if told else 0
