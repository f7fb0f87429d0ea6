"""The lower storey: Sozialräume as columns, each with the actors in it; beyond twelve, areas are grouped."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schema.levels import Level
from schema.nodes import Sozialraum
from schema.text import Text, verbatim
from viz.levels import words
from viz.levels.choosing import SIDE_BY_SIDE, rest, row_of, single
from viz.levels.counting import AREA
from viz.levels.elements import Element, Group, Row, Storey
from viz.levels.reading import Reading

_STACKED = 5
_FEWEST_KOMMUNEN = 3
"""From so many on, columns by Kommune say more than the first areas and a sum of the rest."""
_KEPT_FOR_GAPS = 4
"""Of the columns that there is room for, so many go to areas with a gap first, so that a gap is never hidden."""


@dataclass(frozen=True, slots=True)
class Column:
    """An area with all that lies in it, and the actors there in order of rank."""

    head: Element
    actors: tuple[int, ...]
    bracket: int | None = None
    leading: bool = True


def lifeworld(reading: Reading) -> Storey:
    """Put areas and actors into one row of columns."""
    nodes = reading.on(Level.LIFEWORLD)
    areas = [i for i in nodes if reading.is_a(i, Sozialraum)]
    columns, without = _columns(reading, areas, [i for i in nodes if not reading.is_a(i, Sozialraum)])
    shown, others = _fitted(reading, columns)
    groups = [_group(reading, column) for column in shown]
    items = row_of(reading, without, "lifeworld:nowhere", Level.LIFEWORLD, _STACKED)
    if items or others:
        groups.append(Group((*items, *others), title=words.BESIDES if others else words.NO_AREA))
    rows = (Row("columns", tuple(groups)),) if groups else ()
    return Storey(Level.LIFEWORLD, rows, words.SUBTITLES[Level.LIFEWORLD])


def _columns(reading: Reading, areas: Sequence[int], actors: Sequence[int]) -> tuple[list[Column], list[int]]:
    """Make a column of each outermost area; give also the actors of whom no area is known."""
    outermost = {i: _outermost(reading, i) for i in areas}
    leading = _leading_kind(reading, outermost)
    there = defaultdict[int, list[int]](list)
    without: list[int] = []
    for actor in actors:
        known = [outermost[a] for a in reading.areas_of.get(actor, ()) if a in outermost]
        known.sort(key=lambda top: reading.kind(top) != leading)
        (there[known[0]] if known else without).append(actor)
    inside = defaultdict[int, list[int]](list)
    for area in areas:
        if outermost[area] != area:
            inside[outermost[area]].append(area)
    tops = [i for i in areas if outermost[i] == i]
    columns = [
        Column(
            single(reading, top, inside[top], AREA),
            tuple(there[top]),
            reading.kommune_of(top),
            reading.kind(top) == leading,
        )
        for top in tops
    ]
    return columns, without


def _leading_kind(reading: Reading, outermost: Mapping[int, int]) -> str | None:
    """Find the division that columns follow: the kind of outermost area that holds the most areas."""
    held = Counter(reading.kind(top) for top in outermost.values())
    return min(held, key=lambda kind: (-held[kind], kind or ""), default=None)


def _outermost(reading: Reading, area: int) -> int:
    held = reading.network.placeholder
    top = next((i for i in reversed(reading.line(area)) if reading.is_a(i, Sozialraum) and not held[i]), area)
    return area if area in reading.line(top) else top


def _fitted(reading: Reading, columns: list[Column]) -> tuple[list[Column], list[Element]]:
    """Leave up to twelve columns as they are; of more, areas of other divisions are summed up, then areas grouped."""
    if len(columns) <= SIDE_BY_SIDE:
        return columns, []
    leading, others = [c for c in columns if c.leading], [c for c in columns if not c.leading]
    if sum(len(c.head.members) for c in leading) < sum(len(c.head.members) for c in others):
        leading, others = columns, []
    kept = _fewer(reading, leading)
    return kept, [_summed_up(others, "divisions", words.OTHER_AREAS)] if others else []


def _fewer(reading: Reading, columns: list[Column]) -> list[Column]:
    """Group more than twelve columns by Kommune where that helps, else keep the first and sum up the rest."""
    if len(columns) <= SIDE_BY_SIDE:
        return columns
    by_kommune = defaultdict[int | None, list[Column]](list)
    for column in columns:
        by_kommune[column.bracket].append(column)
    if _FEWEST_KOMMUNEN <= len(by_kommune) <= SIDE_BY_SIDE:
        return [_merged(reading, kommune, parts) for kommune, parts in by_kommune.items()]
    gaps = [c for c in columns if _has_gap(reading, c)][:_KEPT_FOR_GAPS]
    first = [c for c in columns if c not in gaps][: SIDE_BY_SIDE - 1 - len(gaps)]
    left = [c for c in columns if c not in gaps and c not in first]
    return [*first, *gaps, Column(_summed_up(left, "areas", words.MORE), ())]


def _summed_up(columns: Sequence[Column], key: str, name: Text) -> Element:
    members = [i for column in columns for i in (*column.head.members, *column.actors)]
    return rest(f"lifeworld:{key}", members, Level.LIFEWORLD, len(columns), name)


def _has_gap(reading: Reading, column: Column) -> bool:
    top, asked = column.head.members[0], reading.marks.gaps
    if asked is not None:
        return reading.network.ids[top] in asked
    return not reading.weight[list(column.head.members)].any()


def _merged(reading: Reading, kommune: int | None, parts: Sequence[Column]) -> Column:
    """Make one column of all areas of a Kommune."""
    areas = [i for column in parts for i in column.head.members]
    name = words.NO_KOMMUNE if kommune is None else verbatim(reading.network.name(kommune))
    folded = Text("{n} Räume", "{n} areas").format(n=len(areas))
    key = f"\tareas:{'' if kommune is None else reading.network.ids[kommune]}"
    head = Element(key, name, words.GROUPED_AREAS, Level.LIFEWORLD, tuple(areas), folded=folded, sums=True)
    actors = reading.ranked(i for column in parts for i in column.actors)
    return Column(head, tuple(actors))


def _group(reading: Reading, column: Column) -> Group:
    items = row_of(reading, column.actors, column.head.key, Level.LIFEWORLD, _STACKED)
    bracket = None if column.bracket is None else verbatim(reading.network.name(column.bracket))
    return Group(tuple(items), head=column.head, bracket=bracket)


def gaps_of(reading: Reading, groups: Sequence[Group], lifted: Mapping[str, int]) -> dict[str, tuple[Text, Text]]:
    """Find the areas where the data show a gap: element key → what, and why. `lifted` counts lift ties by key.

    Where no actor, or no tie between levels, is recorded anywhere, nothing is said of a single area: it is unknown.
    """
    any_actors = any(group.items for group in groups)
    any_lift = any(lifted.values())
    asked = reading.marks.gaps
    found: dict[str, tuple[Text, Text]] = {}
    for group in groups:
        if group.head is None or group.head.rest:
            continue
        keys = (group.head.key, *(item.key for item in group.items))
        if asked is not None:
            own = None if group.head.node is None else asked.get(reading.network.ids[group.head.node])
            if own:
                found[group.head.key] = (own, words.WHYS.get(own, own))
        elif any_actors and not group.items:
            found[group.head.key] = (words.NO_ACTORS, words.NO_ACTORS_WHY)
        elif any_lift and not any(lifted.get(key) for key in keys):
            found[group.head.key] = (words.NO_LIFT, words.NO_LIFT_WHY)
    return found
