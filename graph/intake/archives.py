"""The files in an archive, unpacked one by one under a budget, never to a path of their own."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import IO, BinaryIO, Self

from graph.intake.guard import Budget, Counted, copied, printable

GZIP, ZIP = b"\x1f\x8b", b"PK"


@dataclass(frozen=True)
class Member:
    """One unpacked file of a source; `name` is its path inside the source, archives included."""

    name: str
    content: BinaryIO
    """Can be read and sought in until the next member is asked for."""


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


def is_tar(name: str, head: bytes) -> bool:
    """Say by name or first bytes whether a file is an archive of tar."""
    return head[257:262] == b"ustar" or (name.endswith((".tar", ".tgz", ".tar.gz")) and not head.startswith(GZIP))


def tarred(stream: IO[bytes], file: str, budget: Budget) -> Iterator[Member]:
    """Give the files of an archive of tar."""
    with tarfile.open(fileobj=stream, mode="r|", tarinfo=_WholeTar) as archive:
        for entry in archive:
            archive.members = []  # type: ignore[attr-defined] # it keeps every header for a look-up that never comes
            if entry.isdir():
                continue
            budget.admit(printable(entry.name), ordinary=entry.isreg() and not entry.issparse())
            content = archive.extractfile(entry)
            if content is not None:
                yield from _member(content, file, printable(entry.name), budget)


def zipped(stream: BinaryIO, file: str, budget: Budget) -> Iterator[Member]:
    """Give the files of a zip."""
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
