"""Which reader a source gets: by itself, by name, and by what only one of them can be told."""

from pathlib import Path

import pytest

from graph.intake.account import Account
from graph.intake.reader import Manner
from graph.intake.readers import KINDS, reader_of
from graph.intake.sources import Source
from schema.errors import InputError, UsageError
from tests.graph.intake.reading import write

EDGES = "from,to\nA,B\n"


def folder(path: Path, **files: str) -> Source:
    path.mkdir()
    for name, text in files.items():
        (path / f"{name}.csv").write_text(text, encoding="utf-8")
    return Source.at(path)


def test_an_edge_list_takes_no_source_from_the_other_readers(tmp_path: Path) -> None:
    tables = folder(tmp_path / "tables", Department="id,name,source\na,Amt,x\n", edges=EDGES)
    council = folder(tmp_path / "council", edges=EDGES)
    write(council.path / "body.json", {"id": "x", "type": "https://schema.oparl.org/1.1/Body"})
    alone = folder(tmp_path / "alone", edges=EDGES)
    assert [reader_of(source).name for source in (tables, council, alone)] == ["tables", "oparl", "network"]


def test_a_council_record_takes_the_shapes_beside_it_along(tmp_path: Path) -> None:
    write(tmp_path / "council" / "body.json", {"id": "x", "type": "https://schema.oparl.org/1.1/Body"})
    write(tmp_path / "council" / "areas.geojson", {"type": "FeatureCollection", "features": []})
    write(tmp_path / "areas" / "areas.geojson", {"type": "FeatureCollection", "features": []})
    names = [reader_of(Source.at(tmp_path / folder)).name for folder in ("council", "areas")]
    assert names == ["oparl", "areas"]


@pytest.mark.parametrize("name", ["COOPERATES_WITH", "MEMBER_OF", "Person"])
def test_one_of_our_own_tables_is_no_network_even_where_it_is_called_one(tmp_path: Path, name: str) -> None:
    source = Source.at(folder(tmp_path / "t", **{name: EDGES}).path / f"{name}.csv")
    assert reader_of(source).name == "tables"
    with pytest.raises(InputError):
        list(reader_of(source, Manner("network")).read(source, Account(), {}))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_that_is_named_is_taken_whatever_the_source_looks_like(tmp_path: Path, kind: str) -> None:
    assert reader_of(folder(tmp_path / "leer"), Manner(kind)).name == kind


def test_an_unknown_kind_lists_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        reader_of(folder(tmp_path / "leer"), Manner("netzwerk"))
    assert all(kind in caught.value.hint.de for kind in ("tables", "oparl", "network"))


@pytest.mark.parametrize("manner", [Manner(columns={"group": "x"}), Manner(nodes="Person")])
def test_who_names_columns_or_nodes_means_a_network(tmp_path: Path, manner: Manner) -> None:
    assert reader_of(folder(tmp_path / "n", edges=EDGES), manner).name == "network"
    tables = folder(tmp_path / "t", Department="id,name,source\na,Amt,x\n")
    with pytest.raises(InputError):
        reader_of(tables, manner)
    with pytest.raises(UsageError):
        reader_of(tables, Manner("tables", manner.columns, manner.nodes))


@pytest.mark.parametrize(
    ("manner", "listed"),
    [
        (Manner(columns={"Gruppe": "x"}), "group"),
        (Manner(columns={"group": "Fehlt"}), "from, to"),
        (Manner(nodes="Sozialraum"), "Organisation, Person"),
    ],
)
def test_what_a_network_cannot_be_told_is_a_wrong_call_with_what_can(
    tmp_path: Path, manner: Manner, listed: str
) -> None:
    source = folder(tmp_path / "n", edges=EDGES)
    with pytest.raises(UsageError) as caught:
        list(reader_of(source, manner).read(source, Account(), {}))
    assert listed in caught.value.hint.de
    assert caught.value.text.de != caught.value.text.en


def test_without_any_csv_there_is_no_network(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        list(reader_of(folder(tmp_path / "leer"), Manner("network")).read(Source.at(tmp_path / "leer"), Account(), {}))
    assert "von,nach" in caught.value.hint.de
