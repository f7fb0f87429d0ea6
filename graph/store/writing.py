"""A change set while it is being written: batch by batch, each with what it replaces, sealed when it is whole."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from graph.store import entries, recovery, refusals, statements
from graph.store.batches import Batch, batches, in_portions, item_of
from graph.store.changes import Tally
from graph.store.connection import Rows, Transaction
from graph.store.moves import Move, apply
from graph.store.pen import Pen
from graph.store.rows import is_node
from graph.store.standing import Standing, node_types, other_types, rows_of, standing
from schema.errors import FahrstuhlError, StoreUnreachable
from schema.record import Record
from schema.text import Text
from schema.validation import checked, record_type

_LEFT = Text(
    "Die begonnene Änderung wird beim nächsten Öffnen des Speichers zurückgenommen.",
    "The change begun is taken back when the store is opened next.",
)


def now() -> str:
    """Give the time in UTC as a text whose order is that of time."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


Done = tuple[Tally, int]
"""What a batch did, and the position of the next entry; taken note of after its commit."""
Work = Callable[[Transaction], Done]


class ChangeSet:
    """An open change set; `Store.change` gives one, seals it when its block ends well and else takes it back."""

    def __init__(self, pen: Pen, source: str) -> None:
        """Begin with nothing written."""
        self.tally = Tally()
        self.pen, self._source, self._position = pen, source, 0

    @property
    def id(self) -> str:
        """The number under which the history will show it, if it changes anything."""
        return str(self.pen.id)

    def put(self, records: Iterable[Record]) -> None:
        """Write nodes and ties, merged by id; what is as it stands already is left alone.

        A stream is taken batch by batch, so memory does not grow with it. Nodes have to come before or together with
        the ties that join them. Raises ConflictError when an id stands under another type, when an end is missing or
        of a type that the tie may not join; nothing of that batch is written then.
        """
        for batch in batches(records):
            self._settle(*self.pen.connection.write(lambda run, batch=batch: self._put(run, batch)))  # type: ignore[misc]

    def end(self, ids: Iterable[str], on: date) -> None:
        """Say that records ceased to hold on a day: sets `valid_to`; what ended before that day stays as it is.

        Raises NotFoundError when there is nothing under an id, InputError when it began after that day.
        """
        for portion in in_portions(ids):
            self._settle(*self.pen.connection.write(lambda run, ids=portion: self._end(run, ids, on)))  # type: ignore[misc]

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> Rows:
        """Ask the store as this change set has made it so far; for rules that derive records from others."""
        return self.pen.connection.read(lambda run: run(cypher, **(params or {})))

    def _put(self, run: Transaction, batch: Batch) -> Done:
        self.pen.hold(run)
        there = standing(run, {id: item.type for id, item in batch.items()})
        refusals.other_type(run, batch, there)
        moving = {id: item for id, item in batch.items() if id not in there or there[id].digest != item.digest}
        refusals.wrong_ends(run, moving, batch)
        return self._counted(there, batch, moving), self._move(run, moving, there)

    def _counted(self, there: Mapping[str, Standing], batch: Batch, moving: Batch) -> Tally:
        """Count each record once, at its first touch by this change set."""
        tally = Tally()
        for id in batch:
            stood = there.get(id)
            if stood is None:
                tally.new += 1
            elif stood.mark != self.pen.id:
                tally.changed += id in moving
                tally.unchanged += id not in moving
        return tally

    def _move(self, run: Transaction, moving: Batch, there: Mapping[str, Standing]) -> int:
        before = rows_of(run, {id: item.type for id, item in moving.items() if id in there})
        moves = [Move(item.type, id, before.get(id), item.row, self.pen.id) for id, item in moving.items()]
        return self.carry_out(run, moves, there)

    def carry_out(
        self,
        run: Transaction,
        moves: list[Move],
        there: Mapping[str, Standing],
        check: Callable[[], None] = lambda: None,
    ) -> int:
        """Note the moves in the history and do them, in one transaction; gives the position of the next entry."""
        moves.sort(key=lambda move: not is_node(move.type))
        again = [move for move in moves if move.id in there and there[move.id].mark == self.pen.id]
        first = [move for move in moves if move.id not in there or there[move.id].mark != self.pen.id]
        entries.add(run, self.pen.id, self._position, first, {id: stood.mark for id, stood in there.items()})
        entries.amend(run, self.pen.id, self._position + len(first), again)
        apply(run, moves, check)
        return self._position + len(moves)

    def _end(self, run: Transaction, ids: list[str], on: date) -> Done:
        self.pen.hold(run)
        types = node_types(run, ids)
        types |= other_types(run, [id for id in ids if id not in types])
        refusals.unknown(ids, types)
        rows = rows_of(run, types)
        ending = {id: row for id, row in rows.items() if not (row.get("valid_to") and row["valid_to"] <= on)}
        moving = {id: item_of(self._ended(types[id], row, on)) for id, row in ending.items()}
        return Tally(ended=len(moving), unchanged=len(rows) - len(moving)), self._move(
            run, moving, standing(run, types)
        )

    def _ended(self, type: str, row: Mapping[str, Any], on: date) -> Record:
        return checked(record_type(type), {**row, "valid_to": on}, file=self._source, place=row["id"])

    def _settle(self, tally: Tally, position: int) -> None:
        """Take note of a batch after its commit."""
        self.tally.add(tally)
        self._position = position

    def write(self, work: Work) -> None:
        """Do a unit of work of one's own in the change set: it gets the transaction and gives its moves."""
        self._settle(*self.pen.connection.write(work))

    def seal(self, undone: tuple[int, int | None] | None = None) -> bool:
        """Make the change set part of the store's history; one that changed nothing leaves no trace (False).

        `undone` is a change set and the one that undid it (None: it is in force again).
        """
        try:
            self.pen.connection.write(lambda run: self._seal(run, undone))
        except StoreUnreachable:
            self.pen.connection.revive()
            if not self._sealed():
                raise
        self.pen.lay_down()
        return self._position > 0

    def _seal(self, run: Transaction, undone: tuple[int, int | None] | None) -> None:
        self.pen.hold(run)
        if self._position == 0:
            run(statements.DROP_CHANGE, id=self.pen.id)
            return
        run(statements.SEAL, id=self.pen.id, facts={"at": now(), **asdict(self.tally)})
        if undone is not None:
            run(statements.SET_UNDONE, id=undone[0], by=undone[1])

    def _sealed(self) -> bool:
        """Look whether the commit got through although its confirmation did not."""
        return bool(
            self.pen.connection.read(lambda run: run(statements.SEALED, id=self.pen.id, owner=self.pen.owner.owner))
        )

    def take_back(self, because: BaseException) -> None:
        """Bring back what stood before; where that cannot be done now, it is done at the next opening."""
        try:
            recovery.take_back(self.pen)
        except FahrstuhlError:
            because.add_note(str(_LEFT.en))
