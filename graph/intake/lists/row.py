"""One row of a list, looked at by what its columns hold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.intake.account import Account
from graph.intake.cells import day, unguarded
from graph.intake.contacts import without_contacts
from graph.intake.lists.mapping import Layout
from graph.intake.lists.names import Called, called, lines
from schema.errors import Oddity
from schema.folding import fold
from schema.text import Text

_NOTHING = frozenset(
    ("", "-", "--", "–", "—", "/", ".", "k. a.", "k.a.", "n/a", "na", "entfaellt", "keine angabe", "keine")
)
"""Cells that say that there is nothing, folded."""

_EXACT = ("id", "valid_from", "valid_to", "as_of")
"""Fields whose digits are no telephone numbers."""
_LEFT = re.compile(r"\s*[<(\[]?\s*…\s*[>)\]]?")


@dataclass(frozen=True)
class Row:
    """One row of a list, looked at by what its columns hold."""

    file: str
    number: int
    layout: Layout
    cells: Sequence[str]
    account: Account

    @property
    def place(self) -> str:
        """Give its number."""
        return str(self.number)

    def all(self, field: str) -> list[str]:
        """Give what the columns of a field hold; blank and meaningless cells and ways to reach people are left out."""
        cells = (unguarded(self.cells[i].strip()) for i in self.layout.at(field) if i < len(self.cells))
        texts = (cell if field in _EXACT else _unreachable(cell) for cell in cells)
        return [text for text in texts if fold(text) not in _NOTHING]

    def text(self, field: str) -> str:
        """Give what a field holds; empty where it holds nothing."""
        return " ".join("; ".join(self.all(field)).split())

    def names(self, field: str) -> Iterator[str]:
        """Give the bodies or people that the columns of a field name."""
        return (name for cell in self.all(field) for name in lines(cell))

    def people(self) -> list[Called]:
        """Give the people that the row names: one whose name stands in several cells, or several in one cell."""
        parts = [self.text(field) for field in ("first_name", "last_name")]
        whole = " ".join(filter(None, parts))
        found = map(called, [whole] if whole else self.names("name"))
        return [
            Called(one.name, " ".join(filter(None, (self.text("title"), one.title))) or None, one.party)
            for one in found
        ]

    def day(self, field: str) -> date | None:
        """Read a date; one that is none is told and left out."""
        text = self.text(field)
        found = day(text) if text else None
        if text and found is None:
            self.account.odd(Oddity("no-date", _NO_DATE.format(text=text), self.file, self.place, field))
        return found

    @property
    def alone(self) -> bool:
        """Say whether nothing but one cell is filled, as in a heading between rows."""
        return sum(bool(cell.strip()) for cell in self.cells) == 1


_NO_DATE = Text("{text!r} ist kein Datum; bleibt leer.", "{text!r} is no date; left empty.")


def _unreachable(text: str) -> str:
    """Take ways to reach people out of a text, with the brackets around them."""
    without = without_contacts(text)
    return text if without == text else _LEFT.sub("", without).strip()
