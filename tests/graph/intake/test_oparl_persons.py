"""Persons, memberships and places of a council record, as OParl 1.0 and 1.1 have them; expectations by hand."""

import doctest
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.intake.importing import import_source
from graph.intake.oparl import locations, names
from graph.intake.oparl.live import answers, hosts, sheets
from graph.intake.oparl.locations import order_of
from graph.intake.oparl.names import name_and_title
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import store_at
from graph.store.store import Store
from schema.levels import Level
from schema.nodes import Committee, Department, Kommune, Person
from schema.record import Visibility
from schema.ties import ConsultedIn, Leads, MemberOf, WorksIn
from tests.graph.intake.reading import BODY, DATA, Reading, oparl, read, write
from tests.graph.intake.test_oparl_traps import AMT, RAT, codes, put

FRAKTION = f"{BODY}/organizations/fr/3"
EVA = f"{BODY}/persons/1"


def organizations() -> list[dict[str, Any]]:
    return [
        oparl("Organization", "at/1", name="Jugendamt"),
        oparl("Organization", "gr/2", name="Stadtrat"),
        oparl("Organization", "fr/3", name="Die Bunten"),
    ]


def membership(number: int, organization: str, /, **fields: Any) -> dict[str, Any]:
    return {"id": f"{BODY}/memberships/{number}", "organization": organization} | fields


def of(tmp_path: Path, *memberships: dict[str, Any], **person: Any) -> Reading:
    """Read one person with memberships among three organizations."""
    eva = oparl("Person", 1, **({"name": "Eva Muster"} | person), membership=list(memberships))
    body = oparl("Body", 1, id=BODY, name="Musterstadt")
    return read(put(tmp_path, {"body.json": body, "organizations.json": organizations(), "persons.json": [eva]}))


def test_a_council_member_is_public_with_role_vote_dates_and_for_whom(tmp_path: Path) -> None:
    seat = membership(
        5, RAT, role="Vorsitzende", votingRight=True, onBehalfOf=FRAKTION, startDate="2020-01-01", endDate="2999-12-31"
    )
    reading = of(tmp_path, seat, membership(6, FRAKTION, role="Mitglied"))
    person = reading.one(Person, EVA)
    assert (person.name, person.visibility, person.functions) == (
        "Eva Muster",
        Visibility.PUBLIC,
        ("Vorsitzende (Stadtrat)",),
    )
    tie = reading.one(MemberOf, f"{BODY}/memberships/5")
    assert (tie.start, tie.end, tie.role, tie.voting, tie.deputy) == (EVA, RAT, "Vorsitzende", True, False)
    assert (tie.on_behalf_of, tie.valid_from, tie.valid_to) == ("Die Bunten", date(2020, 1, 1), date(2999, 12, 31))
    assert {tie.end for tie in reading.of(MemberOf)} == {RAT, FRAKTION}
    assert (codes(reading), reading.account.read["persons"], reading.account.read["memberships"]) == ({}, 1, 2)


@pytest.mark.parametrize(
    ("role", "deputy"),
    [
        ("stellv. Mitglied", True),
        ("Stellvertretende Vorsitzende", True),
        ("1. Stellvertreter", True),
        ("Stv. Mitglied", True),
        ("Mitglied", False),
        ("Vertreter der Verwaltung", False),
    ],
)
def test_deputies_are_known_by_their_role(tmp_path: Path, role: str, deputy: bool) -> None:
    (tie,) = of(tmp_path, membership(5, RAT, role=role)).of(MemberOf)
    assert tie.deputy is deputy


@pytest.mark.parametrize(
    ("role", "type"),
    [
        ("Leiterin", Leads),
        ("Amtsleitung", Leads),
        ("stellv. Leiter", WorksIn),
        ("Sachbearbeitung", WorksIn),
        ("", WorksIn),
    ],
)
def test_in_a_unit_of_the_administration_people_work_or_lead(tmp_path: Path, role: str, type: Any) -> None:
    reading = of(tmp_path, membership(5, AMT, role=role))
    assert [(tie.start, tie.end) for tie in reading.of(type)] == [(EVA, AMT)]
    assert not reading.of(MemberOf)
    assert reading.one(Person, EVA).visibility is Visibility.INTERNAL
    assert reading.of(type)[0].visibility is Visibility.INTERNAL


def test_of_who_holds_no_public_office_no_fraktion_is_stored(tmp_path: Path) -> None:
    reading = of(tmp_path, membership(5, FRAKTION, role="Geschäftsführerin"), membership(6, AMT, onBehalfOf=FRAKTION))
    assert not reading.of(MemberOf)
    assert codes(reading) == {"faction-of-private-person": 1}
    assert "Bunten" not in str([*reading.of(Person), *reading.of(WorksIn)])


