"""Reading one data version, whatever is written meanwhile.

The rule: at data version `head` stands every record that was last written up to `head`, and in place of each that was
written later (or taken away) what the first entry after `head` says stood before. Records are read first and entries
after, and entries are written ahead of what they describe: so whatever of a change set a reader comes across, even
half of a commit, he finds what stood before. An open change set is never seen, sealed ones do not disturb a reader,
and any earlier version can be read the same way. Only what is *taken back* while one reads could mislead, for its
entries go with it: then `turns` has moved and the reading is repeated.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as clock
from typing import TypeVar

from graph.store import statements
from graph.store.connection import Connection, Transaction
from graph.store.rows import Row, is_node, node_type, parse, read_row
from graph.store.standing import rows_of
from schema.errors import NotFoundError, StoreInUse, UsageError
from schema.text import Text

T = TypeVar("T")
Typed = tuple[str, Row]
"""A record as (type name, row)."""

_PATIENCE_S = 60.0
_BUSY = Text("Im Speicher wird gerade eine Änderung zurückgenommen.", "A change is being taken back in the store.")
_LATER = Text("In einer Minute noch einmal versuchen.", "Try again in a minute.")
_NO_VERSION = Text(
    "Änderung {id} gibt es nicht; die letzte ist {last}.", "There is no change {id}; the last is {last}."
)
_SEE_HISTORY = Text("„fahrstuhl history“ zeigt alle Änderungen.", "“fahrstuhl history” shows all changes.")
_NO_TIME = Text(
    "{text!r} ist weder Änderungsnummer noch Zeitpunkt.", "{text!r} is neither a change nor a point in time."
)
_TIME_FORM = Text(
    "Zum Beispiel 17, 2026-03-31 oder 2026-03-31T14:30.", "For example 17, 2026-03-31 or 2026-03-31T14:30."
)


@dataclass(frozen=True, slots=True)
class Head:
    """The data version in force, and how often something was taken back."""

    version: int
    turns: int


def head(run: Transaction) -> Head:
    """Read the head."""
    return Head(**run(statements.HEAD)[0])


def at_one_version(connection: Connection, work: Callable[[Transaction, int], T], known_at: str | None = None) -> T:
    """Read at the version in force, or at an earlier one; `work` gets the version and may run several times."""
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until:
        found, steady = connection.read(lambda run: _once(run, work, known_at))
        if steady:
            return found
        time.sleep(0.02)
    raise StoreInUse(_BUSY, _LATER)


def _once(run: Transaction, work: Callable[[Transaction, int], T], known_at: str | None) -> tuple[T, bool]:
    before = head(run)
    found = work(run, before.version if known_at is None else _version_at(run, known_at, before.version))
    return found, head(run).turns == before.turns


def _version_at(run: Transaction, known_at: str, last: int) -> int:
    if not known_at.isdecimal():
        return run(statements.CHANGE_AT, at=_moment(known_at))[0]["id"] or 0
    if int(known_at) > last:
        raise NotFoundError(_NO_VERSION.format(id=known_at, last=last), _SEE_HISTORY)
    return int(known_at)


def _moment(text: str) -> str:
    """Read a point in time, by the clock of this place where it does not say; a day counts to its end."""
    try:
        if len(text) == len("2026-03-31"):
            moment = datetime.combine(date.fromisoformat(text), clock.max)
        else:
            moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(_NO_TIME.format(text=text), _TIME_FORM) from error
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def earlier(run: Transaction, head_version: int) -> dict[str, Typed]:
    """Give every record that stood at a version and was written or taken away since, as it stood then."""
    later = range(head_version + 1, head(run).version + 2)  # the last of them may be open
    return _typed(run(statements.EARLIER, changes=list(later), head=head_version))


def records(run: Transaction, ids: Iterable[str], head_version: int) -> dict[str, Typed]:
    """Read nodes and ties by id; what did not stand at that version is left out."""
    ids = list(dict.fromkeys(ids))
    found: dict[str, Typed] = {}
    for row in run(statements.NODES_ROWS, ids=ids, head=head_version):
        add(found, node_type(row["labels"]), row["stored"])
    for types in _tie_types(run, [id for id in ids if id not in found]):
        found |= {id: (types[id], row) for id, row in rows_of(run, types, head_version).items()}
    return found | _typed(run(statements.EARLIER_OF_RECORDS, ids=ids, head=head_version))


def _tie_types(run: Transaction, ids: list[str]) -> list[Mapping[str, str]]:
    """Give id → type for what the history knows as ties; more than one map where an id had several types in turn."""
    maps: list[dict[str, str]] = []
    for row in run(statements.TYPES_OF_RECORDS, ids=ids) if ids else []:
        if not is_node(row["type"]):
            free = next((found for found in maps if row["record"] not in found), None)
            if free is None:
                maps.append(free := {})
            free[row["record"]] = row["type"]
    return list(maps)


def add(found: dict[str, Typed], type: str, stored: Mapping[str, object]) -> None:
    """Add what the store gives of one record."""
    row = read_row(type, stored)
    found[row["id"]] = (type, row)


def _typed(rows: list[dict[str, str]]) -> dict[str, Typed]:
    return {row["record"]: (row["type"], parse(row["type"], row["before"])) for row in rows}
