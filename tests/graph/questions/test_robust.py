"""The check by missing ties: seeded, counted, within bounds, and never of what does not count."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.questions import QUESTIONS
from graph.questions.answer import Ranked
from graph.questions.robust import SHARES, first, runs, stay, thinned
from graph.questions.scope import Scope
from tests.graph.questions.town import network


@given(st.lists(st.booleans(), min_size=1, max_size=60))
@settings(deadline=None)
def test_each_run_loses_its_share_of_the_ties_that_count(marked: list[bool]) -> None:
    counted, lost_in_run = np.array(marked), []

    def trial(lost: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> dict[str, int]:
        assert not (lost & ~counted).any()
        lost_in_run.append(int(lost.sum()))
        return {"lost": lost_in_run[-1]}

    n = int(counted.sum())
    if not n:
        return
    found = thinned(counted, trial, lambda done, of: None)  # noqa: ARG005
    assert lost_in_run == [round(share * n) for share in SHARES for _ in range(found.runs)]
    assert found.spreads["lost"].interval(0, 1).low == round(0.2 * n)


def test_progress_is_told_for_every_run_and_large_networks_get_fewer() -> None:
    told: list[tuple[int, int]] = []
    found = thinned(
        np.ones(5, dtype=np.bool_), lambda lost: {"n": lost.sum()}, lambda done, of: told.append((done, of))
    )
    assert told == [(nth, 20) for nth in range(20)]
    assert found.runs == 10
    assert [runs(5_000), runs(12_000), runs(100_000)] == [10, 6, 2]


def test_first_places() -> None:
    before, after = np.array([1, 2, 2, 4, 5, 6]), np.array([6, 1, 2, 3, 4, 5])
    assert first(before) == 5
    assert stay(before, after) == 4


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_same_question_gets_the_same_intervals_and_its_ranks_lie_in_the_ranking(name: str) -> None:
    question, part = QUESTIONS[name], network()
    answer = question.ask(part)
    assert answer.model_dump_json() == question.ask(part).model_dump_json()
    for table in answer.tables():
        for row in table.findings:
            if isinstance(row, Ranked):
                assert row.rank_10 is not None
                assert row.rank_20 is not None
                assert 1 <= row.rank_20.low <= row.rank_20.high
    assert question.ask(part, Scope(robust=False)).robustness is None
