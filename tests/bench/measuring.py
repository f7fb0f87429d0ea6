"""How a step is measured: time on the clock, CPU time here and in the store, the most memory held, and its course."""

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
import psutil

from graph.intake.importing import Progress

POLL_S = 0.02


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds on the clock, CPU seconds here and in the store, peak MiB of each and at once."""

    wall_s: float
    cpu_s: float
    store_cpu_s: float
    peak_mib: float
    store_peak_mib: float
    together_peak_mib: float


@dataclass(frozen=True, slots=True)
class Tenths:
    """Records per second in the first and in the last tenth of a run, and the same per CPU second here and there."""

    first: float
    last: float
    first_cpu: float
    last_cpu: float


@dataclass(frozen=True, slots=True)
class Course:
    """How far an import was, and when: marks of (records, seconds on the clock, CPU seconds here and in the store)."""

    store: list[psutil.Process]
    marks: list[tuple[int, float, float]] = field(default_factory=list)

    def begin(self) -> None:
        """Note the start."""
        self._mark(0)

    def heard(self, told: Progress) -> None:
        """Note how many records are written by now."""
        self._mark(told.records)

    def _mark(self, records: int) -> None:
        self.marks.append((records, time.perf_counter(), sum(map(_cpu, [psutil.Process(), *self.store]))))

    def tenths(self) -> Tenths:
        """Compare the first tenth of the records with the last, between the marks along straight lines."""
        records = [mark[0] for mark in self.marks]
        tenth = records[-1] / 10
        ends = [0, tenth, 9 * tenth, 10 * tenth]
        wall, cpu = (np.diff(np.interp(ends, records, [mark[i] for mark in self.marks])) for i in (1, 2))
        return Tenths(*(tenth / seconds for seconds in (wall[0], wall[2], cpu[0], cpu[2])))


class _Peak(threading.Thread):
    """Watches the resident memory of processes until told to stop."""

    def __init__(self, processes: list[psutil.Process]) -> None:
        super().__init__(daemon=True)
        self.processes = processes
        self.most = [0 for _ in processes]
        self.together = 0
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(POLL_S):
            held = [_rss(p) for p in self.processes]
            self.most = [max(pair) for pair in zip(self.most, held, strict=True)]
            self.together = max(self.together, sum(held))


@contextmanager
def measured(store: list[psutil.Process], into: list[Cost]) -> Iterator[None]:
    """Measure the block and append its cost."""
    here = psutil.Process()
    processes = [here, *store]
    peak = _Peak(processes)
    before, wall = [_cpu(p) for p in processes], time.perf_counter()
    peak.start()
    yield
    wall = time.perf_counter() - wall
    peak.done.set()
    peak.join()
    cpu = [_cpu(p) - b for p, b in zip(processes, before, strict=True)]
    mib = [most / 2**20 for most in peak.most]
    into.append(Cost(wall, cpu[0], sum(cpu[1:]), mib[0], sum(mib[1:]), peak.together / 2**20))


def median(costs: list[Cost], of: Callable[[Cost], float]) -> float:
    """Give the median of one figure over the runs."""
    return statistics.median(of(cost) for cost in costs)


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


def _rss(process: psutil.Process) -> int:
    return process.memory_info().rss
