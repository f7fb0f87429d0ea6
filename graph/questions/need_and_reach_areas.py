"""The Sozialräume that count for themselves: their need, who is there, and of which both is known."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.measures.arrays.matrices import Floats, Integers
from graph.network import Mask
from graph.questions.area_gaps import Areas
from graph.questions.contacts import SHOWN, Contacts
from graph.questions.naming import order
from graph.questions.need_and_reach_monitoring import Monitoring
from graph.questions.need_and_reach_presence import Compared, Presence, covers


@dataclass(frozen=True, eq=False)
class Found:
    """All that is known about the Sozialräume that count for themselves, one value for each of `nodes`."""

    contacts: Contacts
    nodes: Integers
    presence: Presence
    monitoring: Monitoring
    areas: Areas

    @classmethod
    def of(cls, contacts: Contacts) -> "Found":
        """Look at all Sozialräume that count for themselves."""
        monitoring = Monitoring(contacts.network)
        areas = Areas(contacts, monitoring.need)
        presence = Presence.of(contacts, covers(contacts.network, areas.nodes))
        return cls(contacts, areas.nodes, presence, monitoring, areas)

    @cached_property
    def need(self) -> Floats:
        """Give the need of each area, NaN where it is unknown."""
        return np.asarray(self.monitoring.need[self.nodes], dtype=np.float64)

    @cached_property
    def known(self) -> Mask:
        """Mark the areas of which need and links are known."""
        return np.asarray(~np.isnan(self.need) & self.presence.recorded, dtype=np.bool_)

    @cached_property
    def compared(self) -> Compared:
        """Compare the areas of which both are known."""
        return self.again(self.contacts)

    def again(self, contacts: Contacts) -> Compared:
        """Compare the same areas by other contacts."""
        covered = covers(contacts.network, self.nodes[self.known])
        return Compared(self.need[self.known], Presence.of(contacts, covered))

    @cached_property
    def silent(self) -> Integers:
        """List the areas (by their row) of more need than the middle of all, of whose links nothing is recorded."""
        measured = self.need[~np.isnan(self.need)]
        middle = float(np.median(measured)) if len(measured) else np.nan
        found = np.flatnonzero((self.need > middle) & ~self.presence.recorded)
        return found[order(self.contacts.network, self.nodes[found], self.need[found])]

    def evidence(self, i: int) -> tuple[str, ...]:
        """Name an area, the indicators that drive its need and the actors there."""
        network = self.contacts.network
        nodes = [i, *self.monitoring.driving(i), *self.areas.actors(i).tolist()]
        return tuple(network.ids[node] for node in nodes)[:SHOWN]
