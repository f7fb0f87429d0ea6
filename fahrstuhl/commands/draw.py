"""`fahrstuhl draw`: pictures as files that open anywhere and ask nobody."""

from pathlib import Path
from typing import Annotated

import typer

from fahrstuhl import options
from fahrstuhl.commands import pictures
from fahrstuhl.drawing import ending, write
from fahrstuhl.language import said
from graph.scenarios.trying import read
from graph.store.opening import open_store
from schema.record import Visibility
from viz.explorer.choosing import choose
from viz.explorer.file import network_file
from viz.explorer.view import ViewScope
from viz.levels_page import cards, levels_file
from viz.network_export import Canvas, network_page
from viz.network_layout import positions
from viz.picture_page import FILES

HELP = said("Ein Bild zeichnen.", "Draw a picture.")
app = typer.Typer(no_args_is_help=True)

CanvasOption = Annotated[
    Canvas,
    typer.Option(
        "--canvas",
        help=said(
            "Was in der Datei zeichnet: vis-network durch pyvis, oder die eigene Zeichenfläche (klein, mit Belegen).",
            "What draws in the file: vis-network through pyvis, or our own canvas (small, with evidence).",
        ),
    ),
]
HtmlOption = Annotated[Path, typer.Option("--out", help=said("Zieldatei (.html).", "File to write (.html)."))]


@app.command("levels", help=said("Die drei Ebenen mit ihren Verbindungen.", "The three levels with their links."))
def levels(
    ctx: typer.Context,
    out: pictures.OutOption,
    focus: Annotated[
        str | None, typer.Option("--focus", help=said("Diesen Knoten hervorheben.", "Bring out this node."))
    ] = None,
    as_of: options.AsOfOption = None,
    kommune: options.KommuneOption = None,
    scenario: options.ScenarioOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
) -> None:
    kind = ending(out, FILES)
    # The picture alone says nothing about missing ties, so nothing is tried without them.
    asked = options.scope(as_of, kommune, persons, visibility, scenario).model_copy(update={"robust": kind == "html"})
    with open_store(store) as opened:
        network, scope = read(opened, asked)
        answers = cards(lambda question: question.ask(network, scope))
    write(out, levels_file(scope.cut(network), answers, kind, lang=ctx.obj, focus=focus), ctx.obj)


@app.command("network", help=said("Das ganze Netz, frei angeordnet.", "The whole network, freely laid out."))
def network(
    ctx: typer.Context,
    out: HtmlOption,
    canvas: CanvasOption = Canvas.VIS,
    as_of: options.AsOfOption = None,
    kommune: options.KommuneOption = None,
    scenario: options.ScenarioOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
) -> None:
    ending(out, ("html",))
    with open_store(store) as opened:
        whole, scope = read(opened, options.scope(as_of, kommune, persons, visibility, scenario))
    part = scope.cut(whole)
    if canvas is Canvas.VIS:
        made = network_page(part, lang=ctx.obj)
    else:
        made = network_file(choose(part, ViewScope()), positions(part), lang=ctx.obj, everything=True)
    write(out, made, ctx.obj)


app.command("matrix", help=pictures.MATRIX_HELP)(pictures.matrix)
app.command("positions", help=pictures.POSITIONS_HELP)(pictures.positions)
app.command("map", help=pictures.MAP_HELP)(pictures.map_)
app.command("stellschrauben", help=pictures.DIALS_HELP)(pictures.stellschrauben)
