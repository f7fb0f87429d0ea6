"""The stories of the examples: the way of Emden, the six patterns, the Musterkreis as its README tells it."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions.scope import Scope
from graph.stellschrauben import CHECKS
from graph.stellschrauben.checked import CheckScope, checked
from graph.stellschrauben.comparing import compare
from graph.stellschrauben.patterns import NAMES, PatternName
from graph.stellschrauben.result import Result
from graph.stellschrauben.settings import Settings
from graph.stellschrauben.status import Status
from schema.errors import UsageError
from schema.nodes import Person
from schema.record import Record
from tests.graph.stellschrauben.towns import ALL_RIGHTS, SCOPE

EXAMPLES = Path(__file__).parents[3] / "examples"
MET, PARTLY, MISSING, UNKNOWN = Status.MET, Status.PARTLY, Status.MISSING, Status.UNKNOWN
PATTERNS = {
    "jena": {2},
    "lk-zwickau": {2},
    "lk-pinneberg": {2, 5},
    "emden-fuehrung": {4},
    "lk-soemmerda": {4, 9},
    "lk-vorpommern-greifswald": {10},
}
"""Which Stellschraube each pattern is built to meet, by its README."""


@cache
def records(name: str) -> tuple[Record, ...]:
    return tuple(read_tables(EXAMPLES / name, Account()))


@cache
def results(name: str, day: date | None = None) -> dict[int, Result]:
    network = Network.of(records(name))
    return {number: check.run(network, Scope(as_of=day)) for number, check in CHECKS.items()}


def test_emden_shows_its_way() -> None:
    """A Stabsstelle with a mandate in 2015, the Basisbericht in 2017, a new Fachdienst without a mandate of its own."""
    way = [results("emden", day) for day in (date(2014, 6, 1), date(2015, 6, 1), date(2017, 12, 1), date(2026, 6, 30))]
    assert [at[1].status for at in way] == [UNKNOWN, MET, MET, PARTLY]
    assert [at[6].status for at in way] == [UNKNOWN, UNKNOWN, MET, PARTLY]
    assert "gilt aber nicht mehr" in way[3][1].sentence.de
    assert {at[10].status for at in way} == {Status.NOT_APPLICABLE}
    assert way[3][1].witnesses_against[0] == "emden/beschluss"


def test_emden_is_called_missing_only_where_the_data_speak() -> None:
    """No directive, no Leitbild and no planning round are recorded, and a way to 42 of 52 areas neither."""
    today = results("emden", date(2026, 6, 30))
    assert [number for number, result in today.items() if result.status is MISSING] == [2]
    assert {today[number].status for number in (3, 4, 5, 7, 8, 9)} == {UNKNOWN}


@pytest.mark.parametrize(("name", "built_for"), PATTERNS.items(), ids=list(PATTERNS))
def test_each_pattern_meets_its_own(name: str, built_for: set[int]) -> None:
    found = results(f"patterns/{name}")
    assert {number for number, result in found.items() if result.status is MET} == built_for
    assert not any(result.status is MISSING for result in found.values())


def test_the_musterkreis_stands_as_its_readme_tells() -> None:
    found = results("landkreis", SCOPE.as_of)
    assert {number: result.status for number, result in found.items()} == {
        1: MET, 2: PARTLY, 3: PARTLY, 4: PARTLY, 5: PARTLY, 6: MET, 7: MISSING, 8: PARTLY, 9: PARTLY, 10: PARTLY,
    }  # fmt: skip


def test_asked_for_itself_a_kommune_stands_as_it_does_alone() -> None:
    for name, kommune in (("landkreis", "musterkreis/kreis"), ("emden", "emden/stadt")):
        alone = results(name, SCOPE.as_of)
        scope = SCOPE.model_copy(update={"kommune": kommune})
        asked = {number: check.run(Network.of(records(name)), scope) for number, check in CHECKS.items()}
        assert {n: (r.status, r.sentence) for n, r in asked.items()} == {
            n: (r.status, r.sentence) for n, r in alone.items()
        }


def test_the_musterkreis_names_the_planted_gaps() -> None:
    found = results("landkreis", SCOPE.as_of)
    assert "4 von 8 Fachplanungen" in found[2].sentence.de
    assert found[7].witnesses_for[0] == "musterkreis/fp-kreis"
    assert {"musterkreis/amt-53", "musterkreis/amt-54", "musterkreis/amt-61"} == set(found[4].witnesses_against)
    assert "Schulbezirke" in found[7].sentence.de
    assert "Nur nach oben: Sozialraumkonferenz Kirschbaumen." in found[8].sentence.de
    lacking = {"falkenlohe", "grauwinkel", "kirschbaumen"}
    assert {f"musterkreis/{name}" for name in lacking} <= set(found[10].witnesses_against)


@pytest.mark.parametrize("name", ["landkreis", "emden", *(f"patterns/{name}" for name in PATTERNS)])
def test_the_proposals_turn_everything_to_met_and_no_person_is_named(name: str) -> None:
    network = Network.of(records(name))
    persons = {record.id for record in records(name) if isinstance(record, Person)}
    persons |= {record.name for record in records(name) if isinstance(record, Person)}
    for number, check in CHECKS.items():
        said = check.run(network, SCOPE).model_dump_json()
        assert not any(f'"{person}"' in said for person in persons)
        proposal = check.run(network, ALL_RIGHTS).proposal
        if proposal is not None:
            after = check.run(Network.of([*records(name), *proposal.records()]), ALL_RIGHTS)
            assert after.status is MET, (number, after.sentence.de)


@pytest.mark.parametrize(
    ("name", "kommune"), [("landkreis", "musterkreis/kreis"), ("landkreis", "Ahornrath"), ("emden", "emden/stadt")]
)
def test_a_proposal_counts_where_one_kommune_is_asked_too(name: str, kommune: str) -> None:
    scope = ALL_RIGHTS.model_copy(update={"kommune": kommune})
    for number, check in CHECKS.items():
        proposal = check.run(Network.of(records(name)), scope).proposal
        if proposal is not None:
            after = check.run(Network.of([*records(name), *proposal.records()]), scope)
            assert after.status is MET, (number, after.sentence.de)


def test_a_proposal_about_a_recorded_person_is_kept_back() -> None:
    proposal = results("landkreis", SCOPE.as_of)[4].proposal
    assert proposal is not None
    assert (proposal.withheld, proposal.entries) == (True, ())
    shown = CHECKS[4].run(Network.of(records("landkreis")), ALL_RIGHTS).proposal
    assert shown is not None
    assert len(shown.records()) == 3


def test_two_days_compared_tell_what_moved() -> None:
    before, after = results("emden", date(2014, 6, 1)), results("emden", date(2017, 12, 1))
    moved = {one.number: one for one in compare(before.values(), after.values()) if one.moved}
    assert set(moved) == {1, 6}
    assert moved[6].label.de == "unbekannt → erfüllt"
    assert "emden/basisbericht" in moved[6].gained
    assert compare(after.values(), after.values())[0].label.en == "as before: met"


def test_a_pattern_read_into_the_same_store_can_be_compared_with() -> None:
    network = Network.of([*records("emden"), *records("patterns/jena")])
    names = {"kommune": "Musterstadt (nach der Stadt Emden)", "against_kommune": "Stadt Jena (Illustration)"}
    scope = CheckScope(as_of=date(2026, 6, 30), **names)
    found = checked(lambda number, asked: CHECKS[number].run(network, asked), CHECKS, scope)
    of_emden = results("emden", date(2026, 6, 30))
    assert [result.status for result in found.results] == [result.status for result in of_emden.values()]
    bundled = found.differences[1]
    assert (bundled.before, bundled.after) == (MET, MISSING)
    assert "5 von 6 Fachplanungen" in bundled.sentence_before.de


@pytest.mark.parametrize("name", NAMES)
def test_what_a_pattern_has_that_the_musterkreis_lacks(name: PatternName) -> None:
    network = Network.of(records("landkreis"))
    scope = CheckScope(as_of=date(2026, 6, 30), against_pattern=name)
    found = checked(lambda number, asked: CHECKS[number].run(network, asked), CHECKS, scope)
    assert {one.number for one in found.differences} == PATTERNS[name]
    assert {one.before for one in found.differences} == {MET}
    ours = {result.number: result.status for result in found.results}
    assert {one.number: one.after for one in found.differences} == {n: ours[n] for n in PATTERNS[name]}
    assert found.compared_with is not None
    assert "eigene Illustration" in found.compared_with.de


def test_the_thresholds_can_be_set() -> None:
    network = Network.of(records("landkreis"))
    milder = Settings(dezernat_met=0.5, leaders_partly=0.75, steps=1)
    statuses = {number: CHECKS[number].run(network, SCOPE, milder).status for number in (2, 4, 8)}
    assert statuses == {2: MET, 4: MISSING, 8: MISSING}


def test_the_environment_sets_thresholds_and_the_result_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network.of(records("landkreis"))
    usual = CHECKS[2].run(network, SCOPE)
    monkeypatch.setenv("FAHRSTUHL_CHECK_DEZERNAT_MET", "0.5")
    milder = CHECKS[2].run(network, SCOPE)
    assert (usual.status, milder.status) == (PARTLY, MET)
    assert milder.definition.de == f"{usual.definition.de} Eigene Schwellen: Fachplanungen unter einem Dezernat 0,5."
    monkeypatch.setenv("FAHRSTUHL_CHECK_DEZERNAT_MET", "viel")
    with pytest.raises(UsageError, match="FAHRSTUHL_CHECK_DEZERNAT_MET"):
        CHECKS[2].run(network, SCOPE)
