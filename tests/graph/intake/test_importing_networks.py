"""Networks in the store: on both servers, several beside each other, and the same again without a change."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.intake.importing import import_source
from graph.intake.reader import Manner
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import store_at
from graph.store.store import Store
from schema.errors import InputError, UsageError
from schema.levels import Level
from schema.nodes import Organisation
from tests.graph.intake.test_networks import NODES, write


@pytest.fixture
def store(clean_address: Address) -> Iterator[Store]:
    with store_at(Connection(clean_address)) as opened:
        yield opened


def test_a_network_is_one_change_set_and_a_second_reading_changes_nothing(store: Store, tmp_path: Path) -> None:
    files = {"nodes.csv": NODES, "edges.csv": "from,to,weight\nA,B,2\nB,Neu,5\nA,A,1\n"}
    folder = write(tmp_path / "dorf", files)
    first = import_source(store, folder)
    assert (first.reader, first.new, first.refused, first.change) == ("network", 4 + 2, 1, "1")
    assert (first.read["files"], first.read["rows"]) == (2, 3 + 3)
    second = import_source(store, folder)
    assert (second.new, second.changed, second.ended, second.change) == (0, 0, 0, None)
    a = store.record("dorf/A")
    assert isinstance(a, Organisation)
    assert (a.level, a.group) == (Level.ADMINISTRATION, "Jugend")


def test_the_group_of_a_node_can_be_asked_for(store: Store, tmp_path: Path) -> None:
    import_source(store, write(tmp_path / "dorf", {"nodes.csv": NODES}), manner=Manner("network"))
    found = store.query("MATCH (n:Organisation) RETURN n.group AS g, count(*) AS n ORDER BY g")
    assert [tuple(row) for row in found.rows] == [("Jugend", 1), ("Soziales", 1), (None, 1)]


def test_networks_that_call_their_nodes_alike_stay_apart(store: Store, tmp_path: Path) -> None:
    for name in ("dorf", "stadt"):
        import_source(store, write(tmp_path / name, {"edges.csv": "from,to\n1,2\n"}))
    network = store.network()
    assert sorted(network.ids) == ["dorf/1", "dorf/2", "stadt/1", "stadt/2"]
    assert network.m == 2


def test_a_node_that_was_a_stub_becomes_what_the_list_says(store: Store, tmp_path: Path) -> None:
    folder = write(tmp_path / "dorf", {"nodes.csv": "name,group\nA,x\n", "edges.csv": "from,to\nA,B\n"})
    import_source(store, folder)
    write(folder, {"nodes.csv": "name,group\nA,x\nB,y\n"})
    report = import_source(store, folder)
    assert (report.new, report.changed) == (0, 1)
    b = store.record("dorf/B")
    assert isinstance(b, Organisation)
    assert (b.stub, b.group) == (False, "y")


def test_a_kind_of_which_there_is_nothing_is_an_error_and_leaves_the_store(store: Store, tmp_path: Path) -> None:
    folder = write(tmp_path / "leer", {"notiz.csv": "Straße,Nr\nMarkt,1a\n"})
    for kind in ("tables", "oparl", "network"):
        with pytest.raises(InputError):
            import_source(store, folder, manner=Manner(kind))
    with pytest.raises(InputError):
        import_source(store, write(tmp_path / "ganz-leer", {}), manner=Manner("tables"))
    with pytest.raises(UsageError):
        import_source(store, write(tmp_path / "n", {"edges.csv": "from,to\nA,B\n"}), manner=Manner(columns={"id": "x"}))
    assert store.version() == 0
