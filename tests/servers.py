"""A real Neo4j for the tests: one given by the environment, else Docker Compose, else Maven's jars and Java.

One server serves a whole run: the first worker that needs it starts it, all others read where it answers, and the
process that began the run ends it. Its end is also noticed by the server's guard, however the run ends.
"""

import os
import secrets
import shutil
import signal
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import neo4j
import psutil
from neo4j.exceptions import ServiceUnavailable, TransientError

from graph.store.address import Address
from graph.store.lock import Lock
from graph.store.private import read_json, write_json
from tests.neo4j import compose, maven

GIVEN = "FAHRSTUHL_TEST_NEO4J"
RUN = "FAHRSTUHL_TEST_RUN"
_FIRST_PASSWORD = "neo4j"
_START_S = 180


@dataclass(frozen=True)
class Missing:
    """Why there is no Neo4j here."""

    reason: str


def begin_run() -> None:
    """Make the folder in which the workers of this run meet, and let them know it by the environment."""
    os.environ[RUN] = tempfile.mkdtemp(prefix="fahrstuhl-tests-")
    write_json(_run() / "owner.json", {"pid": os.getpid()})


def end_run() -> None:
    """End what the workers started."""
    started = read_json(_run() / "started.json") or {}
    if "guard" in started:
        os.kill(started["guard"], signal.SIGTERM)
    if "compose" in started:
        compose.down()
    shutil.rmtree(_run(), ignore_errors=True)
    del os.environ[RUN]


def neo4j_address() -> Address | Missing:
    """Give the address of this run's Neo4j; the first one to ask starts it."""
    lock = Lock(_run() / "start.lock")
    while not lock.acquire():
        time.sleep(0.1)
    try:
        found = read_json(_run() / "neo4j.json") or _found()
        write_json(_run() / "neo4j.json", found)
    finally:
        lock.release()
    return Missing(str(found["missing"])) if "missing" in found else Address(**found)


def _found() -> dict[str, str | None]:
    address = _choose()
    if isinstance(address, Missing):
        return {"missing": address.reason}
    return address.as_dict()


def _choose() -> Address | Missing:
    if given := os.environ.get(GIVEN):
        return _parsed(given)
    if not (no_docker := compose.missing()):
        port, password = compose.up(_run())
        write_json(_run() / "started.json", {"compose": True})
        return _ready(port, password)
    if not (no_maven := maven.missing()):
        port, guard = maven.start(_run() / "neo4j", int((read_json(_run() / "owner.json") or {})["pid"]))
        write_json(_run() / "started.json", {"guard": guard})
        return _ready(port, _new_password(port))
    return Missing(f"no Neo4j: {GIVEN} is not set, {no_docker}, {no_maven}")


def _parsed(url: str) -> Address:
    parts = urlsplit(url)
    user, password = unquote(parts.username or "neo4j"), unquote(parts.password or "")
    return Address(f"{parts.scheme}://{parts.hostname}:{parts.port or 7687}", user, password, user, password, None)


def _new_password(port: int) -> str:
    """Change the password that the server is born with."""
    password = secrets.token_urlsafe(16)
    born = Address(f"bolt://127.0.0.1:{port}", "neo4j", _FIRST_PASSWORD, "neo4j", _FIRST_PASSWORD, "system")
    _ask(born, "ALTER CURRENT USER SET PASSWORD FROM $old TO $new", old=_FIRST_PASSWORD, new=password)
    return password


def _ready(port: int, password: str) -> Address:
    """Wait until the server answers."""
    address = Address(f"bolt://127.0.0.1:{port}", "neo4j", password, "neo4j", password, None)
    _ask(address, "RETURN 1")
    return address


def _ask(address: Address, statement: str, **parameters: str) -> None:
    """Ask as soon as the server is up."""
    until = time.monotonic() + _START_S
    while True:
        try:
            with (
                neo4j.GraphDatabase.driver(address.url, auth=(address.user, address.password)) as driver,
                driver.session(database=address.database) as session,
            ):
                session.run(statement, parameters).consume()
            return
        except (ServiceUnavailable, TransientError):
            if time.monotonic() > until:
                log = _run() / "neo4j" / "server.log"
                said = log.read_text(encoding="utf-8")[-2000:] if log.exists() else ""
                raise RuntimeError(f"Neo4j did not start:\n{said}") from None
            time.sleep(0.2)


def wipe(address: Address) -> None:
    """Empty a database: nodes and ties in small transactions, then constraints and indexes.

    Each statement runs in a transaction of its own, never in auto-commit: there ArcadeDB commits row by row.
    """
    with neo4j.GraphDatabase.driver(address.url, auth=(address.user, address.password)) as driver:

        def first(statement: str) -> list[Any]:
            return [record[0] for record in driver.execute_query(statement, database_=address.database).records]

        while first("MATCH (n) WITH n LIMIT 500 DETACH DELETE n RETURN count(n)") != [0]:
            continue
        for constraint in first("SHOW CONSTRAINTS YIELD name"):
            first(f"DROP CONSTRAINT `{constraint}` IF EXISTS")
        for index in first("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
            first(f"DROP INDEX `{index}` IF EXISTS")


def _run() -> Path:
    return Path(os.environ[RUN])


def processes() -> list[psutil.Process]:
    """List the processes of the Neo4j that this run started; empty where it was given or runs in a container."""
    started = read_json(_run() / "started.json") or {}
    return psutil.Process(started["guard"]).children(recursive=True) if "guard" in started else []
