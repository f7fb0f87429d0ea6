"""Going on with a change set whose writer is gone: the same work, done again from its beginning, finds its half done.

What the half wrote is found as it stands and left alone, so going on costs looking and not writing. Only work that says
by what it is known again (`resumes`) can go on; everything else is taken back.
"""

from collections.abc import Mapping
from typing import Any

from graph.store import batches, entries, statements
from graph.store.changes import Tally
from graph.store.connection import Transaction
from graph.store.entries import Entry
from graph.store.pen import Held, Pen
from graph.store.standing import Standing, standing


def same_work(other: Held, facts: Mapping[str, Any]) -> bool:
    """Say whether an open change set is the half of what is begun now, and nobody writes it any more."""
    return other.resumes is not None and other.resumes == facts.get("resumes") and other.owner.gone(other.idle_ms)


def drop_undone(pen: Pen) -> None:
    """Forget the entries of a batch that was noted and never done; only the last one can be."""
    end = entries.next_position(pen.connection, pen.id)
    numbers = [entries.number(pen.id, at) for at in range(max(end - 2 * batches.BATCH_RECORDS, 0), end)]
    pen.connection.write(lambda run: _drop(run, pen, numbers))


def _drop(run: Transaction, pen: Pen, numbers: list[int]) -> None:
    pen.hold(run)
    found = entries.read(run, numbers)
    there = standing(run, {entry.record: entry.type for entry in found})
    undone = [entry.no for entry in found if not _done(entry, there.get(entry.record), pen.id)]
    if undone:
        run(statements.DELETE_ENTRIES, numbers=undone)


def _done(entry: Entry, stands: Standing | None, change: int) -> bool:
    return stands is None if entry.after is None else stands is not None and stands.mark == change


def done_so_far(run: Transaction, change: int) -> Tally:
    """Count what a change set did, by its entries; what it found unchanged it will find again."""
    tally = Tally()
    for row in run(statements.COUNT_ENTRIES, id=change):
        fate = "new" if row["new"] else "removed" if row["removed"] else "ended" if row["ended"] else "changed"
        setattr(tally, fate, getattr(tally, fate) + row["number"])
    return tally
