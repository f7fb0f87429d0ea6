"""The tables of `graph.exchange.tables` as one zip, with what the export says about itself beside them."""

import json
import zipfile
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory

from graph.exchange.export import Export
from graph.exchange.packing import entry
from graph.exchange.tables import write_tables

ABOUT = "herkunft.json"


def write_csv(export: Export, path: Path) -> None:
    """Write one table per type that occurs, packed."""
    about = json.dumps(export.provenance.facts(), ensure_ascii=False, indent=2)
    with TemporaryDirectory() as folder, zipfile.ZipFile(path, "w") as archive:
        archive.writestr(entry(ABOUT), f"{about}\n")
        for table in write_tables(Path(folder), export.records()):
            with table.open("rb") as content, archive.open(entry(table.name), "w") as copy:
                copyfileobj(content, copy)
