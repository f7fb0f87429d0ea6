"""Where the objects of a source wait on disk until all are there: an SQLite file that is gone when it is closed.

Agenda items, consultations, meetings and papers refer to each other across files in any order; joining them here keeps
memory the same whatever the number of papers.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from graph.intake.oparl.objects import Found, addresses, words
from schema.errors import Oddity
from schema.text import Text

_TABLES = """
CREATE TABLE objects (
    kind TEXT, key TEXT, id TEXT, refers TEXT, tail TEXT, embedded INTEGER, file TEXT, place TEXT, fields TEXT,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE INDEX by_reference ON objects (kind, refers);
CREATE INDEX by_tail ON objects (kind, tail) WHERE kind = 'Paper';
CREATE TABLE uses (id TEXT, use TEXT, file TEXT, place TEXT, PRIMARY KEY (id, use)) WITHOUT ROWID;
CREATE TABLE remarks (kind TEXT, number TEXT, name TEXT, confidence REAL, file TEXT, place TEXT,
    PRIMARY KEY (kind, number, name)) WITHOUT ROWID;
CREATE TABLE names (kind TEXT, name TEXT, shown TEXT, file TEXT, place TEXT, PRIMARY KEY (kind, name)) WITHOUT ROWID;
"""
_REFERS = {"AgendaItem": "consultation", "Consultation": "paper"}
"""Which field of an object leads from it to the object it is looked up by."""
Row = tuple[Any, ...]


class Spool:
    """The objects of one source, each once, to be gone through in order and looked up."""

    def __init__(self) -> None:
        """Open an empty spool; SQLite keeps it in a temporary file that no name leads to."""
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.executescript(_TABLES)

    def __enter__(self) -> Self:
        """Give the spool itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close and thereby remove it."""
        self._base.close()

    @contextmanager
    def whole(self, level: str) -> Iterator[None]:
        """Keep what is put in while this lasts only when it ends well; `level` tells nested ones apart."""
        self._base.execute(f"SAVEPOINT {level}")
        try:
            yield
        except BaseException:
            self._base.execute(f"ROLLBACK TO {level}")
            raise
        finally:
            self._base.execute(f"RELEASE {level}")

    def put(self, found: Found) -> Oddity | None:
        """Keep an object; one that is there already is completed by the later one, and reported where they differ."""
        id, fields = found.id, found.fields
        key = f"{id}|{words(fields, 'meeting')}" if found.kind == "Consultation" else id
        known = self._one("SELECT fields, embedded FROM objects WHERE kind = ? AND key = ?", (found.kind, key))
        embedded, differs = bool(found.around), False
        if known:
            before: dict[str, Any] = json.loads(known[0])
            fields, differs = _joined(before, json.loads(_text(fields)))
            embedded = embedded or bool(known[1])
        refers = next(iter(addresses(fields.get(_REFERS.get(found.kind, "")))), None)
        tail = id.rstrip("/").rsplit("/", 1)[-1]
        row = (found.kind, key, id, refers, tail, embedded, found.file, found.place, _text(fields))
        self._base.execute("INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        what = Text("{id} kommt mit verschiedenen Angaben vor; die jüngste gilt.", _DIFFERS).format(id=id)
        return Oddity("object-differs", what, found.file, found.place) if differs else None

    def use(self, id: str, use: str, found: Found) -> None:
        """Remember that an organization is referred to, and as what."""
        self._base.execute("INSERT OR IGNORE INTO uses VALUES (?, ?, ?, ?)", (id, use, found.file, found.place))

    def remark(self, kind: str, number: str, name: str, confidence: float, file: str, place: str) -> None:
        """Keep what a side file says of the paper with a number; the surer of two remarks counts."""
        row = (kind, number, name, confidence, file, place)
        self._base.execute(
            "INSERT INTO remarks VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "
            "SET confidence = max(confidence, excluded.confidence)",
            row,
        )

    def name(self, kind: str, name: str, shown: str, file: str, place: str) -> None:
        """Keep what a side file calls an area or a submitter."""
        self._base.execute("INSERT OR IGNORE INTO names VALUES (?, ?, ?, ?, ?)", (kind, name, shown, file, place))

    def objects(self, kind: str) -> Iterator[Found]:
        """Go through the objects of a kind in the order of their identity."""
        for fields, file, place, embedded in self.rows(
            "SELECT fields, file, place, embedded FROM objects WHERE kind = ? ORDER BY key", (kind,)
        ):
            yield Found(kind, json.loads(fields), file, place, "embedded" if embedded else "")

    def find(self, kind: str, id: str) -> dict[str, Any] | None:
        """Give the fields of one object, None where it is not in the source."""
        row = self._one("SELECT fields FROM objects WHERE kind = ? AND key = ?", (kind, id))
        return json.loads(row[0]) if row else None

    def referring(self, kind: str, id: str) -> list[Found]:
        """Give what refers to an identity: the agenda items of a consultation, the consultations of a paper."""
        rows = self.rows(
            "SELECT fields, file, place FROM objects WHERE kind = ? AND refers = ? ORDER BY key", (kind, id)
        )
        return [Found(kind, json.loads(fields), file, place) for fields, file, place in rows]

    def count(self, kind: str, condition: str = "TRUE") -> int:
        """Count the objects of a kind."""
        row = self._one(f"SELECT count(*) FROM objects WHERE kind = ? AND {condition}", (kind,))  # noqa: S608 - ours
        return int(row[0]) if row else 0

    def rows(self, query: str, values: Row = ()) -> Iterator[Row]:
        """Go through the answer to a question; the spool must not be written to meanwhile."""
        cursor = self._base.execute(query, values)
        try:
            yield from cursor
        finally:
            cursor.close()

    def _one(self, query: str, values: Row) -> Row | None:
        found: Row | None = self._base.execute(query, values).fetchone()
        return found


_DIFFERS = "{id} occurs with different statements; the latest counts."


def _text(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, default=str)


def _joined(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    """Join two versions of an object: the one modified later counts, empty fields are filled from the other."""
    if words(after, "modified") < words(before, "modified"):
        before, after = after, before
    said = {name: value for name, value in after.items() if value not in (None, "", [])}
    return before | said, any(name in before and before[name] != value for name, value in said.items())