@pytest.mark.parametrize("said", [{"formOfAddress": "Ratsfrau"}, {"status": ["Bürgermeisterin"]}])
def test_an_office_makes_public_without_a_seat(tmp_path: Path, said: dict[str, Any]) -> None:
    reading = of(tmp_path, membership(5, FRAKTION), **said)
    assert reading.one(Person, EVA).visibility is Visibility.PUBLIC
    assert len(reading.of(MemberOf)) == 1


@pytest.mark.parametrize(
    ("status", "office"),
    [
        ("Ratsherr", True),
        ("Stadträtin", True),
        ("Erste Bürgermeisterin", True),
        ("Stadtverordnete", True),
        ("Ratssekretärin", False),
        ("Mitarbeiterin im Büro der Oberbürgermeisterin", False),
        ("Sachbearbeiter", False),
    ],
)
def test_an_office_is_told_from_a_post(tmp_path: Path, status: str, office: bool) -> None:
    person = of(tmp_path, status=[status]).one(Person, EVA)
    assert (person.visibility is Visibility.PUBLIC) is office


def test_what_a_person_may_be_reached_by_and_when_they_lived_is_stored_nowhere(tmp_path: Path) -> None:
    secrets = {
        "email": ["eva@example.org"],
        "phone": "0221-4711",
        "gender": "female",
        "life": "1971-05-04",
        "lifeSource": "x",
    }
    home = {
        "id": f"{BODY}/locations/9",
        "streetAddress": "Heimweg 7",
        "geojson": {"type": "Point", "coordinates": [50.5, 6.5]},
    }
    reading = of(tmp_path, membership(5, RAT), **secrets, location=home)
    everything = json.dumps([record.model_dump(mode="json") for record in reading.records])
    for secret in ("eva@example.org", "4711", "female", "1971", "Heimweg", "6.5"):
        assert secret not in everything
    assert (reading.account.read["locations"], codes(reading)) == (1, {})


@pytest.mark.parametrize(
    ("fields", "name", "title"),
    [
        ({"name": "Prof. Dr. Max Mustermann", "title": ["Prof.", "Dr."]}, "Max Mustermann", "Prof. Dr."),
        ({"name": "Max Mustermann", "title": "Dr."}, "Max Mustermann", "Dr."),
        ({"name": "Frau Dr. med. Eva Muster"}, "Eva Muster", "Dr. med."),
        ({"name": "Herr Muster"}, "Muster", None),
        ({"name": "Muster, Eva", "givenName": "Eva", "familyName": "Muster"}, "Eva Muster", None),
        ({"givenName": "Eva", "familyName": "Muster"}, "Eva Muster", None),
        ({"name": "Dipl.-Ing. Drago Maier"}, "Drago Maier", "Dipl.-Ing."),
        ({"name": "Magnus Profit"}, "Magnus Profit", None),
        ({"name": "Dr."}, "Dr.", None),
    ],
)
def test_titles_and_forms_of_address_are_no_part_of_the_name(fields: Any, name: str, title: str | None) -> None:
    assert name_and_title(fields) == (name, title)


@given(
    st.dictionaries(
        st.sampled_from(["name", "title", "givenName", "familyName"]), st.text() | st.none() | st.lists(st.text())
    )
)
def test_any_name_can_be_taken_apart(fields: dict[str, Any]) -> None:
    name, title = name_and_title(fields)
    assert name == name.strip()
    assert title != ""


def test_a_membership_embedded_and_listed_is_one(tmp_path: Path) -> None:
    listed = oparl("Membership", 5, person=EVA, organization=RAT, role="Mitglied", startDate="2020-01-01")
    embedded = {key: listed[key] for key in ("id", "type", "organization", "role", "startDate")}
    rat = organizations()[1] | {"membership": [{key: listed[key] for key in ("id", "person", "role")}]}
    person = oparl("Person", 1, name="Eva Muster", membership=[embedded])
    reading = read(put(tmp_path, {"a.json": [person], "b.json": [listed], "c.json": [rat]}))
    (tie,) = reading.of(MemberOf)
    assert (tie.start, tie.end, tie.role) == (EVA, RAT, "Mitglied")
    assert reading.account.read["memberships"] == 1
    assert "object-differs" not in codes(reading)


def test_a_membership_without_address_is_known_by_what_it_joins(tmp_path: Path) -> None:
    twice = {"organization": RAT, "startDate": "2020-01-01"}
    reading = of(tmp_path, twice, twice, {"organization": RAT, "startDate": "2024-01-01"})
    assert len(reading.of(MemberOf)) == reading.account.read["memberships"] == 2


