"""The positions: each mark in the part that its values say, none over another, attributed beside measured."""

from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.network import Network
from graph.questions.scope import AboutScope
from graph.questions.stakeholder_positions import stakeholder_positions
from schema.nodes import Department, Fachplanung
from schema.record import Record, Visibility
from schema.ties import CooperatesWith, InterestedIn
from tests.viz.pictured import positions, whole
from tests.viz.towns import SOURCE, tie
from viz.levels.boxes import Box
from viz.picture import Picture
from viz.positions.fields import FIELDS
from viz.positions.picture import positions_picture
from viz.positions.placing import RADIUS, Wanted, placed
from viz.positions.standing import MOST, on_scale

FIELD = Box(0, 0, 570, 470)
SVG = "{http://www.w3.org/2000/svg}"


def _picture(records: list[Record]) -> Picture:
    network, scope = Network.of(records), AboutScope(visibility=Visibility.INTERNAL, robust=False)
    return positions_picture(network, stakeholder_positions.ask(network, scope), scope)


def _rated(n: int, **values: int) -> list[Record]:
    """Give so many units of which the same is said, each in contact with the next."""
    plan = Fachplanung(id="plan", name="Sozialplanung", source=SOURCE)
    units = [Department(id=f"u{k:03}", name=f"Amt {k:03}", source=SOURCE) for k in range(n)]
    said = [tie(InterestedIn, unit, plan, visibility=Visibility.INTERNAL, **values) for unit in units]
    return [plan, *units, *said, *(tie(CooperatesWith, a, b) for a, b in pairwise(units))]


@given(
    st.lists(
        st.tuples(st.floats(1, 5), st.floats(1, 5), st.none() | st.floats(1, 5)).map(
            lambda values: (round(values[0] * 2) / 2, *values[1:])
        ),
        max_size=MOST,
    )
)
def test_no_two_marks_overlap_and_none_leaves_its_part(values: list[tuple[float, float, float | None]]) -> None:
    field = FIELDS[0]
    wanted = [
        Wanted(field.x(x, FIELD), field.y(y, FIELD), field.part(x, y, FIELD), None if m is None else field.y(m, FIELD))
        for x, y, m in values
    ]
    places = placed(wanted, FIELD)
    assert places == placed(wanted, FIELD)
    for a, b in combinations(places, 2):
        assert abs(a.x - b.x) >= 2 * RADIUS or abs(a.y - b.y) >= 2 * RADIUS
    for each, place in zip(wanted, places, strict=True):
        assert each.part.x - 1e-9 <= place.x <= each.part.right + 1e-9
        assert each.part.y - 1e-9 <= place.y <= each.part.bottom + 1e-9


def test_equal_ones_stand_beside_each_other_around_their_place() -> None:
    place = Wanted(285, 235, FIELD)
    xs = [mark.x for mark in placed([place] * 3, FIELD)]
    assert xs[0] == 285
    assert sorted(round(x - 285) for x in xs) == [-24, 0, 24]


@pytest.mark.parametrize(("rank", "of", "value"), [(1, 1, 5), (1, 87, 5), (87, 87, 1), (44, 87, 3), (None, 87, None)])
def test_the_measured_rank_is_brought_onto_the_scale(rank: int | None, of: int, value: float | None) -> None:
    assert on_scale(rank, of) == value


def test_attributed_and_measured_stand_in_one_row_and_on_one_line() -> None:
    picture = _picture(_rated(3, influence=4, interest=2, attitude=-1))
    rows = picture.tables[0].rows
    # The middle one of three in a row joins two and comes first; the others share the second place of three.
    told = {row.cells[0].de: [cell.de for cell in row.cells[2:7]] for row in rows}
    assert told["Amt 001"] == ["4", "2", "-1", "1", "5"]
    assert told["Amt 000"] == ["4", "2", "-1", "2", "3"]
    svg = ElementTree.fromstring(picture.svg("de"))
    assert sum(line.get("class") == "joined" for line in svg.iter(f"{SVG}path")) == 2 * 3
    assert {row.cells[7].de for row in rows} == {"zufriedenstellen"}


def test_without_interest_an_actor_stands_only_where_its_attitude_is_asked() -> None:
    picture = _picture(_rated(1, influence=3, attitude=2))
    svg = ElementTree.fromstring(picture.svg("de"))
    assert [mark.text for mark in svg.iter(f"{SVG}text") if mark.get("class") == "number"] == ["1"]


def test_who_is_not_rated_is_listed_beside() -> None:
    picture = _picture(_rated(2, interest=3))
    placed_rows, left_over, unknown = (table.rows for table in picture.tables)
    assert (len(placed_rows), len(left_over), len(unknown)) == (0, 0, 2)
    assert "Hier steht niemand" in picture.svg("de")


def test_more_than_there_is_room_for_are_cut_and_counted() -> None:
    picture = _picture(_rated(MOST + 5, influence=4, interest=4))
    assert [len(table.rows) for table in picture.tables] == [MOST, 5, 0]
    assert any(said.de.startswith(f"{MOST} von {MOST + 5} gezeigt") for said in picture.remarks)


@pytest.mark.parametrize("name", ["landkreis", "emden", "hostile", "empty", "huge"])
def test_the_picture_numbers_whom_the_table_numbers(name: str) -> None:
    picture = positions(name)
    svg = ElementTree.fromstring(picture.svg("de"))
    numbers = {mark.text for mark in svg.iter(f"{SVG}text") if mark.get("class") == "number"}
    assert numbers == {row.cells[1].de for row in picture.tables[0].rows}
    known = {*whole(name).ids, *(row["id"] for row in whole(name).tie_rows)}
    assert {id for table in picture.tables for row in table.rows for id in row.evidence} <= known
