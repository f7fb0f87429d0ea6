"""The matrix: counts by hand, blocks beside each other, the table says what the picture says, nothing is made up."""

import re
from itertools import pairwise
from typing import cast
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from graph.network import Network
from graph.questions.participation import Participation, participation
from graph.questions.scope import Scope
from schema.nodes import Committee, Department, Format, Organisation, Person, Sozialraum, TargetGroup
from schema.record import Record
from schema.ties import ActiveIn, CooperatesWith, HeldIn, MemberOf, Reaches, ResponsibleFor, TakesPart, WorksIn
from tests.viz.pictured import matrix, whole
from tests.viz.towns import SOURCE, tie
from viz.matrix.composing import MOST
from viz.matrix.kinds import Kind, MatrixScope
from viz.matrix.ordering import blocks_order
from viz.matrix.picture import matrix_picture
from viz.picture import Picture

NAMES = ("landkreis", "emden", "small", "huge", "hostile", "empty")


def _said(picture: Picture) -> dict[tuple[str, ...], str]:
    """Read the table: names of row and column → number."""
    return {tuple(cell.de for cell in row.cells[:2]): row.cells[2].de for row in picture.tables[0].rows}


def _drawn(picture: Picture) -> list[str]:
    """Read the numbers that stand in the cells of the picture."""
    svg = ElementTree.fromstring(picture.svg("de"))
    return [
        text.text or "" for text in svg.iter("{http://www.w3.org/2000/svg}text") if "count" in text.get("class", "")
    ]


def test_departments_and_areas_as_counted_by_hand() -> None:
    youth, health = (Department(id=i, name=i, source=SOURCE) for i in ("youth", "health"))
    north, south = (Sozialraum(id=i, name=i, kind="Quartier", source=SOURCE) for i in ("north", "south"))
    worker = Person(id="p", name="Erika", source=SOURCE)
    records: list[Record] = [
        youth, health, north, south, worker,
        tie(WorksIn, worker, youth),
        tie(ResponsibleFor, health, south),
    ]  # fmt: skip

    records += [tie(ActiveIn, worker, north), tie(ActiveIn, youth, south, derived=True, rule="papers", count=4)]
    picture = matrix_picture(Network.of(records), MatrixScope())
    assert _said(picture) == {("youth", "north"): "1", ("youth", "south"): "4", ("health", "south"): "1"}
    by_person = next(row for row in picture.tables[0].rows if row.cells[1].de == "north")
    assert by_person.evidence == ()
    assert "Personen" in by_person.more[0].de
    with_persons = matrix_picture(Network.of(records), MatrixScope(persons=True))
    assert ("youth", "north") not in _said(with_persons)


def test_departments_stand_against_each_other_once_in_the_table_and_twice_in_the_picture() -> None:
    a, b, c = (Department(id=i, name=i, source=SOURCE) for i in "abc")
    joined = tie(CooperatesWith, a, b)
    picture = matrix_picture(Network.of([a, b, c, joined]), MatrixScope(kind=Kind.UNITS))
    assert [row.evidence for row in picture.tables[0].rows] == [(joined.id,)]
    assert _drawn(picture) == ["1", "1"]
    assert [row.cells[0].de for row in picture.tables[2].rows] == ["c"]


def test_committees_are_counted_by_the_members_they_share() -> None:
    bodies = [Committee(id=i, name=i, kind="Ausschuss", source=SOURCE) for i in ("one", "two")]
    shared, deputy = (Organisation(id=i, name=i, source=SOURCE) for i in ("shared", "deputy"))
    seats = [tie(MemberOf, member, body, deputy=member is deputy) for member in (shared, deputy) for body in bodies]
    picture = matrix_picture(Network.of([*bodies, shared, deputy, *seats]), MatrixScope(kind=Kind.BODIES))
    assert _said(picture) in ({("one", "two"): "1"}, {("two", "one"): "1"})
    assert set(picture.tables[0].rows[0].evidence) == {seat.id for seat in seats[:2]}


def test_target_groups_meet_areas_through_formats_that_were_held_there() -> None:
    old, young = (TargetGroup(id=i, name=i, source=SOURCE) for i in ("old", "young"))
    north = Sozialraum(id="north", name="north", source=SOURCE)
    walk, talk = (Format(id=i, name=i, source=SOURCE) for i in ("walk", "talk"))
    records: list[Record] = [
        old, young, north, walk, talk,
        tie(Reaches, walk, old), tie(TakesPart, old, walk), tie(TakesPart, old, talk),
        tie(HeldIn, walk, north), tie(HeldIn, talk, north), tie(Reaches, talk, young),
    ]  # fmt: skip
    picture = matrix_picture(Network.of(records), MatrixScope(kind=Kind.GROUPS_AREAS))
    assert _said(picture) == {("old", "north"): "2", ("young", "north"): "1"}
    told = {row.cells[0].de: row.more[0].de for row in picture.tables[0].rows}
    assert told == {"old": "Formate: talk und walk", "young": "Formate: talk"}


@given(arrays.arrays(np.int64, st.tuples(st.integers(0, 12), st.integers(0, 12)), elements=st.integers(0, 3)))
def test_the_order_holds_each_row_once_and_puts_empty_ones_last(counts: np.ndarray) -> None:
    order = blocks_order(counts)
    assert sorted(order.tolist()) == list(range(len(counts)))
    empty = (counts.sum(axis=1) == 0)[order]
    assert not (empty[:-1] & ~empty[1:]).any()


@given(st.permutations(range(9)))
def test_three_blocks_that_are_shuffled_stand_together_again(shuffled: list[int]) -> None:
    counts = np.kron(np.eye(3, dtype=np.int64), np.full((3, 3), 2))[shuffled]
    blocks = [shuffled[i] // 3 for i in blocks_order(counts)]
    assert sum(a != b for a, b in pairwise(blocks)) == 2


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", NAMES)
def test_the_table_says_what_the_picture_says(name: str, kind: Kind) -> None:
    picture = matrix(name, kind)
    told = [row.cells[2].de for row in picture.tables[0].rows]
    assert sorted(_drawn(picture)) == sorted(told * (2 if kind.square else 1))
    assert picture.svg("de") == matrix_picture(whole(name), MatrixScope(kind=kind)).svg("de")


def test_more_than_sixty_are_cut_and_counted() -> None:
    picture = matrix("huge", Kind.UNITS)
    svg = picture.svg("de")
    assert len(re.findall(r'class="name"', svg)) <= 2 * 2 * MOST
    assert any(f"{MOST} von " in said.de for said in picture.remarks)


def test_evidence_is_recorded() -> None:
    for kind in Kind:
        picture = matrix("landkreis", kind)
        known = {*whole("landkreis").ids, *(row["id"] for row in whole("landkreis").tie_rows)}
        assert {id for row in picture.tables[0].rows for id in row.evidence} <= known


def test_where_a_group_is_concerned_and_not_reached_a_sign_stands_as_the_question_says() -> None:
    answer = cast(Participation, participation.ask(whole("landkreis"), Scope(robust=False)))
    asked = {(row.group.name, row.area.name) for row in answer.unreached}
    rows = matrix("landkreis", Kind.GROUPS_AREAS).tables[1].rows
    assert {(row.cells[0].de, row.cells[1].de) for row in rows if not row.cells[2].de.startswith("offen")} == asked
    reached = {(row.group.name, row.area.name): str(row.number) for row in answer.reached}
    assert _said(matrix("landkreis", Kind.GROUPS_AREAS)) == reached
