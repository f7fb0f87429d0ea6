"""The dials: ten of them, each with hand, sign and word of its status, and the table says the same."""

from xml.etree import ElementTree

import numpy as np
import pytest

from graph.stellschrauben import CHECKS
from graph.stellschrauben.checked import CheckScope, checked
from graph.stellschrauben.status import STATUS_LABELS, Status
from schema.nodes import Person
from tests.viz.pictured import dials, every, whole
from viz.dials.changed import PARTS
from viz.dials.drawing import class_of
from viz.picture_page import picture_file

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", ["landkreis", "emden", "empty", "hostile"])
def test_each_dial_shows_the_status_of_its_check(name: str) -> None:
    svg = ElementTree.fromstring(dials(name).svg("de"))
    tiles = [mark for mark in svg.iter(f"{SVG}g") if mark.get("class") == "mark"]
    found = checked(lambda n, scope: CHECKS[n].run(whole(name), scope), CHECKS, CheckScope()).results
    assert len(tiles) == len(found) == 10
    for tile, result in zip(tiles, found, strict=True):
        said = [text.text or "" for text in tile.iter(f"{SVG}text")]
        classes = [each.get("class", "") for each in tile.iter()]
        assert str(result.number) in said
        assert STATUS_LABELS[result.status].de in " ".join(said)
        assert ("hand" in classes) == (result.status in PARTS)
        assert f"tile {class_of(result.status)}" in classes


def test_nothing_recorded_is_ten_times_unknown() -> None:
    rows = dials("empty").tables[0].rows
    assert [row.cells[2].de for row in rows] == ["? unbekannt"] * 10


def test_the_table_tells_evidence_and_what_would_change_it() -> None:
    rows = dials("landkreis").tables[0].rows
    assert any("Was es ändern würde" in said.de for row in rows for said in row.more)
    known = {*whole("landkreis").ids, *(row["id"] for row in whole("landkreis").tie_rows)}
    assert {id for row in rows for id in row.evidence} <= known


def test_each_status_has_its_own_class() -> None:
    assert len({class_of(status) for status in Status}) == len(Status)


def test_no_picture_names_a_person_who_is_not_asked_for() -> None:
    network = whole("landkreis")
    names = {network.name(int(i)) for i in np.flatnonzero(network.of_type(Person) & ~network.placeholder)}
    assert len(names) > 20
    for picture in every("landkreis"):
        page = picture_file(picture)
        assert [name for name in names if name in page] == [], picture.title
