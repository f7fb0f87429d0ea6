"""Undo and redo, and the network as it was known before."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.network import Network
from graph.store.changes import Tally
from graph.store.store import Store
from schema.errors import ConflictError, NotFoundError, UsageError
from schema.nodes import Kommune, Sozialraum
from schema.record import Record
from schema.ties import PartOf, Tie
from tests.contract.towns import active, club, kommune, people_of, town

State = dict[str, Record]


def state(network: Network) -> State:
    nodes: list[Record] = [network.node(i) for i in range(network.n)]
    ties: list[Record] = [network.tie(j) for j in range(network.m)]
    return {record.id: record for record in nodes + ties}


def put(store: Store, *records: Record, why: str = "Test") -> str:
    with store.change(why, "Test", who="Frau Ay") as change:
        change.put(records)
    return change.id


def test_undo_redo_undo(store: Store) -> None:
    put(store, *town(1, 4))
    put(store, *town(2, 5), why="Mehr")
    before, after = state(store.network("1")), state(store.network("2"))

    undone = store.undo(who="Herr Bo")
    assert (undone.kind, undone.of, undone.who, undone.tally) == ("undo", "2", "Herr Bo", Tally(changed=8, removed=2))
    assert state(store.network()) == before
    again = store.redo()
    assert (again.kind, again.of, again.tally) == ("redo", "2", Tally(changed=8, new=2))
    assert state(store.network()) == after
    assert store.undo().of == "2"
    assert state(store.network()) == before
    assert store.undo().of == "1"
    assert state(store.network()) == {}
    with pytest.raises(NotFoundError):
        store.undo()
    assert [store.redo().of, store.redo().of] == ["1", "2"]
    assert state(store.network()) == after
    with pytest.raises(NotFoundError):
        store.redo()


def test_undoing_an_undo_is_a_redo(store: Store) -> None:
    put(store, kommune())
    undone = store.undo("1")
    assert store.undo(undone.id).kind == "redo"
    assert state(store.network()) == {"k": kommune()}
    with pytest.raises(ConflictError):
        store.redo("1")
    store.undo("1")
    with pytest.raises(ConflictError):
        store.undo("1")


def test_undoing_what_a_later_change_edited_is_refused_and_names_it(store: Store) -> None:
    put(store, *town(1, 4))
    put(store, club())
    later = put(store, kommune(name="umbenannt"), why="Neuer Name")
    before = state(store.network())
    with pytest.raises(ConflictError) as refused:
        store.undo("1")
    for word in (f"Änderung {later}", "Frau Ay", "Neuer Name"):
        assert word in refused.value.text.de
    assert state(store.network()) == before
    assert store.undo("2").kind == "undo"
    assert store.undo(later).kind == "undo"
    assert store.undo("1").kind == "undo"


def test_undoing_the_end_of_a_later_tie_is_refused_and_names_it(store: Store) -> None:
    put(store, *town(1, 4))
    later = put(store, club(), active("a", "v", "r00002"), why="Verein wird aktiv")
    with pytest.raises(ConflictError) as refused:
        store.undo("1")
    assert f"Änderung {later}" in refused.value.text.de
    store.undo(later)
    store.undo("1")
    with pytest.raises(ConflictError):
        store.redo(later)
    assert store.network().n == 0


def test_undoing_an_import_takes_back_exactly_that_import(store: Store) -> None:
    put(store, *town(1, 3))
    with store.change("Einlesen", "big.zip", kind="import") as change:
        change.put(town(2, 1200))
    put(store, club())
    undone = store.undo(change.id)
    assert undone.source == "big.zip"
    assert state(store.network()) == {r.id: r for r in town(1, 3)} | {"v": club()}


def test_an_ending_can_be_undone(store: Store) -> None:
    put(store, *town(1, 2))
    with store.change("Ende", "Test") as change:
        change.end(["r00001", "p00001"], date(2020, 1, 1))
    store.undo()
    assert store.record("r00001").valid_to is None


def test_the_history_of_a_record_tells_who_when_before_and_after(store: Store) -> None:
    start = datetime.now(UTC).isoformat()
    put(store, kommune(name="Ärzen"), why="Anlegen")
    put(store, club())
    put(store, kommune(name="Aerzen"), why="Umbenennen")
    renamed, made = store.history("k")
    assert (made.why.de, renamed.why.de, made.who, made.kind) == ("Anlegen", "Umbenennen", "Frau Ay", "command")
    assert start < made.at < renamed.at < datetime.now(UTC).isoformat()
    ((first,), (second,)) = made.entries, renamed.entries
    assert (first.before, first.after) == (None, kommune(name="Ärzen").properties())
    assert (second.before, second.after) == (kommune(name="Ärzen").properties(), kommune(name="Aerzen").properties())
    assert [change.id for change in store.history("k", limit=1)] == ["3"]
    assert [change.tally for change in store.history()] == [Tally(changed=1), Tally(new=1), Tally(new=1)]


def test_the_network_is_known_at_any_change_and_time(store: Store) -> None:
    put(store, *town(1, 3))
    between = datetime.now(UTC)
    put(store, *town(2, 4))
    store.undo()
    today = datetime.now().astimezone().date()
    assert [people_of([network.node(i) for i in range(network.n)]) for network in map(store.network, "0123")] == [
        set(),
        {1},
        {2},
        {1},
    ]
    assert store.network(between.isoformat()).ids == store.network("1").ids
    assert store.network(between.astimezone().replace(tzinfo=None).isoformat()).version == 1
    assert store.network(today.isoformat()).version == 3
    assert store.network("2001-01-01").n == 0
    with pytest.raises(NotFoundError):
        store.network("4")
    with pytest.raises(UsageError):
        store.network("gestern")


NODES = [kommune(), *(Sozialraum(id=f"r{i}", source="s", name="R", population=i) for i in range(3))]
POOL: list[Record] = [
    *NODES,
    Kommune(id="k", source="s", name="anders"),
    Sozialraum(id="r0", source="s", name="anders"),
    PartOf(id="t0", source="s", start="r0", end="k"),
    PartOf(id="t0", source="s", start="r1", end="k"),
    PartOf(id="t1", source="s", start="r1", end="r0"),
]
PUTS = st.lists(st.sampled_from(POOL), min_size=1, max_size=4, unique_by=lambda record: record.id)
STEPS = st.lists(st.one_of(PUTS, st.integers(0, 5)), min_size=6, max_size=8)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_any_writing_undoing_and_redoing_leaves_what_the_rules_say(
    store: Store, steps: Sequence[list[Record] | int]
) -> None:
    """The model: a list of states, one for each version; the rules of undo are written out here in a few lines."""
    states: list[State] = [state(store.network())]
    base, roots = store.version(), dict[int, bool]()
    for step in steps:
        now = states[-1]
        if isinstance(step, int):
            if step not in roots:
                continue
            expected = turned(states, step, in_force=roots[step])
            turn = store.undo if roots[step] else store.redo
            if expected is None:
                with pytest.raises(ConflictError):
                    turn(str(base + step))
                continue
            turn(str(base + step))
            roots[step] = not roots[step]
        else:
            expected = now | {record.id: record for record in step}
            if not sound(expected):
                with pytest.raises(ConflictError):
                    put(store, *step)
                continue
            put(store, *step)
            if expected == now:
                continue
            roots[store.version() - base] = True
        states.append(expected)
        assert state(store.network()) == expected
    for number, past in enumerate(states):
        assert state(store.network(str(base + number))) == past


def sound(records: State) -> bool:
    """Each tie has its ends."""
    ties = [record for record in records.values() if isinstance(record, Tie)]
    return all(tie.start in records and tie.end in records for tie in ties)


def turned(states: list[State], number: int, *, in_force: bool) -> State | None:
    """Say what undoing or redoing a change set leads to; None where it is to be refused."""
    before, after = states[number - 1], states[number]
    old, new = (after, before) if in_force else (before, after)
    touched = {id for id in before | after if before.get(id) != after.get(id)}
    if any(states[-1].get(id) != old.get(id) for id in touched):
        return None
    left = {id: record for id, record in states[-1].items() if id not in touched}
    result = left | {id: new[id] for id in touched if id in new}
    return result if sound(result) else None


@pytest.mark.parametrize("node_first", [True, False], ids=["node", "tie"])
def test_what_was_undone_does_not_come_back_beside_another_type_of_its_id(store: Store, node_first: bool) -> None:
    put(store, *town(1, 2), club())
    node, tie = club("x"), active("x", "v", "r00001")
    first, second = (node, tie) if node_first else (tie, node)
    undone = put(store, first)
    store.undo()
    later = put(store, second)
    before = state(store.network())
    with pytest.raises(ConflictError) as refused:
        store.redo(undone)
    assert f"Änderung {later}" in refused.value.text.de
    assert state(store.network()) == before
