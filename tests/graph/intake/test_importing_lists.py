"""A list in the store: its mapping is shown first, kept when it is written, and followed the next time."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.intake.importing import import_source, never
from graph.intake.reader import Manner
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import store_at
from graph.store.store import Store
from schema.errors import InputError, UsageError
from schema.nodes import Department, Person
from tests import servers

LIST = "Name;Aufgabe;Stelle;E-Mail\nDr. Anna Beispiel;Planung;Jugendamt;a@x.example\nMuster, Bodo;;Jugendamt;\n"


@pytest.fixture
def store(embedded_address: Address) -> Iterator[Store]:
    servers.wipe(embedded_address)
    with store_at(Connection(embedded_address)) as opened:
        yield opened


@pytest.fixture
def people(tmp_path: Path) -> Path:
    (tmp_path / "verteiler.csv").write_text(LIST, encoding="cp1252")
    return tmp_path / "verteiler.csv"


def test_a_preview_shows_the_mapping_and_keeps_nothing(store: Store, people: Path) -> None:
    report = import_source(store, people, manner=Manner("list"), agree=never)
    assert report.totals["mapping"] > 0
    assert [path.name for path in people.parent.iterdir()] == ["verteiler.csv"]
    assert store.version() == 0


def test_a_corrected_mapping_is_followed_the_next_time(store: Store, people: Path) -> None:
    import_source(store, people, manner=Manner("list", columns={"unit": "Stelle"}))
    kept = people.with_name("verteiler.csv.mapping.json")
    assert json.loads(kept.read_text(encoding="utf-8"))["columns"]["Stelle"] == "unit"
    network = store.network()
    assert sorted(row["name"] for row in network.node_rows) == ["Anna Beispiel", "Bodo Muster", "Jugendamt"]
    assert network.of_type(Person).sum() == 2
    assert network.of_type(Department).sum() == 1
    assert "a@x.example" not in str(network.node_rows)
    assert import_source(store, people).outcome == "nothing new"


def test_a_mapping_that_cannot_be_kept_stops_the_import(store: Store, people: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        import_source(store, people, manner=Manner("list", mapping=tmp_path / "nirgends" / "m.json"))
    assert store.version() == 0


def test_only_a_list_has_a_mapping(store: Store, tmp_path: Path) -> None:
    (tmp_path / "Department.csv").write_text("id,name\na,Amt\n", encoding="utf-8")
    with pytest.raises(UsageError):
        import_source(store, tmp_path / "Department.csv", manner=Manner(mapping=tmp_path / "m.json"))
