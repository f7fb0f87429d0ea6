"""Who stands behind each combination of target group and Sozialraum: who shows it, who reached it, who has access."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.measures.arrays.matrices import Matrix, ordered
from graph.network import Mask
from graph.questions.participation_cells import Cells
from graph.questions.participation_concept import Concept, listed
from graph.questions.participation_view import TO_AREA, TO_GROUP
from schema.nodes import Organisation


@dataclass(frozen=True, eq=False)
class Coverage:
    """Who stands behind each combination."""

    cells: Cells
    concept: Concept

    @cached_property
    def _of_area(self) -> Matrix:
        return ordered(self.cells.view.with_areas.T)

    @cached_property
    def _overlapping(self) -> Matrix:
        return ordered(self.cells.view.overlapping.T)

    def joining(self, group: int, area: int, among: Mask) -> list[int]:
        """List the marked nodes that have to do with both."""
        there = set(listed(self._of_area, area, among))
        return [i for i in listed(self.concept.having_to_do_with, group, among) if i in there]

    def access(self, group: int, area: int) -> list[int]:
        """List who is present in the area and reaches the group, and the intermediary instances there."""
        reaching = set(listed(self.concept.spoken_for_by, group, self._speaking))
        near = listed(self._of_area, area, self._speaking)
        return [i for i in near if i in reaching or self.concept.intermediary[i]]

    @cached_property
    def _speaking(self) -> Mask:
        return self.concept.intermediary | self.cells.view.network.of_type(Organisation)

    def silent_on_area(self, group: int, area: int) -> list[int]:
        """List the formats for a group that do not say where they were held, or only in an area that overlaps."""
        overlapping = set(listed(self._overlapping, area, self.cells.view.held))
        found = listed(self.concept.having_to_do_with, group, self.cells.view.held)
        return [i for i in found if i in overlapping or self.cells.without_area[i]]

    def silent_on_group(self, area: int) -> list[int]:
        """List the formats in an area that do not say whom they reached."""
        return listed(self._of_area, area, self.cells.without_group)

    def evidence(self, nodes: Iterable[int], group: int, area: int) -> tuple[str, ...]:
        """Name some nodes and the ties by which they have to do with the group and with the area."""
        found, view = list(nodes), self.cells.view
        ends = {group, *listed(self._covering, area, np.ones(view.network.n, dtype=np.bool_))}
        ties = (int(j) for i in found for j in view.network.ties_from(i, *TO_GROUP, *TO_AREA))
        return view.evidence([group, area, *found], (j for j in ties if int(view.network.end[j]) in ends))

    @cached_property
    def _covering(self) -> Matrix:
        """Give for which area which areas stand."""
        return ordered(self.cells.view.cover.T)
