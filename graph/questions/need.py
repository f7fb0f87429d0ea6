"""How high the need of each Sozialraum is by the indicators of the monitoring."""

from collections import defaultdict

import numpy as np

from graph.measures.arrays.matrices import Floats
from graph.measures.arrays.ranking import ascending
from graph.network import Network
from graph.questions.hierarchy import inside, within
from schema.nodes import Sozialraum
from schema.ties import Measured

Series = dict[int, float]
"""The value of each year in which one was measured."""


def needs(network: Network) -> Floats:
    """Give each Sozialraum a need between 0 and 1, NaN where nothing is measured; other nodes NaN.

    For each indicator with a direction, the areas of the same kind are ranked by their latest value (highest need 1,
    lowest 0, equal values share the mean); the need is the mean over the indicators. An area without values of its own
    takes the mean of the areas within it.
    """
    found = np.full(network.n, np.nan)
    for i, shares in shares_of_areas(network, series(network)).items():
        found[i] = round(float(np.mean(list(shares.values()))), 6)
    return _of_parts(network, found)


def shares_of_areas(network: Network, measured: dict[tuple[int, int], Series]) -> dict[int, dict[int, float]]:
    """Give for each Sozialraum with values of its own how high its need is by each indicator with a direction."""
    collected: dict[int, dict[int, float]] = defaultdict(dict)
    for (indicator, _), values in sorted(_latest(network, measured).items()):
        if len(values) > 1:
            areas = sorted(values)
            share = (ascending([values[i] for i in areas]) - 1) / (len(areas) - 1)
            high_is_need = bool(network.node_rows[indicator]["high_is_need"])
            for i, value in zip(areas, share if high_is_need else 1 - share, strict=True):
                collected[i][indicator] = float(value)
    return collected


def series(network: Network) -> dict[tuple[int, int], Series]:
    """Give for each indicator and Sozialraum the values by year; of several for one year the highest."""
    areas, found = network.of_type(Sozialraum), defaultdict[tuple[int, int], Series](dict)
    for j in np.flatnonzero(network.with_verb(Measured) & areas[network.end]):
        years, row = found[int(network.start[j]), int(network.end[j])], network.tie_rows[j]
        year, value = int(row["year"]), float(row["value"])
        years[year] = max(years.get(year, value), value)
    return found


def _latest(network: Network, measured: dict[tuple[int, int], Series]) -> dict[tuple[int, str], dict[int, float]]:
    """Give for each indicator with a direction and each kind of area the latest value of each Sozialraum."""
    grouped: dict[tuple[int, str], dict[int, float]] = defaultdict(dict)
    for (indicator, area), years in measured.items():
        if network.node_rows[indicator].get("high_is_need") is not None:
            grouped[indicator, network.node_rows[area].get("kind") or ""][area] = years[max(years)]
    return grouped


def _of_parts(network: Network, own: Floats) -> Floats:
    """Fill in areas without values with the mean of the areas within them."""
    found, parts = own.copy(), within(network, Sozialraum).T.tocsr()
    for i in np.flatnonzero(network.of_type(Sozialraum) & np.isnan(own)):
        values = own[inside(parts, int(i))]
        if (~np.isnan(values)).any():
            found[i] = round(float(np.mean(np.sort(values[~np.isnan(values)]))), 6)
    return found
