"""Adopting a scenario: its steps become one change of the data, which can be undone like any other."""

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.scenarios.drafting import found, open_one, replay
from graph.scenarios.scenario import Scenario, Step
from graph.store.rows import Row
from schema.errors import ConflictError, UsageError
from schema.text import Text

if TYPE_CHECKING:
    from graph.store.store import Store
    from graph.store.writing import ChangeSet

NAMED = 5
_EMPTY = Text("Das Szenario {name!r} ändert nichts.", "The scenario {name!r} changes nothing.")
_FILL = Text(
    "Zuerst füllen: add, alter, end, remove oder import mit --scenario.",
    "Fill it first: add, alter, end, remove or import with --scenario.",
)
_OVERTAKEN = Text(
    "Seit das Szenario entstand, wurde geändert, worauf es aufsetzt: {ids}.",
    "What the scenario builds on was changed since: {ids}.",
)
_CLEAR = Text(
    "Diese Schritte herausnehmen (fahrstuhl scenario clear) und neu eintragen.",
    "Take these steps out (fahrstuhl scenario clear) and enter them again.",
)
_WHY = Text("Szenario „{title}“ übernommen", "Scenario “{title}” adopted")


def adopt(store: "Store", name: str, who: str | None = None) -> Scenario:
    """Write the steps of a scenario into the data, all or none, as one change set.

    The scenario is kept and says by which change set it was adopted (None where all stood so already); while that is
    undone it is open again. Raises ConflictError where a record that it changes was changed otherwise meanwhile, so
    that nobody's work is lost.
    """
    scenario = open_one(store, name)
    if not scenario.steps:
        raise UsageError(_EMPTY.format(name=name), _FILL)
    with store.change(_WHY.format(title=scenario.title), scenario.source, who) as change:
        _refuse_overtaken(overtaken(scenario.steps, _standing(change, scenario.steps)))
        replay(change, scenario.steps)
        change.keep(replace(scenario, change=int(change.id)))
    return found(store, name)


def overtaken(steps: tuple[Step, ...], standing: dict[str, Row]) -> list[str]:
    """Name the records that stand neither as when the step was made nor as it would make them."""
    return [step.id for step in steps if standing.get(step.id) not in (step.before, step.after)]


def _standing(change: "ChangeSet", steps: tuple[Step, ...]) -> dict[str, Row]:
    return {id: record.properties() for id, record in change.records(step.id for step in steps).items()}


def _refuse_overtaken(ids: list[str]) -> None:
    if ids:
        more = f", … (+{len(ids) - NAMED})" if len(ids) > NAMED else ""
        raise ConflictError(_OVERTAKEN.format(ids=", ".join(ids[:NAMED]) + more), _CLEAR)
