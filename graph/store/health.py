"""Is the store safe and in order? What `fahrstuhl doctor` asks, and what to do about each answer."""

import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from graph.store.connection import Connection
from graph.store.embedded import EmbeddedServer
from schema.text import Text, verbatim


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: how it stands, what was found, and what to do where it is not well."""

    name: Text
    state: State
    found: Text
    advice: Text | None = None


LEAST_FREE_MB = 500
OLDEST_NEO4J = (5, 26)
# What a Neo4j has to say to these settings, why, and how bad it is if it does not; the lines are in docker/neo4j.conf.
NEO4J_SETTINGS: dict[str, tuple[str, State, Text]] = {
    "dbms.security.auth_enabled": ("true", State.BAD, Text("Anmeldung verlangen", "ask for a password")),
    "dbms.security.allow_csv_import_from_file_urls": (
        "false",
        State.BAD,
        Text("LOAD CSV darf keine Dateien des Servers lesen", "LOAD CSV must not read the server's files"),
    ),
    "dbms.usage_report.enabled": (
        "false",
        State.WARNING,
        Text("nichts nach außen melden", "report nothing to anybody"),
    ),
}


def checks(connection: Connection) -> Iterator[Check]:
    """Look at whichever server is behind a connection."""
    return embedded_checks(connection.server) if connection.server else neo4j_checks(connection)


def embedded_checks(server: EmbeddedServer) -> Iterator[Check]:
    """Look at the directory and the effective settings of an embedded store."""
    folder = server.directory
    yield _private(folder)
    yield _room(folder)
    flush = server.settings.get("txWalFlush")
    yield Check(
        Text("Schreiben auf die Platte", "writing to disk"),
        State.OK if str(flush) == "2" else State.BAD,
        Text("jeder Abschluss wird erzwungen (txWalFlush={f})", "each commit is forced (txWalFlush={f})").format(
            f=flush
        ),
        Text("Den Speicher neu starten.", "Restart the store."),
    )
    alarms = server.alarms()
    yield Check(
        Text("Alarme des Speichers", "alarms of the store"),
        State.BAD if alarms else State.OK,
        verbatim(alarms[-1]) if alarms else Text("keine", "none"),
        Text("Den Ordner sichern und den Fehler melden.", "Back the folder up and report the fault."),
    )


def neo4j_checks(connection: Connection) -> Iterator[Check]:
    """Look at the version, the settings and the transport of a Neo4j server."""
    component = connection.read(lambda run: run("CALL dbms.components() YIELD name, versions, edition"))[0]
    yield _version(component)
    rows = connection.read(lambda run: run("SHOW SETTINGS YIELD name, value RETURN name, value"))
    settings = {row["name"]: row["value"] for row in rows}
    for name, (wanted, state, why) in NEO4J_SETTINGS.items():
        yield _setting(name, settings.get(name), wanted, state, why)
    yield _timeout(settings.get("db.transaction.timeout", "0s"))
    yield _transport(connection.address.url)


def _private(folder: Path) -> Check:
    mode = stat.S_IMODE(folder.stat().st_mode)
    closed = os.name == "nt" or not mode & 0o077
    return Check(
        Text("Ordner des Speichers", "folder of the store"),
        State.OK if closed else State.BAD,
        verbatim(f"{folder} ({mode:o})"),
        Text("chmod 700 „{f}“: andere können mitlesen.", "chmod 700 “{f}”: others can read it.").format(f=folder),
    )


def _room(folder: Path) -> Check:
    free = shutil.disk_usage(folder).free // 2**20
    return Check(
        Text("freier Platz", "free space"),
        State.OK if free >= LEAST_FREE_MB else State.WARNING,
        verbatim(f"{free} MB"),
        Text("Platz schaffen, bevor größere Quellen eingelesen werden.", "Make room before reading large sources."),
    )


def _version(component: dict[str, Any]) -> Check:
    version = component["versions"][0]
    known = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
    return Check(
        Text("Neo4j", "Neo4j"),
        State.OK if known >= OLDEST_NEO4J else State.BAD,
        verbatim(f"{version} {component['edition']}"),
        Text("Neo4j 5.26 LTS oder später einsetzen.", "Use Neo4j 5.26 LTS or later."),
    )


def _setting(name: str, value: str | None, wanted: str, state: State, why: Text) -> Check:
    return Check(
        verbatim(name),
        State.OK if value == wanted else state,
        verbatim(str(value)),
        Text("{n}={w} in neo4j.conf: {why}", "{n}={w} in neo4j.conf: {why}").format(n=name, w=wanted, why=why),
    )


def _timeout(value: str) -> Check:
    return Check(
        verbatim("db.transaction.timeout"),
        State.WARNING if value in ("0s", "0", "0ms") else State.OK,
        verbatim(value),
        Text(
            "db.transaction.timeout=120s in neo4j.conf: sonst endet keine Abfrage von selbst.",
            "db.transaction.timeout=120s in neo4j.conf: else no query ends by itself.",
        ),
    )


def _transport(url: str) -> Check:
    scheme, _, rest = url.partition("://")
    host = rest.rsplit(":", 1)[0].strip("[]")
    near = host in ("localhost", "127.0.0.1", "::1")
    safe = near or scheme.endswith("+s")
    return Check(
        Text("Verschlüsselung zum Server", "encryption to the server"),
        State.OK if safe else State.WARNING,
        verbatim(url),
        Text(
            "Für einen anderen Rechner neo4j+s:// oder bolt+s:// verwenden.",
            "For another machine use neo4j+s:// or bolt+s://.",
        ),
    )
