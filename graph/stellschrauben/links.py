"""The ties of a network by the node at which they start or end."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from graph.network import Network, Properties
from schema.ties import Tie


class Link(NamedTuple):
    """A tie: its id, the positions of its ends, its fields."""

    id: str
    start: int
    end: int
    row: Properties


class Links:
    """The ties of some types of a network, without those at a placeholder, in their order."""

    def __init__(self, network: Network, *types: type[Tie]) -> None:
        """Sort the ties by their ends."""
        real = ~network.placeholder
        kept = network.with_verb(*types) & real[network.start] & real[network.end]
        self.all = tuple(
            Link(str(network.tie_rows[j]["id"]), int(network.start[j]), int(network.end[j]), network.tie_rows[j])
            for j in np.flatnonzero(kept)
        )
        self._out: dict[int, list[Link]] = defaultdict(list)
        self._into: dict[int, list[Link]] = defaultdict(list)
        for link in self.all:
            self._out[link.start].append(link)
            self._into[link.end].append(link)

    def out(self, *nodes: int) -> list[Link]:
        """List the ties that start at one of some nodes."""
        return [link for i in nodes for link in self._out.get(i, ())]

    def into(self, *nodes: int) -> list[Link]:
        """List the ties that end at one of some nodes."""
        return [link for i in nodes for link in self._into.get(i, ())]

    def at(self, i: int) -> list[tuple[Link, int]]:
        """List the ties at a node, each with its other end."""
        return [(link, link.end) for link in self.out(i)] + [(link, link.start) for link in self.into(i)]


def ends(links: Iterable[Link]) -> list[int]:
    """List the nodes at the ends of ties, each once and in order."""
    return sorted({link.end for link in links})


def starts(links: Iterable[Link]) -> list[int]:
    """List the nodes at the starts of ties, each once and in order."""
    return sorted({link.start for link in links})
