"""Undo and redo: a new change set that puts back exactly what another did, as long as nothing stands on that."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.store import entries, history, planning, statements
from graph.store.changes import Change, Tally
from graph.store.connection import Transaction
from graph.store.entries import Entry
from graph.store.moves import Move
from graph.store.planning import Plan
from graph.store.rows import canonical, digest, is_node
from graph.store.standing import Standing, node_types, other_types, standing
from graph.store.writing import ChangeSet
from schema.errors import ConflictError, NotFoundError
from schema.text import Text

_NOTHING_TO_UNDO = Text("Es gibt nichts rückgängig zu machen.", "There is nothing to undo.")
_NOTHING_TO_REDO = Text("Es gibt nichts wiederherzustellen.", "There is nothing to redo.")
_SEE = Text("„fahrstuhl history“ zeigt alle Änderungen.", "“fahrstuhl history” shows all changes.")
_ALREADY = Text("Änderung {id} ist schon rückgängig gemacht (durch {by}).", "Change {id} is undone already (by {by}).")
_NOT_UNDONE = Text("Änderung {id} ist nicht rückgängig gemacht.", "Change {id} is not undone.")
_STANDS_ON_IT = Text(
    "Änderung {id} lässt sich nicht {what}: Änderung {later} ({who}, {at}: {why}) baut auf {record} auf.",
    "Change {id} cannot be {what}: change {later} ({who}, {at}: {why}) stands on {record}.",
)
_LATER_FIRST = Text("Zuerst Änderung {later} rückgängig machen.", "Undo change {later} first.")
_UNDONE = Text("rückgängig machen", "undone")
_REDONE = Text("wiederherstellen", "redone")


@dataclass(frozen=True, slots=True)
class Turn:
    """What is to be done: which change set (`root`) is undone, or (`back` False) done again."""

    root: Change
    back: bool

    @property
    def why(self) -> Text:
        """Give the reason that the history will show."""
        form = Text("Rückgängig: {why}", "Undo: {why}") if self.back else Text("Wieder: {why}", "Redo: {why}")
        return form.format(why=self.root.why)


def undo_of(run: Transaction, id: str | None) -> Turn:
    """Find what to undo: a change set, the newest in force, or an undo, whose undoing is a redo."""
    found = run(statements.LAST_IN_FORCE)[0]["id"] if id is None else id
    if found is None:
        raise NotFoundError(_NOTHING_TO_UNDO, _SEE)
    change = history.change(run, found)
    return Turn(history.change(run, change.of) if change.of else change, change.kind != "undo")


def redo_of(run: Transaction, id: str | None) -> Turn:
    """Find what to do again: a change set that was undone (or the undo of it), or the one undone last."""
    if id is None:
        last = run(statements.LAST_UNDONE)
        if not last:
            raise NotFoundError(_NOTHING_TO_REDO, _SEE)
        id = last[0]["id"]
    change = history.change(run, id)
    return Turn(history.change(run, change.of) if change.of else change, back=False)


def carry_out(changes: ChangeSet, turn: Turn) -> None:
    """Put back, or do again, everything that a change set did; refuses with ConflictError what stands on it."""
    pen = changes.pen
    _refuse_twice(turn, pen.connection.read(lambda run: history.change(run, turn.root.id)))
    for numbers in entries.pages(pen.connection, int(turn.root.id), backwards=turn.back):
        changes.write(lambda run, numbers=numbers: _page(run, changes, turn, numbers))  # type: ignore[misc]


def _refuse_twice(turn: Turn, root: Change) -> None:
    """Look again, now that nobody else writes, whether it is in force or undone."""
    if turn.back and root.undone_by:
        raise ConflictError(_ALREADY.format(id=root.id, by=root.undone_by), _SEE)
    if not turn.back and not root.undone_by:
        raise ConflictError(_NOT_UNDONE.format(id=root.id), _SEE)


def _page(run: Transaction, changes: ChangeSet, turn: Turn, numbers: list[int]) -> Plan:
    changes.pen.hold(run)
    found = entries.read(run, numbers)
    there = standing(run, {entry.record: entry.type for entry in found})
    moves = [_move(entry, turn.back, changes.pen.id) for entry in found]
    for move in moves:
        _refuse_changed(run, turn, move, there.get(move.id))
    _refuse_taken(run, turn, moves, there)
    _refuse_without_ends(run, turn, moves)

    def check(run: Transaction) -> None:
        _refuse_hanging(run, turn, moves)

    return planning.noted(run, changes.pen, changes.position, moves, there, _tally(moves), check)


def _move(entry: Entry, back: bool, mark: int) -> Move:
    before, after = (entry.after, entry.before) if back else (entry.before, entry.after)
    return Move(entry.type, entry.record, before, after, mark)


def _refuse_changed(run: Transaction, turn: Turn, move: Move, stands: Standing | None) -> None:
    """The record must stand exactly as the change set (or its undoing) left it."""
    expected = None if move.before is None else digest(move.type, canonical(move.before))
    if (stands.digest if stands else None) != expected:
        raise _standing_on(run, turn, move.id, move.mark)


def _refuse_taken(run: Transaction, turn: Turn, moves: list[Move], there: Mapping[str, Standing]) -> None:
    """An id that comes back must not stand under another type by now, a node's as a tie or a tie's as a node."""
    coming = [move.id for move in moves if move.id not in there]
    for id in other_types(run, coming) if coming else ():
        raise _standing_on(run, turn, id, moves[0].mark)


def _refuse_without_ends(run: Transaction, turn: Turn, moves: list[Move]) -> None:
    """A tie that comes back needs its ends."""
    ties = [move.after for move in moves if move.after is not None and not is_node(move.type)]
    needed = {row[side] for row in ties for side in ("start", "end")}
    missing = needed - {move.id for move in moves if move.after is not None}
    missing -= node_types(run, missing).keys()
    for id in sorted(missing):
        raise _standing_on(run, turn, id, moves[0].mark)


def _refuse_hanging(run: Transaction, turn: Turn, moves: list[Move]) -> None:
    """A node that goes must not be the end of a tie that stays."""
    going = [move.id for move in moves if move.after is None and is_node(move.type)]
    for row in run(statements.HANGING_TIES, ids=going) if going else []:
        raise _standing_on(run, turn, row["tie"], moves[0].mark)


def _standing_on(run: Transaction, turn: Turn, record: str, current: int) -> ConflictError:
    """Name the change set that came after and touched a record."""
    later = history.change(run, run(statements.LAST_CHANGE_OF, id=record, open=current)[0]["id"])
    later = history.change(run, later.of) if later.kind == "redo" and later.of else later
    words = {"id": turn.root.id, "what": _UNDONE if turn.back else _REDONE, "record": record}
    about = {"later": later.id, "who": later.who, "at": later.at[:16], "why": later.why}
    return ConflictError(_STANDS_ON_IT.format(**words, **about), _LATER_FIRST.format(later=later.id))


def _tally(moves: list[Move]) -> Tally:
    new, removed = (sum(getattr(move, side) is None for move in moves) for side in ("before", "after"))
    return Tally(new=new, removed=removed, changed=len(moves) - new - removed)
