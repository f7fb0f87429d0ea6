"""The monitoring behind the need: what drives it in a Sozialraum, and how it changed."""

from collections import defaultdict
from functools import cached_property
from itertools import pairwise

import numpy as np

from graph.measures.arrays.matrices import Floats
from graph.network import Network
from graph.questions.hierarchy import inside, within
from graph.questions.need import Series, needs, series, shares_of_areas
from schema.nodes import Sozialraum
from schema.text import Text

DRIVERS = 3
"""Indicators named for each area, of those by which its need lies above the middle."""
MIDDLE = 0.5


class Monitoring:
    """What is measured in the Sozialräume of a network."""

    def __init__(self, network: Network) -> None:
        """Collect the values by year."""
        self.network = network
        self.measured = series(network)
        self.shares = shares_of_areas(network, self.measured)
        self._parts = within(network, Sozialraum).T.tocsr()

    @cached_property
    def need(self) -> Floats:
        """Give the need of each Sozialraum, as `graph.questions.need.needs`."""
        return needs(self.network)

    def _sources(self, i: int) -> list[int]:
        """List the areas from whose values the need of an area comes: itself, or else those within it."""
        return [i] if i in self.shares else [k for k in inside(self._parts, i).tolist() if k in self.shares]

    def _shares(self, i: int) -> dict[int, float]:
        """Give how high the need of an area is by each indicator, the mean over the areas that it comes from."""
        collected: dict[int, list[float]] = defaultdict(list)
        for source in self._sources(i):
            for indicator, share in self.shares[source].items():
                collected[indicator].append(share)
        return {indicator: round(float(np.mean(np.sort(values))), 6) for indicator, values in collected.items()}

    def driving(self, i: int) -> list[int]:
        """List the indicators by which the need of an area lies highest above the middle."""
        shares, network = self._shares(i), self.network
        above = [indicator for indicator, share in shares.items() if share > MIDDLE]
        return sorted(above, key=lambda k: (-shares[k], network.name(k), network.ids[k]))[:DRIVERS]

    def drivers(self, i: int) -> tuple[Text, ...]:
        """Name these indicators with how high the need is by them."""
        shares = self._shares(i)
        return tuple(valued(self.network.name(k), shares[k]) for k in self.driving(i))

    def trend(self, i: int) -> Text | None:
        """Say by how many indicators the need of an area rose and fell since the year before; None without two years.

        An indicator counts as it changed on the mean over the areas from which the need comes.
        """
        moved: dict[int, list[float]] = defaultdict(list)
        for source in self._sources(i):
            for indicator in self.shares[source]:
                years = self.measured[indicator, source]
                sign = 1 if self.network.node_rows[indicator]["high_is_need"] else -1
                moved[indicator] += [sign * step for step in change(years)]
        ways = [round(float(np.mean(np.sort(changes))), 9) for changes in moved.values() if changes]
        text = Text(
            "mehr Bedarf bei {more}, weniger bei {less} von {all} Indikatoren",
            "more need by {more}, less by {less} of {all} indicators",
        )
        more, less = sum(way > 0 for way in ways), sum(way < 0 for way in ways)
        return text.format(more=more, less=less, all=len(ways)) if ways else None


def change(years: Series) -> list[float]:
    """Give the change of the latest value since the year measured before; nothing where only one year is."""
    return [years[latest] - years[before] for before, latest in list(pairwise(sorted(years)))[-1:]]


def valued(name: str, share: float) -> Text:
    """Write a name with a value between 0 and 1 in brackets."""
    value = f"{share:.2f}"
    return Text(f"{name} ({value.replace('.', ',')})", f"{name} ({value})")
