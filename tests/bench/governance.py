"""A seeded governance-like network of any number of ties, in arrays: levels, departments, committees, hubs by Zipf."""

from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import numpy as np

from graph.measures.arrays.matrices import Integers, Matrix, matrix, skeleton

MEMBERSHIPS = 4
"""Memberships that a person holds on average."""


@dataclass(frozen=True, eq=False)
class Governance:
    """`m` undirected contacts `a`–`b` among n nodes, their department, and who sits in which committee.

    Half of the contacts lie within a department; at the others one end is drawn by Zipf, since a few staff units,
    heads and Träger deal with many. `person`, `committee`: m memberships, persons and committees numbered apart.
    """

    n: int
    a: Integers
    b: Integers
    department: Integers
    person: Integers
    committee: Integers

    @classmethod
    def of(cls, m: int, seed: int = 1) -> "Governance":
        """Make a network of exactly `m` contacts and about as many memberships; the same seed gives the same."""
        chance, n = np.random.default_rng(seed), max(m // 4, 20)
        department = _zipf(chance, max(n // 40, 2), n, 0.6)
        members = np.argsort(department, kind="stable")
        first = np.searchsorted(department[members], np.arange(department.max() + 2))
        drawn = 3 * m
        a = chance.integers(0, n, drawn)
        size = np.diff(first)[department[a]]
        colleague = members[first[department[a]] + (chance.random(drawn) * size).astype(np.int64)]
        b = np.where(chance.random(drawn) < 0.5, colleague, chance.permutation(n)[_zipf(chance, n, drawn, 0.7)])
        low, high = np.minimum(a, b), np.maximum(a, b)
        keys = np.unique((low * n + high)[low != high])
        keys = np.sort(chance.choice(keys, size=min(m, len(keys)), replace=False))
        committees, persons = max(m // 20, 5), max(m // MEMBERSHIPS, 10)
        return cls(
            n, keys // n, keys % n, department, chance.integers(0, persons, m), _zipf(chance, committees, m, 0.5)
        )

    @cached_property
    def contacts(self) -> Matrix:
        """Give the contacts as a symmetric pattern, n × n."""
        return skeleton(matrix(self.a, self.b, (self.n, self.n)))

    @cached_property
    def memberships(self) -> Matrix:
        """Give who sits in which committee, persons × committees."""
        made = matrix(self.person, self.committee, (int(self.person.max()) + 1, int(self.committee.max()) + 1))
        made.data[:] = 1
        return made

    def drawn(self) -> "nx.Graph[int]":
        """Give the contacts as a NetworkX graph whose nodes know their department."""
        made: nx.Graph[int] = nx.Graph()
        made.add_nodes_from((i, {"department": d}) for i, d in enumerate(self.department.tolist()))
        made.add_edges_from(zip(self.a.tolist(), self.b.tolist(), strict=True))
        return made

    def drawn_memberships(self) -> "nx.Graph[tuple[str, int]]":
        """Give the memberships as a two-mode NetworkX graph; its nodes say which mode they belong to."""
        made: nx.Graph[tuple[str, int]] = nx.Graph()
        rows, columns = self.memberships.nonzero()
        made.add_nodes_from((("person", i) for i in range(self.memberships.shape[0])), bipartite=0)
        made.add_nodes_from((("committee", i) for i in range(self.memberships.shape[1])), bipartite=1)
        made.add_edges_from(
            (("person", i), ("committee", j)) for i, j in zip(rows.tolist(), columns.tolist(), strict=True)
        )
        return made


def _zipf(chance: np.random.Generator, values: int, n: int, exponent: float) -> Integers:
    """Draw n numbers below `values`, number k with a weight of (k + 1) to the power of −exponent."""
    weight = np.arange(1, values + 1) ** -exponent
    return np.searchsorted(np.cumsum(weight) / weight.sum(), chance.random(n)).clip(0, values - 1).astype(np.int64)
