"""What the picture needs to know of a network, read once: who is part of whom, who has how many contacts, who is first.

Rights, dates and persons are cut before: what is not to be seen is not in here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from graph.network import LEVEL_CODES, NO_LEVEL, Network
from schema.levels import Level
from schema.nodes import NODES, Department, Kommune, Node
from schema.text import Text, verbatim
from schema.ties import TIES, ActiveIn, PartOf
from viz.levels.marks import Marks

CONTACTS = tuple(tie for tie in TIES if tie.contact)
"""The tie types through which two deal with each other; only they are drawn."""
Rank = tuple[bool, bool, bool, int, str, str]


@dataclass(frozen=True)
class Reading:
    """A network with what follows from it for the picture; positions are those of the network."""

    network: Network
    marks: Marks

    @cached_property
    def contact(self) -> npt.NDArray[np.int64]:
        """Give the positions of the ties that count as contact, without those of placeholders and of matters."""
        held = self.network.placeholder | (self.network.level == NO_LEVEL)
        free = ~(held[self.network.start] | held[self.network.end])
        return np.flatnonzero(self.network.with_verb(*CONTACTS) & free)

    @cached_property
    def ties(self) -> npt.NDArray[np.int64]:
        """Count the contact ties of each node."""
        found = np.zeros(self.network.n, dtype=np.int64)
        for side in (self.network.start, self.network.end):
            np.add.at(found, side[self.contact], 1)
        return found

    @cached_property
    def weight(self) -> npt.NDArray[np.int64]:
        """Sum the pieces of evidence of the contact ties of each node."""
        found = np.zeros(self.network.n, dtype=np.int64)
        for side in (self.network.start, self.network.end):
            np.add.at(found, side[self.contact], self.network.count[self.contact])
        return found

    @cached_property
    def parent(self) -> npt.NDArray[np.int64]:
        """Give the node that each is part of, -1 for none; of several, one of its own type comes first."""
        found = np.full(self.network.n, -1, dtype=np.int64)
        part = np.flatnonzero(self.network.with_verb(PartOf))
        types = self.network.node_type
        for own_type in (True, False):
            for j in part:
                start, end = int(self.network.start[j]), int(self.network.end[j])
                if found[start] < 0 and (types[start] == types[end]) is np.bool_(own_type):
                    found[start] = end
        return found

    @cached_property
    def children(self) -> Mapping[int, list[int]]:
        """Give the nodes that are part of each, in order of position."""
        found = defaultdict[int, list[int]](list)
        for i, above in enumerate(self.parent):
            if above >= 0:
                found[int(above)].append(i)
        return found

    def line(self, i: int) -> tuple[int, ...]:
        """Give what a node is part of, step by step upwards; a circle in the data ends where it closes."""
        found: list[int] = []
        seen = {i}
        while (i := int(self.parent[i])) >= 0 and i not in seen:
            found.append(i)
            seen.add(i)
        return tuple(found)

    def below(self, i: int) -> tuple[int, ...]:
        """Give a node and all of its own type that is part of it, the node first."""
        found, seen = [i], {i}
        for each in found:
            for child in self.children.get(each, ()):
                if child not in seen and self.network.node_type[child] == self.network.node_type[i]:
                    seen.add(child)
                    found.append(child)
        return tuple(found)

    @cached_property
    def kommunen(self) -> tuple[int, ...]:
        """Give the positions of the Kommunen."""
        return tuple(int(i) for i in np.flatnonzero(self.network.of_type(Kommune)))

    @cached_property
    def home(self) -> int | None:
        """Give the Kommune whose house is drawn: the one cut to, else the one with most Kommunen, then most parts."""
        named = self.network.index.get(self.network.kommune or "")
        if named is not None or not self.kommunen:
            return named
        inside = dict.fromkeys(self.kommunen, 0)
        for i in range(self.network.n):
            for above in self.line(i):
                if above in inside:
                    inside[above] += 1
        return max(self.kommunen, key=lambda k: (len(self.below(k)), inside[k], -k))

    def kommune_of(self, i: int) -> int | None:
        """Give the nearest Kommune that a node is part of; None where the data do not say."""
        return next((above for above in self.line(i) if self.is_a(above, Kommune)), None)

    def is_a(self, i: int, *types: type[Node]) -> bool:
        """Say whether a node is of one of the types."""
        return NODES[self.network.node_type[i]] in types

    def level(self, i: int) -> Level | None:
        """Say on which level a node stands; None for a matter."""
        code = int(self.network.level[i])
        return next((level for level, known in LEVEL_CODES.items() if known == code), None)

    def on(self, level: Level) -> list[int]:
        """Give the nodes of a level, without placeholders, the first in rank first."""
        chosen = np.flatnonzero((self.network.level == LEVEL_CODES[level]) & ~self.network.placeholder)
        return self.ranked(int(i) for i in chosen)

    def kind(self, i: int) -> str | None:
        """Give a node's kind, as its source spells it."""
        found = self.network.node_rows[i].get("kind")
        return str(found) if found else None

    def type(self, i: int) -> Text:
        """Name a node's kind, else its type; in English the gloss of a known kind."""
        cls: type[Node] = NODES[self.network.node_type[i]]
        kind = self.kind(i)
        if kind is None:
            return cls.label
        return next((Text(known.name, known.gloss) for known in cls.kinds if known.name == kind), verbatim(kind))

    def rank(self, i: int) -> Rank:
        """Give the sort key by which the first come first.

        Those new in a scenario, marked ones, key actors and agencies, those with most evidence, then by name.
        """
        row = self.network.node_rows[i]
        key = bool(row.get("key_actor") or row.get("agency") or row.get("intermediary"))
        return (
            not self.is_new(i),
            self.network.ids[i] not in self.marks.multipliers,
            not key,
            -int(self.weight[i]),
            self.network.name(i),
            self.network.ids[i],
        )

    def is_new(self, i: int) -> bool:
        """Say whether a node is there only because a scenario is tried."""
        return self.network.before is not None and self.network.ids[i] not in self.network.before.index

    def ranked(self, nodes: Iterable[int]) -> list[int]:
        """Sort nodes by rank."""
        return sorted(nodes, key=self.rank)

    @cached_property
    def areas_of(self) -> Mapping[int, list[int]]:
        """Give the areas in which each actor is active, the one with most evidence first."""
        found = defaultdict[int, list[int]](list)
        active = np.flatnonzero(self.network.with_verb(ActiveIn))
        for j in sorted(active, key=lambda j: (-int(self.network.count[j]), int(j))):
            found[int(self.network.start[j])].append(int(self.network.end[j]))
        return found

    def departments_below(self, i: int) -> list[int]:
        """Give the units that are directly part of a unit, the first in rank first."""
        return self.ranked(c for c in self.children.get(i, ()) if self.is_a(c, Department))
