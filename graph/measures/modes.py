"""From a two-mode NetworkX graph to the matrix of members by groups, and back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic

import networkx as nx
import numpy as np

from graph.measures.arrays.matrices import Integers, Matrix, ordered, skeleton
from graph.measures.arrays.two_mode_positions import ByMode
from graph.measures.graphs import Drawn, N
from schema.errors import UnmeasurableError
from schema.text import Text


@dataclass(frozen=True, eq=False)
class Modes(Generic[N]):
    """A two-mode graph in arrays: `belongs[i, g]` = 1 where `members[i]` is tied to `groups[g]`."""

    nodes: tuple[N, ...]
    members: tuple[N, ...]
    groups: tuple[N, ...]
    belongs: Matrix

    @classmethod
    def of(cls, B: "nx.Graph[N]", nodes: Iterable[N]) -> "Modes[N]":
        """Read a graph of which `nodes` are one mode, all others the second; direction and loops do not count.

        Raises UnmeasurableError for a node that is not there and for a tie within a mode.
        """
        drawn = Drawn.of(B)
        chosen = drawn.positions(dict.fromkeys(nodes))
        others = np.setdiff1d(np.arange(len(drawn.nodes)), chosen)
        ties = skeleton(drawn.arcs)
        for mode in (chosen, others):
            _refuse_ties_within(drawn, ties, mode)
        members, groups = (tuple(drawn.nodes[i] for i in mode.tolist()) for mode in (chosen, others))
        return cls(drawn.nodes, members, groups, ordered(ties[chosen, :][:, others]))

    def sizes(self, some: Integers) -> dict[N, int]:
        """Give the size of some groups."""
        size = np.bincount(self.belongs.indices, minlength=len(self.groups))
        return {self.groups[g]: int(size[g]) for g in some.tolist()}

    def by_node(self, values: ByMode) -> dict[N, float]:
        """Give the values of both modes in the order of the graph's nodes."""
        found: dict[Any, float] = dict(zip(self.members, values.members.tolist(), strict=True))
        found.update(zip(self.groups, values.groups.tolist(), strict=True))
        return {node: found[node] for node in self.nodes}


def _refuse_ties_within(drawn: Drawn[N], ties: Matrix, mode: Integers) -> None:
    a, b = ties[mode, :][:, mode].nonzero()
    if len(a):
        raise UnmeasurableError(
            Text(
                "{a!r} und {b!r} sind verbunden, stehen aber auf derselben Seite.",
                "{a!r} and {b!r} are tied but stand in the same mode.",
            ).format(a=drawn.nodes[mode[a[0]]], b=drawn.nodes[mode[b[0]]]),
            Text(
                "`nodes` muss genau eine der beiden Seiten nennen, etwa alle Personen; Verbindungen gibt es nur "
                "zwischen den Seiten.",
                "`nodes` has to name exactly one mode, say all persons; ties run from one mode to the other only.",
            ),
        )
