"""Stopping an import between two steps, and by what it is known again: what was said, and the files as they lie."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from types import FrameType

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


@contextmanager
def between_steps() -> Iterator[Callable[[], None]]:
    """Let Ctrl+C wait for the end of a step: what is given raises KeyboardInterrupt where it was pressed meanwhile.

    In the middle of a step it would tear the talk with the server, and nothing could go on from there. Pressed twice,
    it does not wait. Only the main thread hears of it at all.
    """
    asked = False

    def note(_: int, __: FrameType | None) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    def step() -> None:
        if asked:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield step
        return
    before = signal.signal(signal.SIGINT, note)
    try:
        yield step
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)


def _files(source: Source) -> Iterator[Path]:
    if source.directory is None:
        yield from sorted(
            path for path in source.path.absolute().parent.glob(f"*{source.path.suffix}") if path.is_file()
        )
        return
    for folder, folders, names in os.walk(source.directory):
        folders.sort()
        yield from (Path(folder) / name for name in sorted(names) if (Path(folder) / name).is_file())
