"""What each node belongs to: the units and bodies right above it, and its Kommune."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.network import Network
from schema.nodes import Kommune
from schema.ties import Leads, MemberOf, PartOf, WorksIn


@dataclass(frozen=True, slots=True)
class Homes:
    """For each node what is right above it, by any tie of belonging and by PART_OF alone."""

    above: Mapping[str, frozenset[str]]
    parts: Mapping[str, frozenset[str]]
    kommunen: frozenset[str]

    @classmethod
    def of(cls, network: Network) -> "Homes":
        """Read the ties of belonging of a network."""
        kommunen = (network.ids[i] for i in network.of_type(Kommune).nonzero()[0])
        return cls(_ends(network, PartOf, WorksIn, MemberOf, Leads), _ends(network, PartOf), frozenset(kommunen))

    def direct(self, id: str) -> frozenset[str]:
        """Give what a node belongs to at once; empty where nothing is known."""
        return self.above.get(id, frozenset())

    def kommune(self, id: str) -> str | None:
        """Give the Kommune that a node is part of at any depth, the first of several by id; None where unknown."""
        seen, waiting = {id}, [id]
        while waiting:
            here = waiting.pop()
            if here in self.kommunen and here != id:
                return here
            above = sorted(self.parts.get(here, frozenset()) - seen, reverse=True)
            seen.update(above)
            waiting.extend(above)
        return None


def _ends(network: Network, *verbs: type) -> dict[str, frozenset[str]]:
    above: dict[str, set[str]] = defaultdict(set)
    for j in network.with_verb(*verbs).nonzero()[0]:
        above[network.tie_rows[j]["start"]].add(network.tie_rows[j]["end"])
    return {id: frozenset(ends) for id, ends in above.items()}
