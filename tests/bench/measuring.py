"""How a step is measured: time on the clock, CPU time here and in the store, and the most memory held."""

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

POLL_S = 0.02


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds on the clock, CPU seconds here and in the store, peak MiB above the start."""

    wall_s: float
    cpu_s: float
    store_cpu_s: float
    peak_mib: float
    store_peak_mib: float


class _Peak(threading.Thread):
    """Watches the resident memory of processes until told to stop."""

    def __init__(self, processes: list[psutil.Process]) -> None:
        super().__init__(daemon=True)
        self.processes = processes
        self.most = [_rss(p) for p in processes]
        self.start_rss = list(self.most)
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(POLL_S):
            self.most = [max(most, _rss(p)) for most, p in zip(self.most, self.processes, strict=True)]


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
    mib = [(most - start) / 2**20 for most, start in zip(peak.most, peak.start_rss, strict=True)]
    into.append(Cost(wall, cpu[0], sum(cpu[1:]), mib[0], sum(mib[1:])))


def median(costs: list[Cost], of: Callable[[Cost], float]) -> float:
    """Give the median of one figure over the runs."""
    return statistics.median(of(cost) for cost in costs)


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


def _rss(process: psutil.Process) -> int:
    return process.memory_info().rss
