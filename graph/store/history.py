"""Reading the history: the change sets, and what each did to one record."""

from graph.store import statements
from graph.store.changes import Change, change_of
from graph.store.connection import Transaction
from graph.store.entries import Entry, entry_of
from schema.errors import NotFoundError
from schema.text import Text

_NOTHING_KNOWN = Text("Zu {id} ist nichts bekannt.", "Nothing is known of {id}.")
_SEARCH = Text("„fahrstuhl search“ findet Kennungen nach Namen.", "“fahrstuhl search” finds ids by name.")
_NO_CHANGE = Text("Änderung {id} gibt es nicht.", "There is no change {id}.")
_SEE = Text("„fahrstuhl history“ zeigt alle Änderungen.", "“fahrstuhl history” shows all changes.")


def changes(run: Transaction, limit: int) -> list[Change]:
    """List the change sets, newest first."""
    return [change_of(row["change"]) for row in run(statements.CHANGES, limit=limit)]


def of_record(run: Transaction, head: int, id: str, limit: int) -> list[Change]:
    """List what happened to one record, newest first, with how it stood before and after."""
    found: dict[int, list[Entry]] = {}
    for row in run(statements.RECORD_HISTORY, id=id, head=head, limit=limit):
        found.setdefault(row["change"], []).append(entry_of(row))
    if not found:
        raise NotFoundError(_NOTHING_KNOWN.format(id=id), _SEARCH)
    stored = {row["change"]["id"]: row["change"] for row in run(statements.CHANGES_BY_ID, ids=list(found))}
    return [change_of(stored[number], tuple(entries)) for number, entries in found.items()]


def change(run: Transaction, id: str | int) -> Change:
    """Read one change set."""
    number = int(id) if str(id).isdecimal() else -1
    found = run(statements.CHANGES_BY_ID, ids=[number])
    if not found:
        raise NotFoundError(_NO_CHANGE.format(id=id), _SEE)
    return change_of(found[0]["change"])
