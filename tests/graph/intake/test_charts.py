"""Organisation charts: each is written here by hand and says itself what has to come out, then the published ones."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from schema.errors import InputError
from schema.nodes import Committee, Department, Organisation, Person
from schema.ties import Leads, PartOf, WorksIn
from tests.graph.intake.mutations import survives
from tests.graph.intake.reading import Reading, read

PUBLISHED = Path(__file__).parents[4] / "shared" / "data" / "organigramm" / "berlin-tool"
HIDE = {"layout": {"style": "hide"}}


def box(name: str, type: str = "Amt", /, **more: Any) -> dict[str, Any]:
    return {"name": name, "type": type} | more


def post(kind: str, first: str = "", last: str = "", **more: Any) -> dict[str, Any]:
    return {
        "positionType": kind,
        "person": {"firstName": first, "lastName": last, "contact": {"email": "a@b.example"}},
    } | more


def chart(tmp_path: Path, *tops: dict[str, Any], name: str = "haus.json", **paper: Any) -> Path:
    path = tmp_path / name
    document = {"schemaVersion": "1.1.0", "title": "Haus", "logo": "data:image/png;base64,AAAA"} | paper
    path.write_text(json.dumps({"document": document, "organisations": list(tops)}), encoding="utf-8")
    return path


def told(reading: Reading) -> list[tuple[str, str, bool]]:
    odd = reading.account.oddities
    assert all(o.message.de and o.message.en and o.file for o in odd)
    return [(o.code, o.place, o.refused) for o in odd]


def test_boxes_under_both_names_become_units_in_their_hierarchy(tmp_path: Path) -> None:
    inner = box("Jugendamt", id="n2", altName="51", departments=[box("Frühe Hilfen", "Fachdienst")])
    reading = read(chart(tmp_path, box("Stadt", "Bezirksamt", id="n1", altName="ST", organisations=[inner])))
    assert [(u.id, u.name, u.kind, u.short_name) for u in reading.of(Department)] == [
        ("organigramm/ST/n1", "Stadt", "Bezirksamt", "ST"),
        ("organigramm/ST/n2", "Jugendamt", "Amt", "51"),
        ("organigramm/ST/n2/Frühe Hilfen", "Frühe Hilfen", "Fachdienst", None),
    ]
    assert [(t.start, t.end) for t in reading.of(PartOf)] == [
        ("organigramm/ST/n2", "organigramm/ST/n1"),
        ("organigramm/ST/n2/Frühe Hilfen", "organigramm/ST/n2"),
    ]
    assert told(reading) == []


def test_who_leads_and_who_works_is_told_by_the_post(tmp_path: Path) -> None:
    posts = [
        post("Amtsleitung", "Ada", "Ahorn"),
        post("Amtsleitung", "Bodo", "Birke", positionStatus="stellvertretend"),
        post("Sekretär:in", "Cora", "Celle"),
    ]
    reading = read(chart(tmp_path, box("Amt", positions=posts)))
    people = {p.id: p for p in reading.of(Person)}
    assert [(people[t.start].name, t.note) for t in reading.of(Leads)] == [("Ada Ahorn", "Amtsleitung")]
    assert [people[t.start].name for t in reading.of(WorksIn)] == ["Bodo Birke", "Cora Celle"]
    assert people["organigramm/Amt/person/ada ahorn"].functions == ("Amtsleitung",)


def test_neither_contacts_nor_pictures_are_kept(tmp_path: Path) -> None:
    unit = box(
        "Amt",
        contact={"telephone": "0721 1330"},
        purpose="Auskunft: x@y.example",
        positions=[post("Referent:in", "A", "B")],
    )
    reading = read(chart(tmp_path, unit))
    kept = str([record.properties() for record in reading.records])
    assert not any(word in kept for word in ("@", "1330", "base64"))


@pytest.mark.parametrize(
    "vacant",
    [
        {"positionType": "Leitung"},
        post("Leitung"),
        post("Leitung", "Vorname", "Nachname"),
        post("Leitung", "", "N.N."),
        post("Leitung", "Ada", "Ahorn", positionStatus="unbesetzt"),
    ],
)
def test_a_vacant_post_keeps_its_place_as_placeholder_and_is_told(tmp_path: Path, vacant: dict[str, Any]) -> None:
    reading = read(chart(tmp_path, box("Amt", positions=[vacant])))
    (nobody,) = reading.of(Person)
    assert (nobody.placeholder, nobody.functions) == (True, ("Leitung",))
    assert [tie.start for tie in reading.of(Leads)] == [nobody.id]
    assert told(reading) == [("vacant", "$.organisations[0].positions[0]", False)]
    assert (reading.account.read["posts"], reading.account.read["vacant"]) == (1, 1)


@pytest.mark.parametrize("type", ["", "default", "Other", None])
def test_a_box_without_a_type_is_a_unit_of_unknown_kind_unless_its_name_tells(tmp_path: Path, type: str | None) -> None:
    tops = [{"name": "Frauenvertretung", "type": type}, {"name": "Rechtsamt", "type": type}]
    reading = read(chart(tmp_path, *tops))
    assert [(u.name, u.kind) for u in reading.of(Department)] == [("Frauenvertretung", None), ("Rechtsamt", "Amt")]
    assert [code for code, _, _ in told(reading)] == ["unknown-type", "unknown-type"]


def test_a_connecting_box_is_no_unit_and_its_boxes_stand_under_the_next_above(tmp_path: Path) -> None:
    under = box("Organisation", "", **HIDE, organisations=[box("Amt 1", id="a")])
    reading = read(chart(tmp_path, box("Haus", "Bezirksamt", id="h", organisations=[under])))
    assert [(t.start, t.end) for t in reading.of(PartOf)] == [("organigramm/Haus/a", "organigramm/Haus/h")]
    assert reading.account.read["connectors"] == 1


def test_a_company_and_a_body_have_types_of_their_own(tmp_path: Path) -> None:
    inner = [box("Stadtwerke GmbH", "Unternehmen"), box("Beirat für Menschen", "Beirat")]
    reading = read(chart(tmp_path, box("Haus", "Bezirksamt", organisations=inner)))
    assert [o.kind for o in reading.of(Organisation)] == ["Unternehmen"]
    assert [c.kind for c in reading.of(Committee)] == ["Beirat"]
    assert [code for code, _, _ in told(reading)] == ["no-part-of", "no-part-of"]


def test_two_versions_of_a_house_are_known_again(tmp_path: Path) -> None:
    old = chart(
        tmp_path, box("Haus", id="h", organisations=[box("Jugendamt", id="j")]), name="2022.json", version="2022-02-22"
    )
    new = chart(
        tmp_path,
        box("Haus", id="h", organisations=[box("Amt für Jugend", id="j")]),
        name="2024.json",
        version="2024-01-01",
    )
    before, after = read(old).of(Department), read(new).of(Department)
    assert [u.id for u in before] == [u.id for u in after]
    assert [(u.name, str(u.as_of)) for u in (before[1], after[1])] == [
        ("Jugendamt", "2022-02-22"),
        ("Amt für Jugend", "2024-01-01"),
    ]


def test_an_identifier_that_stands_twice_loses_neither_box(tmp_path: Path) -> None:
    reading = read(chart(tmp_path, box("Haus", id="h", organisations=[box("A", id="x"), box("B", id="x")])))
    assert [u.id for u in reading.of(Department)][1:] == ["organigramm/Haus/x", "organigramm/Haus/h/B"]
    assert told(reading) == [("double-id", "$.organisations[0].organisations[1]", False)]


def test_one_name_at_two_posts_is_one_person_and_is_told(tmp_path: Path) -> None:
    posts = [post("Amtsleitung", "Ada", "Ahorn"), post("Datenschutzbeauftragte:r", "Ada", "Ahorn")]
    reading = read(chart(tmp_path, box("Amt", positions=posts)))
    assert len(reading.of(Person)) == 1
    assert (len(reading.of(Leads)), len(reading.of(WorksIn))) == (1, 1)
    assert told(reading) == [("same-name", "$.organisations[0].positions[1]", False)]


def test_a_schema_of_charts_is_no_chart(tmp_path: Path) -> None:
    path = tmp_path / "schema.json"
    path.write_text('{"title": "Organization chart", "definitions": {"document": {"type": "object"}}}')
    with pytest.raises(InputError) as caught:
        read(path)
    assert [(o.code, o.file) for o in caught.value.oddities] == [("schema", "schema.json")]


@pytest.mark.parametrize(
    ("file", "units", "posts", "ties"),
    [("template-bezirksverwaltung.json", 20, 27, 15), ("template-senatsverwaltung.json", 26, 31, 18)],
)
def test_the_published_templates_give_their_boxes_and_only_vacant_posts(
    file: str, units: int, posts: int, ties: int
) -> None:
    """Counted in the file: boxes that are not hidden, positions, and boxes that have a visible box above."""
    if not PUBLISHED.is_dir():
        pytest.skip("the published organisation charts are not here")
    reading = read(PUBLISHED / file)
    assert len(reading.of(Department)) == units
    assert len(reading.of(PartOf)) == ties
    assert len(reading.of(Person)) == posts == reading.account.read["vacant"]
    assert all(person.placeholder for person in reading.of(Person))
    assert Counter(o.code for o in reading.account.oddities).keys() == {"vacant", "unknown-type"}


def test_damaged_copies_end_in_a_report_or_a_clear_error(tmp_path: Path) -> None:
    if not PUBLISHED.is_dir():
        pytest.skip("the published organisation charts are not here")
    content = json.loads((PUBLISHED / "template-bezirksverwaltung.json").read_bytes())
    content["document"].pop("logo")
    survives("organigramm", tmp_path / "haus.json", json.dumps(content, ensure_ascii=False).encode(), 60)
