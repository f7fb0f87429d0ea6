"""The ways from the agency of integrated planning to those who are to be won: whom to ask first, and who knows whom."""

from dataclasses import dataclass

import numpy as np

from graph.measures.arrays.matrices import Integers
from graph.network import Mask
from graph.questions.chains import FAR, chain, chain_evidence, distances
from graph.questions.contacts import Contacts
from schema.nodes import Department
from schema.text import Text

DIRECT = Text("direkter Kontakt", "direct contact")
THROUGH = Text("über {names}", "through {names}")
NO_WAY = Text("kein Weg erfasst", "no way recorded")
NO_START = Text("keine Agentur erfasst", "no agency recorded")


def agencies(contacts: Contacts) -> Mask:
    """Mark the units that are recorded as the agency of integrated planning."""
    network = contacts.network
    marked = np.array([bool(row.get("agency")) for row in network.node_rows], dtype=np.bool_)
    return np.asarray(contacts.member & network.of_type(Department) & marked, dtype=np.bool_)


@dataclass(frozen=True, eq=False)
class Ways:
    """The shortest chains of recorded contacts from the nearest agency; `far` counts their steps, −1 for none."""

    contacts: Contacts
    agency: Mask
    far: Integers

    @classmethod
    def of(cls, contacts: Contacts) -> "Ways":
        """Follow the contacts from the agency; without one nobody is reached."""
        agency = agencies(contacts)
        return cls(contacts, agency, distances(contacts, agency))

    @property
    def started(self) -> bool:
        """Say whether there is an agency from which the ways can start."""
        return bool(self.agency.any())

    def to(self, i: int) -> tuple[int, ...]:
        """Give the chain from the agency to an actor, both included; empty where there is none."""
        return tuple(reversed(chain(self.contacts, self.far, i)))

    def door(self, i: int) -> int | None:
        """Name whom to ask first: the first on the chain, unless that is the actor itself."""
        path = self.to(i)
        return path[1] if len(path) > 2 else None

    def doors(self, i: int) -> int:
        """Count the contacts of the agency with whom a shortest chain to an actor can begin; 0 where it needs none."""
        layer = np.array([i], dtype=np.int64)
        for steps in range(int(self.far[i]) - 1, 0, -1):
            near = np.unique(np.concatenate([self.contacts.neighbours(int(k)) for k in layer]))
            layer = near[(self.far[near] == steps) & self.contacts.actor[near]]
        return len(layer) if self.far[i] > 1 else 0

    def said(self, i: int) -> Text:
        """Say in words how to get to an actor."""
        if self.far[i] == FAR:
            return NO_WAY if self.started else NO_START
        between = [self.contacts.network.name(k) for k in self.to(i)[1:-1]]
        return THROUGH.format(names=Text(", dann ".join(between), ", then ".join(between))) if between else DIRECT

    def evidence(self, i: int) -> tuple[str, ...]:
        """Name the nodes and ties of the chain to an actor."""
        return chain_evidence(self.contacts, self.to(i))
