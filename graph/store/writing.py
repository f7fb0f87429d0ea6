"""A change set while it is being written: batch by batch, each with what it replaces, sealed when it is whole."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from graph.scenarios.scenario import Scenario
from graph.store import entries, judging, planning, recovery, resuming, scenarios, sources, statements
from graph.store.batches import batches, in_portions
from graph.store.changes import Tally
from graph.store.connection import Rows, Transaction
from graph.store.entries import Entry
from graph.store.judging import Judgement
from graph.store.moves import apply
from graph.store.pen import Pen
from graph.store.planning import Plan
from graph.store.rows import is_node, read_row, record_of
from graph.store.standing import Met, typed_rows
from schema.errors import FahrstuhlError, StoreUnreachable
from schema.record import Record
from schema.text import Text
from schema.ties import Tie

_LEFT = Text(
    "Die begonnene Änderung wird beim nächsten Öffnen des Speichers zurückgenommen.",
    "The change begun is taken back when the store is opened next.",
)


def now() -> str:
    """Give the time in UTC as a text whose order is that of time."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


class ChangeSet:
    """An open change set; `Store.change` gives one, seals it when its block ends well and else takes it back."""

    def __init__(self, pen: Pen, source: str, *, half_done: bool = False) -> None:
        """Begin with nothing written, or go on with what was written by the same work before it broke off."""
        self.tally = Tally()
        self.pen, self.position, self._source = pen, 0, source
        if half_done:
            resuming.drop_undone(pen)
            self.position = entries.next_position(pen.connection, pen.id)
            self.tally = pen.connection.read(lambda run: resuming.done_so_far(run, pen.id))
        self._met = Met()
        self._at_seal: list[Callable[[Transaction], None]] = []

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
            self.write(lambda run, batch=batch: planning.put(run, self.pen, self.position, batch, self._met))  # type: ignore[misc]

    def end(self, ids: Iterable[str], on: date) -> None:
        """Say that records ceased to hold on a day: sets `valid_to`; what ended before that day stays as it is.

        Raises NotFoundError when there is nothing under an id, InputError when it began after that day.
        """
        for portion in in_portions(ids):
            self.write(lambda run, ids=portion: planning.end(run, self.pen, self.position, ids, on, self._source))  # type: ignore[misc]

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> Rows:
        """Ask the store as this change set has made it so far; for rules that derive records from others."""
        return self.pen.connection.read(lambda run: run(cypher, **(params or {})))

    def remove(self, ids: Iterable[str]) -> None:
        """Take records away; they stay in the history. A node must have no ties left.

        Raises NotFoundError when there is nothing under an id, ConflictError when a tie hangs on a node.
        """
        for portion in in_portions(ids):
            self.write(lambda run, ids=portion: planning.remove(run, self.pen, self.position, ids))  # type: ignore[misc]

    def records(self, ids: Iterable[str]) -> dict[str, Record]:
        """Read nodes and ties by id as this change set has made them so far; what is not there is left out."""
        found: dict[str, Record] = {}
        for portion in in_portions(ids):
            rows = self.pen.connection.read(lambda run, ids=portion: typed_rows(run, ids))  # type: ignore[misc]
            found |= {id: record_of(*typed) for id, typed in rows.items()}
        return found

    def ties_of(self, id: str) -> list[Tie]:
        """Read the ties of a node as this change set has made them so far."""
        rows = self.pen.connection.read(lambda run: run(statements.TIES_OF, ids=[id]))
        ties = (record_of(row["type"], read_row(row["type"], row["stored"])) for row in rows)
        return sorted((tie for tie in ties if isinstance(tie, Tie)), key=lambda tie: tie.id)

    def merged(self) -> dict[str, str]:
        """Say of each id that was judged to be the same as another which that is."""
        return self.pen.connection.read(judging.merged)

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement of which this change set is the act; it is noted when the change set is sealed."""
        self._at_seal.append(lambda run: judging.note(run, judgement))

    def keep(self, scenario: Scenario) -> None:
        """Keep a scenario that this change set adopts; it is noted when the change set is sealed."""
        self._at_seal.append(lambda run: scenarios.note(run, scenario))

    def first(self, limit: int, *, new: bool) -> list[Entry]:
        """Give the first entries so far: of records that are new, or else of those that stood before."""
        return self.pen.connection.read(lambda run: entries.first(run, self.pen.id, limit, new=new))

    def sources(self, changes: Collection[int]) -> dict[int, str]:
        """Name the source of each of some change sets."""
        rows = self.pen.connection.read(lambda run: run(statements.CHANGES_BY_ID, ids=list(changes)))
        return {row["change"]["id"]: row["change"]["source"] for row in rows}

    def still_holding(self) -> Iterator[list[str]]:
        """Give, in portions, what earlier imports of the same source wrote last and what has no end."""
        return sources.still_holding(self.pen.connection, self._source)

    def write(self, plan: Callable[[Transaction], Plan]) -> None:
        """Do a batch: first what it will do is noted, then it is done, each in a transaction of its own."""
        planned = self.pen.connection.write(plan)
        if planned.moves:
            self.pen.connection.write(lambda run: self._do(run, planned))
        nodes = (move for move in planned.moves if is_node(move.type))
        self._met.written({move.id: None if move.after is None else move.type for move in nodes})
        self.tally.add(planned.tally)
        self.position = planned.position

    def _do(self, run: Transaction, planned: Plan) -> None:
        self.pen.hold(run)
        apply(run, planned.moves, lambda: planned.check(run))

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
        return self.position > 0

    def _seal(self, run: Transaction, undone: tuple[int, int | None] | None) -> None:
        self.pen.hold(run)
        if self.position == 0:
            run(statements.DROP_CHANGE, id=self.pen.id)
            return
        run(statements.SEAL, id=self.pen.id, facts={"at": now(), **asdict(self.tally)})
        for noting in self._at_seal:
            noting(run)
        if undone is not None:
            run(statements.SET_UNDONE, id=undone[0], by=undone[1])

    def _sealed(self) -> bool:
        """Look whether the commit got through although its confirmation did not."""
        return bool(
            self.pen.connection.read(lambda run: run(statements.SEALED, id=self.pen.id, owner=self.pen.owner.owner))
        )

    def pause(self) -> None:
        """Leave it as it is, for the same work to go on with."""
        self.pen.lay_down()

    def take_back(self, because: BaseException) -> None:
        """Bring back what stood before; where that cannot be done now, it is done at the next opening."""
        try:
            recovery.take_back(self.pen)
        except FahrstuhlError:
            because.add_note(str(_LEFT.en))
