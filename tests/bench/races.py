"""Each measure against its peers in the same run: a line for each number of ties, the ratio, and how it grows."""

import json
import math
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from tests.bench.lap import ONE_THREAD
from tests.bench.measures import OURS, RACES, Race

TIMEOUT_S = 1800


@dataclass(frozen=True, slots=True)
class Line:
    """One competitor at one size; `ratio` is the peer's CPU time divided by ours."""

    measure: str
    ties: int
    competitor: str
    cpu_s: float
    peak_mib: float | None
    ours_cpu_s: float
    ratio: float
    must: float | None
    goal: float | None

    @property
    def verdict(self) -> str:
        """Say whether the ratio meets what it must, and how far it is from the goal."""
        if self.must is None:
            return ""
        met = "must met" if self.ratio >= self.must else "MUST MISSED"
        return met if self.goal is None else f"{met}, {self.ratio / self.goal:.2f} of the goal"

    def plain(self) -> dict[str, Any]:
        """Give the line as plain values."""
        return {key: round(v, 4) if isinstance(v, float) else v for key, v in asdict(self).items()}


def lines(sizes: tuple[int, ...], only: str | None = None) -> Iterator[Line]:
    """Run every measure at every size that it is made for."""
    for name, race in RACES.items():
        for ties in sizes if only in (None, name) else ():
            yield from _lines(name, race, ties)


def _lines(name: str, race: Race, ties: int) -> Iterator[Line]:
    if ties > race.competitors[OURS].up_to:
        return
    ours = _lap(name, OURS, ties)
    for who, competitor in race.competitors.items():
        if ties <= competitor.up_to and competitor.there():
            took = ours if who == OURS else _lap(name, who, ties)
            judged = ties == race.judged_at
            yield Line(
                name,
                ties,
                who,
                took["cpu_s"],
                took["peak_mib"],
                ours["cpu_s"],
                took["cpu_s"] / max(ours["cpu_s"], 1e-9),
                competitor.must if judged else None,
                competitor.goal if judged else None,
            )


def _lap(measure: str, competitor: str, ties: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.lap", measure, competitor, str(ties)]
    done = subprocess.run(
        command, env=os.environ | ONE_THREAD, capture_output=True, text=True, timeout=TIMEOUT_S, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def growth(found: list[Line]) -> dict[str, float]:
    """Give for each measure the exponent by which our CPU time grows with the ties, over the sizes above 10 ms."""
    exponents = {}
    for name in RACES:
        ours = [line for line in found if line.measure == name and line.competitor == OURS and line.cpu_s > 0.01]
        if len(ours) > 1:
            first, last = ours[0], ours[-1]
            exponents[name] = math.log(last.cpu_s / first.cpu_s) / math.log(last.ties / first.ties)
    return exponents
