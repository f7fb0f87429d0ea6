"""Which column of a list holds what: said by a person, saved from last time, or guessed from headings and contents."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.intake.cells import day
from graph.intake.lists.bodies import body
from graph.intake.lists.fill_down import written_with_blanks
from graph.intake.lists.vocabulary import FIELDS, UNITS, field_of
from schema.folding import fold
from schema.nodes import Committee, Department, Node, Organisation, Person
from schema.text import Text

SUBJECTS: tuple[type[Node], ...] = (Person, Organisation, Department, Committee)
"""What a row of a list can be about."""
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.\w+")
_TELEPHONE = re.compile(r"[+0(][\d\s/()+.-]{5,}")
WHY = {
    "said": Text("wie angegeben", "as said"),
    "saved": Text("wie beim letzten Mal", "as last time"),
    "heading": Text("nach der Überschrift", "by the heading"),
    "content": Text("nach dem Inhalt", "by the content"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it holds (None: not read), and how that is known."""

    heading: str
    field: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of a list, now or last time."""

    fields: Mapping[str, str | None] = field(default_factory=dict)
    """Folded heading → what the column holds; None: it is not read."""
    off: frozenset[str] = frozenset()
    """Fields that are not read, whatever the headings say."""
    subject: str | None = None
    fill_down: tuple[str, ...] | None = None
    """Headings of columns that name a value only where it begins; None: found out."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What was found out about a list."""

    columns: tuple[Column, ...]
    subject: type[Node] | None
    fill_down: tuple[int, ...]

    def at(self, name: str) -> tuple[int, ...]:
        """Give the columns of a field, from left to right."""
        return tuple(i for i, column in enumerate(self.columns) if column.field == name)


def known(cells: Iterable[str], told: Iterable[Told]) -> int:
    """Count the cells that are headings of something."""
    named = {heading for one in told for heading in one.fields}
    return sum(fold(cell) in named or field_of(cell) is not None for cell in cells)


def mapped(headings: Sequence[str], sample: Sequence[Sequence[str]], said: Told, saved: Told) -> Layout:
    """Find out what each column holds; `sample` are the first rows below the headings."""
    columns = [_column(heading, said, saved) for heading in headings]
    columns = [_by_content(column, _cells(sample, i)) for i, column in enumerate(columns)]
    fields = {column.field for column in columns}
    if "first_name" in fields and "last_name" not in fields:  # beside a first name, "Name" is the last one
        columns = [_renamed(column, "name", "last_name") for column in columns]
    subject = _subject(said.subject or saved.subject, columns, sample)
    if subject in _OWN and not _has(columns, "name"):
        columns = [_renamed(column, _OWN[subject], "name") for column in columns]
    wanted = saved.fill_down if said.fill_down is None else said.fill_down
    return Layout(tuple(columns), subject, _fill_down(columns, sample, wanted))


_OWN: Mapping[type[Node] | None, str] = {Organisation: "organisation", Department: "unit", Committee: "committee"}


def _column(heading: str, said: Told, saved: Told) -> Column:
    """Take what was said, else what was saved, else guess; a field that has its column is guessed nowhere else."""
    for told, why in ((said, "said"), (saved, "saved")):
        if fold(heading) in told.fields:
            return Column(heading, told.fields[fold(heading)], why)
    guess = field_of(heading)
    taken = {*said.fields.values(), *saved.fields.values()} - {"private"} | said.off
    return Column(heading, None if guess in taken else guess, "heading")


def _by_content(column: Column, cells: Sequence[str]) -> Column:
    """Recognise ways to reach a person by what stands there, whatever the heading says."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if column.why in ("said", "saved") or column.field == "private" or not filled:
        return column
    private = sum(bool(_MAIL.fullmatch(cell) or (_TELEPHONE.fullmatch(cell) and not day(cell))) for cell in filled)
    return Column(column.heading, "private", "content") if private * 2 > len(filled) else column


def _subject(wanted: str | None, columns: Sequence[Column], sample: Sequence[Sequence[str]]) -> type[Node] | None:
    """Find out what a row is about; None where no column names anything.

    In doubt a name is that of a person: what is taken for one stays behind the switch for persons.
    """
    if wanted:
        return next(cls for cls in SUBJECTS if cls.__name__ == wanted)
    if _has(columns, "last_name") or _has(columns, "first_name"):
        return Person
    if not _has(columns, "name"):
        if _has(columns, "head") and not _has(columns, *_OWN.values()):
            return None
        return next((cls for cls in SUBJECTS if cls in _OWN and _has(columns, _OWN[cls])), None)
    i = next(i for i, column in enumerate(columns) if column.field == "name")
    names = [cell.strip() for cell in _cells(sample, i) if cell.strip()]
    bodies = [found for name in names if (found := body(name, Organisation)).told]
    if 2 * len(bodies) > len(names):
        kinds = [found.type for found in bodies]
        return max(SUBJECTS[1:], key=kinds.count)
    return Person


def _fill_down(
    columns: Sequence[Column], sample: Sequence[Sequence[str]], wanted: tuple[str, ...] | None
) -> tuple[int, ...]:
    """Give the columns that are filled from above, from the largest to the smallest unit."""
    if wanted is not None:
        names = {fold(heading) for heading in wanted}
        return tuple(i for i, column in enumerate(columns) if fold(column.heading) in names)
    units = [(UNITS.index(column.field), i) for i, column in enumerate(columns) if column.field in UNITS]
    return tuple(i for _, i in sorted(units) if written_with_blanks(_cells(sample, i)))


def _cells(sample: Iterable[Sequence[str]], column: int) -> list[str]:
    return [row[column] if column < len(row) else "" for row in sample]


def _has(columns: Iterable[Column], *names: str) -> bool:
    return any(column.field in names for column in columns)


def _renamed(column: Column, old: str, new: str) -> Column:
    return Column(column.heading, new, column.why) if column.field == old else column


def field_list() -> Text:
    """Name all fields with what they hold."""
    return Text(*(", ".join(f"{name} ({label.lang(lang)})" for name, label in FIELDS.items()) for lang in ("de", "en")))
