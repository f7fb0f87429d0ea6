"""Our own tables, one per node type and tie type, read with an account of every refused row.

They are CSV files named by type (`Department.csv`, `COOPERATES_WITH.csv`), in a folder, a zip or alone, or the sheets
of an Excel workbook (see `graph.intake.table_sources`); a row of headings names fields (see `graph.intake.headings`),
an empty cell is a field that is not set. A tie's identifier may be left out; a missing source is the file's name.
`graph.exchange` writes them.
"""

from collections import ChainMap
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.intake.account import Account
from graph.intake.cells import unguarded, value_of, with_zero
from graph.intake.heading_row import headed
from graph.intake.headings import goes_on, heading_oddities, made_id, recognised
from graph.intake.reader import Ending, Present
from graph.intake.sources import Source
from graph.intake.table_sources import TABLES, Table, holds_tables, tables_of
from schema.catalogue import Feature
from schema.errors import ConflictError, InputError, Oddity
from schema.nodes import Node
from schema.record import Record
from schema.text import Text
from schema.ties import Tie
from schema.validation import check_ends, checked

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

__all__ = ["TABLES", "TablesReader", "read_tables"]


class TablesReader:
    """Reads a folder, zip, workbook or single file that holds at least one of our tables."""

    name = "tables"
    label = Text(
        "Tabellen nach unserer Vorlage (CSV im Ordner oder zip, Excel)",
        "tables after our template (CSV in a folder or zip, Excel)",
    )
    published = False

    def recognises(self, source: Source) -> bool:
        """Say whether the source holds a table named after one of our types."""
        return holds_tables(source)

    def read(self, source: Source, account: Account, present: Present) -> Iterator[Record | Ending]:
        """Give all records, nodes before ties; raises InputError when there were rows and none could be read."""
        read = 0
        for record in _read(source, account, present):
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


def read_tables(place: Path, account: Account, present: Present | None = None) -> Iterator[Record]:
    """Read all tables that lie at a place: nodes, then ties; the account is told of each row and each thing refused.

    A row is refused whole when a field does not fit, its identifier is already there, or it is a tie whose ends may
    not be joined or are neither among the nodes read nor `present`; the other rows are read.
    """
    return _read(Source.at(place), account, present)


def _read(source: Source, account: Account, present: Present | None) -> Iterator[Record]:
    nodes: dict[str, type[Node]] = {}
    ties: dict[type[Record], set[str]] = {}
    ends = nodes if present is None else ChainMap(nodes, present)  # type: ignore[arg-type]  # only the first map is written
    for table in tables_of(source, account.odd):
        account.count("files")
        try:
            yield from _admitted(table, nodes, ties.setdefault(table.cls, set()), ends, account)
        except InputError as error:
            account.odd(*error.oddities)


def _admitted(
    table: Table, nodes: dict[str, type[Node]], ties: set[str], ends: Mapping[str, type[Node]], account: Account
) -> Iterator[Record]:
    """Let through what is new and, of the ties, what joins nodes that are there; `nodes` grows by those read."""
    for record, place in _rows(table, account):
        refusal = _refusal(record, ties if isinstance(record, Tie) else nodes, ends)
        if refusal:
            code, message, field = refusal
            account.odd(Oddity(code, message, table.file, place, field, refused=True))
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


def _rows(table: Table, account: Account) -> Iterator[tuple[Record, str]]:
    """Read one table: each record with its row as a spreadsheet counts them; what is odd goes to the account."""
    cls, file = table.cls, table.file
    begun = headed(table.rows(lambda cells: _known(cls, cells), account.odd), lambda cells: _known(cls, cells))
    if isinstance(begun, Oddity):
        account.odd(begun)
    if begun is None or isinstance(begun, Oddity):
        return
    found = recognised(cls, begun.headings)
    account.odd(*heading_oddities(cls, begun.headings, found, file, begun.number))
    columns = [(feature, goes_on(heading)) for feature, heading in zip(found, begun.headings, strict=True)]
    for number, cells in begun.rows:
        if isinstance(cells, Oddity):
            account.odd(cells)
        elif any(cells):
            account.count("rows")
            try:
                values = _values(table, columns, cells, str(number), account)
                yield checked(cls, values, file=file, place=str(number)), str(number)
            except InputError as error:
                account.odd(*error.oddities)


def _known(cls: type[Record], cells: Sequence[str]) -> int:
    return sum(feature is not None for feature in recognised(cls, cells))


def _values(
    table: Table, columns: Sequence[tuple[Feature | None, bool]], cells: Sequence[str], place: str, account: Account
) -> dict[str, Any]:
    """Give the loose values of a row by field."""
    values: dict[str, Any] = {}
    for feature, cell in _texts(columns, cells):
        if not _blank(feature, cell):
            meant = unguarded(cell) if table.guarded and feature.value is str else cell
            if (whole := with_zero(feature, meant)) != meant:
                account.odd(_zero(feature, meant, whole, table.file, place))
            values[feature.name] = value_of(feature, whole)
    values.setdefault("source", table.file)
    if issubclass(table.cls, Tie) and "id" not in values:
        values["id"] = made_id(table.cls, values)
    return values


def _texts(columns: Sequence[tuple[Feature | None, bool]], cells: Sequence[str]) -> Iterator[tuple[Feature, str]]:
    """Give the text of each field; where a field has two columns the first one that is filled counts.

    A column that goes on where another ended is put behind it.
    """
    texts: dict[str, tuple[Feature, str]] = {}
    for (feature, more), cell in zip(columns, cells, strict=False):
        if feature and more and feature.name in texts:
            texts[feature.name] = feature, texts[feature.name][1] + cell
        elif feature and not _blank(feature, cell):
            texts.setdefault(feature.name, (feature, cell))
    yield from texts.values()


def _blank(feature: Feature, cell: str) -> bool:
    return not cell or (feature.value is not str and cell.isspace())


def _zero(feature: Feature, cell: str, whole: str, file: str, place: str) -> Oddity:
    message = Text(
        "{field}: {cell} hat die führende Null verloren; als {whole} gelesen.",
        "{field}: {cell} has lost its leading zero; read as {whole}.",
    ).format(field=feature.label, cell=cell.strip(), whole=whole)
    return Oddity("leading-zero", message, file, place, feature.name)
