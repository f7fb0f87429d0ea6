"""The embedded store: ArcadeDB in a child process, which answers Bolt on this machine alone."""

import contextlib
import os
import secrets
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import neo4j
import psutil
from neo4j.exceptions import DriverError, Neo4jError

from graph.store import engine, process
from graph.store.address import Address
from graph.store.directory import prepare
from graph.store.engine import Launch
from graph.store.lock import Holder, Lock
from graph.store.memory import chosen_heap_mb
from graph.store.private import read_json, write_json
from graph.store.process import Child
from schema.errors import StoreUnreachable
from schema.text import Text

RECORD, LOCK = "address.json", "owner.lock"
JOIN_S = 10.0  # for an owner that has written down where it answers, to answer there

_NO_ANSWER = Text(
    "Der Speicher „{p}“ wird von Prozess {pid} benutzt, und dieser antwortet nicht.",
    "The store “{p}” is in use by process {pid}, and that does not answer.",
)
_END_OWNER = Text(
    "Warten Sie, bis er fertig ist, oder beenden Sie Prozess {pid} und versuchen Sie es noch einmal.",
    "Wait for it to finish, or end process {pid} and try again.",
)
_OWNER_LEFT = Text(
    "Der Prozess, der den Speicher „{p}“ bediente, ist nicht mehr da.",
    "The process that served the store “{p}” is gone.",
)
_AGAIN = Text(
    "Führen Sie den Befehl noch einmal aus; was gespeichert war, ist erhalten.",
    "Run the command again; what was stored is safe.",
)


@dataclass(frozen=True, slots=True)
class _Record:
    """What the owner writes down for processes of the same user, in a file that only they can read."""

    address: Address
    owner: Holder
    server: Holder
    settings: dict[str, Any]
    alarms_from: int

    @classmethod
    def read(cls, path: Path) -> "_Record | None":
        found = read_json(path)
        try:
            if found is None:
                return None
            address, owner, server = Address(**found["address"]), Holder(**found["owner"]), Holder(**found["server"])
            return cls(address, owner, server, dict(found["settings"]), int(found["alarms_from"]))
        except (KeyError, TypeError, ValueError):  # written by another version
            return None


