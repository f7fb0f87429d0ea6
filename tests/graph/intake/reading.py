"""How the tests read a source without a store: all records, and the account."""

import io
import json
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from graph.intake.account import Account
from graph.intake.reader import Ending, Manner
from graph.intake.readers import reader_of
from graph.intake.sources import Source
from schema.nodes import Node
from schema.record import Record

DATA = Path(__file__).parents[4] / "shared" / "data" / "oparl"
KARLSRUHE = DATA / "karlsruhe-2024"
BODY = "https://ris.example.org/bodies/1"
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Reading:
    """What a source gave."""

    records: tuple[Record, ...]
    endings: tuple[Ending, ...]
    account: Account

    def of(self, cls: type[R]) -> list[R]:
        return [record for record in self.records if type(record) is cls]

    def one(self, cls: type[R], id: str) -> R:
        (found,) = (record for record in self.of(cls) if record.id == id)
        return found


def read(path: Path, present: Mapping[str, type[Node]] | None = None, kind: str | None = None) -> Reading:
    """Read a source, of a kind if it is named; the records of endings are among the records."""
    source, account = Source.at(path), Account()
    items = list(reader_of(source, Manner(kind=kind)).read(source, account, present or {}))
    records = (item.stand_in if isinstance(item, Ending) else item for item in items)
    endings = tuple(item for item in items if isinstance(item, Ending))
    return Reading(tuple(record for record in records if record), endings, account)


def oparl(kind: str, number: int | str, /, **fields: Any) -> dict[str, Any]:
    """Make an object of OParl 1.1."""
    return {
        "id": f"{BODY}/{kind.lower()}s/{number}",
        "type": f"https://schema.oparl.org/1.1/{kind}",
        "body": BODY,
        "name": f"{kind} {number}",
    } | fields


def write(path: Path, value: Any) -> Path:
    """Write a value as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def write_tar(path: Path, members: Mapping[str, bytes], mode: str = "w:gz") -> Path:
    """Write an archive of the given members."""
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return path


def write_zip(path: Path, members: Mapping[str, bytes]) -> Path:
    """Write a zip of the given members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path
