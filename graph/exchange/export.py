"""What is exported: the part of a network that the reader may see, and how it can be gone through."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.exchange.provenance import Provenance
from graph.exchange.pseudonyms import pseudonymised
from graph.network import Network
from graph.questions.scope import Scope
from schema.catalogue import NODE_TYPES, TIE_TYPES
from schema.record import Record

Layout = Callable[[Network], npt.NDArray[np.float64]]
"""Gives x and y for each node, y growing downwards; pictures are another room's work, so it is handed in."""
Row = tuple[str, Mapping[str, Any]]
"""The name of a type and the fields that are set, as plain values."""

_NODES, _TIES = tuple(NODE_TYPES), tuple(TIE_TYPES)


@dataclass(frozen=True, eq=False)
class Export:
    """A network, cut already to what the reader may see, with what its file says about itself."""

    network: Network
    provenance: Provenance
    layout: Layout | None = field(default=None, repr=False)

    @classmethod
    def of(
        cls,
        part: Network,
        scope: Scope,
        *,
        dated: str | None = None,
        layout: Layout | None = None,
        unnamed: Network | None = None,
    ) -> "Export":
        """Prepare the export of a part that a scope has left.

        `dated`: the day of the last change; `unnamed`: the network no person of which may be told by name or id.
        """
        shown = part if unnamed is None else pseudonymised(part, unnamed)
        return cls(shown, Provenance(shown, scope, dated, unnamed is not None), layout)

    def nodes(self) -> Iterator[Row]:
        """Give the nodes in order of id."""
        for code, row in zip(self.network.node_type.tolist(), self.network.node_rows, strict=True):
            yield _NODES[code], row

    def ties(self) -> Iterator[Row]:
        """Give the ties in order of type, ends and id."""
        for code, row in zip(self.network.tie_type.tolist(), self.network.tie_rows, strict=True):
            yield _TIES[code], row

    def records(self) -> Iterator[Record]:
        """Give nodes, then ties, as records."""
        yield from (self.network.node(i) for i in range(self.network.n))
        yield from (self.network.tie(j) for j in range(self.network.m))


def plain(value: Any) -> Any:
    """Spell a field's value as JSON has it: dates as ISO, several values as a list."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
