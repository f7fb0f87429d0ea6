"""Counts between nodes, with the records behind each of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from graph.measures.arrays.matrices import Integers, Matrix
from graph.network import Mask, Network
from schema.text import Text

Witness = Callable[[int, int], tuple[str, ...]]
"""From the positions of two nodes to the ids of the records behind their count."""
Told = Callable[[int, int], tuple[Text, ...]]
"""From the positions of two nodes to sentences that stand beside the evidence."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One letter for a cell without a number, and what it means."""

    letter: str
    meaning: Text


@dataclass(frozen=True, eq=False)
class Counts:
    """The counts between nodes (n × n), which nodes stand in rows and columns, and what speaks for each count."""

    rows: Integers
    columns: Integers
    counts: Matrix
    witness: Witness
    told: Told = lambda _, __: ()
    marks: Mapping[tuple[int, int], Mark] = field(default_factory=dict)
    """What is said of pairs without a number."""


def ties_between(network: Network, counted: Mask) -> dict[tuple[int, int], tuple[str, ...]]:
    """Name the marked ties by their ends."""
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for j in np.flatnonzero(counted):
        ends = int(network.start[j]), int(network.end[j])
        found[ends] = (*found.get(ends, ()), str(network.tie_rows[j]["id"]))
    return found
