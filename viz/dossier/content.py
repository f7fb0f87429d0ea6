"""What stands in a dossier, in one language and without any format: the writers for HTML, Word and PDF read this."""

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, ClassVar, Literal

from schema.text import Lang

Manner = Literal["plain", "lead", "note"]

MOST_CHARACTERS, LONGEST_WORD = 1_200, 80
"""What is longer is cut and ends in an ellipsis, so that one name cannot fill pages."""
BLANK = "–"
"""Stands where a cell would be empty."""
_ILLEGIBLE = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""Control characters and what is no character: HTML, XML and PDF hold none of them."""
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a `lead` opens a section, a `note` stands back."""

    kind: ClassVar = "paragraph"
    text: str
    manner: Manner = "plain"


@dataclass(frozen=True, slots=True)
class Points:
    """A list, with a title of its own where it needs one."""

    kind: ClassVar = "points"
    items: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what is to be said under each."""

    kind: ClassVar = "facts"
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; figures stand to the right."""

    heading: str
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `head` is the column that names a row, `note` says how many of how many rows are shown.

    Lines within a cell are separated by a line feed. `statuses` gives for each row the status of a Stellschraube, which
    stands in the column `STATUS`; empty in all other tables. A `small` one is set in smaller type.
    """

    kind: ClassVar = "table"
    STATUS: ClassVar = 2
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    head: int = 0
    note: str = ""
    statuses: tuple[str, ...] = ()
    small: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as SVG that needs nothing beside itself, and in words what it shows."""

    kind: ClassVar = "figure"
    svg: str
    title: str
    alt: str


Block = Paragraph | Points | Facts | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A section with a heading, its blocks and its parts, which have headings one level below; `key` is its anchor."""

    key: str
    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple["Section", ...] = ()
    fresh: bool = False
    """Whether it begins on a new page."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A whole dossier; `facts` say of what day, data and place it is and who may read it, `foot` says so in short."""

    lang: Lang
    title: str
    subtitle: str
    facts: Facts
    sections: tuple[Section, ...]
    foot: str


def legible(dossier: Dossier) -> Dossier:
    """Replace what no format can hold and cut what is too long, everywhere but in pictures."""
    cleaned: Dossier = _cleaned(dossier)
    return cleaned


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return shortened(_ILLEGIBLE.sub("\ufffd", value))
    if isinstance(value, tuple):
        return tuple(_cleaned(item) for item in value)
    if isinstance(value, Table):
        rows = tuple(tuple(cell if cell.strip() else BLANK for cell in row) for row in _cleaned(value.rows))
        return replace(value, title=_cleaned(value.title), columns=_cleaned(value.columns), rows=rows)
    if isinstance(value, Figure):
        return replace(value, title=_cleaned(value.title), alt=_cleaned(value.alt))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _cleaned(getattr(value, field.name)) for field in fields(value)})
    return value


def shortened(text: str) -> str:
    """Cut words and texts that are too long.

    >>> len(shortened("Ä" * 10_000)), shortened("Amt für Soziales")
    (80, 'Amt für Soziales')
    """
    text = _LONG_WORD.sub(lambda word: word[0][: LONGEST_WORD - 1] + "…", text)
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1].rstrip() + "…"


def plain(value: Any) -> Any:
    """Give a dossier, or a part of one, as lists and dictionaries; each block names its `kind`."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        kind = {"kind": value.kind} if hasattr(value, "kind") else {}
        return kind | {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value
