"""What is put in comes out again: every type, every field, every value; and goes again without a trace."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.network import Network
from graph.store.changes import Tally
from graph.store.store import Store
from schema.catalogue import NODE_TYPES, TIE_TYPES
from schema.nodes import Indicator, Kommune, Organisation, Person, Sozialraum
from schema.record import Record
from schema.ties import CooperatesWith, Measured
from tests.strategies import GEOMETRIES, WIDEST_INT, whole_sets

SEVERAL = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))


def spelled(records: dict[str, Record]) -> dict[str, str]:
    """Spell records out, so that 1 and 1.0, and what repr hides, count as different."""
    return {id: f"{type(record).__name__} {record.model_dump_json()}" for id, record in records.items()}


@SEVERAL
@given(whole_sets())
def test_every_value_of_every_type_comes_back_and_is_known_again(store: Store, records: list[Record]) -> None:
    with store.change("Hin", "Test") as change:
        change.put(records)
    by_id = {record.id: record for record in records}
    assert spelled(store.records(by_id)) == spelled(by_id)

    network, expected = store.network(), Network.of(records, store.version())
    assert network.ids == expected.ids
    assert repr(network.node_rows) == repr(expected.node_rows)
    assert repr(network.tie_rows) == repr(expected.tie_rows)
    assert dict.fromkeys(NODE_TYPES, 2) | dict.fromkeys(TIE_TYPES, 1) == store.counts()

    version, known = store.version(), len(store.history())
    with store.change("Noch einmal", "Test") as again:
        again.put(iter(records))
    assert (change.tally, again.tally) == (Tally(new=len(records)), Tally(unchanged=len(records)))
    assert (store.version(), len(store.history())) == (version, known)

    store.undo()
    assert (store.network().n, store.network().m, store.records(by_id)) == (0, 0, {})


def test_values_at_the_edge(store: Store) -> None:
    edge: list[Record] = [
        Person(id="p", source="s", name="ÄÖÜ äöü ß é ñ 👩‍👩‍👧", functions=("Leitung", " ", "Straße")),
        Person(id="q", source="s", name="n" * 10_000, functions=(), note=""),
        Kommune(id="k", source="s", name="K", ags="05378000", population=WIDEST_INT, valid_from=date.min),
        Sozialraum(id="r", source="s", name="S", geometry=GEOMETRIES[1], valid_to=date.max, confidence=0.1),
        Organisation(id="o" * 2_000, source="x" * 10_000, name="O", external=False, confidence=0.0),
        CooperatesWith(id="c", source="s", start="p", end="q", formal=None, last_contact=date(2024, 2, 29)),
    ]
    with store.change("Kanten", "Test") as change:
        change.put(edge)
    assert spelled(store.records([r.id for r in edge])) == spelled({r.id: r for r in edge})


@SEVERAL
@given(value=st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_keep_every_bit(store: Store, value: float) -> None:
    there = Measured(id="m", source="s", start="i", end="r", year=2024, value=value)
    with store.change("Zahl", "Test") as change:
        change.put([Indicator(id="i", source="s", name="I"), Sozialraum(id="r", source="s", name="R"), there])
    found = store.record("m")
    assert isinstance(found, Measured)
    assert found.value.hex() == value.hex()


def test_a_field_that_is_emptied_is_empty(store: Store) -> None:
    with store.change("Erst", "Test") as change:
        change.put([Person(id="p", source="s", name="A", title="Dr.", functions=("Amt",), as_of=date(2020, 1, 1))])
    with store.change("Dann", "Test") as change:
        change.put([Person(id="p", source="s", name="A")])
    assert store.record("p") == Person(id="p", source="s", name="A")
    assert change.tally.changed == 1
