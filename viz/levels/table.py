"""The levels view as rows: the same elements in the same order, the same links drawn, the same remarks."""

from collections.abc import Iterator
from dataclasses import dataclass

from schema.levels import LEVEL_LABELS
from schema.text import Text
from schema.ties import TIES
from viz.levels import words
from viz.levels.composing import Composition
from viz.levels.elements import Element, Group
from viz.levels.links import Link


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One element of the picture: where it stands, what it is, how many ties it has, what is marked on it.

    `id` is the node that it stands for, None for a sum; `contains` names what is summed up or folded into it.
    """

    key: str
    id: str | None
    level: Text
    place: Text | None
    name: Text
    type: Text
    ties: int
    lifts: int
    marks: tuple[Text, ...]
    contains: tuple[str, ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One line of the picture: both ends, what joins them, how many ties and pieces of evidence it stands for."""

    ends: tuple[str, str]
    first: Text
    second: Text
    kind: Text
    through: Text
    ties: int
    evidence: int
    derived: bool
    strong: bool


@dataclass(frozen=True, slots=True)
class MissingRow:
    """Two that share something without a contact that is recorded."""

    ends: tuple[str, str]
    first: Text
    second: Text
    shared: Text


@dataclass(frozen=True, slots=True)
class LevelsTable:
    """The whole picture in rows; `remarks` say what is not drawn and not known."""

    title: Text
    elements: tuple[ElementRow, ...]
    links: tuple[LinkRow, ...]
    missing: tuple[MissingRow, ...]
    remarks: tuple[Text, ...]


def tabled(made: Composition) -> LevelsTable:
    """Tell a composition as rows."""
    names = {element.key: element.name for element in made.elements}
    missing = tuple(MissingRow(link.ends, names[link.a], names[link.b], shared) for link, shared in made.missing)
    links = tuple(_link(made, link, names) for link in made.shown)
    return LevelsTable(made.title, tuple(_elements(made)), links, missing, made.remarks())


def _elements(made: Composition) -> Iterator[ElementRow]:
    for row in made.scene.rows():
        for group in row.groups:
            yield from ([_element(made, group.head, group.bracket)] if group.head else [])
            yield from (_element(made, item, _place(group)) for item in group.items)
    yield from (_element(made, element, None) for element in made.scene.unknown)


def _place(group: Group) -> Text | None:
    return group.head.name if group.head else group.title


def _element(made: Composition, element: Element, place: Text | None) -> ElementRow:
    network, members = made.network, element.members
    inside = members if element.node is None else members[1:]
    return ElementRow(
        key=element.key,
        id=None if element.node is None else network.ids[element.node],
        level=LEVEL_LABELS[element.level],
        place=place,
        name=element.name,
        type=element.type,
        ties=made.ties(element),
        lifts=made.lifted.get(element.key, 0),
        marks=tuple(_marks(made, element)),
        contains=tuple(sorted(network.name(i) for i in inside)),
        strong=element.key in made.strong[0],
    )


def _marks(made: Composition, element: Element) -> Iterator[Text]:
    reason, gap = made.multiplier(element), made.gaps.get(element.key)
    if reason:
        yield words.WHY.format(what=words.MULTIPLIER, why=reason)
    if gap:
        yield words.WHY.format(what=gap.what, why=gap.why)
    if made.is_new(element):
        yield words.NEW


def _link(made: Composition, link: Link, names: dict[str, Text]) -> LinkRow:
    network = made.network
    labels = [TIES[code].label for code in sorted({int(network.tie_type[j]) for j in link.ties})]
    kind = words.KIND_LIFT if link.kind == "lift" else words.KIND_SIDE
    return LinkRow(
        ends=link.ends,
        first=names[link.a],
        second=names[link.b],
        kind=words.NEW_KIND.format(kind=kind) if made.trial.adds(network, link) else kind,
        through=Text(", ".join(t.de for t in labels), ", ".join(t.en for t in labels)),
        ties=len(link.ties),
        evidence=link.weight,
        derived=link.derived,
        strong=link in made.strong[1],
    )
