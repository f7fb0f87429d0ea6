"""The stakeholders of a matter: where each stands in the grids, and where it stands by measure."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from graph.measures.arrays.matrices import Integers
from graph.network import Mask
from graph.questions.actor_map import Grounds, Matters, circle, grounds, weight
from graph.questions.case import Case
from graph.questions.contacts import SHOWN, Contacts
from graph.questions.interests import Interests, interests
from graph.questions.naming import order
from graph.questions.position import positions
from graph.questions.ranked import HIDDEN, OVERRATED, compared
from graph.questions.robust import Thinned, stay
from graph.questions.stances import POWER_INTEREST, Cell, influence_attitude, power_interest, salience
from schema.text import Text

DISAGREEING = {"hidden": HIDDEN, "overrated": OVERRATED}
"""The ways in which what is attributed and what is measured disagree."""
AGREEING = Text("kein Widerspruch", "no contradiction")


@dataclass(frozen=True, eq=False)
class Standing:
    """Where one actor (by position) stands."""

    i: int
    power_interest: Cell
    influence_attitude: Cell
    salience: Cell
    weight: Cell
    circle: Cell


@dataclass(frozen=True, eq=False)
class Stakeholders:
    """Who is looked at, what is recorded about them, and their rank by measure among all actors with contacts.

    `nodes` are in the order in which they are listed; `ranked` are the actors with contacts, `rank` their places.
    """

    contacts: Contacts
    matters: Matters
    known: Interests
    grounds: Grounds
    flagged: Mask
    nodes: Integers
    ranked: Integers
    rank: Integers

    @classmethod
    def of(cls, contacts: Contacts, about: str | None) -> "Stakeholders":
        """Find those with a recorded opinion, those marked as key actors, and those who can stop the matter."""
        network = contacts.network
        matters = Matters.of(network, about)
        known, found = interests(network, matters.opinions), grounds(network, matters.themselves, contacts.actor)
        flagged = np.array([bool(row.get("key_actor")) for row in network.node_rows], dtype=np.bool_)
        rated = np.zeros(network.n, dtype=np.bool_)
        rated[list(known.evidence)] = True
        looked_at = (rated | flagged) & matters.concerned
        looked_at[list(found.formal)] = True
        nodes = np.flatnonzero(looked_at & contacts.actor).astype(np.int64)
        measured = (contacts.degree[nodes] > 0).any()
        ranked = np.flatnonzero(contacts.actor & (contacts.degree > 0) & measured).astype(np.int64)
        rank = positions(contacts, ranked).rank
        return cls(contacts, matters, known, found, flagged, _listed(contacts, known, nodes), ranked, rank)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Place each actor in each grid."""
        return tuple(self._standing(i) for i in self.nodes.tolist())

    def _standing(self, i: int) -> Standing:
        known = self.known
        influence, attitude, interest = known.influence.get(i), known.attitude.get(i), known.interest.get(i)
        return Standing(
            i,
            power_interest(influence, interest),
            influence_attitude(influence, attitude),
            salience(influence, known.legitimacy.get(i), known.urgency.get(i)),
            weight(influence, attitude, flagged=bool(self.flagged[i]), formal=i in self.grounds.formal),
            circle(interest, direct=i in self.grounds.direct),
        )

    @cached_property
    def place(self) -> dict[int, int]:
        """Find the row of `ranked` of each actor that is looked at and has contacts."""
        rows = np.searchsorted(self.ranked, self.nodes).tolist()
        found = zip(self.nodes.tolist(), rows, strict=True)
        return {i: k for i, k in found if k < len(self.ranked) and self.ranked[k] == i}

    def note(self, i: int, rank: Integers) -> Text | None:
        """Set what is attributed beside what is measured; None where either is unknown."""
        k = self.place.get(i)
        said = None if k is None else compared(self.known.influence.get(i), int(rank[k]), len(self.ranked))
        return said if said is None or said in DISAGREEING.values() else AGREEING

    def noted(self, note: Text, rank: Integers) -> list[int]:
        """List the actors of whom attribution and measurement disagree in a given way."""
        return [i for i in self.nodes.tolist() if self.note(i, rank) == note]

    def varied(self, case: Case[Any]) -> Thinned | None:
        """Rank the same actors again while contacts are missing."""
        before = {way: set(self.noted(note, self.rank)) for way, note in DISAGREEING.items()}

        def trial(lost: Mask) -> dict[str, Any]:
            rank = positions(self.contacts.without(lost), self.ranked).rank
            still = {way: len(before[way] & set(self.noted(note, rank))) for way, note in DISAGREEING.items()}
            return {"rank": rank, "first": stay(self.rank, rank), **still}

        return case.thinned(self.contacts.counted, trial) if len(self.ranked) else None

    def evidence(self, i: int) -> tuple[str, ...]:
        """Name the actor and the ties by which it is placed in the grids."""
        ties = [*self.grounds.formal.get(i, ()), *self.grounds.direct.get(i, ())][:SHOWN]
        rows = self.contacts.network.tie_rows
        stated = self.known.evidence.get(i, ())[:SHOWN]
        return tuple(dict.fromkeys([self.contacts.network.ids[i], *stated, *(str(rows[j]["id"]) for j in ties)]))


def _listed(contacts: Contacts, known: Interests, nodes: Integers) -> Integers:
    """Put the actors in order of their field of power and interest, then of influence, interest, name and id."""
    fields = [cell.name.en for cell in POWER_INTEREST.values()]
    cells = [power_interest(known.influence.get(i), known.interest.get(i)).name.en for i in nodes.tolist()]
    field = [fields.index(name) if name in fields else len(fields) for name in cells]
    values = ([scale.get(i, 0) for i in nodes.tolist()] for scale in (known.influence, known.interest))
    return nodes[order(contacts.network, nodes, [-place for place in field], *values)]
