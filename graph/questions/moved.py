"""What a scenario changes in the answer to a question: findings that come, go, or say something else."""

from collections.abc import Callable, Iterator
from typing import Annotated

from graph.questions.answer import Answer, Finding, Table, headings
from graph.questions.scope import Scope
from graph.scenarios.differences import TableDifference, about, differences, what_changed
from schema.errors import NotFoundError
from schema.text import Text

TOLD = 10
"""Findings told of each table and sort."""
CAME = Text("kommt hinzu", "comes")
WENT = Text("fällt weg", "goes")
OTHERWISE = Text("anders", "otherwise")
CHANGES = Text(
    "Was das Szenario an dieser Antwort ändert (je Tabelle und Art höchstens {n})",
    "What the scenario changes in this answer (at most {n} of each table and sort)",
).format(n=TOLD)
UNCHANGED = Text("Das Szenario ändert an dieser Antwort nichts.", "The scenario changes nothing in this answer.")
_COLUMNS = ("finding", "fate", "change", "table")


class MovedRow(Finding):
    """One finding that comes, goes or says something else with the scenario."""

    question: Annotated[Text, Text("Frage", "question")]
    table: Annotated[Text, Text("Tabelle", "table")]
    fate: Annotated[Text, Text("was", "what")]
    finding: Annotated[Text, Text("Befund", "finding")]
    change: Annotated[Text | None, Text("vorher → nachher", "before → after")]


def changes(answer: Answer, scope: Scope, ask: Callable[[Scope], Answer]) -> Table | None:
    """Tell in one table what a scenario changes in an answer given for a scope, a few findings of each table.

    `ask` answers the same question from the data as they are. None where no scenario is tried, where the question is
    about the scenario itself, and where the data as they are have not even what is asked about.
    """
    if scope.scenario is None or answer.question == "scenario":
        return None
    try:
        before = ask(scope.model_copy(update={"scenario": None}))
    except NotFoundError:
        return None
    rows = (row for one in differences(before, answer) for row in moved(answer.title, one))
    named = dict(headings(MovedRow))
    return Table("changes", CHANGES, tuple((name, named[name]) for name in _COLUMNS), tuple(rows))


def moved(question: Text, one: TableDifference) -> Iterator[MovedRow]:
    """Tell what differs in one table of an answer to a question, a few findings of each sort."""
    said = {"question": question, "table": one.title}
    for fate, rows in ((CAME, one.came), (WENT, one.went)):
        for row in rows[:TOLD]:
            yield MovedRow(**said, fate=fate, finding=about(row), change=None, evidence=row.evidence)
    for was, now in one.changed[:TOLD]:
        change = what_changed(one.headings, was, now)
        yield MovedRow(**said, fate=OTHERWISE, finding=about(now), change=change, evidence=now.evidence)
