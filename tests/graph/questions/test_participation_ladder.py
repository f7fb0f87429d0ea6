from datetime import date
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.questions.participation import Participation, participation
from graph.questions.participation_ladder import (
    CLIMBING,
    LARGE_FIRST,
    ONLY_ONE,
    SAME_SIZE,
    UNKNOWN,
    UP_AND_DOWN,
    Ladder,
    verdict,
)
from graph.questions.scope import AboutScope
from schema.nodes import Format, Process, TargetGroup
from schema.record import Record
from schema.text import Text
from schema.ties import Feeds, Reaches
from tests.graph.questions.town import network, node, tie


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((), UNKNOWN),
        ((12,), ONLY_ONE),
        ((0, 0), SAME_SIZE),
        ((12, 23), CLIMBING),
        ((12, 12, 23), CLIMBING),
        ((412, 84, 96), LARGE_FIRST),
        ((96, 31, 96), LARGE_FIRST),
        ((12, 96, 31), UP_AND_DOWN),
        ((31, 12, 96), UP_AND_DOWN),
    ],
)
def test_the_verdicts(sizes: tuple[int, ...], expected: Text) -> None:
    assert verdict(sizes) == expected


@given(st.lists(st.integers(0, 10_000), min_size=2, unique=True))
def test_sorted_upwards_it_climbs_and_turned_round_large_came_first(sizes: list[int]) -> None:
    assert verdict(sorted(sizes)) == CLIMBING
    assert verdict(sorted(sizes, reverse=True)) == LARGE_FIRST


def ladders(*more: Record) -> dict[str, Ladder]:
    groups = (node(TargetGroup, "Kinder"), node(Process, "Runde"))
    part = network(*groups, *more)
    answer = cast(Participation, participation.ask(part, AboutScope(as_of=date(2026, 6, 30))))
    return {row.matter.name: row for row in answer.ladder}


def step(id: str, held_on: date | None, size: int | None) -> tuple[Record, ...]:
    return (
        node(Format, id, held_on=held_on, size=size),
        tie(Reaches, id, "Kinder"),
        tie(Feeds, id, "Runde"),
    )


def test_formats_stand_in_order_of_date_for_the_group_and_the_process() -> None:
    found = ladders(*step("Konferenz", date(2026, 3, 1), 80), *step("Gespräch", date(2026, 1, 1), 4))
    assert set(found) == {"Kinder", "Runde"}
    for row in found.values():
        assert (row.verdict, row.sizes.de) == (CLIMBING, "4 → 80")
        assert [ref.name for ref in row.formats] == ["Gespräch", "Konferenz"]
        assert (row.first, row.last) == (date(2026, 1, 1), date(2026, 3, 1))


def test_of_one_day_the_smaller_counts_as_the_earlier() -> None:
    found = ladders(*step("A", date(2026, 1, 1), 80), *step("B", date(2026, 1, 1), 4))
    assert found["Kinder"].verdict == CLIMBING


def test_formats_without_date_or_size_are_counted_apart() -> None:
    found = ladders(*step("A", None, 80), *step("B", date(2026, 1, 1), None), *step("C", date(2026, 2, 1), 5))
    assert (found["Kinder"].verdict, found["Kinder"].left_out) == (ONLY_ONE, 2)
    alone = ladders(*step("A", None, 80))["Runde"]
    assert (alone.verdict, alone.sizes.de, alone.formats) == (UNKNOWN, "–", ())
    assert "A" in alone.evidence


def test_large_before_small_stands_first_and_is_said() -> None:
    more = (*step("Konferenz", date(2026, 1, 1), 80), *step("Gespräch", date(2026, 3, 1), 4))
    answer = cast(Participation, participation.ask(network(node(TargetGroup, "Kinder"), node(Process, "Runde"), *more)))
    assert {row.verdict for row in answer.ladder} == {LARGE_FIRST}
    told = "Groß vor klein: Das größte Format stand am Anfang bei „Kinder“ und „Runde“."
    assert told in [text.de for text in answer.summary]
