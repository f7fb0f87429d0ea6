"""The real Neo4j answers, with the settings that we ship in docker/neo4j.conf in force."""

import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from neo4j.exceptions import Neo4jError

from graph.store.address import Address
from tests import servers

AS_SHIPPED = pytest.mark.skipif(servers.GIVEN in os.environ, reason="a given server has settings of its own")
SHIPPED = {
    "dbms.security.auth_enabled": "true",
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "dbms.security.procedures.allowlist": "db.*,dbms.*,tx.*",
    "dbms.security.procedures.unrestricted": "",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "dbms.usage_report.enabled": "false",
    "db.transaction.timeout": "2m",
    "db.lock.acquisition.timeout": "30s",
    "db.memory.transaction.max": "256.00MiB",
    "dbms.memory.transaction.total.max": "512.00MiB",
}


@pytest.fixture
def driver(neo4j_address: Address) -> Iterator[neo4j.Driver]:
    account = (neo4j_address.user, neo4j_address.password)
    with neo4j.GraphDatabase.driver(neo4j_address.url, auth=account) as opened:
        yield opened


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A web server on loopback: its address, and the paths it was asked for."""
    paths: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"a,b\n")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name of the base class)
            """Say nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/secret.csv", paths
        server.shutdown()
        thread.join()


def test_it_answers_and_is_of_the_long_supported_line(driver: neo4j.Driver) -> None:
    statement = "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version"
    version = driver.execute_query(statement).records[0]["version"]
    assert tuple(int(part) for part in version.split(".")[:2]) >= (5, 26)


@AS_SHIPPED
def test_the_shipped_settings_are_in_force(driver: neo4j.Driver) -> None:
    found = driver.execute_query("SHOW SETTINGS YIELD name, value WHERE name IN $names", names=list(SHIPPED)).records
    assert {record["name"]: record["value"] for record in found} == SHIPPED


@AS_SHIPPED
def test_no_file_of_the_server_is_read(driver: neo4j.Driver, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n")
    with pytest.raises(Neo4jError):
        driver.execute_query(f"LOAD CSV FROM '{secret.as_uri()}' AS row RETURN row")


@AS_SHIPPED
def test_no_address_in_the_network_is_asked(driver: neo4j.Driver, asked: tuple[str, list[str]]) -> None:
    url, paths = asked
    with pytest.raises(Neo4jError):
        driver.execute_query(f"LOAD CSV FROM '{url}' AS row RETURN row")
    assert paths == []


@AS_SHIPPED
def test_there_is_no_apoc(driver: neo4j.Driver) -> None:
    found = driver.execute_query("SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'apoc' RETURN count(*) AS n")
    assert found.records[0]["n"] == 0


@AS_SHIPPED
def test_a_wrong_password_does_not_get_in(neo4j_address: Address) -> None:
    with (
        neo4j.GraphDatabase.driver(neo4j_address.url, auth=(neo4j_address.user, "wrong password")) as stranger,
        pytest.raises(Neo4jError),
    ):
        stranger.execute_query("RETURN 1")


def test_a_wiped_database_is_empty(address: Address) -> None:
    with neo4j.GraphDatabase.driver(address.url, auth=(address.user, address.password)) as driver:

        def first(statement: str) -> list[object]:
            return [record[0] for record in driver.execute_query(statement, database_=address.database).records]

        first("CREATE CONSTRAINT FOR (a:A) REQUIRE a.id IS UNIQUE")
        first("CREATE INDEX FOR (a:A) ON (a.name)")
        first("UNWIND range(1, 6000) AS i CREATE (:A {id: i})-[:T]->(:B)")
        servers.wipe(address)
        assert first("MATCH (n) RETURN count(n)") == [0]
        assert first("SHOW CONSTRAINTS YIELD name") == []
        assert first("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'") == []
