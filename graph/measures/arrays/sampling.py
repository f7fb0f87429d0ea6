"""Estimates: what is measured from a sample of sources, with the error that this brings."""

from dataclasses import dataclass

import numpy as np

from graph.measures.arrays.matrices import Floats, Integers


@dataclass(frozen=True, eq=False)
class Estimate:
    """A value for each node, from so many `sources`, with its estimated standard error; exact where all were used."""

    values: Floats
    errors: Floats
    sources: int

    @property
    def exact(self) -> bool:
        """Say whether nothing was estimated."""
        return self.sources >= len(self.values)


def drawn_sources(n: int, sample: int, seed: int | None) -> Integers:
    """Draw so many of `n` nodes at random without repetition; all, in order, where the sample is not smaller."""
    if sample >= n:
        return np.arange(n)
    return np.sort(np.random.default_rng(seed).choice(n, size=sample, replace=False)).astype(np.int64)
