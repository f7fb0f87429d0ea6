"""`fahrstuhl scenario`: plans that are tried before anything of them is written."""

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.scenarios.adopting import adopt as adopt_one
from graph.scenarios.beside import Beside, side_by_side
from graph.scenarios.drafting import begin, clear, found
from graph.scenarios.proposing import propose as propose_for
from graph.scenarios.scenario import Scenario
from graph.scenarios.steps import step_rows
from graph.scenarios.trying import read
from graph.stellschrauben import CHECKS
from graph.stellschrauben.status import STATUS_LABELS, SYMBOLS
from graph.store.opening import open_store
from graph.store.store import Store
from schema.record import Visibility
from schema.text import Lang, Text

HELP = said(
    "Szenarien: ausprobieren, was eine Änderung bewirken würde, bevor sie gilt.",
    "Scenarios: try what a change would do before it counts.",
)
app = typer.Typer(no_args_is_help=True)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help=said("Name des Szenarios.", "Name of the scenario."))]

_BEGUN = Text(
    "Szenario „{name}“ begonnen. Füllen mit add, alter, end, remove oder import, je mit --scenario {name!r}.",
    "Scenario “{name}” begun. Fill it with add, alter, end, remove or import, each with --scenario {name!r}.",
)
_LOOK = Text(
    "Ansehen: fahrstuhl ask scenario --scenario {name!r}; gültig machen: fahrstuhl scenario adopt {name!r}.",
    "Look at it: fahrstuhl ask scenario --scenario {name!r}; make it count: fahrstuhl scenario adopt {name!r}.",
)
_EMPTY = Text("Das Szenario „{name}“ ändert noch nichts.", "The scenario “{name}” changes nothing yet.")
_ADOPTED = Text(
    "Übernommen als Änderung {id}; „fahrstuhl undo {id}“ nimmt es zurück.",
    "Adopted as change {id}; “fahrstuhl undo {id}” takes it back.",
)
_SO_ALREADY = Text("Nichts zu übernehmen: alles steht schon so da.", "Nothing to adopt: all stands so already.")
_DISCARDED = Text("Szenario „{name}“ verworfen.", "Scenario “{name}” discarded.")
_NONE = Text(
    "Es gibt noch kein Szenario; „fahrstuhl scenario new“ beginnt eines.",
    "There is no scenario yet; “fahrstuhl scenario new” begins one.",
)


@app.command("new", help=said("Ein Szenario beginnen.", "Begin a scenario."))
def new(
    ctx: typer.Context,
    name: NameArgument,
    title: Annotated[str, typer.Option("--title", help=said("Wovon es handelt.", "What it is about."))] = "",
    as_of: options.AsOfOption = None,
    like: Annotated[
        str | None, typer.Option("--like", help=said("Wie dieses Szenario beginnen.", "Begin as this scenario."))
    ] = None,
    store: options.StoreOption = None,
) -> None:
    with open_store(store) as opened:
        begin(opened, name, title=title, day=options.day(as_of), like=like)
    printing.out().print(escape(_BEGUN.format(name=name).lang(ctx.obj)))


@app.command("list", help=said("Alle Szenarien zeigen.", "Show all scenarios."))
def list_(ctx: typer.Context, store: options.StoreOption = None, json: options.JsonOption = False) -> None:
    with open_store(store) as opened:
        scenarios = opened.scenarios()
    if json:
        printing.print_json(scenarios)
    elif not scenarios:
        printing.out().print(_NONE.lang(ctx.obj))
    else:
        _print_list(scenarios, ctx.obj)


@app.command("show", help=said("Zeigen, was ein Szenario ändert.", "Show what a scenario changes."))
def show(
    ctx: typer.Context, name: NameArgument, store: options.StoreOption = None, json: options.JsonOption = False
) -> None:
    with open_store(store) as opened:
        scenario = found(opened, name)
        if json:
            printing.print_json(scenario)
        else:
            print_steps(opened, scenario, ctx.obj)


@app.command("clear", help=said("Schritte aus einem Szenario nehmen.", "Take steps out of a scenario."))
def clear_(
    ctx: typer.Context,
    name: NameArgument,
    ids: Annotated[
        list[str], typer.Argument(metavar="KENNUNG …", help=said("Kennungen der Einträge.", "Ids of the records."))
    ],
    store: options.StoreOption = None,
) -> None:
    with open_store(store) as opened:
        print_steps(opened, clear(opened, name, ids), ctx.obj)


