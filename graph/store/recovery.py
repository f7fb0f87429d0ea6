"""Getting the pen, and taking back what was begun and not sealed, or going on with it."""

import time
from typing import Any

from graph.store import entries, statements
from graph.store.connection import Connection, Transaction
from graph.store.entries import Entry
from graph.store.moves import Move, apply
from graph.store.pen import Held, Pen, held
from graph.store.resuming import same_work
from graph.store.standing import standing
from schema.errors import StoreInUse
from schema.text import Text

_IN_USE = Text("{who} schreibt seit {at} in den Speicher.", "{who} has been writing to the store since {at}.")
_WAIT = Text("Warten Sie, bis das fertig ist, und versuchen Sie es noch einmal.", "Wait for that to end and try again.")


def take_pen(connection: Connection, facts: dict[str, Any], patience_s: float) -> tuple[Pen, bool]:
    """Open a change set as soon as nobody else has one open; StoreInUse when that takes too long.

    Where the same work (`facts["resumes"]`) was begun by somebody who is gone, its change set is taken over as it is,
    and True is given with the pen.
    """
    until = time.monotonic() + patience_s
    while (pen := Pen.take(connection, facts)) is None:
        other = held(connection)
        if other is not None and same_work(other, facts) and (pen := Pen.claim(connection, other)):
            return pen, True
        if other is not None and recover(connection, other):
            continue
        if other is not None and time.monotonic() > until:
            raise StoreInUse(_IN_USE.format(who=other.who, at=other.at), _WAIT)
        time.sleep(0.05)
    return pen, False


def recover(connection: Connection, other: Held | None = None) -> bool:
    """Take back the open change set if its owner is gone; tell whether that was done."""
    other = other or held(connection)
    if other is None or not other.owner.gone(other.idle_ms):
        return False
    pen = Pen.claim(connection, other)
    if pen is not None:
        take_back(pen)
    return pen is not None


def take_back(pen: Pen) -> None:
    """Bring back every record that the open change set touched, then forget the change set.

    It may break off anywhere and be begun again: what stands already is left. The entries go only when all is brought
    back and `turns` has moved, so that a reader finds either them or nothing that needs them.
    """
    write = pen.connection.write
    try:
        for numbers in entries.pages(pen.connection, pen.id, backwards=True):
            write(lambda run, numbers=numbers: _revert(run, pen, numbers))  # type: ignore[misc]
        write(lambda run: _turn(run, pen))
        for numbers in entries.pages(pen.connection, pen.id, backwards=True):
            write(lambda run, numbers=numbers: _clear(run, pen, numbers))  # type: ignore[misc]
        write(lambda run: _forget(run, pen))
    finally:
        pen.lay_down()


def _revert(run: Transaction, pen: Pen, numbers: list[int]) -> None:
    pen.hold(run)
    found = entries.read(run, numbers)
    there = standing(run, {entry.record: entry.type for entry in found})
    apply(run, [_back(entry, entry.record in there) for entry in found])


def _back(entry: Entry, stands: bool) -> Move:
    """Put a record back as it was before, whether the change set had come to touch it or not."""
    return Move(entry.type, entry.record, {} if stands else None, entry.before, entry.was or 0)


def _turn(run: Transaction, pen: Pen) -> None:
    pen.hold(run)
    run(statements.TURN)


def _clear(run: Transaction, pen: Pen, numbers: list[int]) -> None:
    pen.hold(run)
    run(statements.DELETE_ENTRIES, numbers=numbers)


def _forget(run: Transaction, pen: Pen) -> None:
    pen.hold(run)
    run(statements.DROP_CHANGE, id=pen.id)
