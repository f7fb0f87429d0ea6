"""`fahrstuhl ask`: one of the planner's questions, answered."""

from functools import partial
from typing import Annotated, Any

import typer

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.questions import QUESTIONS
from graph.questions.moved import changes
from graph.questions.question import Question
from graph.questions.scope import Scope
from graph.scenarios.trying import read
from graph.store.opening import open_store
from schema.errors import UsageError
from schema.record import Visibility
from schema.text import Text

HELP = said(f"Eine Frage stellen: {', '.join(QUESTIONS)}.", f"Ask a question: {', '.join(QUESTIONS)}.")


def ask(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="FRAGE", help=said("Name der Frage.", "Name of the question."))],
    as_of: options.AsOfOption = None,
    known_at: options.KnownAtOption = None,
    kommune: options.KommuneOption = None,
    scenario: options.ScenarioOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    robust: options.RobustOption = None,
    about: options.AboutOption = None,
    concern: options.ConcernOption = None,
    k: options.SetSizeOption = None,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    asked = _question(name)
    common = options.scope(as_of, kommune, persons, visibility, scenario)
    scope = _scope(asked, common, robust=robust, about=about, concern=concern, k=k)
    with open_store(store) as opened, printing.patience(ctx.obj) as told:
        network, scope = read(opened, scope, known_at)
        answer = asked.ask(network, scope, told)
    if json:
        printing.print_json(answer)
    else:
        before = network.before or network
        printing.print_answer(answer, ctx.obj, changes(answer, scope, partial(asked.ask, before)))


def _question(name: str) -> Question:
    if name not in QUESTIONS:
        raise UsageError(
            Text("Die Frage {name!r} gibt es nicht.", "There is no question {name!r}.").format(name=name),
            Text("Es gibt: {known}", "There are: {known}").format(known=", ".join(QUESTIONS)),
        )
    return QUESTIONS[name]


def _scope(asked: Question, common: Scope, **own: Any) -> Scope:
    """Add the options of a question's own to the common ones; refuse those that it does not have."""
    given = {name: value for name, value in own.items() if value is not None}
    if unknown := sorted(set(given) - set(asked.scope.model_fields)):
        raise UsageError(
            Text("Die Frage {q} kennt {o} nicht.", "The question {q} has no {o}.").format(
                q=asked.name, o=", ".join(f"--{name}" for name in unknown)
            ),
            Text("Ohne diese Angabe fragen.", "Ask without it."),
        )
    return asked.scope.model_validate(common.model_dump() | given)
