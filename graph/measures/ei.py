"""The E-I index of Krackhardt and Stern over NetworkX graphs."""

from dataclasses import dataclass
from typing import Any, Generic

import networkx as nx
import numpy as np

from graph.measures.arrays.ei import Between, affordable, attainable, expected, permuted_external
from graph.measures.arrays.matrices import Integers
from graph.measures.graphs import Drawn, Group, N
from schema.errors import UnmeasurableError
from schema.text import Text


@dataclass(frozen=True, slots=True)
class EIIndex(Generic[N]):
    """How far the ties of a network stay inside its groups (−1) or run between them (+1).

    `network`, `groups` and `actors` are (E − I)/(E + I) over the ties of the whole network, of each group and of each
    node; NaN where there is no tie to count. `lowest` and `highest` bound what `network` can be with these group sizes
    and so many ties, `rescaled` is its place between them. `expected` is the mean over all permutations of the labels;
    `p_low` and `p_high` are the shares of `permutations` random permutations, the observed one among them, in which the
    index is as low (as closed) or lower, as high (as open) or higher. `left_out` counts the nodes without a class;
    their ties do not count.
    """

    network: float
    external: int
    internal: int
    groups: dict[Any, float]
    actors: dict[N, float]
    lowest: float
    highest: float
    expected: float
    p_low: float
    p_high: float
    permutations: int
    left_out: int

    @property
    def rescaled(self) -> float:
        """Give the place of `network` between `lowest` (−1) and `highest` (1); NaN where both are equal."""
        if not self.highest > self.lowest:
            return np.nan
        return 2 * (self.network - self.lowest) / (self.highest - self.lowest) - 1


def ei_index(
    G: "nx.Graph[N]",
    group: Group,
    permutations: int = 10_000,
    seed: int | None = None,
) -> EIIndex[N]:
    """Measure whether ties run across the boundaries of groups or stay inside: the E-I index, with a test.

    (E − I)/(E + I) with E the ties between groups and I the ties within one. Undirected and unweighted: a pair counts
    once, in whichever direction and however often it is tied; self-loops do not count. For a group, the ties that touch
    it, each once (programs that add up over the members count the inner ties twice; the two differ). Nodes without a
    class are left out with their ties and counted; their own value in `actors` is NaN.

    The value depends on the number and size of the groups: with many small groups even ties made by chance run outside.
    So read it against `expected`, the attainable range and the test. The test deals the labels out anew over the nodes
    and leaves the ties as they are; both tails are one-sided, p = (1 + hits)/(1 + permutations), and twice the smaller
    one is the two-sided value. Very large networks get fewer permutations than asked for (some 800 at 100,000 nodes
    and 400,000 ties): `permutations` says how many. Without ties and with `permutations=0` both are NaN.

    >>> G = nx.Graph([("a", "b"), ("b", "c"), ("c", "d")])
    >>> found = ei_index(G, {"a": 1, "b": 1, "c": 2, "d": 2}, seed=1)
    >>> round(found.network, 4), found.groups, found.actors["b"]
    (-0.3333, {1: 0.0, 2: 0.0}, 0.0)
    >>> found.lowest, found.highest, found.rescaled
    (-0.3333333333333333, 1.0, -1.0)

    Krackhardt, D. and Stern, R. N. (1988), Informal networks and organizational crises, Social Psychology Quarterly
    51(2), 123–140; p-values: Phipson, B. and Smyth, G. K. (2010), Statistical Applications in Genetics and Molecular
    Biology 9(1), 39.
    """
    drawn = Drawn.of(G)
    classes = drawn.classes(G, group)
    between = Between.of(drawn.arcs, classes.codes)
    sizes = np.bincount(classes.codes[classes.codes >= 0], minlength=len(classes.labels))
    whole, groups = between.whole(), between.by_group(len(classes.labels))
    lowest, highest = attainable(sizes, len(between.a))
    made = affordable(_checked(permutations), len(drawn.nodes) - classes.left_out, len(between.a))
    p_low, p_high = _tails(between, made, seed)
    return EIIndex(
        network=float(whole.index[0]),
        external=int(whole.external[0]),
        internal=int(whole.internal[0]),
        groups=dict(zip(classes.labels, groups.index.tolist(), strict=True)),
        actors=drawn.by_node(between.by_node().index),
        lowest=lowest,
        highest=highest,
        expected=expected(sizes),
        p_low=p_low,
        p_high=p_high,
        permutations=made,
        left_out=classes.left_out,
    )


def _checked(permutations: int) -> int:
    if permutations < 0:
        raise UnmeasurableError(
            Text(
                "Die Zahl der Permutationen ist {n}, sie muss mindestens 0 sein.",
                "The number of permutations is {n}; it must be 0 at least.",
            ).format(n=permutations)
        )
    return permutations


def _tails(between: Between, permutations: int, seed: int | None) -> tuple[float, float]:
    """Give the share of permutations with as few crossing ties or fewer, and with as many or more."""
    if not permutations or not len(between.a):
        return np.nan, np.nan
    observed = int(between.whole().external[0])
    external: Integers = permuted_external(between, permutations, np.random.default_rng(seed))
    low, high = int((external <= observed).sum()), int((external >= observed).sum())
    return (1 + low) / (1 + permutations), (1 + high) / (1 + permutations)
