"""Much at once: large batches, large records, and memory that does not grow with what is written."""

import tracemalloc
from collections.abc import Iterator

import pytest

from graph.store.batches import LARGEST_RECORD_CHARS
from graph.store.store import Store
from schema.errors import LimitError
from schema.nodes import Document, Sozialraum
from schema.record import Record
from tests.strategies import GEOMETRIES


def papers(number: int, text: str) -> Iterator[Record]:
    for i in range(number):
        yield Document(id=f"https://example.org/papers/{i}", source="Test", name=f"Vorlage {i}", note=text)


def test_batches_far_larger_than_a_message_go_in_and_come_out_and_go_again(store: Store) -> None:
    with store.change("Viel Text", "Test") as change:
        change.put(papers(100, "ä€😀" * 20_000))
    with store.change("Anderer Text", "Test") as change:
        change.put(papers(100, "ß€😀" * 20_000))
    network = store.network()
    assert network.n == 100
    assert {row["note"] for row in network.node_rows} == {"ß€😀" * 20_000}
    store.undo()
    assert {row["note"] for row in store.network().node_rows} == {"ä€😀" * 20_000}


def test_one_large_record_goes_in_and_one_too_large_is_refused(store: Store) -> None:
    large = Sozialraum(id="g", source="s", name="G", geometry=GEOMETRIES[0], note="x" * (LARGEST_RECORD_CHARS - 1000))
    with store.change("Groß", "Test") as change:
        change.put([large])
    assert store.record("g") == large
    with pytest.raises(LimitError), store.change("Zu groß", "Test") as change:
        change.put([large.model_copy(update={"note": "x" * LARGEST_RECORD_CHARS})])


def test_memory_does_not_grow_with_what_is_written(store: Store) -> None:
    def peak(number: int) -> int:
        tracemalloc.start()
        try:
            with store.change("Strom", "Test") as change:
                change.put(papers(number, "Beschlussvorlage " * 10))
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    few, many = peak(2_000), peak(12_000)
    assert many < 1.5 * few
    assert store.network().n == 12_000
