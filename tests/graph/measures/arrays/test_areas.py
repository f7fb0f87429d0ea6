import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod
from shapely import Polygon, box

from graph.measures.arrays.areas import Shapes, gaps, mended, overlaps, projected, shared_areas


def shapes(*listed: shapely.Geometry | None) -> Shapes:
    found = np.empty(len(listed), dtype=np.object_)
    found[:] = listed
    return found


@given(st.floats(-179, 178), st.floats(-85, 84), st.floats(0.01, 0.5), st.floats(0.01, 0.5))
@settings(deadline=None, max_examples=60)
def test_projected_areas_are_those_on_the_ellipsoid(west: float, south: float, width: float, height: float) -> None:
    """Held to the geodesic area of the same ring with a point every hundred metres or so."""
    field = box(west, south, west + width, south + height)
    fine = shapely.segmentize(field, 0.001)
    expected, _ = Geod(ellps="WGS84").geometry_area_perimeter(fine)
    assert shapely.area(projected(shapes(field)))[0] == pytest.approx(abs(expected), rel=1e-6)


def test_all_shapes_lie_in_one_plane_and_missing_ones_stay_missing() -> None:
    one, none, two = projected(shapes(box(13, 52, 13.1, 52.1), None, box(13.1, 52, 13.2, 52.1)))
    assert none is None
    assert one.intersection(two).length == pytest.approx(11127, rel=0.01)
    assert projected(shapes(None)).tolist() == [None]
    assert len(projected(shapes())) == 0
    assert not projected(shapes(Polygon([(9, 50, 7), (9, 51, 7), (10, 50, 7)])))[0].has_z


def test_rings_that_cross_are_taken_apart_and_parts_that_overlap_are_joined() -> None:
    bow = Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    twice = shapely.MultiPolygon([box(0, 0, 2, 2), box(1, 0, 3, 2)])
    mixed = shapely.GeometryCollection([box(0, 0, 1, 1), shapely.Point(5, 5), shapely.LineString([(0, 0), (4, 4)])])
    made, invalid = mended(shapes(bow, twice, mixed, None, box(0, 0, 1, 1), shapely.Point(1, 1)))
    assert invalid.tolist() == [True, True, False, False, False, False]
    assert [shapely.area(shape) for shape in made[[0, 1, 2, 4, 5]]] == [2, 6, 1, 1, 0]
    assert made[3] is None


def test_shared_areas_leave_out_what_only_touches() -> None:
    found = shared_areas(shapes(box(0, 0, 2, 1), box(2, 0, 4, 1)), shapes(box(0, 0, 1, 1), box(1, 0, 4, 1)))
    assert found.toarray().tolist() == [[1, 1], [0, 2]]
    assert found.nnz == 3
    assert shared_areas(shapes(), shapes(box(0, 0, 1, 1))).shape == (0, 1)


def test_overlaps_are_listed_once() -> None:
    i, j, area = overlaps(shapes(box(0, 0, 2, 1), box(5, 0, 6, 1), box(1, 0, 3, 1), box(1, 0, 3, 1), box(3, 0, 4, 1)))
    assert list(zip(i.tolist(), j.tolist(), area.tolist(), strict=True)) == [(0, 2, 1), (0, 3, 1), (2, 3, 2)]
    assert [len(found) for found in overlaps(shapes())] == [0, 0, 0]


def test_gaps_are_holes_without_what_lies_in_them() -> None:
    ring = Polygon(box(0, 0, 9, 9).exterior, [box(1, 1, 8, 8).exterior])
    found = gaps(shapes(ring, box(3, 3, 5, 5), box(20, 0, 21, 1)))
    assert shapely.area(found.shapes).tolist() == [49 - 4]
    assert sorted(zip(found.gap.tolist(), found.zone.tolist(), strict=True)) == [(0, 0), (0, 1)]
    filled = gaps(shapes(ring, box(1, 1, 8, 8)))
    assert (len(filled.shapes), len(gaps(shapes()).shapes)) == (0, 0)


@given(st.floats(0, 2 * math.pi), st.floats(-1e6, 1e6))
@settings(deadline=None)
def test_turning_and_moving_the_plane_changes_no_area(angle: float, east: float) -> None:
    fields = shapes(box(0, 0, 2, 2), box(1, 1, 3, 3), box(3, 3, 4, 4))
    turned = shapely.transform(
        fields,
        lambda xy: xy @ np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]]) + east,
    )
    shared = shared_areas(turned[:1], turned)
    assert shared[0, 0] == pytest.approx(4, abs=1e-4)
    assert shared[0, 1] == pytest.approx(1, abs=1e-4)
    assert shared_areas(turned[1:2], turned)[0, 2] == pytest.approx(0, abs=1e-4)
