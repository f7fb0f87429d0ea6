"""The reader of networks: node lists first, then a look at each relation, then the records."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from graph.intake.account import Account
from graph.intake.guard import printable
from graph.intake.networks.columns import Choice
from graph.intake.networks.files import File, Shape, csv_files, is_network, opened, role
from graph.intake.networks.making import Making
from graph.intake.networks.node_lists import Listing, gather
from graph.intake.networks.relations import Relation
from graph.intake.reader import Ending, Present
from graph.intake.sources import Source
from schema.errors import InputError, Oddity, UsageError
from schema.nodes import Department, Kommune, Node, Organisation, Person
from schema.record import Record
from schema.text import Text

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

ACTORS: tuple[type[Node], ...] = (Organisation, Person, Department, Kommune)
"""What the nodes of a network can be; each may cooperate, and be a member of a committee."""


class NetworkReader:
    """Reads a folder of relations over the same nodes, or one relation with the node list beside it."""

    name = "network"
    label = Text(
        "Netz als Kantenliste, Knotenliste oder Matrix (CSV)", "network as edge list, node list or matrix (CSV)"
    )
    published = True  # mostly data of research, with ties of a node to itself and the like

    def __init__(self) -> None:
        """Start with columns that are told by their headings, and organisations for nodes."""
        self._choice, self._actor = Choice({}), ACTORS[0]

    def direct(self, columns: Mapping[str, str], nodes: str | None) -> None:
        """Say which heading holds a field, and what the nodes are; a UsageError lists what there is."""
        self._choice = Choice(columns)
        actor = next((cls for cls in ACTORS if cls.__name__ == (nodes or ACTORS[0].__name__)), None)
        if actor is None:
            raise UsageError(
                Text(
                    "Die Knoten eines Netzes können nicht {n!r} sein.", "The nodes of a network cannot be {n!r}."
                ).format(n=nodes),
                Text("Möglich: {known}.", "Possible: {known}.").format(known=", ".join(a.__name__ for a in ACTORS)),
            )
        self._actor = actor

    def recognises(self, source: Source) -> bool:
        """Say whether the source holds an edge list or a square matrix, by names, headings and first rows."""
        try:
            return any(is_network(path, self._choice) for path in csv_files(source))
        except OSError:
            return False

    def read(self, source: Source, account: Account, present: Present) -> Iterator[Record | Ending]:  # noqa: ARG002
        """Give all records; raises InputError when there is no network, or no row of it can be read."""
        files = list(_opened(source, self._choice, account))
        self._check_choice(files)
        listing = gather((file for file in files if file.shape is Shape.NODES), account)
        network = _network(source)
        relations = list(_looked_at(network, [file for file in files if file.shape is not Shape.NODES], account))
        making = Making(network, self._actor, listing, account, _committees_only(relations))
        read = 0
        for record in (record for part in (making.nodes(), *map(making.ties, relations)) for record in part):
            read += 1
            yield record
        if not read and (account.refused or not files):
            raise _nothing(source, account)
        account.odd(*_no_level(source, listing))

    def derive(self, change: "ChangeSet", account: Account) -> Iterator[Record | Ending]:  # noqa: ARG002 (the protocol)
        """Give nothing: a network states its ties."""
        return iter(())

    def _check_choice(self, files: list[File]) -> None:
        headings = [heading for file in files for heading in file.columns.headings]
        missing = self._choice.missing(headings)
        if missing and headings:
            raise UsageError(
                Text(
                    "Für {field!r} gibt es keine Spalte {heading!r}.", "There is no column {heading!r} for {field!r}."
                ).format(field=missing[0], heading=missing[1]),
                Text("Spalten: {known}.", "Columns: {known}.").format(
                    known=", ".join(dict.fromkeys(filter(None, headings)))
                ),
            )


def _opened(source: Source, choice: Choice, account: Account) -> Iterator[File]:
    """Open the files of a source and, of a single relation, the node lists beside it."""
    paths = csv_files(source)
    for path in paths:
        file = _understood(path, choice, account)
        if file:
            yield file
            if source.directory is None and file.shape is not Shape.NODES:
                yield from _beside(path, choice, account)


def _understood(path: Path, choice: Choice, account: Account) -> File | None:
    try:
        file = opened(path, choice)
    except InputError as error:
        account.odd(*error.oddities)
        return None
    if file is None:
        account.odd(Oddity("unknown-table", _UNKNOWN.format(file=path.name), printable(path.name), refused=True))
    return file


def _beside(path: Path, choice: Choice, account: Account) -> Iterator[File]:
    """Find the node lists beside a relation: what their names say before `__` or `nodes` is the same."""
    for other in csv_files(Source(path.parent, "")):
        if other == path or _about(other) != _about(path):
            continue
        file = _understood(other, choice, account) if role(other)[1] is Shape.NODES else _quietly(other, choice)
        if file and file.shape is Shape.NODES:
            yield file


def _quietly(path: Path, choice: Choice) -> File | None:
    with suppress(InputError):
        return opened(path, choice)
    return None


def _about(path: Path) -> str:
    return role(path)[0].split("__")[0]


def _network(source: Source) -> str:
    """Name the network, so that several can live in one store: by its folder, or by what a single file is about."""
    if source.directory:
        return source.name
    return _about(source.path) or printable(source.path.resolve().parent.name)


def _relation(network: str, file: File) -> str:
    """Name a relation by what its file is about beside the network; empty where that is all."""
    about = role(file.path)[0]
    return "" if about == network else about.removeprefix(f"{network}__")


def _looked_at(network: str, files: list[File], account: Account) -> Iterator[Relation]:
    """Look each relation through; one that is no network after all is left out whole."""
    for file in files:
        try:
            yield Relation.looked_at(file, _relation(network, file))
        except InputError as error:
            account.odd(*error.oddities)


def _committees_only(relations: list[Relation]) -> frozenset[str]:
    """Name those that are committees in some relation and actors in none."""
    committees = frozenset[str]().union(*(relation.committees for relation in relations))
    return committees.difference(*(relation.members for relation in relations))


def _no_level(source: Source, listing: Listing) -> Iterator[Oddity]:
    if not listing.has_level:
        yield Oddity("no-level", _NO_LEVEL, source.name)


def _nothing(source: Source, account: Account) -> InputError:
    """Say why nothing of a source could be read, by the first thing that was wrong with it."""
    first = next((oddity.message for oddity in account.oddities if oddity.refused), None)
    why = Text("{name}: kein Netz gefunden.", "{name}: no network found.").format(name=source.name)
    if first:
        why = Text("{why} {first}", "{why} {first}").format(why=why, first=first)
    return InputError(why, _EXPECTED, account.oddities)


_UNKNOWN = Text(
    "{file} ist weder Kantenliste noch Knotenliste noch Matrix und wird nicht gelesen.",
    "{file} is neither edge list nor node list nor matrix and is not read.",
)
_NO_LEVEL = Text(
    "Keine Spalte nennt die Ebene; sie bleibt für alle Knoten unbekannt.",
    "No column tells the level; it stays unknown for all nodes.",
)
_EXPECTED = Text(
    "Eine Kantenliste braucht eine Kopfzeile wie „von,nach“ oder „from,to“; heißen die Spalten anders: "
    "--column from=… --column to=…",
    "An edge list needs a row of headings such as “from,to” or “von,nach”; where the columns are called otherwise: "
    "--column from=… --column to=…",
)