def test_addresses_of_memberships_that_lead_nowhere_are_reported_once_each(tmp_path: Path) -> None:
    lost = [f"{BODY}/memberships/{n}" for n in (7, 8)]
    rat = organizations()[1] | {"membership": [*lost, lost[0]]}
    reading = read(put(tmp_path, {"a.json": [rat], "b.json": [rat]}))
    found = [oddity for oddity in reading.account.oddities if oddity.code == "membership-not-here"]
    assert [(oddity.file, oddity.place) for oddity in found] == [(f"{tmp_path.name}/a.json", "$[0]")] * 2
    assert [id in found[i].message.de for i, id in enumerate(lost)] == [True, True]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"person": f"{BODY}/persons/77", "organization": RAT}, "person-not-here"),
        ({"organization": RAT}, "person-not-here"),
        ({"person": EVA}, "membership-of-nothing"),
        ({"person": EVA, "organization": BODY}, "membership-of-nothing"),
        ({"person": EVA, "organization": RAT, "votingRight": "vielleicht"}, "no-boolean"),
        ({"person": EVA, "organization": RAT, "startDate": "1971-05-04T00:00:00+01::00"}, "no-date"),
        ({"person": EVA, "organization": RAT, "startDate": "2024-02-02", "endDate": "2024-01-01"}, "ends-before-start"),
    ],
)
def test_what_is_odd_about_a_membership_is_reported_once(tmp_path: Path, fields: dict[str, Any], code: str) -> None:
    write(tmp_path / "memberships.json", [oparl("Membership", 5, **fields)])
    reading = of(tmp_path)
    assert codes(reading) == {code: 1}
    (oddity,) = reading.account.oddities
    assert (oddity.file, oddity.place.split(".")[0]) == (f"{tmp_path.name}/memberships.json", "$[0]")


def test_a_membership_of_a_person_in_the_store_is_tied_to_them(tmp_path: Path) -> None:
    write(tmp_path / "a.json", [*organizations(), oparl("Membership", 5, person=EVA, organization=RAT)])
    (tie,) = read(tmp_path, {EVA: Person}).of(MemberOf)
    assert (tie.start, tie.visibility) == (EVA, Visibility.PUBLIC)


def test_nobody_is_a_placeholder(tmp_path: Path) -> None:
    assert of(tmp_path, name="N.N.").one(Person, EVA).placeholder


# ---- places


@pytest.mark.parametrize(
    ("coordinates", "code", "said"),
    [
        ([6.557169, 50.539789], None, "50.53979 N, 6.55717 O"),
        ([50.539789, 6.557169], "swapped-coordinates", "50.53979 N, 6.55717 O"),
        ([0, 0], "coordinates-elsewhere", None),
        ([2.35, 48.86], "coordinates-elsewhere", None),
        (["6,5", "50,5"], None, None),
        ([], None, None),
        (None, None, None),
    ],
)
def test_swapped_coordinates_are_put_right(
    tmp_path: Path, coordinates: Any, code: str | None, said: str | None
) -> None:
    place: dict[str, Any] = {
        "id": f"{BODY}/locations/1",
        "streetAddress": "Markt 1",
        "postalCode": "53925",
        "locality": "Kall",
    }
    place["geojson"] = {"type": "Feature", "geometry": {"type": "Point", "coordinates": coordinates}}
    body = oparl("Body", 1, id=BODY, name="Musterstadt", location=place)
    reading = read(put(tmp_path, {"body.json": body}))
    assert reading.one(Kommune, BODY).note == "; ".join(part for part in ("Markt 1, 53925 Kall", said) if part)
    assert [(oddity.code, oddity.place) for oddity in reading.account.oddities] == (
        [(code, "$.location[0]")] if code else []
    )


@given(st.floats(5.9, 15.0), st.floats(47.3, 55.0))
def test_no_point_in_germany_fits_both_orders(east: float, north: float) -> None:
    assert order_of({"type": "Point", "coordinates": [east, north]}) == "right"
    assert order_of({"type": "Point", "coordinates": [north, east]}) == "swapped"
    assert order_of({"type": "LineString", "coordinates": [[east, north], [north, east]]}) is None


def test_legislative_terms_are_told_of_the_body(tmp_path: Path) -> None:
    term = {"id": f"{BODY}/terms/1", "name": "21. Wahlperiode", "startDate": "2010-12-03", "endDate": ""}
    reading = read(put(tmp_path, {"body.json": oparl("Body", 1, id=BODY, legislativeTerm=[term])}))
    assert reading.one(Kommune, BODY).note == "21. Wahlperiode (2010-12-03–)"
    assert reading.account.read["legislative_terms"] == 1


@pytest.mark.parametrize("module", [names, locations, answers, hosts, sheets])
def test_examples_in_the_documentation_hold(module: Any) -> None:
    found = doctest.testmod(module)
    assert (found.attempted > 0, found.failed) == (True, 0)


# ---- real sources


