"""The combinations of target group and Sozialraum: where a group is concerned, and where a format reached it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.measures.arrays.matrices import Floats, Integers, Matrix, binary, entries
from graph.network import Mask
from graph.questions.naming import order
from graph.questions.need import needs
from graph.questions.participation_view import View
from schema.nodes import Format

HARDEST = 5
"""The highest value of how hard a group is to reach."""
MIDDLE_NEED, MIDDLE_HARD = 0.5, 3
"""What counts where the need or the difficulty is not recorded: the middle of its scale."""
NOT_REACHED, PLANNED, OPEN, REACHED = range(4)
"""States of a combination; open is one where a format is silent on whom it reached or where,
or was held in an area that overlaps."""


@dataclass(frozen=True, eq=False)
class Cells:
    """Whoever is tied to both a group and an area joins the two.

    A format reaches the group there; anything else (paper, process, office, organisation) shows that it is concerned
    there. Matrices are groups × areas, in the order of the view.
    """

    view: View

    def joined(self, by: Mask, *, overlapping: bool = False) -> Matrix:
        """Give the combinations that some nodes join, if asked those that they join through an area that overlaps."""
        with_areas = self.view.overlapping if overlapping else self.view.with_areas
        return binary(self.view.with_groups[by][:, self.view.groups].T @ with_areas[by][:, self.view.areas])

    @cached_property
    def reached(self) -> Matrix:
        """Give where which group is reached by a format that has taken place."""
        return self.joined(self.view.held)

    @cached_property
    def reached_groups(self) -> Mask:
        """Mark the target groups, among those looked at, that a format reached, wherever it was held."""
        return _any(self.view.with_groups[self.view.held][:, self.view.groups])

    @cached_property
    def concerned(self) -> tuple[Integers, Integers]:
        """List the combinations in which a group is concerned: numbers of group and area."""
        rows, columns = self.joined(~self.view.network.of_type(Format)).nonzero()
        return rows.astype(np.int64), columns.astype(np.int64)

    @cached_property
    def without_area(self) -> Mask:
        """Mark the formats that took place and do not say where, or in an area that stands for none that counts."""
        return np.asarray(self.view.held & (np.diff(self.view.with_areas.indptr) == 0), dtype=np.bool_)

    @cached_property
    def without_group(self) -> Mask:
        """Mark the formats that took place and do not say whom they reached."""
        return np.asarray(self.view.held & (np.diff(self.view.with_groups.indptr) == 0), dtype=np.bool_)

    @cached_property
    def state(self) -> Integers:
        """Give the state of each combination in which a group is concerned."""
        rows, columns = self.concerned
        anywhere = _any(self.view.with_groups[self.without_area][:, self.view.groups])
        anybody = _any(self.view.with_areas[self.without_group][:, self.view.areas])
        perhaps = self.joined(self.view.held, overlapping=True)
        planned = self.joined(self.view.subject.covering & self.view.planned)
        found = np.full(len(rows), NOT_REACHED, dtype=np.int64)
        found[entries(planned, rows, columns) > 0] = PLANNED
        found[anywhere[rows] | anybody[columns] | (entries(perhaps, rows, columns) > 0)] = OPEN
        found[entries(self.reached, rows, columns) > 0] = REACHED
        return found

    def count(self, *states: int) -> int:
        """Count the combinations in some states, among those in which a group is concerned."""
        return int(np.isin(self.state, states).sum())

    @cached_property
    def need(self) -> Floats:
        """Give the need of each area, NaN where nothing is measured."""
        return needs(self.view.network)[self.view.areas]

    @cached_property
    def hard(self) -> Floats:
        """Give how hard each group is to reach, NaN where it is not recorded."""
        known = [self.view.network.node_rows[i].get("hard_to_reach") for i in self.view.groups.tolist()]
        return np.array([np.nan if value is None else value for value in known], dtype=np.float64)

    @cached_property
    def weight(self) -> Floats:
        """Weigh each combination in which a group is concerned: need times difficulty as a share of the highest."""
        rows, columns = self.concerned
        need, hard = np.nan_to_num(self.need, nan=MIDDLE_NEED), np.nan_to_num(self.hard, nan=MIDDLE_HARD)
        return np.asarray(np.round(need[columns] * hard[rows] / HARDEST, 4), dtype=np.float64)

    @cached_property
    def ranked(self) -> Integers:
        """Give the order of the combinations in which a group is concerned, the highest weight first, then by name."""
        rows, columns = self.concerned
        group, area = (self.by_name(nodes) for nodes in (self.view.groups, self.view.areas))
        return np.lexsort((area[columns], group[rows], -self.weight)).astype(np.int64)

    def by_name(self, nodes: Integers) -> Integers:
        """Give the place of each node by name."""
        place = np.empty(len(nodes), dtype=np.int64)
        place[order(self.view.network, nodes)] = np.arange(len(nodes))
        return place

    def ends(self, k: int) -> tuple[int, int]:
        """Give the group and the area of a combination in which a group is concerned, by their positions."""
        return int(self.view.groups[self.concerned[0][k]]), int(self.view.areas[self.concerned[1][k]])

    def first(self, *states: int) -> Integers:
        """List the combinations in some states, by their numbers, the highest weight first."""
        return self.ranked[np.isin(self.state[self.ranked], states)]

    @cached_property
    def key(self) -> Integers:
        """Give each combination in which a group is concerned one number that it keeps while ties are missing."""
        return self.concerned[0] * len(self.view.areas) + self.concerned[1]


def _any(columns: Matrix) -> Mask:
    """Mark the columns in which anything stands."""
    marked = np.zeros(columns.shape[1], dtype=np.bool_)
    marked[columns.indices] = True
    return marked
