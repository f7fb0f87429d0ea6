"""Scenarios as they are kept: beside the data, as steps that nobody sees in the data before they are adopted."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from graph.scenarios.scenario import Scenario, Step
from graph.store import statements
from graph.store.changes import change_of
from graph.store.connection import Transaction
from graph.store.rows import canonical, parse


def note(run: Transaction, scenario: Scenario) -> None:
    """Keep a scenario in place of an earlier state of it."""
    facts = {
        "title": scenario.title,
        "who": scenario.who,
        "at": scenario.at,
        "day": scenario.day and scenario.day.isoformat(),
        "steps": json.dumps([_spelled(step) for step in scenario.steps], ensure_ascii=False),
        "change": scenario.change,
    }
    run(statements.NOTE_SCENARIO, name=scenario.name, facts={k: v for k, v in facts.items() if v is not None})


def forget(run: Transaction, name: str) -> None:
    """Take a scenario away."""
    run(statements.FORGET_SCENARIO, name=name)


def scenarios(run: Transaction, names: list[str] | None = None) -> list[Scenario]:
    """Read all scenarios, or those with one of the names, in order of their names."""
    rows = run(statements.SCENARIOS) if names is None else run(statements.SCENARIOS_BY_NAME, names=names)
    found = [_scenario(row["scenario"]) for row in rows]
    changes = [one.change for one in found if one.change is not None]
    sealed = (change_of(row["change"]) for row in run(statements.CHANGES_BY_ID, ids=changes))
    holding = {int(change.id) for change in sealed if change.undone_by is None}
    known = (one if one.change in holding else replace(one, change=None) for one in found)
    return sorted(known, key=lambda one: one.name)


def _spelled(step: Step) -> list[str | None]:
    return [step.type, step.id, *(None if row is None else canonical(row) for row in (step.before, step.after))]


def _scenario(stored: Mapping[str, Any]) -> Scenario:
    return Scenario(
        name=stored["name"],
        title=stored["title"],
        who=stored["who"],
        at=stored["at"],
        day=date.fromisoformat(stored["day"]) if stored.get("day") else None,
        steps=tuple(_step(*spelled) for spelled in json.loads(stored["steps"])),
        change=stored.get("change"),
    )


def _step(type: str, id: str, before: str | None, after: str | None) -> Step:
    return Step(type, id, *(None if text is None else parse(type, text) for text in (before, after)))
