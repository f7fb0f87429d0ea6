"""The data of today, asked as a frozen state was asked, so that the two can be set beside each other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib.metadata import version

from graph.questions.answer import Answer
from graph.questions.question import Question
from graph.questions.scenario import others
from graph.questions.scope import Scope
from graph.rounds.freezing import about_round
from graph.rounds.thawing import Thawed
from graph.stellschrauben import CHECKS
from graph.stellschrauben.result import Result
from graph.store.frozen import Frozen

Asking = Callable[[Question, Scope], Answer]
Checking = Callable[[int, Scope], Result]


def as_of_today(head: Frozen, data_version: int, day: date, ask: Asking, check: Checking) -> Thawed:
    """Ask all questions and checks now, with the rights and of the part of a state; nothing is kept.

    Where the state was asked as of a day, `day` takes its place, else it is asked of all times again. Raises
    NotFoundError where the round or the Kommune is no longer there.
    """
    scope = Scope(
        as_of=head.day and day,
        kommune=head.kommune,
        visibility=head.visibility,
        persons=head.persons,
        robust=False,
    )
    present = replace(
        head, at=day.isoformat(), data_version=data_version, program=version("fahrstuhl"), day=scope.as_of, remark=""
    )
    answers = tuple(ask(question, about_round(question, scope, head.round)) for question in others())
    return Thawed(present, answers, tuple(check(number, scope) for number in CHECKS))
