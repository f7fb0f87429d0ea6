"""How the links run: vertical where they leave and arrive, through the gaps between boxes, down shafts in columns."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from viz.levels.layout import SHAFT, Layout, Placed
from viz.levels.links import Link
from viz.svg import number

Point = tuple[float, float]
Leg = tuple[float, float, float]
"""A vertical piece: x, from y, to y."""
_WAY_AROUND = 0.35
"""How much nearer the straight line a gap must be to win against one nearer the start."""


@dataclass(frozen=True, slots=True)
class Route:
    """The path of a link as SVG draws it, its two ends and a point on its way, in px."""

    link: Link
    path: str
    start: Point
    end: Point
    middle: Point


@dataclass
class _Ports:
    """Spreads the links that meet at one place, so that each can be told from the next."""

    waiting: dict[object, list[tuple[float, str]]] = field(default_factory=lambda: defaultdict(list))

    def ask(self, place: object, towards: float, who: str) -> None:
        self.waiting[place].append((round(towards, 3), who))

    def offset(self, place: object, who: str, widest: float, step: float) -> float:
        """Give the distance from the middle for one of those who asked, in order of where they come from."""
        queue = sorted(self.waiting[place])
        position = next(n for n, (_, each) in enumerate(queue) if each == who)
        spread = min(step, widest / max(1, len(queue) - 1))
        return (position - (len(queue) - 1) / 2) * spread


def routed(layout: Layout, links: Iterable[Link]) -> tuple[Route, ...]:
    """Route every link; both ends must have a place."""
    links = list(links)
    flat = [link for link in links if _row(layout, link.a) == _row(layout, link.b)]
    steep = [link for link in links if _row(layout, link.a) != _row(layout, link.b)]
    ports = _Ports()
    plans = {link: _plan(layout, link) for link in steep}
    for link, plan in plans.items():
        _reserve(ports, layout, link, plan)
    for link in flat:
        _reserve_flat(ports, layout, link)
    made = {link: _steep(ports, layout, link, plans[link]) for link in steep}
    made |= {link: _flat(ports, layout, link) for link in flat}
    return tuple(made[link] for link in links)


def _row(layout: Layout, key: str) -> int:
    return layout.placed[key].row


def _who(link: Link) -> str:
    return f"{link.a}\n{link.b}"


def _is_stacked(placed: Placed) -> bool:
    return placed.frame is not None and placed.shape == "chip"


def _x(placed: Placed) -> float:
    """Give the x that a link aims at: the shaft of a stacked chip, else the middle."""
    return placed.frame.x + SHAFT / 2 if placed.frame and _is_stacked(placed) else placed.box.cx


def _plan(layout: Layout, link: Link) -> tuple[tuple[int, float], ...]:
    """Choose the gap through each row between the two ends: (row, x)."""
    upper, lower = _upper_lower(layout, link)
    found = []
    x, target = _x(upper), _x(lower)
    for row in range(upper.row + 1, lower.row):
        share = (row - upper.row) / (lower.row - upper.row)
        straight = x + (target - x) * share
        gutter = min(
            (_within(gap, straight) for gap in layout.lanes[row].gutters),
            key=lambda g: (round(abs(g - straight) + _WAY_AROUND * abs(g - x), 3), g),
        )
        found.append((row, gutter))
        x = gutter
    return tuple(found)


def _within(gap: tuple[float, float], x: float) -> float:
    """Give the nearest way through a gap that keeps clear of the boxes beside it."""
    clear = min(6.0, (gap[1] - gap[0]) / 2)
    return min(max(x, gap[0] + clear), gap[1] - clear)


def _upper_lower(layout: Layout, link: Link) -> tuple[Placed, Placed]:
    a, b = layout.placed[link.a], layout.placed[link.b]
    return (a, b) if a.row < b.row else (b, a)


def _reserve(ports: _Ports, layout: Layout, link: Link, plan: Sequence[tuple[int, float]]) -> None:
    upper, lower = _upper_lower(layout, link)
    ways = [x for _, x in plan]
    first, last = (ways[0], ways[-1]) if ways else (_x(lower), _x(upper))
    ports.ask((upper.element.key, "bottom"), first, _who(link))
    ports.ask((lower.element.key, "top"), last, _who(link))
    for placed in (upper, lower):
        if _is_stacked(placed):
            ports.ask(("shaft", placed.frame), placed.box.cy, _who(link))
    for row, gutter in plan:
        ports.ask((row, gutter), _x(upper), _who(link))


def _steep(ports: _Ports, layout: Layout, link: Link, plan: Sequence[tuple[int, float]]) -> Route:
    upper, lower = _upper_lower(layout, link)
    who = _who(link)
    legs: list[Leg] = []
    for row, gutter in plan:
        lane = layout.lanes[row]
        x = gutter + ports.offset((row, gutter), who, 8, 3)
        legs.append((x, lane.top - 4, lane.bottom + 4))
    begin, start = _leave(ports, upper, who)
    finish, end = _arrive(ports, lower, who)
    whole = [*begin, *legs, *finish]
    middle = (whole[0][0] + whole[1][0]) / 2, (whole[0][2] + whole[1][1]) / 2
    return Route(link, _curve(whole, start, end), start, end, middle)


def _leave(ports: _Ports, placed: Placed, who: str) -> tuple[list[Leg], Point]:
    """Leave downwards: from the lower edge, of a frame where the element heads one; stacked chips by the shaft."""
    if _is_stacked(placed) and placed.frame:
        x = placed.frame.x + SHAFT / 2 + ports.offset(("shaft", placed.frame), who, SHAFT - 6, 3)
        return [(x, placed.box.cy + 6, placed.frame.bottom)], (placed.box.x, placed.box.cy)
    bottom = placed.frame.bottom if placed.frame else placed.box.bottom
    x = placed.box.cx + ports.offset((placed.element.key, "bottom"), who, placed.box.w * 0.7, 12)
    return [(x, bottom, bottom)], (x, bottom)


def _arrive(ports: _Ports, placed: Placed, who: str) -> tuple[list[Leg], Point]:
    """Arrive from above: at the upper edge; stacked chips by the shaft."""
    if _is_stacked(placed) and placed.frame:
        x = placed.frame.x + SHAFT / 2 + ports.offset(("shaft", placed.frame), who, SHAFT - 6, 3)
        return [(x, placed.frame.y, placed.box.cy - 6)], (placed.box.x, placed.box.cy)
    x = placed.box.cx + ports.offset((placed.element.key, "top"), who, placed.box.w * 0.7, 12)
    return [(x, placed.box.y, placed.box.y)], (x, placed.box.y)


def _curve(legs: Sequence[Leg], start: tuple[float, float], end: tuple[float, float]) -> str:
    """Join vertical legs by S-curves whose tangents are vertical; a stacked chip is left and entered sideways."""
    x, y = legs[0][0], legs[0][1]
    parts = [f"M{_at(*start)}"]
    if abs(start[1] - y) > 1:
        parts.append(f"Q{_at(x, start[1])} {_at(x, y)}")
    if legs[0][2] - y > 1:
        parts.append(f"V{number(legs[0][2])}")
    y = legs[0][2]
    for leg_x, top, bottom in legs[1:]:
        middle = (y + top) / 2
        parts.append(f"C{_at(x, middle)} {_at(leg_x, middle)} {_at(leg_x, top)}")
        if bottom - top > 1:
            parts.append(f"V{number(bottom)}")
        x, y = leg_x, bottom
    if abs(end[1] - y) > 1:
        parts.append(f"Q{_at(x, end[1])} {_at(*end)}")
    return "".join(parts)


def _at(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


def _reserve_flat(ports: _Ports, layout: Layout, link: Link) -> None:
    a, b = layout.placed[link.a], layout.placed[link.b]
    if not _is_column(a):
        ports.ask((link.a, "bottom"), b.box.cx, _who(link))
        ports.ask((link.b, "bottom"), a.box.cx, _who(link))


def _is_column(placed: Placed) -> bool:
    return placed.shape == "head" or _is_stacked(placed)


def _flat(ports: _Ports, layout: Layout, link: Link) -> Route:
    """Join two of one row: a garland below boxes, a line behind the columns, a bow within one column."""
    a, b = layout.placed[link.a], layout.placed[link.b]
    if not _is_column(a):
        return _garland(ports, link, a, b)
    if a.frame == b.frame:
        start, end = (a.box.right, a.box.cy), (b.box.right, b.box.cy)
        out = a.box.right + 9
        path = f"M{_at(*start)}C{_at(out, start[1])} {_at(out, end[1])} {_at(*end)}"
        return Route(link, path, start, end, _midway(start, end, 7, 0))
    left, right = (a, b) if a.box.x < b.box.x else (b, a)
    start, end = (left.box.right, left.box.cy), (right.box.x, right.box.cy)
    reach = max(14.0, (end[0] - start[0]) * 0.45)
    path = f"M{_at(*start)}C{_at(start[0] + reach, start[1])} {_at(end[0] - reach, end[1])} {_at(*end)}"
    return Route(link, path, start, end, _midway(start, end, 0, 0))


def _garland(ports: _Ports, link: Link, a: Placed, b: Placed) -> Route:
    def port(placed: Placed) -> tuple[float, float]:
        offset = ports.offset((placed.element.key, "bottom"), _who(link), placed.box.w * 0.7, 12)
        return placed.box.cx + offset, (placed.frame or placed.box).bottom

    start, end = port(a), port(b)
    depth = max(start[1], end[1]) + min(30.0, 12 + 0.05 * abs(end[0] - start[0]))
    path = f"M{_at(*start)}C{_at(start[0], depth)} {_at(end[0], depth)} {_at(*end)}"
    low = depth - (start[1] + end[1]) / 2
    return Route(link, path, start, end, _midway(start, end, 0, low * 0.75))


def _midway(start: Point, end: Point, right: float, down: float) -> Point:
    return (start[0] + end[0]) / 2 + right, (start[1] + end[1]) / 2 + down


def crossing_rows(layout: Layout, link: Link) -> Mapping[int, float]:
    """Give for each row between the ends of a link the gap by which it passes."""
    return dict(_plan(layout, link)) if _row(layout, link.a) != _row(layout, link.b) else {}
