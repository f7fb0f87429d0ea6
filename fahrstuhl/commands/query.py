"""`fahrstuhl query`: read-only Cypher."""

from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.questions.written import written
from graph.store.opening import open_store
from schema.errors import UsageError
from schema.text import Text

HELP = said("Cypher lesen (schreiben verweigert der Server).", "Read with Cypher (the server refuses writes).")


def query(
    ctx: typer.Context,
    cypher: Annotated[
        str, typer.Argument(help=said("Die Abfrage, etwa „MATCH (n:Sozialraum) RETURN n.name“.", "The query."))
    ],
    param: Annotated[
        list[str] | None, typer.Option("--param", metavar="k=v", help=said("Ein Parameter.", "A parameter."))
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=100_000, help=said("Höchstens so viele Zeilen.", "Rows at most."))
    ] = 1000,
    timeout: Annotated[
        float,
        typer.Option("--timeout", min=0.1, max=3600, help=said("Höchstens so viele Sekunden.", "Seconds at most.")),
    ] = 10,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    params = dict(_parameter(text) for text in param or ())
    with open_store(store) as opened:
        rows = opened.query(cypher, params, limit=limit, timeout_s=timeout)
    if json:
        printing.print_json(rows)
        return
    table = Table(*(escape(column) for column in rows.columns))
    for row in rows.rows:
        table.add_row(*(escape(written(value, ctx.obj)) for value in row))
    printing.out().print(table)
    if rows.truncated:
        cut = Text("Nach {n} Zeilen abgeschnitten (--limit).", "Cut after {n} rows (--limit).").format(n=len(rows.rows))
        printing.log().print(cut.lang(ctx.obj))


def _parameter(text: str) -> tuple[str, Any]:
    """Read `k=v`; a value that is JSON is taken as such, anything else as text."""
    import json as json_module

    key, equals, value = text.partition("=")
    if not (equals and key.isidentifier()):
        raise UsageError(
            Text("--param {text!r} hat nicht die Form k=v.", "--param {text!r} is not of the form k=v.").format(
                text=text
            ),
            Text("Etwa: --param name=Nordstadt", "Such as: --param name=Nordstadt"),
        )
    try:
        return key, json_module.loads(value)
    except ValueError:
        return key, value
