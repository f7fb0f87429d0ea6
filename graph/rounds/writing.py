"""Writing into planning rounds: begun, noted, decided, given to do, done; each one change of the data, to be undone."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.rounds.finding import ROUND, one_of, round_of, rounds
from graph.rounds.notes import DECISION, TASK
from graph.scenarios.editing import Add, Alter, carry_out
from graph.stellschrauben.words import day_text
from schema.catalogue import type_name
from schema.errors import ConflictError, UsageError
from schema.nodes import Fachplanung, Node, Note, Process, Sozialraum, TargetGroup
from schema.record import Visibility
from schema.text import Text
from schema.ties import ACTORS, AssignedTo, Concerns, TakesPart, Tie

if TYPE_CHECKING:
    from graph.store.store import Store

SCOPE: tuple[type[Node], ...] = (Sozialraum, TargetGroup, Fachplanung)
"""What a round may be about."""
PARTICIPANTS: tuple[type[Node], ...] = (*ACTORS, TargetGroup, Fachplanung)
SUBJECTS: tuple[type[Node], ...] = (*ACTORS, Sozialraum)
"""Whom or what a note may concern beside its round."""

_BEGUN = Text("Planungsrunde „{name}“ begonnen", "Planning round “{name}” begun")
_THERE = Text("Die Planungsrunde {name!r} gibt es schon.", "There is a planning round {name!r} already.")
_OTHER_NAME = Text("Einen anderen Namen wählen.", "Choose another name.")
_NOTED = Text("{kind} zur Planungsrunde „{name}“", "{kind} of the planning round “{name}”")
_DONE = Text("„{name}“ erledigt", "“{name}” done")
_NOTHING_TO_DO = Text(
    "{id} ist weder Aufgabe noch Entscheidung und kann nicht erledigt werden.",
    "{id} is neither a task nor a decision and cannot be done.",
)
_SHOW = Text("„fahrstuhl round show“ zeigt die Aufgaben mit ihrer Kennung.", "“fahrstuhl round show” shows the tasks.")
_DONE_ALREADY = Text("„{name}“ ist seit {day} erledigt.", "“{name}” has been done since {day}.")
_REOPEN = Text(
    "„fahrstuhl alter {id} done_on=“ öffnet die Aufgabe wieder.", "“fahrstuhl alter {id} done_on=” opens it again."
)


@dataclass(frozen=True, slots=True)
class Noted:
    """What is to be written down; `about` and `assigned` name nodes by id or name."""

    kind: str
    name: str
    noted_on: date
    text: str | None = None
    due_on: date | None = None
    about: tuple[str, ...] = ()
    assigned: tuple[str, ...] = ()
    visibility: Visibility = Visibility.INTERNAL
    """Notes are made for the office; whoever wants them public says so."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A round to begin; `concerns` and `participants` name nodes by id or name."""

    name: str
    starts_on: date | None = None
    ends_on: date | None = None
    phase: str | None = None
    concerns: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()


def begin(store: "Store", beginning: Beginning, who: str | None = None) -> str:
    """Begin a round and give its id; NotFoundError where what it names is not there."""
    network = store.network()
    if beginning.name in [network.name(i) for i in rounds(network)]:
        raise ConflictError(_THERE.format(name=beginning.name), _OTHER_NAME)
    matters = [one_of(network, wanted, *SCOPE) for wanted in beginning.concerns]
    taking = [one_of(network, wanted, *PARTICIPANTS) for wanted in beginning.participants]
    given = {"name": beginning.name, "kind": ROUND, "phase": beginning.phase}
    fields = given | {"starts_on": beginning.starts_on, "ends_on": beginning.ends_on}

    def ties(made: str) -> Iterator[Add]:
        yield from _ties(Concerns, [(made, end) for end in matters])
        yield from _ties(TakesPart, [(start, made) for start in taking])

    return _write(store, Process, fields, ties, _BEGUN.format(name=beginning.name), beginning.name, who)


def write_down(store: "Store", wanted: str, noted: Noted, who: str | None = None) -> str:
    """Write a note, decision or task into a round and give its id."""
    network = store.network()
    i = round_of(network, wanted)
    about = [one_of(network, other, *SUBJECTS) for other in noted.about]
    assigned = [one_of(network, other, *ACTORS) for other in noted.assigned]
    fields = {name: getattr(noted, name) for name in ("kind", "name", "noted_on", "text", "due_on", "visibility")}

    def ties(note: str) -> Iterator[Add]:
        seen = {"visibility": noted.visibility}
        yield from _ties(Concerns, [(note, end) for end in (network.ids[i], *about)], **seen)
        yield from _ties(AssignedTo, [(note, end) for end in assigned], **seen)

    why = _NOTED.format(kind=_gloss(noted.kind), name=network.name(i))
    return _write(store, Note, fields, ties, why, network.name(i), who)


def finish(store: "Store", note: str, day: date, who: str | None = None) -> None:
    """Say that a task, or what was decided, is done since a day; ConflictError where it is already."""
    record = store.record(note)
    if not isinstance(record, Note) or record.kind not in (TASK, DECISION):
        raise UsageError(_NOTHING_TO_DO.format(id=note), _SHOW)
    if record.done_on is not None:
        raise ConflictError(
            _DONE_ALREADY.format(name=record.name, day=day_text(record.done_on)), _REOPEN.format(id=note)
        )
    with store.change(_DONE.format(name=record.name), record.source, who) as change:
        carry_out(change, [Alter(id=note, fields={"done_on": day})], record.source)


def _write(
    store: "Store",
    cls: type[Node],
    fields: dict[str, Any],
    ties: Callable[[str], Iterable[Add]],
    why: Text,
    name: str,
    who: str | None,
) -> str:
    """Add a node and then its ties, all or none, and give the id that it got."""
    source = source_of(name)
    with store.change(why, source, who) as change:
        carry_out(change, [Add(type=type_name(cls), fields=fields)], source)
        (made,) = change.first(1, new=True)
        carry_out(change, ties(made.record), source)
    return made.record


def source_of(name: str) -> str:
    """What stands as the source of what is written into a round."""
    return f"Planungsrunde {name[:200]}"


def _ties(tie: type[Tie], ends: Iterable[tuple[str, str]], **fields: Any) -> Iterator[Add]:
    for start, end in dict.fromkeys(ends):
        yield Add(type=tie.verb, fields={"start": start, "end": end} | fields)


def _gloss(kind: str) -> Text:
    return Text(kind, next((known.gloss for known in Note.kinds if known.name == kind), kind))
