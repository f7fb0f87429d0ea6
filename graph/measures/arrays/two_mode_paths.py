"""Shortest paths in a two-mode network: how many between others run through each member and each group."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import rustworkx as rx

from graph.measures.arrays.matrices import Floats, Integers, Matrix, ordered
from graph.measures.arrays.two_mode import unweighted

BLOCK = 200_000
"""How many numbers stand in one wave of paths at once."""
LONGEST = 40
"""Networks with longer shortest paths are left to a search from node to node; people and bodies are 4 to 10 apart."""
ONE_THREAD = 2**62
"""More nodes than any network has: sums in one order, so that the same network gives the same bytes."""

Wave = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class _Twins:
    """A mode in which nodes with the same ties stand together: `first` of each set, `of` which set, how `many`."""

    first: Integers
    of: Integers
    many: Floats

    @classmethod
    def rows(cls, pattern: Matrix) -> "_Twins":
        ends = zip(pattern.indptr[:-1].tolist(), pattern.indptr[1:].tolist(), strict=True)
        numbered: dict[bytes, int] = {}
        of = [numbered.setdefault(pattern.indices[start:end].tobytes(), len(numbered)) for start, end in ends]
        _, first, many = np.unique(np.array(of, dtype=np.int64), return_index=True, return_counts=True)
        return cls(first, np.array(of, dtype=np.int64), many.astype(np.float64))


def paths_through(belongs: Matrix) -> tuple[Floats, Floats]:
    """Add up for each member and each group, over all pairs of others, the share of shortest paths through it.

    Each pair counts once. Exact: Brandes's algorithm (2001, Journal of Mathematical Sociology 25, 163–177) over whole
    waves of paths, from all members and then all groups. Members with the same groups are walked as one that counts
    several times, and so are groups with the same members: most people sit in one body only.
    """
    pattern = unweighted(belongs)
    members, groups = _Twins.rows(pattern), _Twins.rows(ordered(pattern.T))
    near = ordered(pattern[members.first, :][:, groups.first]).astype(np.float64)
    far = ordered(near.T)
    from_members = _from_mode(near, far, members.many, groups.many)
    from_groups = _from_mode(far, near, groups.many, members.many)
    if from_members is None or from_groups is None:
        return _walked(pattern)
    own = (from_members[0] + from_groups[1]) / 2
    other = (from_members[1] + from_groups[0]) / 2
    return own[members.of], other[groups.of]


def _from_mode(near: Matrix, far: Matrix, own: Floats, other: Floats) -> tuple[Floats, Floats] | None:
    """Add up the shares of the paths from each node of one mode; None where paths are longer than `LONGEST`."""
    through = np.zeros(len(own)), _between_twins(near, far, own, other)
    onto, many = (near, far), (own, other)
    width = max(BLOCK // max(len(own) + len(other), 1), 1)
    for start in range(0, len(own), width):
        sources = np.arange(start, min(start + width, len(own)))
        waves = _waves(onto, many, sources)
        if len(waves) > LONGEST:
            return None
        share = np.zeros_like(waves[-1])
        for steps in range(len(waves) - 1, 1, -1):
            side, wave = steps % 2, waves[steps]
            onwards = np.divide(many[side][:, None] * (1 + share), wave, out=np.zeros_like(wave), where=wave > 0)
            share = waves[steps - 1] * (onto[1 - side] @ onwards)
            through[1 - side][:] += share @ own[sources]
    return through


def _waves(onto: tuple[Matrix, Matrix], many: tuple[Floats, Floats], sources: Integers) -> list[Wave]:
    """Count step by step the shortest paths to each node that is reached for the first time, a column per source.

    Paths go to and fro between the modes: even steps end in the mode of the sources, odd ones in the other.
    """
    first: Wave = np.zeros((len(many[0]), len(sources)))
    first[sources, np.arange(len(sources))] = 1
    waves, weighed = [first], first
    seen = [first > 0, np.zeros((len(many[1]), len(sources)), dtype=np.bool_)]
    while len(waves) <= LONGEST:
        side = len(waves) % 2
        wave: Wave = onto[side] @ weighed
        wave[seen[side]] = 0
        if not wave.any():
            break
        seen[side] |= wave > 0
        waves.append(wave)
        weighed = wave * many[side][:, None]
    return waves


def _between_twins(near: Matrix, far: Matrix, own: Floats, other: Floats) -> Floats:
    """Give what lies between nodes of the same ties: each of the ties leads from one to the other in two steps."""
    ways = near @ other
    pairs = np.divide(own * (own - 1), ways, out=np.zeros(len(own)), where=ways > 0)
    return np.asarray(far @ pairs, dtype=np.float64)


def _walked(pattern: Matrix) -> tuple[Floats, Floats]:
    members, groups = pattern.shape
    rows, columns = pattern.nonzero()
    drawn = rx.PyGraph(multigraph=False)
    drawn.add_nodes_from(range(members + groups))
    drawn.add_edges_from_no_data(list(zip(rows.tolist(), (columns + members).tolist(), strict=True)))
    through = rx.graph_betweenness_centrality(drawn, normalized=False, parallel_threshold=ONE_THREAD)
    values = np.array([through[i] for i in range(members + groups)], dtype=np.float64)
    return values[:members], values[members:]
