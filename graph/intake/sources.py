"""What a person points at to be read in: a file, an archive or a directory."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graph.intake.account import Account


@dataclass(frozen=True)
class Member:
    """One file of a source, unpacked; `name` is its path inside the source, archives included."""

    name: str
    content: BinaryIO
    """Can be read and sought in until the next member is asked for."""


@dataclass(frozen=True)
class Source:
    """A file, an archive or a directory that exists; `path` is the place, `name` what reports call it."""

    path: Path
    name: str

    @property
    def directory(self) -> Path | None:
        """Give the directory, or None when the source is a single file."""
        return self.path if self.path.is_dir() else None

    def members(self, account: Account) -> Iterator[Member]:
        """Open every file of the source in the order of its name, archives unpacked, guarded by `graph.intake.guard`."""
        raise NotImplementedError
