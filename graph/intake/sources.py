"""What a person points at to be read in: a file, an archive or a directory, opened safely file by file."""

import gzip
import io
import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Self

from graph.intake.archives import GZIP as GZIP
from graph.intake.archives import ZIP as ZIP
from graph.intake.archives import Member as Member
from graph.intake.archives import is_tar, tarred, zipped
from graph.intake.guard import Budget, Counted, copied, damage_named, printable, refuse, size
from schema.text import Text

_HEAD = 512


@dataclass(frozen=True)
class File:
    """One file on disk, which may be an archive of many members."""

    path: Path
    name: str

    def head(self) -> bytes:
        """Give the first bytes, none where the file cannot be opened."""
        try:
            with self.path.open("rb") as raw:
                return raw.read(_HEAD)
        except OSError:
            return b""

    def members(self) -> Iterator[Member]:
        """Give the files in it, unpacked, each closed when the next is asked for; an InputError when it is damaged."""
        with damage_named(self.name), self.path.open("rb") as raw:
            budget = Budget(self.name, size(self.path))
            head = raw.read(_HEAD)
            raw.seek(0)
            if head.startswith(ZIP):
                yield from zipped(raw, self.name, budget)
            elif is_tar(self.path.name, head):
                yield from tarred(raw, self.name, budget)
            elif head.startswith(GZIP):
                yield from self._gzipped(raw, budget)
            else:
                yield Member(self.name, raw)

    def _gzipped(self, raw: BinaryIO, budget: Budget) -> Iterator[Member]:
        unpacked = io.BufferedReader(Counted(gzip.GzipFile(fileobj=raw, mode="rb"), budget))
        if is_tar(self.path.name, unpacked.peek(_HEAD)):
            yield from tarred(unpacked, self.name, budget)
        else:
            with closing(copied(unpacked, self.name)) as content:
                yield Member(self.name, content)


@dataclass(frozen=True)
class Source:
    """A file, an archive or a directory that exists; `path` is the place, `name` what reports call it."""

    path: Path
    name: str

    @classmethod
    def at(cls, path: Path) -> Self:
        """Point at a path; an InputError when nothing is there or it is neither file nor directory."""
        if not _exists(path):
            refuse("not-there", Text("gibt es nicht", "does not exist"), printable(str(path)), _LOOK)
        if not (path.is_file() or path.is_dir()):
            what = Text("ist weder Datei noch Verzeichnis", "is neither file nor directory")
            refuse("no-file", what, printable(str(path)), _LOOK)
        return cls(path, printable(path.name or path.resolve().name or str(path)))

    @property
    def directory(self) -> Path | None:
        """Give the directory, or None when the source is a single file."""
        return self.path if self.path.is_dir() else None

    def files(self) -> Iterator[File]:
        """Give the files in the order of their paths; hidden ones are left out, links are not followed."""
        if self.directory is None:
            yield File(self.path, self.name)
            return
        budget = Budget(self.name, 0)
        for folder, folders, names in os.walk(self.path, onerror=_unreadable):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for path in (Path(folder) / name for name in sorted(names) if not name.startswith(".")):
                if path.is_file() and not path.is_symlink():
                    name = printable(f"{self.name}/{path.relative_to(self.path).as_posix()}")
                    budget.admit(name.replace(":", "_"), ordinary=True)
                    yield File(path, name)


@dataclass(frozen=True)
class Endpoint(Source):
    """An address on the web that is read page by page; there are no files until it has been asked.

    `keep` is where the pages of an interrupted download stay, None: nowhere; `since` asks only for what changed.
    """

    address: str
    since: str | None = None
    keep: Path | None = None

    @property
    def directory(self) -> Path | None:
        """Give None: there is no directory."""
        return None

    def files(self) -> Iterator[File]:
        """Give no files: whoever can read an endpoint asks it."""
        return iter(())


def source_at(text: str | Path) -> Source:
    """Point at what a person names: an address that begins with http:// or https://, or a path."""
    address = str(text).strip()
    if isinstance(text, str) and address.lower().startswith(("http://", "https://")):
        return Endpoint(Path(printable(address)), printable(address), address)  # the path is one that is not there
    return Source.at(Path(text))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that is too long, or no name at all
        return False


_LOOK = Text("Den Pfad prüfen.", "Check the path.")


def _unreadable(error: OSError) -> None:
    with damage_named(printable(str(error.filename))):
        raise error
