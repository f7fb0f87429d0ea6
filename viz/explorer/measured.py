"""What the size of a node says: a number for each node of a network."""

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.betweenness import betweenness
from graph.measures.arrays.matrices import matrix, skeleton
from graph.network import Network
from viz.explorer.view import Size

Values = npt.NDArray[np.float64]

EXACT = 1_500
"""Networks of more nodes are measured from a sample of sources, so that a page does not wait."""
SOURCES, SEED = 200, 1


def ties(network: Network) -> Values:
    """Count the ties of each node, parallel ones each."""
    return _ends(network, np.ones(network.m, dtype=np.bool_))


def lift(network: Network) -> Values:
    """Count the ties of each node whose ends stand on two different known levels."""
    a, b = network.level[network.start], network.level[network.end]
    return _ends(network, (a >= 0) & (b >= 0) & (a != b))


def between(network: Network) -> Values:
    """Give each node its share, in per cent, of the shortest ways between others; see `graph.measures`."""
    n = network.n
    if n < 3:
        return np.zeros(n)
    joined = skeleton(matrix(network.start, network.end, (n, n)))
    found = betweenness(joined, SOURCES if n > EXACT else None, SEED).values
    return np.round(100 * found / ((n - 1) * (n - 2)), 3)


def _ends(network: Network, counted: npt.NDArray[np.bool_]) -> Values:
    ends = np.concatenate([network.start[counted], network.end[counted]])
    return np.bincount(ends, minlength=network.n).astype(np.float64)


MEASURES: Mapping[Size, Callable[[Network], Values]] = {Size.TIES: ties, Size.LIFT: lift, Size.BETWEENNESS: between}
