"""What all tests share: the two servers, each started once, and an address with nothing behind it."""

import os
from collections.abc import Iterator

import pytest

from graph.store.address import Address
from graph.store.embedded import EmbeddedServer
from tests import servers
from tests.browser import browser as browser


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        servers.begin_run()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        servers.end_run()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep all that uses the one Neo4j on one worker: its single database cannot be empty for two at a time."""
    for item in items:
        chosen = getattr(item, "callspec", None)
        if "neo4j_address" in getattr(item, "fixturenames", ()) or (chosen and "neo4j" in chosen.params.values()):
            item.add_marker(pytest.mark.xdist_group("neo4j"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if "no Neo4j" in str(report.longrepr)]
    if skipped:
        terminalreporter.section("NOT TESTED ON NEO4J", red=True)
        terminalreporter.line(f"{len(skipped)} tests: {skipped[0].longrepr[2]}", red=True)


@pytest.fixture(scope="session")
def neo4j_address() -> Address:
    """A real Neo4j, the same for all workers of a run."""
    found = servers.neo4j_address()
    if isinstance(found, Address):
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(found.reason, pytrace=False)
    pytest.skip(found.reason)


@pytest.fixture(scope="session")
def embedded_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedServer]:
    """An embedded server of this worker's own."""
    server = EmbeddedServer(tmp_path_factory.mktemp("embedded") / "store", heap_mb=512)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def embedded_address(embedded_server: EmbeddedServer) -> Address:
    """Where this worker's embedded server answers."""
    return embedded_server.start()


@pytest.fixture(params=["embedded", "neo4j"])
def address(request: pytest.FixtureRequest) -> Address:
    """Each of the two servers in turn; a test leaves the database as empty as it found it."""
    found = request.getfixturevalue(f"{request.param}_address")
    assert isinstance(found, Address)
    return found


@pytest.fixture
def clean_address(address: Address) -> Address:
    """Each of the two servers in turn, emptied."""
    servers.wipe(address)
    return address
