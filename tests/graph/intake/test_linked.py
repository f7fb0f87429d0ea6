"""Linked data: small files written here by hand, then the published ones; a server counts what is fetched."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from graph.intake.linked import parsing
from schema.errors import InputError
from schema.nodes import Committee, Department, Organisation, Person, Sozialraum
from schema.record import Record
from schema.ties import Leads, MemberOf, PartOf, ReportsTo, WorksIn
from tests.graph.intake.mutations import survives
from tests.graph.intake.reading import Reading, read

DATA = Path(__file__).parents[4] / "shared" / "data"
BERLIN = DATA / "organigramm" / "w3c-org" / "berlin_core_orgs.ttl"
POPOLO = DATA / "popolo" / "spec" / "examples"
HEAD = """@prefix org: <http://www.w3.org/ns/org#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix schema: <http://schema.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix a: <https://amt.example/> .
"""


def turtle(tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "amt.ttl"
    path.write_text(HEAD + text, encoding="utf-8")
    return read(path)


def json_ld(tmp_path: Path, value: Any) -> Reading:
    path = tmp_path / "amt.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return read(path)


def told(reading: Reading) -> list[str]:
    assert all(o.message.de and o.message.en and o.file for o in reading.account.oddities)
    return [o.code for o in reading.account.oddities]


@pytest.mark.parametrize(
    "said",
    [
        "a:jugend org:unitOf a:haus .",
        "a:haus org:hasUnit a:jugend .",
        "a:jugend org:unitOf a:haus . a:haus org:hasUnit a:jugend .",
    ],
)
def test_a_unit_is_part_of_its_house_whichever_of_the_two_says_so(tmp_path: Path, said: str) -> None:
    units = (
        'a:haus a org:Organization; rdfs:label "Haus" . a:jugend a org:OrganizationalUnit; rdfs:label "Jugendamt"@de .'
    )
    reading = turtle(tmp_path, units + said)
    assert [(u.name, u.kind) for u in reading.of(Department)] == [("Haus", None), ("Jugendamt", "Amt")]
    assert [(t.start, t.end) for t in reading.of(PartOf)] == [
        ("https://amt.example/jugend", "https://amt.example/haus")
    ]
    assert told(reading) == []


def test_the_classes_of_the_berlin_administration_are_kinds(tmp_path: Path) -> None:
    said = '@prefix b: <https://berlin.github.io/lod-vocabulary/berorgs/> . a:r a b:Referat; rdfs:label "III B" .'
    assert [(u.name, u.kind) for u in turtle(tmp_path, said).of(Department)] == [("III B", "Referat")]


def test_a_person_may_hold_several_posts_and_a_post_may_have_nobody(tmp_path: Path) -> None:
    posts = """a:amt a org:OrganizationalUnit; rdfs:label "Amt" . a:rat a org:Organization; rdfs:label "Stadtrat" .
    a:ada a foaf:Person; foaf:name "Ada Ahorn"; org:holds a:p1, a:p2; foaf:mbox <mailto:ada@x.example> .
    a:p1 a org:Post; org:role [a org:Role; skos:prefLabel "Amtsleitung"]; org:postIn a:amt .
    a:p2 a org:Post; rdfs:label "Ratsfrau"; org:heldBy a:ada . a:rat org:hasPost a:p2 .
    a:p3 a org:Post; rdfs:label "Assistenz"; org:postIn a:amt ."""
    reading = turtle(tmp_path, posts)
    (ada,) = reading.of(Person)
    assert (ada.name, ada.functions) == ("Ada Ahorn", ("Amtsleitung", "Ratsfrau"))
    assert [(t.start, t.end) for t in reading.of(Leads)] == [("https://amt.example/ada", "https://amt.example/amt")]
    assert [t.role for t in reading.of(MemberOf)] == ["Ratsfrau"]
    assert [c.kind for c in reading.of(Committee)] == ["Rat"]
    assert (reading.account.read["posts"], reading.account.read["vacant"], told(reading)) == (3, 1, ["vacant"])
    assert "@" not in str([r.properties() for r in reading.records])


def test_memberships_heads_and_who_reports_to_whom(tmp_path: Path) -> None:
    said = """a:amt a org:OrganizationalUnit; rdfs:label "Amt" . a:b a foaf:Person; foaf:name "B"; org:headOf a:amt .
    a:c a foaf:Person; foaf:name "C"; org:memberOf a:amt; org:reportsTo a:b .
    a:m a org:Membership; org:member a:c; org:organization a:v; schema:validFrom "2014"; schema:validUntil "2016-02" .
    a:v a org:Organization; rdfs:label "Verein für alle"; org:classification "Verein" ."""
    reading = turtle(tmp_path, said)
    assert [t.start[-1] for t in reading.of(Leads)] == ["b"]
    assert [t.start[-1] for t in reading.of(WorksIn)] == ["c"]
    assert [(t.start[-1], t.end[-1]) for t in reading.of(ReportsTo)] == [("c", "b")]
    assert [(str(t.valid_from), str(t.valid_to)) for t in reading.of(MemberOf)] == [("2014-01-01", "2016-02-29")]
    assert [o.kind for o in reading.of(Organisation)] == ["Verein"]


def test_what_has_no_address_is_known_by_the_way_to_it_and_reads_the_same_each_time(tmp_path: Path) -> None:
    said = 'a:h a org:Organization; rdfs:label "H"; org:hasUnit [a org:OrganizationalUnit; rdfs:label "Amt 5"] .'
    first, again = turtle(tmp_path, said), turtle(tmp_path, said)
    assert [u.id for u in first.of(Department)] == ["https://amt.example/h", "https://amt.example/h#hasUnit/amt 5"]
    assert first.records == again.records
    assert told(turtle(tmp_path, "[] a org:OrganizationalUnit .  a:x a org:Organization; rdfs:label 'X' .")) == [
        "no-id"
    ]


def test_who_is_only_named_is_a_stub(tmp_path: Path) -> None:
    reading = turtle(
        tmp_path, 'a:amt a org:OrganizationalUnit; rdfs:label "Amt"; org:unitOf <https://x.example/haus> .'
    )
    assert [(u.name, u.stub) for u in reading.of(Department)] == [("Amt", False), ("haus", True)]
    assert told(reading) == ["by-reference"]


@pytest.fixture
def counting_server() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"@context": {"@vocab": "http://www.w3.org/ns/org#"}}')

        def log_message(self, *args: object) -> None:
            """Stay quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def test_no_context_is_fetched_wherever_it_is_named(tmp_path: Path, counting_server: tuple[str, list[str]]) -> None:
    here, asked = counting_server
    inner = {"@id": "https://x.example/t", "@context": f"{here}/scoped"}
    context = [
        f"{here}/a",
        {"@import": f"{here}/b", "t": inner, "org": "http://www.w3.org/ns/org#"},
        "file:///etc/passwd",
    ]
    node = {
        "@id": "https://x.example/amt",
        "@type": "org:OrganizationalUnit",
        "org:name": "Amt",
        "t": {"@context": f"{here}/c"},
    }
    reading = json_ld(tmp_path, {"@context": context, **node})
    assert [u.name for u in reading.of(Department)] == ["Amt"]
    assert asked == []
    assert told(reading) == ["remote-context"] * 5


