"""Choosing a set of nodes step by step: the best next one, then exchanges, then the same from other beginnings."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Nodes = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A set of nodes and what it is worth; a higher value is better."""

    nodes: Nodes
    value: int


class Goal(Protocol):
    """What a set is chosen for."""

    best_possible: int

    def best_with(self, kept: Nodes) -> Chosen:
        """Add the one node to `kept` that makes it worth most."""

    def finer(self, nodes: Nodes) -> tuple[float, ...]:
        """Judge sets of equal value; what compares as higher is better."""


def search(goal: Goal, k: int, beginnings: int, weights: npt.ArrayLike, seed: int) -> Chosen:
    """Choose up to `k` nodes, fewer where these leave nothing to gain.

    Greedy, then exchanging one node at a time until no exchange is better; the same from some random beginnings, where
    nodes are drawn in proportion to `weights`. The first of equally good sets wins.
    """
    best = exchanged(goal, greedy(goal, k))
    for kept in _random(k - 1, beginnings, np.asarray(weights, dtype=np.float64), seed):
        if best.value == goal.best_possible:
            break
        other = exchanged(goal, goal.best_with(kept))
        best = other if better(goal, other, best) else best
    return best


def greedy(goal: Goal, k: int) -> Chosen:
    """Add up to `k` nodes, each time the one that adds most."""
    found = goal.best_with(())
    while len(found.nodes) < k and found.value < goal.best_possible:
        found = goal.best_with(found.nodes)
    return found


def exchanged(goal: Goal, found: Chosen) -> Chosen:
    """Exchange single nodes until each is the best beside the others; the last one is so already."""
    settled = 1
    while settled < len(found.nodes) and found.value < goal.best_possible:
        first, *rest = found.nodes
        other = goal.best_with(tuple(rest))
        if better(goal, other, found):
            found, settled = other, 1
        else:
            found, settled = Chosen((*rest, first), found.value), settled + 1
    return found


def better(goal: Goal, one: Chosen, other: Chosen) -> bool:
    """Say whether one set is better than another."""
    if one.value != other.value or set(one.nodes) == set(other.nodes):
        return one.value > other.value
    return goal.finer(one.nodes) > goal.finer(other.nodes)


def _random(k: int, times: int, weights: npt.NDArray[np.float64], seed: int) -> Iterator[Nodes]:
    chance, share = np.random.default_rng(seed), weights / max(weights.sum(), 1)
    for _ in range(times if 0 < k <= np.count_nonzero(weights) else 0):
        yield tuple(chance.choice(len(share), size=k, replace=False, p=share).tolist())
