"""What every reader of a kind of source promises; the readers themselves stand in `graph.intake.readers`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from graph.intake.account import Account
from graph.intake.sources import Source
from schema.nodes import Node
from schema.record import Record
from schema.text import Text

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

Present = Mapping[str, type[Node]]
"""The nodes that the store holds already, by id; looked up, never listed whole."""


@runtime_checkable
class LooksAhead(Protocol):
    """A `Present` that asks a store, and is quicker when it knows what it will be asked."""

    def look_ahead(self, ids: Iterable[str]) -> None:
        """Look several ids up at once; asked for one by one soon after, they are answered from memory."""


def look_ahead(present: Present, ids: Iterable[str]) -> None:
    """Tell a `Present` what it will be asked next, if that is of use to it."""
    if isinstance(present, LooksAhead):
        present.look_ahead(ids)


@dataclass(frozen=True, slots=True)
class Ending:
    """Something has ended: what is stored under its id gets the end date, else the stand-in is kept."""

    id: str
    type: type[Record]
    on: date
    stand_in: Record | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """What a person says about a source beside where it is."""

    kind: str | None = None
    """The name of the reader; None: it is found out."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Which heading holds a field, where it is not called like it; an empty heading: the field is not read."""
    nodes: str | None = None
    """What type of node the source is about, where it does not say so itself."""
    kommune: str | None = None
    """The official key (AGS) of the Kommune that the source is about, where it does not say so itself."""
    keep_good: bool | None = None
    """Whether what is sound is written although other records are refused; None: as the kind of source asks."""
    complete: bool = False
    """Whether the source lists all there is: what it listed before and lists no more has ended."""

    mapping: Path | None = None
    """The file of the mapping of a list; None: the one beside it."""

    @property
    def directs(self) -> bool:
        """Say whether a reader has to be told anything."""
        return bool(self.columns or self.nodes)


AS_FOUND = Manner()
"""Nothing said: everything is found out."""


@runtime_checkable
class Directed(Protocol):
    """A reader that can be told what the columns of a source hold and what its nodes are."""

    def direct(self, columns: Mapping[str, str], nodes: str | None) -> None:
        """Follow what a person says; a UsageError lists what can be said."""


@runtime_checkable
class Mapped(Protocol):
    """A reader whose understanding of the columns is kept for next time."""

    def follow(self, mapping: Path) -> None:
        """Take what a file says of the columns, if it is there, and keep it there."""

    def remember(self, source: Source) -> Path:
        """Keep what the columns of a source hold; give the file. An InputError where it cannot be written."""


class Reader(Protocol):
    """One kind of source: how it is recognised, and how it becomes records; made anew for each import."""

    name: str
    """Short and stable, as `--kind` takes it: "oparl", "tables", "network"."""
    label: Text
    """What such a source is called in an error that lists what can be read."""
    published: bool
    """Whether others publish it: who reads it in cannot mend it, so what is broken in it does not stop the rest."""

    def recognises(self, source: Source) -> bool:
        """Say whether this reader is the one for the source; looks at names and beginnings only, never fails."""

    def read(self, source: Source, account: Account, present: Present) -> Iterator[Record | Ending]:
        """Give all records, a tie after its ends; counts, oddities and refusals go to the account.

        What is marked `stub` never replaces what is stored. Raises InputError when nothing of the source can be read.
        """

    def derive(self, change: "ChangeSet", account: Account) -> Iterator[Record | Ending]:
        """Give the ties that follow from what is stored now that the source has been read; may be none."""
