"""Where everything stands: pure arithmetic from a scene to rectangles, the same for the same network."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Literal

from schema.levels import Level
from schema.text import Lang, Text
from viz.fitting import Fitted
from viz.levels.boxes import CHIP, FRAME, HEAD, SMALL, Box, Writing
from viz.levels.elements import Element, Form, Group, Row, Scene, Storey

WIDTH = 1600
LEFT = 142
RIGHT = WIDTH - 16
BETWEEN_STOREYS = 84
BETWEEN_ROWS = 48
SHAFT = 14
"""Width of the strip in a column through which its links run down, in px."""
_WIDEST = {"chips": 190.0, "boxes": 190.0, "columns": 230.0}
_PAD = 14
_ITEM_GAP = {"chips": 12.0, "boxes": 10.0, "columns": 8.0}
_BRACKET = 24
_STACK_GAP = 7
Shape = Literal["chip", "head", "title"]


@dataclass(frozen=True, slots=True)
class Placed:
    """An element with its rectangle and its fitted name; `frame` is the box that it heads or lies in."""

    element: Element
    box: Box
    text: Fitted
    writing: Writing
    shape: Shape
    row: int
    frame: Box | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The box around a group, a Dezernat or a column; `key` is the element at its head, else `title` says what.

    `head`: height in px of the part that names it; `empty`: nothing stands in it.
    """

    box: Box
    form: Form
    key: str | None
    title: Text | None
    level: Level
    head: float = 0
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A row as links see it that cross it: its upper and lower edge, and where there is a way through, from x to x."""

    top: float
    bottom: float
    gutters: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The ground of a storey."""

    level: Level
    box: Box
    subtitle: Text
    empty: bool


@dataclass(frozen=True, slots=True)
class Bracket:
    """What several neighbouring columns share, written above them."""

    box: Box
    name: Text


@dataclass
class Layout:
    """All rectangles of the picture; `height` in px grows with what is in it."""

    height: float
    bands: list[Band] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    brackets: list[Bracket] = field(default_factory=list)
    placed: dict[str, Placed] = field(default_factory=dict)
    lanes: list[Lane] = field(default_factory=list)
    unknown: Box | None = None


def laid_out(scene: Scene, lang: Lang, top: float) -> Layout:
    """Give everything its place, beginning at `top`."""
    made = Layout(top)
    for storey in scene.storeys:
        _storey(made, storey, lang)
        made.height += BETWEEN_STOREYS
    made.height -= BETWEEN_STOREYS
    if scene.unknown:
        _unknown(made, scene.unknown, lang)
    return made


def _storey(made: Layout, storey: Storey, lang: Lang) -> None:
    top = made.height
    made.height += _PAD
    for n, row in enumerate(storey.rows):
        made.height += BETWEEN_ROWS if n else 0
        _row(made, row, storey.level, lang)
    if not storey.rows:
        made.height += 48
    made.height = max(made.height + _PAD, top + 76)
    made.bands.append(Band(storey.level, Box(8, top, WIDTH - 16, made.height - top), storey.subtitle, not storey.rows))


def _row(made: Layout, row: Row, level: Level, lang: Lang) -> None:
    top, before = made.height, len(made.frames)
    if row.form == "columns":
        _columns(made, row.groups, level, lang)
    else:
        _side_by_side(made, row, level, lang)
    number = len(made.lanes)
    boxes = [p.box for p in made.placed.values() if p.row == number and p.shape == "chip"]
    # Between the units of a Dezernat there is a way through; columns and collapsed boxes are passed outside.
    solid = [frame for frame in made.frames[before:] if frame.form == "columns" or frame.empty]
    boxes = [f.box for f in solid] if row.form == "columns" else [*boxes, *(f.box for f in solid)]
    made.lanes.append(Lane(top, made.height, _gutters(boxes)))


def _gutters(boxes: Sequence[Box]) -> tuple[tuple[float, float], ...]:
    """Find the gaps between boxes of one row, with the space at both ends."""
    spans = sorted({(round(b.x, 3), round(b.right, 3)) for b in boxes})
    inner = [(left[1], right[0]) for left, right in pairwise(spans) if right[0] > left[1]]
    left_end, right_end = min(LEFT, spans[0][0]) - 12, max(RIGHT, spans[-1][1]) + 12
    return (left_end, spans[0][0]), *inner, (spans[-1][1], right_end)


def _side_by_side(made: Layout, row: Row, level: Level, lang: Lang) -> None:
    """Put items side by side, in frames where the row has them."""
    framed = row.form == "boxes"
    pad, gap = (8.0, 10.0) if framed else (0.0, _ITEM_GAP["chips"])
    slots = sum(max(1, len(group.items)) for group in row.groups)
    room = RIGHT - LEFT - gap * (len(row.groups) - 1)
    slot = min(_WIDEST[row.form], room / slots)
    x = LEFT + (room - slot * slots) / 2
    heads = [_fitted_head(group, slot * max(1, len(group.items)), lang) for group in row.groups] if framed else []
    head_height = FRAME.height(max((len(h.lines) for h in heads), default=1)) - 2 if framed else 0.0
    chips = [list(_chips(group, slot * max(1, len(group.items)), pad, lang)) for group in row.groups]
    chip_height = CHIP.height(max((len(text.lines) for each in chips for *_, text in each), default=1))
    for n, group in enumerate(row.groups):
        width = slot * max(1, len(group.items))
        frame = Box(x, made.height, width, head_height + chip_height + 26) if framed else None
        if frame:
            _frame(made, frame, group, heads[n], head_height, level)
        for item, offset, wide, text in chips[n]:
            box = Box(x + offset, made.height + head_height, wide, chip_height)
            made.placed[item.key] = Placed(item, box, text, CHIP, "chip", len(made.lanes))
        x += width + gap
    made.height += head_height + chip_height + (26 if framed else 0)


