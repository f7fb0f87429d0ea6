"""One lap: a measure by one competitor on one network, alone in a process; CPU seconds and memory as JSON.

`python -m tests.bench.lap MEASURE COMPETITOR TIES` is what `tests.bench.races` starts for each cell of its table.
"""

import ctypes
import gc
import json
import os
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.governance import Governance
from tests.bench.measures import RACES

ENOUGH_S = 2.0
MOST_RUNS = 7
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1")
STATUS, FORGET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def lap(measure: str, competitor: str, ties: int) -> dict[str, Any]:
    """Run it once for its memory, then as often as two seconds allow; the median counts."""
    run = RACES[measure].competitors[competitor].prepare(Governance.of(ties))
    gc.collect()
    first, peak = _with_peak(run)
    seconds = [first]
    while sum(seconds) < ENOUGH_S and len(seconds) < MOST_RUNS:
        seconds.append(_timed(run))
    return {"cpu_s": statistics.median(seconds[1:] or seconds), "peak_mib": peak, "runs": len(seconds)}


def _timed(run: Callable[[], object]) -> float:
    """Give the CPU seconds of a run; one that works in a process of its own gives them itself."""
    began = time.process_time()
    told = run()
    return told if isinstance(told, float) else time.process_time() - began


def _with_peak(run: Callable[[], object]) -> tuple[float, float | None]:
    """Give the CPU seconds of a run and the MiB that it held above what was there before; None where unknown.

    What the generator freed goes back to the system first: a run that uses it again would seem to need nothing.
    """
    give_back = FORGET.exists() and getattr(ctypes.CDLL(None), "malloc_trim", None)  # where glibc is
    if not give_back:
        return _timed(run), None
    give_back(0)
    FORGET.write_text("5")  # forgets the high-water mark of this process
    before = _held("VmRSS")
    seconds = _timed(run)
    return seconds, max(_held("VmHWM") - before, 0) / 1024


def _held(what: str) -> int:
    found = re.search(rf"{what}:\s+(\d+) kB", STATUS.read_text())
    assert found
    return int(found[1])


if __name__ == "__main__":
    os.environ.update(ONE_THREAD)
    measure, competitor, ties = sys.argv[1:]
    print(json.dumps(lap(measure, competitor, int(ties))))