@pytest.mark.skipif(not DATA.is_dir(), reason="the examples of OParl are not here")
@pytest.mark.parametrize("version", ["spec-1.0", "spec-1.1"])
def test_the_person_of_the_specification_is_read(version: str) -> None:
    reading = read(DATA / version / "examples")
    (person,) = reading.of(Person)
    assert (person.name, person.title, person.visibility) == ("Max Mustermann", "Prof. Dr.", Visibility.PUBLIC)
    assert person.functions == ("Bezirksbürgermeister", "Ratsfrau", "Vorsitzende")
    ties = {tie.role: (tie.voting, tie.valid_from, tie.valid_to) for tie in reading.of(MemberOf)}
    assert ties == {
        "Vorsitzende": (True, date(2013, 12, 3), None),
        "Sachkundige Bürgerin": (False, date(2013, 12, 3), date(2014, 7, 28)),
    }
    assert codes(reading)["membership-not-here"] == 3
    (kommune,) = (kommune for kommune in reading.of(Kommune) if not kommune.stub)
    assert "50.12340 N, 10.43210 O; 21. Wahlperiode (2010-12-03–2013-12-03)" in str(kommune.note)


@pytest.mark.skipif(not DATA.is_dir(), reason="the answers of real bodies are not here")
def test_real_bodies_have_the_latitude_first() -> None:
    reading = read(DATA / "live-bodies")
    assert codes(reading) == {"short-key": 5, "swapped-coordinates": 6}
    assert {what: n for what, n in reading.account.read.items() if n} == {
        "files": 15, "objects": 14, "systems": 6, "bodies": 8, "legislative_terms": 2, "locations": 6,
    }  # fmt: skip
    notes = {kommune.name: kommune.note for kommune in reading.of(Kommune)}
    assert notes["Gemeinde Kall"] == "Bahnhofstraße 9, 53925 Kall; 50.53979 N, 6.55717 O"
    assert notes["Stadt Leipzig"] == "Wahlperiode V (2009-11-11–2014-12-17), Wahlperiode VI (2014-12-18–2019-05-31)"


# ---- deleted, in a store


@pytest.fixture
def store(clean_address: Address) -> Iterator[Store]:
    with store_at(Connection(clean_address)) as opened:
        yield opened


def test_what_was_deleted_ends_in_the_store(store: Store, tmp_path: Path) -> None:
    consultation = oparl("Consultation", 5, organization=[RAT])
    paper = oparl("Paper", 7, consultation=[consultation])
    ties = [membership(5, RAT), membership(6, AMT, role="Leiterin")]
    person = oparl("Person", 1, name="Eva Muster", membership=ties)
    import_source(store, write(tmp_path / "a.json", [*organizations(), person, paper]))
    gone = {"deleted": True, "modified": "2026-01-02T00:00:00+01:00"}
    traces = [
        *(
            {"id": tie["id"], "type": "https://schema.oparl.org/1.1/Membership", **gone}
            for tie in (*ties, membership(9, RAT))
        ),
        {"id": consultation["id"], "type": "https://schema.oparl.org/1.1/Consultation", **gone},
        {"id": EVA, "type": "https://schema.oparl.org/1.1/Person", **gone},
        {"id": f"{BODY}/persons/99", "type": "https://schema.oparl.org/1.1/Person", **gone},
    ]
    report = import_source(store, write(tmp_path / "b.json", traces))
    assert (report.ended, report.new, report.refused) == (4, 0, 0)
    ended = store.records([f"{BODY}/memberships/5", f"LEADS|{BODY}/memberships/6", consultation["id"], EVA])
    assert {type(record): record.valid_to for record in ended.values()} == dict.fromkeys(
        (MemberOf, Leads, ConsultedIn, Person), date(2026, 1, 2)
    )
    assert store.records([RAT])[RAT].valid_to is None


@pytest.mark.parametrize(
    ("said", "kind", "level"),
    [
        ({"classification": "Rat", "organizationType": "Gremium"}, "Rat", Level.POLITICS),
        ({"organizationType": "Gremium"}, "Gremium", Level.UNKNOWN),
        ({"classification": "Runder Tisch", "organizationType": "Gremium"}, "Runder Tisch", Level.UNKNOWN),
    ],
)
def test_an_organization_is_of_the_kind_that_the_source_calls_it(
    tmp_path: Path, said: dict[str, str], kind: str, level: Level
) -> None:
    reading = read(put(tmp_path, {"a.json": [oparl("Organization", 7, name="Plenum", **said)]}))
    (committee,) = reading.of(Committee)
    assert (committee.kind, committee.standing()) == (kind, level)


def test_levels_stay_as_before(tmp_path: Path) -> None:
    reading = of(tmp_path, membership(5, RAT))
    assert reading.one(Committee, RAT).standing() is Level.POLITICS
    assert reading.one(Department, AMT).standing() is Level.ADMINISTRATION
