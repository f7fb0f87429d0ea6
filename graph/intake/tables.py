"""A directory of tables, one per node type and tie type, read with an account of every refused row.

The tables are CSV in UTF-8, named by type (`Department.csv`, `COOPERATES_WITH.csv`), separated by comma or semicolon;
the first row names fields (see `graph.intake.headings`), an empty cell is a field that is not set. A tie's identifier
may be left out; a missing source is the file's name. `graph.exchange.tables` writes them.
"""

from collections import ChainMap
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.intake.account import Account
from graph.intake.cells import value_of
from graph.intake.csv_rows import csv_rows
from graph.intake.headings import heading_oddities, made_id, recognised
from graph.intake.reader import Ending, Present
from graph.intake.sources import Source
from schema.catalogue import NODE_TYPES, TIE_TYPES, Feature, type_name
from schema.errors import ConflictError, InputError, Oddity
from schema.nodes import Node
from schema.record import Record
from schema.text import Text
from schema.ties import Tie
from schema.validation import check_ends, checked

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

TABLES: Mapping[str, type[Record]] = {f"{name}.csv": cls for name, cls in (*NODE_TYPES.items(), *TIE_TYPES.items())}
"""Which file holds which type, nodes before ties."""


class TablesReader:
    """Reads a directory that holds at least one of our tables."""

    name = "tables"
    label = Text("Verzeichnis mit Tabellen (CSV)", "directory of tables (CSV)")
    published = False

    def recognises(self, source: Source) -> bool:
        """Say whether the source is a directory with a table named after one of our types."""
        return bool(source.directory and tables_in(source.directory))

    def read(self, source: Source, account: Account, present: Present) -> Iterator[Record | Ending]:
        """Give all records, nodes before ties; raises InputError when there were rows and none could be read."""
        read = 0
        for record in read_tables(source.path, account, present):
            read += 1
            yield record
        if not read and account.refused:
            raise InputError(
                Text("In {name} ist keine Zeile lesbar.", "No row of {name} can be read.").format(name=source.name),
                Text("Die genannten Stellen berichtigen.", "Mend the places named."),
                account.oddities,
            )

    def derive(self, change: "ChangeSet", account: Account) -> Iterator[Record | Ending]:  # noqa: ARG002 (the protocol)
        """Give nothing: tables state their ties."""
        return iter(())


def tables_in(directory: Path) -> tuple[Path, ...]:
    """List the tables of a directory, nodes before ties; none when it is not a directory of tables."""
    return tuple(path for path in (directory / name for name in TABLES) if path.is_file())


def read_tables(directory: Path, account: Account, present: Present | None = None) -> Iterator[Record]:
    """Read all tables of a directory: nodes, then ties; the account is told of each row and each thing refused.

    A row is refused whole when a field does not fit, its identifier is already there, or it is a tie whose ends may
    not be joined or are neither among the nodes read nor `present`; the other rows are read.
    """
    account.odd(*_unknown_tables(directory))
    nodes: dict[str, type[Node]] = {}
    ends = nodes if present is None else ChainMap(nodes, present)  # type: ignore[arg-type]  # only the first map is written
    for path in tables_in(directory):
        account.count("files")
        try:
            yield from _admitted(_rows(path, account), nodes, ends, account)
        except InputError as error:
            account.odd(*error.oddities)


def _unknown_tables(directory: Path) -> Iterator[Oddity]:
    for path in sorted(directory.glob("*.csv")):
        if path.name not in TABLES:
            message = Text(
                "{file} ist nach keinem Typ benannt und wird nicht gelesen (Namen wie {example}).",
                "{file} is named after no type and is not read (names such as {example}).",
            ).format(file=path.name, example="Department.csv, PART_OF.csv")
            yield Oddity("unknown-table", message, path.name, refused=True)


def _admitted(
    rows: Iterator[tuple[Record, str]], nodes: dict[str, type[Node]], ends: Mapping[str, type[Node]], account: Account
) -> Iterator[Record]:
    """Let through what is new and, of the ties, what joins nodes that are there; `nodes` grows by those read."""
    ties: set[str] = set()
    for record, place in rows:
        refusal = _refusal(record, ties if isinstance(record, Tie) else nodes, ends)
        if refusal:
            code, message, field = refusal
            account.odd(Oddity(code, message, f"{type_name(record)}.csv", place, field, refused=True))
            continue
        if isinstance(record, Node):
            nodes[record.id] = type(record)
        else:
            ties.add(record.id)
        yield record


def _refusal(record: Record, ids: Container[str], ends: Mapping[str, type[Node]]) -> tuple[str, Text, str] | None:
    """Say why a record cannot be admitted: code, message, field; None when it can."""
    if record.id in ids:
        why = Text("Kennung {id!r} gibt es schon.", "Identifier {id!r} is already there.").format(id=record.id)
        return "double-id", why, "id"
    if isinstance(record, Tie):
        try:
            check_ends([record], ends)
        except ConflictError as error:
            return "wrong-ends", error.text, "start" if record.start not in ends else "end"
    return None


def _rows(path: Path, account: Account) -> Iterator[tuple[Record, str]]:
    """Read one table: each record with its row as a spreadsheet counts them; what is odd goes to the account."""
    cls, file = TABLES[path.name], path.name
    found: tuple[Feature | None, ...] = ()
    table = csv_rows(path, lambda cells: sum(field is not None for field in recognised(cls, cells)))
    for number, cells in enumerate(table, start=1):
        if isinstance(cells, Oddity):
            account.odd(cells)
            if number == 1:
                return
        elif number == 1:
            found = recognised(cls, cells)
            account.odd(*heading_oddities(cls, cells, found, file))
        elif any(cells):
            account.count("rows")
            try:
                yield checked(cls, _values(cls, found, cells, file), file=file, place=str(number)), str(number)
            except InputError as error:
                account.odd(*error.oddities)


def _values(cls: type[Record], found: Sequence[Feature | None], cells: Sequence[str], file: str) -> dict[str, Any]:
    """Give the loose values of a row by field; where a field has two columns the first one counts."""
    values: dict[str, Any] = {}
    for feature, cell in zip(found, cells, strict=False):
        if feature and feature.name not in values and not _blank(feature, cell):
            values[feature.name] = value_of(feature, cell)
    values.setdefault("source", file)
    if issubclass(cls, Tie) and "id" not in values:
        values["id"] = made_id(cls, values)
    return values


def _blank(feature: Feature, cell: str) -> bool:
    return not cell or (feature.value is not str and cell.isspace())
