"""`fahrstuhl round`: planning rounds, what is noted, decided and given to do in them, and their frozen answers."""

from datetime import date

import typer

from fahrstuhl import options, printing
from fahrstuhl.commands import round_freezing, round_printing, round_writing
from fahrstuhl.commands.round_freezing import RoundArgument
from fahrstuhl.language import said
from graph.rounds.choosing import heads
from graph.rounds.finding import round_of
from graph.rounds.sheet import sheet, sheets
from graph.store.opening import open_store
from schema.record import Visibility

HELP = said(
    "Planungsrunden: Rahmen, Vermerke, Entscheidungen und Aufgaben, festgehaltene Antworten, Fortschritt.",
    "Planning rounds: scope, notes, decisions and tasks, frozen answers, progress.",
)
app = typer.Typer(no_args_is_help=True)


@app.command("list", help=said("Alle Planungsrunden zeigen.", "Show all planning rounds."))
def list_(
    ctx: typer.Context,
    as_of: options.AsOfOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    scope = options.scope(as_of, None, persons, visibility)
    with open_store(store) as opened:
        found = sheets(scope.cut(opened.network()), scope.as_of or _today())
    if json:
        printing.print_json(found)
    else:
        round_printing.print_list(found, ctx.obj)


@app.command("show", help=said("Eine Planungsrunde mit Vermerken und Aufgaben zeigen.", "Show a planning round."))
def show(
    ctx: typer.Context,
    name: RoundArgument,
    as_of: options.AsOfOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    scope = options.scope(as_of, None, persons, visibility)
    with open_store(store) as opened:
        network = scope.cut(opened.network())
        found = sheet(network, round_of(network, name), scope.as_of or _today())
        kept = heads(opened, found.round.id, scope)
    if json:
        printing.print_json(found)
    else:
        round_printing.print_sheet(found, kept, persons, ctx.obj)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day at this desk


app.command("new", help=round_writing.NEW_HELP)(round_writing.new)
app.command("note", help=round_writing.NOTE_HELP)(round_writing.note)
app.command("decide", help=round_writing.DECIDE_HELP)(round_writing.decide)
app.command("task", help=round_writing.TASK_HELP)(round_writing.task)
app.command("done", help=round_writing.DONE_HELP)(round_writing.done)
app.command("freeze", help=round_freezing.FREEZE_HELP)(round_freezing.freeze)
app.command("frozen", help=round_freezing.FROZEN_HELP)(round_freezing.frozen)
app.command("forget", help=round_freezing.FORGET_HELP)(round_freezing.forget)
app.command("progress", help=round_freezing.PROGRESS_HELP)(round_freezing.progress)
