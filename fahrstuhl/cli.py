"""The command line as a table of contents."""

from typing import Annotated

import typer

from fahrstuhl import __version__
from fahrstuhl.door import Door
from fahrstuhl.language import said

app = typer.Typer(
    name="fahrstuhl",
    cls=Door,
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
