"""The child process of the embedded store, seen from its parent: begun, told what to do, ended."""

import contextlib
import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

from graph.store import engine
from graph.store.engine import Launch
from graph.store.private import open_private
from schema.errors import StoreError
from schema.text import Text

START_S, STOP_S = 90.0, 30.0
_ERRORS_KEPT = 1 << 20
_TOLD = 300  # characters of the engine's own words
_ROOMS = Path(__file__).parents[2]
_NOISE = "WARNING: Using incubator modules"

_NO_START = Text("Der Speicher „{p}“ ließ sich nicht starten: {why}", "The store “{p}” could not be started: {why}")
_LOOK = Text("Einzelheiten stehen in „{f}“; „fahrstuhl doctor“ prüft.", "See “{f}”; “fahrstuhl doctor” checks.")


class Child:
    """A running child; `answer` holds what it said at its start: port and settings in force."""

    def __init__(self, launch: Launch) -> None:
        """Start it and wait for its answer; StoreError, with its last words, if none comes."""
        self._process = _spawn(launch.folder)
        try:
            self.answer = self._tell(launch)
        except (OSError, ValueError) as error:
            self.kill()
            errors = launch.folder / engine.ERRORS
            text = _NO_START.format(p=launch.folder, why=_last_line(errors))
            raise StoreError(text, _LOOK.format(f=errors)) from error
        except BaseException:
            self.kill()
            raise

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def alive(self) -> bool:
        """Tell whether it runs."""
        return self._process.poll() is None

    def end(self) -> None:
        """Close its standard input, which tells it to end, and wait; kill it if it takes too long."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def kill(self) -> None:
        """End it at once, however busy it is; what was committed is safe."""
        self._process.kill()
        self.end()

    def _tell(self, launch: Launch) -> dict[str, Any]:
        overdue = threading.Timer(START_S, self._process.kill)
        overdue.daemon = True
        overdue.start()
        try:
            if self._process.stdin is not None:
                self._process.stdin.write(json.dumps(asdict(launch)).encode() + b"\n")
                self._process.stdin.flush()
            said = self._process.stdout.readline() if self._process.stdout is not None else b""
            return dict(json.loads(said))
        finally:
            overdue.cancel()


def _spawn(directory: Path) -> subprocess.Popen[bytes]:
    """Begin the child away from our terminal: Ctrl+C is ours to handle. No secret stands in its command line."""
    errors = directory / engine.ERRORS
    full = errors.exists() and errors.stat().st_size > _ERRORS_KEPT
    flags = os.O_WRONLY | (os.O_TRUNC if full else os.O_APPEND)
    with os.fdopen(open_private(errors, flags), "wb") as stderr:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "graph.store.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            cwd=directory,
            env=_environment(),
            start_new_session=True,
            creationflags=_windows_flags(),
        )


def _windows_flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    return 0


def _environment() -> dict[str, str]:
    """Our environment with the way to the rooms and without what would change the Java machine behind our back."""
    foreign = ("ARCADEDB", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS")
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(foreign)}
    paths = [str(_ROOMS), *filter(None, [kept.get("PYTHONPATH")])]
    return kept | {"PYTHONPATH": os.pathsep.join(paths)}


def _last_line(path: Path) -> str:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    told = [line for line in lines if line.strip() and not line.startswith(_NOISE)]
    return told[-1][:_TOLD] if told else "?"
