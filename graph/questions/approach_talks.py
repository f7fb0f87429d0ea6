"""How the agency has met somebody so far: in dialogue, in collective formats only, or in a way that is not recorded."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from graph.measures.arrays.matrices import binary, matrix
from graph.network import Mask
from graph.questions.approach_ways import NO_START, Ways
from graph.questions.contacts import Contacts
from graph.questions.unit_gaps import DIALOGIC
from schema.nodes import Format, Person
from schema.text import Text, verbatim
from schema.ties import CooperatesWith, Leads, TakesPart, WorksIn


@dataclass(frozen=True, order=True)
class Talk:
    """One recorded meeting, or a contact that says how one meets; the best to build on comes last in order."""

    dialogic: bool
    last: date
    format: str = ""
    evidence: tuple[str, ...] = field(default=(), compare=False)

    def said(self) -> Text:
        """Say how and when."""
        way = DIALOGUE if self.dialogic else COLLECTIVE
        day = None if self.last == date.min else Text(f"{self.last:%d.%m.%Y}", self.last.isoformat())
        details = [text for text in (verbatim(self.format) if self.format else None, day) if text]
        more = Text(", ".join(text.de for text in details), ", ".join(text.en for text in details))
        return MORE.format(way=way, details=more) if details else way


DIALOGUE = Text("im Gespräch", "in dialogue")
COLLECTIVE = Text("bisher nur kollektiv", "collective formats only")
UNCLEAR = Text("Kontakt, Form nicht erfasst", "contact, kind not recorded")
NOT_MET = Text("noch kein Kontakt erfasst", "no contact recorded yet")
MORE = Text("{way} ({details})", "{way} ({details})")


@dataclass(frozen=True, eq=False)
class Talks:
    """The best recorded talk of the agency with each actor (by position)."""

    ways: Ways
    best: dict[int, Talk]

    @classmethod
    def of(cls, ways: Ways) -> "Talks":
        """Collect cooperation that tells its kind, and formats in which both took part; staff speaks for its unit."""
        found: dict[int, list[Talk]] = defaultdict(list)
        meetings = Meetings(ways.contacts, ways.agency)
        for i, talk in (*meetings.cooperation(), *meetings.formats()):
            found[i].append(talk)
        return cls(ways, {i: max(talks) for i, talks in found.items()})

    def said(self, i: int) -> Text:
        """Say how the agency has met an actor so far."""
        if i in self.best:
            return self.best[i].said()
        return UNCLEAR if self.ways.far[i] == 1 else NOT_MET if self.ways.started else NO_START

    def collective(self, i: int) -> bool:
        """Say whether all that is recorded is collective."""
        return i in self.best and not self.best[i].dialogic

    def evidence(self, i: int) -> tuple[str, ...]:
        """Name what speaks for it."""
        return self.best[i].evidence if i in self.best else ()


class Meetings:
    """What is recorded of meetings between the agency, its staff included, and others; staff speaks for its unit."""

    def __init__(self, contacts: Contacts, agency: Mask) -> None:
        """Say who speaks for whom: everybody for themselves, staff and heads for their unit."""
        self.network, n = contacts.network, contacts.network.n
        person = self.network.of_type(Person)
        self._hidden = person & (not contacts.persons)
        office = self.network.with_verb(WorksIn, Leads) & person[self.network.start]
        rows = np.concatenate([np.arange(n), self.network.start[office]])
        self._speaks = binary(matrix(rows, np.concatenate([np.arange(n), self.network.end[office]]), (n, n)))
        self._agency = np.asarray(self._speaks @ agency.astype(np.int64) > 0) & ~self.network.placeholder

    def cooperation(self) -> Iterator[tuple[int, Talk]]:
        """List the cooperation that tells how one meets."""
        network, ours = self.network, self._agency
        for j in np.flatnonzero(network.with_verb(CooperatesWith) & (ours[network.start] != ours[network.end])):
            row, (a, b) = network.tie_rows[j], (int(network.start[j]), int(network.end[j]))
            if (kind := row.get("contact_kind")) and self._past(last := row.get("last_contact") or date.min):
                talk = Talk(kind == "dialogic", last, evidence=self._shown([int(j)]))
                yield from self._of_units(b if ours[a] else a, talk)

    def formats(self) -> Iterator[tuple[int, Talk]]:
        """List who took part in a format together with the agency."""
        network, held = self.network, defaultdict[int, list[int]](list)
        for j in np.flatnonzero(network.with_verb(TakesPart) & network.of_type(Format)[network.end]):
            held[int(network.end[j])].append(int(j))
        for i, ties in held.items():
            row, mine = network.node_rows[i], [j for j in ties if self._agency[network.start[j]]]
            past = self._past(last := row.get("held_on") or date.min)
            for other in (j for j in ties if past and mine and not self._agency[network.start[j]]):
                evidence = (network.ids[i], *self._shown([*mine, other]))
                talk = Talk(row.get("kind") in DIALOGIC, last, network.name(i), evidence)
                yield from self._of_units(int(network.start[other]), talk)

    def _past(self, day: date) -> bool:
        """Say whether a day has come; a meeting that is only planned has not been held."""
        return self.network.as_of is None or day <= self.network.as_of

    def _of_units(self, i: int, talk: Talk) -> Iterator[tuple[int, Talk]]:
        first, end = self._speaks.indptr[i : i + 2]
        yield from ((unit, talk) for unit in self._speaks.indices[first:end].tolist())

    def _shown(self, ties: list[int]) -> tuple[str, ...]:
        """Name ties by their ids, but for those of persons who may not be named."""
        start, end, rows = self.network.start, self.network.end, self.network.tie_rows
        return tuple(str(rows[j]["id"]) for j in ties if not self._hidden[[start[j], end[j]]].any())
