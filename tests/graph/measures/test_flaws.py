from typing import Any

import pytest
from shapely import MultiPolygon, Polygon, box

from graph.measures.flaws import flaws
from schema.errors import UnmeasurableError


def spots(**zones: Any) -> Any:
    return flaws(zones, planar=True)


def test_a_sound_division_has_none() -> None:
    assert not spots(a=box(0, 0, 1, 1), b=box(1, 0, 2, 1))
    assert not flaws({1: "a", 2: "b"})
    assert not flaws({})


def test_an_enclosed_hole_is_a_gap_with_its_neighbours() -> None:
    ring = Polygon(box(0, 0, 9, 9).exterior, [box(3, 3, 6, 6).exterior])
    west, east = ring.intersection(box(0, 0, 4, 9)), ring.intersection(box(4, 0, 9, 9))
    found = spots(west=west, east=east, far=box(20, 0, 21, 1))
    assert [(gap.size, gap.zones) for gap in found.gaps] == [(9, ("east", "west"))]
    assert found.overlaps == ()


def test_ground_that_two_zones_claim_is_an_overlap() -> None:
    found = spots(a=box(0, 0, 4, 1), b=box(3, 0, 8, 1), c=box(0, 0, 4, 1), d=box(8, 0, 9, 1))
    assert [(lap.a, lap.b, lap.size) for lap in found.overlaps] == [("a", "c", 4), ("a", "b", 1), ("b", "c", 1)]


@pytest.mark.parametrize(("tolerance", "counted"), [(None, 0), (0.0, 1), (0.02, 0)])
def test_a_slip_of_the_pen_is_no_flaw(tolerance: float | None, counted: int) -> None:
    slipped = {"a": box(0, 0, 1.005, 1), "b": box(1, 0, 2, 1)}
    cracked = {
        "ring": Polygon(box(0, 0, 9, 9).exterior, [box(3, 3, 6, 6).exterior]),
        "inner": box(3, 3, 5.99, 6),
    }
    assert len(flaws(slipped, tolerance=tolerance, planar=True).overlaps) == counted
    assert len(flaws(cracked, tolerance=tolerance, planar=True).gaps) == counted


def test_invalid_shapes_are_repaired_and_named() -> None:
    bow = Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    found = spots(bow=bow, twice=MultiPolygon([box(5, 0, 7, 2), box(6, 0, 8, 2)]), none=None, plain=box(9, 0, 10, 1))
    assert found.repaired == ("bow", "twice")
    assert found.without_area == ("none",)
    assert bool(found)


def test_units_without_a_zone_and_in_two() -> None:
    found = flaws(
        {1: "a", 2: None, 3: ["b", "a"], 4: {"a", "b"}, 5: [], 6: float("nan")}, {1: 1, 2: 7, 3: 2, 4: 3, 5: 0, 6: 9}
    )
    assert [(gap.unit, gap.size) for gap in found.gaps] == [(6, 9), (2, 7), (5, 0)]
    assert [(lap.a, lap.b, lap.size, lap.units) for lap in found.overlaps] == [("a", "b", 5, (3, 4))]


def test_unknown_sizes_are_refused() -> None:
    with pytest.raises(UnmeasurableError, match="size of unit 2 is None"):
        flaws({1: "a", 2: "a"}, {1: 3})
