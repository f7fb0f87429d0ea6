"""What a check looks at: the network on the day asked, with the agency, the planning round and who takes part."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from graph.network import Network, Properties
from graph.questions.hierarchy import ressorts, within
from graph.questions.homes import kommunen
from graph.stellschrauben.links import Link, Links, starts
from graph.stellschrauben.settings import Settings
from schema.nodes import NODES, Department, Document, Fachplanung, Kommune, Node, Process
from schema.ties import Leads, ResponsibleFor, Steers, TakesPart, Tie, WorksIn

NO_ROUND = ("Projekt", "Förderprogramm")
"""Kinds of processes that are no planning round."""


@dataclass(frozen=True, eq=False)
class Ground:
    """The part of the network that may be read.

    `whole` holds all times; `network` is what holds on the `day`, and all of it where no day is known; positions in
    this class are those of `network`.
    """

    whole: Network
    network: Network
    day: date | None
    settings: Settings
    _sorted: dict[tuple[type[Tie], ...], Links] = field(default_factory=dict)

    @classmethod
    def of(cls, whole: Network, asked: date | None, settings: Settings) -> "Ground":
        """Look at a network on a day, or on the newest day of which its records say to be."""
        day = asked or newest(whole)
        return cls(whole, whole.at(day) if day else whole, day, settings)

    @cached_property
    def begun(self) -> Network:
        """Give all that had begun by the day, with what has ended since."""
        if self.day is None:
            return self.whole
        day = self.day
        rows = self.whole.node_rows, self.whole.tie_rows
        nodes, ties = (np.array([(r.get("valid_from") or day) <= day for r in some], dtype=np.bool_) for some in rows)
        return self.whole.keep(nodes, ties)

    @cached_property
    def ids_taken(self) -> frozenset[str]:
        """Give the ids of all nodes and ties, whatever the time."""
        return frozenset((*self.whole.ids, *(str(row["id"]) for row in self.whole.tie_rows)))

    def links(self, *types: type[Tie]) -> Links:
        """Give the ties of some types."""
        if types not in self._sorted:
            self._sorted[types] = Links(self.network, *types)
        return self._sorted[types]

    def nodes(self, *types: type[Node]) -> list[int]:
        """List the nodes of some types that are no placeholders."""
        found: list[int] = np.flatnonzero(self.network.of_type(*types) & ~self.network.placeholder).tolist()
        return found

    def row(self, i: int) -> Properties:
        """Give the fields of a node."""
        return self.network.node_rows[i]

    def is_a(self, i: int, *types: type[Node]) -> bool:
        """Say whether a node is of one of some types."""
        return NODES[self.network.node_type[i]] in types

    def ids(self, *nodes: int) -> tuple[str, ...]:
        """Name nodes by their ids."""
        return tuple(self.network.ids[i] for i in nodes)

    def names(self, nodes: list[int]) -> list[str]:
        """Name nodes by their names, sorted."""
        return sorted(self.network.name(i) for i in nodes)

    @cached_property
    def agencies(self) -> list[int]:
        """List the units that are marked as the agency of integrated planning."""
        return [i for i in self.nodes(Department) if self.row(i).get("agency")]

    @cached_property
    def round(self) -> int | None:
        """Find the planning round: of those that run on the day the one that began last, else the last one begun."""
        found = [i for i in self.nodes(Process) if self.row(i).get("kind") not in NO_ROUND]
        named = [i for i in found if self.row(i).get("kind") == "Planungsrunde"] or found
        begun = [i for i in named if not self.day or (self.row(i).get("starts_on") or self.day) <= self.day]
        running = [i for i in begun if not self.day or (self.row(i).get("ends_on") or self.day) >= self.day]
        return max(running or begun, key=lambda i: (self.row(i).get("starts_on") or date.min, i), default=None)

    @cached_property
    def staff(self) -> list[int]:
        """List the agencies and who works in them or leads them."""
        return sorted({*self.agencies, *starts(self.links(Leads, WorksIn).into(*self.agencies))})

    @cached_property
    def plannings(self) -> list[int]:
        """List the Fachplanungen in question: those in the round, or all where none is recorded as taking part."""
        known = self.nodes(Fachplanung)
        taking = {link.start for link in self._taking()}
        return [i for i in known if i in taking] or known

    @cached_property
    def units(self) -> list[int]:
        """List the units that the round names, the agency left out; else those in charge of its Fachplanungen."""
        taking = self._taking()
        named = [link.start for link in taking if self.is_a(link.start, Department)]
        planned = [link.start for link in taking if self.is_a(link.start, Fachplanung)]
        charged = [i for i in starts(self.links(ResponsibleFor).into(*planned)) if self.is_a(i, Department)]
        return sorted(set(named or charged) - set(self.agencies))

    def _taking(self) -> list[Link]:
        return [] if self.round is None else self.links(TakesPart).into(self.round)

    def in_charge(self, planning: int) -> list[int]:
        """List the units and organisations that are responsible for a Fachplanung."""
        return starts(self.links(ResponsibleFor).into(planning))

    @cached_property
    def ressort(self) -> list[int]:
        """Give for each unit its Dezernat or else its topmost unit; −1 for other nodes."""
        found: list[int] = ressorts(self.network).tolist()
        return found

    @cached_property
    def homes(self) -> list[int]:
        """Give for each actor the Kommune to which it belongs; −1 where that is unknown."""
        found: list[int] = kommunen(self.network).tolist()
        return found

    @cached_property
    def home(self) -> int | None:
        """Find the Kommune that is asked about: that of the cut, of the agency, or the only one that lies in none."""
        if self.network.kommune is not None:
            return self.network.index.get(self.network.kommune)
        of_agency = [self.homes[i] for i in self.agencies if self.homes[i] >= 0]
        lies = np.diff(within(self.network, Kommune).indptr)
        outermost = [i for i in self.nodes(Kommune) if not lies[i]]
        return of_agency[0] if of_agency else outermost[0] if len(outermost) == 1 else None

    @cached_property
    def steering(self) -> list[int]:
        """List the bodies that steer the agency or the round."""
        steered = [*self.agencies, *([] if self.round is None else [self.round])]
        return starts(self.links(Steers).into(*steered))

    def heads(self, unit: int) -> list[int]:
        """List the persons who lead a unit."""
        return starts(self.links(Leads).into(unit))

    def papers(self, *kinds: str) -> list[int]:
        """List the documents of some kinds."""
        return [i for i in self.nodes(Document) if self.row(i).get("kind") in kinds]

    def in_force(self, document: int) -> bool:
        """Say whether a document is in force on the day; an open end counts as for ever, no day as any."""
        row, day = self.row(document), self.day
        return day is None or (row.get("in_force_from") or day) <= day <= (row.get("in_force_to") or day)


def newest(network: Network) -> date | None:
    """Find the day of which the records say to be, or else the newest day on which anything happened in them."""
    rows = (*network.node_rows, *network.tie_rows)
    for fields in (("as_of",), ("last_contact", "held_on", "dated", "valid_from", "starts_on")):
        days: list[date] = [row[field] for row in rows for field in fields if row.get(field)]
        if days:
            return max(days)
    return None
