"""What a batch will do: looked up, checked and noted in the history before anything of it is done.

The history is written ahead, in a transaction of its own. So whoever sees a trace of a batch, even while its commit
is still under way (a server shows the parts of a commit one after the other), finds in the history what stood before;
and whoever takes a batch back that was never done finds that nothing is to be done.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.store import entries, refusals
from graph.store.batches import Batch, item_of
from graph.store.changes import Tally
from graph.store.connection import Transaction
from graph.store.moves import Move
from graph.store.pen import Pen
from graph.store.rows import Row, is_node
from graph.store.standing import Met, Standing, rows_of, standing, typed_rows
from schema.record import Record
from schema.validation import checked, record_type

Check = Callable[[Transaction], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """The moves of one batch, noted already; what it adds to the tally; the position of the next entry.

    `check` looks once more when all is done but the taking away of nodes.
    """

    tally: Tally
    moves: list[Move]
    position: int
    check: Check


def _nothing_more(_: Transaction) -> None:
    """Look at nothing."""


def put(run: Transaction, pen: Pen, position: int, batch: Batch, met: Met) -> Plan:
    """Plan to merge a batch by id; refuses what does not fit what stands."""
    pen.hold(run)
    there = standing(run, {id: item.type for id, item in batch.items()})
    refusals.other_type(run, batch, there)
    moving = {id: item for id, item in batch.items() if id not in there or there[id].digest != item.digest}
    refusals.wrong_ends(run, moving, batch, met)
    return noted(run, pen, position, _moves(run, pen, moving, there), there, _counted(pen, batch, moving, there))


def _counted(pen: Pen, batch: Batch, moving: Batch, there: Mapping[str, Standing]) -> Tally:
    """Count each record once, at its first touch by this change set."""
    tally = Tally()
    for id in batch:
        stood = there.get(id)
        if stood is None:
            tally.new += 1
        elif stood.mark != pen.id:
            tally.changed += id in moving
            tally.unchanged += id not in moving
    return tally


def _moves(run: Transaction, pen: Pen, moving: Batch, there: Mapping[str, Standing]) -> list[Move]:
    before = rows_of(run, {id: item.type for id, item in moving.items() if id in there})
    return [Move(item.type, id, before.get(id), item.row, pen.id) for id, item in moving.items()]


def end(run: Transaction, pen: Pen, position: int, ids: list[str], on: date, source: str) -> Plan:
    """Plan to set `valid_to`; refuses ids under which there is nothing, and records that began later."""
    pen.hold(run)
    found = typed_rows(run, ids)
    types = {id: type for id, (type, _) in found.items()}
    refusals.unknown(ids, types)
    ending = {id: row for id, (_, row) in found.items() if not (row.get("valid_to") and row["valid_to"] <= on)}
    moving = {id: item_of(_ended(types[id], row, on, source)) for id, row in ending.items()}
    there = standing(run, types)
    tally = Tally(ended=len(moving), unchanged=len(found) - len(moving))
    return noted(run, pen, position, _moves(run, pen, moving, there), there, tally)


def remove(run: Transaction, pen: Pen, position: int, ids: list[str]) -> Plan:
    """Plan to take records away; refuses ids under which there is nothing, and nodes on which a tie hangs."""
    pen.hold(run)
    found = typed_rows(run, ids)
    types = {id: type for id, (type, _) in found.items()}
    refusals.unknown(ids, types)
    there = standing(run, types)
    moves = [Move(type, id, row, None, pen.id) for id, (type, row) in found.items()]
    nodes = [id for id in types if is_node(types[id])]
    return noted(
        run, pen, position, moves, there, Tally(removed=len(moves)), lambda after: refusals.hanging(after, nodes)
    )


def _ended(type: str, row: Row, on: date, source: str) -> Record:
    return checked(record_type(type), {**row, "valid_to": on}, file=source, place=row["id"])


def noted(
    run: Transaction,
    pen: Pen,
    position: int,
    moves: list[Move],
    there: Mapping[str, Standing],
    tally: Tally,
    check: Check = _nothing_more,
) -> Plan:
    """Note moves in the history; a record that this change set touched before keeps its first `before`."""
    moves.sort(key=lambda move: not is_node(move.type))
    again = [move for move in moves if move.id in there and there[move.id].mark == pen.id]
    first = [move for move in moves if move.id not in there or there[move.id].mark != pen.id]
    entries.add(run, pen.id, position, first, {id: stood.mark for id, stood in there.items()})
    entries.amend(run, pen.id, position + len(first), again)
    return Plan(tally, moves, position + len(moves), check)
