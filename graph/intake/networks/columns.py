"""The columns of a network's files: what each holds is told by its heading, or by a person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from graph.intake.networks.vocabulary import ENDS, FIELDS, HEADINGS, KNOWN, MEMBERS, TYPE
from schema.errors import UsageError
from schema.folding import fold
from schema.text import Text


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of one file, and which of them holds which field."""

    headings: tuple[str, ...]
    at: Mapping[str, int]

    def cell(self, field: str, cells: Sequence[str]) -> str:
        """Give the cell of a field in a row; empty where there is no such column or the row is short."""
        position = self.at.get(field)
        return cells[position].strip() if position is not None and position < len(cells) else ""

    def heading(self, field: str) -> str:
        """Give the heading of a field as it stands in the file."""
        return self.headings[self.at[field]] if field in self.at else field

    def unread(self) -> tuple[str, ...]:
        """Name the columns that hold no field."""
        read = set(self.at.values())
        return tuple(heading for i, heading in enumerate(self.headings) if heading.strip() and i not in read)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person said about the columns: field → heading; an empty heading means that the field is not read."""

    headings: Mapping[str, str]

    def __post_init__(self) -> None:
        """Refuse a field that no network has."""
        if wrong := sorted(set(self.headings) - set(FIELDS)):
            raise UsageError(
                Text("Kein Feld eines Netzes: {field!r}.", "No field of a network: {field!r}.").format(field=wrong[0]),
                Text("Felder sind {known}.", "Fields are {known}.").format(known=_fields()),
            )

    def known(self, cells: Iterable[str]) -> int:
        """Count the headings of a row that mean something."""
        chosen = {fold(heading) for heading in self.headings.values()} - {""}
        return sum(fold(cell) in KNOWN or fold(cell) in chosen for cell in cells)

    def edges(self, headings: Sequence[str]) -> Columns | None:
        """Find the columns of an edge list or two-mode list; None where there are no two ends."""
        found = _Finding(self, headings)
        ends = found.pair() or found.membership()
        if ends is None:
            return None
        found.at.update(ends)
        found.guess("weight", "frequency", "relation")
        return found.columns()

    def nodes(self, headings: Sequence[str], *, type_is_mode: bool = False) -> Columns:
        """Find the columns of a node list; a first column without a heading holds the names, as R writes it."""
        found = _Finding(self, headings)
        found.chosen("id", "name", "level", "mode", "group")
        if type_is_mode and "mode" not in found.at:
            position = found.first(TYPE)
            found.at.update({} if position is None else {"mode": position})
        found.guess("id", "name", "level", "mode", "group")
        if not {"id", "name"} & set(found.at) and headings and not headings[0].strip():
            found.at["id"] = 0
        return found.columns()

    def missing(self, headings: Iterable[str]) -> tuple[str, str] | None:
        """Give a field whose chosen heading is among none of the headings of a source."""
        there = {fold(heading) for heading in headings}
        return next(((f, h) for f, h in self.headings.items() if h.strip() and fold(h) not in there), None)


class _Finding:
    """One file's headings while its columns are sought; a column holds one field only."""

    def __init__(self, choice: Choice, headings: Sequence[str]) -> None:
        self.choice, self.headings = choice, tuple(headings)
        self.folded = [fold(heading) for heading in headings]
        self.at: dict[str, int] = {}

    def columns(self) -> Columns:
        return Columns(self.headings, MappingProxyType(self.at))

    def chosen(self, *fields: str) -> None:
        for field in fields:
            heading = fold(self.choice.headings.get(field, ""))
            if heading and heading in self.folded:
                self.at[field] = self.folded.index(heading)

    def guess(self, *fields: str) -> None:
        self.chosen(*fields)
        for field in fields:
            if field not in self.at and self.choice.headings.get(field) != "":
                position = self.first(HEADINGS[field])
                if position is not None:
                    self.at[field] = position

    def first(self, words: Iterable[str]) -> int | None:
        taken = set(self.at.values())
        there = (self.folded.index(fold(word)) for word in words if fold(word) in self.folded)
        return next((position for position in there if position not in taken), None)

    def pair(self) -> dict[str, int] | None:
        """Find both ends: chosen, or headings that go together; one that is chosen finds the other."""
        self.chosen("from", "to", "committee")
        if "committee" in self.at:
            return None
        for start, end in ENDS:
            ends = {"from": self.at.get("from", self._at(start)), "to": self.at.get("to", self._at(end))}
            if None not in ends.values() and ends["from"] != ends["to"]:
                return {field: position for field, position in ends.items() if position is not None}
        return None

    def membership(self) -> dict[str, int] | None:
        """Find a committee, and beside it the actors that belong to it."""
        if "to" in self.at:
            return None
        self.guess("committee")
        position = self.at.get("from", self.first(MEMBERS))
        return None if position is None or "committee" not in self.at else {"from": position}

    def _at(self, word: str) -> int | None:
        return self.folded.index(fold(word)) if fold(word) in self.folded else None


def _fields() -> Text:
    return Text(
        ", ".join(f"{field} ({label.de})" for field, label in FIELDS.items()),
        ", ".join(f"{field} ({label.en})" for field, label in FIELDS.items()),
    )
