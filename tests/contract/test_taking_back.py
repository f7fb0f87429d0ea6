"""A change set that breaks off leaves nothing of itself, at whatever point it does."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date

import pytest

from graph.store import batches, entries, recovery
from graph.store.changes import Tally
from graph.store.connection import Connection
from graph.store.store import Store
from schema.errors import StoreInUse
from schema.record import Record
from tests.contract.towns import SIZE, active, club, kommune, people_of, town


class BrokenSource(Exception):
    """Stands for whatever goes wrong outside the store."""


def breaking_off(records: Iterator[Record], after: int) -> Iterator[Record]:
    for _, record in zip(range(after), records, strict=False):
        yield record
    raise BrokenSource


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH_RECORDS", 25)


@pytest.mark.parametrize("after", [0, 1, 26, 2 * SIZE])
def test_a_broken_import_leaves_nothing(store: Store, after: int) -> None:
    with pytest.raises(BrokenSource), store.change("Bricht ab", "Test") as change:
        change.put(breaking_off(town(1), after))
    assert (store.network().n, store.version(), store.history()) == (0, 0, [])


def end_and_break_off(store: Store) -> None:
    with store.change("Bricht ab", "Test") as change:
        change.end(["r00003", "p00003", "a"], date(2020, 1, 1))
        change.put(breaking_off(town(2, SIZE + 30), 2 * SIZE + 40))


def test_a_broken_change_brings_everything_back(store: Store) -> None:
    with store.change("Grund", "Test") as change:
        change.put([*town(1), club(), active("a", "v", "r00000")])
    before = store.network(known_at="1")
    with pytest.raises(BrokenSource):
        end_and_break_off(store)
    after = Store.network(store, known_at="1")
    assert (repr(after.node_rows), repr(after.tie_rows)) == (repr(before.node_rows), repr(before.tie_rows))
    assert repr(store.network().node_rows) == repr(before.node_rows)
    with store.change("Danach", "Test") as change:
        change.put(town(1))
    assert change.tally == Tally(unchanged=2 * SIZE + 1)


@pytest.mark.parametrize(
    ("step", "turn"), [("_revert", 1), ("_revert", 3), ("_turn", 1), ("_clear", 2), ("_forget", 1)]
)
def test_taking_back_may_break_off_and_is_finished_at_the_next_opening(
    stores: Callable[[], Store], monkeypatch: pytest.MonkeyPatch, step: str, turn: int
) -> None:
    store = stores()
    with store.change("Grund", "Test") as change:
        change.put([*town(1), club(), active("a", "v", "r00000")])
    monkeypatch.setattr(entries, "PAGE", 40)
    whole = getattr(recovery, step)
    monkeypatch.setattr(recovery, step, breaking_at(turn, whole))
    with pytest.raises(BrokenSource) as broken:
        end_and_break_off(store)
    assert "taken back when the store is opened next" in broken.value.__notes__[0]
    monkeypatch.setattr(recovery, step, whole)
    reopened = stores()
    assert people_of(reopened.page("Sozialraum", limit=999)) == {1}
    with reopened.change("Danach", "Test") as change:
        change.put(town(1))
    assert change.tally == Tally(unchanged=2 * SIZE + 1)
    assert reopened.network().n == SIZE + 2


def breaking_at(turn: int, step: Callable[..., None]) -> Callable[..., None]:
    """Let a step of the taking back work some times and then break off, as if the connection broke there."""
    left = iter(range(turn - 1))

    def once(*words: object) -> None:
        if next(left, None) is None:
            raise ConnectionAbortedError
        step(*words)

    return once


def test_what_is_being_written_is_seen_by_its_writer_alone(stores: Callable[[], Store]) -> None:
    writing, reading = stores(), stores()
    with writing.change("Grund", "Test") as change:
        change.put(town(1))
    with writing.change("Offen", "Test") as change:
        change.put([*town(2), club(name="Größe"), active("a", "v", "r00000")])
        change.end(["p00001"], date(2020, 1, 1))
        assert change.read("MATCH (r:Sozialraum {population: $n}) RETURN count(r) AS n", {"n": 2}) == [{"n": SIZE}]
        assert change.tally == Tally(new=2, changed=2 * SIZE, unchanged=1, ended=1)
        check_nothing_is_seen(writing)
        check_nothing_is_seen(reading)
    assert reading.counts()["Organisation"] == 1
    assert people_of(reading.page("Sozialraum")) == {2}


def check_nothing_is_seen(store: Store) -> None:
    network = store.network()
    assert {row.get("population") for row in network.node_rows} == {1, None}
    assert {row["count"] for row in network.tie_rows} == {1}
    assert (store.counts()["Organisation"], store.counts()["Sozialraum"]) == (0, SIZE)
    assert (store.search("groesse"), len(store.search("mit 1", limit=999))) == ([], SIZE)
    assert [node.id for node in store.page("Sozialraum", "r00008", 2)] == ["r00009", "r00010"]
    assert store.neighbours("r00000").ids == ("k", "r00000")
    assert store.record("p00001").valid_to is None
    assert store.records(["v", "a"]) == {}
    assert (len(store.history("r00000")), len(store.history()), store.version()) == (1, 1, 1)


def test_one_writes_at_a_time_and_the_other_hears_who(
    stores: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = stores(), stores()
    monkeypatch.setattr(second, "_patience_s", 0.3)
    with first.change("Lange Arbeit", "Test", who="Frau Ay") as change:
        change.put([kommune()])
        with pytest.raises(StoreInUse) as refused, second.change("Ungeduld", "Test"):
            pytest.fail("two hold the pen")
    assert "Frau Ay" in refused.value.text.de
    with second.change("Geduld", "Test") as change:
        change.put([kommune(name="neu")])
    assert first.record("k") == kommune(name="neu")


def pretend_elsewhere(store: Store, idle_s: int) -> None:
    """Make the open change set look like that of a process on another machine."""
    far_away = "MATCH (c:Change {pen: 'held'}) SET c.host = 'elsewhere', c.renewed = timestamp() - $idle * 1000"
    with closing(Connection(store.address)) as connection:
        connection.write(lambda run: run(far_away, idle=idle_s))


def test_a_writer_elsewhere_is_waited_for(stores: Callable[[], Store]) -> None:
    store = stores()
    with store.change("Anderswo", "Test") as change:
        change.put(town(2))
        pretend_elsewhere(store, idle_s=110)
        stores()
        change.put([club()])
    assert people_of(store.page("Sozialraum")) == {2}


def write_and_be_silent(store: Store, other: Store) -> None:
    with store.change("Anderswo", "Test") as change:
        change.put(town(2))
        pretend_elsewhere(store, idle_s=121)
        with other.change("Danach", "Test") as later:
            later.put([club()])
        change.put([kommune(name="zu spät")])


def test_a_writer_elsewhere_counts_as_gone_after_two_minutes_of_silence(stores: Callable[[], Store]) -> None:
    store = stores()
    with store.change("Grund", "Test") as change:
        change.put(town(1))
    with pytest.raises(StoreInUse, match="taken back"):
        write_and_be_silent(store, stores())
    assert people_of(store.page("Sozialraum")) == {1}
    assert (store.version(), store.record("k"), store.record("v")) == (2, kommune(), club())
