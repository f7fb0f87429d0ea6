"""What actors are interested in, what they would gain, and what others attribute to them.

Several ties of one actor are put together: concerns and benefits are listed, what is attributed is averaged over the
ties that state it.
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from graph.network import Mask, Network
from schema.text import Text, verbatim
from schema.ties import InterestedIn

SCALES = ("influence", "interest", "attitude", "legitimacy", "urgency")
"""What is attributed: all from 1 to 5, the attitude from −2 to 2."""


@dataclass(frozen=True, slots=True)
class Interests:
    """By position of the actor: concerns, benefits to name, the means of what is attributed, the ties that say so."""

    concerns: dict[int, tuple[Text, ...]]
    benefits: dict[int, tuple[Text, ...]]
    influence: dict[int, float]
    interest: dict[int, float]
    attitude: dict[int, float]
    legitimacy: dict[int, float]
    urgency: dict[int, float]
    evidence: dict[int, tuple[str, ...]]


def interests(network: Network, about: Mask | None = None) -> Interests:
    """Collect what the ties INTERESTED_IN say about each actor; with `about`, those that end at a marked node only."""
    counted = network.with_verb(InterestedIn)
    counted = counted if about is None else counted & about[network.end]
    concerns: dict[int, dict[str, None]] = defaultdict(dict)
    benefits: dict[int, dict[str, None]] = defaultdict(dict)
    given: dict[str, dict[int, list[int]]] = {scale: defaultdict(list) for scale in SCALES}
    evidence: dict[int, list[str]] = defaultdict(list)
    for j in np.flatnonzero(counted):
        row, i = network.tie_rows[j], int(network.start[j])
        matter = network.name(int(network.end[j]))
        concerns[i][f"{matter}: {row['concern']}" if row.get("concern") else matter] = None
        if row.get("benefit"):
            benefits[i][str(row["benefit"])] = None
        for scale in SCALES:
            if row.get(scale) is not None:
                given[scale][i].append(int(row[scale]))
        evidence[i].append(str(row["id"]))
    return Interests(
        concerns={i: tuple(verbatim(text) for text in texts) for i, texts in concerns.items()},
        benefits={i: tuple(verbatim(text) for text in texts) for i, texts in benefits.items()},
        **{scale: _means(values) for scale, values in given.items()},
        evidence={i: tuple(ids) for i, ids in evidence.items()},
    )


def _means(given: dict[int, list[int]]) -> dict[int, float]:
    return {i: round(sum(values) / len(values), 2) for i, values in given.items()}
