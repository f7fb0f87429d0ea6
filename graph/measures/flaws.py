"""Flaws of one division by itself: ground or units that no zone has, or that several zones claim."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import shapely

from graph.measures.arrays import areas
from graph.measures.arrays.congruence import ROUNDING
from graph.measures.divisions import Division, Units, checked, is_spatial, sizes, units
from graph.measures.zones import Zones, zones

SLIVER = 0.01
"""Where shapes are compared, less than this share of the smaller zone is the pen that slipped."""


@dataclass(frozen=True)
class Gap:
    """What no zone has: a hole between zones (`zones`: those around it), or a unit without a zone (`unit`)."""

    size: float
    zones: tuple[Any, ...] = ()
    unit: Any = None


@dataclass(frozen=True)
class Overlap:
    """What two zones of one division both claim; `units`: which units, where it is given by units."""

    a: Any
    b: Any
    size: float
    units: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Flaws:
    """The gaps and overlaps inside one division, largest first; empty where it is sound.

    `without_area`: zones left out because they have no ground; `repaired`: zones whose shape was invalid and was made
    valid.
    """

    gaps: tuple[Gap, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    without_area: tuple[Any, ...] = ()
    repaired: tuple[Any, ...] = ()

    def __bool__(self) -> bool:
        """Say whether there is any."""
        return bool(self.gaps or self.overlaps or self.without_area or self.repaired)


def flaws(
    division: Division, size: Mapping[Any, float] | None = None, tolerance: float | None = None, planar: bool = False
) -> Flaws:
    """Find the gaps and overlaps inside one division; look at them before comparing it with another.

    The parameters are those of `congruence`. With shapes, a gap is a hole that zones enclose, an enclave of somebody
    else included, and gaps and overlaps below `tolerance` (1 % unless given) of the smallest zone at them do not
    count. With units, a gap is a unit without a zone, an overlap are units in two zones.

    >>> flaws({"Schule": "Nord", "Kita": ["Nord", "Süd"], "Markt": None})  # doctest: +NORMALIZE_WHITESPACE
    Flaws(gaps=(Gap(size=1.0, zones=(), unit='Markt'),),
          overlaps=(Overlap(a='Nord', b='Süd', size=1.0, units=('Kita',)),), without_area=(), repaired=())
    """
    if is_spatial(division):
        return flaws_of_zones(zones(division, planar=planar)[0], checked(tolerance, SLIVER))
    return flaws_of_units(units(division), sizes(division, size))


def flaws_of_zones(of: Zones, tolerance: float) -> Flaws:
    """Find the flaws of a division given by shapes."""
    least = max(tolerance, ROUNDING)
    i, j, area = areas.overlaps(of.shapes)
    real = area >= least * np.minimum(of.size[i], of.size[j])
    found = areas.gaps(of.shapes)
    around = [found.zone[found.gap == k] for k in range(len(found.shapes))]
    holes = [
        Gap(float(size), tuple(of.labels[z] for z in sorted(near.tolist())))
        for size, near in zip(shapely.area(found.shapes), around, strict=True)
        if len(near) and size >= least * of.size[near].min()
    ]
    claimed = [
        Overlap(of.labels[a], of.labels[b], float(both))
        for a, b, both in zip(i[real].tolist(), j[real].tolist(), area[real], strict=True)
    ]
    return Flaws(_largest_first(holes), _largest_first(claimed), of.without_area, of.repaired)


def flaws_of_units(of: Units, size: Mapping[Any, float]) -> Flaws:
    """Find the flaws of a division given by units."""
    held = np.diff(of.belongs.indptr)
    missing = [Gap(float(size[of.units[u]]), unit=of.units[u]) for u in np.flatnonzero(held == 0).tolist()]
    claimed: dict[tuple[int, int], list[Any]] = {}
    for u in np.flatnonzero(held > 1).tolist():
        zones_of_unit = of.belongs.indices[of.belongs.indptr[u] : of.belongs.indptr[u + 1]].tolist()
        for pair in combinations(zones_of_unit, 2):
            claimed.setdefault(pair, []).append(of.units[u])
    listed = [
        Overlap(of.labels[a], of.labels[b], float(sum(size[unit] for unit in both)), tuple(sorted(both, key=str)))
        for (a, b), both in sorted(claimed.items())
    ]
    return Flaws(_largest_first(sorted(missing, key=lambda gap: str(gap.unit))), _largest_first(listed))


def _largest_first(found: list[Any]) -> tuple[Any, ...]:
    return tuple(sorted(found, key=lambda flaw: -flaw.size))
