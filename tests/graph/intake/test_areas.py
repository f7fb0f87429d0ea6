"""Areas: small files written here by hand, then the published ones with the counts that can be read off them."""

import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from graph.intake.account import Account
from graph.intake.reader import Manner
from graph.intake.readers import reader_of
from graph.intake.sources import Source
from schema.errors import InputError
from schema.nodes import Kommune, Raumzuschnitt, Sozialraum
from schema.ties import BelongsTo, PartOf, SucceededBy
from tests.graph.intake.mutations import survives
from tests.graph.intake.reading import Reading, read

GEO = Path(__file__).parents[4] / "shared" / "data" / "geo"
LOR, DESTATIS = GEO / "berlin-lor", GEO / "destatis"
SQUARE = {"type": "Polygon", "coordinates": [[[8.4, 49.0], [8.5, 49.0], [8.5, 49.1], [8.4, 49.0]]]}
TABLE = """;Verzeichnis der Räume;;;;;
Bezirk;;;Planungsräume;;
Schlüssel;;Name;Schlüssel;;Name
;01;Mitte;;01;Stüler-   straße
;;;;2;Tiergarten
;02;Kreuzberg;;01;Nord
"""


def write(path: Path, value: Any) -> Path:
    path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def collection(*properties: dict[str, Any], geometry: Any = SQUARE, **more: Any) -> dict[str, Any]:
    listed = [{"type": "Feature", "properties": p, "geometry": geometry} for p in properties]
    return {"type": "FeatureCollection", "name": "dorf", "features": listed} | more


def told_read(path: Path, **told: str) -> Reading:
    account, source = Account(), Source.at(path)
    items = tuple(reader_of(source, Manner("areas", told)).read(source, account, {}))
    return Reading(tuple(item for item in items if not hasattr(item, "stand_in")), (), account)


def codes(reading: Reading) -> list[str]:
    assert all(o.message.de and o.message.en and o.file for o in reading.account.oddities)
    return [o.code for o in reading.account.oddities]


def test_features_become_areas_of_one_division(tmp_path: Path) -> None:
    reading = read(
        write(
            tmp_path / "x.geojson",
            collection({"id": "0101", "name": "Nord", "einwohner": 1200}, {"id": "0102", "name": "Süd"}),
        )
    )
    assert [(a.id, a.name, a.population) for a in reading.of(Sozialraum)] == [
        ("raum/dorf/0101", "Nord", 1200),
        ("raum/dorf/0102", "Süd", None),
    ]
    assert [z.name for z in reading.of(Raumzuschnitt)] == ["dorf"]
    assert len(reading.of(BelongsTo)) == 2
    assert json.loads(reading.of(Sozialraum)[0].geometry or "") == SQUARE
    assert codes(reading) == []


def test_a_key_that_comes_again_loses_no_area(tmp_path: Path) -> None:
    reading = read(write(tmp_path / "x.json", collection({"id": "1", "name": "A"}, {"id": "1", "name": "B"})))
    assert [(a.id, a.name) for a in reading.of(Sozialraum)] == [("raum/dorf/1", "A"), ("raum/dorf/1~2", "B")]
    assert codes(reading) == ["double-id"]


def test_latitude_first_is_put_right_and_another_system_leaves_the_shape_out(tmp_path: Path) -> None:
    turned = {"type": "MultiPolygon", "coordinates": [[[[49.0, 8.4], [49.0, 8.5], [49.1, 8.5], [49.0, 8.4]]]]}
    reading = read(write(tmp_path / "x.json", collection({"id": "1", "name": "A"}, geometry=turned)))
    assert json.loads(reading.of(Sozialraum)[0].geometry or "")["coordinates"][0][0][0] == [8.4, 49.0]
    assert codes(reading) == ["latitude-first"]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25833"}}
    other = read(write(tmp_path / "y.json", collection({"id": "1", "name": "A"}, crs=crs)))
    assert [a.geometry for a in other.of(Sozialraum)] == [None]
    assert codes(other) == ["other-crs"]


@pytest.mark.parametrize(
    "shape",
    [
        {"type": "Kreis"},
        {"type": "Point", "coordinates": ["a", "b"]},
        "Punkt",
        {"type": "Polygon", "coordinates": [[[400, 1]]]},
    ],
)
def test_a_shape_that_is_none_is_left_out_and_the_area_is_kept(tmp_path: Path, shape: Any) -> None:
    reading = read(write(tmp_path / "x.json", collection({"id": "1", "name": "A"}, geometry=shape)))
    assert [(a.name, a.geometry) for a in reading.of(Sozialraum)] == [("A", None)]
    assert codes(reading) == ["no-geometry"]


