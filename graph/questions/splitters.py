"""Key players by loss: a few whose absence would divide the contact network most."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from graph.measures.arrays.fragmentation import distance_weighted, fragmentation, pairs_lost
from graph.measures.arrays.key_players import KeyPlayers, splitters
from graph.measures.arrays.matrices import Integers, Matrix, ordered
from graph.measures.arrays.splitting import Splitting
from graph.questions.answer import Finding, Ref
from graph.questions.contacts import Contacts
from graph.questions.naming import kind_text, listing, order, ref
from schema.text import Text


class Splitter(Finding):
    """One of the set, with what its loss alone would do."""

    actor: Annotated[Ref, Text("Akteur", "actor")]
    kind: Annotated[Text, Text("Art", "kind")]
    contacts: Annotated[int, Text("Kontakte", "contacts")]
    alone: Annotated[
        int, Text("Paare anderer, die schon sein Ausfall trennt", "pairs of others that its loss alone parts")
    ]


@dataclass(frozen=True, eq=False)
class Split:
    """The set that was found: `found.nodes` are places among `nodes`, the actors with contacts."""

    nodes: Integers
    joined: Matrix
    found: KeyPlayers

    @classmethod
    def of(cls, contacts: Contacts, k: int) -> "Split | None":
        """Look for `k` actors whose loss would divide the contacts among actors most; None where there are too few."""
        nodes = np.flatnonzero(contacts.actor & (contacts.degree > 0)).astype(np.int64)
        joined = ordered(contacts.adjacency[nodes, :][:, nodes])
        if len(nodes) < k + 2 or not joined.nnz:
            return None
        found = splitters(joined, k)
        return cls(nodes, joined, found) if found and len(found.nodes) else None

    def rows(self, contacts: Contacts) -> tuple[Splitter, ...]:
        """Name the actors, those first whose loss alone would part most."""
        network, chosen = contacts.network, self.nodes[self.found.nodes]
        alone = self._parted()[self.found.nodes]
        return tuple(
            Splitter(
                actor=ref(network, int(chosen[k])),
                kind=kind_text(network, int(chosen[k])),
                contacts=int(contacts.degree[chosen[k]]),
                alone=int(alone[k]),
                evidence=(network.ids[chosen[k]], *contacts.evidence(contacts.contacts_of(int(chosen[k])))),
            )
            for k in order(network, chosen, alone, contacts.degree[chosen]).tolist()
        )

    def _parted(self) -> Integers:
        """Count for each actor the pairs of others that could no longer reach each other without it."""
        lost, whole, _ = pairs_lost(self.joined)
        return (lost - 2 * (whole - 1)) // 2

    def sentence(self, contacts: Contacts) -> Text:
        """Say how much the loss of the set would divide the network, and whether a better set is ruled out."""
        text = DISTANCE if self.found.criterion == "distance" else PARTS
        names = listing((row.actor.name for row in self.rows(contacts)), most=len(self.found.nodes))
        shown = {"before": _percent(self._before()), "after": _percent(self.found.value), "names": names}
        sure = SURE if self.found.exact else UNSURE
        if self.found.sources:
            sure = ESTIMATED.format(n=self.found.sources, sure=sure)
        return text.format(**shown, sure=sure)

    def _before(self) -> float:
        """Give the fragmentation of the whole network, measured as that of the set was."""
        if self.found.sources is None:
            none = self.found.nodes[:0]
            return fragmentation(self.joined, none, distance=self.found.criterion == "distance")
        whole = Splitting(self.joined, seed=0)
        return float(distance_weighted(whole.lanes, np.empty((1, 0), dtype=np.int64), whole.sources)[0])


def _percent(share: float) -> Text:
    return Text(f"{100 * share:.1f}".replace(".", ","), f"{100 * share:.1f}")


PARTS = Text(
    "Fielen {names} gemeinsam aus, könnten sich {after} % statt {before} % der Paare von Akteuren über keine Kette "
    "mehr erreichen ({sure}).",
    "Were {names} lost together, {after} % instead of {before} % of the pairs of actors could not reach each other by "
    "any chain ({sure}).",
)
DISTANCE = Text(
    "Fielen {names} gemeinsam aus, zerfiele das Netz nicht, doch die Wege der übrigen würden länger "
    "(Fragmentierung nach Entfernung {after} % statt {before} %; {sure}).",
    "Were {names} lost together, the network would not fall apart, yet the ways of the others would become longer "
    "(distance-weighted fragmentation {after} % instead of {before} %; {sure}).",
)
ESTIMATED = Text(
    "Entfernungen aus {n} zufällig gewählten Akteuren geschätzt; {sure}",
    "distances estimated from {n} actors drawn by chance; {sure}",
)
SURE = Text("keine andere Auswahl dieser Größe wirkt stärker", "no other set of this size does more")
UNSURE = Text("eine stärkere Auswahl ist nicht ausgeschlossen", "a stronger set is not ruled out")
