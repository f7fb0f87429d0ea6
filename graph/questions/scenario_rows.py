"""A network before and with a scenario: the steps between them, and what every check and question says of both."""

from typing import Annotated

from graph.network import Network
from graph.questions.answer import Finding
from graph.questions.moved import MovedRow, moved
from graph.questions.question import Question
from graph.questions.robust import Told
from graph.questions.scope import Scope
from graph.scenarios.differences import TableDifference, differences
from graph.scenarios.scenario import Step
from graph.stellschrauben.comparing import Difference
from schema.text import Text

Compared = tuple[Question, TableDifference]


class CheckRow(Finding):
    """One Stellschraube before and with the scenario; the evidence is what speaks for it in addition."""

    number: Annotated[int, Text("Nr.", "no.")]
    title: Annotated[Text, Text("Stellschraube", "Stellschraube")]
    status: Annotated[Text, Text("Stand", "status")]
    sentence: Annotated[Text, Text("Befund mit dem Szenario", "finding with the scenario")]


class CountRow(Finding):
    """How many findings one table of a question has before and with the scenario."""

    question: Annotated[Text, Text("Frage", "question")]
    table: Annotated[Text, Text("Tabelle", "table")]
    before: Annotated[int, Text("vorher", "before")]
    after: Annotated[int, Text("nachher", "after")]
    came: Annotated[int, Text("hinzu", "come")]
    went: Annotated[int, Text("weg", "gone")]
    changed: Annotated[int, Text("anders", "otherwise")]


def steps_between(before: Network, after: Network) -> tuple[Step, ...]:
    """Tell what was done to a network, record by record, nodes first."""
    was, now = ({row["id"]: (type, row) for type, row in network.rows()} for network in (before, after))
    touched = [id for id in {**now, **was} if was.get(id) != now.get(id)]
    return tuple(
        Step((now.get(id) or was[id])[0], id, *(dict(side[id][1]) if id in side else None for side in (was, now)))
        for id in touched
    )


def compared(questions: list[Question], before: Network, after: Network, scope: Scope, told: Told) -> list[Compared]:
    """Ask questions of both networks."""
    plain = Scope.model_validate({name: getattr(scope, name) for name in Scope.model_fields} | {"robust": False})
    found: list[Compared] = []
    for done, question in enumerate(questions):
        told(done, len(questions))
        answers = (question.ask(network, plain) for network in (before, after))
        found += [(question, difference) for difference in differences(*answers)]
    return found


def check_rows(found: tuple[Difference, ...]) -> tuple[CheckRow, ...]:
    """Tell the checks; those that move come first."""
    ordered = sorted(found, key=lambda one: (not one.moved, one.number))
    return tuple(
        CheckRow(number=one.number, title=one.title, status=one.label, sentence=one.sentence_after, evidence=one.gained)
        for one in ordered
    )


def count_rows(found: list[Compared]) -> tuple[CountRow, ...]:
    """Count the findings of each table of which anything is otherwise."""
    return tuple(
        CountRow(
            question=question.title,
            table=one.title,
            before=one.before,
            after=one.after,
            came=len(one.came),
            went=len(one.went),
            changed=len(one.changed),
        )
        for question, one in found
        if one.moved
    )


def moved_rows(found: list[Compared]) -> tuple[MovedRow, ...]:
    """Tell the findings that differ, a few of each table."""
    return tuple(row for question, one in found for row in moved(question.title, one))