def test_properties_of_other_names_and_the_division_can_be_told(tmp_path: Path) -> None:
    path = write(tmp_path / "x.json", collection({"NR": "07", "BEZ": "Nord", "id": 5}))
    reading = told_read(path, key="nr", name="BEZ", division="Stadtteile 2024")
    assert [(a.id, a.name) for a in reading.of(Sozialraum)] == [("raum/Stadtteile 2024/07", "Nord")]


def test_a_key_table_is_read_in_levels_and_blank_cells_mean_the_one_above(tmp_path: Path) -> None:
    (tmp_path / "lor").mkdir()
    write(tmp_path / "lor" / "a.csv", TABLE)
    reading = read(tmp_path / "lor")
    assert [(a.id, a.name, a.kind) for a in reading.of(Sozialraum)] == [
        ("raum/lor/01", "Mitte", "Bezirk"),
        ("raum/lor/0101", "Stülerstraße", "Planungsraum"),
        ("raum/lor/0102", "Tiergarten", "Planungsraum"),
        ("raum/lor/02", "Kreuzberg", "Bezirk"),
        ("raum/lor/0201", "Nord", "Planungsraum"),
    ]
    assert [(t.start[-4:], t.end[-2:]) for t in reading.of(PartOf)] == [("0101", "01"), ("0102", "01"), ("0201", "02")]
    assert codes(reading) == ["lost-zero"]


def test_lists_of_kommunen_complete_each_other(tmp_path: Path) -> None:
    folder = tmp_path / "kreise"
    folder.mkdir()
    write(
        folder / "a.csv",
        "AGS;type;name;NUTS3;area_km2;population\n1001;Kreisfreie Stadt;Flensburg;DEF01;56.73;89.504\nx;;y;;;\n",
    )
    land = {
        "ebene": {"nummer": 1, "name": "land"},
        "name": "Schleswig-Holstein",
        "schlüssel": {"nummer": "01", "land": "01"},
    }
    kreis = {
        "ebene": {"nummer": 4, "name": "kreis"},
        "name": "Flensburg",
        "schlüssel": {"nummer": "01001", "land": "01", "regierungsbezirk": "0"},
    }
    write(
        folder / "b.ndjson",
        json.dumps(land, ensure_ascii=False) + "\n" + json.dumps(kreis, ensure_ascii=False) + "\nkaputt\n",
    )
    reading = read(folder)
    assert [(k.id, k.ags, k.kind, k.population) for k in reading.of(Kommune)] == [
        ("ags:01001", "01001", "kreisfreie Stadt", 89504),
        ("ags:01", None, "Land", None),
    ]
    assert [(t.start, t.end) for t in reading.of(PartOf)] == [("ags:01001", "ags:01")]
    assert codes(reading) == ["lost-zero", "no-key", "no-key"]
    assert reading.account.refused == 2


LINKS = """@prefix dct: <http://purl.org/dc/terms/> . @prefix n: <https://x.example/lor/> .
@prefix o: <https://x.example/lor-2019/> . o:plr_01 dct:hasVersion n:plr_0110, n:plr_0120 .
n:plr_0110 dct:hasVersion o:plr_01 . o:plr_02 dct:hasVersion n:plr_0120 .
"""


def test_what_became_of_areas_is_read_once_though_it_is_said_both_ways(tmp_path: Path) -> None:
    reading = read(write(tmp_path / "links.ttl", LINKS))
    assert sorted((t.start[5:], t.end[5:]) for t in reading.of(SucceededBy)) == [
        ("lor-2019/01", "lor/0110"),
        ("lor-2019/01", "lor/0120"),
        ("lor-2019/02", "lor/0120"),
    ]
    assert {a.stub for a in reading.of(Sozialraum)} == {True}
    counts = reading.account.read
    assert (counts["successions"], counts["kept_whole"], counts["split"], counts["merged"]) == (3, 1, 1, 1)
    assert codes(reading) == ["both-ways", "by-reference"]


def test_a_json_of_keys_goes_there_and_then_back(tmp_path: Path) -> None:
    value = {"01": ["10"], "02": ["20", "21"], "10": ["01"], "30": ["03", "04"]}
    reading = told_read(write(tmp_path / "m.json", value), old="A", new="B")
    assert [(t.start[5:], t.end[5:]) for t in reading.of(SucceededBy)] == [
        *(("A/01", "B/10"), ("A/02", "B/20"), ("A/02", "B/21")),
        *(("A/03", "B/30"), ("A/04", "B/30")),
    ]


