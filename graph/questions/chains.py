"""Shortest chains of contacts: from a Sozialraum up to a committee, and between two actors."""

from itertools import pairwise

import numpy as np

from graph.measures.arrays.matrices import Integers
from graph.network import Mask
from graph.questions.contacts import Contacts
from graph.questions.naming import order

FAR = -1
"""Distance of what no chain reaches."""


def distances(contacts: Contacts, sources: Mask) -> Integers:
    """Count the steps from each node to the nearest of the sources; a chain passes through actors only.

    A Sozialraum can stand at the end of a chain, not within it: a place passes nothing on.
    """
    found = np.full(contacts.network.n, FAR, dtype=np.int64)
    frontier, step = np.flatnonzero(sources), 0
    while len(frontier):
        found[frontier] = step
        passing = np.zeros(contacts.network.n, dtype=np.int64)
        passing[frontier] = contacts.actor[frontier] | (step == 0)
        touched = np.asarray(contacts.adjacency @ passing, dtype=np.int64) > 0
        frontier, step = np.flatnonzero(touched & (found == FAR)), step + 1
    return found


def chain(contacts: Contacts, far: Integers, start: int) -> tuple[int, ...]:
    """Follow the shortest chain from a node to the sources of `far`; empty where there is none.

    Of several next steps it takes the one with most evidence, then the first by name and id.
    """
    if far[start] == FAR:
        return ()
    path = [start]
    while far[path[-1]]:
        path.append(_next(contacts, far, path[-1]))
    return tuple(path)


def _next(contacts: Contacts, far: Integers, here: int) -> int:
    """Choose the next step of a chain."""
    near, backing = contacts.neighbours(here), contacts.backing(here)
    ahead = (far[near] == far[here] - 1) & (contacts.actor[near] | (far[near] == 0))
    near, backing = near[ahead], backing[ahead]
    return int(near[order(contacts.network, near, backing)[0]])


def chain_evidence(contacts: Contacts, path: tuple[int, ...]) -> tuple[str, ...]:
    """Name the nodes of a chain and the ties between them."""
    ties = [k for a, b in pairwise(path) for k in contacts.between(a, b)]
    return (*(contacts.network.ids[i] for i in path), *contacts.evidence(ties))