@app.command(
    "propose",
    help=said(
        "Den Vorschlag einer Stellschraube in ein Szenario aufnehmen.",
        "Take what a check proposes into a scenario.",
    ),
)
def propose(
    ctx: typer.Context,
    name: NameArgument,
    number: Annotated[
        int, typer.Argument(metavar="NUMMER", min=1, max=max(CHECKS), help=said("1 bis 10.", "1 to 10."))
    ],
    kommune: options.KommuneOption = None,
    store: options.StoreOption = None,
) -> None:
    with open_store(store) as opened:
        print_steps(opened, propose_for(opened, name, number, kommune), ctx.obj)


@app.command("compare", help=said("Szenarien nebeneinander stellen.", "Set scenarios side by side."))
def compare(
    ctx: typer.Context,
    names: Annotated[
        list[str], typer.Argument(metavar="NAME …", help=said("Namen der Szenarien.", "Names of the scenarios."))
    ],
    as_of: options.AsOfOption = None,
    kommune: options.KommuneOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    scope = options.scope(as_of, kommune, persons, visibility)
    with open_store(store) as opened, printing.patience(ctx.obj):
        beside = side_by_side(lambda asked: read(opened, asked), names, scope)
    if json:
        printing.print_json(beside)
    else:
        _print_beside(beside, ctx.obj)


@app.command("adopt", help=said("Ein Szenario in die Daten übernehmen.", "Adopt a scenario into the data."))
def adopt(ctx: typer.Context, name: NameArgument, store: options.StoreOption = None) -> None:
    with open_store(store) as opened:
        scenario = adopt_one(opened, name)
    told = _ADOPTED.format(id=scenario.change) if scenario.change is not None else _SO_ALREADY
    printing.out().print(told.lang(ctx.obj))


@app.command("discard", help=said("Ein Szenario verwerfen.", "Discard a scenario."))
def discard(ctx: typer.Context, name: NameArgument, store: options.StoreOption = None) -> None:
    with open_store(store) as opened:
        found(opened, name)
        opened.forget(name)
    printing.out().print(escape(_DISCARDED.format(name=name).lang(ctx.obj)))


def print_steps(store: Store, scenario: Scenario, lang: Lang) -> None:
    """Print what a scenario changes, and how to go on."""
    console = printing.out()
    if not scenario.steps:
        console.print(escape(_EMPTY.format(name=scenario.name).lang(lang)))
        return
    rows = step_rows(store.network(), scenario.steps)
    table = Table(title=escape(scenario.title), title_justify="left", title_style="bold")
    for heading in (Text("was", "what"), Text("Eintrag", "record"), Text("Felder", "fields"), Text("Kennung", "id")):
        table.add_column(heading.lang(lang), overflow="fold")
    for row in rows:
        fields = row.fields.lang(lang) if row.fields else ""
        table.add_row(*map(escape, (row.fate.lang(lang), row.record.lang(lang), fields, row.id)))
    console.print(table)
    told = _ADOPTED.format(id=scenario.change) if scenario.change is not None else _LOOK.format(name=scenario.name)
    console.print(escape(told.lang(lang)))


def _print_list(scenarios: list[Scenario], lang: Lang) -> None:
    table = Table()
    headings = (
        Text("Name", "name"),
        Text("wovon", "about"),
        Text("Einträge", "records"),
        Text("Stichtag", "as of"),
        Text("zuletzt", "last"),
        Text("übernommen", "adopted"),
    )
    for heading in headings:
        table.add_column(heading.lang(lang))
    for one in scenarios:
        day, change = (("" if value is None else str(value)) for value in (one.day, one.change))
        table.add_row(*map(escape, (one.name, one.title, str(len(one.steps)), day, f"{one.at[:10]} {one.who}", change)))
    printing.out().print(table)


def _print_beside(beside: Beside, lang: Lang) -> None:
    columns = (Text("Daten", "data").lang(lang), *beside.scenarios)
    checks = Table(title=Text("Stellschrauben", "Stellschrauben").lang(lang), title_justify="left")
    tables = Table(title=Text("Fragen: Zahl der Befunde", "Questions: findings").lang(lang), title_justify="left")
    for table, first in (
        (checks, Text("Stellschraube", "Stellschraube")),
        (tables, Text("Frage, Tabelle", "Question, table")),
    ):
        table.add_column(first.lang(lang), overflow="fold")
        for name in columns:
            table.add_column(escape(name))
    for check in beside.checks:
        statuses = (f"{SYMBOLS[one]} {STATUS_LABELS[one].lang(lang)}" for one in check.statuses)
        checks.add_row(*map(escape, (f"{check.number}. {check.title.lang(lang)}", *statuses)))
    for one in beside.tables:
        if len(set(one.findings)) > 1:
            tables.add_row(*map(escape, (f"{one.title.lang(lang)}, {one.table.lang(lang)}", *map(str, one.findings))))
    for table in (checks, tables):
        printing.out().print(table)

        printing.out().print(table)
