"""Where things stand: boxes beside each other, names inside them, lines between the storeys and not through boxes."""

from itertools import combinations

import pytest

from graph.network import Network
from schema.levels import STOREYS
from schema.nodes import Department, Kommune
from schema.ties import PartOf
from tests.viz.towns import NAMES, SOURCE, composed, tie
from viz.fitting import width
from viz.levels.boxes import Box
from viz.levels.composing import compose
from viz.levels.layout import LEFT, RIGHT, WIDTH, Layout, laid_out
from viz.levels.marks import Marks
from viz.levels.routes import crossing_rows, routed

EPSILON = 0.01


def _layout(name: str) -> Layout:
    return laid_out(composed(name).scene, "de", 80)


def _apart(a: Box, b: Box) -> bool:
    return (
        a.right <= b.x + EPSILON or b.right <= a.x + EPSILON or a.bottom <= b.y + EPSILON or b.bottom <= a.y + EPSILON
    )


def _inside(inner: Box, outer: Box) -> bool:
    return (
        inner.x >= outer.x - EPSILON
        and inner.right <= outer.right + EPSILON
        and inner.y >= outer.y - EPSILON
        and inner.bottom <= outer.bottom + EPSILON
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_two_boxes_overlap(name: str) -> None:
    layout = _layout(name)
    boxes = {key: placed.box for key, placed in layout.placed.items()}
    assert [(a, b) for (a, x), (b, y) in combinations(boxes.items(), 2) if not _apart(x, y)] == []
    assert [1 for a, b in combinations(layout.frames, 2) if not _apart(a.box, b.box)] == []
    assert [1 for a, b in combinations(layout.bands, 2) if not _apart(a.box, b.box)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_box_lies_in_its_frame_and_its_storey(name: str) -> None:
    layout = _layout(name)
    storeys = {band.level: band.box for band in layout.bands}
    for placed in layout.placed.values():
        home = storeys.get(placed.element.level) or layout.unknown
        assert home is not None
        assert _inside(placed.box, home), placed.element.key
        assert placed.frame is None or _inside(placed.box, placed.frame)
        assert placed.box.x >= LEFT - EPSILON
        assert placed.box.right <= RIGHT + EPSILON < WIDTH
    assert [frame for frame in layout.frames if not _inside(frame.box, storeys[frame.level])] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_name_lies_in_its_box(name: str) -> None:
    for placed in _layout(name).placed.values():
        writing = placed.writing
        room = placed.box.w - 2 * writing.padding
        assert all(width(line, writing.size, bold=writing.bold) <= room for line in placed.text.lines)
        assert len(placed.text.lines) * writing.leading <= placed.box.h


@pytest.mark.parametrize("name", NAMES)
def test_lift_links_run_from_storey_to_storey(name: str) -> None:
    made, layout = composed(name), _layout(name)
    bands = {band.level: band.box for band in layout.bands}
    level = {element.key: element.level for element in made.elements}
    for route in routed(layout, made.shown):
        upper, lower = sorted((level[end] for end in route.link.ends), key=STOREYS.index)
        (_, top), (_, bottom) = sorted((route.start, route.end), key=lambda point: point[1])
        assert bands[upper].y <= top <= bands[upper].bottom
        assert bands[lower].y <= bottom <= bands[lower].bottom
        assert (route.link.kind == "lift") == (upper is not lower)


@pytest.mark.parametrize("name", NAMES)
def test_lines_pass_other_rows_between_the_boxes(name: str) -> None:
    made, layout = composed(name), _layout(name)
    titles = {"title"}
    for link in made.shown:
        for row, x in crossing_rows(layout, link).items():
            boxes = [p for p in layout.placed.values() if p.row == row and p.shape not in titles]
            assert [p.element.key for p in boxes if p.box.x < x < p.box.right] == []


@pytest.mark.parametrize("name", NAMES)
def test_at_most_twelve_stand_side_by_side(name: str) -> None:
    for row in composed(name).scene.rows():
        if row.form == "columns":
            assert sum(group.head is not None for group in row.groups) <= 12
            assert len(row.groups) <= 13
        else:
            assert sum(max(1, len(group.items)) for group in row.groups) <= 12
    assert len(composed(name).scene.unknown) <= 12


def test_units_that_are_part_of_each_other_in_a_circle_are_not_lost() -> None:
    units = [Department(id=f"d{n}", name=f"Amt {n}", source=SOURCE) for n in range(3)]
    circle = [tie(PartOf, units[n], units[(n + 1) % 3]) for n in range(3)]
    town = Kommune(id="k", name="Stadt", source=SOURCE)
    made = compose(Network.of([town, *units, *circle]), Marks())
    standing = {i for element in made.elements for i in element.members}
    assert {made.network.ids[i] for i in standing} >= {"d0", "d1", "d2"}
