"""How the tests export: records to a file in a format, and back."""

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from graph.exchange.export import Export
from graph.exchange.formats import FORMATS
from graph.network import Network
from graph.questions.scope import Scope
from schema.record import Record, Visibility
from tests.graph.intake.reading import Reading, read
from viz.network_layout import positions

EVERYTHING = Scope(visibility=Visibility.CONFIDENTIAL, persons=True)


def export_of(records: Iterable[Record], scope: Scope = EVERYTHING, *, pseudonymise: bool = False) -> Export:
    """Prepare an export of records, cut as a reader's would be."""
    network = Network.of(records, version=7)
    unnamed = network if pseudonymise else None
    return Export.of(scope.cut(network), scope, dated="2024-05-01", layout=positions, unnamed=unnamed)


def exported(folder: Path, name: str, export: Export) -> Path:
    """Write an export in a format."""
    path = folder / f"netz{FORMATS[name].suffix}"
    FORMATS[name].write(export, path)
    return path


def there_and_back(folder: Path, name: str, records: Iterable[Record]) -> Reading:
    """Write records in a format and read them in again, the reader being found by itself."""
    return read(exported(folder, name, export_of(records)))


def content(path: Path) -> bytes:
    """Give all bytes that a reader of the file gets to see, unpacked where it is an archive."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return b"\n".join(name.encode() + _read(archive.read(name)) for name in archive.namelist())


def _read(part: bytes) -> bytes:
    """Read ü as ü: openpyxl spells it as a character reference where lxml is installed."""
    return re.sub(rb"&#(\d+);", lambda found: chr(int(found[1])).encode(), part)
