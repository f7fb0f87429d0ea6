"""The tables of `graph.exchange.tables` as one zip, with what the export says about itself beside them."""

import json
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.exchange.export import Export
from graph.exchange.tables import write_tables

ABOUT = "herkunft.json"
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold, so that the same data give the same bytes."""


def write_csv(export: Export, path: Path) -> None:
    """Write one table per type that occurs, packed."""
    about = json.dumps(export.provenance.facts(), ensure_ascii=False, indent=2)
    with TemporaryDirectory(dir=path.parent) as folder, zipfile.ZipFile(path, "w") as archive:
        _add(archive, ABOUT, f"{about}\n".encode())
        for table in write_tables(Path(folder), export.records()):
            _add(archive, table.name, table.read_bytes())


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.external_attr = 0o100644 << 16
    archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
