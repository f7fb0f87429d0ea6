"""Several scenarios beside the data as they are: each Stellschraube, and how many findings each question has."""

from collections.abc import Callable, Iterable

from pydantic import BaseModel, ConfigDict

from graph.network import Network
from graph.questions.answer import Answer
from graph.questions.scenario import others
from graph.questions.scope import Scope
from graph.stellschrauben import CHECKS
from graph.stellschrauben.status import Status
from schema.text import Text

Reading = Callable[[Scope], tuple[Network, Scope]]
"""Gives the whole network as a scope wants it, and the scope completed."""


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CheckBeside(_Row):
    """One Stellschraube: its status in the data, then in each scenario."""

    number: int
    title: Text
    statuses: tuple[Status, ...]


class TableBeside(_Row):
    """One table of a question: the number of its findings in the data, then in each scenario."""

    question: str
    title: Text
    table: Text
    findings: tuple[int, ...]


class Beside(_Row):
    """The comparison; the first of each series is of the data as they are, the others in the order of `scenarios`."""

    scenarios: tuple[str, ...]
    checks: tuple[CheckBeside, ...]
    tables: tuple[TableBeside, ...]
    data_version: int


def side_by_side(reading: Reading, names: Iterable[str], scope: Scope) -> Beside:
    """Run all checks and ask all questions of the data and of each scenario, without the check of robustness."""
    scenarios = tuple(names)
    scopes = [scope.model_copy(update={"scenario": name, "robust": False}) for name in (None, *scenarios)]
    networks = [reading(one) for one in scopes]
    asked = others()
    return Beside(
        scenarios=scenarios,
        checks=tuple(
            CheckBeside(
                number=check.number,
                title=check.title,
                statuses=tuple(check.run(network, own).status for network, own in networks),
            )
            for check in CHECKS.values()
        ),
        tables=tuple(
            row for question in asked for row in _tables([question.ask(network, own) for network, own in networks])
        ),
        data_version=networks[0][0].version,
    )


def _tables(answers: list[Answer]) -> Iterable[TableBeside]:
    for beside in zip(*(answer.tables() for answer in answers), strict=True):
        yield TableBeside(
            question=answers[0].question,
            title=answers[0].title,
            table=beside[0].title,
            findings=tuple(len(table.findings) for table in beside),
        )
