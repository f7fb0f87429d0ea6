"""What actors are interested in, what they would gain, and the influence that others attribute to them."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from graph.network import Network
from schema.text import Text, verbatim
from schema.ties import InterestedIn


@dataclass(frozen=True, slots=True)
class Interests:
    """By position of the actor: concerns, benefits to name, mean attributed influence, and the ties that say so."""

    concerns: dict[int, tuple[Text, ...]]
    benefits: dict[int, tuple[Text, ...]]
    influence: dict[int, float]
    evidence: dict[int, tuple[str, ...]]


def interests(network: Network) -> Interests:
    """Collect what the ties INTERESTED_IN say about each actor."""
    concerns: dict[int, dict[str, None]] = defaultdict(dict)
    benefits: dict[int, dict[str, None]] = defaultdict(dict)
    influence: dict[int, list[int]] = defaultdict(list)
    evidence: dict[int, list[str]] = defaultdict(list)
    for j in np.flatnonzero(network.with_verb(InterestedIn)):
        row, i = network.tie_rows[j], int(network.start[j])
        matter = network.name(int(network.end[j]))
        concerns[i][f"{matter}: {row['concern']}" if row.get("concern") else matter] = None
        if row.get("benefit"):
            benefits[i][str(row["benefit"])] = None
        if row.get("influence"):
            influence[i].append(int(row["influence"]))
        evidence[i].append(str(row["id"]))
    return Interests(
        {i: tuple(verbatim(text) for text in texts) for i, texts in concerns.items()},
        {i: tuple(verbatim(text) for text in texts) for i, texts in benefits.items()},
        {i: round(sum(given) / len(given), 2) for i, given in influence.items()},
        {i: tuple(ids) for i, ids in evidence.items()},
    )
