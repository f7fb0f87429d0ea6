"""`fahrstuhl round freeze`, `frozen`, `forget` and `progress`: the answers of a planning round, kept and compared."""

from typing import Annotated

import typer
from rich.markup import escape

from fahrstuhl import options, printing
from fahrstuhl.commands import progress_printing, round_printing
from fahrstuhl.language import said
from graph.questions.scope import Scope
from graph.rounds.choosing import head_of, heads, round_id, two_of
from graph.rounds.freezing import freeze as freeze_one
from graph.rounds.heads import Head
from graph.rounds.progress import progress as progress_between
from graph.rounds.thawing import thaw
from graph.stellschrauben.words import day_text
from graph.store.opening import open_store
from schema.record import Visibility
from schema.text import Text

FREEZE_HELP = said(
    "Alle Fragen und Stellschrauben zur Runde beantworten und die Antworten festhalten.",
    "Answer all questions and checks about the round and keep the answers.",
)
FROZEN_HELP = said("Festgehaltene Antworten lesen.", "Read frozen answers.")
FORGET_HELP = said("Einen festgehaltenen Stand löschen.", "Delete a frozen state.")
PROGRESS_HELP = said(
    "Zwei festgehaltene Stände vergleichen; sonst die letzten beiden.",
    "Compare two frozen states; else the last two.",
)

RoundArgument = Annotated[
    str,
    typer.Argument(metavar="RUNDE", help=said("Planungsrunde (Kennung oder Name).", "Planning round (id or name).")),
]
_FROZEN = Text(
    "Stand {number} von „{name}“ festgehalten: Datenstand {version}, {day}.",
    "State {number} of “{name}” kept: data version {version}, {day}.",
)
_FORGOTTEN = Text("Stand {number} von „{name}“ gelöscht.", "State {number} of “{name}” deleted.")


def freeze(
    ctx: typer.Context,
    name: RoundArgument,
    remark: Annotated[str, typer.Option("--remark", help=said("Anlass, etwa „Auftakt“.", "Occasion."))] = "",
    as_of: options.AsOfOption = None,
    kommune: options.KommuneOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    robust: Annotated[
        bool,
        typer.Option(
            "--robust",
            help=said(
                "Auch prüfen, was bliebe, wenn Verbindungen fehlten; dauert länger.",
                "Check too what would remain if some ties were missing; takes longer.",
            ),
        ),
    ] = False,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    scope = options.scope(as_of, kommune, persons, visibility).model_copy(update={"robust": robust})
    with open_store(store) as opened, printing.patience(ctx.obj) as told:
        head = Head.of(freeze_one(opened, name, scope, remark=remark, told=told))
    if json:
        printing.print_json(head)
    else:
        facts = {
            "number": head.number,
            "name": head.name,
            "version": head.data_version,
            "day": day_text(head.frozen_on),
        }
        printing.out().print(escape(_FROZEN.format(**facts).lang(ctx.obj)))


def frozen(
    ctx: typer.Context,
    name: RoundArgument,
    number: Annotated[
        int | None, typer.Option("--number", "-n", min=1, help=said("Nummer des Stands.", "Number of the state."))
    ] = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    scope = Scope(persons=persons, visibility=visibility)
    with open_store(store) as opened:
        id = round_id(opened, name)
        found = None if number is None else thaw(opened, head_of(opened, id, number, scope))
        kept = heads(opened, id, scope)
    if json:
        printing.print_json(kept if found is None else found)
    elif found is None:
        round_printing.print_heads(kept, ctx.obj)
    else:
        progress_printing.print_thawed(found, ctx.obj)


def forget(
    ctx: typer.Context,
    name: RoundArgument,
    number: Annotated[int, typer.Argument(metavar="NUMMER", min=1, help=said("Nummer des Stands.", "Its number."))],
    store: options.StoreOption = None,
) -> None:
    everything = Scope(persons=True, visibility=Visibility.CONFIDENTIAL)
    with open_store(store) as opened:
        head = head_of(opened, round_id(opened, name), number, everything)
        opened.forget_frozen(head)
    printing.out().print(escape(_FORGOTTEN.format(number=number, name=head.name).lang(ctx.obj)))


def progress(
    ctx: typer.Context,
    name: RoundArgument,
    first: Annotated[int | None, typer.Option("--from", min=1, help=said("Früherer Stand.", "Earlier state."))] = None,
    last: Annotated[int | None, typer.Option("--to", min=1, help=said("Späterer Stand.", "Later state."))] = None,
    other: Annotated[
        str | None,
        typer.Option(
            "--with",
            metavar="RUNDE",
            help=said("Der spätere Stand gehört zu dieser Runde.", "The later state is one of this round."),
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="JJJJ-MM-TT",
            help=said("Aufgaben, wie sie an diesem Tag stehen.", "Tasks as they stand on this day."),
        ),
    ] = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    scope, day = Scope(persons=persons, visibility=visibility), options.day(as_of)
    with open_store(store) as opened:
        before, after = two_of(opened, round_id(opened, name), other and round_id(opened, other), first, last, scope)
        found = progress_between(thaw(opened, before), thaw(opened, after), scope.cut(opened.network()), day)
    if json:
        printing.print_json(found)
    else:
        progress_printing.print_progress(found, ctx.obj)