def test_a_table_gives_shares(tmp_path: Path) -> None:
    reading = read(write(tmp_path / "zuordnung.csv", "alt;neu;Anteil\n01;10;0,25\n01;11;75 %\n02;11;viel\n;12;1\n"))
    assert [(t.start[-2:], t.end[-2:], t.share) for t in reading.of(SucceededBy)] == [
        ("01", "10", 0.25),
        ("01", "11", 0.75),
        ("02", "11", None),
    ]
    assert "no-share" in codes(reading)
    assert reading.account.refused == 1


@pytest.fixture
def published() -> Path:
    if not GEO.is_dir():
        pytest.skip("the published areas are not here")
    return GEO


def test_the_60_prognoseraeume_of_berlin(published: Path) -> None:
    reading = read(published / "berlin-lor" / "berlin-lor-forecast-areas-until-2020.geojson.gz")
    assert len(reading.of(Sozialraum)) == len({a.id for a in reading.of(Sozialraum)}) == 60
    assert all(a.geometry and a.geometry.startswith('{"type":"MultiPolygon"') for a in reading.of(Sozialraum))
    assert codes(reading) == []


def test_the_key_tables_of_berlin(published: Path) -> None:
    """12 Bezirke, 60 Prognoseräume, 138 Bezirksregionen, 447 Planungsräume: the non-blank keys of the tables."""
    reading = read(published / "berlin-lor" / "LOR-Schluesselsystematik")
    assert Counter(a.kind for a in reading.of(Sozialraum)) == {
        "Bezirk": 12,
        "Prognoseraum": 60,
        "Bezirksregion": 138,
        "Planungsraum": 447,
    }
    assert len(reading.of(PartOf)) == 60 + 138 + 447
    assert len(reading.of(Raumzuschnitt)) == 1
    assert Counter(codes(reading)) == {"lost-zero": 9, "other-file": 1}
    assert reading.one(Sozialraum, "raum/LOR-Schluesselsystematik/0204").name == "Friedrichshain West"


def test_the_new_keys_of_berlin(published: Path) -> None:
    """959 entries with one target, 91 with several, one target of several; 503, 2 and 2 as linked: counted there."""
    reading = read(published / "berlin-lor" / "berlin-lor-matches.json")
    (entries,) = (o.message.en for o in reading.account.oddities if o.code == "entries")
    assert entries == "Entries with one target: 959, with several: 91; targets of several entries: 1."
    linked = read(published / "berlin-lor" / "links19-21.ttl").account.read
    assert (linked["kept_whole"], linked["split"], linked["merged"]) == (503, 2, 2)


def test_the_kreise_of_germany(published: Path) -> None:
    """401 Kreise, 29 Regierungsbezirke and regions, 16 Länder: lines of the files."""
    reading = read(published / "destatis")
    assert len(reading.of(Kommune)) == 401 + 29 + 16
    assert len(reading.of(PartOf)) == 401 + 29
    assert reading.one(Kommune, "ags:03254").population == 276594
    assert all(k.ags is None or len(k.ags) == 5 for k in reading.of(Kommune))
    assert set(codes(reading)) == {"differing-lists"}


def test_damaged_copies_end_in_a_report_or_a_clear_error(published: Path, tmp_path: Path) -> None:
    packed = (published / "berlin-lor" / "berlin-lor-forecast-areas-until-2020.geojson.gz").read_bytes()
    few = json.loads(gzip.decompress(packed))
    few["features"] = few["features"][:2]
    for feature in few["features"]:
        feature["geometry"]["coordinates"] = [[feature["geometry"]["coordinates"][0][0][:6]]]
    survives("areas", tmp_path / "x.geojson", json.dumps(few).encode(), 60)
    survives("areas", tmp_path / "x.csv", (LOR / "LOR-Schluesselsystematik" / "08-Table 1.csv").read_bytes(), 40)
    survives("areas", tmp_path / "m.json", json.dumps({"0101": ["0110"], "0110": ["0101"]}).encode(), 30)
    survives("areas", tmp_path / "d.csv", (DESTATIS / "districts.csv").read_bytes()[:3_000], 40)
    survives("areas", tmp_path / "k.ndjson", (DESTATIS / "laender.ndjson").read_bytes(), 40)


@pytest.mark.parametrize(
    "content", ["{}", '{"type": "FeatureCollection"}', '{"type": "FeatureCollection", "features": [3]}']
)
def test_a_file_without_areas_is_a_clear_error(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputError) as caught:
        told_read(write(tmp_path / "x.geojson", content))
    assert caught.value.oddities
