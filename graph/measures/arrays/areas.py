"""Areas: shapes in an equal-area projection, what they share, and where a division overlaps itself or leaves gaps."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS, Transformer

from graph.measures.arrays.matrices import Floats, Integers, Matrix, matrix

Shapes = npt.NDArray[np.object_]
"""An array of shapely geometries."""

EUROPE = "EPSG:3035"
"""Lambert azimuthal equal-area for Europe, the grid of the European statistics."""
LONGEST_EDGE = 0.01
"""Degrees, about a kilometre: longer edges are cut before projection, where they would become curves."""


@dataclass(frozen=True, eq=False)
class Gaps:
    """Holes that a division leaves inside itself: `shapes`, and which zone (`zone`) stands at which hole (`gap`)."""

    shapes: Shapes
    gap: Integers
    zone: Integers


def projected(shapes: Shapes) -> Shapes:
    """Bring shapes from degrees (WGS 84, longitude first) into metres of an equal-area projection, without height.

    EPSG:3035 where all lie in Europe, elsewhere the Lambert azimuthal equal-area projection around their middle.
    """
    placed = shapes[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))]
    if not len(placed):
        return shapes
    to_metres = _to_metres(_projection(shapely.total_bounds(placed)))

    def moved(degrees: Floats) -> Floats:
        return np.column_stack(to_metres.transform(degrees[:, 0], degrees[:, 1]))

    made: Shapes = shapely.transform(shapely.segmentize(shapely.force_2d(shapes), LONGEST_EDGE), moved)
    return made


def _projection(bounds: Floats) -> str:
    within = CRS(EUROPE).area_of_use
    west, south, east, north = bounds
    if within and within.west <= west and within.south <= south and east <= within.east and north <= within.north:
        return EUROPE
    return f"+proj=laea +lat_0={(south + north) / 2:.6f} +lon_0={(west + east) / 2:.6f} +datum=WGS84 +units=m"


@cache
def _to_metres(projection: str) -> Transformer:
    return Transformer.from_crs("EPSG:4326", projection, always_xy=True)


def mended(shapes: Shapes) -> tuple[Shapes, npt.NDArray[np.bool_]]:
    """Make invalid shapes valid, keep of all only what has an area, and mark those that were invalid.

    Rings that cross themselves are taken apart where they cross; parts that overlap are joined.
    """
    invalid = ~shapely.is_valid(shapes) & ~shapely.is_missing(shapes)
    made = shapes.copy()
    made[invalid] = shapely.make_valid(shapes[invalid], method="structure", keep_collapsed=False)
    mixed = np.flatnonzero(shapely.get_type_id(made) == shapely.GeometryType.GEOMETRYCOLLECTION)
    for i in mixed:
        made[i] = _areal(made[i])
    return made, invalid


def _areal(collection: shapely.Geometry) -> shapely.Geometry:
    parts = shapely.get_parts(shapely.get_parts(collection))
    return shapely.union_all(parts[shapely.get_dimensions(parts) == 2])


def shared_areas(a: Shapes, b: Shapes) -> Matrix:
    """Give the area that each of `a` and each of `b` have in common, a × b, without those that only touch."""
    i, j = shapely.STRtree(b).query(a, predicate="intersects")
    area = shapely.area(shapely.intersection(a[i], b[j]))
    kept = area > 0
    return matrix(i[kept], j[kept], (len(a), len(b)), area[kept])


def overlaps(shapes: Shapes) -> tuple[Integers, Integers, Floats]:
    """Give the pairs i < j of shapes that claim the same ground, and how much."""
    i, j = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    i, j = i[i < j], j[i < j]
    area = shapely.area(shapely.intersection(shapes[i], shapes[j]))
    order = np.lexsort((j, i))
    order = order[area[order] > 0]
    return i[order], j[order], area[order]


def gaps(shapes: Shapes) -> Gaps:
    """Find the holes in the union of some shapes; an enclave that belongs to nobody is one as well."""
    whole = shapely.union_all(shapes)
    parts = shapely.get_parts(whole)
    rings = [shapely.get_interior_ring(part, k) for part in parts for k in range(shapely.get_num_interior_rings(part))]
    # A zone that lies in the hole without touching its edge is no part of the gap.
    holes = shapely.difference(np.array([shapely.polygons(ring) for ring in rings], dtype=np.object_), whole)
    gap, zone = shapely.STRtree(shapes).query(holes, predicate="intersects")
    return Gaps(holes, gap, zone)
