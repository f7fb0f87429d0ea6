"""Sozialräume in which something is missing: actors, a link to administration and politics, a conference."""

from typing import Annotated

import numpy as np

from graph.measures.arrays.matrices import Floats, Integers, Matrix
from graph.network import Mask
from graph.questions.answer import Finding, Ref
from graph.questions.contacts import Contacts
from graph.questions.directions import ADMINISTRATION, POLITICS
from graph.questions.hierarchy import inside, within
from graph.questions.naming import kind_text, order, ref
from schema.nodes import Committee, Sozialraum
from schema.text import Text
from schema.ties import ActiveIn

CONFERENCE = "Sozialraumkonferenz"


class AreaGap(Finding):
    """One Sozialraum in which something is missing, with its need."""

    area: Annotated[Ref, Text("Sozialraum", "Sozialraum")]
    kind: Annotated[Text, Text("Art", "kind")]
    need: Annotated[float | None, Text("Bedarf (0–1)", "need (0–1)")]
    population: Annotated[int | None, Text("Bevölkerung", "population")]
    actors: Annotated[int, Text("Akteure", "actors")]
    parts: Annotated[int, Text("Teilräume", "areas within")]


class Areas:
    """The Sozialräume that count for themselves, with those within and around each."""

    def __init__(self, contacts: Contacts, need: Floats) -> None:
        """Look at a contact network; `need` as `graph.questions.need.needs` gives it."""
        self.contacts, self.need = contacts, need
        self.nodes = np.flatnonzero(contacts.own_area).astype(np.int64)
        self._around: Matrix = within(contacts.network, Sozialraum)
        self._inside: Matrix = self._around.T.tocsr()

    def covered(self, i: int, around: bool = False) -> Integers:
        """List an area with those within it, and with those it lies in if asked."""
        more = (inside(self._around, i),) if around else ()
        return np.concatenate([np.array([i], dtype=np.int64), inside(self._inside, i), *more])

    def actors(self, i: int) -> Integers:
        """List the actors with a contact to an area or one within it."""
        near = [self.contacts.neighbours(int(k)) for k in self.covered(i)]
        found = np.unique(np.concatenate(near))
        return np.asarray(found[self.contacts.actor[found]], dtype=np.int64)

    def without_actors(self) -> tuple[AreaGap, ...]:
        """List the areas in which no actor is recorded."""
        return self._rows([i for i in self.nodes.tolist() if not len(self.actors(i))])

    def without_vertical(self) -> tuple[AreaGap, ...]:
        """List the areas with actors, of which none belongs to administration or politics or has a contact there."""
        above = self.contacts.on_storey(ADMINISTRATION) | self.contacts.on_storey(POLITICS)
        reaching = above | (self.contacts.adjacency @ above.astype(np.int64) > 0)
        return self._rows([i for i in self.nodes.tolist() if self._lacks(i, np.asarray(reaching))])

    def _lacks(self, i: int, reaching: Mask) -> bool:
        actors = self.actors(i)
        return bool(len(actors)) and not reaching[actors].any() and bool((self.contacts.level[actors] >= 0).any())

    def conferences(self) -> Mask:
        """Mark the areas in which a Sozialraumkonferenz is active."""
        network = self.contacts.network
        kind = np.array([row.get("kind") == CONFERENCE for row in network.node_rows], dtype=np.bool_)
        held = np.zeros(network.n, dtype=np.bool_)
        by_conference = network.with_verb(ActiveIn) & (kind & network.of_type(Committee))[network.start]
        held[network.end[by_conference]] = True
        return held

    def without_conference(self) -> tuple[AreaGap, ...]:
        """List the areas without a conference, among those of kinds that have one anywhere."""
        held, rows = self.conferences(), self.contacts.network.node_rows
        kinds = {rows[i].get("kind") for i in np.flatnonzero(held)}
        return self._rows(
            [
                i
                for i in self.nodes.tolist()
                if rows[i].get("kind") in kinds and not held[self.covered(i, around=True)].any()
            ]
        )

    def _rows(self, nodes: list[int]) -> tuple[AreaGap, ...]:
        """Name areas, those of the highest need first, then the most populous."""
        found = np.array(nodes, dtype=np.int64)
        people = [self.contacts.network.node_rows[i].get("population") or 0 for i in nodes]
        ranked = order(self.contacts.network, found, np.nan_to_num(self.need[found], nan=-1), people)
        return tuple(self._row(int(i)) for i in found[ranked])

    def _row(self, i: int) -> AreaGap:
        network = self.contacts.network
        return AreaGap(
            area=ref(network, i),
            kind=kind_text(network, i),
            need=None if np.isnan(self.need[i]) else round(float(self.need[i]), 4),
            population=network.node_rows[i].get("population"),
            actors=len(self.actors(i)),
            parts=len(inside(self._inside, i)),
            evidence=tuple(network.ids[k] for k in (i, *self.actors(i).tolist()))[:50],
        )
