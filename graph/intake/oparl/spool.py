"""Where the objects of a source wait on disk until all are there: an SQLite file that is gone when it is closed.

Agenda items, consultations, meetings and papers refer to each other across files in any order; joining them here keeps
memory the same whatever the number of papers.
"""

import json
import math
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from types import TracebackType
from typing import Any, Literal, Self

from graph.intake.oparl.objects import Found, addresses, words
from graph.intake.oparl.spool_tables import MISSING, TABLES, WANTED
from schema.errors import Oddity
from schema.text import Text

_REFERS = {"AgendaItem": "consultation", "Consultation": "paper", "Membership": "person"}
"""Which field of an object leads from it to the object it is looked up by."""
Row = tuple[Any, ...]
CACHE_KIB = 4_096
"""Memory for the pages of the spool; what is more waits on disk."""


class Spool:
    """The objects of one source, each once, to be gone through in order and looked up."""

    def __init__(self) -> None:
        """Open an empty spool; SQLite keeps it in a temporary file that no name leads to."""
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        self._base.executescript(TABLES)
        self._uses: set[tuple[str, str]] = set()  # what the table holds already; grows with the organizations

    def __enter__(self) -> Self:
        """Give the spool itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close and thereby remove it."""
        self._base.close()

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Keep what is put in while this lasts only when it ends well."""
        self._base.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            self._uses.clear()
            raise
        self._base.execute("COMMIT")

    def put(self, found: Found) -> Oddity | None:
        """Keep an object; one that is there already is completed by the later one, and reported where they differ."""
        key = key_of(found)
        if self._insert("IGNORE", found, key, bool(found.around)):
            return None
        query = "SELECT fields, embedded FROM objects WHERE kind = ? AND key = ?"
        before, embedded = self._one(query, (found.kind, key)) or ("{}", False)
        fields, differs = _joined(json.loads(before), json.loads(_text(found.fields)))
        self._insert("REPLACE", replace(found, fields=fields), key, bool(embedded and found.around))
        what = Text("{id} kommt mit verschiedenen Angaben vor; die jüngste gilt.", _DIFFERS).format(id=found.id)
        return Oddity("object-differs", what, found.file, found.place) if differs else None

    def _insert(self, otherwise: Literal["IGNORE", "REPLACE"], found: Found, key: str, embedded: bool) -> bool:
        refers = next(iter(addresses(found.fields.get(_REFERS.get(found.kind, "")))), None)
        row = (found.kind, key, found.id, refers, embedded, found.file, found.place, _text(found.fields))
        verb = f"INSERT OR {otherwise}"
        done = self._base.execute(f"{verb} INTO objects VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        return done.rowcount > 0

    def use(self, id: str, use: str, found: Found) -> None:
        """Remember that an organization is referred to, and as what."""
        if (id, use) not in self._uses:
            self._uses.add((id, use))
            self._base.execute("INSERT OR IGNORE INTO uses VALUES (?, ?, ?, ?)", (id, use, found.file, found.place))

    def mention(self, kind: str, id: str, found: Found) -> None:
        """Remember that an object is listed by its address, where it may be missing itself."""
        self._base.execute("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?)", (kind, id, found.file, found.place))

    def missing(self, kind: str) -> Iterator[tuple[str, Found]]:
        """Go through the addresses that are listed and under which there is nothing, with where they are listed."""
        for id, file, place in self.rows(MISSING, (kind,)):
            yield id, Found(kind, {}, file, place)

    def wanted(self) -> list[str]:
        """List what is needed to understand what is there: persons of memberships, consultations, their meetings.

        Where only what changed was asked for, the other half of a tie may not have changed with it.
        """
        return [str(id) for (id,) in self.rows(WANTED)]

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
        """Give what refers to an identity: agenda items to a consultation, memberships to a person."""
        rows = self.rows(
            "SELECT fields, file, place FROM objects WHERE kind = ? AND refers = ? ORDER BY key", (kind, id)
        )
        return [Found(kind, json.loads(fields), file, place) for fields, file, place in rows]

    def first_key(self, consultation: str) -> str:
        """Give the first key of a consultation; it has several where it stands for several meetings."""
        query = "SELECT min(key) FROM objects WHERE kind = 'Consultation' AND key BETWEEN ? AND ?"
        row = self._one(query, (f"{consultation}|", f"{consultation}}}"))  # the sign after the bar
        return str(row[0]) if row else ""

    def count(self, kind: str) -> int:
        """Count the objects of a kind."""
        row = self._one("SELECT count(*) FROM objects WHERE kind = ?", (kind,))
        return int(row[0]) if row else 0

    def listed(self) -> int:
        """Count the objects that stand for themselves, and are not embedded in others only."""
        row = self._one("SELECT count(*) FROM objects WHERE NOT embedded", ())
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


def key_of(found: Found) -> str:
    """Give what makes an object one: its address, of a consultation also its meeting."""
    return f"{found.id}|{words(found.fields, 'meeting')}" if found.kind == "Consultation" else found.id


_DIFFERS = "{id} occurs with different statements; the latest counts."


def _text(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> float | str:
    """Take the exact numbers of the parser for what JSON knows; one that is too large for it stays a text."""
    number = float(value) if isinstance(value, Decimal) else math.inf
    return number if math.isfinite(number) else str(value)


def _joined(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    """Join two versions of an object: the one modified later counts, empty fields are filled from the other."""
    if words(after, "modified") < words(before, "modified"):
        before, after = after, before
    said = {name: value for name, value in after.items() if value not in (None, "", [])}
    return before | said, any(name in before and before[name] != value for name, value in said.items())
