"""Popolo: small files written here by hand, then the published ones with the counts that can be read off them."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.intake.account import Account
from graph.intake.popolo.reading import PopoloReader
from graph.intake.sources import Source
from schema.errors import InputError
from schema.levels import Level
from schema.nodes import Committee, Department, Kommune, Organisation, Person, Sozialraum
from schema.ties import ActiveIn, MemberOf, PartOf, WorksIn
from tests.graph.intake.mutations import survives
from tests.graph.intake.reading import Reading, read, write

PUBLISHED = Path(__file__).parents[4] / "shared" / "data" / "popolo"
TASMANIA = PUBLISHED / "australia-councils" / "TAS_local_councillor_popolo.json"
EXAMPLES = PUBLISHED / "spec" / "examples"
RAT = {"id": "rat/st._o'mara", "name": "Rat von St. O'Mara", "classification": "legislature"}
ADA = {
    "id": "st._o'mara/ada",
    "name": "Ada Ahorn",
    "email": "ada@x.example",
    "birth_date": "1970-01-01",
    "image": "http://x/a.png",
}
GREEN = {"id": "party/gruen", "name": "Die Grünen", "classification": "party"}
UNKNOWN = {"id": "party/unknown", "name": "unknown", "classification": "party"}
SEAT = {"person_id": ADA["id"], "organization_id": RAT["id"], "role": "Ratsfrau", "on_behalf_of_id": "party/gruen"}


def popolo(tmp_path: Path, **lists: Any) -> Reading:
    return read(write(tmp_path / "dorf.json", lists))


def told(reading: Reading) -> list[tuple[str, str, str, bool]]:
    assert all(o.message.de and o.message.en and o.file for o in reading.account.oddities)
    return [(o.code, o.place, o.field, o.refused) for o in reading.account.oddities]


def test_a_council_its_parties_and_a_seat(tmp_path: Path) -> None:
    reading = popolo(tmp_path, persons=[ADA], organizations=[RAT, GREEN, UNKNOWN], memberships=[SEAT])
    (council,) = reading.of(Committee)
    assert (council.id, council.kind, council.standing()) == (
        "popolo/dorf/organization/rat%2Fst._o'mara",
        "Rat",
        Level.POLITICS,
    )
    assert [(o.kind, o.placeholder) for o in reading.of(Organisation)] == [("Partei", False), ("Partei", True)]
    (ada,) = reading.of(Person)
    assert (ada.name, ada.functions, ada.group) == ("Ada Ahorn", ("Ratsfrau",), "Die Grünen")
    (seat,) = reading.of(MemberOf)
    assert (seat.start, seat.end, seat.role, seat.on_behalf_of) == (ada.id, council.id, "Ratsfrau", "Die Grünen")
    assert told(reading) == []


def test_neither_contacts_nor_birth_dates_nor_pictures_are_kept(tmp_path: Path) -> None:
    details = [{"type": "voice", "label": "Büro", "value": "0721 1330"}]
    reading = popolo(
        tmp_path, persons=[ADA | {"contact_details": details}], organizations=[RAT | {"image": "http://x/l.png"}]
    )
    kept = str([record.properties() for record in reading.records])
    assert not any(word in kept for word in ("@", "1970", "png", "1330"))


@pytest.mark.parametrize(
    ("start", "end", "days", "partial"),
    [
        ("2014", "2018", (date(2014, 1, 1), date(2018, 12, 31)), 2),
        ("2014-05", "2016-02", (date(2014, 5, 1), date(2016, 2, 29)), 2),
        ("2014-05-07", "2016-02-03T10:00:00Z", (date(2014, 5, 7), date(2016, 2, 3)), 0),
        ("", None, (None, None), 0),
    ],
)
def test_a_partial_date_spans_what_it_may_mean(
    tmp_path: Path, start: str, end: str | None, days: tuple[date | None, ...], partial: int
) -> None:
    seat = SEAT | {"start_date": start, "end_date": end}
    reading = popolo(tmp_path, persons=[ADA], organizations=[RAT, GREEN], memberships=[seat])
    assert [(m.valid_from, m.valid_to) for m in reading.of(MemberOf)] == [days]
    assert [code for code, *_ in told(reading)] == ["partial-date"] * partial


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [("bald", None, "no-date"), ("2020", "2010", "ends-before-start"), ("2014-13", None, "no-date")],
)
def test_what_is_no_span_is_told_and_left_empty(tmp_path: Path, start: str, end: str | None, code: str) -> None:
    seat = SEAT | {"start_date": start, "end_date": end}
    reading = popolo(tmp_path, persons=[ADA], organizations=[RAT, GREEN], memberships=[seat])
    assert code in [code for code, *_ in told(reading)]
    assert [m.valid_to for m in reading.of(MemberOf)] == [None]


def test_who_is_only_named_is_kept_as_a_stub(tmp_path: Path) -> None:
    reading = popolo(tmp_path, memberships=[SEAT])
    assert [(p.name, p.stub) for p in reading.of(Person)] == [(ADA["id"], True)]
    assert [(o.stub, o.level) for o in reading.of(Organisation)] == [(True, Level.UNKNOWN)]
    assert len(reading.of(MemberOf)) == 1
    assert [code for code, *_ in told(reading)] == ["by-reference", "by-reference"]


def test_a_membership_without_a_person_is_refused_alone(tmp_path: Path) -> None:
    reading = popolo(
        tmp_path, persons=[ADA], organizations=[RAT, GREEN], memberships=[{"organization_id": "x"}, SEAT, "?"]
    )
    assert len(reading.of(MemberOf)) == 1
    assert told(reading) == [
        ("not-an-object", "$.memberships[2]", "", True),
        ("no-end", "$.memberships[0]", "person_id", True),
    ]


def test_a_post_lends_its_body_and_its_role(tmp_path: Path) -> None:
    posts = [{"id": "vorsitz", "organization_id": RAT["id"], "label": "Vorsitz"}]
    reading = popolo(
        tmp_path,
        persons=[ADA],
        organizations=[RAT],
        posts=posts,
        memberships=[{"person_id": ADA["id"], "post_id": "vorsitz"}],
    )
    assert [(m.end, m.role) for m in reading.of(MemberOf)] == [("popolo/dorf/organization/rat%2Fst._o'mara", "Vorsitz")]
    assert reading.account.read["posts"] == 1


def test_who_belongs_to_an_office_works_there(tmp_path: Path) -> None:
    office = {"id": "amt", "name": "Jugendamt"}
    reading = popolo(
        tmp_path,
        persons=[ADA],
        organizations=[office],
        memberships=[{"person_id": ADA["id"], "organization_id": "amt"}],
    )
    assert [d.kind for d in reading.of(Department)] == ["Amt"]
    assert len(reading.of(WorksIn)) == 1


def test_areas_become_spaces_and_only_what_is_plainly_one_a_municipality(tmp_path: Path) -> None:
    square = {"type": "Polygon", "coordinates": [[[49.0, 8.4], [49.1, 8.4], [49.1, 8.5], [49.0, 8.4]]]}
    areas = [
        {"id": "ka", "name": "Karlsruhe", "classification": "Stadt", "identifier": "08212000"},
        {"id": "dl", "name": "Durlach", "classification": "Stadtteil", "parent_id": "ka", "geometry": square},
    ]
    reading = popolo(tmp_path, areas=areas, organizations=[RAT | {"area_id": "dl"}])
    assert [k.ags for k in reading.of(Kommune)] == ["08212000"]
    (durlach,) = reading.of(Sozialraum)
    assert durlach.geometry is not None
    assert json.loads(durlach.geometry)["coordinates"][0][0] == [8.4, 49.0]
    assert [(t.start[-2:], t.end[-2:]) for t in reading.of(PartOf)] == [("dl", "ka")]
    assert len(reading.of(ActiveIn)) == 1
    assert [code for code, *_ in told(reading)] == ["latitude-first"]


def test_what_the_source_warns_of_and_what_is_left_out_is_told(tmp_path: Path) -> None:
    reading = popolo(tmp_path, persons=[ADA], warnings={"skipped": ["ward"]}, events=[{"id": "1"}], motions=[])
    assert told(reading) == [("source-warning", "$.warnings", "", False), ("left-out", "$.events", "", False)]


def test_the_councils_of_tasmania() -> None:
    """29 legislatures, 4 parties, 263 councillors, 317 memberships: counted in the file."""
    if not TASMANIA.is_file():
        pytest.skip("the published councils are not here")
    reading = read(TASMANIA)
    assert (len(reading.of(Committee)), len(reading.of(Organisation))) == (29, 4)
    assert (len(reading.of(Person)), len(reading.of(MemberOf))) == (263, 317)
    roles = Counter(m.role for m in reading.of(MemberOf))
    assert roles == {"councillor": 263, "Deputy Mayor": 27, "Mayor": 26, "Lord Mayor": 1}
    assert Counter(p.group for p in reading.of(Person)) == {None: 230, "Independent": 27, "Greens": 6}
    assert [o.place for o in reading.account.oddities] == ["$.warnings"]


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.json")) or ["none"])
def test_each_official_example_is_read_or_said_to_hold_nothing(name: str) -> None:
    if not EXAMPLES.is_dir():
        pytest.skip("the official examples are not here")
    reading = read(EXAMPLES / name)
    assert reading.account.refused == 0
    assert reading.records or told(reading) or reading.account.read["posts"]


def test_damaged_copies_end_in_a_report_or_a_clear_error(tmp_path: Path) -> None:
    if not TASMANIA.is_file():
        pytest.skip("the published councils are not here")
    survives("popolo", tmp_path / "rat.json", TASMANIA.read_bytes(), 60)


def test_an_endless_number_is_an_error_and_not_the_end_of_the_process(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(f'{{"persons": [{{"id": {"9" * 5_000}, "name": "Ada"}}]}}')
    source, account = Source.at(path), Account()
    assert not PopoloReader().recognises(source)
    with pytest.raises(InputError) as caught:
        list(PopoloReader().read(source, account, {}))
    assert [o.code for o in caught.value.oddities] == ["not-json"]


@pytest.mark.parametrize("content", ["[1, 2]", '"x"', "{}", '{"persons": 3}'])
def test_a_file_without_an_object_gives_nothing_and_says_so(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.json").write_text(content)
    with pytest.raises(InputError) as caught:
        read(tmp_path / "x.json")
    assert caught.value.text.de
