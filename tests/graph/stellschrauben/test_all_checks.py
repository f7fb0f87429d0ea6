"""What holds for every check: met and broken, silence, evidence, order, persons, and what would change it."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.network import Network
from graph.questions.scope import Scope
from graph.stellschrauben import CHECKS
from graph.stellschrauben.check import Check
from graph.stellschrauben.result import Result
from graph.stellschrauben.status import STATUS_LABELS, SYMBOLS, Status
from schema.nodes import Node, Person
from schema.record import Record
from schema.ties import Tie
from schema.validation import check_ends
from tests.graph.questions.test_all_questions import networks
from tests.graph.stellschrauben.towns import ALL_RIGHTS, DAY, SCOPE, TOWNS, Town, without_ties

BELOW = (Status.PARTLY, Status.MISSING, Status.UNKNOWN)


@pytest.fixture(params=CHECKS.values(), ids=[check.name for check in CHECKS.values()])
def check(request: pytest.FixtureRequest) -> Check:
    asked: Check = request.param
    return asked


@pytest.fixture
def town(check: Check) -> Town:
    return TOWNS[check.number]


def applied(result: Result, records: list[Record]) -> Network:
    """Add the proposal of a result to a network, as a scenario does."""
    assert result.proposal is not None
    made = [*records, *result.proposal.records()]
    assert len({record.id for record in made}) == len(made)
    types = {record.id: type(record) for record in made if isinstance(record, Node)}
    check_ends([record for record in made if isinstance(record, Tie)], types)
    return Network.of(made)


def test_there_are_ten_in_the_order_of_the_source() -> None:
    assert list(CHECKS) == list(range(1, 11))
    assert [check.name for check in CHECKS.values()] == [
        "ratsbeauftragung",
        "dezernatsintegration",
        "verfuegung",
        "fuehrungskreis",
        "planungsverstaendnis",
        "berichterstattung",
        "raumzuschnitt",
        "gegenstrom",
        "kontaktformate",
        "counterparts",
    ]


@pytest.mark.parametrize("scope", [Scope(), SCOPE], ids=["no day", "a day"])
def test_an_empty_network_gives_ten_times_unknown(scope: Scope) -> None:
    results = [check.run(Network.of([]), scope) for check in CHECKS.values()]
    assert [result.status for result in results] == [Status.UNKNOWN] * 10
    assert all(not (*result.witnesses_for, *result.witnesses_against) for result in results)


def test_it_is_met_where_the_design_says_so(check: Check, town: Town) -> None:
    result = check.run(Network.of(town.met()), SCOPE)
    assert result.status is Status.MET
    assert result.witnesses_for
    assert result.proposal is None


def test_one_record_breaks_it(check: Check, town: Town) -> None:
    assert check.run(Network.of(town.with_break()), SCOPE).status is town.then


def test_it_is_missing_where_the_data_speak_against_it(check: Check, town: Town) -> None:
    result = check.run(Network.of(town.missing()), SCOPE)
    assert result.status is Status.MISSING
    assert result.witnesses_against


def test_without_ties_the_data_are_silent_and_nothing_is_missing(check: Check, town: Town) -> None:
    assert check.run(Network.of(without_ties(town.met())), SCOPE).status is Status.UNKNOWN


@pytest.mark.parametrize("state", ["with_break", "missing", "without ties", "empty"])
def test_the_proposal_turns_the_status_to_met(check: Check, town: Town, state: str) -> None:
    records = {
        "with_break": town.with_break(),
        "missing": town.missing(),
        "without ties": without_ties(town.met()),
        "empty": [],
    }[state]
    before = check.run(Network.of(records), ALL_RIGHTS)
    after = check.run(applied(before, records), ALL_RIGHTS)
    assert (before.status in BELOW, after.status) == (True, Status.MET), after.sentence.de


def test_a_proposal_says_that_it_is_one(check: Check, town: Town) -> None:
    proposal = check.run(Network.of(town.with_break()), ALL_RIGHTS).proposal
    assert proposal is not None
    assert {record.source for record in proposal.records()} == {
        f"Vorschlag zu Stellschraube {check.number} (Fahrstuhl)"
    }
    assert all(record.valid_from == DAY for record in proposal.records())


@pytest.mark.parametrize("persons", [False, True])
def test_every_witness_stands_in_the_network(check: Check, town: Town, persons: bool) -> None:
    for records in (town.met(), town.with_break(), town.missing()):
        result = check.run(Network.of(records), SCOPE.model_copy(update={"persons": persons}))
        assert {*result.witnesses_for, *result.witnesses_against} <= {record.id for record in records}
        assert result.about is None or result.about.id in {record.id for record in records}


@given(seed=st.integers(0, 1_000))
@settings(deadline=None, max_examples=15)
def test_the_order_of_the_records_changes_no_byte(seed: int) -> None:
    for number, town in TOWNS.items():
        shuffled = town.with_break()
        Random(seed).shuffle(shuffled)
        here, there = (
            CHECKS[number].run(Network.of(some), SCOPE).model_dump_json() for some in (town.with_break(), shuffled)
        )
        assert here == there


def test_persons_are_named_only_with_the_switch(check: Check, town: Town) -> None:
    persons = [record for record in town.records if isinstance(record, Person)]
    for records in (town.met(), town.with_break(), town.missing()):
        said = check.run(Network.of(records), SCOPE).model_dump_json()
        assert not any(person.id in said for person in persons)


def test_a_result_survives_json(check: Check, town: Town) -> None:
    for records in (town.met(), town.with_break(), [], without_ties(town.met())):
        result = check.run(Network.of(records), ALL_RIGHTS)
        assert Result.model_validate_json(result.model_dump_json()) == result
        assert all(text.de and text.en for text in (result.sentence, result.title, result.demand, result.definition))


def test_every_status_has_a_word_and_a_sign_of_its_own() -> None:
    assert len({label.de for label in STATUS_LABELS.values()}) == len(Status)
    assert len(set(SYMBOLS.values())) == len(Status)


@given(networks())
@settings(deadline=None, max_examples=40)
def test_any_network_is_judged_and_its_proposals_turn_it_to_met(part: Network) -> None:
    records: list[Record] = [part.node(i) for i in range(part.n)]
    records += [part.tie(j) for j in range(part.m)]
    ids = {record.id for record in records}
    for check in CHECKS.values():
        before = check.run(part, ALL_RIGHTS)
        assert {*before.witnesses_for, *before.witnesses_against} <= ids
        if before.proposal is None:
            assert before.status in (Status.MET, Status.NOT_APPLICABLE)
        else:
            after = check.run(applied(before, records), ALL_RIGHTS)
            assert after.status is Status.MET, (check.name, before.sentence.de, after.sentence.de)
