"""Who stands beside whom: each row is sorted by the barycentre of its links, so that lines cross little.

Source of the method: Sugiyama, Tagawa and Toda (1981), "Methods for visual understanding of hierarchical system
structures", IEEE Transactions on Systems, Man, and Cybernetics 11 (2).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from viz.levels.elements import Element, Group, Row, Scene
from viz.levels.links import Link

_SWEEPS = 10
_LAST = 2.0
"""Beyond the right end of a row, which runs from 0 to 1: where sums of the rest stand."""
_Place = Callable[[Element], float]
_GroupPlace = Callable[[Group], float]
Neighbours = Mapping[str, Sequence[tuple[str, float]]]


def ordered(scene: Scene, links: Iterable[Link]) -> Scene:
    """Sort groups within rows and items within groups; of several tries the one with the fewest crossings stays."""
    links = [link for link in links if link.kind == "lift"]
    neighbours = _neighbours(links)
    rows = [_Arranged(row) for row in scene.rows()]
    best, fewest = rows, _cost(rows, links)
    for sweep in range(_SWEEPS):
        for number in _order(len(rows), sweep):
            rows = [*rows[:number], rows[number].sorted_by(_places(rows), neighbours), *rows[number + 1 :]]
        cost = _cost(rows, links)
        if cost < fewest:
            best, fewest = rows, cost
    return _with_rows(scene, [each.row for each in best])


def _neighbours(links: Iterable[Link]) -> Neighbours:
    found = defaultdict[str, list[tuple[str, float]]](list)
    for link in links:
        # The root keeps a strong link ahead without letting one alone decide.
        weight = link.weight**0.5
        found[link.a].append((link.b, weight))
        found[link.b].append((link.a, weight))
    return found


def _order(n: int, sweep: int) -> Iterable[int]:
    return range(n) if sweep % 2 == 0 else reversed(range(n))


@dataclass(frozen=True)
class _Arranged:
    row: Row

    def places(self) -> dict[str, float]:
        """Give each element its place in the row, from 0 to 1."""
        slots = [1 if self.row.form == "columns" else max(1, len(group.items)) for group in self.row.groups]
        total, at = sum(slots), 0
        found: dict[str, float] = {}
        for group, width in zip(self.row.groups, slots, strict=True):
            middle = (at + width / 2) / total
            if group.head:
                found[group.head.key] = middle
            for n, item in enumerate(group.items):
                found[item.key] = middle if self.row.form == "columns" else (at + n + 0.5) / total
            at += width
        return found

    def sorted_by(self, places: Mapping[str, float], neighbours: Neighbours) -> "_Arranged":
        """Sort this row by where the others stand."""

        def pull(element: Element) -> tuple[float, float]:
            own = places[element.key]
            met = [(places[other], weight) for other, weight in neighbours.get(element.key, ()) if other in places]
            total = sum(weight for _, weight in met)
            return (sum(place * weight for place, weight in met) / total, total) if met else (own, 0.01)

        def of_group(group: Group) -> float:
            if (group.head is None and group.title) or (group.head and group.head.rest):
                return _LAST
            pulls = [pull(e) for e in (*((group.head,) if group.head else ()), *group.items) if not e.rest]
            total = sum(weight for _, weight in pulls)
            return sum(place * weight for place, weight in pulls) / total if total else _LAST

        groups = [self._items_sorted(group, lambda item: pull(item)[0]) for group in self.row.groups]
        return _Arranged(replace(self.row, groups=tuple(_by_bracket(groups, of_group))))

    def _items_sorted(self, group: Group, place: _Place) -> Group:
        if self.row.form == "columns":
            return group
        items = sorted(group.items, key=lambda item: (item.rest, round(place(item), 6), item.key))
        return replace(group, items=tuple(items))


def _by_bracket(groups: Sequence[Group], place: _GroupPlace) -> list[Group]:
    """Sort groups so that those with the same bracket stay together, brackets and groups by their place."""

    def name(group: Group) -> str:
        return group.bracket.de if group.bracket else ""

    def key_of(group: Group) -> str:
        return group.head.key if group.head else ""

    families = [list(family) for _, family in groupby(sorted(groups, key=name), key=name)]
    families = [f for family in families for f in ([family] if name(family[0]) else [[each] for each in family])]
    families.sort(key=lambda family: (round(sum(map(place, family)) / len(family), 6), key_of(family[0])))
    return [group for family in families for group in sorted(family, key=lambda g: (round(place(g), 6), key_of(g)))]


def _places(rows: Sequence[_Arranged]) -> dict[str, float]:
    return {key: place for row in rows for key, place in row.places().items()}


def _cost(rows: Sequence[_Arranged], links: Sequence[Link]) -> tuple[int, float]:
    """Count crossings of lift links, then their length."""
    places = _places(rows)
    lines = [(places[link.a], places[link.b]) for link in links]
    crossings = sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(lines, 2))
    return crossings, round(sum(abs(a - b) for a, b in lines), 6)


def _with_rows(scene: Scene, rows: Sequence[Row]) -> Scene:
    rest = iter(rows)
    return replace(scene, storeys=tuple(replace(s, rows=tuple(next(rest) for _ in s.rows)) for s in scene.storeys))
