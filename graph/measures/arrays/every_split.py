"""The best split of all: every set of k nodes that can be the best one is looked at."""

from itertools import islice
from math import comb

import numpy as np

from graph.measures.arrays.candidates import Candidates, lookups
from graph.measures.arrays.local_search import Chosen, Nodes
from graph.measures.arrays.matrices import Integers
from graph.measures.arrays.splitting import Splitting
from graph.measures.arrays.waves import WORD

PER_TIE, PER_WORD, PER_LOOKUP = 100, 10, 30
"""Work for each node and tie of a pass that counts the pairs without each node, for a word of 64 sources on a tie, and
for looking up a contact's contact: about a nanosecond each on a common machine."""
HOPE = 100
"""By how much the sets to look at may become fewer because some cannot be the best; else nothing is tried."""
BLOCK = 100_000
"""How many nodes and ties, of several sets at once, are gone through in one pass."""


def best_split(goal: Splitting, k: int, work: int) -> Chosen | None:
    """Find the best set of at most k nodes, of fewer where these split all; None where that is too much work.

    Where too many sets split equally much, not all of them are compared by distances.
    """
    n, size = goal.joined.shape[0], goal.joined.nnz + goal.joined.shape[0]
    passes = work // (PER_TIE * size)
    too_many = comb(int((goal.degree > 0).sum()), k - 1) > HOPE * passes
    if too_many or (k > 1 and lookups(goal.joined) * PER_LOOKUP > work):
        return None
    looked = _Looked(goal, Candidates(goal.joined, compared=k > 1), max(work // (PER_WORD * size * -(-n // WORD)), 1))
    for count in range(1, k + 1):
        kept = list(islice(looked.candidates.sets(count - 1), passes + 1))
        passes -= len(kept)
        if passes < 0:
            return None
        looked.at(np.array(kept, dtype=np.int64).reshape(len(kept), count - 1), max(BLOCK // size, 1))
        if not looked.fewest:
            break
    return looked.best()


class _Looked:
    """What was seen so far: the fewest pairs that stay connected, and which sets leave them, one more than `most`."""

    def __init__(self, goal: Splitting, candidates: Candidates, most: int) -> None:
        self.goal, self.candidates, self.most = goal, candidates, most
        self.fewest, self.equal = int(np.iinfo(np.int64).max), list[Nodes]()

    def at(self, sets: Integers, together: int) -> None:
        """Look at all sets of one size that have one node more than `sets`, so many of these in one pass."""
        for first in range(0, len(sets), together):
            some = sets[first : first + together]
            pairs = np.where(self.candidates.after(some), self.goal.pairs_with(some)[0], np.iinfo(np.int64).max)
            fewest = int(pairs.min(initial=np.iinfo(np.int64).max))
            if fewest < self.fewest:
                self.fewest, self.equal = fewest, []
            if fewest == self.fewest:
                row, node = np.nonzero(pairs == fewest)
                room = self.most + 1 - len(self.equal)
                found = np.sort(np.column_stack([some[row[:room]], node[:room]]), axis=1)
                self.equal += [tuple(nodes) for nodes in found.tolist()]

    def best(self) -> Chosen | None:
        """Give the best set; None where nobody is parted and too many sets are left to compare by distances."""
        if len(self.equal) > self.most and not self.goal.splits(self.equal[0]):
            return None
        found = sorted(self.equal[: self.most])
        nodes = found[0] if len(found) == 1 else self.goal.farthest(found, np.arange(self.goal.joined.shape[0]))
        return Chosen(nodes, -self.fewest)
