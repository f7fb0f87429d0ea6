"""Small networks whose sums tell whether one sees them whole."""

from collections.abc import Iterator

from schema.nodes import Committee, Kommune, Node, Organisation, Sozialraum
from schema.record import Record
from schema.ties import ActiveIn, PartOf

SIZE = 60


def kommune(id: str = "k", name: str = "Kreis") -> Kommune:
    """Make a Kommune."""
    return Kommune(id=id, source="Test", name=name)


def town(people: int, size: int = SIZE) -> Iterator[Record]:
    """Make a Kommune of `size` areas with the same number of people each, and one tie to it from each."""
    yield kommune()
    for i in range(size):
        yield Sozialraum(id=f"r{i:05}", source="Test", name=f"Raum {i} mit {people}", population=people)
        yield PartOf(id=f"p{i:05}", source="Test", start=f"r{i:05}", end="k", count=people)


def people_of(nodes: list[Node]) -> set[int | None]:
    """Give the different numbers of people that areas have: one, in a town that is seen whole."""
    return {node.population for node in nodes if isinstance(node, Sozialraum)}


def club(id: str = "v", name: str = "Verein") -> Organisation:
    """Make an organisation."""
    return Organisation(id=id, source="Test", name=name)


def council(id: str = "rat") -> Committee:
    """Make a body."""
    return Committee(id=id, source="Test", name="Rat")


def active(id: str, start: str, end: str) -> ActiveIn:
    """Make a tie between an actor and an area."""
    return ActiveIn(id=id, source="Test", start=start, end=end)
