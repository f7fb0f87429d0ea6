"""The map: areas in place and proportion, need and reach as counted by hand, what cannot be drawn is named."""

import re
from xml.etree import ElementTree

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from graph.network import Network
from schema.errors import NotFoundError
from schema.nodes import Indicator, Sozialraum
from schema.ties import Measured
from tests.viz.pictured import map_of, quarters, square
from tests.viz.towns import SOURCE, tie
from viz.fitting import width
from viz.levels.boxes import Box
from viz.map.composing import Area, composed
from viz.map.labels import ROOM, SIZE, Sign, names, overlap
from viz.map.layers import MapScope, layers
from viz.map.picture import map_picture

SVG = "{http://www.w3.org/2000/svg}"


def _areas(svg: str) -> dict[str, shapely.Polygon]:
    """Read the areas of a picture as shapes in px, by the name that their mark says."""
    found = {}
    for mark in ElementTree.fromstring(svg).iter(f"{SVG}g"):
        if mark.get("class") == "mark":
            path = next(mark.iter(f"{SVG}path")).get("d", "")
            numbers = [tuple(map(float, pair.split())) for pair in re.findall(r"-?[\d.]+ -?[\d.]+", path)]
            found[mark.get("aria-label", "").split(":")[0]] = shapely.Polygon(numbers)
    return found


def test_north_is_up_and_equal_ground_is_equal() -> None:
    areas = _areas(map_of("quarters").svg("de"))
    assert set(areas) == {"Nordwest", "Nordost", "Südwest", "Südost"}
    middle = {name: shape.centroid for name, shape in areas.items()}
    assert middle["Nordwest"].y < middle["Südwest"].y
    assert middle["Nordwest"].x < middle["Nordost"].x
    west, _, east, _ = areas["Südwest"].union(areas["Nordwest"]).bounds
    assert east - west == pytest.approx(areas["Südwest"].bounds[2] - areas["Südwest"].bounds[0], rel=0.01)
    # On the globe the strip from 51.1° to 51.2° holds 0.22 % less ground than that from 51.0° to 51.1°: the ratio of
    # sin 51.2° − sin 51.1° to sin 51.1° − sin 51.0°.
    assert areas["Nordwest"].area / areas["Südwest"].area == pytest.approx(0.99785, abs=0.0015)


def test_need_and_reach_as_counted_by_hand() -> None:
    rows = {row.cells[0].de: [cell.de for cell in row.cells[1:]] for row in map_of("quarters").tables[0].rows}
    assert rows == {
        "Nordwest": ["0", "niedrig (bis 0,25)", "3", "ja"],
        "Nordost": ["0,5", "eher niedrig (bis 0,5)", "1", "ja"],
        "Südwest": ["1", "hoch (über 0,75)", "0", "ja"],
        "Südost": ["–", "Bedarf unbekannt", "2", "ja"],
        "Ohne Grenze": ["–", "Bedarf unbekannt", "0", "ohne Geometrie"],
        "Nur ein Punkt": ["–", "Bedarf unbekannt", "0", "Geometrie ohne Fläche (Punkt oder Linie)"],
    }
    assert any("Amt für Grenzen" in said.de for said in map_of("quarters").remarks)


def test_two_divisions_lie_over_each_other() -> None:
    picture = map_of("quarters", "Hälften")
    assert picture.svg("de").count('class="over"') == 2 + 1  # and one in the legend
    told = {row.cells[0].de: row.cells[1].de for row in picture.tables[1].rows}
    assert told == {"Hälfte 0": "Südwest (50 %), Nordwest (50 %)", "Hälfte 1": "Südost (50 %), Nordost (50 %)"}


def test_a_division_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(NotFoundError) as told:
        map_picture(Network.of(quarters()), MapScope(division="Kreise"))
    assert "Hälften" in told.value.hint.de
    assert [layer.name for layer in layers(Network.of(quarters()))] == ["Viertel", "Hälften"]


