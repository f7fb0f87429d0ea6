"""The entries of a change set: for each record that it touched, how it stood before and how after.

Entries are numbered within their change set in the order in which records were touched, so that going backwards
through them always takes a tie away before its nodes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.store import statements
from graph.store.connection import Connection, Transaction
from graph.store.moves import Move, messages, text_size
from graph.store.rows import Row, canonical, is_node, parse

PAGE = 1_000
_PER_CHANGE = 2**32


@dataclass(frozen=True, slots=True)
class Entry:
    """What one change set did to one record; None stands for not there."""

    no: int
    type: str
    record: str
    before: Row | None
    after: Row | None
    was: int | None
    """The change set that wrote the state before."""


def number(change: int, position: int) -> int:
    """Give the number of an entry, unique in the store."""
    return change * _PER_CHANGE + position


def add(run: Transaction, change: int, position: int, moves: list[Move], marks: Mapping[str, int]) -> None:
    """Note what the moves do; `marks` tells of each record that stood which change set had written it."""
    rows = [
        {
            "no": number(change, position + i),
            "change": change,
            "record": move.id,
            "type": move.type,
            "before": _spelled(move.before),
            "was": marks.get(move.id),
            "after": _spelled(move.after),
        }
        for i, move in enumerate(moves)
    ]
    _send(run, statements.ADD_ENTRIES, rows)


def amend(run: Transaction, change: int, position: int, moves: list[Move]) -> None:
    """Note a further touch of records that the change set touched already.

    A tie is numbered anew: going backwards, it must go before the nodes that it may have been moved to.
    """
    if not moves:
        return
    old = {row["record"]: row["no"] for row in run(statements.TOUCHED, ids=[move.id for move in moves], id=change)}
    rows = [
        {
            "old": old[move.id],
            "no": old[move.id] if is_node(move.type) else number(change, position + i),
            "after": _spelled(move.after),
        }
        for i, move in enumerate(moves)
    ]
    _send(run, statements.AMEND_ENTRIES, rows)


def _send(run: Transaction, statement: str, rows: list[dict[str, Any]]) -> None:
    sized = [{**row, "size": text_size(row)} for row in rows]
    for message in messages(sized, lambda row: int(row["size"])):
        run(statement, rows=message)


def _spelled(row: Row | None) -> str | None:
    return None if row is None else canonical(row)


def read(run: Transaction, numbers: list[int]) -> list[Entry]:
    """Read the entries that have one of these numbers."""
    return sorted((entry_of(row) for row in run(statements.ENTRIES, numbers=numbers)), key=lambda entry: entry.no)


def first(run: Transaction, change: int, limit: int, *, new: bool) -> list[Entry]:
    """Read the first entries of a change set: of records that are new, or else of those that stood before.

    Their numbers first: only those are put in order, not whole records.
    """
    statement = statements.FIRST_NEW if new else statements.FIRST_CHANGED
    return read(run, [row["no"] for row in run(statement, id=change, limit=limit)])


def entry_of(row: Mapping[str, Any]) -> Entry:
    """Make an entry of what the store gives."""
    type = row["type"]
    before, after = (None if row[side] is None else parse(type, row[side]) for side in ("before", "after"))
    return Entry(row["no"], type, row["record"], before, after, row["was"])


def next_position(connection: Connection, change: int) -> int:
    """Give the position that comes after the last entry of a change set."""
    last = connection.read(lambda run: run(statements.LAST_ENTRY, id=change))[0]["no"]
    return 0 if last is None else int(last) - number(change, 0) + 1


def pages(connection: Connection, change: int, *, backwards: bool) -> Iterator[list[int]]:
    """Give the numbers of a change set's entries in portions that fit into one transaction each.

    A range of numbers is not looked up by index on both servers, a list of numbers is.
    """
    found = connection.read(lambda run: run(statements.LAST_ENTRY, id=change))
    last = found[0]["no"]
    if last is None:
        return
    starts = range(number(change, 0), last + 1, PAGE)
    for start in reversed(starts) if backwards else starts:
        numbers = list(range(start, min(start + PAGE, last + 1)))
        sizes = connection.read(lambda run, numbers=numbers: run(statements.ENTRY_SIZES, numbers=numbers))  # type: ignore[misc]
        sizes.sort(key=lambda row: int(row["no"]), reverse=backwards)
        for portion in messages(sizes, lambda row: int(row["size"])):
            yield [row["no"] for row in portion]
