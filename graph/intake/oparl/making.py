"""What the makers of records share: the account, the spool, the store's nodes, and how a record states its source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.intake.account import Account
from graph.intake.oparl.days import day, day_or_oddity
from graph.intake.oparl.objects import Found, tail, words
from graph.intake.oparl.spool import Spool
from graph.intake.reader import Present
from schema.errors import InputError, Oddity
from schema.levels import Level
from schema.nodes import Node
from schema.record import Record
from schema.text import Text
from schema.validation import checked


@dataclass(frozen=True)
class Making:
    """One reading under way: from what is taken, whom to tell, and what the organizations turned out to be."""

    spool: Spool
    account: Account
    present: Present
    types: dict[str, type[Node]] = field(default_factory=dict)
    """The type of each organization and body met; grows with the organizations, not with the papers."""
    kinds: dict[str, tuple[str | None, Level | None]] = field(default_factory=dict)
    """Kind and level of each organization met, as the rules tell them."""
    gone: dict[str, date] = field(default_factory=dict)
    """When consultations and memberships were deleted; of these a source often tells no more than the address."""
    only_changes: bool = False
    """Whether the source holds what changed alone: what it only refers to may well be stored."""

    def record(self, cls: type[Record], found: Found, **values: Any) -> Iterator[Record]:
        """Make a record of what was found; what does not fit its type is refused whole, with file and place."""
        said = {"as_of": day(found.fields, "modified")} | values
        try:
            yield checked(cls, {"source": source(found)} | said, file=found.file, place=found.place)
        except InputError as error:
            self.account.odd(*error.oddities)

    def odd(self, code: str, message: Text, found: Found, name: str = "") -> None:
        """Report something about an object that is read all the same."""
        self.account.odd(Oddity(code, message, found.file, found.place, name))

    def day(self, found: Found, name: str) -> date | None:
        """Read a day; report it where there is something else."""
        oddities: list[Oddity] = []
        value = day_or_oddity(found, name, oddities)
        self.account.odd(*oddities)
        return value

    def span(self, found: Found) -> Mapping[str, date | None]:
        """Read from when to when something held; an end before the beginning is reported and left out."""
        start, end = self.day(found, "startDate"), self.day(found, "endDate")
        if start and end and end < start:
            what = Text("Das Ende {end} liegt vor dem Beginn; es bleibt leer.", _END_FIRST).format(end=end)
            self.odd("ends-before-start", what, found, "endDate")
            end = None
        return {"valid_from": start, "valid_to": end}

    def ended_on(self, found: Found) -> date | None:
        """Read when a deleted object was deleted; report it where no date is told, for then nothing can be ended."""
        on = day(found.fields, "modified") or day(found.fields, "created")
        if on is None:
            what = Text("Gelöscht ohne Datum; es wird nicht übernommen.", "Deleted without a date; not taken over.")
            self.account.odd(Oddity("deleted-undated", what, found.file, found.place, "modified", refused=True))
        return on

    def delete(self, found: Found) -> None:
        """Remember that what a tie was made of was deleted."""
        on = self.ended_on(found)
        if on:
            self.gone[found.id] = on

    def name(self, found: Found, otherwise: str = "name") -> str:
        """Give an object its name, else what it is known by; report that it has none."""
        name = words(found.fields, "name")
        if name:
            return name
        self.odd("no-name", Text("Das Objekt hat keinen Namen.", "The object has no name."), found, "name")
        return words(found.fields, otherwise) or tail(found.id)


_END_FIRST = "The end {end} lies before the beginning; it is left empty."


def source(found: Found) -> str:
    """Say where an object stands: its file, and the place in it where it is not the whole file."""
    return found.file if found.place == "$" else f"{found.file} {found.place}"
