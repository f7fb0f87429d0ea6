"""Import rate, reading of the network and memory, on each store that can be had."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil
from pydantic import SecretStr

from graph.intake.importing import import_source
from graph.store.address import Address
from graph.store.opening import open_store
from graph.store.settings import StoreSettings
from graph.store.store import Store
from tests import servers
from tests.bench.measuring import Cost, measured, median
from tests.bench.towns import town

KARLSRUHE = Path(__file__).parents[3] / "shared" / "data" / "oparl" / "karlsruhe-2024"
RUNS = 3
Opening = Callable[[], AbstractContextManager[tuple[Store, list[psutil.Process]]]]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of one step on one store; medians over the runs."""

    step: str
    store: str
    rows: int
    wall_s: float
    cpu_s: float
    store_cpu_s: float
    rows_per_s: float
    peak_mib: float
    store_peak_mib: float

    def plain(self) -> dict[str, Any]:
        """Give the line as plain values."""
        return {key: round(value, 3) if isinstance(value, float) else value for key, value in asdict(self).items()}


def lines(sizes: tuple[int, ...]) -> Iterator[Line]:
    """Measure every step on every store, one after the other."""
    for name, opened in (("embedded", _embedded), ("neo4j", _neo4j)):
        if name == "neo4j" and isinstance(missing := servers.neo4j_address(), servers.Missing):
            sys.stderr.write(f"not measured on Neo4j: {missing.reason}\n")
            continue
        for size in sizes:
            yield from _town(name, opened, size)
        if KARLSRUHE.is_dir():
            yield from _karlsruhe(name, opened)


def _town(name: str, opened: Opening, size: int) -> Iterator[Line]:
    writing: list[Cost] = []
    reading: list[Cost] = []
    for _ in range(RUNS):
        with opened() as (store, processes):
            with measured(processes, writing), store.change("bench", "generated") as change:
                change.put(town(size))
            with measured(processes, reading):
                network = store.network()
    rows = network.n + network.m
    yield _line(f"write {rows:,} records", name, rows, writing)
    yield _line(f"read network of {rows:,} records", name, rows, reading)


def _karlsruhe(name: str, opened: Opening) -> Iterator[Line]:
    costs: list[Cost] = []
    again: list[Cost] = []
    for _ in range(RUNS):
        with opened() as (store, processes):
            with measured(processes, costs):
                import_source(store, KARLSRUHE)
            with measured(processes, again):
                import_source(store, KARLSRUHE)
            network = store.network()
    rows = network.n + network.m
    yield _line("import Karlsruhe 2024", name, rows, costs)
    yield _line("import it again (nothing changes)", name, rows, again)


def _line(step: str, store: str, rows: int, costs: list[Cost]) -> Line:
    wall = median(costs, lambda c: c.wall_s)
    return Line(
        step,
        store,
        rows,
        wall,
        median(costs, lambda c: c.cpu_s),
        median(costs, lambda c: c.store_cpu_s),
        rows / wall,
        max(c.peak_mib for c in costs),
        max(c.store_peak_mib for c in costs),
    )


@contextmanager
def _embedded() -> Iterator[tuple[Store, list[psutil.Process]]]:
    before = set(psutil.Process().children())
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store") as store:
        yield store, [child for child in psutil.Process().children() if child not in before]


@contextmanager
def _neo4j() -> Iterator[tuple[Store, list[psutil.Process]]]:
    """Open this run's Neo4j, emptied; its processes are known where we started it ourselves."""
    address = servers.neo4j_address()
    assert isinstance(address, Address)
    servers.wipe(address)
    settings = StoreSettings(store_user=address.user, store_password=SecretStr(address.password))
    with open_store(address.url, settings=settings) as store:
        yield store, servers.processes()
