"""`fahrstuhl report`: the dossier that is carried into the meeting, as one file."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.exchange.whole_file import written_whole
from graph.scenarios.trying import read
from graph.stellschrauben import CHECKS
from graph.store.opening import open_store
from schema.errors import UsageError
from schema.record import Visibility
from schema.text import Text
from viz.dossier.report import FORMS, Form
from viz.dossier.report import report as reported

HELP = said(
    "Das Dossier für die Sitzung schreiben: Ebenenbild, Stellschrauben, Antworten, Belege.",
    "Write the dossier for the meeting: levels picture, Stellschrauben, answers, evidence.",
)
ENDINGS = ", ".join(f".{name}" for name in FORMS)

OutOption = Annotated[Path, typer.Option("--out", help=said(f"Zieldatei ({ENDINGS}).", f"File to write ({ENDINGS})."))]
AboutOption = Annotated[
    str | None,
    typer.Option(
        "--about",
        metavar="EINTRAG",
        help=said(
            "Nur über diesen Akteur, Sozialraum oder diese Verwaltungseinheit (Kennung oder Name).",
            "Only about this actor, Sozialraum or department (id or name).",
        ),
    ),
]
_DONE = Text("Geschrieben: {out} ({label}, {kb} kB)", "Written: {out} ({label}, {kb} kB)")


def report(
    ctx: typer.Context,
    out: OutOption,
    about: AboutOption = None,
    as_of: options.AsOfOption = None,
    known_at: options.KnownAtOption = None,
    kommune: options.KommuneOption = None,
    scenario: options.ScenarioOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    robust: options.RobustOption = None,
    store: options.StoreOption = None,
) -> None:
    form = _form(out)
    asked = options.scope(as_of, kommune, persons, visibility, scenario)
    with open_store(store) as opened:
        network, scope = read(opened, asked.model_copy(update={"robust": robust is not False}), known_at)
    with printing.patience(ctx.obj) as told:
        made = reported(
            scope.cut(network),
            scope,
            ctx.obj,
            lambda question: question.ask(network, scope, told),
            lambda number: CHECKS[number].run(network, scope),
            about,
        )
        content = form.write(made)
    with written_whole(out) as beside:
        beside.write_bytes(content)
    done = _DONE.format(out=out, label=form.label, kb=len(content) // 1000)
    printing.log().print(escape(done.lang(ctx.obj)))


def _form(out: Path) -> Form:
    form = FORMS.get(out.suffix.lower().removeprefix("."))
    if form is None:
        raise UsageError(
            Text("{out}: als solche Datei gibt es kein Dossier.", "{out}: there is no dossier as such a file.").format(
                out=out
            ),
            Text("Mögliche Endungen: {known}", "Possible endings: {known}").format(known=ENDINGS),
        )
    return form
