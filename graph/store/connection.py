"""The one way to the server: units of work in a transaction, tried again where that helps, errors in plain words."""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from graph.store.address import Address
from graph.store.embedded import EmbeddedServer
from schema.errors import FahrstuhlError, StoreError, StoreUnreachable
from schema.text import Text

T = TypeVar("T")
Rows = list[dict[str, Any]]

_GONE = "Neo.ClientError.Statement.EntityNotFound"
"""What the embedded server answers a reader who comes upon a record in the moment in which it is taken away."""
_RACED = frozenset(
    f"Neo.ClientError.Schema.{what}" for what in ("ConstraintValidationFailed", "EquivalentSchemaRuleAlreadyExists")
)
"""What the one hears who does the same as another in the same moment: seen again, it is there."""
_RETRY_S, _FIRST_PAUSE_S, _LONGEST_PAUSE_S, _CONSTRAINT_TRIES = 30.0, 0.01, 1.0, 4

_NO_ANSWER = Text("Der Speicher {url} antwortet nicht.", "The store {url} does not answer.")
_START_IT = Text(
    "Läuft der Server, und stimmt die Adresse? „fahrstuhl doctor“ prüft beides.",
    "Is the server running, and is the address right? “fahrstuhl doctor” checks both.",
)
_NO_ENTRY = Text(
    "Der Speicher {url} lehnt Benutzer oder Passwort ab.", "The store {url} refuses the user name or password."
)
_GIVE_PASSWORD = Text(
    "FAHRSTUHL_STORE_USER und FAHRSTUHL_STORE_PASSWORD (oder FAHRSTUHL_STORE_PASSWORD_FILE) setzen.",
    "Set FAHRSTUHL_STORE_USER and FAHRSTUHL_STORE_PASSWORD (or FAHRSTUHL_STORE_PASSWORD_FILE).",
)
_BROKE_OFF = Text(
    "Die Verbindung zum Speicher {url} brach beim Schreiben ab.", "The connection to {url} broke while writing."
)
_TAKEN_BACK = Text(
    "Die Änderung wird ganz zurückgenommen; danach noch einmal ausführen.",
    "The change is taken back as a whole; then run it again.",
)
_FAILED = Text("Der Speicher meldet einen Fehler ({code}).", "The store reports an error ({code}).")
_LOOK = Text("„fahrstuhl doctor“ prüft den Speicher.", "“fahrstuhl doctor” checks the store.")


class Transaction:
    """A running transaction; a call runs one statement and gives its rows."""

    def __init__(self, inner: neo4j.Transaction) -> None:
        """Wrap the driver's transaction."""
        self._inner = inner

    def __call__(self, statement: str, **parameters: Any) -> Rows:
        """Run one of our own statements and read all its rows."""
        return [dict(record) for record in self._inner.run(statement, parameters)]

    def stream(self, statement: str, **parameters: Any) -> Iterator[list[Any]]:
        """Run a statement and read its rows one after the other, each as the list of its columns."""
        for record in self._inner.run(statement, parameters):
            yield record.values()


