"""The lines of the picture: ties summed up between elements, lift links between storeys, the others on one storey."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from schema.levels import STOREYS, Level
from schema.ties import ActiveIn
from viz.levels.elements import Element, Group, Scene
from viz.levels.reading import Reading

MOST_LIFTS = 48
MOST_SIDES = 40
Kind = Literal["lift", "side", "missing"]


@dataclass(frozen=True, slots=True)
class Link:
    """All ties between two elements; `a` comes first in the picture, so of a lift link it is the upper end."""

    a: str
    b: str
    kind: Kind
    ties: tuple[int, ...]
    weight: int
    derived: bool

    @property
    def ends(self) -> tuple[str, str]:
        """Give both ends."""
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class Tally:
    """How many ties there are of a kind and how many of them stand in the picture as a line."""

    drawn: int
    all: int


@dataclass(frozen=True)
class Links:
    """All links of a scene, the strongest first, which of them are drawn, and what became of the other ties."""

    all: tuple[Link, ...]
    drawn: tuple[Link, ...]
    placed: int
    """Ties said by the place of an actor in the column of its area."""
    inside: int
    """Ties between nodes of one and the same element."""
    unknown: int
    """Ties to nodes of unknown level."""

    def tally(self, kind: Kind) -> Tally:
        """Count ties of one kind, drawn and all."""
        return Tally(
            sum(len(link.ties) for link in self.drawn if link.kind == kind),
            sum(len(link.ties) for link in self.all if link.kind == kind),
        )

    def lifted(self) -> Mapping[str, int]:
        """Count the lift ties of each element, drawn or not."""
        found = defaultdict[str, int](int)
        for link in self.all:
            if link.kind == "lift":
                for end in link.ends:
                    found[end] += len(link.ties)
        return found


def links_of(reading: Reading, scene: Scene) -> Links:
    """Sum up the contact ties between elements and choose those that are drawn."""
    elements = list(scene.elements())
    place = {key: n for n, key in enumerate(e.key for e in elements)}
    of_node = np.full(reading.network.n, -1, dtype=np.int64)
    for element in elements:
        of_node[list(element.members)] = place[element.key]
    columns = {item.key: group.head.key for group in _columns(scene) if group.head for item in group.items}
    pairs = defaultdict[tuple[int, int], list[int]](list)
    placed = inside = unknown = 0
    active = reading.network.with_verb(ActiveIn)
    for j in reading.contact:
        a, b = sorted((int(of_node[reading.network.start[j]]), int(of_node[reading.network.end[j]])))
        if a < 0:
            continue
        if a == b:
            inside += 1
        elif Level.UNKNOWN in (elements[a].level, elements[b].level):
            unknown += 1
        elif active[j] and columns.get(elements[b].key) == elements[a].key:
            placed += 1
        else:
            pairs[a, b].append(int(j))
    made = sorted((_link(reading, elements, pair, ties) for pair, ties in pairs.items()), key=_strength)
    return Links(tuple(made), tuple(_drawn(made, elements)), placed, inside, unknown)


def _columns(scene: Scene) -> Iterable[Group]:
    return (group for row in scene.rows() if row.form == "columns" for group in row.groups)


def _link(reading: Reading, elements: Sequence[Element], pair: tuple[int, int], ties: Sequence[int]) -> Link:
    a, b = elements[pair[0]], elements[pair[1]]
    kind: Kind = "side" if STOREYS.index(a.level) == STOREYS.index(b.level) else "lift"
    derived = all(reading.network.tie_rows[j].get("derived") for j in ties)
    return Link(a.key, b.key, kind, tuple(ties), int(reading.network.count[list(ties)].sum()), derived)


def _strength(link: Link) -> tuple[int, int, str, str]:
    return (-link.weight, -len(link.ties), link.a, link.b)


def _drawn(made: Sequence[Link], elements: Sequence[Element]) -> list[Link]:
    """Choose the strongest link of each element first, then the strongest of all, up to the limit of each kind."""
    summed = {e.key for e in elements if e.rest}
    chosen: list[Link] = []
    for kind, most in (("lift", MOST_LIFTS), ("side", MOST_SIDES)):
        candidates = [k for k in made if k.kind == kind and not summed.intersection(k.ends)]
        seen: set[str] = set()
        first: list[Link] = []
        for link in candidates:
            if not seen.issuperset(link.ends):
                first.append(link)
                seen.update(link.ends)
        kept = set((first + [k for k in candidates if k not in set(first)])[:most])
        chosen += [k for k in candidates if k in kept]
    return chosen
