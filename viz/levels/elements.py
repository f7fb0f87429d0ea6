"""What stands in the picture, before it has a place: elements in groups, groups in rows, rows in storeys."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from schema.levels import Level
from schema.text import Text

Form = Literal["chips", "boxes", "columns"]


@dataclass(frozen=True, slots=True)
class Element:
    """One box of the picture: a node with what is folded into it, or several nodes under one name.

    `sums`: several of equal standing, tied as one; `rest`: those that no room was left for, their ties are not drawn.
    `members` are positions in the network, the node itself first; `folded` says in words what is folded in.
    """

    key: str
    name: Text
    type: Text
    level: Level
    members: tuple[int, ...]
    rest: bool = False
    sums: bool = False
    folded: Text | None = None
    round: bool = False

    @property
    def node(self) -> int | None:
        """Give the position of the node that it stands for; None when it sums up several."""
        return None if self.rest or self.sums else self.members[0]


@dataclass(frozen=True, slots=True)
class Group:
    """Elements that belong together under a head: a Dezernat with its units, a Sozialraum with its actors.

    `bracket` names what several neighbouring groups share, as the Gemeinde of Sozialräume.
    """

    items: tuple[Element, ...]
    head: Element | None = None
    title: Text | None = None
    bracket: Text | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a storey. In `chips` the items stand side by side; in `boxes` too, framed by group; in `columns` each
    group stacks its items under its head.
    """

    form: Form
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Storey:
    """One level with its rows from top to bottom, and what is on it in words."""

    level: Level
    rows: tuple[Row, ...]
    subtitle: Text


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is shown: three storeys, those of unknown level apart, and remarks on what is not shown."""

    storeys: tuple[Storey, ...]
    unknown: tuple[Element, ...]
    remarks: tuple[Text, ...]

    def rows(self) -> Iterator[Row]:
        """Give the rows from top to bottom."""
        for storey in self.storeys:
            yield from storey.rows

    def elements(self) -> Iterator[Element]:
        """Give every element once, as the picture is read: from top to bottom, heads before their items."""
        for row in self.rows():
            for group in row.groups:
                yield from (*((group.head,) if group.head else ()), *group.items)
        yield from self.unknown
