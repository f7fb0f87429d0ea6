"""Nothing changes, nothing leaks, and the store answers the next query."""

import contextlib
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import neo4j
import pytest
from neo4j.exceptions import DriverError, Neo4jError

from graph.store.address import Address
from graph.store.embedded import EmbeddedServer
from graph.store.reading import Reader, _Reading
from schema.errors import FahrstuhlError, InputError, LimitError, NotAllowedError
from tests import servers
from tests.contract import small_landkreis
from tests.contract.attacks import HOGS, INJECTIONS, REFUSED, SCHEMA, WRITES, Attack

SECRET = "geheim"


class Listener:
    """A web server on this machine that only writes down who came."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        heard = self.heard

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                heard.append(self.path)
                self.send_response(200)
                self.end_headers()
                self.wfile.write(SECRET.encode())

            def log_message(self, *args: Any) -> None:
                """Stay quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/a.csv"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@dataclass
class Target:
    """A loaded store under attack."""

    reader: Reader
    driver: neo4j.Driver
    listener: Listener
    file: Path
    before: str = ""

    def aimed(self, attack: Attack) -> str:
        """Give the statement with the places it aims at."""
        return attack.cypher.replace("{url}", self.listener.url).replace("{file}", self.file.as_uri())

    def digest(self) -> str:
        """Fingerprint all that is stored, history and schema included, as the owner sees it."""
        ask = self._ask
        nodes = ask("MATCH (n) RETURN labels(n) AS labels, properties(n) AS p")
        ties = ask("MATCH (a)-[r]->(b) RETURN type(r) AS t, properties(r) AS p, a.id AS a, b.id AS b")
        schema = [*ask("SHOW CONSTRAINTS YIELD name"), *ask("SHOW INDEXES YIELD name"), *ask("SHOW USERS YIELD user")]
        for node in nodes:
            node["labels"].sort()
        told = sorted(json.dumps(row, sort_keys=True, default=str) for row in [*nodes, *ties, *schema])
        return hashlib.sha256("\n".join(told).encode()).hexdigest()

    def unharmed(self) -> None:
        """Nothing changed, nobody was called, and the next question is answered."""
        rows = self.reader.read("MATCH (n:Record {id: 'jha'}) RETURN n.name AS name").rows
        assert rows == (("Jugendhilfeausschuss",),)
        assert self.digest() == self.before
        assert self.listener.heard == []

    def _ask(self, statement: str) -> list[dict[str, Any]]:
        database = self.reader.address.database
        return [row.data() for row in self.driver.execute_query(statement, database_=database).records]


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    found = Listener()
    yield found
    found.close()


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def target(
    request: pytest.FixtureRequest, listener: Listener, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Target]:
    address = request.getfixturevalue(f"{request.param}_address")
    assert isinstance(address, Address)
    small_landkreis.load(address)
    file = tmp_path_factory.mktemp("private") / "secret.csv"
    file.write_text(f"{SECRET}\n", encoding="utf-8")
    server = request.getfixturevalue("embedded_server") if request.param == "embedded" else None
    reader = Reader(address, None if server is None else _restarting(server))
    with neo4j.GraphDatabase.driver(address.url, auth=(address.user, address.password)) as driver:
        found = Target(reader, driver, listener, file)
        found.before = found.digest()
        yield found
    reader.close()
    servers.wipe(address)


def _restarting(server: EmbeddedServer) -> Any:
    return lambda force: server.restart(force=force)


