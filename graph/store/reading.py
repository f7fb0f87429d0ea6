"""Free reading in Cypher, with the writing, the waiting and the prying kept out by the server.

The walls, from the outermost:

1. The server's own rights. Embedded: an account that may read the types of the schema and nothing else, so a statement
   that writes, or that would look at the history, is refused by the engine. Neo4j: a transaction for reading only.
2. The plan. The statement is explained first, in the transaction in which it then runs, and on Neo4j each operator of
   the plan must be on a list (`graph.store.plans`); that also keeps the history out, for Community has no rights by
   label. On the embedded server a statement without a plan (`SHOW`, `TERMINATE`) is none that reads records.
3. The wording (`graph.store.wording`): what would choke a parser, unbounded paths, functions that no plan shows.
4. Limits: rows, bytes, seconds. The embedded server does not keep the driver's time limit, so a watch ends the
   statement there, and starts the server again where even that does not help.

What is not enforced: whoever may query sees every record, confidential ones too, for neither server knows rights by
record; so the API asks for the token. Internal properties (`_folded`, `_digest`) are left out of nodes, ties and maps,
but a query that names one gets its value; they hold nothing that the record itself does not. A reader can keep the
server busy up to the time limit, and on Neo4j beyond it: within one expression that server looks at no clock (measured:
a nested list comprehension, a regular expression that backtracks) nor counts its memory (a text that doubles ends the
server). The wording keeps out what can be seen to do so; a list collected from the data and run through within itself
cannot be seen, so a Neo4j is best run so that it starts again by itself. One value may be larger than any memory: the
watch cuts the connection when this process has grown by `GROWTH_BYTES`.
"""

import contextlib
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import neo4j
import psutil
from neo4j.exceptions import DriverError, Neo4jError

from graph.store.address import Address
from graph.store.mishaps import Mishap, explained, too_large, too_slow
from graph.store.plans import check_embedded_plan, check_plan, home_of
from graph.store.values import Rows, plain, weight
from graph.store.wording import examine
from schema.errors import FahrstuhlError, StoreError
from schema.text import Text

MOST_ROWS, MOST_SECONDS = 100_000, 600.0
MAX_BYTES = 16 << 20
"""The most that an answer may weigh, as JSON."""
GROWTH_BYTES = 512 << 20
GRACE_S = 2.0
"""How long a statement may take to end after it was told to."""
_REVIVE_S = 10.0
_LOOK_S = 0.02

_ONE_ACCOUNT = Text(
    "Der eingebettete Speicher hat kein eigenes Konto zum Lesen; freie Abfragen sind daher gesperrt.",
    "The embedded store has no account of its own for reading, so free queries are closed.",
)
_RESTART = Text("Starten Sie den Speicher neu.", "Start the store again.")


@dataclass
class _Reading:
    """One statement on its way: filled by the thread that runs it, looked at by the one that waits."""

    statement: str
    params: Mapping[str, Any]
    limit: int
    timeout_s: float
    columns: tuple[str, ...] = ()
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    truncated: bool = False
    allowed: bool = False
    failed: BaseException | None = None
    done: threading.Event = field(default_factory=threading.Event)
    mark: str = field(default_factory=lambda: uuid.uuid4().hex)

    @property
    def marked(self) -> str:
        """The statement with a remark by which it is found among the running ones."""
        return f"{self.statement}\n// {self.mark}"


