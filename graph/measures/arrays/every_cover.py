"""The widest reach of all: every set of k nodes is looked at, those that cannot be the best one only in the mass."""

from dataclasses import dataclass

import numpy as np

from graph.measures.arrays.covering import Covering
from graph.measures.arrays.local_search import Chosen, Nodes
from graph.measures.arrays.matrices import Integers
from graph.measures.arrays.waves import Bits

LARGEST = 4096
"""With more nodes, not all of them are held against each other."""
LOOK, PER_WORD = 40_000, 2
"""Work of a look at all that may come next, and of each word in it: about a nanosecond each."""


def best_cover(goal: Covering, k: int, work: int, found: Chosen) -> Chosen | None:
    """Find a set of k nodes that reaches most, starting from a set already found; None where it is too much work.

    What a set can still gain is at most the sum of what the best of those left would add on their own.
    """
    if found.value == goal.best_possible:
        return found
    if goal.n > LARGEST:
        return None
    looked = _Looked(goal.covers(), k, work, found)
    looked.at_all()
    return looked.best if looked.work >= 0 else None


@dataclass(eq=False)
class _Branch:
    """The sets that begin with `kept`; `others` may come next, those first who add most; `tried` of them were."""

    kept: Nodes
    covered: Bits
    others: Integers
    adds: Integers
    tried: int = 0

    def at_best(self, left: int) -> int:
        """Say how many nodes a set of those not yet tried can reach at most; 0 where too few are left."""
        best = self.adds[self.tried : self.tried + left]
        return int(np.bitwise_count(self.covered).sum() + best.sum()) if len(best) == left else 0


class _Looked:
    def __init__(self, covers: Bits, k: int, work: int, best: Chosen) -> None:
        self.covers, self.k, self.work, self.best = covers, k, work, best

    def at_all(self) -> None:
        """Look at all sets, one branch after the other."""
        branches = [self._branch((), np.zeros_like(self.covers[0]), np.arange(len(self.covers)))]
        while branches and self.work >= 0:
            here = branches[-1]
            left = self.k - len(here.kept)
            if here.at_best(left) <= self.best.value:
                branches.pop()
                continue
            node = int(here.others[here.tried])
            if left == 1:
                self.best = Chosen((*here.kept, node), here.at_best(1))
            else:
                here.tried += 1
                after = here.others[here.tried :]
                branches.append(self._branch((*here.kept, node), here.covered | self.covers[node], after))

    def _branch(self, kept: Nodes, covered: Bits, others: Integers) -> _Branch:
        self.work -= LOOK + PER_WORD * self.covers.shape[1] * len(others)
        adds = np.bitwise_count(self.covers[others] & ~covered).sum(axis=1, dtype=np.int64)
        order = np.argsort(-adds, kind="stable")
        return _Branch(kept, covered, others[order], adds[order])
