"""Target group × Sozialraum: which formats reach the group there, and where it is concerned and none does."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.measures.arrays.matrices import Matrix, ordered
from graph.network import Network
from graph.questions.naming import listing
from graph.questions.participation_cells import NOT_REACHED, OPEN, PLANNED, Cells
from graph.questions.participation_view import View
from schema.text import Text
from viz.matrix.grid import Counts, Mark, ties_between

BY_FORMATS = Text("Formate: {names}", "Formats: {names}")
MARKS = {
    NOT_REACHED: Mark("!", Text("betroffen, von keinem Format erreicht", "concerned, reached by no format")),
    PLANNED: Mark("+", Text("betroffen, ein Format ist geplant", "concerned, a format is planned")),
    OPEN: Mark("?", Text("offen: ein Format sagt nicht, wen oder wo", "open: a format does not say whom or where")),
}
"""What is said of a combination in which the group is concerned and that no format is known to have reached."""


@dataclass(frozen=True, eq=False)
class Formats:
    """The combinations as `participation` sees them, with the formats and the ties behind each."""

    cells: Cells

    @property
    def view(self) -> View:
        """Give who has to do with which group and which area."""
        return self.cells.view

    @cached_property
    def counts(self) -> Matrix:
        """Count the formats that took place, groups × areas, by the positions of the network."""
        held = self.view.held
        return ordered(self.view.with_groups[held].T @ self.view.with_areas[held])

    def between(self, i: int, j: int) -> list[int]:
        """List the formats by which a group is reached in an area."""
        both = (self.view.with_groups[:, [i]] > 0).multiply(self.view.with_areas[:, [j]] > 0)
        return [int(f) for f in np.unique(both.nonzero()[0]) if self.view.held[f]]

    @cached_property
    def _ties(self) -> dict[tuple[int, int], tuple[str, ...]]:
        return ties_between(self.view.network, self.view.to_group | self.view.to_area)

    def evidence(self, i: int, j: int) -> tuple[str, ...]:
        """Name the formats, and the ties by which each has to do with the group and with the area or one of it."""
        there = [int(a) for a in self.view.cover[:, [j]].nonzero()[0]]
        found: list[str] = []
        for f in self.between(i, j):
            ends = [(f, i), (i, f), *((f, a) for a in there)]
            found += [self.view.network.ids[f], *(id for pair in ends for id in self._ties.get(pair, ()))]
        return tuple(dict.fromkeys(found))

    def told(self, i: int, j: int) -> tuple[Text, ...]:
        """Name the formats in words."""
        return (BY_FORMATS.format(names=listing(sorted(self.view.network.name(f) for f in self.between(i, j)))),)

    def marks(self) -> dict[tuple[int, int], Mark]:
        """Mark the combinations in which the group is concerned and that no format is known to have reached."""
        states = self.cells.state.tolist()
        return {self.cells.ends(k): MARKS[state] for k, state in enumerate(states) if state in MARKS}


def groups_areas(network: Network, *, persons: bool) -> Counts:
    """Count the formats for each target group in each Sozialraum that counts for itself."""
    found = Formats(Cells(View.of(network, persons, None)))
    return Counts(found.view.groups, found.view.areas, found.counts, found.evidence, found.told, found.marks())
