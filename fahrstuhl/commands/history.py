"""`fahrstuhl history`, `undo` and `redo`: every write is a change set that can be read and taken back."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.store.changes import Change
from graph.store.opening import open_store
from schema.text import Lang, Text

HISTORY_HELP = said("Was wann von wem warum geändert wurde.", "What was changed, when, by whom and why.")
CONTRADICTIONS_HELP = said(
    "Wo eine Quelle etwas anderes sagt als eine frühere; es gilt, was zuletzt eingelesen wurde.",
    "Where a source says otherwise than an earlier one; what was read in last counts.",
)
UNDO_HELP = said(
    "Eine Änderung zurücknehmen (ohne Kennung: die letzte).", "Take a change back (without an id: the last)."
)
REDO_HELP = said("Eine zurückgenommene Änderung wiederholen.", "Repeat a change that was taken back.")

ChangeArgument = Annotated[
    str | None, typer.Argument(metavar="ÄNDERUNG", help=said("Kennung der Änderung.", "Id of the change."))
]


def history(
    ctx: typer.Context,
    record: Annotated[
        str | None,
        typer.Argument(metavar="ID", help=said("Nur dieser Knoten oder diese Verbindung.", "This node or tie only.")),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help=said("Höchstens so viele.", "At most so many."))] = 50,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    with open_store(store) as opened:
        changes = opened.history(record, limit)
    if json:
        printing.print_json(changes)
        return
    table = Table(*(label.lang(ctx.obj) for label in _HEADINGS))
    for change in changes:
        table.add_row(*(escape(part) for part in _row(change, ctx.obj)))
    printing.out().print(table)
    if record is not None:
        _print_fields(changes, ctx.obj)


def _print_fields(changes: list[Change], lang: Lang) -> None:
    headings = (Text("Änderung", "change"), Text("Feld", "field"), Text("vorher", "before"), Text("nachher", "after"))
    table = Table(*(label.lang(lang) for label in headings))
    for change in changes:
        for row in _fields(change):
            table.add_row(*map(escape, row))
    printing.out().print(table)


def undo(
    ctx: typer.Context,
    change: ChangeArgument = None,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    with open_store(store) as opened:
        done = opened.undo(change)
    _say(done, Text("Zurückgenommen als Änderung {id}.", "Taken back as change {id}."), ctx.obj, json)


def redo(
    ctx: typer.Context,
    change: ChangeArgument = None,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    with open_store(store) as opened:
        done = opened.redo(change)
    _say(done, Text("Wiederholt als Änderung {id}.", "Repeated as change {id}."), ctx.obj, json)


_HEADINGS = (
    Text("Änderung", "change"),
    Text("wann (UTC)", "when (UTC)"),
    Text("wer", "who"),
    Text("warum", "why"),
    Text("Quelle", "source"),
    Text("Umfang", "extent"),
)
_EXTENT = Text(
    "{new} neu, {changed} geändert, {ended} beendet, {removed} entfernt",
    "{new} new, {changed} changed, {ended} ended, {removed} removed",
)
_UNDONE = Text(" (zurückgenommen durch {id})", " (taken back by {id})")


def _row(change: Change, lang: Lang) -> tuple[str, ...]:
    why = change.why.lang(lang) + (_UNDONE.format(id=change.undone_by).lang(lang) if change.undone_by else "")
    extent = _EXTENT.format(**asdict(change.tally)).lang(lang)
    return change.id, change.at[:19].replace("T", " "), change.who, why, change.source, extent


def _fields(change: Change) -> Iterator[tuple[str, ...]]:
    """Give what a change did to the record asked for: each field with its value before and after."""
    for entry in change.entries:
        before, after = entry.before or {}, entry.after or {}
        for name in dict.fromkeys([*before, *after]):
            if before.get(name) != after.get(name):
                yield change.id, name, str(before.get(name, "–")), str(after.get(name, "–"))


def _say(done: Change, text: Text, lang: Lang, json: bool) -> None:
    if json:
        printing.print_json(done)
    else:
        printing.out().print(escape(text.format(id=done.id).lang(lang)))


def contradictions(ctx: typer.Context, store: options.StoreOption = None, json: options.JsonOption = False) -> None:
    with open_store(store) as opened:
        found = opened.contradictions()
    if json:
        printing.print_json(found)
        return
    headings = (Text("Eintrag", "record"), Text("Feld", "field"), Text("zuerst", "first"), Text("zuletzt", "last"))
    table = Table(*(heading.lang(ctx.obj) for heading in headings))
    for one in found:
        said = (f"{s.value} ({s.source}, {s.change})" for s in (one.earlier, one.later))
        table.add_row(*map(escape, (one.record, one.field, *said)))
    printing.out().print(table if found else _NO_CONTRADICTIONS.lang(ctx.obj))


_NO_CONTRADICTIONS = Text("Keine Quelle widerspricht einer anderen.", "No source contradicts another.")
