"""Making scenarios: begun with a name, filled with edits, sources or proposals, cleared step by step.

Each filling is tried as a real change set on top of the steps before it, read from its entries, and taken back: so a
scenario obeys the very rules of the data, and what it says is what its adoption will do.
"""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from graph.scenarios.editing import Edit, carry_out
from graph.scenarios.scenario import Scenario, Step
from graph.store.rows import is_node, record_of
from graph.store.writing import now
from schema.errors import ConflictError, LimitError, NotFoundError, UsageError
from schema.nodes import Node
from schema.text import Text
from schema.ties import Tie

if TYPE_CHECKING:
    from graph.store.store import Store
    from graph.store.writing import ChangeSet

MOST_STEPS = 5_000
"""Records that one scenario may touch; larger plans are a data set of their own, for a store of its own."""
NAME = re.compile(r"[\w][\w .-]{0,59}")

_NO_NAME = Text("{name!r} ist kein Name für ein Szenario.", "{name!r} is no name for a scenario.")
_NAME_FORM = Text(
    "Bis zu 60 Buchstaben, Ziffern, Leerzeichen, Punkte und Striche.",
    "Up to 60 letters, digits, spaces, full stops and dashes.",
)
_TAKEN = Text("Das Szenario {name!r} gibt es schon.", "There is a scenario {name!r} already.")
_OTHER_NAME = Text("Einen anderen Namen wählen oder es verwerfen.", "Choose another name or discard it.")
_NONE = Text("Das Szenario {name!r} gibt es nicht.", "There is no scenario {name!r}.")
_LIST = Text(
    "„fahrstuhl scenario list“ zeigt alle, „fahrstuhl scenario new“ beginnt eines.",
    "“fahrstuhl scenario list” shows all, “fahrstuhl scenario new” begins one.",
)
_ADOPTED = Text(
    "Das Szenario {name!r} ist übernommen (Änderung {change}).", "The scenario {name!r} was adopted (change {change})."
)
_UNDO = Text(
    "„fahrstuhl undo {change}“ nimmt es zurück; oder ein neues Szenario beginnen.",
    "“fahrstuhl undo {change}” takes it back; or begin a new scenario.",
)
_TOO_LARGE = Text("Ein Szenario fasst höchstens {most} Einträge.", "A scenario holds at most {most} records.")
_OWN_STORE = Text(
    "So viel besser in einen eigenen Speicher einlesen und dort ansehen.",
    "Import that much into a store of its own and look at it there.",
)
_NO_STEP = Text("Das Szenario ändert {id} nicht.", "The scenario does not change {id}.")
_SHOW = Text("„fahrstuhl scenario show“ zeigt, was es ändert.", "“fahrstuhl scenario show” shows what it changes.")


class _Tried(Exception):
    """Takes the trial back."""


def found(store: "Store", name: str) -> Scenario:
    """Read a scenario; NotFoundError where there is none of this name."""
    scenarios = store.scenarios([name])
    if not scenarios:
        raise NotFoundError(_NONE.format(name=name), _LIST)
    return scenarios[0]


def begin(
    store: "Store",
    name: str,
    *,
    title: str = "",
    day: date | None = None,
    like: str | None = None,
    who: str | None = None,
) -> Scenario:
    """Begin a scenario, empty or with the steps of another one; `day` is as of when it is looked at."""
    if not NAME.fullmatch(name):
        raise UsageError(_NO_NAME.format(name=name), _NAME_FORM)
    if store.scenarios([name]):
        raise ConflictError(_TAKEN.format(name=name), _OTHER_NAME)
    base = found(store, like) if like is not None else None
    scenario = Scenario(
        name=name,
        title=title or (base.title if base else name),
        who=store.person(who),
        at=now(),
        day=day or (base.day if base else None),
        steps=base.steps if base else (),
    )
    store.keep(scenario)
    return scenario


def fill(store: "Store", name: str, work: Callable[["ChangeSet"], None], who: str | None = None) -> Scenario:
    """Add to a scenario what `work` writes into a change set on top of it; the data stay as they are."""
    scenario = open_one(store, name)
    steps: tuple[Step, ...] = ()
    with suppress(_Tried), store.change(scenario.title, scenario.source, who) as change:
        replay(change, scenario.steps)
        work(change)
        steps = _steps(change, scenario)
        raise _Tried
    return _kept(store, scenario, steps, who)


def edit(store: "Store", name: str, edits: Iterable[Edit], who: str | None = None) -> Scenario:
    """Carry out edits in a scenario; the data stay as they are."""
    source = found(store, name).source
    return fill(store, name, lambda change: carry_out(change, edits, source), who)


def clear(store: "Store", name: str, ids: Iterable[str], who: str | None = None) -> Scenario:
    """Take steps out of a scenario, by the ids of their records."""
    scenario, unwanted = open_one(store, name), set(ids)
    for id in unwanted:
        if scenario.step(id) is None:
            raise NotFoundError(_NO_STEP.format(id=id), _SHOW)
    return _kept(store, scenario, tuple(step for step in scenario.steps if step.id not in unwanted), who)


def open_one(store: "Store", name: str) -> Scenario:
    """Read a scenario that is not adopted; ConflictError where it is."""
    scenario = found(store, name)
    if scenario.change is not None:
        raise ConflictError(_ADOPTED.format(name=name, change=scenario.change), _UNDO.format(change=scenario.change))
    return scenario


def replay(change: "ChangeSet", steps: Iterable[Step]) -> None:
    """Write the steps of a scenario into an open change set."""
    steps = tuple(steps)
    change.put(record_of(step.type, step.after) for step in steps if step.after is not None)
    gone = change.records(step.id for step in steps if step.after is None)
    change.remove(id for id, record in gone.items() if isinstance(record, Tie))
    change.remove(id for id, record in gone.items() if isinstance(record, Node))


def _steps(change: "ChangeSet", scenario: Scenario) -> tuple[Step, ...]:
    """Read what a trial did; a record that the scenario touched before keeps how it stood then."""
    entries = [entry for new in (True, False) for entry in change.first(MOST_STEPS + 1, new=new)]
    if len(entries) > MOST_STEPS:
        raise LimitError(_TOO_LARGE.format(most=MOST_STEPS), _OWN_STORE)
    known = {step.id: step.before for step in scenario.steps}
    steps = (Step(one.type, one.record, known.get(one.record, one.before), one.after) for one in entries)
    moving = [step for step in steps if step.before != step.after]
    return tuple(sorted(moving, key=lambda step: not is_node(step.type)))


def _kept(store: "Store", scenario: Scenario, steps: tuple[Step, ...], who: str | None) -> Scenario:
    changed = replace(scenario, steps=steps, who=store.person(who), at=now())
    store.keep(changed)
    return changed
