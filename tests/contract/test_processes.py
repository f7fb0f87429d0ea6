"""Several processes and one store: opened again, joined, killed in the middle."""

import random
import subprocess
import time
from datetime import date

from graph.store.store import Store
from tests.contract.conftest import Place, kill
from tests.contract.towns import active, club, kommune, town
from tests.contract.writer import size

KILLS = 3


def lines(process: "subprocess.Popen[str]", number: int) -> list[str]:
    """Wait for some lines of output."""
    assert process.stdout is not None
    return [process.stdout.readline().strip() for _ in range(number)]


def check_whole(store: Store) -> None:
    """Hold the store to its last version: each record of it is there, none of any other, all ways of reading agree."""
    version = store.version()
    network = store.network()
    if version:
        assert (network.n, network.m) == (size(version) + 1, size(version))
        assert {row["population"] for row in network.node_rows[1:]} == {version}
        assert {row["count"] for row in network.tie_rows} == {version}
    assert store.counts()["Sozialraum"] == network.n - bool(version)
    assert [change.id for change in store.history(limit=version + 1)] == [str(n) for n in range(version, 0, -1)]


def test_nothing_sealed_is_lost_and_nothing_half_is_left_after_being_killed(place: Place) -> None:
    chance = random.Random(4711)
    for _ in range(KILLS):
        writer = place.visitor("tests.contract.writer")
        sealed = int(lines(writer, 3)[-1])
        time.sleep(chance.uniform(0, 0.8))
        kill(writer)
        with place.open() as store:
            assert store.version() >= sealed
            check_whole(store)
            with store.change("Danach", "Test") as change:
                change.put(town(store.version() + 1, size(store.version() + 1)))
            check_whole(store)
            before = Store.network(store, known_at=str(store.version() - 1))
            assert before.n == size(store.version() - 1) + 1


def test_a_writer_killed_while_another_has_it_open_is_taken_back_by_that_one(place: Place) -> None:
    with place.open() as store:
        writer = place.visitor("tests.contract.writer")
        lines(writer, 2)
        time.sleep(0.2)
        kill(writer)
        check_whole(store)
        version = store.version()
        with store.change("Danach", "Test") as change:
            change.put(town(version + 1, size(version + 1)))
        assert store.version() == version + 1
        check_whole(store)


def test_a_second_process_joins(place: Place) -> None:
    with place.open() as store:
        with store.change("Grund", "Test") as change:
            change.put(town(1, 3))
        visitor = place.visitor("tests.contract.visitor")
        said, _ = visitor.communicate(timeout=120)
        assert (said.split(), visitor.returncode) == (["4", "5"], 0)
        assert store.record("v") == club()
        assert next(change.who for change in store.history()) == "Besuch"


def test_what_was_closed_is_there_when_opened_again(place: Place) -> None:
    with place.open() as store:
        with store.change("Grund", "Test") as change:
            change.put([*town(1, 3), club(), active("a", "v", "r00001")])
        with store.change("Ende", "Test") as change:
            change.end(["a"], date(2020, 1, 1))
        network = store.network()
    with place.open() as store:
        again = store.network()
        assert (repr(again.node_rows), repr(again.tie_rows), again.version) == (
            repr(network.node_rows),
            repr(network.tie_rows),
            2,
        )
        assert store.undo().of == "2"
        assert store.record("k") == kommune()
