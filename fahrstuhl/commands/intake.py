"""`fahrstuhl import`: read a source into the store, or show what that would do; with an account of what was odd."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from fahrstuhl import options, printing
from fahrstuhl.commands.edit import InScenario
from fahrstuhl.commands.preview import print_preview
from fahrstuhl.commands.scenario import print_steps
from fahrstuhl.language import said
from graph.intake.account import WHAT, Account
from graph.intake.importing import ImportReport, Progress, always, import_source, never, read_into
from graph.intake.reader import AS_FOUND, Manner
from graph.intake.readers import KINDS
from graph.scenarios.drafting import fill
from graph.store.opening import open_store
from graph.store.store import Store
from schema.errors import Oddity, UsageError
from schema.text import Lang, Text

HELP = said(
    "Eine Quelle einlesen: OParl (Adresse, Ordner, Archiv), Tabellen und Listen (Excel, CSV), Organigramme, Räume, "
    "Indikatoren, Netze und anderes; --dry-run zeigt vorher, was sich ändert.",
    "Read a source: OParl (address, folder, archive), tables and lists (Excel, CSV), organisation charts, areas, "
    "indicators, networks and others; --dry-run shows first what would change.",
)
SHOWN = 10
"""Oddities of each kind that are shown in the terminal; `--json` gives them all."""

KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="ART",
        help=said(
            f"Art der Quelle: {', '.join(KINDS)}; ohne Angabe wird sie erkannt.",
            f"Kind of source: {', '.join(KINDS)}; found out if not given.",
        ),
    ),
]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FELD=SPALTE",
        help=said(
            "Welche Spalte einer Liste oder eines Netzes ein Feld hält, etwa group=Sponsorship; mehrfach möglich, "
            "leer: nicht lesen. Ein falsches Feld nennt die richtigen.",
            "Which column of a list or a network holds a field, such as group=Sponsorship; may be repeated, empty: do "
            "not read. A wrong field names the right ones.",
        ),
    ),
]
NodesOption = Annotated[
    str | None,
    typer.Option(
        "--nodes",
        metavar="TYP",
        help=said(
            "Wofür eine Zeile steht: Organisation, Person, Department; im Netz auch Kommune, in Listen auch Committee.",
            "What a row stands for: Organisation, Person, Department, in networks Kommune too, in lists Committee too.",
        ),
    ),
]

KommuneOption = Annotated[
    str | None,
    typer.Option(
        "--kommune",
        metavar="AGS",
        help=said(
            "Amtlicher Schlüssel der Kommune, um die es geht; was in der Quelle nichts über sich hat, gehört zu ihr.",
            "Official key of the Kommune that the source is about; what has nothing above it there is part of it.",
        ),
    ),
]
DryRunOption = Annotated[
    bool,
    typer.Option(
        "--dry-run", help=said("Nur zeigen, was sich ändern würde.", "Only show what would change; nothing is written.")
    ),
]
KeepGoodOption = Annotated[
    bool | None,
    typer.Option(
        "--keep-good/--all-or-nothing",
        help=said(
            "Das Lesbare einlesen, auch wenn anderes abgelehnt wird. Vorgabe: bei fremden Veröffentlichungen (OParl …) "
            "ja, bei eigenen Tabellen nein.",
            "Read in what is sound although other records are refused. Default: yes for what others publish (OParl …), "
            "no for tables of one's own.",
        ),
    ),
]
RefusedToOption = Annotated[
    Path | None,
    typer.Option(
        "--refused-to",
        metavar="ORDNER",
        help=said(
            "Wohin mit --keep-good abgelehnte Zeilen geschrieben werden, um sie zu berichtigen und einzulesen; "
            "Vorgabe: QUELLE-abgelehnt.",
            "Where rows refused under --keep-good are written, to be mended and imported; default: SOURCE-abgelehnt.",
        ),
    ),
]
MappingOption = Annotated[
    Path | None,
    typer.Option(
        "--mapping",
        metavar="DATEI",
        help=said(
            "Wo steht und bleibt, was die Spalten einer Liste halten; Vorgabe: LISTE.mapping.json.",
            "Where it stands and is kept what the columns of a list hold; default: LIST.mapping.json.",
        ),
    ),
]
CompleteOption = Annotated[
    bool,
    typer.Option(
        "--complete",
        help=said(
            "Die Quelle ist vollständig: was sie früher nannte und nicht mehr nennt, wird mit heutigem Datum beendet.",
            "The source is complete: what it named before and names no more is ended as of today.",
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
        str,
        typer.Argument(
            metavar="QUELLE", help=said("Adresse, Ordner, Archiv oder Datei.", "Address, folder, archive or file.")
        ),
    ],
    kind: KindOption = None,
    kommune: KommuneOption = None,
    dry_run: DryRunOption = False,
    keep_good: KeepGoodOption = None,
    refused_to: RefusedToOption = None,
    complete: CompleteOption = False,
    column: ColumnOption = None,
    nodes: NodesOption = None,
    mapping: MappingOption = None,
    scenario: InScenario = None,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    manner = Manner(kind, _columns(column or ()), nodes, kommune, keep_good, complete, mapping)
    if scenario is not None:
        _into_scenario(source, manner, scenario, store, ctx.obj)
        return
    with open_store(store, resuming=not dry_run) as opened:
        leave_in = refused_to or (Path(f"{Path(source).name}-abgelehnt") if keep_good and not dry_run else None)
        report = with_progress(opened, source, ctx.obj, manner, dry_run=dry_run, leave_in=leave_in)
    if json:
        printing.print_json(report)
    else:
        print_report(report, ctx.obj)


def _into_scenario(source: str, manner: Manner, name: str, store: str | None, lang: Lang) -> None:
    """Read a source into a scenario, and show what it changes now."""
    account = Account()
    with open_store(store) as opened:
        made = fill(opened, name, lambda change: read_into(change, opened, source, manner, account))
        print_steps(opened, made, lang)
    print_oddities(account.oddities, account.totals, lang)


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


def with_progress(
    store: Store,
    source: Path | str,
    lang: Lang,
    manner: Manner = AS_FOUND,
    *,
    dry_run: bool = False,
    leave_in: Path | None = None,
) -> ImportReport:
    """Import while the terminal shows how far it is."""
    console = printing.log()
    with console.status(Text("Lese {s} …", "Reading {s} …").format(s=source).lang(lang)) as status:

        def show(progress: Progress) -> None:
            status.update(escape(progress_line(progress, lang)))

        agree = never if dry_run else always
        try:
            return import_source(store, source, manner=manner, progress=show, agree=agree, leave_in=leave_in)
        except KeyboardInterrupt:
            console.print(_HELD.lang(lang))
            raise


_HELD = Text(
    "Angehalten. Derselbe Aufruf geht hier weiter; jeder andere nimmt das Begonnene zurück.",
    "Stopped. The same call goes on from here; any other takes back what was begun.",
)


def progress_line(progress: Progress, lang: Lang) -> str:
    """Say what was read so far, how fast records are written, and how long it will still take where that is known."""
    parts = [_numbers(progress.read, lang)]
    if progress.records:
        rate = Text("{n} Einträge, {rate:.0f} je Sekunde", "{n} records, {rate:.0f} a second")
        parts.append(rate.format(n=progress.records, rate=progress.records_per_s).lang(lang))
    if progress.seconds_left is not None:
        left = Text("noch etwa {s:.0f} s", "about {s:.0f} s left").format(s=progress.seconds_left)
        parts.append(left.lang(lang))
    return " · ".join(filter(None, parts))


def print_report(report: ImportReport, lang: Lang) -> None:
    """Print what was read, what changed, and each oddity with file and place."""
    console = printing.out()
    console.print(escape(_HEADLINE.format(**dict(report)).lang(lang)), style="bold")
    console.print(escape(_numbers(report.read, lang)))
    print_preview(console, report, lang)
    if report.left_in:
        console.print(escape(_LEFT_IN.format(files=", ".join(report.left_in)).lang(lang)))
    if report.outcome == "not written":
        console.print(_ONLY_SHOWN.lang(lang), style="bold")
    print_oddities(report.oddities, report.totals, lang)


def print_oddities(oddities: tuple[Oddity, ...], totals: Mapping[str, int], lang: Lang) -> None:
    """Print what was odd in a source, a few of each kind, each with file and place."""
    if not oddities:
        return
    table = Table(title=Text("Auffälligkeiten", "Oddities").lang(lang), title_justify="left")
    for heading in (Text("Datei", "file"), Text("Stelle", "place"), Text("Feld", "field"), Text("Was", "what")):
        table.add_column(heading.lang(lang))
    seen: dict[str, int] = {}
    for oddity in oddities:
        seen[oddity.code] = seen.get(oddity.code, 0) + 1
        if seen[oddity.code] <= SHOWN:
            table.add_row(*map(escape, (oddity.file, oddity.place, oddity.field, oddity.message.lang(lang))))
    printing.out().print(table)
    more = sum(totals.values()) - table.row_count
    if more > 0:
        text = Text("… und {n} weitere (--json zeigt alle)", "… and {n} more (--json shows all)").format(n=more)
        printing.out().print(text.lang(lang), style="dim")


_LEFT_IN = Text(
    "Abgelehntes steht zum Berichtigen in {files}; danach einlesen wie eine eigene Quelle.",
    "What was refused stands in {files} to be mended; then import it as a source of its own.",
)
_ONLY_SHOWN = Text("Nur gezeigt; nichts wurde geschrieben.", "Shown only; nothing was written.")


def _numbers(read: Mapping[str, int], lang: Lang) -> str:
    """Write what was read as words and numbers."""
    return " · ".join(f"{WHAT[what].lang(lang)} {n}" for what, n in read.items())
