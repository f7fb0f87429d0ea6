"""What if: every question and every check, before a scenario and with it."""

from typing import Annotated, Any

from graph.network import Network
from graph.questions import QUESTIONS
from graph.questions.answer import Answer, Count
from graph.questions.case import Case
from graph.questions.moved import MovedRow
from graph.questions.question import Question, question
from graph.questions.scenario_rows import (
    CheckRow,
    Compared,
    CountRow,
    check_rows,
    compared,
    count_rows,
    moved_rows,
    steps_between,
)
from graph.questions.scope import Scope
from graph.scenarios.steps import StepRow, step_rows
from graph.stellschrauben.comparing import Difference, compare
from schema.text import Text


class WhatIf(Answer):
    """The answer: the steps, the checks, how many findings each question has, and which came, went or changed."""

    steps: Annotated[tuple[StepRow, ...], Text("Was das Szenario ändert", "What the scenario changes")]
    checks: Annotated[
        tuple[CheckRow, ...],
        Text("Die Stellschrauben vorher und nachher", "The Stellschrauben before and after"),
    ]
    counts: Annotated[tuple[CountRow, ...], Text("Fragen: Zahl der Befunde", "Questions: number of findings")]
    moved: Annotated[tuple[MovedRow, ...], Text("Fragen: Befunde, die anders sind", "Questions: findings that differ")]


NO_SCENARIO = Text(
    "Es ist kein Szenario gewählt. „fahrstuhl scenario new“ beginnt eines, --scenario wählt es aus.",
    "No scenario was chosen. “fahrstuhl scenario new” begins one, --scenario chooses it.",
)
TOUCHES = Text("Einträge, die das Szenario berührt: {n}.", "Records that the scenario touches: {n}.")
CHECK_MOVES = Text("Stellschraube {number} ({title}): {label}.", "Stellschraube {number} ({title}): {label}.")
NO_CHECK_MOVES = Text("Keine Stellschraube ändert ihren Stand.", "No Stellschraube changes its status.")
COUNTED = Text("{question}, {table}: {after} statt {before}.", "{question}, {table}: {after} instead of {before}.")
NO_COUNT_MOVES = Text(
    "Keine Frage hat mehr oder weniger Befunde.", "No question has more or fewer findings than before."
)


@question(
    "scenario",
    title=Text("Was wäre, wenn", "What if"),
    asks=Text(
        "Was ändert ein Szenario an den Stellschrauben und an den Antworten auf alle anderen Fragen?",
        "What does a scenario change in the Stellschrauben and in the answers to all other questions?",
    ),
    definition=Text(
        "Jede Stellschraube und jede Frage wird zum selben Stichtag zweimal geprüft: an den Daten, wie sie sind, und "
        "mit dem Szenario; verglichen werden Stand, Zahl der Befunde und die Befunde selbst.",
        "Every Stellschraube and every question is asked of the data as they are and of the data with the scenario, as "
        "of the same day; status, number of findings and the findings themselves are compared.",
    ),
    source=Text("eigene Festlegung", "our own convention"),
    counts=(),
    answer=WhatIf,
)
def scenario(case: Case[Scope]) -> dict[str, Any]:
    """Ask everything twice and tell what differs."""
    after = case.whole
    if after is None or after.before is None:
        return {"steps": (), "checks": (), "counts": (), "moved": (), "denominator": (), "unknown": (NO_SCENARIO,)}
    before, plain = after.before, case.scope.model_copy(update={"scenario": None})
    wide = case.scope.model_copy(update={"as_of": None, "kommune": None})
    steps = steps_between(wide.cut(before), wide.cut(after))
    checks = _checks(before, after, plain)
    found = compared(list(others()), before, after, plain, case.told)
    return {
        "steps": step_rows(wide.cut(after), steps),
        "checks": check_rows(checks),
        "counts": count_rows(found),
        "moved": moved_rows(found),
        "summary": (TOUCHES.format(n=len(steps)), *_moves(checks), *_counted(found)),
        "denominator": _looked_at(len(steps), len(checks), found),
    }


def others() -> tuple[Question, ...]:
    """List all questions but this one, which is about a scenario itself."""
    return tuple(asked for asked in QUESTIONS.values() if asked.answer is not WhatIf)


def _checks(before: Network, after: Network, scope: Scope) -> tuple[Difference, ...]:
    # Here, since the checks are built of what the questions are built of.
    from graph.stellschrauben import CHECKS

    was, now = ([check.run(network, scope) for check in CHECKS.values()] for network in (before, after))
    return compare(was, now)


def _moves(checks: tuple[Difference, ...]) -> tuple[Text, ...]:
    moved = [one for one in checks if one.moved]
    return tuple(CHECK_MOVES.format(number=one.number, title=one.title, label=one.label) for one in moved) or (
        NO_CHECK_MOVES,
    )


def _counted(found: list[Compared]) -> tuple[Text, ...]:
    """Say which questions have more or fewer findings; not of the records themselves, which are new by themselves."""
    other = [(asked, one) for asked, one in found if one.before != one.after and asked.name != "robustness"]
    return tuple(
        COUNTED.format(question=asked.title, table=one.title, before=one.before, after=one.after)
        for asked, one in other
    ) or (NO_COUNT_MOVES,)


def _looked_at(steps: int, checks: int, found: list[Compared]) -> tuple[Count, ...]:
    questions = len({asked.name for asked, _ in found})
    return (
        Count(label=Text("Einträge, die das Szenario berührt", "records that the scenario touches"), n=steps),
        Count(label=Text("Stellschrauben", "Stellschrauben"), n=checks),
        Count(label=Text("Fragen", "questions"), n=questions),
        Count(label=Text("Tabellen darin", "tables in them"), n=len(found)),
    )
