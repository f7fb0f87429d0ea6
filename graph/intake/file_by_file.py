"""What readers have in common that take a source file by file: each file stands or falls as a whole.

Ties are given once both their ends are there, those across files at the end; what stays without an end is refused.
"""

from abc import ABC, abstractmethod
from collections.abc import Container, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from graph.intake.account import Account
from graph.intake.beginnings import Beginning
from graph.intake.reader import Ending, Present, look_ahead
from graph.intake.sources import Member, Source
from schema.errors import ConflictError, InputError, Oddity
from schema.nodes import Node
from schema.record import Record
from schema.text import Text
from schema.ties import Tie
from schema.validation import check_ends, checked

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

LOOKED_AT = 20
"""How many files of a directory are looked at to recognise it."""


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
        """Say whether one of the first files is of this kind."""
        with suppress(InputError):
            return any(self.fits(Beginning.of(file)) for file in islice(source.files(), LOOKED_AT))
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


@dataclass
class Weaving:
    """Puts nodes before the ties that join them, and holds back ties whose ends are still to come."""

    account: Account
    present: Present
    types: dict[str, type[Node]] = field(default_factory=dict)
    stubs: set[str] = field(default_factory=set)
    waiting: dict[str, tuple[Tie, Place]] = field(default_factory=dict)
    ties: set[str] = field(default_factory=set)
    given: int = 0

    def of(self, found: list[Found]) -> Iterator[Record]:
        """Give what can be given now."""
        for record, at in found:
            if isinstance(record, Node) and self._is_new(record, at):
                self.given += 1
                yield record
            elif isinstance(record, Tie) and self._is_first(record, at):
                self.waiting[record.id] = record, at
        look_ahead(self.present, (end for tie, _ in self.waiting.values() for end in (tie.start, tie.end)))
        for tie, at in list(self.waiting.values()):
            if self._type(tie.start) and self._type(tie.end):
                del self.waiting[tie.id]
                yield from self._joined(tie, at)

    def close(self) -> None:
        """Refuse the ties of which an end never came."""
        for tie, at in self.waiting.values():
            missing, name = (tie.end, "end") if self._type(tie.start) else (tie.start, "start")
            self.account.odd(at.oddity("missing-end", _NO_END.format(verb=tie.verb, id=missing), name, refused=True))

    def _is_new(self, node: Node, at: Place) -> bool:
        """Let a node through unless it is there already; one that was known by reference only is completed."""
        known = node.id in self.types
        if known and node.stub:
            return False
        if known and node.id not in self.stubs:
            self.account.odd(at.oddity("double-id", _TWICE.format(id=node.id), "id", refused=True))
            return False
        (self.stubs.add if node.stub else self.stubs.discard)(node.id)
        self.types[node.id] = type(node)
        return True

    def _is_first(self, tie: Tie, at: Place) -> bool:
        if tie.id in self.ties:
            self.account.odd(at.oddity("double-tie", _TIE_TWICE.format(id=tie.id), "id", refused=True))
            return False
        self.ties.add(tie.id)
        return True

    def _type(self, id: str) -> type[Node] | None:
        return self.types.get(id) or self.present.get(id)

    def _joined(self, tie: Tie, at: Place) -> Iterator[Tie]:
        ends = {id: found for id in (tie.start, tie.end) if (found := self._type(id))}
        try:
            check_ends([tie], ends)
        except ConflictError as error:
            self.account.odd(at.oddity("wrong-ends", error.text, refused=True))
            return
        self.given += 1
        yield tie


def nothing_read(source: Source, account: Account, label: Text) -> InputError:
    """Say why nothing of a source could be read, by the first thing that was wrong with it."""
    first = next((oddity for oddity in account.oddities if oddity.refused), None)
    why = Text("{name}: nichts lesbar.", "{name}: nothing can be read.").format(name=source.name)
    if first:
        where = f"{first.file} {first.place}".strip()
        why = Text("{why} {where}: {what}", "{why} {where}: {what}").format(why=why, where=where, what=first.message)
    return InputError(why, Text("Erwartet: {kind}.", "Expected: {kind}.").format(kind=label), account.oddities)


_OTHER = Text("gehört nicht dazu und wird nicht gelesen ({kind})", "does not belong to it and is not read ({kind})")
_NO_END = Text("{verb}: {id!r} kommt in der Quelle nicht vor.", "{verb}: {id!r} does not occur in the source.")
_TWICE = Text(
    "Die Kennung {id!r} kommt noch einmal vor; die erste Angabe gilt.",
    "The identifier {id!r} occurs again; what was said first counts.",
)
_TIE_TWICE = Text("Die Verbindung {id!r} steht zweimal da.", "The tie {id!r} stands there twice.")
