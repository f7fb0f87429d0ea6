"""Divisions as they are given, and those that are given by units: which zone each address, block or person is in."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from graph.measures.arrays.matrices import Matrix, binary, matrix
from schema.errors import UnmeasurableError
from schema.text import Text

Division = Mapping[Any, Any]
"""From unit to its zone (or a list or set of zones; None: none); or from zone to its shape, GeoJSON or shapely."""


@dataclass(frozen=True, eq=False)
class Units:
    """Which zones each unit belongs to: `belongs[u, z]` = 1 where `units[u]` is in zone `labels[z]`, sorted by name."""

    labels: tuple[Any, ...]
    units: tuple[Any, ...]
    belongs: Matrix


def is_spatial(*divisions: Division) -> bool:
    """Tell divisions given by shapes from those given by units; raises UnmeasurableError where both are mixed."""
    kinds = {_is_shape(value) for division in divisions for value in division.values() if value is not None}
    if len(kinds) > 1:
        raise UnmeasurableError(
            Text(
                "Die Einteilungen sind teils durch Flächen, teils durch Einheiten gegeben.",
                "The divisions are given partly by shapes, partly by units.",
            ),
            Text("Geben Sie beide auf dieselbe Weise an.", "Give both in the same way."),
        )
    return kinds == {True}


def ordered_labels(labels: Iterable[Hashable]) -> tuple[Any, ...]:
    """Sort names as text, so that the order in which they come changes nothing."""
    return tuple(sorted(dict.fromkeys(labels), key=lambda label: (str(label), repr(label))))


def units(division: Division) -> Units:
    """Read a division given by units."""
    held = [_several(named) for named in division.values()]
    labels = ordered_labels(zone for several in held for zone in several)
    at = {label: k for k, label in enumerate(labels)}
    zone = np.array([at[label] for several in held for label in several], dtype=np.int64)
    unit = np.repeat(np.arange(len(held)), [len(several) for several in held])
    return Units(labels, tuple(division), binary(matrix(unit, zone, (len(held), len(labels)))))


def checked(tolerance: float | None, usual: float) -> float:
    """Give the tolerance, or the usual one; raises UnmeasurableError for one that is no share."""
    if tolerance is None:
        return usual
    if not 0 <= tolerance < 1:
        raise UnmeasurableError(
            Text(
                "Die Toleranz {t!r} ist kein Anteil von 0 bis unter 1.",
                "Tolerance {t!r} is no share from 0 to below 1.",
            ).format(t=tolerance)
        )
    return tolerance


def sizes(named: Iterable[Any], size: Mapping[Any, float] | None) -> dict[Any, float]:
    """Give the size of each unit, 1 where none is asked for; raises UnmeasurableError for one that is no size."""
    found = {unit: 1.0 if size is None else size.get(unit) for unit in named}
    wrong = [unit for unit, value in found.items() if value is None or not (np.isfinite(value) and value >= 0)]
    if wrong:
        raise UnmeasurableError(
            Text("Die Größe der Einheit {unit!r} ist {value!r}.", "The size of unit {unit!r} is {value!r}.").format(
                unit=wrong[0], value=found[wrong[0]]
            ),
            Text(
                "Jede Einheit braucht eine endliche Größe von 0 oder mehr.",
                "Each unit needs a finite size of 0 or more.",
            ),
        )
    return {unit: float(value) for unit, value in found.items() if value is not None}


def _several(named: Any) -> list[Any]:
    several = named if isinstance(named, list | set | frozenset) else [named]
    return [zone for zone in several if zone is not None and zone == zone]  # NaN is not equal to itself


def _is_shape(value: Any) -> bool:
    geo_json = isinstance(value, str) and value.lstrip().startswith("{")
    return geo_json or isinstance(value, shapely.Geometry) or (isinstance(value, Mapping) and "type" in value)
