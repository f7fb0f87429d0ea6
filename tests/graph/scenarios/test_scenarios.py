"""Scenarios on both stores: filled, looked at, adopted and undone, with the data as they were until then."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.intake.account import Account
from graph.intake.importing import read_into
from graph.intake.reader import AS_FOUND
from graph.network import Network
from graph.questions import QUESTIONS
from graph.questions.scope import Scope
from graph.scenarios.adopting import adopt
from graph.scenarios.beside import side_by_side
from graph.scenarios.drafting import begin, clear, fill, found
from graph.scenarios.editing import Add, Alter, Edit, End, Remove, carry_out
from graph.scenarios.proposing import propose
from graph.scenarios.scenario import Scenario
from graph.scenarios.trying import read
from graph.stellschrauben import CHECKS
from graph.stellschrauben.status import Status
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import store_at
from graph.store.store import Store
from schema.errors import ConflictError, FahrstuhlError, InputError, NotFoundError, UsageError
from schema.record import Record
from tests.contract.conftest import emptied
from tests.graph.questions.town import town
from tests.graph.stellschrauben.towns import ALL_RIGHTS, DAY, TOWNS

EVERYTHING = ALL_RIGHTS.model_copy(update={"as_of": None})


@pytest.fixture
def store(clean_address: Address) -> Iterator[Store]:
    with store_at(Connection(clean_address)) as opened:
        yield opened


@pytest.fixture
def filled(store: Store) -> Store:
    put(store, town())
    begin(store, "plan", title="Stabsstelle neu")
    return store


def put(store: Store, records: list[Record]) -> None:
    with store.change("Bestand", "Test") as change:
        change.put(records)


def edit(store: Store, *edits: Edit, name: str = "plan") -> Scenario:
    source = found(store, name).source
    return fill(store, name, lambda change: carry_out(change, edits, source))


def answers(store: Store, scope: Scope = EVERYTHING) -> list[str]:
    """Give every answer and check as bytes, without the data version, which counts the changes."""
    network = store.network()
    told = [question.ask(network, scope.model_copy(update={"robust": False})) for question in QUESTIONS.values()]
    checks = [check.run(network, scope) for check in CHECKS.values()]
    return [one.model_dump_json(exclude={"data_version"}) for one in (*told, *checks)]


def stands(network: Network) -> dict[str, object]:
    return {str(row["id"]): row for _, row in network.rows()}


def test_a_scenario_is_seen_only_by_who_asks_for_it(filled: Store) -> None:
    before, version = stands(filled.network()), filled.version()
    made = edit(
        filled,
        Add(type="Department", fields={"id": "neu", "name": "Stabsstelle", "kind": "Stabsstelle"}),
        Add(type="COOPERATES_WITH", fields={"start": "neu", "end": _some(filled, "Department")}),
    )
    assert [(step.fate, step.type) for step in made.steps] == [("new", "Department"), ("new", "COOPERATES_WITH")]
    assert (stands(filled.network()), filled.version(), len(filled.history())) == (before, version, 1)
    network, _ = read(filled, Scope(scenario="plan"))
    assert (network.scenario, network.n, network.m) == ("plan", filled.network().n + 1, filled.network().m + 1)
    assert network.before is not None
    assert stands(network.before) == before


def _some(store: Store, type: str) -> str:
    return next(str(row["id"]) for name, row in store.network().rows() if name == type)


def test_adopted_and_undone_every_answer_is_as_before(filled: Store) -> None:
    before = answers(filled)
    unit, area = _some(filled, "Department"), _some(filled, "Sozialraum")
    edit(
        filled,
        Add(type="Department", fields={"name": "Stabsstelle", "kind": "Stabsstelle", "agency": "ja"}),
        Add(type="COOPERATES_WITH", fields={"start": "department/stabsstelle", "end": unit, "strength": "4"}),
        Alter(id=unit, fields={"key_actor": True, "note": "neu besetzt"}),
        End(id=_some(filled, "ACTIVE_IN"), on=date(2026, 1, 31)),
        Remove(id=area),
    )
    assert answers(filled) == before
    tried, _ = read(filled, Scope(scenario="plan"))
    adopted = adopt(filled, "plan", who="Frau Ay")
    assert stands(filled.network()) == stands(tried)
    assert answers(filled) != before
    latest = filled.history(limit=1)[0]
    assert (latest.id, latest.who, latest.source) == (str(adopted.change), "Frau Ay", "Szenario plan")
    with pytest.raises(ConflictError):
        edit(filled, Remove(id=unit))
    filled.undo()
    assert answers(filled) == before
    assert found(filled, "plan").change is None
    assert adopt(filled, "plan").change == filled.version()


@pytest.mark.parametrize("number", list(CHECKS))
def test_what_a_check_proposes_turns_it_to_met(store: Store, number: int) -> None:
    put(store, TOWNS[number].with_break())
    begin(store, "besser", day=DAY)
    scope = ALL_RIGHTS.model_copy(update={"scenario": "besser", "as_of": None})
    before = CHECKS[number].run(store.network(), ALL_RIGHTS)
    propose(store, "besser", number)
    after = CHECKS[number].run(*read(store, scope))
    assert (before.status is Status.MET, after.status) == (False, Status.MET)
    assert CHECKS[number].run(store.network(), ALL_RIGHTS) == before
    with pytest.raises(UsageError):
        propose(store, "besser", number)


def test_a_source_goes_into_a_scenario(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "Department.csv").write_text("id,name,kind\nneu,Stabsstelle,Stabsstelle\n", encoding="utf-8")
    (tmp_path / "ACTIVE_IN.csv").write_text(f"from,to\nneu,{_some(filled, 'Sozialraum')}\n", encoding="utf-8")
    account = Account()
    made = fill(filled, "plan", lambda change: read_into(change, filled, tmp_path, AS_FOUND, account))
    assert [(step.type, step.fate) for step in made.steps] == [("Department", "new"), ("ACTIVE_IN", "new")]
    assert account.refused == 0
    assert "neu" not in filled.network().index


def test_each_record_is_touched_once_and_what_is_as_before_is_no_step(filled: Store) -> None:
    unit = _some(filled, "Department")
    edit(filled, Alter(id=unit, fields={"note": "eins"}))
    made = edit(filled, Alter(id=unit, fields={"note": "zwei"}))
    assert [(step.id, (step.after or {}).get("note")) for step in made.steps] == [(unit, "zwei")]
    assert edit(filled, Alter(id=unit, fields={"note": ""})).steps == ()


def test_steps_can_be_taken_out(filled: Store) -> None:
    unit = _some(filled, "Department")
    edit(filled, Alter(id=unit, fields={"note": "eins"}), Add(type="TargetGroup", fields={"name": "Familien"}))
    assert [step.id for step in clear(filled, "plan", [unit]).steps] == ["targetgroup/familien"]
    with pytest.raises(NotFoundError):
        clear(filled, "plan", [unit])


def test_nobodys_work_is_overwritten(filled: Store) -> None:
    unit = _some(filled, "Department")
    edit(filled, Alter(id=unit, fields={"note": "im Szenario"}))
    with filled.change("inzwischen", "Test") as change:
        carry_out(change, [Alter(id=unit, fields={"note": "in den Daten"})], "Test")
    version = filled.version()
    with pytest.raises(ConflictError, match=unit):
        adopt(filled, "plan")
    assert filled.version() == version
    edit(filled, Add(type="TargetGroup", fields={"name": "Familien"}))
    with pytest.raises(ConflictError):  # a later step does not make it forget on what it was built
        adopt(filled, "plan")


def test_one_begins_like_another(filled: Store) -> None:
    edit(filled, Add(type="TargetGroup", fields={"name": "Familien"}))
    begin(filled, "zweiter", like="plan")
    edit(filled, Add(type="TargetGroup", fields={"name": "Ältere"}), name="zweiter")
    sizes = {one.name: len(one.steps) for one in filled.scenarios()}
    assert sizes == {"plan": 1, "zweiter": 2}
    beside = side_by_side(lambda scope: read(filled, scope), ["plan", "zweiter"], EVERYTHING)
    assert beside.scenarios == ("plan", "zweiter")
    assert {len(check.statuses) for check in beside.checks} == {3}
    assert {len(table.findings) for table in beside.tables} == {3}
    filled.forget("plan")
    assert [one.name for one in filled.scenarios()] == ["zweiter"]


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (Add(type="Amt", fields={"name": "x"}), InputError),
        (Add(type="Department", fields={}), InputError),
        (Add(type="Department", fields={"name": "x", "farbe": "rot"}), InputError),
        (Add(type="Department", fields={"name": "x", "valid_from": "gestern"}), InputError),
        (Add(type="PART_OF", fields={"start": "nirgends", "end": "nirgendwo"}), ConflictError),
        (Alter(id="nirgends", fields={"name": "x"}), NotFoundError),
        (End(id="nirgends", on=date(2026, 1, 1)), NotFoundError),
        (Remove(id="nirgends"), NotFoundError),
    ],
)
def test_an_edit_that_does_not_fit_leaves_all_as_it_was(filled: Store, wrong: Edit, error: type[Exception]) -> None:
    good = Add(type="TargetGroup", fields={"name": "Familien"})
    before = stands(filled.network())
    with pytest.raises(error) as refused:
        edit(filled, good, wrong)
    assert isinstance(refused.value, FahrstuhlError)
    assert refused.value.hint.de
    with pytest.raises(error), filled.change("Versuch", "Test") as change:
        carry_out(change, [good, wrong], "Test")
    assert (found(filled, "plan").steps, stands(filled.network())) == ((), before)


@pytest.mark.parametrize("name", ["", " vorn", "a/b", "x" * 61, "a\nb"])
def test_a_name_must_be_one(store: Store, name: str) -> None:
    with pytest.raises(UsageError):
        begin(store, name)


def test_a_name_is_taken_once_and_nobody_answers_to_none(filled: Store) -> None:
    with pytest.raises(ConflictError):
        begin(filled, "plan")
    with pytest.raises(NotFoundError):
        read(filled, Scope(scenario="keins"))
    with pytest.raises(UsageError):
        adopt(filled, "plan")


def test_scenarios_outlive_the_store_that_made_them(clean_address: Address) -> None:
    day = date(2026, 6, 30)
    with store_at(emptied(Connection(clean_address))) as store:
        put(store, town())
        begin(store, "plan", day=day)
        made = edit(store, Add(type="TargetGroup", fields={"name": "Grüne „Lücke“ ÄÖÜ", "hard_to_reach": "3"}))
    with store_at(Connection(clean_address)) as again:
        assert found(again, "plan") == made
        assert made.day == day
        _, scope = read(again, Scope(scenario="plan"))
        assert scope.as_of == day
