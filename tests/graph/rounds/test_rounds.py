"""Planning rounds on both stores: begun, noted, frozen, read back with the right to it, and compared."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from graph.questions import QUESTIONS
from graph.questions.scope import Scope
from graph.rounds.choosing import head_of
from graph.rounds.finding import round_of
from graph.rounds.freezing import about_round, freeze
from graph.rounds.progress import progress
from graph.rounds.sheet import Sheet, sheet, sheets
from graph.rounds.thawing import Thawed, thaw
from graph.rounds.writing import Beginning, Noted, begin, finish, write_down
from graph.stellschrauben import CHECKS
from graph.store import frozen, statements
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.frozen import Frozen
from graph.store.opening import store_at
from graph.store.store import Store
from schema.errors import ConflictError, FahrstuhlError, InputError, NotAllowedError, NotFoundError, UsageError
from schema.nodes import Department, Fachplanung, Organisation, Person, Sozialraum, TargetGroup
from schema.record import Record, Visibility
from schema.ties import ActiveIn, CooperatesWith, WorksIn
from tests.graph.questions.town import node, tie
from tests.graph.stellschrauben.towns import TOWNS

DAY = date(2026, 6, 30)
ASKED = Scope(visibility=Visibility.INTERNAL, robust=False)
ALL = Scope(visibility=Visibility.CONFIDENTIAL, persons=True, robust=False)
COUNTED = {"data_version", "ties_counted"}
HOSTILE = "<script>alert(1)</script> [bold]\u202e{x}"


def records() -> list[Record]:
    return [
        node(Department, "Jugendamt", kind="Amt"),
        node(Department, "Bauamt", kind="Amt"),
        node(Organisation, "Verein"),
        node(Sozialraum, "Nord", kind="Sozialraum"),
        node(TargetGroup, "Kinder"),
        node(Fachplanung, "Jugendplan"),
        node(Person, "Frau Muster"),
        tie(WorksIn, "Frau Muster", "Jugendamt"),
        tie(ActiveIn, "Verein", "Nord"),
        tie(CooperatesWith, "Verein", "Jugendamt"),
    ]


@pytest.fixture
def empty(clean_address: Address) -> Iterator[Store]:
    with store_at(Connection(clean_address)) as opened:
        yield opened


@pytest.fixture
def store(empty: Store) -> Store:
    with empty.change("Bestand", "Test") as change:
        change.put(records())
    begun = Beginning(
        "Runde 2026", date(2026, 1, 15), concerns=("Nord", "Kinder"), participants=("Jugendamt", "Jugendplan")
    )
    assert begin(empty, begun) == "process/runde-2026"
    return empty


def told(store: Store, scope: Scope = ASKED, day: date = DAY) -> Sheet:
    network = scope.cut(store.network())
    return sheet(network, round_of(network, "Runde 2026"), day)


def task(name: str, **fields: object) -> Noted:
    return replace(Noted("Aufgabe", name, date(2026, 2, 1)), **fields)  # type: ignore[arg-type]


def thawed(store: Store, number: int, scope: Scope = ASKED) -> Thawed:
    return thaw(store, head_of(store, "process/runde-2026", number, scope))


def test_a_round_tells_what_it_is_about_and_who_takes_part(store: Store) -> None:
    found = told(store)
    assert [one.name for one in found.concerns] == ["Jugendplan", "Kinder", "Nord"]
    assert [one.name for one in found.participants] == ["Jugendamt"]
    assert (found.starts_on, found.notes, found.data_version) == (date(2026, 1, 15), (), store.version())
    assert [one.round.id for one in sheets(store.network(), DAY)] == ["process/runde-2026"]


def test_what_is_noted_stands_in_its_order_and_with_its_state(store: Store) -> None:
    write_down(store, "Runde 2026", Noted("Notiz", HOSTILE, date(2026, 2, 1), text=HOSTILE * 300))
    late = write_down(store, "Runde 2026", task("Zahlen", due_on=date(2026, 6, 29), assigned=("Jugendamt",)))
    write_down(store, "process/runde-2026", task("Karte", due_on=DAY, about=("Verein", "Nord", "Nord")))
    write_down(store, "Runde 2026", Noted("Entscheidung", "Schwerpunkt", date(2026, 3, 1)))
    rows = told(store).notes
    assert [(row.sort.de, row.name, row.state) for row in rows] == [
        ("Entscheidung", "Schwerpunkt", None),
        ("Aufgabe", "Karte", "open"),
        ("Aufgabe", "Zahlen", "overdue"),
        ("Notiz", HOSTILE, None),
    ]
    assert [one.name for one in rows[1].about] == ["Nord", "Verein"]
    assert [one.name for one in rows[2].assigned] == ["Jugendamt"]
    finish(store, late, DAY)
    assert (told(store).tally.model_dump(), told(store, day=date(2026, 6, 29)).tally.model_dump()) == (
        {"open": 1, "overdue": 0, "done": 1},
        {"open": 2, "overdue": 0, "done": 0},
    )
    store.undo()
    assert told(store).notes == rows


def test_notes_are_internal_and_persons_are_hidden_without_the_switch(store: Store) -> None:
    write_down(store, "Runde 2026", task("Anruf", assigned=("Frau Muster",)))
    assert told(store, Scope()).notes == ()
    assert told(store).notes[0].assigned == ()
    assert [one.name for one in told(store, ALL).notes[0].assigned] == ["Frau Muster"]


def test_a_note_moves_no_answer_but_the_number_of_ties(store: Store) -> None:
    """CONCERNS counts in some questions; the number of all ties that count is told, their findings stay."""
    asked = [q for q in QUESTIONS.values() if q.name not in ("scenario", "robustness")]

    def answers() -> list[str]:
        network = store.network()
        return [
            *(q.ask(network, ALL).model_dump_json(exclude=COUNTED) for q in asked),
            *(check.run(network, ALL).model_dump_json(exclude=COUNTED) for check in CHECKS.values()),
        ]

    before = answers()
    write_down(store, "Runde 2026", task("Zahlen", assigned=("Bauamt",), about=("Nord", "Verein")))
    assert answers() == before


def test_what_was_frozen_reads_back_as_it_was_asked_whatever_becomes_of_the_data(store: Store) -> None:
    network, version = store.network(), store.version()
    kept = freeze(store, "Runde 2026", ASKED, remark="Auftakt", who="Frau Ay")
    assert (kept.number, kept.who, kept.data_version, kept.remark) == (1, "Frau Ay", version, "Auftakt")
    assert (store.version(), store.frozen("andere")) == (version, [])
    with store.change("mehr", "Test") as change:
        change.put([node(Organisation, "Neu"), tie(ActiveIn, "Neu", "Nord")])
    found = thawed(store, 1)
    asked = [q for q in QUESTIONS.values() if q.name != "scenario"]
    assert found.answers == tuple(q.ask(network, about_round(q, ASKED, kept.round)) for q in asked)
    assert found.results == tuple(check.run(network, ASKED) for check in CHECKS.values())
    assert (found.head, found.outdated) == (kept, ())
    assert [freeze(store, "Runde 2026", ASKED).number, len(store.frozen(kept.round))] == [2, 2]
    store.forget_frozen(kept)
    assert [one.number for one in store.frozen()] == [2]
    assert store.frozen_parts(kept) == []


def test_who_reads_needs_the_rights_with_which_was_asked(store: Store) -> None:
    freeze(store, "Runde 2026", Scope(robust=False))
    freeze(store, "Runde 2026", ALL.model_copy(update={"persons": False}))
    freeze(store, "Runde 2026", ASKED.model_copy(update={"persons": True}))
    wide = [scope for scope in (Scope(), ASKED, ALL) for n in (1, 2, 3) if _may(store, n, scope)]
    assert wide == [Scope(), ASKED, ALL, ALL, ALL]
    assert [head_of(store, "process/runde-2026", None, scope).number for scope in (Scope(), ASKED, ALL)] == [1, 1, 3]


def _may(store: Store, number: int, scope: Scope) -> bool:
    try:
        return thawed(store, number, scope).head.number == number
    except NotAllowedError:
        return False


def test_an_answer_of_another_form_is_told_and_not_compared(store: Store) -> None:
    head = freeze(store, "Runde 2026", ASKED)
    rows = [
        {"frozen": head.key, "place": 90, "sort": "question", "name": "brokers-of-old", "text": "{}"},
        {"frozen": head.key, "place": 91, "sort": "question", "name": "silos", "text": '{"question": "silos"}'},
        {"frozen": head.key, "place": 92, "sort": "check", "name": "3", "text": "no JSON"},
    ]
    _write(store, rows)
    found = thawed(store, 1)
    assert [text.de.split("“")[0] for text in found.outdated] == [
        "„brokers-of-old",
        f"„{QUESTIONS['silos'].title.de}",
        f"„{CHECKS[3].title.de}",
    ]
    assert len(found.results) == len(CHECKS)
    assert progress(found, found, store.network()).reservations == found.outdated


def _write(store: Store, rows: list[dict[str, object]]) -> None:
    store._connection.write(lambda run: run(statements.KEEP_FROZEN_PARTS, rows=rows))


def test_progress_tells_what_moved(store: Store) -> None:
    done = write_down(store, "Runde 2026", task("Zahlen"))
    freeze(store, "Runde 2026", ASKED)
    finish(store, done, DAY)
    write_down(store, "Runde 2026", replace(task("Karte"), noted_on=date(2026, 7, 2)))
    write_down(store, "Runde 2026", replace(task("Reihe", due_on=date(2026, 5, 1)), noted_on=date(2026, 4, 1)))
    with store.change("mehr", "Test") as change:
        change.put([node(Sozialraum, "Süd", kind="Sozialraum")])
    freeze(store, "Runde 2026", ASKED)
    before, after = dated(thawed(store, 1), "2026-03-01"), dated(thawed(store, 2), "2026-07-01")
    found = progress(before, after, ASKED.cut(store.network()))
    assert (found.before.number, found.after.number, found.day) == (1, 2, date(2026, 7, 1))
    assert [(row.name, row.label.de) for row in found.tasks] == [
        ("Zahlen", "offen → erledigt"),
        ("Reihe", "neu: überfällig"),
    ]
    assert (found.tally_before.open, found.tally_after.overdue, found.tally_after.done) == (1, 1, 1)
    assert "Süd" in " ".join(row.finding.de for row in found.moved)
    assert [one.number for one in found.checks] == list(CHECKS)
    assert found.reservations == ()
    later = progress(before, after, ASKED.cut(store.network()), date(2026, 7, 2))
    assert [row.label.de for row in later.tasks] == ["offen → erledigt", "neu: überfällig", "neu: offen"]
    same = progress(after, after, ASKED.cut(store.network()))
    assert (same.counts, same.moved, [one for one in same.checks if one.moved]) == ((), (), [])


def dated(state: Thawed, day: str) -> Thawed:
    """Give a state as if it had been frozen on another day."""
    return replace(state, head=replace(state.head, at=f"{day}T09:00:00+00:00"))


def test_a_check_that_moves_is_told(store: Store) -> None:
    with store.change("Runde", "Test") as change:
        change.put(TOWNS[1].with_break())
    freeze(store, "Runde 2026", ALL)
    with store.change("geheilt", "Test") as change:
        change.put(TOWNS[1].records)
    freeze(store, "Runde 2026", ALL)
    found = progress(thawed(store, 1, ALL), thawed(store, 2, ALL), store.network())
    assert [(one.number, one.after) for one in found.checks if one.moved] == [(1, "met")]


def test_two_rounds_are_compared_with_what_makes_that_hard(store: Store) -> None:
    begin(store, Beginning("Runde 2027"))
    one = freeze(store, "Runde 2026", ASKED)
    other = freeze(store, "Runde 2027", ALL.model_copy(update={"as_of": DAY}))
    found = progress(thaw(store, one), thaw(store, other), store.network())
    assert len(found.reservations) == 3
    assert [found.before.name, found.after.name] == ["Runde 2026", "Runde 2027"]


def test_an_empty_store_has_no_round_and_a_round_alone_freezes(empty: Store) -> None:
    with pytest.raises(NotFoundError):
        freeze(empty, "Runde", ASKED)
    begin(empty, Beginning(HOSTILE))
    kept = freeze(empty, HOSTILE, ASKED)
    found = thaw(empty, kept)
    assert (kept.name, {result.status for result in found.results}) == (HOSTILE, {"unknown"})


@pytest.mark.parametrize(
    ("noted", "error"),
    [
        (task("Zahlen", assigned=("Nord",)), NotFoundError),
        (task("Zahlen", about=("nirgends",)), NotFoundError),
        (task(""), InputError),
        (task("x" * 10_001), InputError),
        (task("Zahlen", text="\x00"), InputError),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(store: Store, noted: Noted, error: type[Exception]) -> None:
    version = store.version()
    with pytest.raises(error):
        write_down(store, "Runde 2026", noted)
    assert store.version() == version


def test_rounds_and_tasks_are_not_begun_or_done_twice(store: Store) -> None:
    with pytest.raises(ConflictError):
        begin(store, Beginning("Runde 2026"))
    note = write_down(store, "Runde 2026", Noted("Notiz", "Gespräch", DAY))
    job = write_down(store, "Runde 2026", task("Zahlen"))
    finish(store, job, DAY)
    for id, error in ((note, UsageError), (job, ConflictError), ("Jugendamt", UsageError), ("x", NotFoundError)):
        with pytest.raises(error):
            finish(store, id, DAY)


def test_of_two_with_one_name_the_id_is_asked_for(store: Store) -> None:
    with store.change("mehr", "Test") as change:
        change.put([node(Organisation, f"klub-{n}", name="Klub") for n in (1, 2)])
    with pytest.raises(ConflictError, match="klub-1 and klub-2"):
        write_down(store, "Runde 2026", task("Zahlen", assigned=("Klub",)))
    write_down(store, "Runde 2026", task("Zahlen", assigned=("klub-2",)))
    assert [one.id for one in told(store).notes[0].assigned] == ["klub-2"]


def test_a_round_outside_of_what_is_asked_is_not_frozen(store: Store) -> None:
    with store.change("intern", "Test") as change:
        record = store.record("process/runde-2026")
        change.put([record.model_copy(update={"visibility": Visibility.CONFIDENTIAL})])
    with pytest.raises(NotFoundError):
        freeze(store, "Runde 2026", ASKED)
    assert store.frozen() == []


def test_a_number_is_of_its_round_and_an_unknown_one_is_told(store: Store) -> None:
    begin(store, Beginning("Runde 2027"))
    assert [freeze(store, name, ASKED).number for name in ("Runde 2026", "Runde 2027", "Runde 2026")] == [1, 1, 2]
    for round_id, number in (("process/runde-2026", 3), ("process/runde-2026", 0), ("x", None)):
        with pytest.raises(FahrstuhlError):
            head_of(store, round_id, number, ALL)


def test_what_is_kept_is_the_json_that_was_given_out(store: Store) -> None:
    head: Frozen = freeze(store, "Runde 2026", ASKED)
    for part in store.frozen_parts(head):
        if part.sort == "question":
            question = QUESTIONS[part.name]
            answer = question.ask(store.network(), about_round(question, ASKED, head.round))
            assert json.loads(part.text) == answer.model_dump(mode="json")
    assert frozen.Frozen.__slots__[-1] == "number"
