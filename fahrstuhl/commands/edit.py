"""`fahrstuhl add`, `alter`, `end` and `remove`: edits by hand, in the data or in a scenario."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated

import typer
from rich.markup import escape

from fahrstuhl import options, printing
from fahrstuhl.commands.scenario import print_steps
from fahrstuhl.language import said
from graph.scenarios.drafting import edit as edit_scenario
from graph.scenarios.editing import BY_HAND, Add, Alter, Edit, End, Remove, carry_out
from graph.store.opening import open_store
from schema.errors import UsageError
from schema.text import Lang, Text

ADD_HELP = said(
    "Einen Knoten oder eine Verbindung anlegen: fahrstuhl add Department name=Stabsstelle kind=Stabsstelle.",
    "Add a node or a tie: fahrstuhl add Department name=Stabsstelle kind=Stabsstelle.",
)
ALTER_HELP = said(
    "Felder eines Eintrags ändern: fahrstuhl alter KENNUNG phase=Analyse; ein leerer Wert leert das Feld.",
    "Change fields of a record: fahrstuhl alter ID phase=Analyse; an empty value empties the field.",
)
END_HELP = said(
    "Einen Eintrag zu einem Tag beenden, einen Knoten mit seinen Verbindungen; er bleibt in der Geschichte.",
    "End a record on a day, a node with its ties; it stays in the history.",
)
REMOVE_HELP = said(
    "Einen Eintrag wegnehmen, als hätte es ihn nie gegeben (bei Irrtümern); „undo“ bringt ihn zurück.",
    "Take a record away as if it had never been (for mistakes); “undo” brings it back.",
)

InScenario = Annotated[
    str | None,
    typer.Option(
        "--scenario",
        metavar="SZENARIO",
        help=said("Nur in diesem Szenario, nicht in den Daten.", "In this scenario only, not in the data."),
    ),
]
WhyOption = Annotated[
    str | None, typer.Option("--why", help=said("Warum, für die Geschichte.", "Why, for the history."))
]
FieldsArgument = Annotated[
    list[str], typer.Argument(metavar="FELD=WERT …", help=said("Felder, wie in den Tabellen.", "Fields, as in tables."))
]
IdArgument = Annotated[str, typer.Argument(metavar="KENNUNG", help=said("Kennung des Eintrags.", "Id of the record."))]

_WHY = Text("Von Hand geändert", "Changed by hand")
_DONE = Text(
    "Änderung {id}: {new} neu, {changed} geändert, {ended} beendet, {removed} weggenommen.",
    "Change {id}: {new} new, {changed} changed, {ended} ended, {removed} removed.",
)
_NOTHING = Text("Nichts zu ändern: so steht es schon da.", "Nothing to change: it stands so already.")


def add(
    ctx: typer.Context,
    type: Annotated[str, typer.Argument(metavar="TYP", help=said("Typ des Eintrags.", "Type of the record."))],
    fields: FieldsArgument,
    scenario: InScenario = None,
    why: WhyOption = None,
    store: options.StoreOption = None,
) -> None:
    _do(Add(type=type, fields=_fields(fields)), scenario, why, store, ctx.obj)


def alter(
    ctx: typer.Context,
    id: IdArgument,
    fields: FieldsArgument,
    scenario: InScenario = None,
    why: WhyOption = None,
    store: options.StoreOption = None,
) -> None:
    _do(Alter(id=id, fields=_fields(fields)), scenario, why, store, ctx.obj)


def end(
    ctx: typer.Context,
    id: IdArgument,
    on: Annotated[str, typer.Option("--on", metavar="JJJJ-MM-TT", help=said("Letzter Tag.", "Last day."))],
    scenario: InScenario = None,
    why: WhyOption = None,
    store: options.StoreOption = None,
) -> None:
    last = options.day(on, "--on")
    assert last is not None  # noqa: S101 - the option is required
    _do(End(id=id, on=last), scenario, why, store, ctx.obj)


def remove(
    ctx: typer.Context,
    id: IdArgument,
    scenario: InScenario = None,
    why: WhyOption = None,
    store: options.StoreOption = None,
) -> None:
    _do(Remove(id=id), scenario, why, store, ctx.obj)


def _fields(given: Iterable[str]) -> dict[str, str]:
    """Read fields and their values as they stand on the command line."""
    fields = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not sign or not name.strip():
            raise UsageError(
                Text("{t!r} nennt kein Feld.", "{t!r} names no field.").format(t=text),
                Text("So schreiben: name=Jugendamt.", "Write it like name=Jugendamt."),
            )
        fields[name.strip()] = value.strip()
    return fields


def _do(edit: Edit, scenario: str | None, why: str | None, store: str | None, lang: Lang) -> None:
    """Do an edit in the data or in a scenario, and say what became of it."""
    with open_store(store) as opened:
        if scenario is not None:
            print_steps(opened, edit_scenario(opened, scenario, [edit]), lang)
            return
        with opened.change(why or _WHY, BY_HAND) as change:
            carry_out(change, [edit], BY_HAND)
    counts = asdict(change.tally)
    moved = any(counts[name] for name in ("new", "changed", "ended", "removed"))
    printing.out().print(escape((_DONE.format(id=change.id, **counts) if moved else _NOTHING).lang(lang)))
