"""Records written as the tables that `graph.intake.tables` reads."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from graph.intake.cells import guarded, spelled
from graph.intake.headings import columns, made_id
from schema.catalogue import Feature, type_name
from schema.record import Record
from schema.ties import Tie

# The csv module leaves a bare carriage return unquoted, and would read it as the end of the row; a German spreadsheet
# would take an unquoted semicolon for the end of the cell, and what follows it for a formula.
_BARE = re.compile(r"\r|[;\t]\s*[=+\-@]")


def write_tables(directory: Path, records: Iterable[Record]) -> tuple[Path, ...]:
    """Write records as tables, one file per type that occurs, sorted, so that the same records give the same bytes.

    Fields at their default are left empty and columns that stay empty are left out, as are identifiers of ties that
    reading makes again. Texts that a spreadsheet would take for a formula have a mark before them, which reading takes
    away. Reading gives the same records, but for texts that are empty: an empty cell is not set.
    """
    directory.mkdir(parents=True, exist_ok=True)
    return tuple(_write(directory / f"{type_name(table[0])}.csv", table) for table in by_type(records))


def by_type(records: Iterable[Record]) -> list[list[Record]]:
    """Gather the records of each type in their order, the types in the order of their names."""
    tables: dict[str, list[Record]] = {}
    for record in records:
        tables.setdefault(type_name(record), []).append(record)
    return [sorted(tables[name], key=_order) for name in sorted(tables)]


def _write(path: Path, records: list[Record]) -> Path:
    fields = columns(type(records[0]))
    rows = [_spelled(record, fields) for record in records]
    used = [name for name in (f.name for f in fields) if any(row[name] for row in rows)]
    with path.open("w", encoding="utf-8", newline="") as file:
        for row in ({name: name for name in used}, *rows):
            cells = [row[name] for name in used]
            bare = any(map(_BARE.search, cells))
            csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL if bare else csv.QUOTE_MINIMAL).writerow(cells)
    return path


def _order(record: Record) -> tuple[str, ...]:
    return (record.start, record.end, record.id) if isinstance(record, Tie) else (record.id,)


def _spelled(record: Record, fields: Sequence[Feature]) -> dict[str, str]:
    """Spell all fields of a record; what reading supplies by itself stays empty."""
    values = told(record, fields)
    cells = {f.name: spelled(f, values.get(f.name)) for f in fields}
    return {f.name: guarded(cells[f.name]) if f.value is str else cells[f.name] for f in fields}


def told(record: Record, fields: Sequence[Feature]) -> dict[str, Any]:
    """Give the fields of a record that a table has to tell: neither at their default nor made by reading."""
    defaults = _defaults(type(record))
    values = {f.name: getattr(record, f.name) for f in fields}
    made = isinstance(record, Tie) and record.id == made_id(type(record), values)
    return {name: v for name, v in values.items() if v != defaults[name] and not (made and name == "id")}


@cache
def _defaults(cls: type[Record]) -> Mapping[str, Any]:
    return {name: info.get_default() for name, info in cls.model_fields.items()}
