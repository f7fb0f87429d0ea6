"""Whose the records of a source are, where a person says so by the official key: `--kommune AGS`."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.intake.reader import Ending
from schema.errors import UsageError
from schema.nodes import Kommune, Node
from schema.record import Record
from schema.text import Text
from schema.ties import PartOf, Tie, tie_id

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

AGS = re.compile(r"[0-9]{5}([0-9]{3})?")
_BY_KEY = "MATCH (k:Kommune) WHERE k.ags = $ags RETURN k.id AS id, k.name AS name ORDER BY id LIMIT 1"


class Belonging:
    """Gives each record as it is, and at the end ties the topmost units and places to the Kommune.

    The Kommune is the stored one with that key; else the first of the source that has this key, or none and so gets
    it; else a new one that is known by its key only.
    """

    def __init__(self, ags: str, source: str, change: "ChangeSet") -> None:
        """Look the Kommune up; a UsageError where the key is none."""
        if not AGS.fullmatch(ags):
            raise UsageError(
                Text("{ags!r} ist kein amtlicher Schlüssel.", "{ags!r} is no official key.").format(ags=ags),
                Text(
                    "AGS mit 8 Ziffern, für einen Kreis mit 5, mit führender Null: --kommune 03402000.",
                    "AGS of 8 digits, of 5 for a Kreis, with its leading zero: --kommune 03402000.",
                ),
            )
        self._ags, self._source = ags, source
        self._stored = next(iter(change.read(_BY_KEY, {"ags": ags})), None)
        self._home: str | None = self._stored["id"] if self._stored else None
        self._types: dict[str, type[Node]] = {}
        self._below: set[str] = set()

    def of(self, items: Iterator[Record | Ending]) -> Iterator[Record | Ending]:
        """Pass items on; the ties to the Kommune come last, when it is known what has nothing above it."""
        for item in items:
            yield self._known(item) if isinstance(item, Node) else item
            if isinstance(item, PartOf):
                self._below.add(item.start)
        yield from self._tied()

    def _known(self, node: Node) -> Node:
        if isinstance(node, Kommune) and self._home is None and node.ags in (None, self._ags):
            node = node.model_copy(update={"ags": self._ags})
            self._home = node.id
        if PartOf.joins(type(node), Kommune) and node.id != self._home:
            self._types[node.id] = type(node)
        return node

    def _tied(self) -> Iterator[Tie | Node]:
        if self._home is None:
            self._home = f"ags:{self._ags}"
            yield Kommune(id=self._home, source=self._source, name=f"AGS {self._ags}", ags=self._ags, stub=True)
        for id, cls in self._types.items():
            if id not in self._below and not issubclass(cls, Kommune):
                values = {"start": id, "end": self._home, "source": self._source}
                yield PartOf(id=tie_id(PartOf.verb, id, self._home), **values)
