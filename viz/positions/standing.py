"""Who is shown in the positions: the actors of the answer with their values, and the measured place as a value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from graph.network import Network
from graph.questions.contacts import Contacts
from graph.questions.stakeholder_positions import StakeholderPositions
from graph.questions.stakeholder_rows import Stakeholder
from graph.questions.stakeholders import DISAGREEING
from schema.text import Text
from viz.picture_words import SHOWN

MOST = 60
"""Actors that are shown at most; more have no room beside each other."""
WHY = Text("zuerst, wer eng einzubinden ist", "those to involve closely first")
LOWEST, HIGHEST = 1, 5
"""The scale of what is attributed, onto which the measured rank is brought."""
SIGNS = {DISAGREEING["hidden"]: "▲", DISAGREEING["overrated"]: "▼"}
"""One sign for each way in which what is attributed and what is measured disagree."""


@dataclass(frozen=True, slots=True)
class Stander:
    """One actor of the picture: its number there, its row of the answer, and the measured rank on the scale 1–5."""

    number: int
    row: Stakeholder
    measured: float | None

    @property
    def key(self) -> str:
        """Name its row of the twin."""
        return f"a{self.number}"

    @property
    def sign(self) -> str:
        """Give the sign of a disagreement; nothing where there is none."""
        return SIGNS.get(self.row.note, "") if self.row.note else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Who is shown, who of the answer is not for lack of room, and who has no place because values are missing.

    `rows` are the actors of the answer; `ranked` is the number of all actors that have a rank by measure.
    """

    shown: tuple[Stander, ...]
    placeable: int
    unknown: tuple[Stakeholder, ...]
    rows: tuple[Stakeholder, ...]
    ranked: int

    @property
    def measured(self) -> Mapping[str, float | None]:
        """Give the measured position of each actor of the answer on the scale, by id."""
        return {row.actor.id: on_scale(row.measured, self.ranked) for row in self.rows}

    def remarks(self) -> Iterator[Text]:
        """Say what is not shown, and why."""
        if len(self.shown) < self.placeable:
            yield SHOWN.format(n=len(self.shown), m=self.placeable, why=WHY)


def standing(network: Network, answer: StakeholderPositions, *, persons: bool) -> Standing:
    """Choose who is shown; `network` is the part that the answer was given from."""
    contacts = Contacts.of(network, persons)
    ranked = int(np.sum(contacts.actor & (contacts.degree > 0)))
    known = [row for row in answer.actors if has_a_place(row)]
    shown = tuple(Stander(n, row, on_scale(row.measured, ranked)) for n, row in enumerate(known[:MOST], start=1))
    unknown = tuple(row for row in answer.actors if not has_a_place(row))
    return Standing(shown, len(known), unknown, answer.actors, ranked)


def has_a_place(row: Stakeholder) -> bool:
    """Say whether an actor stands in either field: its influence is known, and its interest or its attitude."""
    return row.influence is not None and (row.interest is not None or row.attitude is not None)


def on_scale(rank: int | None, of: int) -> float | None:
    """Bring a rank onto the scale of what is attributed: the first of all at 5, the last at 1.

    >>> on_scale(1, 9), on_scale(9, 9), on_scale(5, 9), on_scale(None, 9)
    (5.0, 1.0, 3.0, None)
    """
    if rank is None:
        return None
    return HIGHEST - (HIGHEST - LOWEST) * (rank - 1) / max(of - 1, 1)
