"""What a check is, and how it is made: one declaration gives it its command, route, page and documentation."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from graph.network import Network
from graph.questions.answer import Ref
from graph.questions.contacts import SHOWN
from graph.questions.naming import ref
from graph.questions.scope import Scope
from graph.stellschrauben.ground import Ground
from graph.stellschrauben.result import Proposal, Proposed, Result
from graph.stellschrauben.settings import Settings
from graph.stellschrauben.status import Status
from graph.stellschrauben.verdict import Change, Verdict
from graph.stellschrauben.words import day_text
from schema.nodes import Document, Fachplanung, Person, Raumzuschnitt
from schema.text import Text
from schema.ties import Tie

Judge = Callable[[Ground], Verdict]
"""The protocol of the ten functions: the ground in, how it stands out."""

SOURCE = Text(
    "Schubert, Schlussvortrag des Fachtags Integrierte Planung; Schwellen sind eigene Setzungen",
    "Schubert, closing talk of the conference Integrierte Planung; thresholds are our own conventions",
)
STAND = Text(
    "Kein Stichtag gewählt; es gilt der jüngste Stand der Daten, {day}.",
    "No day was chosen; the newest day of the data holds, {day}.",
)
NO_DAY = Text(
    "Die Daten tragen kein Datum, und kein Stichtag ist gewählt; wie alt etwas ist, bleibt außer Betracht.",
    "The data carry no date and no day was chosen; how old something is, is not looked at.",
)


@dataclass(frozen=True, slots=True)
class Check:
    """One of the ten Stellschrauben: what the source demands, when it is met, and the function that judges."""

    number: int
    name: str
    title: Text
    demand: Text
    definition: Text
    counts: tuple[type[Tie], ...]
    judge: Judge

    def run(self, network: Network, scope: Scope | None = None, settings: Settings | None = None) -> Result:
        """Judge the part of the network that the scope leaves, with thresholds of one's own if need be."""
        scope = scope or Scope()
        whole = _readable(network, scope)
        settings = settings or Settings.chosen()
        ground = Ground.of(whole, scope.as_of, settings)
        found = self.judge(ground)
        shown = _shown(whole, scope.persons)
        return Result(
            number=self.number,
            name=self.name,
            title=self.title,
            demand=self.demand,
            definition=settings.said_in(self.definition),
            source=SOURCE,
            status=found.status,
            sentence=found.sentence,
            about=_about(whole, found.about),
            as_of=ground.day,
            kommune=whole.kommune,
            scenario=whole.scenario,
            data_version=whole.version,
            denominator=found.denominator,
            witnesses_for=_witnesses(found.speaking_for, shown),
            witnesses_against=_witnesses(found.against, shown),
            unknown=found.unknown,
            day_note=_on_the_day(ground, scope),
            proposal=_proposal(whole, found, scope.persons),
        )


def check(
    number: int, name: str, *, title: Text, demand: Text, definition: Text, counts: tuple[type[Tie], ...]
) -> Callable[[Judge], Check]:
    """Declare the function below as the one that judges a Stellschraube."""

    def declare(judge: Judge) -> Check:
        return Check(number, name, title, demand, definition, counts, judge)

    return declare


def _readable(network: Network, scope: Scope) -> Network:
    """Cut a network to what may be read in a scope, at all times.

    Where one Kommune is asked, the papers and divisions of its Fachplanungen count as its own: they are tied to nothing
    else that is part of it.
    """
    seen = network.seen_by(scope.visibility)
    if scope.kommune is None:
        return seen
    part = seen.within(scope.kommune)
    kept = np.isin(seen.ids, part.ids)
    planning, matter = seen.of_type(Fachplanung) & kept, seen.of_type(Document, Raumzuschnitt)
    kept[seen.end[planning[seen.start] & matter[seen.end]]] = True
    kept[seen.start[planning[seen.end] & matter[seen.start]]] = True
    return seen.keep(kept, kommune=part.kommune)


def _about(whole: Network, id: str | None) -> Ref | None:
    return None if id is None else ref(whole, whole.index[id])


def _shown(whole: Network, persons: bool) -> Callable[[str], bool]:
    """Say of an id whether it may be named: those of persons and of their ties only with the switch."""
    hidden = set() if persons else _of_persons(whole)
    return lambda id: id not in hidden


def _of_persons(whole: Network) -> set[str]:
    person = whole.of_type(Person)
    tied = person[whole.start] | person[whole.end]
    nodes = {whole.ids[int(i)] for i in person.nonzero()[0]}
    return nodes | {str(whole.tie_rows[int(j)]["id"]) for j in tied.nonzero()[0]}


def _witnesses(ids: Iterable[str], shown: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(id for id in dict.fromkeys(ids) if shown(id))[:SHOWN]


def _on_the_day(ground: Ground, scope: Scope) -> Text | None:
    """Say which day was looked at where none was asked for."""
    if scope.as_of:
        return None
    return STAND.format(day=day_text(ground.day)) if ground.day else NO_DAY


def _proposal(whole: Network, found: Verdict, persons: bool) -> Proposal | None:
    if found.change is None or found.status in (Status.MET, Status.NOT_APPLICABLE):
        return None
    withheld = not persons and _touches_a_person(whole, found.change)
    entries = () if withheld else tuple(Proposed.of(record) for record in found.change.records)
    return Proposal(text=found.change.text, entries=entries, withheld=withheld)


def _touches_a_person(whole: Network, change: Change) -> bool:
    """Say whether a proposal names somebody who is recorded as a person; persons of its own it may name."""
    known = {whole.ids[int(i)] for i in whole.of_type(Person).nonzero()[0]}
    return any(getattr(record, end, None) in known for record in change.records for end in ("start", "end"))