def _fitted_head(group: Group, width: float, lang: Lang) -> Fitted:
    name = group.head.name if group.head else group.title
    return FRAME.fit(name.lang(lang) if name else "", width)


def _chips(group: Group, width: float, pad: float, lang: Lang) -> Iterator[tuple[Element, float, float, Fitted]]:
    """Divide a width among the items of a group; give each its offset, width and fitted name."""
    gap = _ITEM_GAP["boxes" if pad else "chips"]
    wide = (width - 2 * pad - gap * (len(group.items) - 1)) / max(1, len(group.items))
    for n, item in enumerate(group.items):
        yield item, pad + n * (wide + gap), wide, CHIP.fit(item.name.lang(lang), wide)


def _frame(made: Layout, frame: Box, group: Group, text: Fitted, height: float, level: Level) -> None:
    key = group.head.key if group.head else None
    made.frames.append(Frame(frame, "boxes", key, group.title, level, height, not group.items))
    if group.head:
        box = Box(frame.x, frame.y, frame.w, height)
        made.placed[group.head.key] = Placed(group.head, box, text, FRAME, "title", len(made.lanes), frame)


def _columns(made: Layout, groups: Sequence[Group], level: Level, lang: Lang) -> None:
    """Put groups side by side as columns of equal height, their items stacked beside a shaft."""
    gap = _ITEM_GAP["columns"]
    width = min(_WIDEST["columns"], (RIGHT - LEFT - gap * (len(groups) - 1)) / len(groups))
    start = LEFT + (RIGHT - LEFT - width * len(groups) - gap * (len(groups) - 1)) / 2
    frames_x = [start + n * (width + gap) for n in range(len(groups))]
    if len({group.bracket for group in groups if group.bracket}) > 1:
        _brackets(made, groups, frames_x, width)
    inner = width - SHAFT - 7
    heads = [HEAD.fit(name.lang(lang) if (name := g.head.name if g.head else g.title) else "", inner) for g in groups]
    head_height = HEAD.height(max(len(h.lines) for h in heads))
    stacks = [[(item, SMALL.fit(item.name.lang(lang), inner)) for item in group.items] for group in groups]
    tallest = max(sum(SMALL.height(len(t.lines)) + _STACK_GAP for _, t in stack) for stack in stacks)
    height = 6 + head_height + 8 + tallest + (40 if level is Level.LIFEWORLD else 6)
    for group, x, head, stack in zip(groups, frames_x, heads, stacks, strict=True):
        key = group.head.key if group.head else None
        frame = Frame(Box(x, made.height, width, height), "columns", key, group.title, level)
        made.frames.append(frame)
        top = Box(x + SHAFT, made.height + 6, inner, head_height)
        _stack(made, group.head, head, frame.box, top, stack)
    made.height += height


def _stack(
    made: Layout, head: Element | None, name: Fitted, frame: Box, top: Box, items: Sequence[tuple[Element, Fitted]]
) -> None:
    """Place the head of a column and its items below each other."""
    row = len(made.lanes)
    if head:
        made.placed[head.key] = Placed(head, top, name, HEAD, "head", row, frame)
    y = top.bottom + 8
    for item, text in items:
        box = Box(top.x, y, top.w, SMALL.height(len(text.lines)))
        made.placed[item.key] = Placed(item, box, text, SMALL, "chip", row, frame)
        y = box.bottom + _STACK_GAP


def _brackets(made: Layout, groups: Sequence[Group], xs: Sequence[float], width: float) -> None:
    numbered = zip(groups, xs, strict=True)
    for name, run in groupby(numbered, key=lambda each: each[0].bracket):
        columns = [x for _, x in run]
        if name:
            box = Box(columns[0], made.height, columns[-1] + width - columns[0], _BRACKET - 6)
            made.brackets.append(Bracket(box, name))
    made.height += _BRACKET


def _unknown(made: Layout, elements: Sequence[Element], lang: Lang) -> None:
    """Put those of unknown level into a strip of their own below the house."""
    made.height += 28
    top = made.height
    made.height += _PAD
    wide = min(_WIDEST["chips"], (RIGHT - LEFT - 12 * (len(elements) - 1)) / len(elements))
    texts = [CHIP.fit(e.name.lang(lang), wide) for e in elements]
    height = CHIP.height(max(len(t.lines) for t in texts))
    for n, (element, text) in enumerate(zip(elements, texts, strict=True)):
        box = Box(LEFT + n * (wide + 12), made.height, wide, height)
        made.placed[element.key] = Placed(element, box, text, CHIP, "chip", len(made.lanes))
    made.height = max(made.height + height + _PAD, top + 76)
    made.unknown = Box(8, top, WIDTH - 16, made.height - top)
