"""`fahrstuhl ask`: one of the planner's questions, answered."""

from typing import Annotated

import typer

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.questions import QUESTIONS
from graph.questions.question import Question
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
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    asked = _question(name)
    scope = options.scope(as_of, kommune, persons, visibility)
    with open_store(store) as opened:
        answer = asked.ask(opened.network(known_at), scope)
    if json:
        printing.print_json(answer)
    else:
        printing.print_answer(answer, ctx.obj)


def _question(name: str) -> Question:
    if name not in QUESTIONS:
        raise UsageError(
            Text("Die Frage {name!r} gibt es nicht.", "There is no question {name!r}.").format(name=name),
            Text("Es gibt: {known}", "There are: {known}").format(known=", ".join(QUESTIONS)),
        )
    return QUESTIONS[name]
