"""The part of a network around one node."""

from dataclasses import dataclass

import numpy as np

from graph.network import Network
from schema.errors import NotFoundError
from schema.text import Text


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A node with what is tied to it through at most `depth` steps, the nearest first where there are too many."""

    network: Network
    centre: str
    depth: int
    left_out: int
    """How many nodes within reach were left out because of the limit."""


def neighbourhood(network: Network, centre: str, depth: int = 1, limit: int = 200) -> Neighbourhood:
    """Cut to a node, at most `limit` of its neighbours within `depth` steps, and the ties among all of these.

    The direction of ties does not matter. Of nodes equally near, those whose id sorts first are kept.
    """
    steps = np.full(network.n, -1, dtype=np.int64)
    steps[position(network, centre)] = 0
    for step in range(depth):
        near = steps == step
        touched = np.concatenate((network.end[near[network.start]], network.start[near[network.end]]))
        steps[touched[steps[touched] < 0]] = step + 1
    within = np.flatnonzero(steps >= 0)
    nearest = within[np.argsort(steps[within], kind="stable")][: limit + 1]
    kept = np.zeros(network.n, dtype=np.bool_)
    kept[nearest] = True
    return Neighbourhood(network.keep(kept), centre, depth, len(within) - len(nearest))


def position(network: Network, id: str) -> int:
    """Find a node by its id; what is not in this network is not there, or not for this reader."""
    found = network.index.get(id)
    if found is None:
        raise NotFoundError(
            Text(
                "Unter dieser Kennung ist nichts zu finden: {id}", "Nothing is to be found under this id: {id}"
            ).format(id=id),
            Text(
                "Schreibweise, Stichtag und Sichtbarkeit prüfen; Kennungen finden: /api/v1/search?q=…",
                "Check spelling, date and visibility; find ids with /api/v1/search?q=…",
            ),
        )
    return found
