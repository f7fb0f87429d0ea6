"""The one guard before every importer: how large a file may be, how much it may unpack to, and what may be in it.

Nothing is ever unpacked to a path of its own: members are read one by one through `copied`, so a name that points
outside can do no harm; it is refused all the same, because no honest archive holds one.
"""

import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, NoReturn, Protocol, cast

from schema.errors import InputError, Oddity
from schema.text import Text

MIB = 1024 * 1024
FILE = 4096 * MIB
"""Bytes of one file on disk."""
MEMBERS = 500_000
"""Files in one archive or directory: the whole council record of a large city over twenty years, one file a paper."""
MEMBER = 1024 * MIB
"""Bytes of one unpacked file."""
UNPACKED = 16_384 * MIB
"""Bytes to which one archive may unpack."""
RATIO = 200
"""How many times its packed size an archive may unpack to, once it is past `FREE` bytes; JSON reaches 10 to 40."""
FREE = 16 * MIB
IN_MEMORY = 4 * MIB
"""Bytes of an unpacked file that are held in memory; what is larger waits in a temporary file."""
_CHUNK = 256 * 1024

# What the standard library raises on archives that are not what they claim to be; RuntimeError: an encrypted zip.
_DAMAGE = (
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    OverflowError,
    struct.error,
)


def refuse(code: str, message: Text, file: str, hint: Text, place: str = "") -> NoReturn:
    """Refuse a file with one oddity and what to do about it."""
    text = Text("{file}: {message}", "{file}: {message}").format(file=file, message=message)
    raise InputError(text, hint, (Oddity(code, message, file, place, refused=True),))


_FETCH_AGAIN = Text("Die Datei erneut beschaffen und noch einmal einlesen.", "Fetch the file again and import it anew.")
_SPLIT = Text("In kleinere Dateien aufteilen und einzeln einlesen.", "Split it into smaller files, import each.")
_REPACK = Text(
    "Das Archiv nur mit gewöhnlichen Dateien neu packen.", "Pack the archive anew, with ordinary files only."
)


@contextmanager
def damage_named(file: str) -> Iterator[None]:
    """Turn what the standard library raises on a damaged file into an InputError that names the file."""
    try:
        yield
    except InputError:
        raise
    except PermissionError:
        why = Text("darf nicht gelesen werden", "may not be read")
        refuse("not-readable", why, file, Text("Die Leserechte der Datei prüfen.", "Check who may read the file."))
    except _DAMAGE as error:
        why = Text("ist beschädigt ({error})", "is damaged ({error})").format(error=error or type(error).__name__)
        refuse("damaged", why, file, _FETCH_AGAIN)


class Budget:
    """Counts what one file unpacks to while it is read, and refuses it once it is too much."""

    def __init__(self, file: str, packed: int) -> None:
        """Start for a file of `packed` bytes."""
        self.file, self.packed, self.unpacked, self.members = file, packed, 0, 0
        if packed > FILE:
            why = Text("ist größer als {mib} MiB", "is larger than {mib} MiB").format(mib=FILE // MIB)
            refuse("too-large", why, file, _SPLIT)

    def spend(self, n: int) -> None:
        """Count bytes that were unpacked."""
        self.unpacked += n
        if self.unpacked > UNPACKED or (self.unpacked > FREE and self.unpacked > RATIO * self.packed):
            why = Text(
                "entpackt sich auf mehr als {mib} MiB aus {packed} Bytes",
                "unpacks to over {mib} MiB from {packed} bytes",
            ).format(mib=self.unpacked // MIB, packed=self.packed)
            refuse("unpacks-too-large", why, self.file, _SPLIT)

    def admit(self, name: str, *, ordinary: bool) -> None:
        """Let one member pass: not one too many, an ordinary file, inside the archive."""
        self.members += 1
        if self.members > MEMBERS:
            why = Text("enthält mehr als {n} Dateien", "holds more than {n} files").format(n=MEMBERS)
            refuse("too-many-members", why, self.file, _SPLIT)
        if not ordinary:
            why = Text("enthält einen Verweis oder ein Gerät: {name}", "holds a link or device: {name}").format(
                name=name
            )
            refuse("link", why, self.file, _REPACK, name)
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in (path.parts or ("",))[0]:
            why = Text("enthält einen Pfad nach außen: {name}", "holds a path to the outside: {name}").format(name=name)
            refuse("outside-path", why, self.file, _REPACK, name)


class Readable(Protocol):
    """Anything bytes can be read from."""

    def read(self, n: int, /) -> bytes:
        """Give up to `n` bytes, none at the end."""


class Counted(io.RawIOBase):
    """A stream whose bytes are counted against a budget as they are read."""

    def __init__(self, inner: Readable, budget: Budget) -> None:
        """Wrap a stream of unpacked bytes."""
        self._inner, self._budget = inner, budget

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Read into a buffer, and count."""
        view = memoryview(cast(bytearray, buffer))
        data = self._inner.read(len(view))
        view[: len(data)] = data
        self._budget.spend(len(data))
        return len(data)


def copied(stream: IO[bytes], file: str) -> BinaryIO:
    """Copy an unpacked file to where it can be sought in; refuse it once it is larger than one file may be."""
    kept = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the reader of the member closes it
    try:
        while chunk := stream.read(_CHUNK):
            kept.write(chunk)
            if kept.tell() > MEMBER:
                why = Text("ist entpackt größer als {mib} MiB", "unpacks to over {mib} MiB").format(mib=MEMBER // MIB)
                refuse("too-large", why, file, _SPLIT)
        kept.seek(0)
    except BaseException:
        kept.close()
        raise
    return cast(BinaryIO, kept)


def printable(name: str) -> str:
    """Spell a file name so that it can be shown and stored, whatever bytes it is made of."""
    clean = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(char if char.isprintable() else "�" for char in clean)


def size(path: Path) -> int:
    """Give the size of a file in bytes."""
    return path.stat().st_size
