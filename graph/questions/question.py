"""What a question is, and how it is asked: one declaration gives it its route, command, page and documentation."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graph.network import Network
from graph.questions.answer import Answer, Count
from graph.questions.case import Case, nobody
from graph.questions.robust import Told
from graph.questions.scope import Scope
from schema.nodes import Person
from schema.text import Text
from schema.ties import Tie

Findings = Callable[[Case[Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Question:
    """A planner's question: its wording, its definition in one sentence with source, and the function that answers.

    `scope` is the class of its options: `Scope`, or a subclass with options of its own.
    """

    name: str
    title: Text
    asks: Text
    definition: Text
    source: Text
    counts: tuple[type[Tie], ...]
    answer: type[Answer]
    scope: type[Scope]
    findings: Findings

    def ask(self, network: Network, scope: Scope | None = None, told: Told = nobody) -> Answer:
        """Answer from the part of the network that the scope leaves; `told` hears how far long work is."""
        scope = self.scope() if scope is None else self.scope.model_validate(scope.model_dump())
        part = scope.readable(network)
        found = self.findings(Case(part, scope, told, network))
        return self.answer(
            question=self.name,
            title=self.title,
            asks=self.asks,
            definition=self.definition,
            source=self.source,
            as_of=part.as_of,
            kommune=part.kommune,
            scenario=part.scenario,
            data_version=part.version,
            ties_counted=_counted(part, self.counts),
            left_out=(*found.pop("left_out", ()), *_persons_left_out(part, scope.persons)),
            unknown=(*found.pop("unknown", ()), *_ended(part)),
            summary=found.pop("summary", ()) or (NOTHING,),
            **found,
        )


NOTHING = Text(
    "Die erfassten Daten geben dazu nichts her; was fehlt, steht unter „Unbekannt“.",
    "What is recorded says nothing about this; what is missing stands under “unknown”.",
)


def _counted(part: Network, types: tuple[type[Tie], ...]) -> dict[str, int]:
    """Count the ties of each type that neither begin nor end at a placeholder."""
    real = ~part.placeholder[part.start] & ~part.placeholder[part.end]
    return {tie.verb: int((part.with_verb(tie) & real).sum()) for tie in types}


def _persons_left_out(part: Network, persons: bool) -> tuple[Count, ...]:
    """Count the persons that the switch hides, of those that the reader may see at all."""
    n = 0 if persons else int(part.of_type(Person).sum())
    label = Text(
        "Personen (ohne Schalter nicht genannt; ihre Verbindungen zählen für ihre Einheiten)",
        "persons (not named without the switch; their ties count for their units)",
    )
    return (Count(label=label, n=n),) if n else ()


def _ended(part: Network) -> tuple[Text, ...]:
    """Say that what has ended counts too when no day was given."""
    n = 0 if part.as_of else sum(row.get("valid_to") is not None for row in part.tie_rows)
    text = Text(
        "{n} Verbindungen haben ein Enddatum und zählen mit, weil kein Stichtag gewählt ist; mit --as-of wählen.",
        "{n} ties have an end date and count, because no day was chosen; choose one with --as-of.",
    )
    return (text.format(n=n),) if n else ()


def question(
    name: str,
    *,
    title: Text,
    asks: Text,
    definition: Text,
    source: Text,
    counts: tuple[type[Tie], ...],
    answer: type[Answer],
    scope: type[Scope] = Scope,
) -> Callable[[Findings], Question]:
    """Declare the function below as the one that answers a question; it gives the answer's own fields by name."""

    def declare(findings: Findings) -> Question:
        return Question(name, title, asks, definition, source, counts, answer, scope, findings)

    return declare
