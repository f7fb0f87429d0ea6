"""How nodes, kinds and levels are named in answers."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Integers, Positions
from graph.network import Network
from graph.questions.answer import Ref
from schema.levels import LEVEL_LABELS, STOREYS, Level
from schema.nodes import NODES
from schema.text import Text, verbatim


def ref(network: Network, i: int) -> Ref:
    """Name a node in an answer."""
    return Ref(id=network.ids[i], name=network.name(i), type=NODES[network.node_type[i]].__name__)


def refs(network: Network, nodes: Iterable[int] | Positions) -> tuple[Ref, ...]:
    """Name several nodes, sorted by name and id."""
    return tuple(ref(network, int(i)) for i in sorted(nodes, key=lambda i: (network.name(int(i)), network.ids[i])))


def kind_text(network: Network, i: int) -> Text:
    """Name what a node is: its kind with the English gloss where it is known, else its type."""
    cls, kind = NODES[network.node_type[i]], network.node_rows[i].get("kind")
    gloss = next((known.gloss for known in cls.kinds if known.name == kind), kind)
    return Text(kind, gloss or kind) if kind else cls.label


def level_text(code: int) -> Text:
    """Name the level of a code."""
    return LEVEL_LABELS[STOREYS[code] if 0 <= code < len(STOREYS) else Level.UNKNOWN]


def order(network: Network, nodes: Positions, *values: npt.ArrayLike) -> Integers:
    """Give the order of nodes by the values, the highest first, then by name and id: a total order of their numbers."""
    columns = [np.asarray(column, dtype=np.float64).tolist() for column in values]
    keys = [
        (*(-column[k] for column in columns), network.name(i), network.ids[i]) for k, i in enumerate(nodes.tolist())
    ]
    return np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)


def some(n: int, one: Text, many: Text) -> Text:
    """Write a number of things, in the singular where it is one.

    >>> some(3, Text("Paar", "pair"), Text("Paare", "pairs")).de
    '3 Paare'
    """
    noun = one if n == 1 else many
    return Text(f"{n} {noun.de}", f"{n} {noun.en}")


def listing(names: Iterable[str], most: int = 5, total: int | None = None) -> Text:
    """Write names as an enumeration in both languages, the rest (of `total`, if not all are given) as a number.

    >>> listing(["A", "B", "C"]).de, listing(["A", "B", "C"], most=1).en
    ('A, B und C', 'A and 2 more')
    """
    shown = list(names)
    rest, shown = (total or len(shown)) - min(most, len(shown)), shown[:most]
    if rest > 0:
        return Text(f"{', '.join(shown)} und {rest} mehr", f"{', '.join(shown)} and {rest} more")
    if len(shown) < 2:
        return verbatim("".join(shown))
    return Text(f"{', '.join(shown[:-1])} und {shown[-1]}", f"{', '.join(shown[:-1])} and {shown[-1]}")
