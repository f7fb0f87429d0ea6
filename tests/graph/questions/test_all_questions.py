"""What holds for every question: any network gets an answer, and the same data give the same bytes."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.network import Network
from graph.questions import QUESTIONS
from graph.questions.question import NOTHING, Question
from graph.questions.scope import Scope
from schema.catalogue import NODE_TYPES, TIE_TYPES
from schema.levels import Level
from schema.nodes import Committee, Department, Document, Organisation, Person, Sozialraum
from schema.record import Record
from schema.text import Text
from schema.ties import ActiveIn, Measured
from tests.graph.questions.town import node, tie, town

DEGENERATE: dict[str, list[Record]] = {
    "empty": [],
    "one unit": [node(Department, "Amt")],
    "isolates": [node(cls, cls.__name__) for cls in (Department, Committee, Organisation, Sozialraum, Person)],
    "documents": [node(Document, "V1"), node(Document, "V2")],
    "unknown levels": [node(Committee, "A"), node(Committee, "B")],
    "placeholders": [node(Department, "Offen", placeholder=True)],
    "no Sozialräume": [record for record in town() if not isinstance(record, Sozialraum)],
}


@pytest.fixture(params=QUESTIONS.values(), ids=list(QUESTIONS))
def question(request: pytest.FixtureRequest) -> Question:
    asked: Question = request.param
    return asked


@pytest.mark.parametrize("records", DEGENERATE.values(), ids=list(DEGENERATE))
@pytest.mark.parametrize("persons", [False, True])
def test_a_degenerate_network_gets_an_answer_that_says_what_is_unknown(
    question: Question, records: list[Record], persons: bool
) -> None:
    answer = question.ask(Network.of(records), Scope(persons=persons))
    assert answer.unknown
    assert answer.summary
    assert all(text.de and text.en for text in (*answer.summary, *answer.unknown))


def test_nothing_known_is_said_to_be_nothing(question: Question) -> None:
    assert question.ask(Network.of([])).summary == (NOTHING,)


def test_without_sozialraeume_they_are_unknown_and_not_missing(question: Question) -> None:
    answer = question.ask(Network.of(DEGENERATE["no Sozialräume"]))
    told = any("keine Sozialräume erfasst" in text.de for text in answer.unknown)
    assert told or ActiveIn not in question.counts
    assert not any("Sozialräume ohne" in text.de for text in answer.summary)


@given(seed=st.integers(0, 1_000))
@settings(deadline=None, max_examples=15)
def test_the_order_of_the_records_changes_no_byte(seed: int) -> None:
    shuffled = town()
    Random(seed).shuffle(shuffled)
    for question in QUESTIONS.values():
        assert (
            question.ask(Network.of(shuffled)).model_dump_json() == question.ask(Network.of(town())).model_dump_json()
        )


def test_other_identifiers_change_no_number(question: Question) -> None:
    def renamed(record: Record) -> Record:
        ends = {end: "z" + getattr(record, end) for end in ("start", "end") if hasattr(record, end)}
        return record.model_copy(update={"id": "z" + record.id} | ends)

    here = question.ask(Network.of(town())).model_dump(mode="json")
    there = question.ask(Network.of(renamed(record) for record in town())).model_dump(mode="json")
    assert _without_ids(here) == _without_ids(there)


def _without_ids(value: Any) -> Any:
    """Leave out identifiers and evidence, keep all names and numbers."""
    if isinstance(value, dict):
        return {key: _without_ids(part) for key, part in value.items() if key not in ("id", "evidence")}
    return [_without_ids(part) for part in value] if isinstance(value, list) else value


def test_an_isolate_more_changes_only_the_count_of_what_was_looked_at(question: Question) -> None:
    here = question.ask(Network.of(town()))
    there = question.ask(Network.of([*town(), node(Organisation, "Einsam", level=Level.LIFEWORLD)]))
    for one, other in zip(here.tables(), there.tables(), strict=True):
        assert one.findings == other.findings


def test_every_row_carries_its_evidence(question: Question) -> None:
    part = Network.of(town())
    known = {*part.ids, *(row["id"] for row in part.tie_rows)}
    for table in question.ask(part).tables():
        for finding in table.findings:
            assert set(finding.evidence) <= known
            assert finding.evidence or "ties" in type(finding).model_fields


def test_all_headings_are_said_in_both_languages(question: Question) -> None:
    for table in question.ask(Network.of(town())).tables():
        assert table.headings
        for _, heading in (*table.headings, *table.details):
            assert isinstance(heading, Text)
            assert heading.de
            assert heading.en


@st.composite
def networks(draw: st.DrawFn) -> Network:
    names = draw(st.lists(st.sampled_from(sorted(NODE_TYPES)), max_size=9))
    nodes = [node(NODE_TYPES[name], f"{name} {i}", placeholder=draw(st.booleans())) for i, name in enumerate(names)]
    ties: dict[str, Record] = {}
    for cls in TIE_TYPES.values():
        for one in nodes:
            for other in nodes:
                if one.id != other.id and cls.joins(type(one), type(other)) and draw(st.integers(0, 3)) == 0:
                    more = {"year": 2024, "value": 1.0} if cls is Measured else {}
                    made = tie(cls, one.id, other.id, **more)
                    ties[made.id] = made
    return Network.of([*nodes, *ties.values()])


@given(networks(), st.booleans(), st.booleans())
@settings(deadline=None, max_examples=40)
def test_any_network_of_any_types_gets_an_answer(part: Network, persons: bool, robust: bool) -> None:
    for question in QUESTIONS.values():
        answer = question.ask(part, Scope(persons=persons, robust=robust))
        assert answer.model_validate_json(answer.model_dump_json()) == answer
        if not persons:
            named = {part.name(int(i)) for i in part.of_type(Person).nonzero()[0]}
            assert not any(name in json.dumps(answer.model_dump(mode="json", exclude={"left_out"})) for name in named)
