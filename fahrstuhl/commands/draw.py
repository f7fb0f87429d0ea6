"""`fahrstuhl draw`: pictures as files that open anywhere and ask nobody."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.exchange.whole_file import written_whole
from graph.network import Network
from graph.questions.answer import Answer
from graph.questions.scope import Scope
from graph.store.opening import open_store
from schema.errors import UsageError
from schema.record import Visibility
from schema.text import Lang, Text
from viz.levels_page import cards, levels_page, levels_svg
from viz.network_export import network_page

HELP = said("Ein Bild zeichnen.", "Draw a picture.")
app = typer.Typer(no_args_is_help=True)

OutOption = Annotated[
    Path, typer.Option("--out", help=said("Zieldatei (.html oder .svg).", "File to write (.html or .svg)."))
]


@app.command("levels", help=said("Die drei Ebenen mit ihren Verbindungen.", "The three levels with their links."))
def levels(
    ctx: typer.Context,
    out: OutOption,
    focus: Annotated[
        str | None, typer.Option("--focus", help=said("Diesen Knoten hervorheben.", "Bring out this node."))
    ] = None,
    as_of: options.AsOfOption = None,
    kommune: options.KommuneOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
) -> None:
    draw = {".svg": levels_svg, ".html": levels_page}.get(out.suffix.lower())
    if draw is None:
        raise _wrong_suffix(out, ".html, .svg")
    # The picture alone says nothing about missing ties, so nothing is tried without them.
    scope = options.scope(as_of, kommune, persons, visibility).model_copy(update={"robust": draw is levels_page})
    with open_store(store) as opened:
        network, answers = _asked(opened.network(), scope)
    _write(out, draw(network, answers, lang=ctx.obj, focus=focus), ctx.obj)


@app.command("network", help=said("Das ganze Netz, frei angeordnet.", "The whole network, freely laid out."))
def network(
    ctx: typer.Context,
    out: OutOption,
    as_of: options.AsOfOption = None,
    kommune: options.KommuneOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
) -> None:
    if out.suffix.lower() != ".html":
        raise _wrong_suffix(out, ".html")
    with open_store(store) as opened:
        part = options.scope(as_of, kommune, persons, visibility).cut(opened.network())
    _write(out, network_page(part, lang=ctx.obj), ctx.obj)


def _asked(network: Network, scope: Scope) -> tuple[Network, dict[str, Answer]]:
    """Cut the network to the scope, and answer the questions whose findings the picture marks."""
    return scope.cut(network), cards(lambda question: question.ask(network, scope))


def _wrong_suffix(out: Path, known: str) -> UsageError:
    return UsageError(
        Text("{out}: diese Art Datei wird nicht gezeichnet.", "{out}: no such kind of picture.").format(out=out),
        Text("Mögliche Endungen: {known}", "Possible endings: {known}").format(known=known),
    )


def _write(out: Path, text: str, lang: Lang) -> None:
    """Write whole or not at all: first beside the target, then in its place."""
    with written_whole(out) as beside:
        beside.write_text(text, encoding="utf-8")
    done = Text("Geschrieben: {out} ({kb} kB)", "Written: {out} ({kb} kB)").format(
        out=out, kb=len(text.encode()) // 1000
    )
    printing.log().print(escape(done.lang(lang)))
