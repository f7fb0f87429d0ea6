"""How the example scripts put their records together: short keys instead of identifiers, one source for all."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from graph.exchange.tables import write_tables
from graph.intake.headings import made_id
from schema.nodes import Node
from schema.record import Record
from schema.ties import Tie


class Building:
    """Collects the records of one example; a node's identifier is the example's name, a slash and its key."""

    def __init__(self, name: str, source: str, **common: Any) -> None:
        """Begin an example; `source` and the fields in `common` stand on every record that does not say otherwise."""
        self.name = name
        self.common = {"source": source} | common
        self.records: list[Record] = []

    def node(self, cls: type[Node], key: str, name: str, **fields: Any) -> str:
        """Add a node; give back its key."""
        self.records.append(cls.model_validate(self.common | {"id": self._id(key), "name": name} | fields))
        return key

    def tie(self, cls: type[Tie], start: str, end: str, **fields: Any) -> None:
        """Add a tie between the nodes of two keys."""
        values = self.common | {"start": self._id(start), "end": self._id(end)} | fields
        self.records.append(cls.model_validate({"id": made_id(cls, values)} | values))

    def ties(self, cls: type[Tie], start: str, ends: Iterable[str], **fields: Any) -> None:
        """Add ties of one type from one node to several."""
        for end in ends:
            self.tie(cls, start, end, **fields)

    def write(self, directory: Path) -> tuple[Path, ...]:
        """Write the example's tables; give back their paths."""
        return write_tables(directory, self.records)

    def _id(self, key: str) -> str:
        return f"{self.name}/{key}"


def day(text: str) -> date:
    """Read an ISO date of the scripts' own tables."""
    return date.fromisoformat(text)
