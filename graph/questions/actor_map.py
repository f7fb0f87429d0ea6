"""The Akteurslandkarte: who weighs how much (veto, key) and who is how near (primary, secondary), by recorded fields.

After Zimmermann, A. and Maennling, C. (2007), Multi-stakeholder management: tools for stakeholder analysis, GTZ.
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from graph.network import Mask, Network
from graph.questions.matters import concerned, matter
from graph.questions.stances import Cell, high, leaning
from schema.nodes import Fachplanung, Process, Sozialraum, TargetGroup
from schema.text import Text
from schema.ties import ActiveIn, AdoptedBy, Mandates, Reaches, ResponsibleFor, Steers, TakesPart, Tie

DIRECT: tuple[type[Tie], ...] = (ResponsibleFor, TakesPart, Reaches, ActiveIn)
"""Ties by which an actor has to do with the matter itself."""
FORMAL: tuple[type[Tie], ...] = (Steers, Mandates, AdoptedBy)
"""Ties by which a body can stop the matter: it steers it, or adopted what gave it its task."""

VETO = Cell(
    Text("Vetoakteur", "veto actor"),
    Text(
        "steuert den Prozess oder die zuständige Einheit, hat deren Auftrag beschlossen, oder Einfluss hoch bei "
        "hemmender Haltung",
        "steers the process or the responsible unit, adopted its mandate, or influence high with a hindering attitude",
    ),
)
KEY = Cell(
    Text("Schlüsselakteur", "key actor"),
    Text("als Schlüsselakteur erfasst oder Einfluss hoch", "recorded as a key actor, or influence high"),
)
NEITHER = Cell(
    Text("weder Schlüssel- noch Vetoakteur", "neither key nor veto actor"),
    Text("Einfluss nicht hoch, nichts davon erfasst", "influence not high, none of this recorded"),
)
PRIMARY = Cell(
    Text("primärer Akteur", "primary actor"),
    Text(
        "zuständig, beteiligt, dort aktiv oder mit Zugang zur Zielgruppe, oder Interesse hoch",
        "responsible, taking part, active there or reaching the target group, or interest high",
    ),
)
SECONDARY = Cell(
    Text("sekundärer Akteur", "secondary actor"),
    Text("Interesse nicht hoch, nichts davon erfasst", "interest not high, none of this recorded"),
)
NO_WEIGHT = Cell(Text("Gewicht unbekannt", "weight unknown"), Text("Einfluss nicht erfasst", "influence not recorded"))
NO_CIRCLE = Cell(Text("Kreis unbekannt", "circle unknown"), Text("Interesse nicht erfasst", "interest not recorded"))
WEIGHTS, CIRCLES = (VETO, KEY, NEITHER, NO_WEIGHT), (PRIMARY, SECONDARY, NO_CIRCLE)


def weight(influence: float | None, attitude: float | None, *, flagged: bool, formal: bool) -> Cell:
    """Say how much an actor weighs; that a flag is missing says nothing as long as the influence is unknown."""
    strong = influence is not None and high(influence)
    if formal or (strong and attitude is not None and leaning(attitude) < 0):
        return VETO
    if flagged or strong:
        return KEY
    return NO_WEIGHT if influence is None else NEITHER


def circle(interest: float | None, *, direct: bool) -> Cell:
    """Say how near an actor is to the matter."""
    if direct or (interest is not None and high(interest)):
        return PRIMARY
    return NO_CIRCLE if interest is None else SECONDARY


@dataclass(frozen=True, eq=False)
class Matters:
    """What is asked about: the matters themselves, those at which opinions count, and who has to do with them."""

    themselves: Mask
    opinions: Mask
    concerned: Mask

    @classmethod
    def of(cls, network: Network, about: str | None) -> "Matters":
        """Mark one matter, or all; opinions are never about a Sozialraum, so there those on every matter count."""
        every = network.of_type(Fachplanung, Process, TargetGroup) & ~network.placeholder
        if about is None:
            return cls(every, every, concerned(network, None))
        one = np.zeros(network.n, dtype=np.bool_)
        one[matter(network, about)] = True
        place = bool((one & network.of_type(Sozialraum)).any())
        return cls(one, every if place else one, concerned(network, about))


@dataclass(frozen=True, eq=False)
class Grounds:
    """By position of the actor: the ties (positions) that make it directly concerned or able to stop the matter."""

    direct: dict[int, list[int]]
    formal: dict[int, list[int]]


def grounds(network: Network, about: Mask, actor: Mask) -> Grounds:
    """Collect what the recorded ties say about the actors."""
    direct, formal = defaultdict(list), defaultdict(list)
    for j in np.flatnonzero(network.with_verb(*DIRECT) & about[network.end] & actor[network.start]):
        direct[int(network.start[j])].append(int(j))
    tasked = about.copy()
    tasked[network.start[network.with_verb(ResponsibleFor) & about[network.end]]] = True
    tasked &= ~network.placeholder
    for j in np.flatnonzero(network.with_verb(Steers) & tasked[network.end] & actor[network.start]):
        formal[int(network.start[j])].append(int(j))
    mandates = defaultdict(list)
    for j in np.flatnonzero(network.with_verb(Mandates) & tasked[network.end]):
        mandates[int(network.start[j])].append(int(j))
    for j in np.flatnonzero(network.with_verb(AdoptedBy) & actor[network.end]):
        if found := mandates.get(int(network.start[j])):
            formal[int(network.end[j])].extend([int(j), *found])
    return Grounds(dict(direct), dict(formal))
