"""Readers while somebody writes: they see whole versions, one after the other, and never a part of one."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from graph.store.store import Store
from tests.contract.towns import SIZE, people_of, town

ROUNDS = 8


def test_readers_see_whole_versions_while_others_write_and_give_up(stores: Callable[[], Store]) -> None:
    writer = stores()
    with writer.change("Grund", "Test") as change:
        change.put(town(10))
    done = threading.Event()
    with ThreadPoolExecutor(max_workers=3) as pool:
        readings = [pool.submit(read_until, done, look, stores()) for look in (whole, by_page, around)]
        try:
            write_rounds(writer)
        finally:
            done.set()
        seen = [reading.result(timeout=60) for reading in readings]
    assert writer.version() == ROUNDS + 1
    for order in seen:
        assert order == sorted(order)
        assert set(order) <= set(range(10, 10 * ROUNDS + 11, 10))


def write_rounds(store: Store) -> None:
    """Seal versions in which everybody counts 10, 20, 30 …; between them give up others that count in between."""
    for number in range(2, ROUNDS + 2):
        try:
            with store.change("Bricht ab", "Test") as change:
                for part in (town(10 * number - 5, SIZE // 2), town(10 * number - 5)):
                    change.put(part)
                raise InterruptedError
        except InterruptedError:
            pass
        with store.change("Runde", "Test") as change:
            for size in (SIZE // 3, SIZE // 2, SIZE):
                change.put(town(10 * number, size))


def read_until(done: threading.Event, look: Callable[[Store], set[int | None]], store: Store) -> list[int]:
    """Look again and again; what is seen at one look must be one number."""
    seen: list[int] = []
    last = False
    while not last:
        last = done.is_set()
        (people,) = look(store)
        assert people is not None
        seen.append(people)
    return seen


def whole(store: Store) -> set[int | None]:
    network = store.network()
    assert (network.n, network.m) == (SIZE + 1, SIZE)
    return {row["population"] for row in network.node_rows[1:]} | {row["count"] for row in network.tie_rows}


def by_page(store: Store) -> set[int | None]:
    nodes = store.page("Sozialraum", limit=2 * SIZE)
    assert len(nodes) == SIZE
    return people_of(nodes)


def around(store: Store) -> set[int | None]:
    network = store.neighbours("k", limit=2 * SIZE)
    assert (network.n, network.m) == (SIZE + 1, SIZE)
    return {row["population"] for row in network.node_rows[1:]} | {row["count"] for row in network.tie_rows}


def test_writers_at_once_make_no_doubles_and_lose_nothing(stores: Callable[[], Store]) -> None:
    def write(store: Store, number: int) -> None:
        for turn in range(3):
            with store.change(f"{number}/{turn}", "Test", who=str(number)) as change:
                change.put(town(number + 1, 5 + number + turn))

    many = [stores() for _ in range(4)]
    with ThreadPoolExecutor(max_workers=4) as pool:
        list(pool.map(write, many, range(4)))
    store = stores()
    network = store.network()
    assert (network.n, network.m) == (1 + 5 + 3 + 2, 5 + 3 + 2)
    assert len(set(network.ids)) == network.n
    assert [change.id for change in store.history()] == [str(n) for n in range(store.version(), 0, -1)]
    assert len({change.why.de for change in store.history()}) == store.version()
