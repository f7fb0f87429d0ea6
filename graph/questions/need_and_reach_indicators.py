"""The rows of the indicators: what is measured where, how the values spread and how they changed."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Annotated

import numpy as np

from graph.network import Network
from graph.questions.answer import DETAIL, Finding, Ref
from graph.questions.contacts import SHOWN
from graph.questions.naming import ref
from graph.questions.need import Series
from graph.questions.need_and_reach_monitoring import Monitoring, change
from graph.questions.ranked import ROWS
from schema.nodes import Sozialraum
from schema.text import Text, verbatim
from schema.ties import Measured


class IndicatorRow(Finding):
    """One indicator in the areas of one kind, by the latest value of each."""

    indicator: Annotated[Ref, Text("Indikator", "indicator")]
    direction: Annotated[Text, Text("Richtung", "direction")]
    year: Annotated[Text, Text("Jahr", "year")]
    areas: Annotated[int, Text("Gebiete mit Wert", "areas with a value")]
    of: Annotated[int, Text("von", "of")]
    low: Annotated[float, Text("niedrigster Wert", "lowest value")]
    median: Annotated[float, Text("Median", "median")]
    high: Annotated[float, Text("höchster Wert", "highest value")]
    neediest: Annotated[Ref | None, Text("höchster Bedarf in", "highest need in")]
    change: Annotated[float | None, Text("mittlere Veränderung", "mean change")]
    kind: Annotated[Text, Text("Art der Gebiete", "kind of areas"), DETAIL]
    unit: Annotated[Text | None, Text("Einheit", "unit"), DETAIL]
    before: Annotated[Text | None, Text("verglichen mit", "compared with"), DETAIL]
    both: Annotated[int, Text("Gebiete mit zwei Jahren", "areas with two years"), DETAIL]


Group = tuple[int, str]
"""An indicator, and a kind of area in which it is measured."""


def indicator_rows(monitoring: Monitoring) -> tuple[IndicatorRow, ...]:
    """Name the indicators, those that cover most areas first, then by name."""
    network, ties = monitoring.network, _ties(monitoring.network)
    groups = defaultdict[Group, dict[int, Series]](dict)
    real = network.of_type(Sozialraum) & ~network.placeholder
    kind = {int(i): str(network.node_rows[i].get("kind") or "") for i in np.flatnonzero(real)}
    for (indicator, area), years in monitoring.measured.items():
        if area in kind and not network.placeholder[indicator]:
            groups[indicator, kind[area]][area] = years
    alike = Counter(kind.values())
    listed = sorted(groups, key=lambda k: (-len(groups[k]), network.name(k[0]), k[1], network.ids[k[0]]))
    return tuple(_row(network, group, groups[group], alike[group[1]], ties) for group in listed[:ROWS])


def _ties(network: Network) -> dict[tuple[int, int], list[str]]:
    """Find the ids of the ties that give the values of an indicator in an area."""
    found = defaultdict[tuple[int, int], list[str]](list)
    for j in np.flatnonzero(network.with_verb(Measured)):
        found[int(network.start[j]), int(network.end[j])].append(str(network.tie_rows[j]["id"]))
    return found


def _row(
    network: Network, group: Group, measured: dict[int, Series], of: int, ties: dict[tuple[int, int], list[str]]
) -> IndicatorRow:
    (indicator, kind), row = group, network.node_rows[group[0]]
    value = {area: years[max(years)] for area, years in measured.items()}
    changes = [step for years in measured.values() for step in change(years)]
    earlier = [sorted(years)[-2] for years in measured.values() if len(years) > 1]
    values = np.array(list(value.values()))
    return IndicatorRow(
        indicator=ref(network, indicator),
        direction=DIRECTION[row.get("high_is_need")],
        year=_years(max(years) for years in measured.values()),
        areas=len(value),
        of=of,
        low=round(float(values.min()), 4),
        median=round(float(np.median(values)), 4),
        high=round(float(values.max()), 4),
        neediest=_neediest(network, value, row.get("high_is_need")),
        change=round(float(np.mean(np.sort(changes))), 4) if changes else None,
        kind=verbatim(kind) if kind else Text("ohne Angabe", "not stated"),
        unit=verbatim(row["unit"]) if row.get("unit") else None,
        before=_years(earlier) if earlier else None,
        both=len(changes),
        evidence=(network.ids[indicator], *[id for area in sorted(value) for id in ties[indicator, area]][:SHOWN]),
    )


def _neediest(network: Network, value: dict[int, float], high_is_need: bool | None) -> Ref | None:
    """Name the area of the highest need; None where the direction is not known or all values are equal."""
    if high_is_need is None or len(set(value.values())) == 1:
        return None
    sign = -1 if high_is_need else 1
    return ref(network, min(value, key=lambda area: (sign * value[area], network.name(area), network.ids[area])))


DIRECTION = {
    True: Text("hoher Wert = hoher Bedarf", "high value = high need"),
    False: Text("niedriger Wert = hoher Bedarf", "low value = high need"),
    None: Text("ohne Richtung, zählt nicht für den Bedarf", "no direction, does not count for the need"),
}


def _years(years: Iterable[int]) -> Text:
    """Write the first and the last of some years."""
    ends = sorted(set(years))
    return verbatim("–".join(str(year) for year in dict.fromkeys((ends[0], ends[-1]))))
