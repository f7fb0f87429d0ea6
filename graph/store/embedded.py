"""The embedded store: ArcadeDB in a child process, which answers Bolt on this machine alone."""

import contextlib
import json
import os
import secrets
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graph.store import engine
from graph.store.address import Address
from graph.store.directory import prepare
from graph.store.engine import Launch
from graph.store.lock import Holder, Lock
from graph.store.memory import heap_mb
from graph.store.private import open_private, read_json, write_json
from schema.errors import StoreError, StoreUnreachable
from schema.text import Text

ADDRESS, LOCK = "address.json", "owner.lock"
START_S, STOP_S, JOIN_S = 90.0, 30.0, 30.0
_ERRORS_KEPT = 1 << 20
_ROOMS = Path(__file__).parents[2]

_NO_ANSWER = Text(
    "Der Speicher „{p}“ wird von Prozess {pid} benutzt, und dieser antwortet nicht.",
    "The store “{p}” is in use by process {pid}, and that does not answer.",
)
_END_OWNER = Text(
    "Warten Sie, bis er fertig ist, oder beenden Sie Prozess {pid} und versuchen Sie es noch einmal.",
    "Wait for it to finish, or end process {pid} and try again.",
)
_NO_START = Text("Der Speicher „{p}“ ließ sich nicht starten: {why}", "The store “{p}” could not be started: {why}")
_LOOK = Text("Einzelheiten stehen in „{f}“; „fahrstuhl doctor“ prüft.", "See “{f}”; “fahrstuhl doctor” checks.")
_OWNER_LEFT = Text(
    "Der Prozess, der den Speicher „{p}“ bediente, ist nicht mehr da.",
    "The process that served the store “{p}” is gone.",
)
_AGAIN = Text(
    "Führen Sie den Befehl noch einmal aus; Gespeichertes ist erhalten.",
    "Run the command again; what was stored is safe.",
)


