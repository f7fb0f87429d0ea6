"""How high the need of each Sozialraum is by the indicators of the monitoring."""

from collections import defaultdict

import numpy as np
from scipy.stats import rankdata

from graph.measures.arrays.matrices import Floats
from graph.network import Network
from graph.questions.hierarchy import inside, within
from schema.nodes import Sozialraum
from schema.ties import Measured


def needs(network: Network) -> Floats:
    """Give each Sozialraum a need between 0 and 1, NaN where nothing is measured; other nodes NaN.

    For each indicator with a direction, the areas of the same kind are ranked by their latest value (highest need 1,
    lowest 0, equal values share the mean); the need is the mean over the indicators. An area without values of its own
    takes the mean of the areas within it.
    """
    collected: dict[int, list[float]] = defaultdict(list)
    for (indicator, _), values in sorted(_latest(network).items()):
        if len(values) > 1:
            areas = sorted(values)
            share = (rankdata([values[i] for i in areas]) - 1) / (len(areas) - 1)
            high_is_need = bool(network.node_rows[indicator]["high_is_need"])
            for i, value in zip(areas, share if high_is_need else 1 - share, strict=True):
                collected[i].append(float(value))
    found = np.full(network.n, np.nan)
    for i, shares in collected.items():
        found[i] = round(float(np.mean(shares)), 6)
    return _of_parts(network, found)


def _latest(network: Network) -> dict[tuple[int, str], dict[int, float]]:
    """Give for each indicator with a direction and each kind of area the latest value of each Sozialraum."""
    areas = network.of_type(Sozialraum)
    newest: dict[tuple[int, int], tuple[int, float]] = {}
    for j in np.flatnonzero(network.with_verb(Measured) & areas[network.end]):
        row, ends = network.tie_rows[j], (int(network.start[j]), int(network.end[j]))
        if network.node_rows[ends[0]].get("high_is_need") is not None:
            newest[ends] = max(newest.get(ends, (0, 0.0)), (int(row["year"]), float(row["value"])))
    grouped: dict[tuple[int, str], dict[int, float]] = defaultdict(dict)
    for (indicator, area), (_, value) in newest.items():
        grouped[indicator, network.node_rows[area].get("kind") or ""][area] = value
    return grouped


def _of_parts(network: Network, own: Floats) -> Floats:
    """Fill in areas without values with the mean of the areas within them."""
    found, parts = own.copy(), within(network, Sozialraum).T.tocsr()
    for i in np.flatnonzero(network.of_type(Sozialraum) & np.isnan(own)):
        values = own[inside(parts, int(i))]
        if (~np.isnan(values)).any():
            found[i] = round(float(np.mean(np.sort(values[~np.isnan(values)]))), 6)
    return found
