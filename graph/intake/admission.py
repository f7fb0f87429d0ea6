"""The door between a reader and a change set: what fits is written in portions, what does not is refused by itself."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from graph.intake.account import Account
from graph.intake.reader import Ending
from schema.catalogue import NODE_TYPES
from schema.errors import ConflictError, Oddity
from schema.nodes import Node
from schema.record import Record
from schema.ties import Tie

if TYPE_CHECKING:
    from graph.store.store import ChangeSet

PORTION = 1_000


class Stored(Mapping[str, type[Node]]):
    """The nodes that a store held before the import, looked up one by one."""

    def __init__(self, change: "ChangeSet") -> None:
        """Look up through a change set; the last answers are kept."""
        self._change = change
        self._found = lru_cache(10_000)(self._look_up)

    def __getitem__(self, id: str) -> type[Node]:
        """Give the type of a node; a KeyError where there is none."""
        found = self._found(id)
        if found is None:
            raise KeyError(id)
        return found

    def __iter__(self) -> Iterator[str]:
        """Refuse to list a store."""
        raise TypeError("the nodes of a store are looked up, not listed")

    def __len__(self) -> int:
        """Refuse to count a store."""
        raise TypeError("the nodes of a store are looked up, not counted")

    def _look_up(self, id: str) -> type[Node] | None:
        rows = self._change.read("MATCH (n:Record {id: $id}) RETURN labels(n) AS labels", {"id": id})
        return next((NODE_TYPES[name] for row in rows for name in row["labels"] if name in NODE_TYPES), None)


class Admission:
    """Writes what a reader gives into one change set."""

    def __init__(self, change: "ChangeSet", account: Account, present: Mapping[str, type[Node]]) -> None:
        """Open the door of a change set."""
        self._change, self._account, self._present = change, account, present

    def admit(self, items: Iterable[Record | Ending]) -> None:
        """Write all items in portions; memory does not grow with their number."""
        waiting = iter(items)
        while portion := list(islice(waiting, PORTION)):
            self._put([record for item in portion if (record := self._written(item))])
            for item in portion:
                if isinstance(item, Ending) and self._stands(item):
                    self._change.end([item.id], item.on)

    def _written(self, item: Record | Ending) -> Record | None:
        """Give what is to be written of an item; a stub never takes the place of what is known."""
        if isinstance(item, Ending):
            return None if self._stands(item) else item.stand_in
        return None if getattr(item, "stub", False) and item.id in self._present else item

    def _stands(self, item: Ending) -> bool:
        return issubclass(item.type, Tie) or item.id in self._present

    def _put(self, records: list[Record]) -> None:
        """Write records; where some do not fit what is stored, halve until those are found, and refuse only them."""
        try:
            if records:
                self._change.put(records)
        except ConflictError as error:
            if len(records) == 1:
                self._account.odd(Oddity("conflict", error.text, records[0].source, records[0].id, refused=True))
                return
            middle = len(records) // 2
            self._put(records[:middle])
            self._put(records[middle:])
