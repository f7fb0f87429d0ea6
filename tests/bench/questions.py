"""How long each question takes on a Landkreis and on a network of 100,000 nodes, with the check by missing ties."""

import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from graph.network import Network
from graph.questions import QUESTIONS
from tests.bench.landkreis import landkreis

LIMITS_S = {3_000: 1.0, 100_000: 10.0}
"""CPU seconds after loading that a question may take, by the number of nodes."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question on one network."""

    question: str
    nodes: int
    ties: int
    runs: int
    cpu_s: float
    limit_s: float

    @property
    def verdict(self) -> str:
        """Say whether it stays within its limit."""
        return "met" if self.cpu_s < self.limit_s else "MISSED"

    def plain(self) -> dict[str, Any]:
        """Give the line as plain values."""
        return {key: round(v, 3) if isinstance(v, float) else v for key, v in asdict(self).items()}


def lines() -> Iterator[Line]:
    """Ask every question of every network once; the first asking counts, since nothing is kept from before."""
    for nodes, limit in LIMITS_S.items():
        network = Network.of(landkreis(nodes))
        for name, question in QUESTIONS.items():
            began = time.process_time()
            answer = question.ask(network)
            took = time.process_time() - began
            runs = answer.robustness.runs if answer.robustness else 0
            yield Line(name, network.n, network.m, runs, took, limit)
