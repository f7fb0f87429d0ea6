"""`fahrstuhl template`: an Excel workbook to be filled in, made from the schema."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from fahrstuhl import printing
from fahrstuhl.language import said
from graph.exchange.templates import write_template
from graph.exchange.whole_file import written_whole
from graph.intake.table_names import sheet_type
from schema.errors import UsageError
from schema.record import Record
from schema.text import Lang, Text
from schema.validation import record_type

HELP = said(
    "Eine Excel-Vorlage zum Ausfüllen schreiben: ein Blatt je Art von Eintrag, mit Auswahllisten und Beispielen.",
    "Write an Excel template to be filled in: a sheet for each type of entry, with drop-downs and examples.",
)
_DEFAULT = Text("vorlage.xlsx", "template.xlsx")


def template(
    ctx: typer.Context,
    types: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TYP]...",
            help=said(
                "Welche Blätter, etwa Personen Gremien „Mitglied in“; ohne Angabe alle.",
                "Which sheets, such as persons committees “member of”; all if not given.",
            ),
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", help=said("Zieldatei (.xlsx).", "File to write (.xlsx)."), show_default="vorlage.xlsx"),
    ] = None,
) -> None:
    lang: Lang = ctx.obj
    target = out or Path(_DEFAULT.lang(lang))
    if target.suffix.lower() != ".xlsx":
        text = Text("{out}: eine Vorlage ist eine .xlsx-Datei.", "{out}: a template is a .xlsx file.")
        raise UsageError(text.format(out=target), Text("So schreiben: --out vorlage.xlsx", "Write --out template.xlsx"))
    if target.exists():
        text = Text("{out} gibt es schon und bleibt, wie es ist.", "{out} is there already and stays as it is.")
        raise UsageError(text.format(out=target), Text("Mit --out anders nennen.", "Name another one with --out."))
    chosen = [_type(name) for name in types or ()]
    with written_whole(target) as beside:
        write_template(beside, chosen, lang)
    printing.log().print(escape(Text("Geschrieben: {out}", "Written: {out}").format(out=target).lang(lang)))


def _type(name: str) -> type[Record]:
    """Find a type by its name, label or plural; an error lists the names."""
    return sheet_type(name) or record_type(name)
