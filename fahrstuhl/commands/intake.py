"""`fahrstuhl import`: read a source into the store, with an account of what was read and what was odd."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.intake.account import WHAT
from graph.intake.importing import ImportReport, Progress, import_source
from graph.intake.reader import AS_FOUND, Manner
from graph.store.opening import open_store
from graph.store.store import Store
from schema.errors import UsageError
from schema.text import Lang, Text

HELP = said(
    "Eine Quelle einlesen: OParl (Ordner, Archiv, Datei), ein Ordner mit Tabellen oder ein Netz (Kantenliste, "
    "Knotenliste, Matrix).",
    "Read a source: OParl (folder, archive, file), a folder of tables, or a network (edge list, node list, matrix).",
)
SHOWN = 10
"""Oddities of each kind that are shown in the terminal; `--json` gives them all."""

KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="ART",
        help=said(
            "Art der Quelle: tables, oparl oder network; ohne Angabe wird sie erkannt.",
            "Kind of source: tables, oparl or network; found out if not given.",
        ),
    ),
]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FELD=SPALTE",
        help=said(
            "Welche Spalte eines Netzes ein Feld hält, etwa group=Sponsorship; mehrfach möglich, leer: nicht lesen. "
            "Felder: from, to, committee, weight, frequency, relation, id, name, group, level, mode.",
            "Which column of a network holds a field, such as group=Sponsorship; may be repeated, empty: do not read. "
            "Fields: from, to, committee, weight, frequency, relation, id, name, group, level, mode.",
        ),
    ),
]
NodesOption = Annotated[
    str | None,
    typer.Option(
        "--nodes",
        metavar="TYP",
        help=said(
            "Was die Akteure eines Netzes sind: Organisation (Vorgabe), Person, Department oder Kommune.",
            "What the actors of a network are: Organisation (default), Person, Department or Kommune.",
        ),
    ),
]

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
    kind: KindOption = None,
    column: ColumnOption = None,
    nodes: NodesOption = None,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    manner = Manner(kind, _columns(column or ()), nodes)
    with open_store(store) as opened:
        report = with_progress(opened, source, ctx.obj, manner)
    if json:
        printing.print_json(report)
    else:
        print_report(report, ctx.obj)


def _columns(given: Iterable[str]) -> Mapping[str, str]:
    """Read what holds which field."""
    columns = {}
    for text in given:
        field, sign, heading = text.partition("=")
        if not sign or not field.strip():
            raise UsageError(
                Text("--column: {t!r} nennt kein Feld.", "--column: {t!r} names no field.").format(t=text),
                Text("So schreiben: group=Sponsorship.", "Write it like group=Sponsorship."),
            )
        columns[field.strip()] = heading.strip()
    return columns


def with_progress(store: Store, source: Path, lang: Lang, manner: Manner = AS_FOUND) -> ImportReport:
    """Import while the terminal shows how far it is."""
    console = printing.log()
    with console.status(Text("Lese {s} …", "Reading {s} …").format(s=source).lang(lang)) as status:

        def show(progress: Progress) -> None:
            status.update(escape(_numbers(progress, lang)))

        return import_source(store, source, manner=manner, progress=show)


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
