"""The whole elevator of one element, from street to committee: what stays strong when the rest turns faint."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from viz.levels.elements import Element, Scene
from viz.levels.links import Link, Links

_PARTNERS = 24


def elevator(scene: Scene, links: Links, focus: str) -> tuple[frozenset[str], tuple[Link, ...]]:
    """Give the elements and links that stay strong: all of the focus's own, and what these lead on to, up and down.

    From the focus on, a way goes only up or only down, along the links that are drawn anyway.
    """
    storey = {element.key: number for number, element in _storeys(scene)}
    own = tuple(link for link in links.all if focus in link.ends)[:_PARTNERS]
    column = _column(scene, focus)
    via = tuple(link for link in links.drawn if column and column in link.ends and link.kind == "lift")
    strong = {*own, *via}
    met = {focus, *(end for link in strong for end in link.ends)} | ({column} if column else set())
    for up in (True, False):
        found = _onward(links.drawn, [key for key in met if _beyond(storey, focus, key, up)], storey, up)
        strong.update(found)
        met.update(end for link in found for end in link.ends)
    return frozenset(met), tuple(link for link in links.all if link in strong)


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
