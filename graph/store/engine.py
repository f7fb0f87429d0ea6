"""How the embedded server is set up: the settings of its Java machine, of the server, and its small files.

Each setting answers something that was seen to go wrong; `docs/decisions` and the tests tell what.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from schema.catalogue import NODE_TYPES, RECORD_LABEL, TIE_TYPES

DATABASE = "fahrstuhl"
WRITER, READER = "root", "reader"
WAL_FLUSH = 2  # every commit is forced to the disk
MESSAGE_BYTES = 64 << 20  # a message above the limit hangs the driver
ALARMS, ERRORS, CRASHES = "alarms.log", "child.err", "jvm-crash.log"
_ALARM_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Launch:
    """What the parent tells the child through its standard input, as one line of JSON."""

    directory: str
    heap_mb: int
    command_timeout_ms: int
    port: int
    password: str = field(repr=False)
    reader_password: str = field(repr=False)

    @property
    def folder(self) -> Path:
        """The store directory."""
        return Path(self.directory)

    @property
    def root(self) -> Path:
        """The part of the store directory that belongs to the engine."""
        return self.folder / "arcadedb"


def java_options(launch: Launch) -> list[str]:
    """List the options of the Java machine; its heap is given apart."""
    return [
        "-Xrs",  # signals are ours: else SIGTERM ends in a segmentation fault
        "-XX:+ExitOnOutOfMemoryError",  # else the server lives on half dead
        "-XX:-UsePerfData",  # it would lie in a folder that everybody may read
        "-Djava.net.preferIPv4Stack=true",
        "-Duser.timezone=UTC",  # as Neo4j's
        f"-Darcadedb.txWalFlush={WAL_FLUSH}",
        f"-Darcadedb.maxPageRAM={launch.heap_mb // 4}",  # the cache of pages, within the heap
        f"-Darcadedb.command.timeout={launch.command_timeout_ms}",
        f"-Darcadedb.server.logsDirectory={launch.root / 'log'}",
        f"-Djava.util.logging.config.file={launch.root / 'logging.properties'}",
    ]


def server_settings(launch: Launch) -> dict[str, Any]:
    """Give the server's settings: Bolt alone, on the loopback address alone; port 0 lets the system choose."""
    return {
        "mode": "production",
        "host": "localhost",
        "http_port": 0,
        "bolt_port": launch.port,
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_maxMessageSize": MESSAGE_BYTES,
        "bolt_packstream_maxValueLength": MESSAGE_BYTES,
    }


def write_files(launch: Launch) -> None:
    """Write what the engine reads at its start: who may do what, and that it logs nothing but SEVERE lines.

    The accounts of the last run go: each run has passwords of its own.
    """
    config = launch.root / "config"
    config.mkdir(parents=True, exist_ok=True)
    (config / "server-groups.json").write_text(json.dumps(_groups()), encoding="utf-8")
    (config / "server-users.jsonl").unlink(missing_ok=True)
    (launch.root / "logging.properties").write_text(_logging(launch.folder / ALARMS), encoding="ascii")


def _groups() -> dict[str, Any]:
    everything = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
    groups = {
        "admin": _group(["updateSecurity", "updateSchema", "updateDatabaseSettings"], everything),
        "reader": _group([], []) | {"types": _readable()},
        "*": _group([], []),
    }
    return {"databases": {"*": {"groups": groups}}, "version": 2}


def _readable() -> dict[str, Any]:
    """Let a reader see the types of the schema; the history and whatever else a store keeps is not for free queries.

    A node with two labels is of a type of its own, named after both.
    """
    both = ("~".join(sorted((RECORD_LABEL, name))) for name in NODE_TYPES)
    seen = {name: {"access": ["readRecord"]} for name in (RECORD_LABEL, *NODE_TYPES, *both, *TIE_TYPES)}
    return {"*": {"access": []}, **seen}


def _group(database: list[str], records: list[str]) -> dict[str, Any]:
    return {"resultSetLimit": -1, "readTimeout": -1, "access": database, "types": {"*": {"access": records}}}


def _logging(alarms: Path) -> str:
    pattern = _property(str(alarms).replace("%", "%%"))
    handler = "java.util.logging.FileHandler"
    return "\n".join(
        [
            f"handlers={handler}",
            ".level=SEVERE",
            f"{handler}.level=SEVERE",
            f"{handler}.pattern={pattern}",
            f"{handler}.append=true",
            f"{handler}.limit={_ALARM_BYTES}",
            f"{handler}.encoding=UTF-8",
            f"{handler}.formatter=java.util.logging.SimpleFormatter",
            "java.util.logging.SimpleFormatter.format=%1$tFT%1$tT%1$tz SEVERE %5$s%6$s%n",
            "",
        ]
    )


def _property(text: str) -> str:
    """Write a value so that a Java properties file gives it back: backslashes and all beyond ASCII escaped."""
    doubled = text.replace("\\", "\\\\").encode("utf-16-be")
    units = [int.from_bytes(doubled[i : i + 2], "big") for i in range(0, len(doubled), 2)]
    return "".join(chr(unit) if unit < 128 else f"\\u{unit:04x}" for unit in units)
