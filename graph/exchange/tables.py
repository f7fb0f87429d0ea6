"""Records written as the tables that `graph.intake.tables` reads."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.intake.cells import spelled
from graph.intake.headings import columns, made_id
from schema.catalogue import Feature, type_name
from schema.record import Record
from schema.ties import Tie


def write_tables(directory: Path, records: Iterable[Record]) -> tuple[Path, ...]:
    """Write records as tables, one file per type that occurs, sorted, so that the same records give the same bytes.

    Fields at their default are left empty and columns that stay empty are left out, as are identifiers of ties that
    reading makes again. Reading gives the same records, but for texts that are empty: an empty cell is not set.
    """
    by_type: dict[str, list[Record]] = {}
    for record in records:
        by_type.setdefault(type_name(record), []).append(record)
    directory.mkdir(parents=True, exist_ok=True)
    return tuple(_write(directory / f"{name}.csv", by_type[name]) for name in sorted(by_type))


def _write(path: Path, records: list[Record]) -> Path:
    fields = columns(type(records[0]))
    rows = [_spelled(record, fields) for record in sorted(records, key=_order)]
    used = [name for name in (f.name for f in fields) if any(row[name] for row in rows)]
    with path.open("w", encoding="utf-8", newline="") as file:
        for row in ({name: name for name in used}, *rows):
            cells = [row[name] for name in used]
            # the csv module leaves a bare carriage return unquoted, and would read it as the end of the row
            bare = any("\r" in cell for cell in cells)
            csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL if bare else csv.QUOTE_MINIMAL).writerow(cells)
    return path


def _order(record: Record) -> tuple[str, ...]:
    return (record.start, record.end, record.id) if isinstance(record, Tie) else (record.id,)


def _spelled(record: Record, fields: Sequence[Feature]) -> dict[str, str]:
    """Spell all fields of a record; what reading supplies by itself stays empty."""
    defaults = {name: info.get_default() for name, info in type(record).model_fields.items()}
    values = {f.name: getattr(record, f.name) for f in fields}
    cells = {f.name: "" if values[f.name] == defaults[f.name] else spelled(f, values[f.name]) for f in fields}
    if isinstance(record, Tie) and record.id == made_id(type(record), values):
        cells["id"] = ""
    return cells
