"""A breadth-first spanning forest in arrays: the frame on which cut nodes, bridges and blocks are found.

Whatever runs up or down the trees does so by doubling: first one step for all nodes at once, then two, then four, so
that neither a deep tree nor a wide one costs more than a few passes.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse.csgraph import breadth_first_order, connected_components

from graph.measures.arrays.matrices import Integers, Matrix
from graph.measures.arrays.undirected import inside, pattern


@dataclass(frozen=True, eq=False)
class Forest:
    """A spanning forest of an undirected pattern; places 0 … n − 1 are the nodes in the order of the search.

    `order` holds the node at each place and `parent` the parent of each node, n for a root. By place: `up` is the place
    of the parent, `size` counts the nodes of the subtree, and a subtree is the run of `size` numbers from `number` on.
    `up`, `size` and `number` have one place more, n, where all trees end. `jumps` are the places 1, 2, 4, … steps up.
    """

    order: Integers
    parent: Integers
    up: Integers
    size: Integers
    number: Integers
    jumps: tuple[Integers, ...]

    @property
    def n(self) -> int:
        """Count the nodes."""
        return len(self.order)

    @property
    def hangs(self) -> npt.NDArray[np.bool_]:
        """Say of each place whether its node has a parent."""
        return self.up[:-1] < self.n

    def by_node(self, by_place: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Give what is known of each place, without the last, for each node."""
        found = np.empty_like(by_place[: self.n])
        found[self.order] = by_place[: self.n]
        return found

    def root(self) -> Integers:
        """Give the place of the root above each place."""
        found = np.where(self.up < self.n, self.up, np.arange(self.n + 1))
        for _ in self.jumps:
            found = found[found]
        return found


def forest(joined: Matrix) -> Forest:
    """Span an undirected pattern; the search begins at the node with most ties, so that the trees are low."""
    n = joined.shape[0]
    order, parent = _search(joined)
    place = np.full(n + 1, n, dtype=np.int64)
    place[order] = np.arange(n)
    up = place[np.append(parent[order], n)]
    size, jumps = _sizes(up)
    return Forest(order, parent, up, size, _numbers(up, size, jumps), jumps)


def _search(joined: Matrix) -> tuple[Integers, Integers]:
    """Give the nodes in the order of a breadth-first search through all components, and the parent of each."""
    n, degree = joined.shape[0], np.diff(joined.indptr)
    if not n:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    order, parent = _breadth_first(joined, int(np.argmax(degree)))
    new = np.ones(n, dtype=np.bool_)
    new[order] = False
    others = np.flatnonzero(new & (degree > 0))
    if len(others):
        ways, above = _search_several(inside(joined, others))
        order = np.concatenate([order, others[ways]])
        parent[others] = np.append(others, n)[above]
    return np.concatenate([order, np.flatnonzero(new & (degree == 0))]), parent


def _breadth_first(joined: Matrix, start: int) -> tuple[Integers, Integers]:
    order, parent = breadth_first_order(joined, start)
    return order.astype(np.int64), np.where(parent < 0, joined.shape[0], parent).astype(np.int64)


def _search_several(joined: Matrix) -> tuple[Integers, Integers]:
    """Search all components at once, from one more node that leads to the first node of each."""
    n = joined.shape[0]
    label = connected_components(joined, directed=True, connection="strong")[1]
    first = np.unique(label, return_index=True)[1]
    led = pattern(np.concatenate([joined.indices, first]), np.append(joined.indptr, joined.nnz + len(first)))
    order, parent = _breadth_first(led, n)
    return order[1:], parent[:n]


def _sizes(up: Integers) -> tuple[Integers, tuple[Integers, ...]]:
    n = len(up) - 1
    size, jumps, jump = np.ones(n + 1), [], up
    size[n] = 0
    while (jump < n).any():
        jumps.append(jump)
        size += np.bincount(jump, size, n + 1)
        size[n] = 0
        jump = jump[jump]
    return size.astype(np.int64), tuple(jumps)


def _numbers(up: Integers, size: Integers, jumps: tuple[Integers, ...]) -> Integers:
    """Number the nodes in preorder: a parent first, then the subtrees of its children one after the other."""
    n = len(up) - 1
    before = np.cumsum(size[:n]) - size[:n]
    eldest = np.flatnonzero(np.diff(up[:n], prepend=-1))
    number = before - np.repeat(before[eldest], np.diff(eldest, append=n)) + 1
    roots = np.flatnonzero(up[:n] == n)
    number[roots] = np.cumsum(size[roots]) - size[roots]
    number = np.append(number, 0)
    for jump in jumps:
        number = number + number[jump]
    return number
