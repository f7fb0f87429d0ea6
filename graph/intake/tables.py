"""Our own tables, one per node type and tie type, read with an account of every refused row.

They are CSV files named by type (`Department.csv`, `COOPERATES_WITH.csv`), in a folder, a zip or alone, or the sheets
of an Excel workbook (see `graph.intake.table_sources`); a row of headings names fields (see `graph.intake.headings`),
an empty cell is a field that is not set. A tie's identifier may be left out; a missing source is the file's name.
`graph.exchange` writes them.
"""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graph.intake.account import Account
from graph.intake.reader import Ending, Present
from graph.intake.refusals import refusal_of
from graph.intake.sources import Source
from graph.intake.table_names import TABLES
from graph.intake.table_rows import rows_of
from graph.intake.table_sources import Table, holds_tables, lines_of, tables_of
from schema.errors import InputError, Oddity
from schema.nodes import Node
from schema.record import Record
from schema.text import Text
from schema.ties import Tie

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
    if (lines := lines_of(source)) is not None:
        account.expect(lines)
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
    for record, place, leave in rows_of(table, account):
        refusal = refusal_of(record, ties if isinstance(record, Tie) else nodes, ends)
        if refusal:
            code, message, field = refusal
            account.odd(Oddity(code, message, table.file, place, field, refused=True))
            leave()
            continue
        if isinstance(record, Node):
            nodes[record.id] = type(record)
        else:
            ties.add(record.id)
        yield record