class EmbeddedServer:
    """The server of one store directory: started by us, or joined where a process of the same user serves it already.

    Safe to use from several threads. Not to be carried into a forked process.
    """

    def __init__(self, directory: Path, *, heap_mb: int | None = None, command_timeout_s: float = 60) -> None:
        """Name the directory; nothing is touched before `start`."""
        self.directory = directory.expanduser().absolute()
        self._heap_mb = heap_mb
        self._timeout_ms = max(1, round(command_timeout_s * 1000))
        self._lock = Lock(self.directory / LOCK)
        self._mutex = threading.RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._address: Address | None = None
        self._server: Holder | None = None
        self._settings: dict[str, Any] = {}
        self._alarms_from = 0
        self._passwords = secrets.token_urlsafe(24), secrets.token_urlsafe(24)

    @property
    def owner(self) -> bool:
        """Whether the server is ours; False where we joined one."""
        return self._process is not None

    @property
    def settings(self) -> dict[str, Any]:
        """The settings in force, as read back from the running server."""
        return dict(self._settings)

    def start(self) -> Address:
        """Start the server, or join the one that already serves this directory.

        Raises InputError or StoreError if the directory is not fit, StoreUnreachable if its owner does not answer.
        """
        with self._mutex:
            if self._address is not None and self.alive():
                return self._address
            self._forget()
            prepare(self.directory)
            until = time.monotonic() + JOIN_S
            while time.monotonic() < until:
                address = self._own() if self._lock.acquire() else self._join()
                if address is not None:
                    return address
                time.sleep(0.05)
            pid = holder.pid if (holder := self._lock.holder()) else "?"
            raise StoreUnreachable(_NO_ANSWER.format(p=self.directory, pid=pid), _END_OWNER.format(pid=pid))

    def stop(self) -> None:
        """End the server cleanly; without effect if it was joined or is not running."""
        with self._mutex:
            self._forget()

    def alive(self) -> bool:
        """Tell whether the process that serves still runs."""
        if self._process is not None:
            return self._process.poll() is None
        return self._server is not None and self._server.alive()

    def ensure_alive(self) -> None:
        """Raise StoreUnreachable, in clear words, if the serving process is gone."""
        if not self.alive():
            raise StoreUnreachable(_OWNER_LEFT.format(p=self.directory), _AGAIN)

    def restart(self, *, force: bool = False) -> Address:
        """Start again after the child died; a joiner whose owner left becomes the owner.

        If the server is alive, its address is given back untouched, so several callers may ask at once. `force` ends
        our own child first, however busy it is. Port and passwords stay the same where they can.
        """
        with self._mutex:
            if self._process is not None and (force or not self.alive()):
                self._process.kill()
                self._reap()
                return self._launch()
            return self.start()

    def alarms(self) -> list[str]:
        """List the SEVERE lines that the engine wrote since it was started, oldest first."""
        with contextlib.suppress(FileNotFoundError):
            written = (self.directory / engine.ALARMS).read_bytes()
            fresh = written[self._alarms_from if self._alarms_from <= len(written) else 0 :]
            return [line for line in fresh.decode("utf-8", "replace").splitlines() if " SEVERE " in line]
        return []

    def _own(self) -> Address:
        self._alarms_from = _size(self.directory / engine.ALARMS)
        try:
            return self._launch()
        except BaseException:
            self._reap(kill=True)
            self._lock.release()
            raise

    def _launch(self) -> Address:
        (self.directory / ADDRESS).unlink(missing_ok=True)
        self._process = _spawn(self.directory)
        answer = self._tell(self._process)
        self._settings, self._server = answer["settings"], Holder.of(self._process.pid)
        self._address = self._address_at(answer["port"])
        record = {
            "address": self._address.as_dict(),
            "owner": asdict(Holder.of(os.getpid())),
            "server": asdict(self._server),
            "settings": self._settings,
            "alarms_from": self._alarms_from,
        }
        write_json(self.directory / ADDRESS, record)
        return self._address

    def _tell(self, process: subprocess.Popen[bytes]) -> dict[str, Any]:
        """Say to the child what to start and hear where it answers."""
        assert process.stdin is not None and process.stdout is not None
        overdue = threading.Timer(START_S, process.kill)
        overdue.daemon = True
        overdue.start()
        try:
            process.stdin.write(json.dumps(asdict(self._launch_settings())).encode() + b"\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
        except (OSError, ValueError) as error:
            process.kill()
            process.wait()
            errors = self.directory / engine.ERRORS
            raise StoreError(
                _NO_START.format(p=self.directory, why=_last_line(errors)), _LOOK.format(f=errors)
            ) from error
        finally:
            overdue.cancel()
        return dict(answer)

    def _launch_settings(self) -> Launch:
        me = Holder.of(os.getpid())
        port = int(self._address.url.rsplit(":", 1)[1]) if self._address else 0
        return Launch(
            str(self.directory), heap_mb(self._heap_mb), self._timeout_ms, port, *self._passwords, me.pid, me.started
        )

    def _address_at(self, port: int) -> Address:
        """By number, not by name: `localhost` may mean another listener's ::1, which would get our password."""
        password, reader_password = self._passwords
        return Address(
            f"bolt://127.0.0.1:{port}", engine.WRITER, password, engine.READER, reader_password, engine.DATABASE
        )

    def _join(self) -> Address | None:
        """Give the address that the owner wrote down if it answers there, else None."""
        record = read_json(self.directory / ADDRESS)
        try:
            if record is None or Holder(**record["owner"]) != self._lock.holder():
                return None
            address, server = Address(**record["address"]), Holder(**record["server"])
            if not _answers(address):
                return None
            self._settings, self._alarms_from = dict(record["settings"]), int(record["alarms_from"])
        except (KeyError, TypeError, ValueError):  # written by another version
            return None
        self._address, self._server = address, server
        return address

    def _forget(self) -> None:
        if self._process is not None:
            (self.directory / ADDRESS).unlink(missing_ok=True)
            self._reap()
            self._lock.release()
        self._address = self._server = None

    def _reap(self, *, kill: bool = False) -> None:
        """Close the pipe, which tells the child to end, and wait for that."""
        if (process := self._process) is None:
            return
        self._process = None
        if kill:
            process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        try:
            process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _spawn(directory: Path) -> subprocess.Popen[bytes]:
    """Start the child away from our terminal: Ctrl+C is ours to handle."""
    errors = directory / engine.ERRORS
    flags = os.O_WRONLY | (os.O_TRUNC if _size(errors) > _ERRORS_KEPT else os.O_APPEND)
    windows = (
        {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
        if sys.platform == "win32"
        else {}
    )
    with os.fdopen(open_private(errors, flags), "wb") as stderr:
        return subprocess.Popen(  # noqa: S603  (our own module, no word of the user's)
            [sys.executable, "-P", "-m", "graph.store.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            cwd=directory,
            env=_environment(),
            start_new_session=True,
            **windows,
        )


def _environment() -> dict[str, str]:
    """Our environment with the way to the rooms and without what would change the Java machine behind our back."""
    foreign = ("ARCADEDB", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS")
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(foreign)}
    paths = [str(_ROOMS), *filter(None, [kept.get("PYTHONPATH")])]
    return kept | {"PYTHONPATH": os.pathsep.join(paths)}


def _answers(address: Address) -> bool:
    try:
        with neo4j.GraphDatabase.driver(
            address.url, auth=(address.user, address.password), connection_timeout=5
        ) as driver:
            driver.execute_query("RETURN 1", database_=address.database)
    except (DriverError, Neo4jError, OSError):
        return False
    return True


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _last_line(path: Path) -> str:
    lines = path.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "?"