def _each(attacks: tuple[Attack, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("attack", attacks, ids=lambda attack: ascii(attack.cypher)[1:70])


def _refused(kinds: tuple[str, ...]) -> pytest.MarkDecorator:
    return _each(tuple(attack for kind in kinds for attack in REFUSED[kind]))


def _assert_tells_what_to_do(error: FahrstuhlError) -> None:
    assert isinstance(error, NotAllowedError | InputError | LimitError)
    for text in (error.text.de, error.text.en, error.hint.de, error.hint.en):
        assert text
        assert SECRET not in text.replace("'geheim'", "")


@_refused(tuple(REFUSED))
def test_it_is_refused(attack: Attack, target: Target) -> None:
    params = {"key": "name", "label": "Entry", **attack.params}
    with pytest.raises(FahrstuhlError) as refusal:
        target.reader.read(target.aimed(attack), params, timeout_s=5)
    _assert_tells_what_to_do(refusal.value)
    target.unharmed()


@_refused(("writes", "schema", "admin", "transactions", "files", "disguises", "prying"))
def test_the_server_refuses_it_without_a_look_at_the_words(attack: Attack, target: Target) -> None:
    """The wording is one wall more, not the one that holds."""
    params = {"key": "name", "label": "Entry", **attack.params}
    reading = _Reading(target.aimed(attack), params, 1000, 5)
    try:
        target.reader._attend(reading)
    except FahrstuhlError as error:
        _assert_tells_what_to_do(error)
    assert SECRET not in str(reading.rows)
    target.unharmed()


@_each((*WRITES, *SCHEMA))
def test_the_readers_account_alone_cannot_write(attack: Attack, target: Target) -> None:
    address = target.reader.address
    with (
        neo4j.GraphDatabase.driver(address.url, auth=(address.reader, address.reader_password)) as driver,
        driver.session(database=address.database, default_access_mode=neo4j.READ_ACCESS) as session,
        contextlib.suppress(Neo4jError, DriverError),  # PROFILE tells its failure as a profile
    ):
        counters = session.run(attack.cypher, {"key": "name"}).consume().counters
        assert not counters.contains_updates
    target.unharmed()


@_each(INJECTIONS)
def test_a_parameter_is_never_a_statement(attack: Attack, target: Target) -> None:
    try:
        assert target.reader.read(attack.cypher, attack.params).rows == ()
    except FahrstuhlError as error:
        _assert_tells_what_to_do(error)
    target.unharmed()


@_each(HOGS)
def test_it_is_ended(attack: Attack, target: Target) -> None:
    params = {"text": "a" * 500, **attack.params}
    try:
        rows = target.reader.read(attack.cypher, params, timeout_s=1, limit=10)
        assert len(rows.rows) <= 10
    except FahrstuhlError as error:
        _assert_tells_what_to_do(error)
    target.unharmed()
    _assert_idle(target)


def _assert_idle(target: Target) -> None:
    """What was ended runs no longer."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        running = [row["currentQuery"] for row in target._ask("SHOW TRANSACTIONS YIELD currentQuery")]
        if not [text for text in running if "SHOW TRANSACTIONS" not in text]:
            return
        time.sleep(0.2)
    raise AssertionError(running)


def test_internal_properties_are_left_out(target: Target) -> None:
    read = target.reader.read
    shown = read("MATCH p = (n:Record)-[r]->(m) RETURN n, r, p, properties(n) AS a, n {.*} AS b LIMIT 5").rows
    assert shown
    assert "_folded" not in str(shown)
    assert "_digest" not in str(shown)


def test_the_row_limit_says_that_it_was_reached(target: Target) -> None:
    all_rows = target.reader.read("MATCH (w:Sozialraum) RETURN w.id AS id", limit=10)
    some = target.reader.read("MATCH (w:Sozialraum) RETURN w.id AS id", limit=9)
    assert (len(all_rows.rows), all_rows.truncated, len(some.rows), some.truncated) == (10, False, 9, True)


def test_many_read_at_once(target: Target) -> None:
    found: list[int] = []

    def read() -> None:
        found.extend(row[0] for row in target.reader.read("MATCH (n:Record) RETURN count(n) AS n").rows)

    threads = [threading.Thread(target=read) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [62] * 16


def test_there_are_more_than_60_attacks() -> None:
    assert len({attack.cypher for attacks in REFUSED.values() for attack in attacks}) >= 200
    assert len({attack.cypher for attack in HOGS}) >= 35
