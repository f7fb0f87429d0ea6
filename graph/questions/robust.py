"""How much an answer rests on single ties: its figures and ranks again while some ties are missing by chance.

Records of who deals with whom are never complete, and the measures differ in how much they bear (Borgatti, Carley and
Krackhardt 2006, On the robustness of centrality measures, Social Networks 28, 124–136). So each share of `SHARES` of
the ties that count is deleted several times by chance, seeded, and the lowest and highest value of each figure is kept.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Floats, Integers
from graph.network import Mask
from graph.questions.answer import Interval, Robustness, Sturdy
from schema.text import Text

SHARES = (0.1, 0.2)
SEED = 1
TOP = 5
"""Places that are called the first ones."""
MOST_RUNS, LEAST_RUNS = 10, 2
WORK = 80_000
"""Ties times runs that a check may cost; large networks get fewer runs, and the answer says how many."""

Trial = Callable[[Mask], Mapping[str, npt.ArrayLike]]
"""Given which ties of the network are missing, the figures (one number) and ranks (one number for each row) by name."""
Told = Callable[[int, int], None]
"""Told how many steps of how many are done."""


@dataclass(frozen=True, eq=False)
class Spread:
    """The lowest and the highest value of a figure or of each rank, for each of `SHARES`."""

    low: tuple[Floats, ...]
    high: tuple[Floats, ...]

    def interval(self, k: int, share: int) -> Interval:
        """Give the interval of row `k` for the share at a position of `SHARES`."""
        return Interval(low=_plain(self.low[share][k]), high=_plain(self.high[share][k]))


@dataclass(frozen=True, eq=False)
class Thinned:
    """What was seen in the runs."""

    ties: int
    runs: int
    spreads: Mapping[str, Spread]

    def ranks(self, name: str, k: int) -> dict[str, Interval]:
        """Give the fields of a `Ranked` row."""
        spread = self.spreads[name]
        return {"rank_10": spread.interval(k, 0), "rank_20": spread.interval(k, 1)}

    def report(self, figures: Mapping[str, tuple[Text, float]]) -> Robustness:
        """Say how the named figures (label, value found) vary."""
        found = [
            Sturdy(
                label=label,
                value=round(float(value), 4),
                with_10=self.spreads[name].interval(0, 0),
                with_20=self.spreads[name].interval(0, 1),
            )
            for name, (label, value) in figures.items()
        ]
        return Robustness(ties=self.ties, runs=self.runs, seed=SEED, figures=tuple(found))


def first(rank: Integers) -> int:
    """Count those who hold one of the first `TOP` places."""
    return int((rank <= TOP).sum())


def stay(before: Integers, after: Integers) -> int:
    """Count those who held one of the first `TOP` places and still do."""
    return int(((before <= TOP) & (after <= TOP)).sum())


def runs(ties: int) -> int:
    """Say how many runs of each share a network with so many ties gets."""
    return max(LEAST_RUNS, min(MOST_RUNS, WORK // max(ties, 1)))


def thinned(counted: Mask, trial: Trial, told: Told) -> Thinned:
    """Delete shares of the `counted` ties by chance and try again each time."""
    ties, times = np.flatnonzero(counted), runs(int(counted.sum()))
    chance, seen = np.random.default_rng(SEED), []
    for nth in range(times * len(SHARES)):
        told(nth, times * len(SHARES))
        lost = np.zeros(len(counted), dtype=np.bool_)
        lost[chance.choice(ties, size=round(SHARES[nth // times] * len(ties)), replace=False)] = True
        seen.append({name: np.atleast_1d(np.asarray(value, np.float64)) for name, value in trial(lost).items()})
    shares = [seen[first : first + times] for first in range(0, len(seen), times)]
    return Thinned(len(ties), times, {name: _spread(name, shares) for name in seen[0]})


def _spread(name: str, shares: list[list[dict[str, Any]]]) -> Spread:
    stacked = [np.stack([values[name] for values in runs]) for runs in shares]
    return Spread(tuple(values.min(axis=0) for values in stacked), tuple(values.max(axis=0) for values in stacked))


def _plain(value: float) -> float:
    return round(float(value), 4)
