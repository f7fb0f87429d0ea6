"""Settling: nodes move, one by one, to the community of neighbours where they gain most, until none gains any more."""

from collections import deque
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from graph.measures.arrays.matrices import Floats, Integers, Matrix, matrix

ROUNDS = 60
AT_ONCE = 0.3
"""This share of the waiting nodes moves at once; if all did, neighbours would swap places for ever."""
FEW, FEW_OF_ALL = 200, 0.005
"""When no more nodes and no larger share of them are waiting, the rest goes one by one, until none gains any more."""
LEAST = 1e-9
"""What a move must gain at least, in mean weights of a tie, so that rounding moves nothing to and fro."""


@dataclass(eq=False)
class Settling:
    """Where the nodes are and what speaks for a move: the weight of ties to a community, less what is expected.

    `ties` is symmetric without self-loops; `degree` holds the weight of all ties of a node, those within it too;
    `pull` is γ/W, so that node v gains w_vc − pull·d_v·d_c in a community c of weighted degree d_c.
    """

    ties: Matrix
    degree: Floats
    pull: float
    least: float
    of: Integers
    held: Floats

    @classmethod
    def begin(cls, folded: Matrix, of: Integers, resolution: float) -> "Settling":
        """Put each node into the community `of` it, a number below that of the nodes."""
        degree = np.asarray(folded.sum(axis=1), dtype=np.float64)
        tails, heads = folded.nonzero()
        apart = tails != heads
        ties = matrix(tails[apart], heads[apart], folded.shape, np.asarray(folded.data, dtype=np.float64)[apart])
        total, held = float(degree.sum()), np.bincount(of, degree, len(degree)).astype(np.float64)
        return cls(ties, degree, resolution / total, LEAST * total / folded.nnz, of.copy(), held)


def settle(at: Settling, rng: np.random.Generator) -> Integers:
    """Move nodes to where they gain; a random part of them at a time as long as there are many, then one by one."""
    waiting = np.ones(len(at.of), dtype=np.bool_)
    for _ in range(ROUNDS):
        some = np.flatnonzero(waiting)
        if len(some) < max(FEW, FEW_OF_ALL * len(waiting)):
            return _move_singly(at, rng.permutation(some))
        some = some[rng.random(len(some)) < AT_ONCE]
        waiting[some] = False
        waiting[_move_together(at, some)] = True
    return at.of


def _move_together(at: Settling, some: Integers) -> Integers:
    """Move some nodes, all by what held before, and give their neighbours in other communities."""
    n = len(at.of)
    rows = at.ties[some, :]
    linked = rows @ csr_array((np.ones(n), at.of, np.arange(n + 1)), shape=(n, n))
    row, to = np.repeat(np.arange(len(some)), np.diff(linked.indptr)), linked.indices.astype(np.int64)
    own, degree = at.of[some], at.degree[some]
    stays = to == own[row]
    gain = linked.data - at.pull * degree[row] * (at.held[to] - np.where(stays, degree[row], 0))
    staying = -at.pull * degree * (at.held[own] - degree)
    staying[row[stays]] = gain[stays]
    best, target = staying.copy(), own.copy()
    np.maximum.at(best, row, gain)
    wins = np.flatnonzero(gain == best[row])[::-1]  # the first of several equal ones is written last
    target[row[wins]] = to[wins]
    moving = np.flatnonzero((best > staying + at.least) & (target != own))
    moved = some[moving]
    np.subtract.at(at.held, own[moving], degree[moving])
    np.add.at(at.held, target[moving], degree[moving])
    at.of[moved] = target[moving]
    near = rows[moving, :]
    elsewhere = at.of[near.indices] != np.repeat(at.of[moved], np.diff(near.indptr))
    woken: Integers = near.indices[elsewhere].astype(np.int64)
    return woken


def _move_singly(at: Settling, queue: Integers) -> Integers:
    """Move the waiting nodes one after the other; a move makes neighbours wait that are elsewhere.

    Over plain lists: a node looks at few others, where arrays cost more than they save.
    """
    starts, heads, weights = at.ties.indptr.tolist(), at.ties.indices.tolist(), at.ties.data.tolist()
    of, held, degree = at.of.tolist(), at.held.tolist(), at.degree.tolist()
    line, waits = deque(queue.tolist()), bytearray(len(of))
    for v in line:
        waits[v] = True
    while line:
        v = line.popleft()
        waits[v] = False
        own, near = of[v], heads[starts[v] : starts[v + 1]]
        linked: dict[int, float] = {own: 0.0}
        for to, weight in zip(map(of.__getitem__, near), weights[starts[v] : starts[v + 1]], strict=True):
            linked[to] = linked.get(to, 0.0) + weight
        held[own] -= degree[v]
        target = _best(own, linked, held, at.pull * degree[v], at.least)
        held[target] += degree[v]
        if target != own:
            of[v] = target
            fresh = [u for u in near if of[u] != target and not waits[u]]
            line.extend(fresh)
            for u in fresh:
                waits[u] = True
    return np.array(of, dtype=np.int64)


def _best(own: int, linked: dict[int, float], held: list[float], pull: float, least: float) -> int:
    """Choose the community with the largest gain; the own one unless another is better by `least`."""
    best, most = own, linked[own] - pull * held[own] + least
    for to, weight in linked.items():
        if weight > most and weight - pull * held[to] > most:  # the first test saves most of the second
            best, most = to, weight - pull * held[to]
    return best
