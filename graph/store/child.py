"""The program that runs the embedded server, in a process of its own: `python -m graph.store.child`.

It reads one line of JSON (`Launch`) from its standard input, answers with one line (`{"port": …}`), and ends when its
standard input ends, when its parent is gone, or on SIGTERM. A Java machine inside the caller's process would take its
signals, its standard error and, out of memory, the whole process.
"""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.store import engine
from graph.store.engine import Launch
from graph.store.lock import Lock

_PATIENCE_S = 20.0  # for the last child to end, and for this one's own ending


def main() -> None:
    """Serve until told to stop."""
    os.umask(0o077)
    answers = _take_standard_output()
    ending, parent = threading.Event(), os.getppid()
    _end_on_signal(ending)
    lifeline = _Lines(0)
    launch = Launch(**json.loads(lifeline.line()))
    threading.Thread(target=lifeline.wait_for_end, args=[ending], daemon=True).start()
    lock = _own(launch.folder / "server.lock")
    stop, answer = serve(launch)
    os.write(answers, json.dumps(answer).encode() + b"\n")
    os.close(answers)
    _wait(ending, parent)
    _end(stop, lock)


def serve(launch: Launch) -> tuple[Callable[[], None], dict[str, Any]]:
    """Start the server; gives what stops it, and what to tell the parent: port and settings in force."""
    engine.write_files(launch)
    os.environ["ARCADEDB_JVM_ERROR_FILE"] = str(launch.folder / engine.CRASHES)
    import arcadedb_embedded  # here, for the parent and the tests need no Java
    from arcadedb_embedded.jvm import start_jvm

    start_jvm(heap_size=f"{launch.heap_mb}m", jvm_args=engine.java_options(launch), interrupt=False)
    server = arcadedb_embedded.create_server(str(launch.root), launch.password, engine.server_settings(launch))
    server.start()
    java_server = server._java_server  # the wrapper has no way to the parts needed here
    java_server.getHttpServer().stopService()
    _stop_other_plugins(java_server)
    server.create_database(engine.DATABASE)
    _add_reader(java_server, launch.reader_password)
    return server.stop, {"port": _bolt(java_server).getPort(), "settings": _in_force(java_server)}


def _bolt(java_server: Any) -> Any:
    return next(plugin for plugin in java_server.getPlugins() if "Bolt" in str(plugin.getName()))


def _stop_other_plugins(java_server: Any) -> None:
    """The server adds a scheduler of backups and an interface for language models by itself."""
    for plugin in java_server.getPlugins():
        if "Bolt" not in str(plugin.getName()):
            plugin.stopService()


def _add_reader(java_server: Any, password: str) -> None:
    import jpype

    security = java_server.getSecurity()
    user = {
        "name": engine.READER,
        "password": str(security.encodePassword(password)),
        "databases": {engine.DATABASE: ["reader"]},
    }
    security.createUser(jpype.JClass("com.arcadedb.serializer.json.JSONObject")(json.dumps(user)))


def _in_force(java_server: Any) -> dict[str, Any]:
    """Read back the settings on which safety rests, from the open database and the running server."""
    import jpype

    names = jpype.JClass("com.arcadedb.GlobalConfiguration")
    database = java_server.getDatabase(engine.DATABASE).getConfiguration()
    return {
        "txWalFlush": int(database.getValueAsInteger(names.TX_WAL_FLUSH)),
        "command.timeout": int(database.getValueAsLong(names.COMMAND_TIMEOUT)),
        "bolt.maxMessageSize": int(java_server.getConfiguration().getValueAsInteger(names.BOLT_MAX_MESSAGE_SIZE)),
        "production": bool(java_server.isProductionMode()),
        "heap_mb": int(jpype.JClass("java.lang.Runtime").getRuntime().maxMemory()) >> 20,
    }


class _Lines:
    """A file descriptor read without a buffer in between: `sys.stdin` cannot be closed while a thread reads it."""

    def __init__(self, file: int) -> None:
        self.file = file

    def line(self) -> bytes:
        read = b""
        while not read.endswith(b"\n"):
            more = os.read(self.file, 1)
            if not more:
                os._exit(1)  # the parent left before it had said anything
            read += more
        return read

    def wait_for_end(self, ending: threading.Event) -> None:
        while os.read(self.file, 1024):
            continue
        ending.set()


def _take_standard_output() -> int:
    """Keep standard output for the one answer; whatever else writes there goes to standard error."""
    answers = os.dup(1)
    os.dup2(2, 1)
    return answers


def _end_on_signal(ending: threading.Event) -> None:
    signal.signal(signal.SIGTERM, lambda *_: ending.set())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which closes the pipe when it is done


def _own(path: Path) -> Lock:
    """Wait for the child of a parent that has just died to finish its ending."""
    lock = Lock(path)
    until = time.monotonic() + _PATIENCE_S
    while not lock.acquire():
        if time.monotonic() > until:
            sys.exit(f"process {lock.holder()} still serves this store")
        time.sleep(0.02)
    return lock


def _wait(ending: threading.Event, parent: int) -> None:
    """Wait for the end; the pipe alone may be held open by a process that the parent forked.

    On Windows, where the number never changes, nothing is forked.
    """
    while not ending.wait(timeout=1.0):
        if os.getppid() != parent:
            return


def _end(stop: Callable[[], None], lock: Lock) -> None:
    forced = threading.Timer(_PATIENCE_S, os._exit, [1])
    forced.daemon = True
    forced.start()
    try:
        stop()
    finally:
        lock.release()
        os._exit(0)  # with a client still connected the Java machine would never end


if __name__ == "__main__":
    main()
