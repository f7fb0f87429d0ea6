"""The middle storey: steering bodies, then the Dezernate with their units nested, then the other Kommunen."""

from collections.abc import Sequence

from schema.levels import Level
from schema.nodes import Committee, Kommune
from viz.levels import words
from viz.levels.choosing import SIDE_BY_SIDE, allocate, rest, row_of, single
from viz.levels.counting import UNIT
from viz.levels.elements import Element, Group, Row, Storey
from viz.levels.reading import Reading

_STACKED = 3
Tree = tuple[int | None, list[int]]
"""A unit and those directly part of it; None heads those that stand alone."""


def administration(reading: Reading) -> Storey:
    """Put committees, units and other Kommunen of the administration into up to three rows."""
    nodes = reading.on(Level.ADMINISTRATION)
    bodies = [i for i in nodes if reading.is_a(i, Committee)]
    others = [i for i in nodes if reading.is_a(i, Kommune) and i != reading.home]
    elsewhere = {i for i in nodes if reading.kommune_of(i) in others}
    own = [i for i in nodes if not reading.is_a(i, Committee, Kommune) and i not in elsewhere]
    head = [reading.home] if reading.home is not None and reading.ties[reading.home] else []
    rows = []
    if head or bodies:
        elements = row_of(reading, [*head, *bodies], "administration:bodies", Level.ADMINISTRATION)
        rows.append(Row("chips", (Group(tuple(elements)),)))
    if own:
        rows.append(_units(reading, own))
    if others:
        rows.append(_kommunen(reading, others, [i for i in elsewhere if not reading.is_a(i, Committee, Kommune)]))
    return Storey(Level.ADMINISTRATION, tuple(rows), words.SUBTITLES[Level.ADMINISTRATION])


def _units(reading: Reading, own: Sequence[int]) -> Row:
    """Nest units in their Dezernate; without any Dezernat they stand side by side."""
    trees = _trees(reading, own)
    if [head for head, _ in trees] == [None]:
        nodes = trees[0][1]
        return Row("chips", (Group(tuple(_chosen(reading, nodes, SIDE_BY_SIDE, "administration:units"))),))
    shown, left = trees[:SIDE_BY_SIDE], trees[SIDE_BY_SIDE:]
    if left:
        shown, left = trees[: SIDE_BY_SIDE - 1], trees[SIDE_BY_SIDE - 1 :]
    ranks = [[reading.rank(i) for i in items] for _, items in shown]
    given = allocate([len(items) for _, items in shown], ranks, SIDE_BY_SIDE - bool(left))
    groups = [_group(reading, tree, slots) for tree, slots in zip(shown, given, strict=True)]
    if left:
        members = [i for head, items in left for top in (head, *items) if top is not None for i in reading.below(top)]
        gathered = rest("administration:boxes", set(members), Level.ADMINISTRATION, len(left))
        groups.append(Group((gathered,)))
    return Row("boxes", tuple(groups))


def _group(reading: Reading, tree: Tree, slots: int) -> Group:
    head, items = tree
    if head is None:
        return Group(tuple(_chosen(reading, items, slots, "administration:alone")), title=words.NO_DEZERNAT)
    if slots == 1 and len(items) > 1:
        # No room for any of its units: the box collapses, and their links run to it.
        return Group((), head=single(reading, head, reading.below(head)[1:], UNIT))
    return Group(tuple(_chosen(reading, items, slots, reading.network.ids[head])), head=single(reading, head))


def _chosen(reading: Reading, items: Sequence[int], slots: int, key: str) -> list[Element]:
    """Give the first units in rank a box each, with all that is part of them folded in, and one box to the rest."""
    if len(items) > slots:
        shown, left = items[: slots - 1], items[slots - 1 :]
    else:
        shown, left = items, []
    made = [single(reading, i, reading.below(i)[1:], UNIT) for i in shown]
    if left:
        inside = {i for top in left for i in reading.below(top)}
        name = words.MORE if shown else words.UNITS
        made.append(rest(key, inside, Level.ADMINISTRATION, len(left), name))
    return made


def _trees(reading: Reading, own: Sequence[int]) -> list[Tree]:
    """Find the Dezernate, units that have units, and who stands beside them."""
    inside = set(own)
    roots = [i for i in own if not inside.intersection(reading.line(i))] or list(own)
    alone: list[int] = []
    while True:
        heads = [i for i in roots if reading.departments_below(i)]
        alone += [i for i in roots if i not in heads]
        if len(heads) != 1 or not any(reading.departments_below(c) for c in reading.departments_below(heads[0])):
            break
        # A single unit over everything is the house itself: its Dezernate are the boxes.
        alone.append(heads[0])
        roots = reading.departments_below(heads[0])
    trees: list[Tree] = [(i, [c for c in reading.departments_below(i) if c in inside]) for i in heads]
    # A circle in the data has no outermost unit: its units stand alone rather than vanish.
    covered = {i for top in (*heads, *alone) for i in reading.below(top)}
    alone += [i for i in own if i not in covered]
    return [*trees, (None, reading.ranked(alone))] if alone else trees


def _kommunen(reading: Reading, others: Sequence[int], units: Sequence[int]) -> Row:
    """Give each other Kommune a column with its own units."""
    shown, left = (
        (others, []) if len(others) <= SIDE_BY_SIDE else (others[: SIDE_BY_SIDE - 1], others[SIDE_BY_SIDE - 1 :])
    )
    groups = []
    for kommune in shown:
        parts = reading.ranked(i for i in units if reading.kommune_of(i) == kommune)
        tops = [i for i in parts if not set(parts).intersection(reading.line(i))] or parts
        items = _chosen(reading, tops, _STACKED, reading.network.ids[kommune])
        groups.append(Group(tuple(items), head=single(reading, kommune)))
    if left:
        members = {*left, *(i for i in units if reading.kommune_of(i) in left)}
        groups.append(Group((), head=rest("administration:kommunen", members, Level.ADMINISTRATION, len(left))))
    return Row("columns", tuple(groups))