def test_areas_of_no_division_are_taken_by_their_kind() -> None:
    kinds = ("Quartier", "Quartier", "Stadtteil", None)
    areas = [
        Sozialraum(id=f"a{k}", name=f"Raum {k}", kind=kind, geometry=square(7 + k, 51), source=SOURCE)
        for k, kind in enumerate(kinds)
    ]
    known = layers(Network.of(areas))
    assert [(layer.name, len(layer.areas)) for layer in known] == [
        ("Quartier", 2),
        ("(ohne Raumzuschnitt)", 1),
        ("Stadtteil", 1),
    ]


def test_one_unreadable_geometry_leaves_the_others_on_the_map() -> None:
    good = Sozialraum(id="good", name="gut", geometry=square(7, 51), source=SOURCE)
    bad = Sozialraum(
        id="bad", name="schlecht", geometry={"type": "Polygon", "coordinates": [[[7, 51], [8, 51]]]}, source=SOURCE
    )
    rows = {row.cells[0].de: row.cells[4].de for row in map_picture(Network.of([good, bad]), MapScope()).tables[0].rows}
    assert rows == {"gut": "ja", "schlecht": "Geometrie nicht lesbar"}


@pytest.mark.parametrize("name", ["empty", "hostile", "small"])
def test_without_geometry_the_map_says_what_to_import(name: str) -> None:
    assert "fahrstuhl import DATEI.geojson" in map_of(name).svg("de")


@pytest.mark.parametrize(("need", "grade"), [(None, 0), (0.0, 1), (0.25, 1), (0.26, 2), (0.5, 2), (0.75, 3), (1.0, 4)])
def test_classes_of_need_begin_above_their_bounds(need: float | None, grade: int) -> None:
    assert Area(0, need, 0, ()).grade == grade


_signs = st.builds(
    Sign,
    st.floats(0, 1000),
    st.floats(0, 800),
    st.floats(5, 20),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)


@given(st.lists(_signs, max_size=40))
def test_names_overlap_neither_each_other_nor_a_sign(signs: list[Sign]) -> None:
    sheet, boxes = Box(0, 0, 1000, 800), []
    for name in names(signs, (), sheet):
        if name:
            wide = width(name.text, SIZE, bold=True)
            left = {"middle": name.x - wide / 2, "start": name.x, "end": name.x - wide}[name.anchor]
            boxes.append(Box(left, name.y - SIZE + 2, wide, SIZE))
            assert wide <= ROOM
    circles = [Box(sign.x - sign.r, sign.y - sign.r, 2 * sign.r, 2 * sign.r) for sign in signs]
    for k, box in enumerate(boxes):
        assert not any(overlap(box, other) for other in (*boxes[:k], *circles))


def test_the_same_records_in_another_order_give_the_same_bytes() -> None:
    one, two = Network.of(quarters()), Network.of(reversed(quarters()))
    scope = MapScope(over="Hälften")
    assert map_picture(one, scope).svg("en") == map_picture(two, scope).svg("en")
    assert composed(one, scope).drawn == composed(two, scope).drawn


def test_the_need_by_one_indicator_is_that_indicator_s() -> None:
    age = Indicator(id="age", name="Alter", high_is_need=False, source=SOURCE)
    silent = Indicator(id="silent", name="Fläche", source=SOURCE)
    areas = [area for area in quarters() if isinstance(area, Sozialraum)][:3]
    values = [tie(Measured, age, area, year=2025, value=value) for area, value in zip(areas, (1, 2, 3), strict=True)]
    network = Network.of([*quarters(), age, silent, *values])
    told = {
        by: [row.cells[1].de for row in map_picture(network, MapScope(indicator=by)).tables[0].rows]
        for by in ("Armut", "Alter")
    }
    # In order of name: Nordost, Nordwest, the two that are not drawn, Südost, Südwest.
    assert told["Armut"] == ["0,5", "0", "–", "–", "–", "1"]
    assert told["Alter"] == ["0,5", "1", "–", "–", "–", "0"]
    with pytest.raises(NotFoundError, match="Alter, Armut"):
        map_picture(network, MapScope(indicator="Fläche"))
