"""What the approach plan is made of: who is to be won, by which ways, and what is known of each."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from graph.network import Mask, Network
from graph.questions.actor_map import VETO, Grounds, Matters, grounds, weight
from graph.questions.approach_talks import Talks
from graph.questions.approach_ways import Ways
from graph.questions.chains import FAR
from graph.questions.contacts import Contacts
from graph.questions.directions import downward, upward
from graph.questions.interests import Interests, interests
from graph.questions.matters import matter
from graph.questions.naming import order
from graph.questions.ranked import Direction, directions
from graph.questions.stances import Cell, influence_attitude
from schema.nodes import Fachplanung, Process, TargetGroup
from schema.text import Text
from schema.ties import Concerns, InterestedIn, TakesPart

UP, DOWN = "upwards", "downwards"


@dataclass(frozen=True, eq=False)
class Plan:
    """All that is known for approaching the actors that have to do with a matter, seen from the agency."""

    contacts: Contacts
    matters: Matters
    known: Interests
    grounds: Grounds
    ways: Ways
    talks: Talks
    above: Mask
    below: Mask
    about: str | None
    concern: str | None

    @classmethod
    def of(cls, contacts: Contacts, about: str | None, concern: str | None) -> "Plan":
        """Find the multipliers of both directions that have to do with the matter, the agency itself left out."""
        network, ways = contacts.network, Ways.of(contacts)
        matters = _with_its_plannings(network, Matters.of(network, about))
        asked = matters.concerned & ~ways.agency
        return cls(
            contacts,
            matters,
            interests(network, matters.opinions),
            grounds(network, matters.themselves, contacts.actor),
            ways,
            Talks.of(ways),
            upward(contacts) & asked,
            downward(contacts) & asked,
            None if about is None else network.name(matter(network, about)),
            (concern or "").strip() or None,
        )

    @cached_property
    def directions(self) -> tuple[Direction, ...]:
        """Rank the multipliers of each direction."""
        return directions(self.contacts, {UP: self.above, DOWN: self.below})

    @cached_property
    def sharing(self) -> Mask:
        """Mark the actors whose recorded interest names the concern: its matter, the concern itself or the benefit."""
        network, marked = self.contacts.network, np.zeros(self.contacts.network.n, dtype=np.bool_)
        wanted = (self.concern or "").casefold()
        for j in np.flatnonzero(network.with_verb(InterestedIn) & self.matters.opinions[network.end]):
            row = network.tie_rows[j]
            words = (network.name(int(network.end[j])), row.get("concern") or "", row.get("benefit") or "")
            marked[network.start[j]] |= bool(wanted) and wanted in " ".join(words).casefold()
        return marked & self.contacts.actor

    @cached_property
    def voiced(self) -> frozenset[int]:
        """List the actors of whom a concern is recorded in words."""
        network = self.contacts.network
        ties = np.flatnonzero(network.with_verb(InterestedIn) & self.matters.opinions[network.end])
        return frozenset(int(network.start[j]) for j in ties if network.tie_rows[j].get("concern"))

    @cached_property
    def vetoes(self) -> list[int]:
        """List who could stop the matter: by formal right, or by high influence with a hindering attitude."""
        known = self.known
        rated = [i for i in known.evidence if self.contacts.actor[i] and self.matters.concerned[i]]
        candidates = sorted({*rated, *self.grounds.formal} - set(np.flatnonzero(self.ways.agency).tolist()))
        found = np.array([i for i in candidates if self.weight(i) == VETO.name], dtype=np.int64)
        values = ([scale.get(i, 0) for i in found.tolist()] for scale in (known.influence, known.interest))
        hindering = [-known.attitude.get(i, 0) for i in found.tolist()]
        ranked: list[int] = found[order(self.contacts.network, found, hindering, *values)].tolist()
        return ranked

    @cached_property
    def out_of_reach(self) -> list[int]:
        """List those who state an interest and to whom no way leads; nobody where the agency has no contact at all."""
        asked = self.contacts.actor & self.matters.concerned & (self.ways.far == FAR) & (self.ways.far == 1).any()
        found = np.array([i for i in sorted(self.known.evidence) if asked[i] and i not in self.vetoes], dtype=np.int64)
        influence = [self.known.influence.get(i, 0) for i in found.tolist()]
        listed: list[int] = found[order(self.contacts.network, found, influence)].tolist()
        return listed

    def weight(self, i: int) -> Text:
        """Say how much an actor weighs, as the Akteurslandkarte does."""
        return self._weight(i, formal=i in self.grounds.formal).name

    def hindering(self, i: int) -> bool:
        """Say whether a high influence with a hindering attitude is attributed to an actor."""
        return self._weight(i, formal=False) == VETO

    def _weight(self, i: int, *, formal: bool) -> Cell:
        flagged = bool(self.contacts.network.node_rows[i].get("key_actor"))
        return weight(self.known.influence.get(i), self.known.attitude.get(i), flagged=flagged, formal=formal)

    def stance(self, i: int) -> Text:
        """Place an actor by attitude and influence; unknown where either is not recorded or not visible."""
        return influence_attitude(self.known.influence.get(i), self.known.attitude.get(i)).name


def _with_its_plannings(network: Network, matters: Matters) -> Matters:
    """Let opinions count too on the Fachplanungen and target groups that a process, as a planning round, brings in."""
    process = matters.themselves & network.of_type(Process)
    taking = network.start[network.with_verb(TakesPart) & process[network.end]]
    concerned = network.end[network.with_verb(Concerns) & process[network.start]]
    opinions = matters.opinions.copy()
    opinions[np.concatenate([taking, concerned])] = True
    opinions &= network.of_type(Fachplanung, TargetGroup, Process) & ~network.placeholder
    return replace(matters, opinions=opinions)
