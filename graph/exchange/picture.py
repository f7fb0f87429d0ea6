"""How the nodes of GraphML and GEXF look when they are opened: place, size and the colour of their type."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from graph.exchange.export import Export
from graph.exchange.figures import Figures
from schema.nodes import NODES

SMALLEST, PER_CONTACT = 10.0, 4.0


@dataclass(frozen=True, slots=True)
class Look:
    """One node's place (y upwards, so that the highest level is on top), its size and its colour."""

    x: float
    y: float
    size: float
    red: int
    green: int
    blue: int


def looks(export: Export, found: Figures) -> Iterator[Look]:
    """Give the look of each node in order; all stand in the middle where no layout was handed in."""
    network = export.network
    places = export.layout(network).tolist() if export.layout else [(0.0, 0.0)] * network.n
    for i, (x, y) in enumerate(places):
        colour = NODES[network.node_type[i]].colour.removeprefix("#")
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
        size = SMALLEST + PER_CONTACT * math.sqrt(int(found.degree[i]))
        yield Look(x, 0.0 - y, round(size, 1), red, green, blue)
