"""What is recorded about the ties themselves: where they come from, how old they are, what is only derived."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Integers
from graph.network import Mask, Network
from graph.questions.contacts import CONTACT, SHOWN
from graph.questions.source_groups import source_group
from schema.nodes import Person

Days = npt.NDArray[np.datetime64]
YEARS = (1, 2, 5)
"""Ages in years up to which, the day included, a tie counts to the younger class."""
LATER, UNDATED = -1, len(YEARS) + 1
"""Classes of age: recorded after the day that counts; without a date. Class k < len(YEARS) is up to `YEARS[k]`."""


@dataclass(frozen=True, eq=False)
class TieFacts:
    """The ties that neither begin nor end at a placeholder, by their positions in the network."""

    network: Network
    counted: Integers
    nameable: Mask
    """Marks the ties of the network that may be named as evidence: those of hidden persons may not."""

    @classmethod
    def of(cls, network: Network, persons: bool) -> "TieFacts":
        """Look at the ties of a network."""
        real = ~network.placeholder[network.start] & ~network.placeholder[network.end]
        hidden = network.of_type(Person) & (not persons)
        nameable = ~hidden[network.start] & ~hidden[network.end]
        return cls(network, np.flatnonzero(real).astype(np.int64), nameable)

    @cached_property
    def _rows(self) -> list[Any]:
        return [self.network.tie_rows[j] for j in self.counted.tolist()]

    @cached_property
    def group(self) -> npt.NDArray[np.object_]:
        """Give the source of each counted tie, shortened to what is one source."""
        known: dict[str, str] = {}
        sources = [str(row["source"]) for row in self._rows]
        for source in sources:
            if source not in known:
                known[source] = source_group(source)
        return np.array([known[source] for source in sources], dtype=np.object_)

    @cached_property
    def day(self) -> Days:
        """Give the day as of which each counted tie was recorded; NaT where it does not say."""
        return np.array([row.get("as_of") for row in self._rows], dtype="datetime64[D]")

    @cached_property
    def dated(self) -> Mask:
        """Mark the counted ties that say as of when."""
        return np.asarray(~np.isnat(self.day), dtype=np.bool_)

    @cached_property
    def derived(self) -> Mask:
        """Mark the counted ties that follow from evidence by a rule."""
        return np.array([bool(row.get("derived")) for row in self._rows], dtype=np.bool_)

    @cached_property
    def unsure(self) -> Mask:
        """Mark the counted ties whose confidence is below 1."""
        return np.array([row.get("confidence", 1.0) < 1 for row in self._rows], dtype=np.bool_)

    @cached_property
    def contact(self) -> Mask:
        """Mark the counted ties of types that count as contact."""
        return self.network.with_verb(*CONTACT)[self.counted]

    def age(self, day: date | None) -> Integers:
        """Give the class of age of each counted tie on a day; the year has its calendar length."""
        found = np.full(len(self.counted), UNDATED, dtype=np.int64)
        if day is None:
            return found
        found[self.dated] = len(YEARS)
        for k in reversed(range(len(YEARS))):
            found[self.dated & (self.day >= np.datetime64(_before(day, YEARS[k])))] = k
        found[self.dated & (self.day > np.datetime64(day))] = LATER
        return found

    def evidence(self, chosen: Mask) -> tuple[str, ...]:
        """Name some of the counted ties by their ids, at most `SHOWN`."""
        ties = self.counted[chosen]
        return tuple(str(self.network.tie_rows[j]["id"]) for j in ties[self.nameable[ties]][:SHOWN].tolist())

    def newest(self, chosen: Mask) -> date | None:
        """Give the latest day among some of the counted ties."""
        days = self.day[chosen & self.dated]
        return days.max().item() if len(days) else None

    def oldest(self, chosen: Mask) -> date | None:
        """Give the earliest day among some of the counted ties."""
        days = self.day[chosen & self.dated]
        return days.min().item() if len(days) else None


def day_of_age(network: Network) -> date | None:
    """Give the day on which ages are told: the one asked about, else the newest that the records bear; never today."""
    if network.as_of:
        return network.as_of
    days = [row["as_of"] for row in (*network.node_rows, *network.tie_rows) if row.get("as_of")]
    return max(days, default=None)


def _before(day: date, years: int) -> date:
    """Give the same day so many years before; the 28th where that year has no 29th of February.

    Not before the first day that the calendar knows.
    """
    if day.year <= years:
        return date.min
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
