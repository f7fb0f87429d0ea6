"""Key players who reach most: which few nodes together get to most others in few steps (KPP-POS)."""

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.local_search import Chosen, Nodes
from graph.measures.arrays.matrices import Integers, Matrix, ordered
from graph.measures.arrays.waves import BLOCK, WORD, Lanes, arrivals, lit


class Covering:
    """The value of a set is the number of nodes within some steps of it along the arcs, its own among them.

    How many a node adds can only fall as the set grows; so those who once added little are not counted again before
    they could be the best (Minoux 1978).
    """

    def __init__(self, arcs: Matrix, steps: int) -> None:
        """Take a pattern in which an arc leads from its row to its column."""
        self.n, self.steps, self.best_possible = arcs.shape[0], steps, arcs.shape[0]
        self.arcs, self.lanes = arcs, Lanes.of(ordered(arcs.T))
        self._most = _ways(arcs, steps)
        self._words = max(BLOCK // (8 * max(self.n, 1)), 1)  # its bits are counted as bytes

    def best_with(self, kept: Nodes) -> Chosen:
        """Add the node that gets to most others whom those kept do not get to; the first of equals."""
        open_ends, most = ~self.reached(kept), self._most
        order = np.lexsort((np.arange(self.n), -most))
        order = order[~np.isin(order, kept)]
        best, node, first, size = -1, -1, 0, WORD
        while first < len(order) and (-most[order[first]], order[first]) < (-best, node):
            some = order[first : first + size]
            adds = arrivals(self.lanes, some, self.steps, open_ends)
            if not kept:
                most[some] = adds
            top = min(some[adds == adds.max()].tolist())
            best, node = (int(adds.max()), top) if (-adds.max(), top) < (-best, node) else (best, node)
            first, size = first + size, min(2 * size, WORD * self._words)
        return Chosen((*kept, node), int(self.n - open_ends.sum() + best))

    def finer(self, nodes: Nodes) -> tuple[float, ...]:  # noqa: ARG002
        """Judge all sets that reach equally many the same."""
        return ()

    def reached(self, nodes: Nodes) -> npt.NDArray[np.bool_]:
        """Say who is within the steps of some nodes, themselves among them."""
        seen = np.zeros((self.n, 1), dtype=np.uint64)
        seen[self.lanes.rank[list(nodes)]] = 1
        for _, wave in zip(range(self.steps), self.lanes.waves(seen.copy()), strict=False):
            seen |= wave
        return np.asarray(seen[self.lanes.rank, 0] > 0)

    def covers(self) -> npt.NDArray[np.uint64]:
        """Give for each node the bits of those within the steps of it: n² / 64 words, so for few nodes only."""
        lanes = Lanes.of(self.arcs)
        seen = lit(self.n, lanes.rank)
        for _, wave in zip(range(self.steps), lanes.waves(seen.copy()), strict=False):
            seen |= wave
        return seen[lanes.rank]


def _ways(arcs: Matrix, steps: int) -> Integers:
    """Count the ways from each node with at most so many steps, n where there are more: as many as it gets to at most.

    The nodes on a shorter way are counted once for each step left, which only makes the bound wider.
    """
    ways = np.ones(arcs.shape[0], dtype=np.int64)
    for _ in range(min(steps, arcs.shape[0])):
        ways = np.minimum(1 + np.asarray(arcs @ ways, dtype=np.int64), arcs.shape[0])
    return ways
