"""What the readers of our own exports share: rows become records, and what does not fit is refused by itself."""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from graph.intake.account import Account
from graph.intake.endless_numbers import NumberGuard
from graph.intake.guard import MIB, refuse
from graph.intake.reader import Ending, Present
from graph.intake.refusals import refusal_of
from graph.intake.sources import Member, Source
from schema.catalogue import NODE_TYPES, TIE_TYPES
from schema.errors import InputError, Oddity
from schema.nodes import Node
from schema.record import Record
from schema.text import Text
from schema.ties import Tie
from schema.validation import checked

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

LARGEST = 32 * MIB
"""Bytes of one record; a larger one is none that we have written."""
EXPORT_ANEW = Text(
    "Mit „fahrstuhl export“ neu erzeugen; von Hand geänderte Dateien an der genannten Stelle berichtigen.",
    "Make it anew with “fahrstuhl export”; mend a file that was changed by hand at the place named.",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One record as it stands in a file: the name of its type, its loose values, and where it stands."""

    type: str
    values: Mapping[str, Any]
    place: str


class _Known:
    """What was read so far, and what the store holds."""

    def __init__(self, present: Present) -> None:
        self._nodes: dict[str, type[Node]] = {}
        self._ties: set[str] = set()
        self._ends: Mapping[str, type[Node]] = ChainMap(self._nodes, present)  # type: ignore[arg-type]  # only the first is written

    def add(self, record: Record) -> None:
        if isinstance(record, Node):
            self._nodes[record.id] = type(record)
        else:
            self._ties.add(record.id)

    def refusal(self, record: Record) -> tuple[str, Text, str] | None:
        """Say why a record cannot be admitted: code, message, field; None when it can."""
        return refusal_of(record, self._ties if isinstance(record, Tie) else self._nodes, self._ends)


class OwnExportReader:
    """Base of the readers of our own exports; a subclass names the format and takes a file apart."""

    name: str
    label: Text
    mark: bytes
    """Stands near the beginning of a file of ours."""
    published = False

    def rows(self, member: Member, account: Account) -> Iterator[Row]:
        """Give the rows of one file; raises InputError where it cannot be read any further."""
        raise NotImplementedError

    def recognises(self, source: Source) -> bool:
        """Say whether the source is a single file that begins as ours do."""
        return source.directory is None and any(self.mark in file.head() for file in source.files())

    def read(self, source: Source, account: Account, present: Present) -> Iterator[Record | Ending]:
        """Give all records; raises InputError where a file breaks off or none of its rows can be read."""
        known, read = _Known(present), 0
        for member in (member for file in source.files() for member in file.members()):
            account.count("files")
            for row in self.rows(member, account):
                account.count("objects")
                record = _admitted(row, member.name, known, account)
                if record is not None:
                    read += 1
                    yield record
        if not read and account.refused:
            text = Text("In {name} ist kein Datensatz lesbar.", "No record of {name} can be read.")
            raise InputError(text.format(name=source.name), EXPORT_ANEW, account.oddities)

    def derive(self, change: "ChangeSet", account: Account) -> Iterator[Record | Ending]:  # noqa: ARG002 (the protocol)
        """Give nothing: an export states its ties."""
        return iter(())


def _admitted(row: Row, file: str, known: _Known, account: Account) -> Record | None:
    """Make a record of a row and remember it; None where it is refused, and the account says why."""
    cls = NODE_TYPES.get(row.type) or TIE_TYPES.get(row.type)
    if cls is None:
        why = Text("{type!r} ist kein bekannter Typ.", "{type!r} is no known type.").format(type=row.type)
        account.odd(Oddity("unknown-type", why, file, row.place, "type", refused=True))
        return None
    try:
        record: Record = checked(cls, row.values, file=file, place=row.place)
    except InputError as error:
        account.odd(*error.oddities)
        return None
    refusal = known.refusal(record)
    if refusal:
        code, message, field = refusal
        account.odd(Oddity(code, message, file, row.place, field, refused=True))
        return None
    known.add(record)
    return record


class Bounded:
    """A stream that refuses to go on when too much was read since the last record."""

    def __init__(self, member: Member, numbers: NumberGuard | None = None) -> None:
        """Read a file from where it stands; `numbers` looks through what is JSON."""
        self._numbers = numbers
        self._content: BinaryIO = member.content
        self._name = member.name
        self.since = 0

    def read(self, n: int = -1) -> bytes:
        """Give up to `n` bytes, as the parsers want them."""
        data = self._content.read(min(n, MIB) if n >= 0 else MIB)
        self.since += len(data)
        if self.since > LARGEST:
            why = Text("enthält einen Datensatz über {mib} MiB", "holds a record of over {mib} MiB")
            refuse("too-large", why.format(mib=LARGEST // MIB), self._name, EXPORT_ANEW)
        return self._numbers.passed(data) if self._numbers else data


def broken(file: str, why: Text, place: str) -> InputError:
    """Make the error that says where a file breaks off."""
    text = Text("{file}, Stelle {place}: {why}.", "{file}, place {place}: {why}.")
    message = text.format(file=file, place=place, why=why)
    return InputError(message, EXPORT_ANEW, (Oddity("broken-export", message, file, place, refused=True),))
