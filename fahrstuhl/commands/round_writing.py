"""`fahrstuhl round new`, `note`, `decide`, `task` and `done`: what is written into a planning round."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

import typer
from rich.markup import escape

from fahrstuhl import options, printing
from fahrstuhl.commands.round_freezing import RoundArgument
from fahrstuhl.language import said
from graph.rounds.notes import DECISION, NOTE, TASK
from graph.rounds.writing import Beginning, Noted, begin, finish, write_down
from graph.store.opening import open_store
from schema.record import Visibility
from schema.text import Lang, Text

NEW_HELP = said("Eine Planungsrunde beginnen.", "Begin a planning round.")
NOTE_HELP = said("Eine Notiz zur Runde machen.", "Make a note in a round.")
DECIDE_HELP = said("Eine Entscheidung der Runde festhalten.", "Record a decision of a round.")
TASK_HELP = said("Eine Aufgabe vergeben.", "Give somebody a task.")
DONE_HELP = said("Eine Aufgabe als erledigt eintragen.", "Enter a task as done.")

AboutOption = Annotated[
    list[str] | None,
    typer.Option(
        "--about",
        metavar="WAS",
        help=said(
            "Akteur oder Sozialraum, den der Vermerk außerdem betrifft; mehrfach möglich.",
            "Actor or Sozialraum that the note concerns besides; may be repeated.",
        ),
    ),
]
AssignedOption = Annotated[
    list[str] | None,
    typer.Option("--to", metavar="WER", help=said("Wer es tun soll; mehrfach möglich.", "Who is to do it; repeat.")),
]
DueOption = Annotated[str | None, typer.Option("--due", metavar="JJJJ-MM-TT", help=said("Fällig am.", "Due on."))]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="JJJJ-MM-TT", help=said("Tag; sonst heute.", "Day; else today.")),
]
TitleArgument = Annotated[str, typer.Argument(metavar="TITEL", help=said("In einem Satz.", "In one sentence."))]
TextOption = Annotated[str | None, typer.Option("--text", help=said("Wortlaut.", "Wording."))]
NoteVisibility = Annotated[
    Visibility, typer.Option("--visibility", help=said("Wer den Vermerk lesen darf.", "Who may read the note."))
]

_BEGUN = Text("Planungsrunde „{name}“ begonnen: {id}.", "Planning round “{name}” begun: {id}.")
_NOTED = Text("Vermerkt: {id}.", "Noted: {id}.")
_DONE = Text("Erledigt: {id}.", "Done: {id}.")


def new(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=said("Name der Runde.", "Name of the round."))],
    starts: Annotated[
        str | None, typer.Option("--starts", metavar="JJJJ-MM-TT", help=said("Beginn.", "First day."))
    ] = None,
    ends: Annotated[str | None, typer.Option("--ends", metavar="JJJJ-MM-TT", help=said("Ende.", "Last day."))] = None,
    phase: Annotated[str | None, typer.Option("--phase", help=said("Phase der Runde.", "Phase of the round."))] = None,
    about: Annotated[
        list[str] | None,
        typer.Option(
            "--about",
            metavar="WAS",
            help=said(
                "Fachplanung, Sozialraum oder Zielgruppe, um die es geht; mehrfach möglich.",
                "Fachplanung, Sozialraum or target group that it is about; may be repeated.",
            ),
        ),
    ] = None,
    participants: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="WER", help=said("Wer mitwirkt; mehrfach möglich.", "Who takes part; repeat.")),
    ] = None,
    store: options.StoreOption = None,
) -> None:
    days = options.day(starts, "--starts"), options.day(ends, "--ends")
    with open_store(store) as opened:
        id = begin(opened, Beginning(name, *days, phase, tuple(about or ()), tuple(participants or ())))
    printing.out().print(escape(_BEGUN.format(name=name, id=id).lang(ctx.obj)))


def note(
    ctx: typer.Context,
    name: RoundArgument,
    title: TitleArgument,
    text: TextOption = None,
    on: OnOption = None,
    about: AboutOption = None,
    visibility: NoteVisibility = Visibility.INTERNAL,
    store: options.StoreOption = None,
) -> None:
    noted = Noted(NOTE, title, _day(on), text, about=tuple(about or ()), visibility=visibility)
    _write_down(name, noted, store, ctx.obj)


def _to_do(kind: str) -> Callable[..., None]:
    """Make the command that writes down what is to be done: a decision or a task."""

    def write(
        ctx: typer.Context,
        name: RoundArgument,
        title: TitleArgument,
        text: TextOption = None,
        on: OnOption = None,
        due: DueOption = None,
        about: AboutOption = None,
        to: AssignedOption = None,
        visibility: NoteVisibility = Visibility.INTERNAL,
        store: options.StoreOption = None,
    ) -> None:
        people = tuple(about or ()), tuple(to or ())
        noted = Noted(kind, title, _day(on), text, options.day(due, "--due"), *people, visibility)
        _write_down(name, noted, store, ctx.obj)

    return write


decide, task = _to_do(DECISION), _to_do(TASK)


def done(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(metavar="KENNUNG", help=said("Kennung der Aufgabe.", "Id of the task."))],
    on: OnOption = None,
    store: options.StoreOption = None,
) -> None:
    with open_store(store) as opened:
        finish(opened, id, _day(on))
    printing.out().print(escape(_DONE.format(id=id).lang(ctx.obj)))


def _write_down(name: str, noted: Noted, store: str | None, lang: Lang) -> None:
    with open_store(store) as opened:
        id = write_down(opened, name, noted)
    printing.out().print(escape(_NOTED.format(id=id).lang(lang)))


def _day(text: str | None) -> date:
    return options.day(text, "--on") or date.today()  # noqa: DTZ011 - the day at this desk