class Reader:
    """Reads in Cypher at one address, with connections of its own; safe to use from several threads.

    `restart` starts a dead or stuck embedded server again and gives its address; `force` ends a living one first.
    """

    def __init__(self, address: Address, restart: Callable[[bool], Address] | None = None) -> None:
        """Name the address; nothing is sent before the first reading."""
        self.address = address
        self._restart = restart
        self._idle: list[neo4j.Driver] = []
        self._mutex = threading.Lock()
        self._home: str | None = None

    def read(
        self, cypher: str, params: Mapping[str, Any] | None = None, *, limit: int = 1000, timeout_s: float = 10
    ) -> Rows:
        """Run one reading statement; at most `limit` rows come back, within about `timeout_s` seconds.

        Raises InputError for a statement the server does not understand, NotAllowedError for one that does more than
        read records, LimitError where time, size or depth ran out, StoreUnreachable where nobody answers.
        """
        examine(cypher, params or {})
        limit, timeout_s = max(1, min(limit, MOST_ROWS)), max(0.1, min(timeout_s, MOST_SECONDS))
        began = time.monotonic()
        reading = self._attend(_Reading(cypher, dict(params or {}), limit, timeout_s))
        return Rows(reading.columns, tuple(reading.rows), reading.truncated, time.monotonic() - began)

    def close(self) -> None:
        """Close the idle connections; what still runs closes its own."""
        with self._mutex:
            idle, self._idle = self._idle, []
        for driver in idle:
            _close(driver)

    def _attend(self, reading: _Reading, *, again: bool = True) -> _Reading:
        """Run a reading in a thread of its own and watch it: time, memory, the server's end."""
        driver = self._take()
        threading.Thread(target=self._run, args=(driver, reading), name="cypher", daemon=True).start()
        overrun = _watch(reading)
        if overrun is None and reading.failed is None:
            self._give_back(driver)
            return reading
        if overrun is not None:
            self._end(reading)
        threading.Thread(target=_close, args=(driver,), daemon=True).start()  # it may wait for what it was reading
        if overrun is not None:
            raise too_large() if overrun is Mishap.SIZE else too_slow(reading.timeout_s)
        return self._after(reading, again=again)

    def _after(self, reading: _Reading, *, again: bool) -> _Reading:
        """Say in plain words why a reading failed, or try once more where only an old connection was dead."""
        failed = reading.failed
        if isinstance(failed, FahrstuhlError) or not isinstance(failed, Neo4jError | DriverError | OSError):
            raise failed or StoreError(_ONE_ACCOUNT, _RESTART)
        error, broken = explained(failed, self.address.url, embedded=self._restart is not None)
        if broken:
            self.close()
            self._revive()
        if broken and again and not reading.allowed:
            fresh = _Reading(reading.statement, reading.params, reading.limit, reading.timeout_s)
            return self._attend(fresh, again=False)
        raise error from failed

    def _revive(self) -> None:
        """Have the embedded server started again; a process that is just dying still looks alive for a moment."""
        until = time.monotonic() + _REVIVE_S
        while self._restart is not None and time.monotonic() < until:
            self.address = self._restart(False)
            with contextlib.suppress(Neo4jError, DriverError, OSError), _driver(*self._reader()) as driver:
                driver.execute_query("RETURN 1", database_=self.address.database)
                return
            time.sleep(0.1)

    def _end(self, reading: _Reading) -> None:
        """End a statement that overran: by the owner's word, else, on the embedded server, by a new start."""
        if self.address.reader == self.address.user:
            return  # a Neo4j, which keeps the limit itself and ends what lost its connection
        with contextlib.suppress(Neo4jError, DriverError, OSError):
            self._terminate(reading)
        if not reading.done.wait(GRACE_S) and self._restart is not None:
            self.address = self._restart(True)

    def _terminate(self, reading: _Reading) -> None:
        owner = (self.address.user, self.address.password)
        with _driver(self.address, owner) as driver, driver.session(database=self.address.database) as session:
            for row in session.run("SHOW TRANSACTIONS").data():
                if reading.mark in str(row["currentQuery"]):
                    session.run("TERMINATE TRANSACTION $id", id=row["transactionId"]).consume()

    def _take(self) -> neo4j.Driver:
        with self._mutex:
            if self._idle:
                return self._idle.pop()
        return _driver(*self._reader())

    def _reader(self) -> tuple[Address, tuple[str, str]]:
        return self.address, (self.address.reader, self.address.reader_password)

    def _give_back(self, driver: neo4j.Driver) -> None:
        with self._mutex:
            self._idle.append(driver)

    def _run(self, driver: neo4j.Driver, reading: _Reading) -> None:
        try:
            with (
                driver.session(
                    database=self.address.database, default_access_mode=neo4j.READ_ACCESS, fetch_size=500
                ) as session,
                session.begin_transaction(timeout=reading.timeout_s) as transaction,
            ):
                self._check(transaction, reading)
                reading.allowed = True
                _collect(transaction.run(reading.marked, reading.params), reading)  # type: ignore[arg-type]
        except BaseException as error:
            reading.failed = error
        finally:
            reading.done.set()

    def _check(self, transaction: neo4j.Transaction, reading: _Reading) -> None:
        """Have the very statement explained that is about to run, and refuse it by its plan."""
        summary = transaction.run(f"EXPLAIN {reading.marked}", reading.params).consume()  # type: ignore[arg-type]
        if "arcadedb" in str(summary.server.agent).lower():
            if self.address.reader == self.address.user:
                raise StoreError(_ONE_ACCOUNT, _RESTART)
            check_embedded_plan(summary.plan)
            return
        if self._home is None:
            self._home = home_of(transaction.run("EXPLAIN RETURN 1").consume().plan or {})
        check_plan(summary.plan or {}, self._home)


def _collect(result: neo4j.Result, reading: _Reading) -> None:
    reading.columns = tuple(result.keys())
    size = 0
    for record in result:
        if len(reading.rows) == reading.limit:
            reading.truncated = True
            return
        row = tuple(plain(value) for value in record.values())
        size += weight(row)
        if size > MAX_BYTES:
            raise too_large()
        reading.rows.append(row)


def _watch(reading: _Reading) -> Mishap | None:
    """Wait for a reading to end; say what it overran if it does not."""
    process = psutil.Process()
    until, most = time.monotonic() + reading.timeout_s + GRACE_S / 2, process.memory_info().rss + GROWTH_BYTES
    while not reading.done.wait(_LOOK_S):
        if time.monotonic() > until:
            return Mishap.TIME
        if process.memory_info().rss > most:
            return Mishap.SIZE
    return None


def _close(driver: neo4j.Driver) -> None:
    with contextlib.suppress(Neo4jError, DriverError, OSError):
        driver.close()


def _driver(address: Address, auth: tuple[str, str]) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        address.url,
        auth=auth,
        user_agent="fahrstuhl",
        telemetry_disabled=True,
        notifications_min_severity="OFF",
        connection_timeout=5,
        connection_acquisition_timeout=10,
        max_connection_pool_size=2,
        liveness_check_timeout=30,
    )
