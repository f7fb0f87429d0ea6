"""Ranks: from values to places, equal values in equal places."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.stats import rankdata

from graph.measures.arrays.matrices import Floats, Integers

DIGITS = 9
"""Values that differ only beyond this many digits are equal, so that the order of addition changes no rank."""


def places(values: npt.ArrayLike) -> Integers:
    """Give the places 1, 2, 2, 4 of values, the highest first.

    >>> places([5, 3, 3, 1]).tolist()
    [1, 2, 2, 4]
    """
    return rankdata(-np.round(np.asarray(values, dtype=np.float64), DIGITS), method="min").astype(np.int64)


def mean_rank(columns: Sequence[npt.ArrayLike]) -> Floats:
    """Give the mean over several columns of each row's rank in the column (highest = 1, equal values share the mean).

    A NaN counts as the lowest value. Rounded to six digits.

    >>> mean_rank([[5, 3, 1], [0, 2, 2]]).tolist()
    [2.0, 1.75, 2.25]
    """
    filled = [np.nan_to_num(np.asarray(column, dtype=np.float64), nan=-np.inf, neginf=-np.inf) for column in columns]
    ranked = [rankdata(-np.round(column, DIGITS)) for column in filled]
    return np.asarray(np.round(np.mean(ranked, axis=0), 6), dtype=np.float64)
