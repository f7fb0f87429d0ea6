"""`fahrstuhl demo`: the main job from beginning to end on the example Landkreis."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from fahrstuhl import printing
from fahrstuhl.commands.intake import print_report, with_progress
from fahrstuhl.commands.serve import listen
from fahrstuhl.language import said
from graph.examples import example
from graph.questions import QUESTIONS
from graph.questions.scope import Scope
from graph.store.opening import open_store
from schema.text import Lang, Text

HELP = said(
    "Vorführen: der Beispiel-Landkreis, die Antworten im Terminal, das Bild im Browser.",
    "Demonstrate: the example Landkreis, the answers in the terminal, the picture in the browser.",
)
STORE = Path("fahrstuhl-demo")


def demo(
    ctx: typer.Context,
    once: Annotated[
        bool, typer.Option("--once", help=said("Drucken und gehen, nichts bereitstellen.", "Print and leave."))
    ] = False,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help=said("Port auf diesem Rechner.", "Port on this machine."))
    ] = 8000,
) -> None:
    lang: Lang = ctx.obj
    with open_store(str(STORE)) as store:
        print_report(with_progress(store, example("landkreis"), lang), lang)
        network = store.network()
        for question in QUESTIONS.values():
            printing.print_answer(question.ask(network, Scope()), lang)
        _say_what_next(lang)
        if not once:
            listen(store, port=port, lang=lang)


def _say_what_next(lang: Lang) -> None:
    text = Text(
        "Weiter mit: fahrstuhl ask cooperation-gaps --store {s} · fahrstuhl draw levels --store {s} --out bild.html",
        "Go on with: fahrstuhl ask cooperation-gaps --store {s} · fahrstuhl draw levels --store {s} --out picture.html",
    )
    printing.out().print(escape(text.format(s=STORE).lang(lang)), style="dim")
