"""What an import does, record by record, for the terminal: what is new, what differs field by field, what ends."""

from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from graph.intake.importing import ImportReport
from graph.intake.preview import Difference
from schema.text import Lang, Text
from schema.validation import record_type

SHOWN = 10
"""Records of each sort that are shown in the terminal; `--json` gives up to a thousand."""

_NEW = Text("Neu", "New")
_STANDING = Text("Geändert und beendet", "Changed and ended")
_CONTRADICTS = Text("anders als {source}", "other than {source}")
_SUSPECT = Text(
    "Vielleicht dasselbe: {a} und {b} ({why}; {ids}). Nach dem Einlesen: fahrstuhl judge.",
    "Perhaps the same: {a} and {b} ({why}; {ids}). After the import: fahrstuhl judge.",
)
_MORE = Text("… und {n} weitere (--json zeigt mehr)", "… and {n} more (--json shows more)")


def print_preview(console: Console, report: ImportReport, lang: Lang) -> None:
    """Print the differences; new records only where nothing was written, for after that they are what is there."""
    if report.outcome == "not written":
        _print(console, _NEW, report.preview.new, report.new, lang)
    _print(console, _STANDING, report.preview.standing, report.changed + report.ended, lang)
    for suspect in report.preview.suspects[:SHOWN]:
        a, b = suspect.names
        text = _SUSPECT.format(a=a, b=b, why=suspect.reasons[0], ids=f"{suspect.a} · {suspect.b}")
        console.print(escape(text.lang(lang)))


def _print(console: Console, title: Text, differences: tuple[Difference, ...], total: int, lang: Lang) -> None:
    if not differences:
        return
    table = Table(title=title.lang(lang), title_justify="left")
    headings = (
        Text("Typ", "type"),
        Text("Name", "name"),
        Text("Feld", "field"),
        Text("vorher", "before"),
        Text("nachher", "after"),
    )
    for heading in headings:
        table.add_column(heading.lang(lang), overflow="fold")
    for difference in differences[:SHOWN]:
        for row in _rows(difference, lang):
            table.add_row(*map(escape, row))
    console.print(table)
    if total > SHOWN:
        console.print(_MORE.format(n=total - SHOWN).lang(lang), style="dim")


def _rows(difference: Difference, lang: Lang) -> Iterator[tuple[str, ...]]:
    """Give one row a field; the first one names the record."""
    label = record_type(difference.type).label.lang(lang)
    name = difference.name or difference.id
    if difference.contradicts:
        name = f"{name} ({_CONTRADICTS.format(source=difference.contradicts).lang(lang)})"
    first = (label, name)
    for change in difference.fields:
        yield (*first, change.label.lang(lang), _shown(change.before), _shown(change.after))
        first = ("", "")
    if not difference.fields:
        yield (*first, "", "", "")


def _shown(value: object) -> str:
    return "–" if value is None else str(value)
