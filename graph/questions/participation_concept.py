"""By which ways target groups are reached: formats, intermediary instances, other organisations."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.measures.arrays.matrices import Matrix, binary, matrix, ordered
from graph.network import Mask
from graph.questions.participation_view import View
from schema.nodes import NODES, Committee, Format, Organisation, Sozialraum
from schema.ties import ACTORS, ActiveIn, Reaches, ResponsibleFor, TakesPart, Tie


@dataclass(frozen=True, eq=False)
class Concept:
    """Who reaches which group by which way; patterns are n × n, by position."""

    view: View

    @cached_property
    def intermediary(self) -> Mask:
        """Mark the intermediary instances: recorded as such, or of a kind that is one."""
        network = self.view.network
        marked = np.zeros(network.n, dtype=np.bool_)
        for i in np.flatnonzero(network.of_type(Organisation, Committee) & ~network.placeholder):
            row, kinds = network.node_rows[i], NODES[network.node_type[i]].kinds
            stated = any(kind.intermediary for kind in kinds if kind.name == row.get("kind"))
            marked[i] = stated or bool(row.get("intermediary"))
        return marked

    @cached_property
    def takes_part(self) -> Matrix:
        """Give which actor takes part in which format."""
        network = self.view.network
        ends = network.of_type(*ACTORS)[network.start] & network.of_type(Format)[network.end]
        return self._pattern(network.with_verb(TakesPart) & ends)

    @cached_property
    def taken_part_by(self) -> Matrix:
        """Give in which format which actor takes part."""
        return ordered(self.takes_part.T)

    @cached_property
    def speaks_for(self) -> Matrix:
        """Give who has to do with which group: reaches it, is in charge of it, or takes part in a format for it."""
        return binary(self.view.with_groups + self.takes_part @ self.view.with_groups)

    @cached_property
    def spoken_for_by(self) -> Matrix:
        """Give which group has to do with whom."""
        return ordered(self.speaks_for.T)

    @cached_property
    def present_in(self) -> Matrix:
        """Give who is active in or in charge of which Sozialraum."""
        network = self.view.network
        there = network.with_verb(ActiveIn, ResponsibleFor) & network.of_type(Sozialraum)[network.end]
        return self._pattern(there)

    def _pattern(self, ties: Mask) -> Matrix:
        network, counted = self.view.network, ties & self.view.left
        return binary(matrix(network.start[counted], network.end[counted], (network.n, network.n)))

    @cached_property
    def having_to_do_with(self) -> Matrix:
        """Give which group has a tie of its own to whom."""
        return ordered(self.view.with_groups.T)

    @cached_property
    def _reached_by(self) -> Matrix:
        return self._to_groups(Reaches)

    @cached_property
    def _in_charge(self) -> Matrix:
        return self._to_groups(ResponsibleFor)

    def _to_groups(self, verb: type[Tie]) -> Matrix:
        """Give which group stands at the end of a tie of some type from whom."""
        return ordered(self._pattern(self.view.to_group & self.view.network.with_verb(verb)).T)

    def formats_for(self, group: int, *, planned: bool = False) -> list[int]:
        """List the formats that reached a group, or are planned to."""
        return listed(self.having_to_do_with, group, self.view.subject.covering & (self.view.planned == planned))

    def intermediaries_for(self, group: int) -> list[int]:
        """List the intermediary instances that speak for a group."""
        return listed(self.spoken_for_by, group, self.intermediary)

    def organisations_for(self, group: int) -> list[int]:
        """List the other organisations that reach a group by themselves."""
        other = self.view.network.of_type(Organisation) & ~self.intermediary
        return listed(self._reached_by, group, other)

    def responsible_for(self, group: int) -> list[int]:
        """List the units and organisations in charge of a group."""
        return listed(self._in_charge, group, ~self.view.network.placeholder)

    def with_whom(self, formats: list[int]) -> list[int]:
        """List the actors that take part in some formats; persons only where they may be named."""
        return sorted({i for held in formats for i in listed(self.taken_part_by, held, self.view.contacts.actor)})


def listed(pattern: Matrix, i: int, among: Mask) -> list[int]:
    """List the marked nodes in a row of a pattern."""
    found = pattern.indices[pattern.indptr[i] : pattern.indptr[i + 1]]
    return [int(k) for k in found[among[found]]]
