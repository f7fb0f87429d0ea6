"""Ranks against SciPy's, which serve as the reference."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import rankdata, spearmanr

from graph.measures.arrays.ranking import ascending, places
from graph.questions.rank_checks import alike

VALUES = st.lists(st.integers(-3, 3) | st.floats(-1e6, 1e6), max_size=30)


@given(VALUES)
def test_ranks_are_those_of_scipy(values: list[float]) -> None:
    assert ascending(values).tolist() == rankdata(values).tolist()
    assert places(values).tolist() == rankdata(-np.round(np.asarray(values, np.float64), 9), method="min").tolist()


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=30))
def test_likeness_of_ranks_is_that_of_scipy(pairs: list[tuple[int, int]]) -> None:
    before, after = zip(*pairs, strict=True)
    if len(set(before)) > 1 and len(set(after)) > 1:
        assert abs(alike(before, after) - spearmanr(before, after).statistic) < 1e-12
