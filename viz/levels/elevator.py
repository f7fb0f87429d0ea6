"""The whole elevator of one element, from street to committee: what stays strong when the rest turns faint."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence, Set

from viz.levels.elements import Element, Scene
from viz.levels.links import Link, Links

_PARTNERS = 24


def elevator(scene: Scene, links: Links, focus: str) -> tuple[frozenset[str], tuple[Link, ...]]:
    """Give the elements and links that stay strong: all of the focus's own, and what these lead on to, up and down.

    From the focus on, a way goes only up or only down, along the links that are drawn anyway; where none arrives in
    the topmost or lowest storey, the shortest chain of drawn links through others is added.
    """
    storey = {element.key: number for number, element in _storeys(scene)}
    own = tuple(link for link in links.all if focus in link.ends)[:_PARTNERS]
    column = _column(scene, focus)
    via = tuple(link for link in links.drawn if column and column in link.ends and link.kind == "lift")
    strong = {*own, *via}
    met = _ends(strong) | {focus} | ({column} if column else set())
    for up in (True, False):
        strong |= _onward(links.drawn, [key for key in met if _beyond(storey, focus, key, up)], storey, up)
    met |= _ends(strong)
    for end in (0, len(scene.storeys) - 1):
        if focus in storey and not any(storey.get(key) == end for key in met):
            strong |= _chain(links.drawn, focus, {key for key, number in storey.items() if number == end})
    met |= _ends(strong)
    return frozenset(met), tuple(link for link in links.all if link in strong)


def _ends(links: Iterable[Link]) -> set[str]:
    return {end for link in links for end in link.ends}


def _chain(drawn: Sequence[Link], start: str, goals: Set[str]) -> set[Link]:
    """Find the shortest chain of links from an element to one of the goals; of equals, that of the stronger links."""
    ways = defaultdict[str, list[tuple[str, Link]]](list)
    for link in drawn:
        ways[link.a].append((link.b, link))
        ways[link.b].append((link.a, link))
    came: dict[str, tuple[str, Link] | None] = {start: None}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here in goals:
            return _back(came, here)
        for there, link in ways[here]:
            if there not in came:
                came[there] = (here, link)
                waiting.append(there)
    return set()


def _back(came: Mapping[str, tuple[str, Link] | None], end: str) -> set[Link]:
    found: set[Link] = set()
    step = came[end]
    while step is not None:
        before, link = step
        found.add(link)
        step = came[before]
    return found


def _storeys(scene: Scene) -> Iterable[tuple[int, Element]]:
    for number, storey in enumerate(scene.storeys):
        for row in storey.rows:
            for group in row.groups:
                yield from ((number, e) for e in (*((group.head,) if group.head else ()), *group.items))


def _beyond(storey: dict[str, int], focus: str, key: str, up: bool) -> bool:
    here, there = storey.get(focus), storey.get(key)
    return here is not None and there is not None and (there < here if up else there > here)


def _onward(drawn: Sequence[Link], front: Sequence[str], storey: dict[str, int], up: bool) -> set[Link]:
    """Follow lift links from one storey to the next, in one direction."""
    ways = defaultdict[str, list[tuple[str, Link]]](list)
    for link in drawn:
        if link.kind == "lift":
            lower, upper = sorted(link.ends, key=lambda end: -storey[end])
            ways[lower if up else upper].append((upper if up else lower, link))
    found: set[Link] = set()
    seen, waiting = set(front), list(front)
    while waiting:
        for there, link in ways[waiting.pop()]:
            found.add(link)
            if there not in seen:
                seen.add(there)
                waiting.append(there)
    return found


def _column(scene: Scene, key: str) -> str | None:
    """Give the head of the column in which an element stands."""
    for row in scene.rows():
        for group in row.groups:
            if row.form == "columns" and group.head and any(item.key == key for item in group.items):
                return group.head.key
    return None
