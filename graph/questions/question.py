"""What a question is, and how it is asked: one declaration gives it its route, command, page and documentation."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import numpy as np
from pydantic import BaseModel, ConfigDict

from graph.network import Network
from graph.questions.answer import Answer, Count
from schema.nodes import Person
from schema.record import Visibility
from schema.text import Text
from schema.ties import Tie


class Scope(BaseModel):
    """Which part of the network is asked, and how; every field becomes an option of the command and of the route."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    as_of: Annotated[date | None, Text("Stichtag", "as of")] = None
    kommune: Annotated[str | None, Text("Kommune (Kennung, AGS oder Name)", "Kommune (id, AGS or name)")] = None
    visibility: Annotated[Visibility, Text("höchste Sichtbarkeit", "highest visibility")] = Visibility.PUBLIC
    persons: Annotated[bool, Text("Personen einbeziehen", "include persons")] = False

    def cut(self, network: Network) -> Network:
        """Cut a network to this scope, before anything is computed: rights first, then date, place and persons."""
        part = network.seen_by(self.visibility)
        part = part.at(self.as_of) if self.as_of else part
        part = part.within(self.kommune) if self.kommune else part
        return part if self.persons else part.keep(~part.of_type(Person))


@dataclass(frozen=True, slots=True)
class Question:
    """A planner's question: its wording, its definition in one sentence with source, and the function that answers."""

    name: str
    title: Text
    asks: Text
    definition: Text
    source: Text
    counts: tuple[type[Tie], ...]
    answer: type[Answer]
    findings: Callable[[Network], dict[str, Any]]

    def ask(self, network: Network, scope: Scope | None = None) -> Answer:
        """Answer from the part of the network that the scope leaves."""
        scope = scope or Scope()
        part = scope.cut(network)
        left_out = [] if scope.persons else [_persons_left_out(network, scope)]
        found = self.findings(part)
        return self.answer(
            question=self.name,
            title=self.title,
            asks=self.asks,
            definition=self.definition,
            source=self.source,
            as_of=part.as_of,
            kommune=part.kommune,
            data_version=part.version,
            ties_counted={tie.verb: int(part.with_verb(tie).sum()) for tie in self.counts},
            left_out=(*found.pop("left_out", ()), *(c for c in left_out if c.n)),
            **found,
        )


def _persons_left_out(network: Network, scope: Scope) -> Count:
    """Count the persons that the switch hides, of those that the reader may see at all."""
    persons = scope.model_copy(update={"persons": True}).cut(network).of_type(Person)
    return Count(label=Text("Personen (ohne Schalter)", "persons (without the switch)"), n=int(np.sum(persons)))


def question(
    name: str,
    *,
    title: Text,
    asks: Text,
    definition: Text,
    source: Text,
    counts: tuple[type[Tie], ...],
    answer: type[Answer],
) -> Callable[[Callable[[Network], dict[str, Any]]], Question]:
    """Declare the function below as the one that answers a question; it gives the answer's own fields by name."""

    def declare(findings: Callable[[Network], dict[str, Any]]) -> Question:
        return Question(name, title, asks, definition, source, counts, answer, findings)

    return declare
