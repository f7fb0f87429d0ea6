"""A pseudonymised export tells no person by name or identifier, whatever field, file name or encoding it stood in."""

import json
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from graph.exchange.export import Export
from graph.exchange.formats import FORMATS
from graph.exchange.mentions import Mentions
from graph.network import Network
from graph.questions.scope import Scope
from schema.nodes import Committee, Department, Document, Organisation, Person
from schema.record import Record, Visibility
from schema.ties import ConsultedIn, CooperatesWith, IssuedBy, Leads, MemberOf, WorksIn
from tests.graph.exchange.exporting import EVERYTHING, content, export_of, exported

ERIKA, KARL, HIDDEN = "https://ris.example.org/people/erika-q4711", "p/q8815 karl", "p_geheim"
RECORDS: list[Record] = [
    Person(
        id=ERIKA, source="s", name="Erika Mustermann", title="Dr.", note="wohnt in der Gasse", functions=("Leitung",)
    ),
    Person(id=KARL, source="Seite von Karl von der Heide-Löwenzahn", name="Karl von der Heide-Löwenzahn"),
    Person(id=HIDDEN, source="s", name="Geheimrat, Ursula", visibility=Visibility.CONFIDENTIAL),
    Person(id="p-offen", source="s", name="Offen", placeholder=True),
    Department(id="amt", source="Auskunft Mustermann, Erika", name="Jugendamt", note="Frau Mustermann vertritt"),
    Department(id="amt-mustermann", source="s", name="Stabsstelle", kind="Stabsstelle"),
    Committee(id="rat", source="s", name="Rat", note="Sprechzeit offen"),
    Document(
        id="d", source="s", name="Bericht Mustermanns", number=f"siehe {ERIKA}", url="https://x.example/löwenzahn"
    ),
    Document(id="e", source="s", name="Kita Löwenzahnstraße", number="Ursula Geheimrat"),
    Organisation(id="v", source="s", name="Verein", group="Heide"),
    Leads(id=f"LEADS|{ERIKA}|amt", source="s", start=ERIKA, end="amt"),
    MemberOf(id="m1", source="s", start=KARL, end="rat", on_behalf_of=ERIKA, role="Vorsitz"),
    MemberOf(id="m2", source="s", start="amt-mustermann", end="rat"),
    WorksIn(id="w", source="s", start=HIDDEN, end="amt", visibility=Visibility.CONFIDENTIAL),
    ConsultedIn(id=f"c_{HIDDEN}_x", source="s", start="d", end="rat", agenda_item="Bericht erika mustermann"),
    IssuedBy(id="i", source="s", start="d", end=ERIKA),
    CooperatesWith(id="k", source="s", start="amt", end="v", rule="beobachtet von Geheimrat"),
]
NAMED = (
    "Mustermann",
    "mustermann",
    "Erika",
    "erika",
    "Heide",
    "Geheimrat",
    "Ursula",
    "q4711",
    "q8815",
    "p_geheim",
    "Gasse",
)


def told(path: Path) -> str:
    """Give what a file says, with the spellings of web addresses, XML and JSON undone."""
    text = content(path).decode("utf-8", "replace")
    return text + unescape(unquote(text)) + text.encode("ascii", "backslashreplace").decode("unicode_escape", "replace")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("persons", [True, False])
def test_no_name_and_no_identifier_of_a_person_is_anywhere_in_the_bytes(
    name: str, persons: bool, tmp_path: Path
) -> None:
    scope = Scope(visibility=Visibility.INTERNAL, persons=persons)
    text = told(exported(tmp_path, name, export_of(RECORDS, scope, pseudonymise=True)))
    assert [word for word in NAMED if word in text] == []
    assert "Jugendamt" in text


def test_what_names_nobody_stays_as_it_is() -> None:
    shown = {row["name"]: row for row in export_of(RECORDS, pseudonymise=True).network.node_rows}
    assert shown["Rat"]["note"] == "Sprechzeit offen"
    assert "Kita Löwenzahnstraße" in shown
    assert shown["Jugendamt"]["source"].startswith("nicht genannt")
    assert "note" not in shown["Jugendamt"]
    assert "number" not in shown["Kita Löwenzahnstraße"]


def test_the_network_keeps_its_shape() -> None:
    before, after = export_of(RECORDS).network, export_of(RECORDS, pseudonymise=True).network
    assert (before.n, before.m) == (after.n, after.m)
    assert sorted(before.tie_type.tolist()) == sorted(after.tie_type.tolist())
    assert degrees(before) == degrees(after)


def degrees(network: Network) -> list[int]:
    drawn = network.to_networkx()
    return sorted(int(drawn.degree(node)) for node in drawn)


def test_a_pseudonym_is_the_same_throughout_one_export_and_another_in_the_next(tmp_path: Path) -> None:
    def graph() -> dict[str, list[dict[str, str]]]:
        path = exported(tmp_path, "json", export_of(RECORDS, pseudonymise=True))
        made: dict[str, list[dict[str, str]]] = json.loads(path.read_text("utf-8"))
        return made

    first, second = graph(), graph()
    persons = {node["id"] for node in first["nodes"] if node["type"] == "Person"}
    assert {edge["source"] for edge in first["edges"] if edge["type"] in ("LEADS", "WORKS_IN")} <= persons
    assert persons.isdisjoint(node["id"] for node in second["nodes"])


def test_the_scope_of_the_network_is_kept() -> None:
    network = Network.of(RECORDS, version=3)
    made = Export.of(EVERYTHING.cut(network), EVERYTHING, unnamed=network)
    assert (made.network.version, made.provenance.pseudonymised) == (3, True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Frau Mustermann", True),
        ("MUSTERMANN", True),
        ("Mustermanns Büro", True),
        ("Mustermann-Stiftung", True),
        ("erika_mustermann@x.example", True),
        ("Mustermannstraße", False),
        ("Erika", False),
        ("x/people/7/y", True),
        ("x/people/77", False),
        ("Raum 7", False),
        ("WORKS_IN|people/7|amt", True),
        ("a !!?? b", True),
        ("Li", True),
        ("Linie", False),
        ("Rat", False),
    ],
)
def test_a_mention_is_a_family_name_a_full_name_or_an_identifier(text: str, found: bool) -> None:
    mentions = Mentions.of(["people/7", "7", "!!??"], ["Erika  Mustermann", "Li"])
    assert mentions.within(text) is found


def test_a_short_identifier_is_hidden_where_it_stands_for_the_person_and_nowhere_else() -> None:
    records: list[Record] = [
        Person(id="7", source="s", name="Erika Mustermann"),
        Committee(id="rat", source="s", name="Rat 7"),
        MemberOf(id="7-rat", source="s", start="7", end="rat", on_behalf_of="7"),
    ]
    network = export_of(records, pseudonymise=True).network
    (tie,) = network.tie_rows
    assert "Rat 7" in {row["name"] for row in network.node_rows}
    assert tie["id"].startswith("id:")
    assert tie["start"].startswith("person:")
    assert "on_behalf_of" not in tie


def test_many_names_are_looked_for_at_once() -> None:
    mentions = Mentions.of((f"person/{n}" for n in range(20_000)), (f"Vorname{n} Familie{n}" for n in range(20_000)))
    assert mentions.within("Protokoll von Familie19999")
    assert not mentions.within("person und Vorname und Familie")
