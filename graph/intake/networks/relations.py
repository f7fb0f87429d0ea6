"""One relation of a network: what its weights mean and who is a committee in it, told by a first look at the whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.intake.account import Account
from graph.intake.networks.arcs import Arc, Matrix, as_number, listed_arcs
from graph.intake.networks.files import MISSING, File, Shape, unread
from schema.errors import Oddity
from schema.text import Text

Who = tuple[str, bool]
"""A name, and whether it is that of a committee; an actor may be called like one."""
STRENGTHS = (1, 2, 3, 4, 5)


@dataclass
class Weights:
    """The weights of one relation, and whether they are strengths: whole numbers from 1 to 5, not all of them 1."""

    numbers: int = 0
    lowest: float = 0
    highest: float = 0
    off: Arc | None = None
    """The first arc whose weight is on no such scale."""
    missing: int = 0
    zeros: int = 0
    first_zero: str = ""

    def note(self, arc: Arc) -> None:
        """Take one weight into account."""
        number = as_number(arc.weight)
        if number == 0:
            self.first_zero = self.first_zero or arc.place
            self.zeros += 1
        elif number is None:
            self.missing += arc.weight in MISSING
        elif number > 0:
            self.lowest = min(number, self.lowest or number)
            self.highest, self.numbers = max(number, self.highest), self.numbers + 1
            self.off = self.off or (None if number in STRENGTHS else arc)

    @property
    def are_strengths(self) -> bool:
        """Say whether they fit the scale; a column of nothing but 1 says only that there is a tie."""
        return self.off is None and self.highest > 1

    def strength(self, arc: Arc) -> int | None:
        """Give the strength of a tie, None where it is not told."""
        number = as_number(arc.weight) if self.are_strengths else None
        return int(number) if number is not None else None

    def oddities(self, file: File) -> Iterator[Oddity]:
        """Say what of the weights was not read."""
        heading = file.columns.heading("weight") if file.shape is Shape.EDGES else ""
        if self.off:
            what = _OFF.format(low=f"{self.lowest:g}", high=f"{self.highest:g}")
            yield Oddity("no-strength", what, file.name, self.off.place, heading or self.off.heading)
        if self.are_strengths and self.missing:
            yield Oddity("no-weight", _NONE.format(n=self.missing), file.name, "", heading)
        if self.zeros:
            yield Oddity("zero-weight", _ZERO.format(n=self.zeros), file.name, self.first_zero, heading)


@dataclass
class Relation:
    """An edge list or a matrix."""

    file: File
    name: str
    """What tells it from the other relations over the same nodes; may be empty."""
    matrix: Matrix | None = None
    weights: Weights = field(default_factory=Weights)
    members: set[str] = field(default_factory=set)
    committees: set[str] = field(default_factory=set)

    @classmethod
    def looked_at(cls, file: File, name: str) -> "Relation":
        """Look a file through; an InputError when it stops being text or is no network after all."""
        relation = cls(file, name, Matrix(file) if file.shape is Shape.MATRIX else None)
        for arc in relation.arcs(None):
            relation.weights.note(arc)
            relation.members.add(arc.start)
            (relation.committees if arc.member else relation.members).add(arc.end)
        return relation

    def arcs(self, account: Account | None) -> Iterator[Arc]:
        """Give its ties as they are stated; what is odd goes to the account, if there is one."""
        return self.matrix.arcs(account) if self.matrix else listed_arcs(self.file, account)

    def named(self) -> Iterator[Who]:
        """Give all that a matrix names, those without a tie included; an edge list names them one by one."""
        if self.matrix:
            yield from ((name, False) for name in self.matrix.rows if name not in MISSING)
            yield from ((name, not self.matrix.square) for name in self.matrix.columns if name not in MISSING)

    def oddities(self) -> Iterator[Oddity]:
        """Say what is odd about it as a whole."""
        yield from self.matrix.odd_names() if self.matrix else unread(self.file)
        yield from self.weights.oddities(self.file)


_OFF = Text(
    "Die Gewichte von {low} bis {high} sind keine Stärken von 1 bis 5; die Stärke bleibt leer.",
    "The weights from {low} to {high} are no strengths from 1 to 5; the strength is left empty.",
)
_NONE = Text(
    "Ohne Gewicht bleibt die Stärke leer (Verbindungen: {n}).",
    "Without a weight, the strength is left empty (ties: {n}).",
)
_ZERO = Text("Gewicht 0 ist keine Verbindung (Zeilen: {n}).", "A weight of 0 is no tie (rows: {n}).")