def test_the_context_of_schema_org_is_delivered_with_us(tmp_path: Path) -> None:
    value = {
        "@context": "https://schema.org/",
        "@id": "https://x.example/v",
        "@type": "Organization",
        "name": "Verein Nord",
    }
    reading = json_ld(tmp_path, value)
    assert [o.name for o in reading.of(Organisation)] == ["Verein Nord"]
    assert "remote-context" in told(reading)


@pytest.mark.parametrize(
    ("text", "line"),
    [("a:x a org:Organization", "5"), ("\na:x nix:da a:y .", "6"), ("a:x a " + "[ a " * 3_000, ""), ("a:x a <b", "")],
)
def test_what_cannot_be_parsed_is_an_error_with_line_and_reason(tmp_path: Path, text: str, line: str) -> None:
    with pytest.raises(InputError) as caught:
        turtle(tmp_path, text + "\n")
    (oddity,) = caught.value.oddities
    assert (oddity.code, oddity.file) == ("not-linked-data", "amt.ttl")
    assert not line or oddity.place in (line, str(int(line) - 1))


def test_too_many_statements_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "TRIPLES", 50)
    with pytest.raises(InputError) as caught:
        turtle(tmp_path, "".join(f"a:x{i} a org:Organization .\n" for i in range(60)))
    assert [o.code for o in caught.value.oddities] == ["too-large"]


def test_odd_dates_do_not_reach_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#date"
    reading = turtle(tmp_path, f'a:x a org:Organization; rdfs:label "X"; schema:foundingDate "2014-13-44"^^<{xsd}> .')
    assert "no-date" in told(reading)
    assert capfd.readouterr() == ("", "")


def test_the_organisations_of_berlin() -> None:
    """30 organisations and 50 units, said to be part of something in both directions: counted in the file."""
    if not BERLIN.is_file():
        pytest.skip("the published organisations are not here")
    reading = read(BERLIN)
    assert len(reading.of(Department)) + len(reading.of(Organisation)) == 80
    assert len(reading.of(PartOf)) == 50
    assert reading.account.read["triples"] == 293
    assert told(reading) == []


@pytest.mark.parametrize(("name", "line"), [("person.ttl", "27"), ("speech.ttl", "9"), ("vote_event.ttl", "70")])
def test_three_official_examples_do_not_parse_and_say_where(name: str, line: str) -> None:
    if not POPOLO.is_dir():
        pytest.skip("the official examples are not here")
    with pytest.raises(InputError) as caught:
        read(POPOLO / name)
    assert [(o.code, o.file, o.place) for o in caught.value.oddities] == [("not-linked-data", name, line)]
    assert f"Zeile {line}" in caught.value.text.de


def test_the_other_official_examples_are_read_or_said_to_hold_nothing() -> None:
    if not POPOLO.is_dir():
        pytest.skip("the official examples are not here")
    kinds: dict[str, type[Record]] = {
        "area": Sozialraum,
        "membership": MemberOf,
        "organization": Organisation,
        "metadata": Person,
    }
    for name, cls in kinds.items():
        assert read(POPOLO / f"{name}.ttl").of(cls)
    for name in ("count", "event", "motion", "vote"):
        assert set(told(read(POPOLO / f"{name}.ttl"))) == {"left-out"}


def test_damaged_copies_end_in_a_report_or_a_clear_error(tmp_path: Path) -> None:
    if not BERLIN.is_file():
        pytest.skip("the published organisations are not here")
    survives("org", tmp_path / "berlin.ttl", BERLIN.read_bytes()[:6_000], 40)
    pitch = DATA / "organigramm" / "berlin-tool" / "JSON-LD-pitch.json"
    survives("org", tmp_path / "pitch.json", pitch.read_bytes(), 60)