class Connection:
    """The driver for one address, and the embedded server behind it where it is ours to start again."""

    def __init__(self, address: Address, server: EmbeddedServer | None = None) -> None:
        """Make the driver; nothing is sent before the first unit of work."""
        self.address, self.server = address, server
        self.driver = make_driver(address)
        self._mutex = threading.Lock()

    def close(self) -> None:
        """Close the driver, and the server where there is one of ours."""
        self.driver.close()
        if self.server is not None:
            self.server.stop()

    def read(self, work: Callable[[Transaction], T]) -> T:
        """Do a unit of reading; a dead embedded server is started again once."""
        return self._attempt(work, neo4j.READ_ACCESS)

    def write(self, work: Callable[[Transaction], T], *, constraint_tries: int = _CONSTRAINT_TRIES) -> T:
        """Do a unit of writing in one transaction, again where the server lost a race; `work` may run several times.

        Where the connection breaks, it is not tried again: whether the commit got through is then unknown.
        """
        return self._attempt(work, neo4j.WRITE_ACCESS, constraint_tries)

    def _attempt(self, work: Callable[[Transaction], T], mode: str, constraint_tries: int = 0) -> T:
        tries, pause, until = _Tries(constraint_tries), _FIRST_PAUSE_S, time.monotonic() + _RETRY_S
        while True:
            try:
                return self._once(work, mode)
            except (DriverError, Neo4jError, OSError) as error:
                gone = mode == neo4j.READ_ACCESS and isinstance(error, Neo4jError) and error.code == _GONE
                again = (gone or tries.another(error)) and time.monotonic() < until
                if not (again or self._revived(error, mode, tries)):
                    raise self.explained(error, mode) from error
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE_S)

    def _once(self, work: Callable[[Transaction], T], mode: str) -> T:
        with self.session(mode) as session, session.begin_transaction() as inner:
            done = work(Transaction(inner))
            inner.commit()
            return done

    def session(self, mode: str) -> neo4j.Session:
        """Open a session for reading or writing that sees all that this connection wrote before."""
        return self.driver.session(
            database=self.address.database,
            default_access_mode=mode,
            bookmark_manager=self.driver.execute_query_bookmark_manager,
            fetch_size=2_000,
        )

    def _revived(self, error: Exception, mode: str, tries: "_Tries") -> bool:
        """Start our server again if it died under a reader; a writer is told, so that its change is taken back."""
        if self.server is None or not _broken(error):
            return False
        self.revive()
        first, tries.revived = not tries.revived, True
        return first and mode == neo4j.READ_ACCESS

    def revive(self) -> None:
        """Connect anew, to our server started again where it died."""
        self.restart(force=False)

    def restart(self, force: bool) -> Address:
        """Start our server again if it died, or with `force` in any case; gives its address."""
        with self._mutex:
            address = self.address if self.server is None else self.server.restart(force=force)
            if address != self.address:
                self.driver.close()
                self.address, self.driver = address, make_driver(address)
        return address

    def explained(self, error: Exception, mode: str) -> FahrstuhlError:
        """Say what an error of the driver or of the server means, and what to do."""
        url = self.address.url
        if isinstance(error, AuthError):
            return StoreUnreachable(_NO_ENTRY.format(url=url), _GIVE_PASSWORD)
        if _broken(error) and mode == neo4j.WRITE_ACCESS:
            return StoreUnreachable(_BROKE_OFF.format(url=url), _TAKEN_BACK)
        if _broken(error):
            return StoreUnreachable(_NO_ANSWER.format(url=url), _START_IT)
        code = error.code if isinstance(error, Neo4jError) else type(error).__name__
        return StoreError(_FAILED.format(code=code), _LOOK)


def make_driver(address: Address) -> neo4j.Driver:
    """Make a driver that asks nobody else, stays quiet and does not wait long for a server that is not there."""
    return neo4j.GraphDatabase.driver(
        address.url,
        auth=(address.user, address.password),
        user_agent="fahrstuhl",
        telemetry_disabled=True,
        notifications_min_severity="OFF",
        connection_timeout=5,
        connection_acquisition_timeout=10,
        liveness_check_timeout=30,
    )


class _Tries:
    """How often what went wrong so far, and whether another try is worth while."""

    def __init__(self, constraint_tries: int) -> None:
        self.revived = False
        self._constraint = constraint_tries

    def another(self, error: Exception) -> bool:
        if isinstance(error, Neo4jError) and error.code in _RACED:
            self._constraint -= 1
            return self._constraint >= 0
        if isinstance(error, ServiceUnavailable | OSError):
            return False
        return isinstance(error, DriverError | Neo4jError) and error.is_retryable()


def _broken(error: Exception) -> bool:
    return isinstance(error, ServiceUnavailable | SessionExpired | OSError)
