"""A lock on a directory that cannot outlive its holder.

The operating system holds it (`flock`, on Windows a locked byte), so it falls with the process, however that ends, and
of two starters at the same moment exactly one gets it. The file also names the holder by process number and start
time: for the message to the one who comes too late, and as a second wall where a shared folder ignores locks.
"""

import errno
import os
import sys
import weakref
from dataclasses import dataclass
from pathlib import Path

import psutil

from graph.store.private import open_private, read_json
from schema.errors import StoreError
from schema.text import Text

_HELD = {errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK, errno.EDEADLK}
_SAME_START_S = 2.0  # the start time is computed from a clock that may be corrected meanwhile


@dataclass(frozen=True, slots=True)
class Holder:
    """A process, told apart from a later one with the same number by its start time (seconds since 1970)."""

    pid: int
    started: float

    @classmethod
    def of(cls, pid: int) -> "Holder":
        """Describe a running process."""
        return cls(pid, psutil.Process(pid).create_time())

    def alive(self) -> bool:
        """Tell whether this very process still runs."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.started) < _SAME_START_S
            return same and process.status() != psutil.STATUS_ZOMBIE
        except psutil.Error:
            return False


class Lock:
    """One lock file; `acquire` never waits."""

    def __init__(self, path: Path) -> None:
        """Name the lock file; nothing is opened yet."""
        self.path = path
        self._file: int | None = None
        _known.add(self)

    def acquire(self) -> bool:
        """Take the lock; False if another holds it, in this process or in any other."""
        if self._file is not None:
            return False
        file = open_private(self.path, os.O_RDWR)
        if not _try_lock(file):
            os.close(file)
            return False
        named = self.holder()
        if named is not None and named.alive():  # this file system grants locks to everybody
            os.close(file)
            return False
        self._file = file
        self._write(f'{{"pid": {os.getpid()}, "started": {Holder.of(os.getpid()).started}}}')
        return True

    def release(self) -> None:
        """Give the lock back; without effect if it is not held."""
        if self._file is not None:
            self._write("")
            os.close(self._file)
            self._file = None

    def holder(self) -> Holder | None:
        """Read who took the lock last and did not give it back."""
        found = read_json(self.path)
        try:
            return Holder(int(found["pid"]), float(found["started"])) if found else None
        except (KeyError, TypeError, ValueError):
            return None

    def _close_in_fork(self) -> None:
        """A forked process must not hold the lock of a parent that has died."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _write(self, text: str) -> None:
        if self._file is not None:
            os.ftruncate(self._file, 0)
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, text.encode())


_known: weakref.WeakSet[Lock] = weakref.WeakSet()


def _close_all_in_fork() -> None:
    for lock in _known:
        lock._close_in_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_close_all_in_fork)

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # a locked byte cannot be read by others; the name of the holder must be

    def _lock_file(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock_file(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _try_lock(file: int) -> bool:
    try:
        _lock_file(file)
    except OSError as error:
        if error.errno in _HELD:
            return False
        os.close(file)
        raise StoreError(
            Text(
                "Dieses Dateisystem kann keine Dateien sperren ({why}).", "This file system cannot lock files ({why})."
            ).format(why=error.strerror),
            Text("Legen Sie den Speicher auf eine lokale Festplatte.", "Put the store on a local disk."),
        ) from error
    return True
