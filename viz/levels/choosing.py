"""Which nodes get a box of their own, and what is summed up when there is no room for all."""

from collections.abc import Iterable, Sequence

from schema.levels import Level
from schema.nodes import Person
from schema.text import Text, verbatim
from viz.levels import words
from viz.levels.counting import counted
from viz.levels.elements import Element
from viz.levels.reading import Reading

SIDE_BY_SIDE = 12
"""How many boxes stand in a row at most."""


def single(reading: Reading, i: int, folded: Sequence[int] = (), noun: Text | None = None) -> Element:
    """Make the element of one node; `folded` nodes are inside it, counted by `noun`."""
    return Element(
        key=reading.network.ids[i],
        name=named(reading.network.name(i)),
        type=reading.type(i),
        level=reading.level(i) or Level.UNKNOWN,
        members=(i, *folded),
        folded=Text("mit {n}", "with {n}").format(n=counted(len(folded), noun)) if folded and noun else None,
        round=reading.is_a(i, Person),
    )


def named(name: str) -> Text:
    """Give a name as it is shown; one of blanks or signs that nobody can see is said to be none."""
    return verbatim(name) if any(char.isprintable() and not char.isspace() for char in name) else words.NAMELESS


def rest(key: str, members: Iterable[int], level: Level, n: int, name: Text = words.MORE) -> Element:
    """Make the element that sums up what has no box of its own; `n` counts the boxes saved.

    Its key begins with a tabulator, which no identifier may hold.
    """
    return Element(f"\t{key}", name.format(n=n), words.SUMMED_UP, level, tuple(sorted(members)), rest=True)


def row_of(reading: Reading, nodes: Sequence[int], key: str, level: Level, most: int = SIDE_BY_SIDE) -> list[Element]:
    """Make a box each for the first nodes in rank, and one for the rest when there are more than `most`."""
    if len(nodes) <= most:
        return [single(reading, i) for i in nodes]
    shown, left = nodes[: most - 1], nodes[most - 1 :]
    return [*(single(reading, i) for i in shown), rest(key, left, level, len(left))]


def allocate(sizes: Sequence[int], ranks: Sequence[Sequence[object]], slots: int) -> list[int]:
    """Share out slots among groups: one each, then one more to the group whose next item comes first in rank.

    `ranks[g]` are the sort keys of the items of group g, in order.

    >>> allocate([3, 1], [[1, 4, 5], [2]], 3)
    [2, 1]
    """
    given = [1] * len(sizes)
    while sum(given) < slots:
        open_groups = [g for g, size in enumerate(sizes) if given[g] < size]
        if not open_groups:
            break
        best = min(open_groups, key=lambda g: (ranks[g][given[g]], g))
        given[best] += 1
    return given
