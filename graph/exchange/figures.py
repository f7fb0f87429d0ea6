"""What is measured for an exported picture: each node's place in the contact network of what is exported."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.betweenness import betweenness
from graph.measures.arrays.cores import core
from graph.measures.arrays.holes import structural_holes
from graph.measures.centrality import FEWEST_SOURCES, FOLLOWED, PER_NODE
from graph.network import Mask, Network
from graph.questions.contacts import Contacts

EXACT = 5_000
"""Actors up to which all shortest ways are followed; above, those from some of them, always the same ones."""
DIGITS = 6


@dataclass(frozen=True, eq=False)
class Figures:
    """One value for each node of the network; they say something of the `member`s of the contact network only.

    `betweenness` is normalised to 0 … 1, `constraint` is NaN without contacts.
    """

    member: Mask
    degree: npt.NDArray[np.int64]
    betweenness: npt.NDArray[np.float64]
    constraint: npt.NDArray[np.float64]
    core: npt.NDArray[np.int64]

    @classmethod
    def of(cls, network: Network) -> "Figures":
        """Measure what is exported and nothing else, so that whoever opens the file finds the same numbers."""
        contacts = Contacts.of(network, persons=True)
        n = int(contacts.member.sum())
        cost = contacts.adjacency.nnz + PER_NODE * network.n
        sample = None if n <= EXACT else max(FOLLOWED // cost, FEWEST_SOURCES)
        ways = betweenness(contacts.adjacency, sample, seed=0).values / max((n - 1) * (n - 2), 1)
        return cls(
            contacts.member,
            contacts.degree,
            np.round(ways, DIGITS),
            np.round(structural_holes(contacts.adjacency).constraint, DIGITS),
            core(contacts.adjacency),
        )
