"""From a NetworkX graph to the arrays that the measures work on, and back to a value for each node."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

import networkx as nx
import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Integers, Matrix, matrix
from schema.errors import UnmeasurableError
from schema.text import Text

N = TypeVar("N", bound=Hashable)
Group = str | Mapping[Any, Any]
"""The class of each node: the name of a node attribute, or a mapping from node to class."""


@dataclass(frozen=True, eq=False)
class Classes:
    """The class of each node as a position in `labels`, −1 where it has none; labels are sorted as text."""

    codes: Integers
    labels: tuple[Any, ...]

    @property
    def left_out(self) -> int:
        """Count the nodes without a class."""
        return int((self.codes < 0).sum())


@dataclass(frozen=True, eq=False)
class Drawn(Generic[N]):
    """A NetworkX graph in arrays: `arcs[i, j]` is the weight of the tie from `nodes[i]` to `nodes[j]`.

    An undirected tie stands in both directions; self-loops are left out. Without a weight each pair counts as one,
    however many parallel ties it has; with one, parallel ties add up and a tie that lacks the attribute counts as one.
    """

    nodes: tuple[N, ...]
    arcs: Matrix

    @classmethod
    def of(cls, G: "nx.Graph[N]", weight: str | None = None) -> "Drawn[N]":
        """Read a graph; raises UnmeasurableError for a weight that is not a positive finite number."""
        nodes = tuple(G)
        at = {node: i for i, node in enumerate(nodes)}
        pairs = np.array([(at[a], at[b]) for a, b in G.edges()], dtype=np.int64).reshape(-1, 2)
        values = _weights(G, weight)
        a, b = pairs[:, 0], pairs[:, 1]
        apart = a != b
        a, b, values = a[apart], b[apart], values[apart]
        if not G.is_directed():
            a, b, values = np.concatenate([a, b]), np.concatenate([b, a]), np.concatenate([values, values])
        arcs = matrix(a, b, (len(nodes), len(nodes)), values)
        if weight is None:
            arcs.data[:] = 1
        return cls(nodes, arcs)

    @cached_property
    def index(self) -> Mapping[N, int]:
        """Find the position of a node."""
        return {node: i for i, node in enumerate(self.nodes)}

    def by_node(self, values: npt.NDArray[Any]) -> dict[N, Any]:
        """Give an array with one value for each node as a dict of plain numbers."""
        return dict(zip(self.nodes, values.tolist(), strict=True))

    def positions(self, nodes: Iterable[N]) -> Integers:
        """Find the positions of some nodes; raises UnmeasurableError for one that is not in the graph."""
        found = []
        for node in nodes:
            if node not in self.index:
                raise UnmeasurableError(
                    Text("Der Knoten {n!r} ist nicht im Graphen.", "Node {n!r} is not in the graph.").format(n=node)
                )
            found.append(self.index[node])
        return np.array(found, dtype=np.int64)

    def classes(self, G: "nx.Graph[N]", group: Group) -> Classes:
        """Read the class of each node; None, NaN and a missing entry mean none, and such a node is never its own."""
        held = [G.nodes[node].get(group) if isinstance(group, str) else group.get(node) for node in self.nodes]
        known = sorted({label for label in held if _is_class(label)}, key=lambda label: (str(label), repr(label)))
        code = {label: i for i, label in enumerate(known)}
        codes = [code[label] if _is_class(label) else -1 for label in held]
        return Classes(np.array(codes, dtype=np.int64), tuple(known))


def _is_class(label: Any) -> bool:
    return label is not None and label == label  # NaN is not equal to itself


def _weights(G: "nx.Graph[N]", weight: str | None) -> npt.NDArray[np.float64]:
    """Read the weight of each edge in order; 1 where none is asked for or given."""
    if weight is None:
        return np.ones(G.number_of_edges(), dtype=np.float64)
    given: list[Any] = [1 if value is None else value for _, _, value in G.edges(data=weight)]  # type: ignore[var-annotated]
    try:
        values = np.array(given, dtype=np.float64)
    except (TypeError, ValueError):
        values = np.array([value if isinstance(value, int | float) else np.nan for value in given], dtype=np.float64)
    wrong = np.flatnonzero(~(np.isfinite(values) & (values > 0)))
    if len(wrong):
        a, b = list(G.edges())[wrong[0]]
        raise UnmeasurableError(
            Text(
                "Das Gewicht {weight!r} der Verbindung {a!r}–{b!r} ist {value!r}.",
                "The weight {weight!r} of the tie {a!r}–{b!r} is {value!r}.",
            ).format(weight=weight, a=a, b=b, value=given[wrong[0]]),
            Text("Gewichte müssen endliche Zahlen über 0 sein.", "Weights must be finite numbers above 0."),
        )
    return values
