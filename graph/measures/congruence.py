"""Congruence: how far two divisions into zones agree, by ground or by the units that they divide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.measures.arrays import congruence as arrays
from graph.measures.arrays.areas import shared_areas
from graph.measures.arrays.congruence import Nesting
from graph.measures.arrays.matrices import Floats, Integers, Matrix, ordered
from graph.measures.divisions import Division, Units, checked, is_spatial, sizes, units
from graph.measures.flaws import SLIVER, Flaws, flaws_of_units, flaws_of_zones
from graph.measures.zones import zones


@dataclass(frozen=True)
class Cell:
    """One zone of each division and what they share: its size, as a share of either zone, Jaccard and Dice."""

    a: Any
    b: Any
    shared: float
    share_of_a: float
    share_of_b: float
    jaccard: float
    dice: float


@dataclass(frozen=True)
class Congruence:
    """How far two divisions agree; the flaws of each come first, for they limit what the rest can say.

    `cells`: all pairs of zones that share something; `slivers`: those too small to count. `nested`: whether the zones
    of one lie in those of the other, which is no disagreement; `inside_b`, `inside_a`: the zone of the other division
    that a zone lies in, None for one that is cut. `mixed_a`, `mixed_b`: 0 for a zone that is not cut, more the more it
    is. `only_a`, `only_b`: what of a zone the other division leaves out.
    """

    flaws_a: Flaws
    flaws_b: Flaws
    nested: Nesting
    homogeneity: float
    completeness: float
    v_measure: float
    mapcurves: float
    mapcurves_a: float
    mapcurves_b: float
    cells: tuple[Cell, ...]
    slivers: tuple[Cell, ...]
    size_a: dict[Any, float]
    size_b: dict[Any, float]
    only_a: dict[Any, float]
    only_b: dict[Any, float]
    inside_a: dict[Any, Any]
    inside_b: dict[Any, Any]
    mixed_a: dict[Any, float]
    mixed_b: dict[Any, float]


def congruence(
    a: Division,
    b: Division,
    size: Mapping[Any, float] | None = None,
    tolerance: float | None = None,
    planar: bool = False,
) -> Congruence:
    """Compare two divisions of the same area, say Sozialräume and school districts, zone by zone and as a whole.

    Parameters:

    - `a`, `b`: both from unit (address, block, person) to zone, or both from zone to shape. A unit may be in several
      zones (list, set) or none (None). A shape is shapely or GeoJSON, geometry or feature, as mapping or as text, in
      WGS 84 degrees; it is projected to equal areas (EPSG:3035 in Europe) and sizes are m². `planar`: coordinates lie
      in a plane already, and sizes are in its own unit.
    - `size`: how much each unit counts, say its inhabitants; 1 each unless given.
    - `tolerance`: pairs that share less than this part of the smaller zone are slivers; 0.01 for shapes, 0 for units.

    For zones r of a, z of b that share s: coverage s/|r| and s/|z|, Jaccard s/|r ∪ z|, Dice 2s/(|r| + |z|). For the
    whole, over what both cover: homogeneity 1 − H(a|b)/H(a) is high where each zone of b holds parts of one zone of a
    only; completeness 1 − H(b|a)/H(b) where each zone of a lies in one zone of b only; V-measure is their harmonic
    mean. Mapcurves: each zone has the fit Σ s²/(|r||z|); the area under the curve of how many zones fit how well, the
    larger of both divisions.

    Edge cases: a division of one zone has homogeneity (as a) or completeness (as b) 1. Divisions that share nothing:
    these four are NaN, nested is "neither". Where a division overlaps itself, what two zones claim counts for each.
    Raises UnmeasurableError for shapes that cannot be read and for sizes that are missing, negative or no numbers.

    >>> blocks = congruence({1: "West", 2: "West", 3: "Ost", 4: "Ost"}, {1: "A", 2: "B", 3: "B", 4: "B"})
    >>> [round(value, 4) for value in (blocks.homogeneity, blocks.completeness, blocks.v_measure)]
    [0.3113, 0.3837, 0.3437]
    >>> blocks.nested, blocks.inside_b
    ('neither', {'Ost': 'B', 'West': None})

    Nowosad, J. and Stepinski, T. F. (2018), International Journal of Geographical Information Science 32(12),
    2386–2401 (a is their R, b their Z); Hargrove, W. W., Hoffman, F. M. and Hessburg, P. F. (2006), Journal of
    Geographical Systems 8, 187–208.
    """
    if is_spatial(a, b):
        least = checked(tolerance, SLIVER)
        of_a, of_b = zones(a, b, planar=planar)
        compared = arrays.congruence(shared_areas(of_a.shapes, of_b.shapes), of_a.size, of_b.size, least)
        return _named(compared, of_a.labels, of_b.labels, flaws_of_zones(of_a, least), flaws_of_zones(of_b, least))
    counted, least = sizes([*a, *b], size), checked(tolerance, 0.0)
    held_a, held_b = (units({unit: division.get(unit) for unit in counted}) for division in (a, b))
    return _named(
        arrays.congruence(*_table(held_a, held_b, counted), least),
        held_a.labels,
        held_b.labels,
        flaws_of_units(held_a, counted),
        flaws_of_units(held_b, counted),
    )


def _table(of_a: Units, of_b: Units, size: Mapping[Any, float]) -> tuple[Matrix, Floats, Floats]:
    """Give what zones share, zones of a × zones of b, and the whole size of the zones of either."""
    counted = np.array([size[unit] for unit in of_a.units], dtype=np.float64)
    weighed = ordered(of_a.belongs.T * counted)
    return ordered(weighed @ of_b.belongs), of_a.belongs.T @ counted, of_b.belongs.T @ counted


def _named(
    compared: arrays.Congruence, names_a: tuple[Any, ...], names_b: tuple[Any, ...], flaws_a: Flaws, flaws_b: Flaws
) -> Congruence:
    def by_zone(names: tuple[Any, ...], values: Floats) -> dict[Any, float]:
        return dict(zip(names, values.tolist(), strict=True))

    def hosts(names: tuple[Any, ...], others: tuple[Any, ...], places: Integers) -> dict[Any, Any]:
        return {name: others[k] if k >= 0 else None for name, k in zip(names, places.tolist(), strict=True)}

    return Congruence(
        flaws_a=flaws_a,
        flaws_b=flaws_b,
        nested=compared.nested,
        homogeneity=compared.homogeneity,
        completeness=compared.completeness,
        v_measure=compared.v_measure(),
        mapcurves=compared.mapcurves,
        mapcurves_a=compared.mapcurves_a,
        mapcurves_b=compared.mapcurves_b,
        cells=tuple(_cells(compared.cells, names_a, names_b)),
        slivers=tuple(_cells(compared.slivers, names_a, names_b)),
        size_a=by_zone(names_a, compared.size_a),
        size_b=by_zone(names_b, compared.size_b),
        only_a=by_zone(names_a, compared.only_a),
        only_b=by_zone(names_b, compared.only_b),
        inside_a=hosts(names_b, names_a, compared.inside_a),
        inside_b=hosts(names_a, names_b, compared.inside_b),
        mixed_a=by_zone(names_a, compared.inhomogeneity_a),
        mixed_b=by_zone(names_b, compared.inhomogeneity_b),
    )


def _cells(of: arrays.Cells, names_a: tuple[Any, ...], names_b: tuple[Any, ...]) -> Iterator[Cell]:
    columns = (of.shared, of.share_of_a, of.share_of_b, of.jaccard, of.dice)
    for i, j, *values in zip(of.a.tolist(), of.b.tolist(), *(column.tolist() for column in columns), strict=True):
        yield Cell(names_a[i], names_b[j], *values)
