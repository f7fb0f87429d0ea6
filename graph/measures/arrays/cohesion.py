"""What holds a network together: bridges, cut nodes, and the parts that would come apart.

The blocks (parts that no single node can cut) are found by the way of Tarjan and Vishkin, over any spanning tree and
without recursion: each step runs over all ties at once.

Tarjan, R. E. and Vishkin, U. (1985), An efficient parallel biconnectivity algorithm, SIAM Journal on Computing 14(4),
862–874.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.forests import Forest, forest
from graph.measures.arrays.matrices import Integers, Matrix
from graph.measures.arrays.undirected import components, pattern, undirected


@dataclass(frozen=True, eq=False)
class Blocks:
    """The blocks of an undirected pattern: `label` numbers that of the tie from each node to its parent in `tree`."""

    tree: Forest
    label: Integers

    def lower_parts(self) -> tuple[Integers, Integers]:
        """Give the parts of the trees that come apart from what is above when a node goes: that node, and their sizes.

        One part for each block below the node; whatever is left of its component, above it, is one part more.
        """
        tree, n = self.tree, self.tree.n
        child = np.flatnonzero(tree.parent < n)
        above = tree.parent[child]
        child = child[(self.label[above] != self.label[child]) | (tree.parent[above] == n)]
        sizes = tree.by_node(tree.size)
        block, first, which = np.unique(self.label[child], return_index=True, return_inverse=True)
        return tree.parent[child[first]], np.bincount(which, sizes[child], len(block)).astype(np.int64)


def blocks(joined: Matrix) -> Blocks:
    """Find the blocks of an undirected pattern as `undirected` or `skeleton` gives it."""
    tree = forest(joined)
    if not joined.nnz:
        return Blocks(tree, np.arange(tree.n))
    # Two ties of the tree lie in one block where other ties lead around the node between them. So a tie to the parent
    # is cut where none leads out of the parent's subtree; what stays joined without the cut ties is a block.
    cut = np.where(tree.by_node(tree.hangs & ~_leads_around(joined, tree)), tree.parent, -1)
    rows = np.repeat(np.arange(tree.n), np.diff(joined.indptr))
    at = np.flatnonzero((cut[rows] == joined.indices) | (cut[joined.indices] == rows))
    ends = joined.indices.copy()
    ends[at] = rows[at]  # a loop instead joins nothing
    degree = np.diff(joined.indptr)
    degree[tree.order[0]] = 0  # all ties of a root to its children are cut
    return Blocks(tree, components(pattern(ends, joined.indptr), int(np.argmax(degree))))


def _leads_around(joined: Matrix, tree: Forest) -> npt.NDArray[np.bool_]:
    """Say of each place whether a tie leads from its subtree out of its parent's subtree."""
    number, n = tree.by_node(tree.number), tree.n
    tied = np.flatnonzero(np.diff(joined.indptr))
    ends = number.take(joined.indices)
    low, high = number.copy(), number.copy()
    low[tied] = np.minimum.reduceat(ends, joined.indptr[tied])
    high[tied] = np.maximum.reduceat(ends, joined.indptr[tied])
    low, high = np.append(low[tree.order], n), np.append(high[tree.order], 0)
    for jump in tree.jumps:
        np.minimum.at(low, jump, low)
        np.maximum.at(high, jump, high)
    first = tree.number[tree.up[:n]]
    out = (low[:n] < first) | (high[:n] >= first + tree.size[tree.up[:n]])
    return np.asarray(tree.hangs & out)


def bridges(ties: Matrix) -> tuple[Integers, Integers]:
    """List the ties whose loss would part their ends, as two arrays of nodes a < b, sorted.

    Undirected; a tie that stands in both directions is one tie.
    """
    found = blocks(undirected(ties))
    child = np.flatnonzero(found.tree.parent < found.tree.n)
    # a block of one tie: in a pattern without parallel ties any other has three nodes, so two ties of the tree
    alone = child[np.bincount(found.label[child], minlength=1)[found.label[child]] == 1]
    pairs = np.sort(np.stack([alone, found.tree.parent[alone]]), axis=0)
    pairs = pairs[:, np.lexsort(pairs[::-1])]
    return pairs[0], pairs[1]


def articulation(ties: Matrix) -> Integers:
    """List the nodes whose loss would part others of their component, in order. Undirected."""
    found = blocks(undirected(ties))
    above, _ = found.lower_parts()
    parts = np.bincount(above, minlength=found.tree.n) + (found.tree.parent < found.tree.n)
    return np.flatnonzero(parts > 1)
