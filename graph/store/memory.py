"""How much memory the embedded server may take on this machine."""

import os
from pathlib import Path

import psutil

from schema.errors import UsageError
from schema.text import Text

SETTING = "FAHRSTUHL_HEAP_MB"
LEAST_MB, MOST_MB = 256, 1024
_CGROUP_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))


def chosen_heap_mb(wanted: int | None = None) -> int:
    """Choose the heap in MB: as asked, else by the setting, else a quarter of the memory between 256 MB and 1 GB.

    Raises UsageError where the number asked for is none or too small to start with.
    """
    asked = wanted if wanted is not None else os.environ.get(SETTING)
    if asked is None or asked == "":
        return max(LEAST_MB, min(MOST_MB, available_mb() // 4))
    try:
        number = int(asked)
    except ValueError:
        number = 0
    if number < LEAST_MB:
        raise UsageError(
            Text(
                "Der Arbeitsspeicher „{n}“ MB für den Speicher ist zu klein.", "The heap of “{n}” MB is too small."
            ).format(n=asked),
            Text("Geben Sie mit {s} mindestens {m} an.", "Give at least {m} with {s}.").format(s=SETTING, m=LEAST_MB),
        )
    return number


def available_mb() -> int:
    """Tell the memory of the machine in MB, or of the container if that is less."""
    limits = [psutil.virtual_memory().total, *(limit for path in _CGROUP_LIMITS if (limit := _limit(path)))]
    return min(limits) >> 20


def _limit(path: Path) -> int | None:
    try:
        return int(path.read_text(encoding="ascii"))
    except (OSError, ValueError):  # not Linux, or "max": no limit
        return None
