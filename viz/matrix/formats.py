"""Target group × Sozialraum: which formats took place there and reach the group."""

from dataclasses import dataclass

import numpy as np

from graph.measures.arrays.matrices import Matrix, binary, matrix, ordered
from graph.network import Mask, Network
from graph.questions.contacts import Contacts
from graph.questions.hierarchy import inside
from graph.questions.naming import listing
from schema.nodes import Format, Sozialraum, TargetGroup
from schema.text import Text
from schema.ties import HeldIn, Reaches, TakesPart
from viz.matrix.grid import Counts, ties_between

BY_FORMATS = Text("Formate: {names}", "Formats: {names}")


@dataclass(frozen=True, eq=False)
class Formats:
    """Which target group each format reaches (`into`, group × format) and where it took place (`at`)."""

    network: Network
    counted: Mask
    into: Matrix
    at: Matrix

    @classmethod
    def of(cls, network: Network) -> "Formats":
        """Find the formats; a target group is reached by a format, or takes part in it."""
        real, n = ~network.placeholder, (network.n, network.n)
        start, end = network.start, network.end
        group, area, form = (real & network.of_type(each) for each in (TargetGroup, Sozialraum, Format))
        joins = network.with_verb(TakesPart) & group[start] & form[end]
        reaches = network.with_verb(Reaches) & form[start] & group[end]
        held = network.with_verb(HeldIn) & form[start] & area[end]
        into = matrix(start[joins], end[joins], n) + matrix(end[reaches], start[reaches], n)
        return cls(network, joins | reaches | held, binary(into), binary(matrix(start[held], end[held], n)))

    def between(self, i: int, j: int) -> list[int]:
        """List the formats by which a group is reached in an area."""
        return [int(f) for f in inside(self.into, i) if j in inside(self.at, int(f))]


def groups_areas(network: Network) -> Counts:
    """Count the formats for each target group in each Sozialraum that counts for itself or had a format."""
    found = Formats.of(network)
    ties, counts = ties_between(network, found.counted), ordered(found.into @ found.at)

    def witness(i: int, j: int) -> tuple[str, ...]:
        ends = [((i, f), (f, i), (f, j)) for f in found.between(i, j)]
        return tuple(
            id for e in ends for id in (network.ids[e[1][0]], *(tie for pair in e for tie in ties.get(pair, ())))
        )

    def told(i: int, j: int) -> tuple[Text, ...]:
        return (BY_FORMATS.format(names=listing(sorted(network.name(f) for f in found.between(i, j)))),)

    group = network.of_type(TargetGroup) & ~network.placeholder
    area = Contacts.of(network, persons=False).own_area | (counts.sum(axis=0) > 0)
    return Counts(np.flatnonzero(group).astype(np.int64), np.flatnonzero(area).astype(np.int64), counts, witness, told)
