"""Getting the pen, and taking back what was begun and not sealed."""

import time
from typing import Any

from graph.store import entries, statements
from graph.store.connection import Connection, Transaction
from graph.store.moves import Move, apply
from graph.store.pen import Held, Pen, held
from schema.errors import StoreInUse
from schema.text import Text

_IN_USE = Text("{who} schreibt seit {at} in den Speicher.", "{who} has been writing to the store since {at}.")
_WAIT = Text("Warten Sie, bis das fertig ist, und versuchen Sie es noch einmal.", "Wait for that to end and try again.")


def take_pen(connection: Connection, facts: dict[str, Any], patience_s: float) -> Pen:
    """Open a change set as soon as nobody else has one open; StoreInUse when that takes too long."""
    until = time.monotonic() + patience_s
    while (pen := Pen.take(connection, facts)) is None:
        other = held(connection)
        if other is None or recover(connection, other):
            continue
        if time.monotonic() > until:
            raise StoreInUse(_IN_USE.format(who=other.who, at=other.at), _WAIT)
        time.sleep(0.05)
    return pen


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

    Each portion takes its entries with it, so it may break off anywhere and be begun again.
    """
    try:
        for numbers in entries.pages(pen.connection, pen.id, backwards=True):
            pen.connection.write(lambda run, numbers=numbers: _revert(run, pen, numbers))  # type: ignore[misc]
        pen.connection.write(lambda run: _forget(run, pen))
    finally:
        pen.lay_down()


def _revert(run: Transaction, pen: Pen, numbers: list[int]) -> None:
    pen.hold(run)
    found = entries.read(run, numbers)
    apply(run, [Move(entry.type, entry.record, entry.after, entry.before, entry.was or 0) for entry in found])
    run(statements.DELETE_ENTRIES, numbers=[entry.no for entry in found])
    run(statements.TURN)


def _forget(run: Transaction, pen: Pen) -> None:
    pen.hold(run)
    run(statements.TURN)
    run(statements.DROP_CHANGE, id=pen.id)
