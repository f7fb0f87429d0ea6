"""`fahrstuhl search`: find nodes by a part of their name."""

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.store.opening import open_store
from schema.text import Text

HELP = said(
    "Knoten suchen, nach einem Teil des Namens (Umlaute und Großschreibung sind gleich).",
    "Find nodes by a part of their name, whatever the case and the spelling of umlauts.",
)


def search(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help=said("Ein Teil des Namens.", "A part of the name."))],
    limit: Annotated[int, typer.Option("--limit", min=1, help=said("Höchstens so viele.", "At most so many."))] = 20,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    with open_store(store) as opened:
        found = opened.search(text, limit=limit)
    if json:
        printing.print_json([{"type": type(node).__name__, **node.properties()} for node in found])
        return
    table = Table(
        *(label.lang(ctx.obj) for label in (Text("Name", "name"), Text("Art", "type"), Text("Kennung", "id")))
    )
    for node in found:
        table.add_row(*map(escape, (node.name, node.label.lang(ctx.obj), node.id)))
    printing.out().print(table)
