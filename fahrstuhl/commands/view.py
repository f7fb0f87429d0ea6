"""`fahrstuhl view`: saved views, each the address of a page under a name."""

from typing import Annotated

import typer

from fahrstuhl import options, printing
from fahrstuhl.commands.round_printing import say, table
from fahrstuhl.language import said
from graph.store.opening import open_store
from graph.views.saving import forget as forget_one
from graph.views.saving import save as save_one
from schema.text import Text
from viz.edit.view_words import NAME, PAGE, WHEN, WHO
from viz.saved import local_address, page_label

HELP = said("Gemerkte Ansichten: zeigen, merken, löschen.", "Saved views: list, save, delete.")
app = typer.Typer(no_args_is_help=True)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help=said("Name der Ansicht.", "Name of the view."))]

_NONE = Text("Noch keine Ansicht gemerkt.", "No view saved yet.")
_ADDRESS = Text("Adresse", "Address")
_SAVED = Text("„{name}“ ist gemerkt: {address}", "“{name}” is saved: {address}")
_FORGOTTEN = Text("Ansicht „{name}“ gelöscht.", "View “{name}” deleted.")


@app.command("list", help=said("Alle gemerkten Ansichten zeigen.", "Show all saved views."))
def list_(ctx: typer.Context, store: options.StoreOption = None, json: options.JsonOption = False) -> None:
    with open_store(store) as opened:
        found = opened.views()
    if json:
        printing.print_json(found)
    elif found:
        rows = ((one.name, page_label(one.address), one.address, one.who, one.at[:16]) for one in found)
        table(None, (NAME, PAGE, _ADDRESS, WHO, WHEN), rows, ctx.obj)
    else:
        say(_NONE, ctx.obj)


@app.command("save", help=said("Die Adresse einer Seite unter einem Namen merken.", "Save the address of a page."))
def save(
    ctx: typer.Context,
    name: NameArgument,
    address: Annotated[
        str,
        typer.Argument(
            metavar="ADRESSE",
            help=said(
                "Pfad mit Auswahl, etwa „/map?over=Schulbezirke“.",
                "Path with what is chosen, say “/map?over=Schulbezirke”.",
            ),
        ),
    ],
    store: options.StoreOption = None,
) -> None:
    checked = local_address(address)
    with open_store(store) as opened:
        view = save_one(opened, name, checked)
    say(_SAVED.format(name=view.name, address=view.address), ctx.obj)


@app.command("forget", help=said("Eine gemerkte Ansicht löschen.", "Delete a saved view."))
def forget(ctx: typer.Context, name: NameArgument, store: options.StoreOption = None) -> None:
    with open_store(store) as opened:
        forget_one(opened, name)
    say(_FORGOTTEN.format(name=name), ctx.obj)
