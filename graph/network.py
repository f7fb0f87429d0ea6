"""The network as questions and measures see it: immutable, in arrays, in one order whatever the store.

Nodes are sorted by id, ties by (type, start, end, id), so that the same data give the same bytes of every answer.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt

from graph import cuts
from schema.catalogue import NODE_TYPES, TIE_TYPES, type_name
from schema.levels import STOREYS, Level
from schema.nodes import NODES, Kommune, Node
from schema.record import Record, Visibility
from schema.ties import TIES, PartOf, Tie

Properties = Mapping[str, Any]
Mask = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int32]
Codes = npt.NDArray[np.int8]

NODE_CODES = {name: code for code, name in enumerate(NODE_TYPES)}
TIE_CODES = {verb: code for code, verb in enumerate(TIE_TYPES)}
LEVEL_CODES = {level: code for code, level in enumerate(STOREYS)} | {Level.UNKNOWN: -1}
NO_LEVEL = -2
"""Level code of a matter, which stands on no level."""


@dataclass(frozen=True, eq=False, repr=False)
class Network:
    """Nodes and ties in parallel arrays; `n` nodes, `m` ties.

    `node_type`, `tie_type`: positions in `schema.nodes.NODES` and `schema.ties.TIES`; `level`: position in `STOREYS`,
    -1 unknown, -2 stands on no level; `start`, `end`: positions of the ends of each tie; `*_rows`: the properties as
    stored (id, name, dates as `date`), of which `node(i)` and `tie(j)` make records.
    """

    ids: tuple[str, ...]
    node_rows: tuple[Properties, ...]
    node_type: Codes
    level: Codes
    tie_rows: tuple[Properties, ...]
    tie_type: Codes
    start: Indices
    end: Indices
    version: int = 0
    """The data version of the store that it was read at; 0 when it never was in one."""
    as_of: date | None = None
    """The date at which it was cut; None when it holds all times."""
    kommune: str | None = None
    """The Kommune to which it was cut."""
    scenario: str | None = None
    """The scenario that is tried in it."""
    before: "Network | None" = None
    """Where a scenario is tried: the network without it; a scope cuts it alike, a cut of one's own does not."""

    @classmethod
    def of(cls, records: Iterable[Record], version: int = 0) -> "Network":
        """Make a network of records; ties whose ends are not among them are left out."""
        nodes: list[tuple[str, Properties]] = []
        ties: list[tuple[str, Properties]] = []
        for record in records:
            (ties if isinstance(record, Tie) else nodes).append((type_name(record), record.properties()))
        return cls.of_rows(nodes, ties, version)

    @classmethod
    def of_rows(
        cls, nodes: Iterable[tuple[str, Properties]], ties: Iterable[tuple[str, Properties]], version: int = 0
    ) -> "Network":
        """Make a network of (type name, properties) as a store hands them out."""
        nodes = sorted(nodes, key=lambda row: row[1]["id"])
        index = {row["id"]: i for i, (_, row) in enumerate(nodes)}
        joined = [tie for tie in ties if tie[1]["start"] in index and tie[1]["end"] in index]
        joined.sort(key=lambda tie: (TIE_CODES[tie[0]], tie[1]["start"], tie[1]["end"], tie[1]["id"]))
        return cls(
            ids=tuple(index),
            node_rows=tuple(row for _, row in nodes),
            node_type=np.array([NODE_CODES[name] for name, _ in nodes], dtype=np.int8),
            level=np.array([_level_code(name, row) for name, row in nodes], dtype=np.int8),
            tie_rows=tuple(row for _, row in joined),
            tie_type=np.array([TIE_CODES[verb] for verb, _ in joined], dtype=np.int8),
            start=np.array([index[row["start"]] for _, row in joined], dtype=np.int32),
            end=np.array([index[row["end"]] for _, row in joined], dtype=np.int32),
            version=version,
        )

    def rows(self) -> Iterator[tuple[str, Properties]]:
        """Give each node and then each tie as (type name, properties)."""
        for code, row in zip(self.node_type, self.node_rows, strict=True):
            yield NODES[code].__name__, row
        for code, row in zip(self.tie_type, self.tie_rows, strict=True):
            yield TIES[code].verb, row

    def changed(self, rows: Iterable[tuple[str, Properties]], without: Iterable[str] = ()) -> "Network":
        """Give the same network with more or other records, as (type name, properties), and without some, by id."""
        stands = {row["id"]: (type, row) for type, row in (*self.rows(), *rows)}
        for id in without:
            stands.pop(id, None)
        nodes = [typed for typed in stands.values() if typed[0] in NODE_CODES]
        ties = [typed for typed in stands.values() if typed[0] in TIE_CODES]
        return Network.of_rows(nodes, ties, self.version)

    def __repr__(self) -> str:
        """Give the size, not the data: they may be personal and fill a log."""
        return f"Network(n={self.n}, m={self.m}, version={self.version}, as_of={self.as_of}, kommune={self.kommune!r})"

    @property
    def n(self) -> int:
        """Count the nodes."""
        return len(self.ids)

    @property
    def m(self) -> int:
        """Count the ties."""
        return len(self.tie_rows)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Find the position of a node by its id."""
        return {id: i for i, id in enumerate(self.ids)}

    @cached_property
    def placeholder(self) -> Mask:
        """Mark the nodes that stand for nobody in particular ("Offen", "N.N.")."""
        return np.array([bool(row.get("placeholder")) for row in self.node_rows], dtype=np.bool_)

    @cached_property
    def count(self) -> npt.NDArray[np.int64]:
        """Give for each tie how many pieces of evidence it stands for; 1 where it does not say."""
        return np.array([row.get("count") or 1 for row in self.tie_rows], dtype=np.int64)

    def node(self, i: int) -> Node:
        """Give the node at a position as a record of its type."""
        found: Node = NODES[self.node_type[i]].model_validate(self.node_rows[i])
        return found

    def tie(self, j: int) -> Tie:
        """Give the tie at a position as a record of its type."""
        found: Tie = TIES[self.tie_type[j]].model_validate(self.tie_rows[j])
        return found

    def name(self, i: int) -> str:
        """Give the name of the node at a position."""
        return str(self.node_rows[i]["name"])

    def of_type(self, *types: type[Node]) -> Mask:
        """Mark the nodes of the given types."""
        return np.isin(self.node_type, [NODE_CODES[t.__name__] for t in types])

    def with_verb(self, *types: type[Tie]) -> Mask:
        """Mark the ties of the given types."""
        return np.isin(self.tie_type, [TIE_CODES[t.verb] for t in types])

    @cached_property
    def _type_and_start(self) -> npt.NDArray[np.int64]:
        """Give one ascending number for the type and the start of each tie."""
        return self.tie_type.astype(np.int64) * self.n + self.start

    def ties_from(self, i: int, *types: type[Tie]) -> npt.NDArray[np.int64]:
        """List the ties of the given types that start at a node, in their order."""
        keys = np.sort([TIE_CODES[t.verb] * self.n + i for t in types])
        first, end = (np.searchsorted(self._type_and_start, keys, side) for side in ("left", "right"))
        return np.concatenate([np.arange(a, b) for a, b in zip(first, end, strict=True)])

    def keep(self, nodes: Mask, ties: Mask | None = None, **changes: Any) -> "Network":
        """Cut to the marked nodes and to the marked ties whose both ends are left."""
        left = nodes[self.start] & nodes[self.end]
        left = left if ties is None else left & ties
        position = np.cumsum(nodes, dtype=np.int32) - 1
        chosen, joined = np.flatnonzero(nodes), np.flatnonzero(left)
        return replace(
            self,
            ids=tuple(self.ids[i] for i in chosen),
            node_rows=tuple(self.node_rows[i] for i in chosen),
            node_type=self.node_type[chosen],
            level=self.level[chosen],
            tie_rows=tuple(self.tie_rows[j] for j in joined),
            tie_type=self.tie_type[joined],
            start=position[self.start[joined]].astype(np.int32),
            end=position[self.end[joined]].astype(np.int32),
            **changes,
        )

    def at(self, day: date) -> "Network":
        """Cut to what held on a day: `valid_from` ≤ day ≤ `valid_to`, an open end counting as for ever."""
        return self.keep(cuts.valid(self.node_rows, day), cuts.valid(self.tie_rows, day), as_of=day)

    def seen_by(self, highest: Visibility) -> "Network":
        """Cut to what a reader may see who has the right to records up to this class."""
        return self.keep(cuts.visible(self.node_rows, highest), cuts.visible(self.tie_rows, highest))

    def within(self, kommune: str) -> "Network":
        """Cut to one Kommune (id, AGS or name): its parts, and what is tied to them and part of no other."""
        kommunen = {int(i): self.node_rows[i] for i in np.flatnonzero(self.of_type(Kommune))}
        home = cuts.find_kommune(kommunen, kommune)
        inside = cuts.belongs_to(self.n, self.start, self.end, self.with_verb(PartOf), kommunen, home)
        return self.keep(inside, kommune=self.ids[home])

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Give the network as a NetworkX graph that carries all properties; an edge's key is the tie's id."""
        made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        names, verbs = list(NODE_TYPES), list(TIE_TYPES)
        for i, row in enumerate(self.node_rows):
            made.add_node(self.ids[i], **row, type=names[self.node_type[i]])
        for j, row in enumerate(self.tie_rows):
            ends = self.ids[self.start[j]], self.ids[self.end[j]]
            made.add_edge(*ends, key=row["id"], **row, type=verbs[self.tie_type[j]])
        return made


def _level_code(type_name: str, row: Properties) -> int:
    level = NODE_TYPES[type_name].stands_on(row.get("kind"), row.get("level"))
    return NO_LEVEL if level is None else LEVEL_CODES[level]
