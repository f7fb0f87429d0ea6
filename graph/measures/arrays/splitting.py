"""Key players whose loss would split the network: which few nodes, removed, leave fewest pairs connected (KPP-NEG)."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse.csgraph import connected_components

from graph.measures.arrays.fragmentation import connected_pairs, cut_off, distance_weighted, pairs_lost
from graph.measures.arrays.local_search import Chosen, Nodes
from graph.measures.arrays.matrices import Floats, Integers, Matrix
from graph.measures.arrays.undirected import copies, without
from graph.measures.arrays.waves import WORD, Lanes

SHORTLIST, LEAST = 32, 4
"""How many nodes are compared by distances where none parts others: those with most ties."""
SOURCES = 256
"""From how many nodes distances are measured where not from all."""
WORDS, ALL_WORDS = 400_000, 8_000_000
"""With very many ties, fewer sources and nodes: so many words of 64 sources go over the ties, for one and for all."""


class Splitting:
    """The value of a set is the number of ordered pairs still connected without it, below zero.

    Of sets that leave equally many, one that parts others is better; among those, one of nodes with more ties; among
    sets that part nobody, one that leaves longer ways (DF).
    """

    best_possible = 0

    def __init__(self, joined: Matrix, seed: int) -> None:
        """Take an undirected pattern; the seed draws the sources where distances are not measured from all nodes."""
        self.joined, n = joined, joined.shape[0]
        self.degree = np.diff(joined.indptr).astype(np.int64)
        sources = min(SOURCES, WORD * max(WORDS // max(joined.nnz, 1), 1))
        self.shortlist = min(SHORTLIST, max(ALL_WORDS * WORD // max(joined.nnz * sources, 1), LEAST))
        drawn = np.random.default_rng(seed).choice(n, size=min(sources, n), replace=False)
        self.sources = np.sort(drawn).astype(np.int64)
        self._found: dict[frozenset[int], tuple[int, int]] = {}
        self._finer: dict[frozenset[int], tuple[float, ...]] = {}
        self.lanes = Lanes.of(joined)

    def best_with(self, kept: Nodes) -> Chosen:
        """Add the node without which fewest pairs stay connected."""
        known = frozenset(kept)
        if known not in self._found:
            self._found[known] = self._best(kept)
        node, pairs = self._found[known]
        return Chosen((*kept, node), -pairs)

    def _best(self, kept: Nodes) -> tuple[int, int]:
        pairs, parts = (found[0] for found in self.pairs_with(np.array([kept], dtype=np.int64)))
        pairs[list(kept)] = np.iinfo(np.int64).max
        fewest = int(pairs.min())
        equal = np.flatnonzero(pairs == fewest)
        if parts[equal].any():
            equal = equal[parts[equal]]
            return int(equal[np.argmax(self.degree[equal])]), fewest
        if len(equal) == 1:
            return int(equal[0]), fewest
        equal = np.sort(equal[np.argsort(-self.degree[equal], kind="stable")[: self.shortlist]])
        return self.farthest([(*kept, node) for node in equal.tolist()], self.sources)[-1], fewest

    def pairs_with(self, sets: Integers) -> tuple[Integers, npt.NDArray[np.bool_]]:
        """Count the pairs still connected without a set and one node more, sets × nodes, and say if it parts others."""
        times, n = len(sets), self.joined.shape[0]
        gone = np.zeros((times, n), dtype=np.bool_)
        gone[np.arange(times)[:, None], sets] = True
        lost, whole, parts = pairs_lost(without(copies(self.joined, times), gone.ravel()))
        lost, whole = lost.reshape(times, n), whole.reshape(times, n)
        return (whole - 1).sum(axis=1)[:, None] - lost, parts.reshape(times, n)

    def finer(self, nodes: Nodes) -> tuple[float, ...]:
        """Give 1 and the ties of these nodes if they part others; else 0 and DF without them, from the sources."""
        known = frozenset(nodes)
        if known not in self._finer:
            parts = self.splits(nodes)
            by = self.degree[list(nodes)].sum() if parts else self._distances([nodes], self.sources)[0]
            self._finer[known] = float(parts), round(float(by), 9)
        return self._finer[known]

    def farthest(self, sets: Sequence[Nodes], sources: Integers) -> Nodes:
        """Give the set that leaves the longest ways; the first of equals."""
        return sets[int(np.argmax(np.round(self._distances(sets, sources), 9)))]

    def _distances(self, sets: Sequence[Nodes], sources: Integers) -> Floats:
        return distance_weighted(self.lanes, np.array(sets, dtype=np.int64), sources)

    def splits(self, nodes: Nodes) -> bool:
        """Say whether the loss of these nodes parts others; else it only makes components smaller."""
        gone = np.array(nodes, dtype=np.int64)
        label = connected_components(self.joined, directed=False)[1]
        sizes = np.bincount(label) - np.bincount(label[gone], minlength=int(label.max()) + 1)
        return connected_pairs(cut_off(self.joined, gone)) < int((sizes * (sizes - 1)).sum())
