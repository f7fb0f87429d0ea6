"""The command line as a table of contents."""

from typing import Annotated

import typer

from fahrstuhl import __version__
from fahrstuhl.commands import (
    ask,
    check,
    demo,
    doctor,
    draw,
    duplicates,
    edit,
    export,
    history,
    intake,
    planning_round,
    query,
    report,
    scenario,
    search,
    serve,
    template,
)
from fahrstuhl.language import said

app = typer.Typer(
    name="fahrstuhl",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help=said(
        "Wer verbindet Politik, Verwaltung und Sozialräume, und wo fehlt die Verbindung?",
        "Who links politics, administration and the Sozialräume, and where is a link missing?",
    ),
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"fahrstuhl {__version__}")
        raise typer.Exit


@app.callback()
def _frame(
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="de|en", help=said("Sprache; sonst nach LANG.", "Language; else as LANG says.")),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help=said("Version zeigen.", "Show the version.")
        ),
    ] = False,
) -> None:
    pass


app.command("demo", help=demo.HELP)(demo.demo)
app.command("import", help=intake.HELP)(intake.import_)
app.command("template", help=template.HELP)(template.template)
app.command("ask", help=ask.HELP)(ask.ask)
app.command("check", help=check.HELP)(check.check)
app.add_typer(draw.app, name="draw", help=draw.HELP)
app.command("add", help=edit.ADD_HELP)(edit.add)
app.command("alter", help=edit.ALTER_HELP)(edit.alter)
app.command("end", help=edit.END_HELP)(edit.end)
app.command("remove", help=edit.REMOVE_HELP)(edit.remove)
app.add_typer(scenario.app, name="scenario", help=scenario.HELP)
app.add_typer(planning_round.app, name="round", help=planning_round.HELP)
app.command("report", help=report.HELP)(report.report)
app.command("export", help=export.HELP)(export.export)
app.command("serve", help=serve.HELP)(serve.serve)
app.command("search", help=search.HELP)(search.search)
app.command("query", help=query.HELP)(query.query)
app.command("duplicates", help=duplicates.DUPLICATES_HELP)(duplicates.duplicates)
app.command("judge", help=duplicates.JUDGE_HELP)(duplicates.judge)
app.command("history", help=history.HISTORY_HELP)(history.history)
app.command("contradictions", help=history.CONTRADICTIONS_HELP)(history.contradictions)
app.command("undo", help=history.UNDO_HELP)(history.undo)
app.command("redo", help=history.REDO_HELP)(history.redo)
app.command("doctor", help=doctor.HELP)(doctor.doctor)
