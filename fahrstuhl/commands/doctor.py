"""`fahrstuhl doctor`: what is set up, what is missing, what is unsafe, and what to do."""

import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib.metadata import version

import typer
from rich.markup import escape
from rich.table import Table

from fahrstuhl import __version__, exits, options, printing
from fahrstuhl.language import said
from graph.store.health import Check, State
from graph.store.opening import open_store
from graph.store.store import Store
from schema.errors import FahrstuhlError
from schema.text import Text, verbatim

HELP = said(
    "Prüfen, was eingerichtet ist, was fehlt, was unsicher ist und was zu tun ist.",
    "Check what is set up, what is missing, what is unsafe and what to do.",
)
_STORE = Text("Speicher", "store")
_SIGNS = {State.OK: "[green]✓[/]", State.WARNING: "[yellow]![/]", State.BAD: "[red]✗[/]"}


def doctor(ctx: typer.Context, store: options.StoreOption = None, json: options.JsonOption = False) -> int:
    checks = [*_installation(), *_store(store)]
    if json:
        printing.print_json({"checks": [asdict(check) for check in checks]})
    else:
        _print(checks, ctx.obj)
    bad = [check for check in checks if check.state == State.BAD]
    return exits.DONE if not bad else exits.STORE if bad[0].name == _STORE else exits.BAD_INPUT


def _installation() -> Iterator[Check]:
    yield Check(verbatim("Fahrstuhl"), State.OK, verbatim(__version__))
    yield Check(verbatim("Python"), State.OK, verbatim(f"{platform.python_version()} ({sys.executable})"))
    for package in ("neo4j", "arcadedb-embedded", "networkx"):
        yield Check(verbatim(package), State.OK, verbatim(version(package)))


def _store(where: str | None) -> Iterator[Check]:
    """Open the store and look at it; what keeps it from opening is a finding, not an end."""
    try:
        with open_store(where) as opened:
            yield from _opened(opened)
    except FahrstuhlError as error:
        yield Check(_STORE, State.BAD, error.text, error.hint)


def _opened(store: Store) -> Iterator[Check]:
    counts, stand = store.counts(), store.version()
    held = Text("{n} Knoten und Verbindungen, Datenstand {v}", "{n} nodes and ties, data version {v}")
    yield Check(_STORE, State.OK, held.format(n=sum(counts.values()), v=stand))
    yield from store.checks()


def _print(checks: list[Check], lang: str) -> None:
    table = Table(show_header=False, box=None)
    for check in checks:
        table.add_row(_SIGNS[check.state], escape(getattr(check.name, lang)), escape(getattr(check.found, lang)))
        if check.state != State.OK and check.advice:
            table.add_row("", "", f"[bold]→ {escape(getattr(check.advice, lang))}[/]")
    printing.out().print(table)
