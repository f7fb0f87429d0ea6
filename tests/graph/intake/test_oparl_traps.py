"""A small council record of our own with the traps that real ones hold; every expectation is written by hand."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.intake.reader import Ending
from schema.levels import Level
from schema.nodes import Committee, Department, Document, Kommune, Node, Organisation
from schema.ties import ConsultedIn, IssuedBy, PartOf, UnderDirectionOf
from tests.graph.intake.reading import BODY, DATA, Reading, oparl, read, write, write_tar, write_zip

AMT, RAT = f"{BODY}/organizations/at/1", f"{BODY}/organizations/gr/2"
PAPER, MEETING = f"{BODY}/papers/7", f"{BODY}/meetings/3"


def council() -> dict[str, Any]:
    """One paper of one unit, consulted by one body at one meeting, file by file."""
    consultation = oparl(
        "Consultation", 5, meeting=MEETING, organization=[RAT], role="Entscheidung", authoritative=True
    )
    item = oparl("AgendaItem", 4, number="Ö 4.1", consultation=consultation["id"], result="einstimmig beschlossen")
    return {
        "body.json": oparl("Body", 1, id=BODY, name="Musterstadt", ags="05315000", classification="Kreisfreie Stadt"),
        "organizations.json": [
            oparl("Organization", "at/1", name="Jugendamt", shortName="51"),
            oparl("Organization", "gr/2", name="Stadtrat"),
        ],
        "meetings/3.json": oparl(
            "Meeting", 3, start="2024-05-06T17:00:00+02:00", organization=[RAT], agendaItem=[item]
        ),
        "papers/7.json": oparl(
            "Paper", 7, date="2024-04-01", reference="7/2024", underDirectionOf=[AMT], consultation=[consultation]
        ),
    }


def put(directory: Path, files: dict[str, Any]) -> Path:
    for name, value in files.items():
        write(directory / name, value)
    return directory


def changed(tmp_path: Path, name: str, *where: str | int, **fields: Any) -> Reading:
    """Read the small council with some fields of one object changed."""
    files = council()
    target = files[name]
    for step in where:
        target = target[step]
    target.update(fields)
    return read(put(tmp_path / "council", files))


def codes(reading: Reading) -> dict[str, int]:
    return dict(reading.account.totals)


def test_a_sound_record_gives_no_oddity(tmp_path: Path) -> None:
    reading = read(put(tmp_path, council()))
    assert codes(reading) == {}
    kommune = reading.one(Kommune, BODY)
    assert (kommune.name, kommune.ags, kommune.kind) == ("Musterstadt", "05315000", "kreisfreie Stadt")
    (tie,) = reading.of(ConsultedIn)
    assert (tie.id, tie.start, tie.end) == (f"{BODY}/consultations/5", PAPER, RAT)
    assert (tie.role, tie.authoritative, tie.meeting) == ("Entscheidung", True, MEETING)
    assert (tie.held_on, tie.valid_from) == (date(2024, 5, 6), date(2024, 5, 6))
    assert (tie.agenda_item, tie.result) == ("Ö 4.1", "einstimmig beschlossen")
    assert tie.source == f"{tmp_path.name}/papers/7.json $.consultation[0]"
    assert {(tie.start, tie.end) for tie in reading.of(PartOf)} == {(AMT, BODY), (RAT, BODY)}


def members() -> dict[str, bytes]:
    return {name: json.dumps(value).encode() for name, value in council().items()}


@pytest.mark.parametrize("packed", ["directory", "tar.gz", "tar", "zip", "list", "envelope", "tree"])
def test_the_same_record_in_any_wrapping_gives_the_same_records(tmp_path: Path, packed: str) -> None:
    flat = [council()["body.json"], *council()["organizations.json"], council()["meetings/3.json"]]
    flat.append(council()["papers/7.json"])
    tree = flat[0] | {"organization": flat[1:3], "meeting": [flat[3]], "paper": [flat[4]]}
    path = {
        "directory": lambda: put(tmp_path / "d", council()),
        "tar.gz": lambda: write_tar(tmp_path / "a.tar.gz", members()),
        "tar": lambda: write_tar(tmp_path / "a.tar", members(), "w"),
        "zip": lambda: write_zip(tmp_path / "a.zip", members()),
        "list": lambda: write(tmp_path / "a.json", flat),
        "envelope": lambda: write(tmp_path / "a.json", {"data": flat, "links": {"next": f"{BODY}?page=2"}}),
        "tree": lambda: write(tmp_path / "a.json", tree),
    }[packed]()
    expected = {(type(r), r.id, r.valid_from) for r in read(put(tmp_path / "plain", council())).records}
    assert {(type(r), r.id, r.valid_from) for r in read(path).records} == expected


def test_the_query_belongs_to_the_identity(tmp_path: Path) -> None:
    base = "https://ris.example.org/organizations?"
    both = [
        oparl("Organization", 0, id=f"{base}typ=gr&id=354", name="Runde A"),
        oparl("Organization", 0, id=f"{base}typ=at&id=354", name="Runde B"),
    ]
    reading = read(write(tmp_path / "organizations.json", both))
    assert [c.name for c in reading.of(Committee)] == ["Runde A"]
    assert [d.name for d in reading.of(Department)] == ["Runde B"]


@pytest.mark.parametrize(
    "type", ["https://schema.oparl.org/1.0/Paper", "http://oparl.org/schema/1.0/Paper", "oparl:Paper", "", None]
)
def test_the_kind_is_known_by_any_type_and_without_one(tmp_path: Path, type: str | None) -> None:
    reading = changed(tmp_path, "papers/7.json", type=type)
    assert [record.id for record in reading.of(Document)] == [PAPER]


@pytest.mark.parametrize("value", ["", "N/A", "1971-05-04T00:00:00+01::00", "irgendwann", 7, "0000-00-00"])
def test_what_is_no_date_stays_empty_and_is_reported(tmp_path: Path, value: Any) -> None:
    reading = changed(tmp_path, "papers/7.json", date=value)
    assert reading.one(Document, PAPER).dated is None
    assert codes(reading) == {"no-date": 1}
    (oddity,) = reading.account.oddities
    assert (oddity.file, oddity.place, oddity.refused) == ("council/papers/7.json", "$.date", False)


def test_german_dates_and_times_are_dates(tmp_path: Path) -> None:
    assert changed(tmp_path, "papers/7.json", date="01.04.2024").one(Document, PAPER).dated == date(2024, 4, 1)
    assert changed(tmp_path, "papers/7.json", date="2024-04-01T23:59:00Z").one(Document, PAPER).dated == date(
        2024, 4, 1
    )


def test_a_span_that_ends_before_it_begins_loses_its_end(tmp_path: Path) -> None:
    reading = changed(tmp_path, "organizations.json", 0, startDate="2024-01-02", endDate="2023-01-01")
    amt = reading.one(Department, AMT)
    assert (amt.valid_from, amt.valid_to) == (date(2024, 1, 2), None)
    assert codes(reading) == {"ends-before-start": 1}


@pytest.mark.parametrize(("ags", "kept", "code"), [("5315000", "05315000", "short-key"), ("Köln", None, "no-key")])
def test_a_key_gets_its_zero_back_or_stays_empty(tmp_path: Path, ags: str, kept: str | None, code: str) -> None:
    reading = changed(tmp_path, "body.json", ags=ags)
    assert reading.one(Kommune, BODY).ags == kept
    assert codes(reading) == {code: 1}


def test_a_key_that_is_a_number_is_read_as_text(tmp_path: Path) -> None:
    assert changed(tmp_path, "body.json", ags=5315000).one(Kommune, BODY).ags == "05315000"


@pytest.mark.parametrize("left", [{"name": "", "reference": ""}, {"name": None}])
def test_a_deleted_paper_ends_on_the_day_of_its_deletion(tmp_path: Path, left: dict[str, Any]) -> None:
    gone = {"id": PAPER, "type": "https://schema.oparl.org/1.1/Paper", "deleted": True}
    write(tmp_path / "7.json", gone | left | {"modified": "2025-11-20T07:24:04+01:00"})
    reading = read(tmp_path)
    (document,) = reading.of(Document)
    assert (document.name, document.valid_to) == ("papers/7", date(2025, 11, 20))
    assert reading.endings == (Ending(PAPER, Document, date(2025, 11, 20), document),)


def test_a_deleted_paper_without_any_date_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "papers.json", [oparl("Paper", 7, deleted=True), oparl("Paper", 8)])
    reading = read(tmp_path)
    assert [record.name for record in reading.of(Document)] == ["Paper 8"]
    assert codes(reading)["deleted-undated"] == reading.account.refused == 1


def test_an_object_that_arrives_twice_is_one(tmp_path: Path) -> None:
    files = council()
    files["consultations.json"] = [files["papers/7.json"]["consultation"][0] | {"paper": PAPER}]
    files["agendaitems.json"] = files["meetings/3.json"]["agendaItem"]
    reading = read(put(tmp_path, files))
    assert len(reading.of(ConsultedIn)) == 1
    assert (reading.account.read["agenda_items"], codes(reading)) == (1, {})


def test_of_two_statements_the_later_counts_and_the_difference_is_reported(tmp_path: Path) -> None:
    older = oparl("Organization", "at/1", name="Jugendamt", modified="2020-01-01", shortName="JA")
    newer = oparl("Organization", "at/1", name="Amt für Jugend", modified="2024-01-01")
    reading = read(write(tmp_path / "organizations.json", [newer, older]))
    amt = reading.one(Department, AMT)
    assert (amt.name, amt.short_name, codes(reading)["object-differs"]) == ("Amt für Jugend", "JA", 1)


def test_one_consultation_id_for_two_meetings_gives_two_ties(tmp_path: Path) -> None:
    files = council()
    first = files["papers/7.json"]["consultation"][0]
    files["papers/7.json"]["consultation"].append(first | {"meeting": f"{BODY}/meetings/4"})
    reading = read(put(tmp_path, files))
    ids = {tie.id: tie.meeting for tie in reading.of(ConsultedIn)}
    again = f"{BODY}/meetings/4"
    assert ids == {f"{BODY}/consultations/5": MEETING, f"{BODY}/consultations/5|{again}": again}
    assert codes(reading) == {"repeated-id": 1, "meeting-not-here": 1}


def test_one_consultation_in_two_bodies_gives_two_ties(tmp_path: Path) -> None:
    other = f"{BODY}/organizations/gr/3"
    reading = changed(tmp_path, "papers/7.json", "consultation", 0, organization=[RAT, other])
    assert {tie.end for tie in reading.of(ConsultedIn)} == {RAT, other}
    assert reading.one(Committee, other).stub


def test_a_body_named_by_the_meeting_alone_is_the_body_of_the_consultation(tmp_path: Path) -> None:
    reading = changed(tmp_path, "papers/7.json", "consultation", 0, organization=None)
    assert [tie.end for tie in reading.of(ConsultedIn)] == [RAT]


def test_units_known_by_reference_only_are_stubs_of_the_right_type(tmp_path: Path) -> None:
    files = council()
    del files["organizations.json"], files["body.json"]
    files["papers/7.json"] |= {
        "underDirectionOf": [f"{BODY}/organizations/81"],
        "originatorOrganization": [f"{BODY}/organizations/82"],
    }
    files["papers/7.json"]["consultation"][0]["organization"] = f"{BODY}/organizations/83"
    reading = read(put(tmp_path, files))
    types = {r.id.rsplit("/", 1)[-1]: type(r) for r in reading.records if isinstance(r, Node) and r.stub}
    assert types == {"81": Department, "82": Organisation, "83": Committee, "2": Committee, "1": Kommune}
    assert reading.one(Organisation, f"{BODY}/organizations/82").standing() is Level.UNKNOWN
    assert [tie.end for tie in reading.of(IssuedBy)] == [f"{BODY}/organizations/82"]
    assert codes(reading) == {"body-by-reference": 1, "organization-by-reference": 4}


def test_what_the_store_knows_as_something_else_stays_what_it_is(tmp_path: Path) -> None:
    reading = read(put(tmp_path, council()), {AMT: Organisation})
    assert reading.one(Organisation, AMT).level_source == "Regel: wie bereits gespeichert"


def test_a_consultation_of_a_paper_in_the_store_is_tied_to_it(tmp_path: Path) -> None:
    listed = oparl("Consultation", 9, paper=PAPER, organization=[RAT], meeting=MEETING)
    path = write(tmp_path / "consultations.json", [listed])
    assert codes(read(path))["paper-not-here"] == 1
    assert [tie.start for tie in read(path, {PAPER: Document}).of(ConsultedIn)] == [PAPER]


def test_parts_of_parts_are_tied_to_the_larger_one(tmp_path: Path) -> None:
    files = council()
    files["organizations.json"].append(oparl("Organization", "at/11", name="Fachdienst Hilfen", subOrganizationOf=AMT))
    reading = read(put(tmp_path, files))
    assert (f"{BODY}/organizations/at/11", AMT) in {(tie.start, tie.end) for tie in reading.of(PartOf)}


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (7, "not-an-object"),
        ({"name": "ohne alles"}, "unknown-object"),
        ({"type": "https://schema.oparl.org/1.1/Paper", "name": "ohne Adresse"}, "no-id"),
        ({"type": "https://schema.oparl.org/1.1/Paper", "id": "7", "name": "keine Adresse"}, "no-id"),
        (oparl("Gericht", 1), "unknown-object"),
        (oparl("Paper", 9, name="x" * 10_001), "invalid-field"),
        (oparl("Paper", 9, name="ein \0 Zeichen"), "invalid-field"),
    ],
)
def test_a_broken_object_is_refused_with_its_place_and_the_others_are_read(
    tmp_path: Path, broken: Any, code: str
) -> None:
    write(tmp_path / "liste.json", [oparl("Paper", 7), broken, oparl("Paper", 8)])
    reading = read(tmp_path)
    assert [record.name for record in reading.of(Document)] == ["Paper 7", "Paper 8"]
    assert reading.account.refused == 1
    (refusal,) = (oddity for oddity in reading.account.oddities if oddity.refused)
    assert (refusal.code, refusal.file, refusal.place) == (code, f"{tmp_path.name}/liste.json", "$[1]")


def test_a_broken_member_of_an_archive_is_refused_by_itself(tmp_path: Path) -> None:
    path = write_tar(tmp_path / "a.tar.gz", {"papers/0.json": b'{"id": \n  nein}'} | members())
    reading = read(path)
    assert len(reading.of(Document)) == 1
    (oddity,) = reading.account.oddities
    assert (oddity.code, oddity.file, oddity.place) == ("not-json", "a.tar.gz/papers/0.json", "2:3")


def test_a_list_that_breaks_off_leaves_nothing_of_itself(tmp_path: Path) -> None:
    put(tmp_path, council())
    (tmp_path / "papers.json").write_text(json.dumps([oparl("Paper", 8)])[:-1] + ", {", encoding="utf-8")
    reading = read(tmp_path)
    assert [record.id for record in reading.of(Document)] == [PAPER]
    assert codes(reading) == {"not-json": 1}


def test_a_name_that_stands_twice_is_reported(tmp_path: Path) -> None:
    text = json.dumps(oparl("Paper", 7))[:-1] + ', "name": "zuletzt"}'
    (tmp_path / "7.json").write_text(text, encoding="utf-8-sig")
    reading = read(tmp_path / "7.json")
    assert reading.one(Document, PAPER).name == "zuletzt"
    assert codes(reading)["double-key"] == 1


def test_vendor_fields_and_other_files_do_not_disturb(tmp_path: Path) -> None:
    files = council()
    files["body.json"] |= {"STERNBERG:RIMVersion": "4.7.3a", "location": {"geojson": {"coordinates": [50.5, 6.5]}}}
    put(tmp_path, files)
    (tmp_path / "LIES MICH.txt").write_text("Hallo", encoding="utf-8")
    assert codes(read(tmp_path)) == {"other-file": 1, "swapped-coordinates": 1}


def test_side_files_need_the_one_body_they_speak_of(tmp_path: Path) -> None:
    files = council()
    files["stadtteile.json"] = {"districts": ["Süd"], "papers": {"7": {"primary": ["Süd"]}, "8": {"primary": ["Süd"]}}}
    reading = read(put(tmp_path / "one", files))
    assert f"{BODY}#stadtteil/sued" in {record.id for record in reading.records}
    files["body2.json"] = oparl("Body", 2, id="https://ris.example.org/bodies/2")
    assert codes(read(put(tmp_path / "two", files))) == {"no-sole-body": 1}


@pytest.mark.skipif(not DATA.is_dir(), reason="the examples of OParl are not here")
@pytest.mark.parametrize("version", ["spec-1.0", "spec-1.1"])
def test_the_examples_of_the_specification_are_read(version: str) -> None:
    reading = read(DATA / version / "examples")
    assert reading.account.refused == 0
    assert {record.name for record in reading.of(Committee) if not record.stub} == {
        "Ausschuss für Haushalt und Finanzen"
    }
    (paper,) = reading.of(Document)
    assert (paper.name, paper.number, paper.dated) == ("Antwort auf Anfrage 1200/2014", "1234/2014", date(2014, 4, 4))
    assert len(reading.of(UnderDirectionOf)) == 1
    for file in sorted((DATA / version / "examples").glob("*.json")):
        assert read(file).account.refused == 0


@pytest.mark.skipif(not DATA.is_dir(), reason="the answers of real bodies are not here")
def test_real_bodies_keep_name_and_key() -> None:
    kommunen = read(DATA / "live-bodies" / "bodies").of(Kommune)
    assert {kommune.name: kommune.ags for kommune in kommunen}["Gemeinde Kall"] == "05366024"
    assert len(kommunen) == 8
