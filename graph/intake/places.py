"""Where something stands in a source, and records that know it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.intake.account import Account
from schema.errors import InputError, Oddity
from schema.record import Record
from schema.text import Text
from schema.validation import checked


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the file, and the path inside it."""

    file: str
    path: str = ""

    def inside(self, path: str) -> "Place":
        """Go further in: `$.persons` and `[3]`."""
        return Place(self.file, f"{self.path}{path}")

    @property
    def source(self) -> str:
        """Spell it as the source of a record."""
        return f"{self.file} {self.path}".strip()

    def oddity(self, code: str, message: Text, field: str = "", *, refused: bool = False) -> Oddity:
        """Make an oddity that stands here."""
        return Oddity(code, message, self.file, self.path, field, refused)


Found = tuple[Record, Place]


def made(cls: type[Record], at: Place, account: Account, **values: Any) -> Iterator[Found]:
    """Make a record of what was found; what does not fit its type is refused whole, with file and place."""
    try:
        yield checked(cls, {"source": at.source} | values, file=at.file, place=at.path), at
    except InputError as error:
        account.odd(*error.oddities)
