"""The door between a reader and a change set: what fits is written in portions, what does not is refused by itself."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from graph.intake.account import Account
from graph.intake.reader import Ending, look_ahead
from schema.catalogue import NODE_TYPES
from schema.errors import ConflictError, InputError, LimitError, Oddity
from schema.nodes import Node
from schema.record import Record
from schema.ties import Tie

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

PORTION = 1_000
KEPT_ANSWERS = 100_000
_TYPES = "MATCH (n:Record) WHERE n.id IN $ids RETURN n.id AS id, labels(n) AS labels"


class Stored(Mapping[str, type[Node]]):
    """The nodes that a store held before they were first asked for, looked up by id."""

    def __init__(self, change: "ChangeSet", merged: Mapping[str, str]) -> None:
        """Look up through a change set; what was merged into another is there as that."""
        self._change, self._merged = change, merged
        self._found: dict[str, type[Node] | None] = {}

    def __getitem__(self, id: str) -> type[Node]:
        """Give the type of a node; a KeyError where there is none."""
        if id not in self._found:
            self.look_ahead([id])
        found = self._found[id]
        if found is None:
            raise KeyError(id)
        return found

    def __iter__(self) -> Iterator[str]:
        """Refuse to list a store."""
        raise TypeError("the nodes of a store are looked up, not listed")

    def __len__(self) -> int:
        """Refuse to count a store."""
        raise TypeError("the nodes of a store are looked up, not counted")

    def look_ahead(self, ids: Iterable[str]) -> None:
        """Look several ids up, a portion with each question."""
        if len(self._found) > KEPT_ANSWERS:
            self._found.clear()
        wanted = (id for id in ids if id not in self._found)
        while portion := list(islice(wanted, PORTION)):
            now = {id: self._merged.get(id, id) for id in portion}
            rows = self._change.read(_TYPES, {"ids": list(now.values())})
            types = {row["id"]: NODE_TYPES[name] for row in rows for name in row["labels"] if name in NODE_TYPES}
            self._found.update((id, types.get(now[id])) for id in portion)


class Admission:
    """Writes what a reader gives into one change set."""

    def __init__(
        self, change: "ChangeSet", account: Account, merged: Mapping[str, str], *, remember: bool = False
    ) -> None:
        """Open the door of a change set; `merged` says what was judged to be which other, `remember` fills `seen`."""
        self._change, self._account, self._merged, self._remember = change, account, merged, remember
        self.present = Stored(change, merged)
        self.seen: set[str] = set()
        """The ids of all that came through, if they are to be remembered."""

    def admit(self, items: Iterable[Record | Ending]) -> None:
        """Write all items in portions; memory does not grow with their number."""
        waiting = iter(items)
        while portion := list(islice(waiting, PORTION)):
            look_ahead(self.present, [item.id for item in portion if _may_stand(item)])
            self._put([record for item in portion if (record := self._written(item))])
            for item in portion:
                if isinstance(item, Ending) and self._stands(item):
                    self._end(item)
            if self._remember:
                self.seen.update(item.id for item in portion)
            self._account.pass_on(len(portion))

    def _written(self, item: Record | Ending) -> Record | None:
        """Give what is to be written of an item; a stub never takes the place of what is known.

        Of a node that was merged into another nothing is written; its ties go to that other.
        """
        if isinstance(item, Ending):
            return None if self._stands(item) else item.stand_in
        if isinstance(item, Tie):
            tie = item.between(self._merged)
            return None if tie.start == tie.end else tie
        return None if item.id in self._merged or (_may_stand(item) and item.id in self.present) else item

    def _stands(self, item: Ending) -> bool:
        return issubclass(item.type, Tie) or item.id in self.present

    def _end(self, item: Ending) -> None:
        """End a record; one that began after the day on which it is said to have ended stays as it is.

        What was merged into another does not end with one of its sources.
        """
        if item.id in self._merged:
            return
        try:
            self._change.end([item.id], item.on)
        except InputError as error:
            self._account.odd(*error.oddities)

    def _put(self, records: list[Record]) -> None:
        """Write records; where some do not fit what is stored, halve until those are found, and refuse only them."""
        try:
            if records:
                self._change.put(records)
        except (ConflictError, LimitError) as error:
            if len(records) == 1:
                self._account.odd(Oddity("conflict", error.text, records[0].source, records[0].id, refused=True))
                self._account.leftovers.record(records[0])
                return
            middle = len(records) // 2
            self._put(records[:middle])
            self._put(records[middle:])


def _may_stand(item: Record | Ending) -> bool:
    """Say whether it matters for an item if the store holds its node already."""
    return isinstance(item, Ending) or (isinstance(item, Node) and item.stub)
