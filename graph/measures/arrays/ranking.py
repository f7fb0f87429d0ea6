"""Ranks: from values to places, equal values in equal places.

By NumPy alone: SciPy's ranks are the same, but its statistics take longer to load than most answers to compute.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Floats, Integers

DIGITS = 9
"""Values that differ only beyond this many digits are equal, so that the order of addition changes no rank."""


def places(values: npt.ArrayLike) -> Integers:
    """Give the places 1, 2, 2, 4 of values, the highest first.

    >>> places([5, 3, 3, 1]).tolist()
    [1, 2, 2, 4]
    """
    at, last, equal = _counted(-np.round(np.asarray(values, dtype=np.float64), DIGITS))
    return np.asarray((last - equal + 1)[at], dtype=np.int64)


def ascending(values: npt.ArrayLike) -> Floats:
    """Give the ranks 1, 2.5, 2.5, 4 of values, the lowest first; equal values share the mean.

    >>> ascending([1, 3, 3, 5]).tolist()
    [1.0, 2.5, 2.5, 4.0]
    """
    at, last, equal = _counted(np.asarray(values, dtype=np.float64))
    return np.asarray((last - (equal - 1) / 2)[at], dtype=np.float64)


def _counted(values: npt.NDArray[np.floating[Any]]) -> tuple[Integers, Integers, Integers]:
    """Give for each value its place among the distinct ones, and for those the last rank and how many are equal."""
    _, at, equal = np.unique(values, return_inverse=True, return_counts=True)
    return at, np.cumsum(equal), equal


def mean_rank(columns: Sequence[npt.ArrayLike]) -> Floats:
    """Give the mean over several columns of each row's rank in the column (highest = 1, equal values share the mean).

    A NaN counts as the lowest value. Rounded to six digits.

    >>> mean_rank([[5, 3, 1], [0, 2, 2]]).tolist()
    [2.0, 1.75, 2.25]
    """
    filled = [np.nan_to_num(np.asarray(column, dtype=np.float64), nan=-np.inf, neginf=-np.inf) for column in columns]
    ranked = [ascending(-np.round(column, DIGITS)) for column in filled]
    return np.asarray(np.round(np.mean(ranked, axis=0), 6), dtype=np.float64)
