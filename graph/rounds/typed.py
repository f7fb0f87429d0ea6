"""What was typed into a form of a planning round, read; what does not fit is told field by field, all at once."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from graph.intake.cells import day as day_of
from graph.network import Network
from graph.rounds.finding import one_of
from schema.errors import ConflictError, InputError, NotFoundError, Oddity
from schema.nodes import Node
from schema.text import Text

E = TypeVar("E", bound=StrEnum)
MOST_NAMED = 200
"""Nodes that one field may name."""

_NO_DAY = Text("ist kein Datum (JJJJ-MM-TT)", "is not a date (YYYY-MM-DD)")
_TOO_MANY = Text("nennt mehr als {most}", "names more than {most}")
_NOT_OFFERED = Text("ist keiner der angebotenen Werte", "is none of the values offered")
_MISSING = Text("fehlt", "is missing")
_NOT_READ = Text("Die Eingabe passt nicht.", "What was typed does not fit.")
_MEND = Text("Die bezeichneten Felder berichtigen.", "Mend the fields marked.")


class Typed:
    """The fields of a form as they were typed; `finished` raises InputError with all that does not fit."""

    def __init__(self, network: Network, values: Mapping[str, str], file: str) -> None:
        """Read `values`; names are those of the network, `file` is what the form is called in errors."""
        self._network, self._values, self._file = network, values, file
        self._odd: list[Oddity] = []

    def text(self, field: str) -> str | None:
        """Give a text; None where nothing was typed."""
        return self._values.get(field, "").strip() or None

    def needed(self, field: str) -> str:
        """Give a text that must be there."""
        if not (said := self.text(field)):
            self._refuse(field, _MISSING)
        return said or ""

    def day(self, field: str) -> date | None:
        """Read a date, ISO or German; None where nothing was typed."""
        said = self.text(field)
        read = day_of(said) if said else None
        if said and read is None:
            self._refuse(field, _NO_DAY)
        return read

    def one_of(self, field: str, values: type[E]) -> E | None:
        """Read one of some values; None where nothing was chosen."""
        said = self.text(field)
        if said and said not in [*values]:
            self._refuse(field, _NOT_OFFERED)
            return None
        return values(said) if said else None

    def nodes(self, field: str, *types: type[Node]) -> tuple[str, ...]:
        """Read nodes, a line each, by id or name, and give their ids."""
        lines = list(dict.fromkeys(line.strip() for line in (self.text(field) or "").split("\n") if line.strip()))
        if len(lines) > MOST_NAMED:
            self._refuse(field, _TOO_MANY.format(most=MOST_NAMED))
            return ()
        return tuple(id for line in lines if (id := self._node(field, line, types)) is not None)

    def finished(self) -> None:
        """Raise InputError where something did not fit; the first thing of each field is told."""
        if self._odd:
            raise InputError(_NOT_READ, _MEND, tuple({one.field: one for one in reversed(self._odd)}.values()))

    def _node(self, field: str, line: str, types: tuple[type[Node], ...]) -> str | None:
        try:
            return one_of(self._network, line, *types)
        except (NotFoundError, ConflictError) as error:
            self._refuse(field, error.text)
            return None

    def _refuse(self, field: str, message: Text) -> None:
        self._odd.append(Oddity("invalid-field", message, self._file, field=field, refused=True))
