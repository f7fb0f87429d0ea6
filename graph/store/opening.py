"""Opening a store: a directory for the embedded one, an address for a Neo4j."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from neo4j.exceptions import ConfigurationError

from graph.store import statements
from graph.store.address import Address
from graph.store.connection import Connection, Transaction
from graph.store.embedded import EmbeddedServer
from graph.store.pen import held
from graph.store.recovery import recover
from graph.store.settings import StoreSettings
from graph.store.store import Store
from schema.errors import StoreError, UsageError
from schema.text import Text

_SCHEMES = {f"{name}{plus}" for name in ("bolt", "neo4j") for plus in ("", "+s", "+ssc")}
_NO_SCHEME = Text("{scheme}:// ist keine Adresse eines Speichers.", "{scheme}:// is no address of a store.")
_NAME_ONE = Text(
    "Ein Verzeichnis angeben oder eine Adresse mit bolt://, neo4j://, neo4j+s://.",
    "Name a directory, or an address with bolt://, neo4j://, neo4j+s://.",
)
_NO_PASSWORD_THERE = Text(
    "Benutzer und Passwort gehören nicht in die Adresse.", "User and password are no part of the address."
)
_SET_THEM = Text(
    "FAHRSTUHL_STORE_USER und FAHRSTUHL_STORE_PASSWORD setzen.",
    "Set FAHRSTUHL_STORE_USER and FAHRSTUHL_STORE_PASSWORD.",
)
_BAD_ADDRESS = Text(
    "Diese Adresse versteht der Treiber nicht: {why}", "The driver does not understand this address: {why}"
)
_NOT_SET_UP = Text(
    "Im Speicher fehlen Regeln, die Doppeltes verhindern: {names}.",
    "The store lacks rules that keep doubles out: {names}.",
)
_MAY_YOU = Text(
    "Darf der Benutzer Regeln (constraints) anlegen? „fahrstuhl doctor“ prüft.",
    "May the user create constraints? “fahrstuhl doctor” checks.",
)


def open_store(
    where: str | Path | None = None, *, settings: StoreSettings | None = None, resuming: bool = False
) -> Store:
    """Open a store: a directory (made if need be), an address, or nothing for what the settings name.

    What was begun by somebody who is gone, and never sealed, is taken back here, unless who opens it is `resuming` and
    the same work may go on with it.
    """
    settings = settings or StoreSettings()
    place = str(where if where is not None else settings.store)
    connection = _remote(place, settings) if "://" in place else _embedded(Path(place), settings)
    return store_at(connection, settings.store_patience_s, resuming=resuming)


def store_at(connection: Connection, patience_s: float = 30.0, *, resuming: bool = False) -> Store:
    """Set up what a server needs and give the store on it; closes the connection when that fails."""
    try:
        set_up(connection)
        left = held(connection)
        if left is not None and not (resuming and left.resumes):
            recover(connection, left)
    except BaseException:
        connection.close()
        raise
    return Store(connection, patience_s)


def _embedded(directory: Path, settings: StoreSettings) -> Connection:
    server = EmbeddedServer(directory, heap_mb=settings.heap_mb)
    return Connection(server.start(), server)


def _remote(url: str, settings: StoreSettings) -> Connection:
    try:
        _check(url)
        user, password = settings.store_user, settings.password()
        return Connection(Address(url, user, password, user, password, settings.store_database))
    except (ConfigurationError, ValueError) as error:
        raise UsageError(_BAD_ADDRESS.format(why=error), _NAME_ONE) from error


def _check(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES:
        raise UsageError(_NO_SCHEME.format(scheme=parts.scheme), _NAME_ONE)
    if "@" in parts.netloc:
        raise UsageError(_NO_PASSWORD_THERE, _SET_THEM)
    if parts.port == 0:
        raise ValueError("port 0")


def set_up(connection: Connection) -> None:
    """Make sure that the rules against doubles and the indexes are there, and the head."""
    wanted = {**statements.CONSTRAINTS, **statements.INDEXES}
    missing = wanted.keys() - connection.read(_there)
    for name in sorted(missing):
        connection.write(lambda run, name=name: run(wanted[name]))  # type: ignore[misc]
    if missing and (missing := wanted.keys() - connection.read(_there)):
        raise StoreError(_NOT_SET_UP.format(names=", ".join(sorted(missing))), _MAY_YOU)
    connection.write(lambda run: run(statements.BEGIN))


def _there(run: Transaction) -> set[str]:
    """Name those of our constraints and indexes that the server has, by what they are about."""
    return _named(run, statements.CONSTRAINTS, statements.CONSTRAINTS_THERE) | _named(
        run, statements.INDEXES, statements.INDEXES_THERE
    )


def _named(run: Transaction, wanted: dict[str, str], question: str) -> set[str]:
    there = {(tuple(row["labelsOrTypes"] or ()), tuple(row["properties"] or ())) for row in run(question)}
    return {name for name, statement in wanted.items() if _about(statement) in there}


def _about(statement: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read off a statement of ours which label and property it is about."""
    labels, properties = re.findall(r":(\w+)", statement), re.findall(r"\b[a-z]\.(\w+)", statement)
    return tuple(labels), tuple(properties)
