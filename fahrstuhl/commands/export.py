"""`fahrstuhl export`: the network as a file that other tools open, cut to what may be handed over."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.exchange.export import Export
from graph.exchange.formats import FORMATS, format_of
from graph.exchange.whole_file import written_whole
from graph.scenarios.trying import read
from graph.store.opening import open_store
from schema.record import Visibility
from schema.text import Text
from viz.network_layout import positions

HELP = said(
    "Das Netz in eine Datei schreiben, die andere Programme öffnen: Excel, Gephi, Neo4j, Python.",
    "Write the network to a file that other programs open: Excel, Gephi, Neo4j, Python.",
)

_DONE = Text(
    "Geschrieben: {out} ({label}, {n} Knoten, {m} Verbindungen)", "Written: {out} ({label}, {n} nodes, {m} ties)"
)

FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=said(
            f"Format: {', '.join(FORMATS)}; ohne Angabe nach der Endung der Datei.",
            f"Format: {', '.join(FORMATS)}; by the ending of the file if not given.",
        ),
    ),
]
PseudonymiseOption = Annotated[
    bool,
    typer.Option(
        "--pseudonymise",
        help=said(
            "Namen und Kennungen von Personen ersetzen und weglassen, was eine Person nennt.",
            "Replace names and ids of persons, and leave out what names a person.",
        ),
    ),
]


def export(
    ctx: typer.Context,
    out: Annotated[Path, typer.Option("--out", help=said("Zieldatei.", "File to write."))],
    format: FormatOption = None,  # noqa: A002 - the option's own word
    as_of: options.AsOfOption = None,
    kommune: options.KommuneOption = None,
    scenario: options.ScenarioOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.PUBLIC,
    pseudonymise: PseudonymiseOption = False,
    store: options.StoreOption = None,
) -> None:
    chosen = format_of(format, out.name)
    with open_store(store) as opened:
        network, scope = read(opened, options.scope(as_of, kommune, persons, visibility, scenario))
        latest = opened.history(limit=1)
    made = Export.of(
        scope.cut(network),
        scope,
        dated=latest[0].at[:10] if latest else None,
        layout=positions,
        unnamed=network if pseudonymise else None,
    )
    with written_whole(out) as path:
        chosen.write(made, path)
    done = _DONE.format(out=out, label=chosen.label, n=made.network.n, m=made.network.m)
    printing.log().print(escape(done.lang(ctx.obj)))
