"""Each format opened by somebody else's program: NetworkX, rdflib, the published schemas."""

import json
import math
import random
import socket
import time
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib
from jsonschema import Draft3Validator  # type: ignore[import-untyped]
from rdflib.namespace import ORG, SKOS
from referencing import Registry
from referencing.jsonschema import DRAFT3

from graph.exchange.formats import FORMATS, format_of
from graph.exchange.provenance import SOURCES, TERMS
from graph.intake.account import Account
from graph.intake.tables import read_tables
from schema.errors import UsageError
from schema.nodes import Department, Kommune, Node, Organisation, Person, Process, Sozialraum
from schema.record import Record
from schema.ties import CooperatesWith, InterestedIn, MemberOf, PartOf, Tie
from tests.api import town
from tests.graph.exchange.exporting import EVERYTHING, content, export_of, exported
from tests.graph.exchange.test_round_trip import hostile_records
from viz.network_layout import positions

LANDKREIS = Path(__file__).parents[3] / "examples" / "landkreis"
SCHEMAS = Path(__file__).parents[4] / "shared" / "data" / "popolo" / "spec" / "schemas"


@pytest.fixture(scope="module")
def landkreis() -> list[Record]:
    return list(read_tables(LANDKREIS, Account()))


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be fetched."""

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_data_give_the_same_bytes_in_any_order_at_any_time(
    name: str, landkreis: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mixed = random.Random(1).sample(landkreis, len(landkreis))
    first = exported(tmp_path, name, export_of(landkreis)).read_bytes()
    later = time.time() + 100_000
    monkeypatch.setattr(time, "time", lambda: later)
    assert exported(tmp_path, name, export_of(mixed)).read_bytes() == first


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "ftm"])
def test_every_file_says_from_which_data_it_comes_and_under_which_terms(name: str, tmp_path: Path) -> None:
    told = content(exported(tmp_path, name, export_of(town.RECORDS))).decode("utf-8", "replace")
    for word in ("Fahrstuhl 0.", "2024-05-01", "erfunden", TERMS.de.split(";")[0]):
        assert word in told
    assert "confidential" in told or "vertraulich" in told


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_reader_may_not_see_is_in_no_file(name: str, tmp_path: Path) -> None:
    told = content(exported(tmp_path, name, export_of(town.RECORDS, EVERYTHING.__class__()))).decode("utf-8", "replace")
    assert [word for word in (*town.HIDDEN, *town.NAMED, town.SHELTER, town.LEADER) if word in told] == []
    assert "Jugendamt" in told


def test_graphml_opens_in_networkx_with_all_nodes_ties_and_fields(landkreis: list[Record], tmp_path: Path) -> None:
    export = export_of(landkreis)
    opened = nx.read_graphml(exported(tmp_path, "graphml", export))
    assert (opened.number_of_nodes(), opened.number_of_edges()) == (export.network.n, export.network.m)
    assert isinstance(opened, nx.MultiDiGraph)
    assert opened.graph["Datenstand (laufende Nummer)"] == "7"
    places = positions(export.network)
    for node, (id, (x, y)) in zip(
        (r for r in sorted(landkreis, key=lambda r: r.id) if isinstance(r, Node)),
        zip(export.network.ids, places.tolist(), strict=True),
        strict=True,
    ):
        shown = opened.nodes[id]
        assert (shown["label"], shown["type"], shown["Typ"]) == (node.name, type(node).__name__, node.label.de)
        assert (shown["x"], shown["y"]) == (x, -y)


def test_gexf_opens_in_networkx_with_places_colours_and_german_headings(
    landkreis: list[Record], tmp_path: Path
) -> None:
    export = export_of(landkreis)
    opened = nx.read_gexf(exported(tmp_path, "gexf", export))
    assert (opened.number_of_nodes(), opened.number_of_edges()) == (export.network.n, export.network.m)
    for (id, shown), (x, y) in zip(opened.nodes(data=True), positions(export.network).tolist(), strict=True):
        assert shown["viz"]["position"] == {"x": x, "y": -y, "z": 0.0}
        assert shown["label"] == export.network.name(export.network.index[id])
    levels = {shown.get("Ebene") for _, shown in opened.nodes(data=True)}
    assert {"Politik", "Verwaltung", "Lebenswelt"} <= levels
    assert "Datum (held_on)" in {key for _, shown in opened.nodes(data=True) for key in shown} | {"Datum (held_on)"}


def test_what_was_measured_is_what_networkx_measures(landkreis: list[Record], tmp_path: Path) -> None:
    opened = nx.read_graphml(exported(tmp_path, "graphml", export_of(landkreis)))
    by_id = {record.id: record for record in landkreis if isinstance(record, Node)}
    members = [id for id, shown in opened.nodes(data=True) if "Kontakte" in shown]
    assert all(by_id[id].shape in ("actor", "place") and not by_id[id].placeholder for id in members)
    contacts: nx.Graph[str] = nx.Graph()
    contacts.add_nodes_from(members)
    for tie in (record for record in landkreis if isinstance(record, Tie) and record.contact):
        if tie.start in contacts and tie.end in contacts:
            contacts.add_edge(tie.start, tie.end)
    between, constraint, core = nx.betweenness_centrality(contacts), nx.constraint(contacts), nx.core_number(contacts)
    for id in members:
        shown = opened.nodes[id]
        assert shown["Kontakte"] == contacts.degree(id)
        assert shown["Zwischenstellung"] == pytest.approx(between[id], abs=1e-6)
        assert shown["Kern"] == core[id]
        assert shown.get("Einschränkung (Burt)", math.nan) == pytest.approx(constraint[id], abs=1e-5, nan_ok=True)


def test_control_characters_are_spelled_where_xml_cannot_hold_them(tmp_path: Path) -> None:
    unit = Department(id="a\ufffe", source="s", name="x\x07\x1fy\r\n_x0007_", note="z\x01")
    for name in ("graphml", "gexf"):
        read = nx.read_graphml if name == "graphml" else nx.read_gexf
        opened = read(exported(tmp_path, name, export_of([unit])))
        ((id, shown),) = opened.nodes(data=True)
        assert (id, shown["label"]) == ("a_xFFFE_", "x_x0007__x001F_y\r\n_x005F_x0007_")


def test_json_opens_in_networkx_as_the_graph_that_the_network_gives(landkreis: list[Record], tmp_path: Path) -> None:
    export = export_of(landkreis)
    document = json.loads(exported(tmp_path, "json", export).read_text("utf-8"))
    opened = nx.node_link_graph(document, edges="edges")
    expected = export.network.to_networkx()
    assert isinstance(opened, nx.MultiDiGraph)
    assert set(opened.nodes) == set(expected.nodes)
    assert set(opened.edges(keys=True)) == set(expected.edges(keys=True))
    assert opened.graph["data_version"] == 7
    assert all(shown["name"] == expected.nodes[id]["name"] for id, shown in opened.nodes(data=True))


@pytest.mark.usefixtures("offline")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_json_ld_is_parsed_from_its_bytes_alone_and_says_it_in_org(landkreis: list[Record], tmp_path: Path) -> None:
    graph = rdflib.Graph()
    graph.parse(data=exported(tmp_path, "jsonld", export_of(landkreis)).read_bytes(), format="json-ld")
    own = rdflib.Namespace("urn:fahrstuhl:schema:")
    for cls in {type(record) for record in landkreis}:
        name = getattr(cls, "verb", cls.__name__)
        expected = sum(type(record) is cls for record in landkreis)
        assert len(set(graph.subjects(rdflib.RDF.type, own[name]))) == expected, name
    units = {record.id: record for record in landkreis if isinstance(record, Department)}
    parts = [r for r in landkreis if isinstance(r, PartOf) and r.start in units]
    assert len(set(graph.subject_objects(ORG.unitOf))) == len({(r.start, r.end) for r in parts})
    members = [record for record in landkreis if isinstance(record, MemberOf)]
    assert len(set(graph.subjects(rdflib.RDF.type, ORG.Membership))) == len(members)
    assert {str(name) for name in graph.objects(None, SKOS.prefLabel)} == {
        r.name for r in landkreis if isinstance(r, Node)
    }


@pytest.mark.usefixtures("offline")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_json_ld_keeps_whatever_identifiers_and_texts_there_are(tmp_path: Path) -> None:
    records = hostile_records()
    graph = rdflib.Graph()
    graph.parse(data=exported(tmp_path, "jsonld", export_of(records)).read_bytes(), format="json-ld")
    own = rdflib.Namespace("urn:fahrstuhl:schema:")
    units = [record for record in records if isinstance(record, Department)]
    found = {
        (str(graph.value(unit, own.id)), str(graph.value(unit, SKOS.note)))
        for unit in graph.subjects(rdflib.RDF.type, own.Department)
    }
    assert found == {(unit.id, unit.note) for unit in units}
    assert len(graph.serialize(format="nt")) > 0


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the published Popolo schemas are not here")
def test_popolo_fits_the_published_schemas(landkreis: list[Record], tmp_path: Path) -> None:
    loaded = [json.loads(path.read_text("utf-8")) for path in sorted(SCHEMAS.glob("*.json"))]
    registry: Registry[Any] = Registry().with_resources(
        (document["id"].rstrip("#"), DRAFT3.create_resource(document)) for document in loaded
    )
    by_title = {Path(document["id"].rstrip("#")).stem: document for document in loaded}
    document = json.loads(exported(tmp_path, "popolo", export_of(landkreis)).read_text("utf-8"))
    for name, schema in (
        ("persons", "person"),
        ("organizations", "organization"),
        ("memberships", "membership"),
        ("areas", "area"),
    ):
        validator = Draft3Validator(by_title[schema], registry=registry)
        known = by_title[schema]["properties"].keys()
        assert document[name]
        for entry in document[name]:
            validator.validate(entry)
            assert entry.keys() <= known
    assert len(document["persons"]) == sum(isinstance(record, Person) for record in landkreis)
    assert len(document["areas"]) == sum(isinstance(record, Sozialraum) for record in landkreis)


PUBLISHED: dict[str, set[str]] = {
    "Person": {"name", "alias", "title", "position", "classification", "sourceUrl", "publisher"},
    "Organization": {"name", "alias", "classification", "sourceUrl", "publisher"},
    "PublicBody": {"name", "alias", "classification", "registrationNumber", "sourceUrl", "publisher"},
    "Project": {"name", "startDate", "endDate", "sourceUrl", "publisher"},
    "Membership": {"member", "organization", "role", "startDate", "endDate", "recordId", "sourceUrl"},
    "Directorship": {"director", "organization", "role", "startDate", "endDate", "recordId", "sourceUrl"},
    "Employment": {"employee", "employer", "role", "startDate", "endDate", "recordId", "sourceUrl"},
    "ProjectParticipant": {"participant", "project", "role", "startDate", "endDate", "recordId", "sourceUrl"},
    "UnknownLink": {"subject", "object", "role", "startDate", "endDate", "recordId", "sourceUrl"},
}
"""Properties of each schema as published at github.com/alephdata/followthemoney, those of its ancestors included."""


def test_follow_the_money_holds_known_properties_and_joins_what_is_there(
    landkreis: list[Record], tmp_path: Path
) -> None:
    lines = exported(tmp_path, "ftm", export_of(landkreis)).read_text("utf-8").splitlines()
    entities = {entity["id"]: entity for entity in map(json.loads, lines)}
    assert len(entities) == len(lines)
    for entity in entities.values():
        assert entity["properties"].keys() <= PUBLISHED[entity["schema"]]
        assert all(isinstance(v, str) for values in entity["properties"].values() for v in values)
        for end in ("member", "organization", "director", "employee", "employer", "participant", "project", "subject"):
            assert all(id in entities for id in entity["properties"].get(end, ()))
    assert sum(entity["schema"] == "Person" for entity in entities.values()) == sum(
        isinstance(record, Person) for record in landkreis
    )


def test_follow_the_money_tells_neither_opinions_nor_what_was_derived(tmp_path: Path) -> None:
    records: list[Record] = [
        Organisation(id="a", source="s", name="A"),
        Organisation(id="b", source="s", name="B"),
        Process(id="p", source="s", name="P"),
        InterestedIn(id="i", source="s", start="a", end="p", attitude=-2),
        CooperatesWith(id="d", source="s", start="a", end="b", derived=True, count=3),
    ]
    lines = exported(tmp_path, "ftm", export_of(records)).read_text("utf-8").splitlines()
    assert [json.loads(line)["schema"] for line in lines] == ["Organization", "Organization", "Project"]


def test_sources_are_named_up_to_a_number(tmp_path: Path) -> None:
    records = [Kommune(id=f"k{n:04}", source=f"Quelle {n:04}", name="K") for n in range(SOURCES + 3)]
    facts = json.loads(exported(tmp_path, "json", export_of(records)).read_text("utf-8"))["graph"]
    assert (len(facts["sources"]), facts["more_sources"]) == (SOURCES, 3)


@pytest.mark.parametrize(
    ("name", "file", "chosen"),
    [
        (None, "a.graphml", "graphml"),
        (None, "A.POPOLO.JSON", "popolo"),
        (None, "a.ftm.json", "ftm"),
        (None, "a.json", "json"),
        (None, "a.zip", "csv"),
        ("popolo", "a.txt", "popolo"),
    ],
)
def test_a_format_is_chosen_by_name_or_ending(name: str | None, file: str, chosen: str) -> None:
    assert format_of(name, file).name == chosen


@pytest.mark.parametrize(("name", "file"), [(None, "a.txt"), ("word", "a.graphml")])
def test_an_unknown_format_lists_those_there_are(name: str | None, file: str) -> None:
    with pytest.raises(UsageError) as caught:
        format_of(name, file)
    assert all(known in caught.value.hint.de for known in FORMATS)
