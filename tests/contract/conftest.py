"""What the contract is tested on: a store on each of the two servers, and a place that other processes can open too."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import open_store, store_at
from graph.store.settings import StoreSettings
from graph.store.store import Store

ROOT = Path(__file__).parents[2]


def emptied(connection: Connection) -> Connection:
    """Take everything away but the rules that keep doubles out, which take long to make."""
    clear = "MATCH (n) WITH n LIMIT 200 DETACH DELETE n RETURN count(*) AS gone"
    while connection.write(lambda run: run(clear))[0]["gone"]:
        continue
    return connection


@pytest.fixture
def stores(address: Address) -> Iterator[Callable[[], Store]]:
    """Open as many stores as needed on one server, which is empty at first."""
    with ExitStack() as opened:
        with closing(Connection(address)) as connection:
            emptied(connection)
        yield lambda: opened.enter_context(store_at(Connection(address), patience_s=20))


@pytest.fixture
def store(stores: Callable[[], Store]) -> Store:
    """Open an empty store."""
    return stores()


@dataclass(frozen=True)
class Place:
    """Where a store is that several processes open, and with which settings."""

    settings: StoreSettings

    def open(self) -> Store:
        """Open it in this process."""
        return open_store(settings=self.settings)

    def visitor(self, module: str, *words: str) -> "subprocess.Popen[str]":
        """Run a module of the tests in a process of its own that finds the store by its environment."""
        password = self.settings.password()
        environment = {
            **os.environ,
            "FAHRSTUHL_STORE": self.settings.store,
            "FAHRSTUHL_STORE_USER": self.settings.store_user,
            "FAHRSTUHL_HEAP_MB": str(self.settings.heap_mb),
            **({"FAHRSTUHL_STORE_PASSWORD": password} if password else {}),
            **({"FAHRSTUHL_STORE_DATABASE": name} if (name := self.settings.store_database) else {}),
        }
        command = [sys.executable, "-m", module, *words]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


@pytest.fixture(params=["embedded", "neo4j"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Each of the two stores in turn, empty, and open to other processes."""
    if request.param == "embedded":
        return Place(StoreSettings(store=str(tmp_path / "store"), heap_mb=256, store_patience_s=20))
    address: Address = request.getfixturevalue("neo4j_address")
    with closing(Connection(address)) as connection:
        emptied(connection)
    return Place(
        StoreSettings(
            store=address.url,
            store_user=address.user,
            store_password=address.password,
            store_database=address.database,
            heap_mb=256,
            store_patience_s=20,
        )
    )


def kill(process: "subprocess.Popen[str]") -> None:
    """End a process and all that it started, at once and without a word."""
    family = [*psutil.Process(process.pid).children(recursive=True), psutil.Process(process.pid)]
    for member in family:
        member.kill()
    psutil.wait_procs(family, timeout=20)
    process.communicate()