class EmbeddedServer:
    """The server of one store directory: started by us, or joined where a process of the same user serves it already.

    Safe to use from several threads. Not to be carried into a forked process.
    """

    def __init__(self, directory: Path, *, heap_mb: int | None = None, command_timeout_s: float = 60) -> None:
        """Name the directory; nothing is touched before `start`. A joined server keeps the limits of its owner."""
        self.directory = directory.expanduser().absolute()
        self._heap_mb = heap_mb
        self._timeout_ms = max(1, round(command_timeout_s * 1000))
        self._passwords = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        self._mutex = threading.RLock()
        self._lock = Lock(self.directory / LOCK)
        self._child: Child | None = None
        self._joined: psutil.Process | None = None
        self._record: _Record | None = None

    @property
    def owner(self) -> bool:
        """Whether the server is ours; False where we joined one."""
        return self._child is not None

    @property
    def settings(self) -> dict[str, Any]:
        """The settings in force, as read back from the running server; empty before the start."""
        return dict(self._record.settings) if self._record else {}

    def start(self) -> Address:
        """Start the server, or join the one that already serves this directory.

        Raises InputError or StoreError if the directory is not fit, StoreUnreachable if its owner does not answer.
        """
        with self._mutex:
            if self._record is not None and self.alive():
                return self._record.address
            self.stop()
            prepare(self.directory)
            return self._own_or_join()

    def stop(self) -> None:
        """End the server cleanly; if it was joined or is not running, only forget it."""
        with self._mutex:
            if self._child is not None:
                (self.directory / RECORD).unlink(missing_ok=True)
                self._child.end()
            self._child = self._joined = self._record = None
            self._lock.release()

    def alive(self) -> bool:
        """Tell whether the process that serves still runs."""
        child, joined = self._child, self._joined
        if child is not None:
            return child.alive()
        with contextlib.suppress(psutil.Error):
            return joined is not None and joined.is_running() and joined.status() != psutil.STATUS_ZOMBIE
        return False

    def ensure_alive(self) -> None:
        """Raise StoreUnreachable, in clear words, if the serving process is gone."""
        if not self.alive():
            raise StoreUnreachable(_OWNER_LEFT.format(p=self.directory), _AGAIN)

    def restart(self, *, force: bool = False) -> Address:
        """Start again after the child died; a joiner whose owner left becomes the owner, or joins the next one.

        The address of a server that answers is given back as it is, so several callers may ask at once. `force` ends
        our own child first, however busy it is. Passwords stay the same, and so does the port if it is still free.
        """
        with self._mutex:
            if self._child is None or self._record is None:
                return self.start()
            if not force and _answers(self._record.address):
                return self._record.address
            self._child.kill()
            return self._launch()

    def alarms(self) -> list[str]:
        """List the SEVERE lines that the engine wrote since it was started, oldest first."""
        with contextlib.suppress(FileNotFoundError):
            written = (self.directory / engine.ALARMS).read_bytes()
            begin = self._record.alarms_from if self._record else 0
            fresh = written[begin:] if begin <= len(written) else written  # begun anew at its size limit
            return [line for line in fresh.decode("utf-8", "replace").splitlines() if " SEVERE " in line]
        return []

    def _own_or_join(self) -> Address:
        """Wait for an owner that is starting as long as a start may take; for one that has started, only briefly."""
        written, since = False, time.monotonic()
        while time.monotonic() < since + (JOIN_S if written else process.START_S):
            address = self._launch() if self._lock.acquire() else self._join()
            if address is not None:
                return address
            if written != (self.directory / RECORD).exists():
                written, since = not written, time.monotonic()
            time.sleep(0.05)
        pid = holder.pid if (holder := self._lock.holder()) else "?"
        raise StoreUnreachable(_NO_ANSWER.format(p=self.directory, pid=pid), _END_OWNER.format(pid=pid))

    def _launch(self) -> Address:
        """Start the child; the lock is ours."""
        try:
            (self.directory / RECORD).unlink(missing_ok=True)
            alarms = self.directory / engine.ALARMS
            size = alarms.stat().st_size if alarms.exists() else 0
            alarms_from = self._record.alarms_from if self._record else size
            self._child = Child(self._launch_settings())
            answer = self._child.answer
            address = self._address_at(answer["port"])
            me, server = Holder.of(os.getpid()), Holder.of(self._child.pid)
            self._record = _Record(address, me, server, answer["settings"], alarms_from)
            write_json(self.directory / RECORD, asdict(self._record))
        except BaseException:
            self.stop()
            raise
        return address

    def _launch_settings(self) -> Launch:
        port = int(self._record.address.url.rsplit(":", 1)[1]) if self._record else 0
        heap = chosen_heap_mb(self._heap_mb)
        return Launch(str(self.directory), heap, self._timeout_ms, port, *self._passwords)

    def _address_at(self, port: int) -> Address:
        """By number, not by name: `localhost` may mean another listener's ::1, which would get our password."""
        writer, reader = self._passwords
        return Address(f"bolt://127.0.0.1:{port}", engine.WRITER, writer, engine.READER, reader, engine.DATABASE)

    def _join(self) -> Address | None:
        """Give the address that the owner wrote down if it answers there, else None."""
        record = _Record.read(self.directory / RECORD)
        if record is None or record.owner != self._lock.holder() or not record.server.alive():
            return None
        if not _answers(record.address):
            return None
        with contextlib.suppress(psutil.NoSuchProcess):
            self._joined, self._record = psutil.Process(record.server.pid), record
            return record.address
        return None


def _answers(address: Address) -> bool:
    try:
        with neo4j.GraphDatabase.driver(
            address.url,
            auth=(address.user, address.password),
            connection_timeout=JOIN_S / 2,
            connection_acquisition_timeout=JOIN_S,
        ) as driver:
            driver.verify_connectivity()
    except (DriverError, Neo4jError, OSError):
        return False
    return True
