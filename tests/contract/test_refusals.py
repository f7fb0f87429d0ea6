"""What is refused, and that nothing of it is left."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.store.store import Store
from schema.errors import ConflictError, InputError, NotFoundError
from schema.nodes import Kommune, Sozialraum
from schema.record import Record
from schema.ties import ActiveIn, PartOf
from tests.contract.towns import active, club, council, kommune, town


@pytest.mark.parametrize(
    ("records", "named"),
    [
        ([active("a", "nobody", "r00001")], ["nobody"]),
        ([club(), active("a", "v", "nowhere")], ["nowhere"]),
        ([active("a", "k", "rat"), council()], ["Kommune", "Gremium", "ACTIVE_IN"]),
        ([active("a", "r00001", "r00002")], ["Sozialraum", "ACTIVE_IN"]),
        ([club("k")], ["Kommune", "Organisation"]),
        ([club("p00001")], ["gehört zu", "Organisation"]),
        ([club(), ActiveIn(id="p00001", source="Test", start="v", end="r00001")], ["gehört zu", "aktiv in"]),
        ([club(), ActiveIn(id="r00001", source="Test", start="v", end="r00002")], ["Sozialraum", "aktiv in"]),
        ([club("x"), council("x")], ["Organisation", "Gremium"]),
        ([club("x"), PartOf(id="x", source="Test", start="r00001", end="k")], ["Organisation", "gehört zu"]),
    ],
    ids=["no-start", "no-end", "end-of-batch", "start", "node-node", "node-tie", "tie-tie", "tie-node", "in", "in-tie"],
)
def test_what_does_not_fit_is_refused_with_what_stands_there(
    store: Store, records: list[Record], named: list[str]
) -> None:
    with store.change("Grund", "Test") as change:
        change.put(town(7, 5))
    before = store.network()
    with pytest.raises(ConflictError) as refused, store.change("Passt nicht", "Test") as change:
        change.put([club("fine"), *records])
    assert all(word in refused.value.text.de for word in named), refused.value.text.de
    after = Store.network(store, known_at=str(store.version()))
    assert (after.ids, repr(after.node_rows), repr(after.tie_rows)) == (
        before.ids,
        repr(before.node_rows),
        repr(before.tie_rows),
    )
    assert store.version() == 1


def test_a_tie_may_come_before_its_ends_within_a_batch(store: Store) -> None:
    with store.change("Gemischt", "Test") as change:
        change.put([active("a", "v", "r00000"), club(), *town(1, 1)])
    assert store.network().m == 2


def test_a_tie_may_move_to_other_ends(store: Store) -> None:
    with store.change("Grund", "Test") as change:
        change.put([*town(7, 2), club(), active("a", "v", "r00000")])
    with store.change("Umzug", "Test") as change:
        change.put([club("w"), active("a", "w", "r00001")])
        change.put([active("a", "w", "r00001"), Sozialraum(id="neu", source="s", name="Neu"), active("a", "w", "neu")])
    assert store.record("a") == active("a", "w", "neu")
    assert store.counts()["ACTIVE_IN"] == 1
    store.undo()
    assert store.record("a") == active("a", "v", "r00000")
    assert store.records(["w", "neu"]) == {}


def test_the_later_of_two_records_with_one_id_wins(store: Store) -> None:
    with store.change("Zweimal", "Test") as change:
        change.put([kommune(name="erst"), kommune(name="dann"), kommune(name="zuletzt")])
    assert store.record("k") == kommune(name="zuletzt")
    assert change.tally.new == 1
    store.undo()
    assert store.network().n == 0


def test_ending_sets_the_date_and_keeps_the_record(store: Store) -> None:
    day = date(2021, 6, 30)
    with store.change("Grund", "Test") as change:
        change.put([*town(7, 2), Kommune(id="alt", source="s", name="Alt", valid_to=date(2020, 1, 1))])
    with store.change("Ende", "Test") as change:
        change.end(["r00000", "p00000", "alt"], day)
    assert [store.record(id).valid_to for id in ("r00000", "p00000", "alt")] == [day, day, date(2020, 1, 1)]
    assert (change.tally.ended, change.tally.unchanged) == (2, 1)


@pytest.mark.parametrize(("ids", "error"), [(["nobody"], NotFoundError), (["young"], InputError)])
def test_what_cannot_end_is_refused(store: Store, ids: list[str], error: type[Exception]) -> None:
    with store.change("Grund", "Test") as change:
        change.put([Kommune(id="young", source="s", name="Jung", valid_from=date(2022, 1, 1))])
    with pytest.raises(error), store.change("Ende", "Test") as change:
        change.end(ids, date(2021, 6, 30))
    assert store.version() == 1


def test_numbers_that_no_server_keeps_are_refused(store: Store) -> None:
    with pytest.raises(InputError), store.change("Zu groß", "Test") as change:
        change.put([Kommune(id="k", source="s", name="K", population=2**63)])
    assert store.network().n == 0


@pytest.mark.parametrize("read", [Store.record, Store.neighbours, Store.history, Store.undo, Store.redo])
def test_what_is_not_there_is_said_to_be_not_there(store: Store, read: Callable[[Store, str], object]) -> None:
    with pytest.raises(NotFoundError):
        read(store, "999")


def test_a_node_that_was_written_and_taken_away_again_is_no_end(store: Store) -> None:
    with store.change("Erst da, dann weg", "Test") as change:
        change.put(town(7, 2))
        change.put([club(), active("a", "v", "r00000")])
        change.remove(["a"])
        change.remove(["v"])
        with pytest.raises(ConflictError) as refused:
            change.put([active("b", "v", "r00000")])
    assert "v" in refused.value.text.de
    assert store.network().m == 2
