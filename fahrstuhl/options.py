"""Options that several commands share, declared once."""

from datetime import date
from typing import Annotated

import typer

from fahrstuhl.language import said
from graph.questions.scope import LARGEST_SET, Scope
from schema.errors import UsageError
from schema.record import Visibility
from schema.text import Text

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        envvar="FAHRSTUHL_STORE",
        help=said(
            "Speicher: ein Ordner (eingebettet) oder die Adresse eines Neo4j, etwa neo4j://localhost:7687.",
            "Store: a folder (embedded) or the address of a Neo4j, such as neo4j://localhost:7687.",
        ),
        show_default=said("./fahrstuhl-data", "./fahrstuhl-data"),
    ),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help=said("Nur JSON auf die Standardausgabe.", "JSON alone on standard output."))
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="JJJJ-MM-TT", help=said("Was an diesem Tag galt.", "What held on this day.")),
]
KnownAtOption = Annotated[
    str | None,
    typer.Option(
        "--known-at",
        help=said(
            "Was nach dieser Änderung (Kennung) oder zu dieser Zeit (ISO) erfasst war.",
            "What was recorded after this change (id) or at this time (ISO).",
        ),
    ),
]
KommuneOption = Annotated[
    str | None,
    typer.Option(
        "--kommune", help=said("Nur diese Kommune (Kennung, AGS oder Name).", "This Kommune only (id, AGS or name).")
    ),
]
ScenarioOption = Annotated[
    str | None,
    typer.Option(
        "--scenario",
        metavar="SZENARIO",
        help=said(
            "Wie es in diesem Szenario wäre („fahrstuhl scenario list“).",
            "How it would be in this scenario (“fahrstuhl scenario list”).",
        ),
    ),
]
PersonsOption = Annotated[
    bool,
    typer.Option(
        "--persons",
        help=said("Personen einbeziehen; nur mit dem Recht dazu.", "Include persons; only with the right to it."),
    ),
]
VisibilityOption = Annotated[
    Visibility,
    typer.Option(
        "--visibility", help=said("Höchste Sichtbarkeit, die gelesen wird.", "Highest visibility that is read.")
    ),
]

RobustOption = Annotated[
    bool | None,
    typer.Option(
        "--robust/--no-robust",
        help=said(
            "Prüfen, was bliebe, wenn Verbindungen fehlten.", "Check what would remain if some ties were missing."
        ),
        show_default=said("mit Prüfung", "with the check"),
    ),
]
AboutOption = Annotated[
    str | None,
    typer.Option(
        "--about",
        metavar="THEMA",
        help=said(
            "Nur wer damit zu tun hat: Fachplanung, Zielgruppe, Sozialraum oder Prozess (Kennung oder Name).",
            "Only who has to do with it: a Fachplanung, target group, Sozialraum or process (id or name).",
        ),
    ),
]
ConcernOption = Annotated[
    str | None,
    typer.Option(
        "--concern",
        metavar="STICHWORT",
        help=said(
            "Anliegen der Ansprache: wer es teilt, steht vorn.",
            "Concern of the approach: who shares it comes first.",
        ),
    ),
]
SetSizeOption = Annotated[
    int | None,
    typer.Option(
        "--k",
        min=1,
        max=LARGEST_SET,
        help=said("Größe der Auswahl von Schlüsselakteuren.", "Size of the set of key players."),
        show_default="5",
    ),
]


def day(text: str | None, option: str = "--as-of") -> date | None:
    """Read a date from the command line, ISO or as written in German."""
    if text is None:
        return None
    try:
        if text.count(".") == 2:
            d, m, y = text.split(".")
            return date(int(y), int(m), int(d))
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            Text("{option}: {text!r} ist kein Datum.", "{option}: {text!r} is not a date.").format(
                option=option, text=text
            ),
            Text("So schreiben: 2024-12-31 oder 31.12.2024.", "Write it like 2024-12-31."),
        ) from None


def scope(
    as_of: str | None, kommune: str | None, persons: bool, visibility: Visibility, scenario: str | None = None
) -> Scope:
    """Make the scope of a question or a picture from its options."""
    return Scope(as_of=day(as_of), kommune=kommune, scenario=scenario, persons=persons, visibility=visibility)
