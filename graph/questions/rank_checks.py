"""How firmly rankings stand while ties are missing: several measures side by side, over the same units.

The correlation between what was found and what is found with ties missing follows Borgatti, S. P., Carley, K. M. and
Krackhardt, D. (2006), On the robustness of centrality measures, Social Networks 28, 124–136, and Costenbader, E. and
Valente, T. W. (2003), The stability of centrality measures when networks are sampled, Social Networks 25, 283–307.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.measures.arrays import mean_rank, places, structural_holes
from graph.measures.arrays.matrices import Floats, Integers
from graph.measures.arrays.ranking import DIGITS, ascending
from graph.network import Mask
from graph.questions.case import Case
from graph.questions.contacts import Contacts
from graph.questions.lifts import axes, units
from graph.questions.naming import order
from graph.questions.robust import SHARES, Thinned
from schema.text import Text

PLACES = 10
"""Places that are called the first ones here."""
ALIKE, STAY = 0.9, 0.8
"""Rank correlation, and share of the first places whose holders stay, from which on, both included, a ranking holds."""
MEASURES: Mapping[str, Text] = MappingProxyType(
    {
        "contacts": Text("Zahl der Kontakte", "number of contacts"),
        "open": Text("Zahl der nicht redundanten Kontakte", "number of non-redundant contacts"),
        "vertical": Text("Zahl der Paare über Ebenen", "number of pairs across levels"),
        "lift": Text("Fahrstuhlwert", "lift score"),
    }
)
HOLDS = Text("hält, wenn 20 % fehlen", "holds with 20 % missing")
HOLDS_AT_10 = Text("hält, wenn 10 % fehlen", "holds with 10 % missing")
FAILS = Text("hält nicht", "does not hold")


def verdict(at_10: bool, at_20: bool) -> Text:
    """Say at which share of missing ties something holds."""
    return HOLDS if at_10 and at_20 else HOLDS_AT_10 if at_10 else FAILS


@dataclass(frozen=True, eq=False)
class Rankings:
    """Some units (positions) with their values in each measure, and which of them act as the Fahrstuhlagentur."""

    nodes: Integers
    values: Mapping[str, Floats]
    agency: Mask

    @classmethod
    def of(cls, contacts: Contacts, nodes: Integers) -> "Rankings":
        """Measure some units within the whole contact network."""
        found = axes(contacts, nodes)
        open_ways = structural_holes(contacts.adjacency).effective_size[nodes]
        values = {
            "contacts": contacts.degree[nodes],
            "open": np.nan_to_num(open_ways, nan=0.0),
            "vertical": found.vertical,
            "lift": found.score,
        }
        return cls(nodes, {name: np.round(v.astype(np.float64), DIGITS) for name, v in values.items()}, found.agency)

    @cached_property
    def ranks(self) -> Mapping[str, Integers]:
        """Give the places 1, 2, 2, 4 in each measure."""
        return {name: places(values) for name, values in self.values.items()}

    def first(self, name: str) -> Mask:
        """Mark those who hold one of the first places in a measure, with a value above zero."""
        return np.asarray((self.ranks[name] <= PLACES) & (self.values[name] > 0), dtype=np.bool_)

    def leading(self, name: str) -> Mask:
        """Mark who holds the first place in a measure, with a value above zero."""
        return np.asarray((self.ranks[name] == 1) & (self.values[name] > 0), dtype=np.bool_)

    def listed(self, contacts: Contacts) -> Integers:
        """List the rows of those who are among the first in any measure, by their mean rank."""
        mean = mean_rank(list(self.values.values())) if len(self.nodes) else np.zeros(0)
        rows = order(contacts.network, self.nodes, -mean)
        some = np.zeros(len(self.nodes), dtype=np.bool_)
        for name in self.values:
            some |= self.first(name)
        return np.asarray(rows[some[rows]], dtype=np.int64)


def alike(before: npt.ArrayLike, after: npt.ArrayLike) -> float:
    """Give Spearman's rank correlation, Pearson's of the ranks; NaN where either has all values equal.

    >>> round(alike([1, 2, 3, 4], [1, 2, 4, 3]), 1)
    0.8
    """
    one, other = np.asarray(before, dtype=np.float64), np.asarray(after, dtype=np.float64)
    if len(one) < 2 or np.ptp(one) == 0 or np.ptp(other) == 0:
        return float("nan")
    return float(np.corrcoef(ascending(one), ascending(other))[0, 1])


def rankings(contacts: Contacts) -> Rankings:
    """Measure the units that have contacts."""
    return Rankings.of(contacts, np.flatnonzero(units(contacts)).astype(np.int64))


def checked(case: Case[Any], contacts: Contacts, found: Rankings) -> Thinned | None:
    """Rank the same units again while ties are missing; who loses all contacts has nothing in any measure."""

    def trial(lost: Mask) -> dict[str, Any]:
        again = Rankings.of(contacts.without(lost), found.nodes)
        seen: dict[str, Any] = {"agency": not (found.agency & ~again.agency).any()}
        for name in MEASURES:
            seen |= {
                name: again.ranks[name],
                f"{name} stay": int((found.first(name) & again.first(name)).sum()),
                f"{name} alike": alike(found.values[name], again.values[name]),
                f"{name} leads": not (found.leading(name) & ~again.leading(name)).any(),
            }
        return seen

    return case.thinned(contacts.counted, trial) if len(found.nodes) else None


def lowest_alike(thinned: Thinned, name: str, share: int) -> float | None:
    """Give the lowest rank correlation over the runs of a share; None where it is not defined in one of them."""
    found = float(thinned.spreads[f"{name} alike"].low[share][0])
    return None if np.isnan(found) else round(found, 3)


def holds(found: Rankings, thinned: Thinned, name: str) -> tuple[bool, ...]:
    """Say for each share whether a ranking holds: alike enough, and enough of the first stay, in every run.

    More than ten may hold the first ten places, as equals; there are no more than ten places to keep for that.
    """
    enough = math.ceil(round(STAY * min(int(found.first(name).sum()), PLACES), DIGITS))
    return tuple(
        (lowest_alike(thinned, name, k) or 0.0) >= ALIKE and bool(thinned.spreads[f"{name} stay"].low[k][0] >= enough)
        for k in range(len(SHARES))
    )
