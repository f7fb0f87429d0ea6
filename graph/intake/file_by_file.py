"""What readers have in common that take a source file by file: each file stands or falls as a whole.

Ties are given once both their ends are there, those across files at the end; what stays without an end is refused.
"""

from abc import ABC, abstractmethod
from collections.abc import Container, Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from graph.intake.account import Account
from graph.intake.beginnings import Beginning
from graph.intake.places import Found
from graph.intake.reader import Ending, Present
from graph.intake.sources import Member, Source
from graph.intake.weaving import Weaving
from schema.errors import InputError, Oddity
from schema.record import Record
from schema.text import Text

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

OPARL = "schema.oparl.org"
"""What the objects of a council record name as their type."""
LOOKED_AT = 20
"""How many files of a directory are looked at to recognise it."""


class FileByFile(ABC):
    """A reader that is told for each file whether it is one of its own, and what is in it."""

    name: str
    label: Text
    published = True

    @abstractmethod
    def fits(self, beginning: Beginning) -> bool:
        """Say by its beginning whether a file is of this kind."""

    @abstractmethod
    def found(self, member: Member, account: Account, present: Present) -> Iterator[Found]:
        """Give the records of a file with their places; an InputError when it cannot be read."""

    def closing(self, account: Account, known: Container[str]) -> Iterator[Found]:  # noqa: ARG002 (some have nothing)
        """Give what can only be said when all files have been read and it is known which nodes there are."""
        return iter(())

    def recognises(self, source: Source) -> bool:
        """Say whether one of the first files is of this kind, and none of a council record, which takes all along."""
        with suppress(InputError):
            first = [Beginning.of(file) for file in islice(source.files(), LOOKED_AT)]
            return any(map(self.fits, first)) and not any(OPARL in beginning.text for beginning in first)
        return False

    def read(self, source: Source, account: Account, present: Present) -> Iterator[Record | Ending]:
        """Give all records, a tie after its ends; raises InputError when nothing of the source can be read."""
        weaving = Weaving(account, present)
        for member in self._members(source, account):
            yield from weaving.of(self._records(member, account, present))
        yield from weaving.of(list(self.closing(account, weaving.types)))
        weaving.close()
        if not weaving.given and account.refused:
            raise nothing_read(source, account, self.label)

    def derive(self, change: "ChangeSet", account: Account) -> Iterator[Record | Ending]:  # noqa: ARG002 (the protocol)
        """Give nothing: what follows from such a source stands in it."""
        return iter(())

    def _members(self, source: Source, account: Account) -> Iterator[Member]:
        """Give the files of this kind; of a single file it is asked for, whatever it looks like."""
        for file in source.files():
            try:
                for member in file.members():
                    alone = source.directory is None and member.name == file.name
                    if alone or self.fits(Beginning.of_member(member)):
                        yield member
                    else:
                        account.odd(Oddity("other-file", _OTHER.format(kind=self.label), member.name))
            except InputError as error:
                account.odd(*error.oddities)

    def _records(self, member: Member, account: Account, present: Present) -> list[Found]:
        """Read one file; one that breaks off leaves nothing of itself."""
        try:
            records = list(self.found(member, account, present))
        except InputError as error:
            account.odd(*error.oddities)
            return []
        account.count("files")
        return records


def nothing_read(source: Source, account: Account, label: Text) -> InputError:
    """Say why nothing of a source could be read, by the first thing that was wrong with it."""
    first = next((oddity for oddity in account.oddities if oddity.refused), None)
    why = Text("{name}: nichts lesbar.", "{name}: nothing can be read.").format(name=source.name)
    if first:
        where = f"{first.file} {first.place}".strip()
        why = Text("{why} {where}: {what}", "{why} {where}: {what}").format(why=why, where=where, what=first.message)
    return InputError(why, Text("Erwartet: {kind}.", "Expected: {kind}.").format(kind=label), account.oddities)


_OTHER = Text("gehört nicht dazu und wird nicht gelesen ({kind})", "does not belong to it and is not read ({kind})")
