"""Import, a second import, undo, redo, reading of the network, on each store that can be had: time and memory."""

import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import psutil
from pydantic import SecretStr

from graph.exchange.tables import write_tables
from graph.intake.importing import import_source
from graph.store.address import Address
from graph.store.opening import open_store
from graph.store.settings import StoreSettings
from graph.store.store import Store
from tests import servers
from tests.bench.measuring import Cost, Course, Tenths, measured, median
from tests.bench.towns import town

KARLSRUHE = Path(__file__).parents[3] / "shared" / "data" / "oparl" / "karlsruhe-2024"
STORES = ("embedded", "neo4j")
RUNS, ONCE_FROM = 3, 50_000
Opening = Callable[[], AbstractContextManager[tuple[Store, list[psutil.Process]]]]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of one step on one store; medians over the runs, of memory the most."""

    step: str
    store: str
    rows: int
    wall_s: float
    cpu_s: float
    store_cpu_s: float
    rows_per_s: float
    peak_mib: float
    store_peak_mib: float
    together_peak_mib: float
    tenths: Tenths | None
    """Of a first import: its first and its last tenth, in the last run."""

    def plain(self) -> dict[str, Any]:
        """Give the line as plain values."""
        return {key: round(value, 3) if isinstance(value, float) else value for key, value in asdict(self).items()}


def lines(sizes: tuple[int, ...], names: Collection[str] = STORES) -> Iterator[Line]:
    """Measure every step on every store, one after the other."""
    for name, opened in zip(STORES, (_embedded, _neo4j), strict=True):
        if name not in names:
            continue
        if name == "neo4j" and isinstance(missing := servers.neo4j_address(), servers.Missing):
            sys.stderr.write(f"not measured on Neo4j: {missing.reason}\n")
            continue
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                _written_apart(Path(folder), size)
                yield from _source(name, opened, "tables", Path(folder), 1 if size >= ONCE_FROM else RUNS)
        if KARLSRUHE.is_dir():
            yield from _source(name, opened, "Karlsruhe 2024", KARLSRUHE, RUNS)


def _written_apart(folder: Path, size: int) -> None:
    """Write the tables of a town in a process of its own: what making them took is no memory of the import."""
    writer = get_context("spawn").Process(target=_write, args=(folder, size))
    writer.start()
    writer.join()


def _write(folder: Path, size: int) -> None:
    write_tables(folder, town(size))


def _source(name: str, opened: Opening, called: str, source: Path, runs: int) -> Iterator[Line]:
    """Import a source, import it again, undo and redo the first import, and read the network: last, for it is kept."""
    first, again, undoing, redoing, reading = (list[Cost]() for _ in range(5))
    for _ in range(runs):
        with opened() as (store, processes):
            course = Course(processes)
            with measured(processes, first):
                course.begin()
                import_source(store, source, progress=course.heard)
            with measured(processes, again):
                import_source(store, source)
            with measured(processes, undoing):
                store.undo()
            with measured(processes, redoing):
                store.redo()
            with measured(processes, reading):
                network = store.network()
            rows = network.n + network.m
            del network
    yield _line(f"import {called}, {rows:,} records", name, rows, first, course.tenths())
    yield _line("import again (nothing changes)", name, rows, again)
    yield _line("undo the import", name, rows, undoing)
    yield _line("redo the import", name, rows, redoing)
    yield _line("read the network", name, rows, reading)


def _line(step: str, store: str, rows: int, costs: list[Cost], tenths: Tenths | None = None) -> Line:
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
        max(c.together_peak_mib for c in costs),
        tenths,
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
