"""From the rows of one of our tables to records; what is odd or refused goes to the account."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from graph.intake.account import Account
from graph.intake.cells import unguarded, value_of, with_zero
from graph.intake.heading_row import headed
from graph.intake.headings import goes_on, heading_oddities, made_id, recognised
from graph.intake.table_sources import Table
from schema.catalogue import Feature, type_name
from schema.errors import InputError, Oddity
from schema.record import Record
from schema.text import Text
from schema.ties import Tie
from schema.validation import checked


def rows_of(table: Table, account: Account) -> Iterator[tuple[Record, str, Callable[[], None]]]:
    """Read one table: each record with its row as a spreadsheet counts them, and what leaves it to be mended.

    What is odd goes to the account.
    """
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
            leave = partial(_leave, table, begun.headings, cells, account)
            try:
                record = checked(
                    cls, _values(table, columns, cells, str(number), account), file=file, place=str(number)
                )
            except InputError as error:
                account.odd(*error.oddities)
                leave()
            else:
                yield record, str(number), leave


def _leave(table: Table, headings: Sequence[str], cells: Sequence[str], account: Account) -> None:
    """Keep a refused row as it was meant, to be mended and read again."""
    meant = [unguarded(cell) for cell in cells] if table.guarded else cells
    account.leftovers.row(type_name(table.cls), headings, meant)


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
