"""What is part of what: lines of command, departments, areas within areas."""

import numpy as np

from graph.measures.arrays.matrices import Integers, Matrix, binary, matrix
from graph.network import Network
from schema.nodes import Department, Node
from schema.ties import PartOf

DEPTH = 50
"""Steps after which a chain of PART_OF is cut; real ones are shorter, and a circle would never end."""


def within(network: Network, *types: type[Node]) -> Matrix:
    """Give the n × n pattern of who lies within whom at any depth; with `types`, along nodes of these types only."""
    counted = network.with_verb(PartOf)
    if types:
        kept = network.of_type(*types)
        counted = counted & kept[network.start] & kept[network.end]
    step = binary(matrix(network.start[counted], network.end[counted], (network.n, network.n)))
    whole = step
    for _ in range(DEPTH):
        longer = binary(whole + whole @ step)
        if longer.nnz == whole.nnz:
            break
        whole = longer
    return whole


def inside(whole: Matrix, i: int) -> Integers:
    """List what lies within a node, given the transposed pattern of `within`, or around it, given the pattern."""
    return np.asarray(whole.indices[whole.indptr[i] : whole.indptr[i + 1]], dtype=np.int64)


def ressorts(network: Network) -> Integers:
    """Give for each unit its department (Ressort): position of its Dezernat, or of its topmost unit; −1 for others.

    The Dezernat is the nearest unit of that kind on the way up, the unit itself included. A unit with several parents
    follows the one whose id comes first.
    """
    units = network.of_type(Department)
    counted = network.with_verb(PartOf) & units[network.start] & units[network.end]
    parent: dict[int, int] = {}
    for j in np.flatnonzero(counted)[::-1]:
        parent[int(network.start[j])] = int(network.end[j])
    found = np.full(network.n, -1, dtype=np.int64)
    for i in np.flatnonzero(units):
        found[i] = _ressort(network, parent, int(i))
    return found


def _ressort(network: Network, parent: dict[int, int], i: int) -> int:
    seen = {i}
    while network.node_rows[i].get("kind") != "Dezernat" and parent.get(i, i) not in seen:
        i = parent[i]
        seen.add(i)
    return i
