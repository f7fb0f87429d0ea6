"""What a person points at to be read in: a file, an archive or a directory, opened safely file by file."""

import gzip
import io
import os
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, Self

from graph.intake.guard import Budget, Counted, copied, damage_named, printable, refuse, size
from schema.text import Text

GZIP, ZIP = b"\x1f\x8b", b"PK"
_HEAD = 512


@dataclass(frozen=True)
class Member:
    """One unpacked file of a source; `name` is its path inside the source, archives included."""

    name: str
    content: BinaryIO
    """Can be read and sought in until the next member is asked for."""


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
                yield from _zipped(raw, self.name, budget)
            elif _is_tar(self.path.name, head):
                yield from _tarred(raw, self.name, budget)
            elif head.startswith(GZIP):
                yield from self._gzipped(raw, budget)
            else:
                yield Member(self.name, raw)

    def _gzipped(self, raw: BinaryIO, budget: Budget) -> Iterator[Member]:
        unpacked = io.BufferedReader(Counted(gzip.GzipFile(fileobj=raw, mode="rb"), budget))
        if _is_tar(self.path.name, unpacked.peek(_HEAD)):
            yield from _tarred(unpacked, self.name, budget)
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


class _WholeTar(tarfile.TarInfo):
    """Raises on a damaged header in the middle of an archive, where the library would take it for the end."""

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(tarfile)
        except _HeaderError as error:
            if type(error).__name__ in ("InvalidHeaderError", "TruncatedHeaderError"):
                raise _ReadError(str(error)) from None
            raise


_HeaderError, _ReadError = tarfile.HeaderError, tarfile.ReadError


def _is_tar(name: str, head: bytes) -> bool:
    return head[257:262] == b"ustar" or (name.endswith((".tar", ".tgz", ".tar.gz")) and not head.startswith(GZIP))


def _tarred(stream: IO[bytes], file: str, budget: Budget) -> Iterator[Member]:
    with tarfile.open(fileobj=stream, mode="r|", tarinfo=_WholeTar) as archive:
        for entry in archive:
            archive.members = []  # type: ignore[attr-defined] # it keeps every header for a look-up that never comes
            if entry.isdir():
                continue
            budget.admit(printable(entry.name), ordinary=entry.isreg() and not entry.issparse())
            content = archive.extractfile(entry)
            if content is not None:
                yield from _member(content, file, printable(entry.name), budget)


def _zipped(stream: BinaryIO, file: str, budget: Budget) -> Iterator[Member]:
    with zipfile.ZipFile(stream) as archive:
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            kind = entry.external_attr >> 28  # the file type of a Unix mode: 8 ordinary, 0 not told
            budget.admit(printable(entry.filename), ordinary=kind in (0, 8))
            with archive.open(entry) as content:
                counted = io.BufferedReader(Counted(content, budget))
                yield from _member(counted, file, printable(entry.filename), budget)


def _member(stream: IO[bytes], archive: str, name: str, budget: Budget) -> Iterator[Member]:
    """Give one file of an archive, unpacked once more when it is packed itself."""
    full = f"{archive}/{name}"
    with closing(copied(stream, full)) as content:
        packed = content.read(len(GZIP)) == GZIP
        content.seek(0)
        if not packed:
            yield Member(full, content)
            return
        with closing(
            copied(io.BufferedReader(Counted(gzip.GzipFile(fileobj=content, mode="rb"), budget)), full)
        ) as unpacked:
            yield Member(full, unpacked)
