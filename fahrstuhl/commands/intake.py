"""`fahrstuhl import`: read a source into the store, with an account of what was read and what was odd."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.intake.account import WHAT
from graph.intake.importing import ImportReport, Progress, import_source
from graph.store.opening import open_store
from graph.store.store import Store
from schema.text import Lang, Text

HELP = said(
    "Eine Quelle einlesen: OParl (Ordner, Archiv, Datei) oder ein Ordner mit Tabellen.",
    "Read a source: OParl (folder, archive, file) or a folder of tables.",
)
SHOWN = 10
"""Oddities of each kind that are shown in the terminal; `--json` gives them all."""


_HEADLINE = Text(
    "{source}: {new} neu, {changed} geändert, {unchanged} unverändert, {ended} beendet, {refused} abgelehnt "
    "({seconds:.1f} s)",
    "{source}: {new} new, {changed} changed, {unchanged} unchanged, {ended} ended, {refused} refused ({seconds:.1f} s)",
)


def import_(
    ctx: typer.Context,
    source: Annotated[
        Path, typer.Argument(metavar="QUELLE", help=said("Ordner, Archiv oder Datei.", "Folder, archive or file."))
    ],
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    with open_store(store) as opened:
        report = with_progress(opened, source, ctx.obj)
    if json:
        printing.print_json(report)
    else:
        print_report(report, ctx.obj)


def with_progress(store: Store, source: Path, lang: Lang) -> ImportReport:
    """Import while the terminal shows how far it is."""
    console = printing.log()
    with console.status(Text("Lese {s} …", "Reading {s} …").format(s=source).lang(lang)) as status:

        def show(progress: Progress) -> None:
            status.update(escape(_numbers(progress, lang)))

        return import_source(store, source, progress=show)


def print_report(report: ImportReport, lang: Lang) -> None:
    """Print what was read, what changed, and each oddity with file and place."""
    console = printing.out()
    console.print(escape(_HEADLINE.format(**dict(report)).lang(lang)), style="bold")
    console.print(escape(_numbers(report.read, lang)))
    if not report.oddities:
        return
    table = Table(title=Text("Auffälligkeiten", "Oddities").lang(lang), title_justify="left")
    for heading in (Text("Datei", "file"), Text("Stelle", "place"), Text("Feld", "field"), Text("Was", "what")):
        table.add_column(heading.lang(lang))
    seen: dict[str, int] = {}
    for oddity in report.oddities:
        seen[oddity.code] = seen.get(oddity.code, 0) + 1
        if seen[oddity.code] <= SHOWN:
            table.add_row(*map(escape, (oddity.file, oddity.place, oddity.field, oddity.message.lang(lang))))
    console.print(table)
    more = sum(report.totals.values()) - table.row_count
    if more > 0:
        text = Text("… und {n} weitere (--json zeigt alle)", "… and {n} more (--json shows all)").format(n=more)
        console.print(text.lang(lang), style="dim")


def _numbers(read: Progress, lang: Lang) -> str:
    """Write what was read as words and numbers."""
    return " · ".join(f"{WHAT[what].lang(lang)} {n}" for what, n in read.items())
