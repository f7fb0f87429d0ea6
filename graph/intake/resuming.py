"""By what an interrupted import is known again: what was said of the source, and the files as they lie on disk."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from graph.intake.reader import Manner, Reader
from graph.intake.sources import Endpoint, Source


def known_again(source: Source, reader: Reader, manner: Manner) -> str | None:
    """Give what is the same only for the same import of the same files; None for an address, which may answer anew.

    Files count as the same by name, size and time of change. Of a single file those of its kind beside it count too,
    for a reader may look at them.
    """
    if isinstance(source, Endpoint):
        return None
    told = sha256(repr((reader.name, source.name, manner)).encode())
    for path in _files(source):
        about = path.stat()
        told.update(repr((path.name, about.st_size, about.st_mtime_ns)).encode())
    return told.hexdigest()


def _files(source: Source) -> Iterator[Path]:
    if source.directory is None:
        yield from sorted(
            path for path in source.path.absolute().parent.glob(f"*{source.path.suffix}") if path.is_file()
        )
        return
    for folder, folders, names in os.walk(source.directory):
        folders.sort()
        yield from (Path(folder) / name for name in sorted(names) if (Path(folder) / name).is_file())
