"""`fahrstuhl check`: how the ten Stellschrauben stand."""

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table as RichTable

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.network import Network
from graph.questions.answer import Count
from graph.scenarios.trying import read
from graph.stellschrauben import CHECKS
from graph.stellschrauben.checked import Checked, CheckScope, checked
from graph.stellschrauben.patterns import NAMES as PATTERN_NAMES
from graph.stellschrauben.result import Result
from graph.stellschrauben.telling import lines
from graph.store.opening import open_store
from schema.errors import UsageError
from schema.record import Visibility
from schema.text import Lang, Text
from viz.answer_rows import evidence

HELP = said(
    "Die zehn Stellschrauben prüfen: erfüllt, teilweise, nicht erfüllt, unbekannt; mit Belegen und Vorschlag.",
    "Check the ten Stellschrauben: met, partly, not met, unknown; with evidence and a proposal.",
)
SHOWN = 15
"""Witnesses and proposed records named in the terminal; `--json` gives them all."""


def check(
    ctx: typer.Context,
    number: Annotated[
        int | None,
        typer.Argument(metavar="NUMMER", help=said("Nummer, 1 bis 10; sonst alle.", "Number, 1 to 10; else all.")),
    ] = None,
    as_of: options.AsOfOption = None,
    known_at: options.KnownAtOption = None,
    kommune: options.KommuneOption = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="JJJJ-MM-TT",
            help=said("Mit dem Stand dieses Tages vergleichen.", "Compare with how it stood on this day."),
        ),
    ] = None,
    against_kommune: Annotated[
        str | None,
        typer.Option(
            "--against-kommune",
            help=said(
                "Mit dieser Kommune vergleichen (Kennung, AGS oder Name).",
                "Compare with this Kommune (id, AGS or name).",
            ),
        ),
    ] = None,
    scenario: options.ScenarioOption = None,
    against_scenario: Annotated[
        str | None,
        typer.Option(
            "--against-scenario", help=said("Mit diesem Szenario vergleichen.", "Compare with this scenario.")
        ),
    ] = None,
    pattern: Annotated[
        str | None,
        typer.Option(
            "--pattern",
            metavar="MUSTER",
            help=said(
                f"Mit einem Muster guter Praxis vergleichen: {', '.join(PATTERN_NAMES)}.",
                f"Compare with a pattern of good practice: {', '.join(PATTERN_NAMES)}.",
            ),
        ),
    ] = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    numbers = _numbers(number)
    other = {
        "against": options.day(against, "--against"),
        "against_kommune": against_kommune,
        "against_scenario": against_scenario,
        "against_pattern": _pattern(pattern),
    }
    here = options.scope(as_of, kommune, persons, visibility, scenario).model_dump()
    with open_store(store) as opened:
        network, scope = read(opened, CheckScope.model_validate(here | other), known_at)
        found = checked(lambda n, asked: CHECKS[n].run(*read(opened, asked, known_at)), numbers, scope)
    if json:
        printing.print_json(found)
    elif number is None:
        _print_all(printing.out(), found, ctx.obj)
    else:
        _print_one(printing.out(), found, network, ctx.obj)


def _numbers(number: int | None) -> tuple[int, ...]:
    if number is None:
        return tuple(CHECKS)
    if number not in CHECKS:
        raise UsageError(
            Text("Die Stellschraube {n} gibt es nicht.", "There is no Stellschraube {n}.").format(n=number),
            Text("Es gibt 1 bis {last}.", "There are 1 to {last}.").format(last=max(CHECKS)),
        )
    return (number,)


def _pattern(name: str | None) -> str | None:
    if name is not None and name not in PATTERN_NAMES:
        raise UsageError(
            Text("Das Muster {n!r} gibt es nicht.", "There is no pattern {n!r}.").format(n=name),
            Text("Es gibt: {known}", "There are: {known}").format(known=", ".join(PATTERN_NAMES)),
        )
    return name


def _print_all(console: Console, found: Checked, lang: Lang) -> None:
    """Print a line for each: sign, word and sentence; and what became of it where a comparison was asked for."""
    title = Text("Die zehn Stellschrauben", "The ten Stellschrauben").lang(lang)
    made = RichTable(title=title, title_justify="left", title_style="bold")
    headings = [Text("Nr.", "No."), Text("Stellschraube", "Stellschraube"), Text("Stand", "Status")]
    headings += [Text("Im Vergleich", "Compared")] if found.differences else []
    for heading in (*headings, Text("Befund", "Finding")):
        made.add_column(heading.lang(lang), overflow="fold")
    moved = {one.number: one.label.lang(lang) for one in found.differences}
    for result in found.results:
        cells = [str(result.number), result.title.lang(lang), f"{result.symbol} {result.label.lang(lang)}"]
        cells += [moved.get(result.number, "")] if moved else []
        made.add_row(*map(escape, (*cells, result.sentence.lang(lang))))
    console.print(made)
    if found.compared_with is not None:
        console.print(escape(_COMPARED.format(other=found.compared_with).lang(lang)), style="dim")
    if note := found.results[0].day_note:
        console.print(escape(note.lang(lang)), style="dim")


def _print_one(console: Console, found: Checked, network: Network, lang: Lang) -> None:
    result = found.results[0]
    console.rule(f"[bold]{result.number}. {escape(result.title.lang(lang))}[/]", align="left")
    console.print(escape(result.demand.lang(lang)), style="italic")
    console.print(f"[bold]{result.symbol} {escape(result.label.lang(lang))}[/]: {escape(result.sentence.lang(lang))}")
    for one in found.differences:
        label = Text("{other} ({label})", "{other} ({label})").format(other=found.compared_with, label=one.label)
        console.print(f"[bold]{escape(label.lang(lang))}:[/] {escape(one.sentence_before.lang(lang))}")
    told = evidence(network, (*result.witnesses_for, *result.witnesses_against))
    _print_list(console, Text("Dafür", "For"), [told[id].text for id in result.witnesses_for], lang)
    _print_list(console, Text("Dagegen", "Against"), [told[id].text for id in result.witnesses_against], lang)
    _print_proposal(console, result, network, lang)
    looked_at = " · ".join(_count(count).lang(lang) for count in result.denominator)
    if looked_at:
        console.print(f"[bold]{_LOOKED_AT.lang(lang)}:[/] {escape(looked_at)}")
    console.print(f"[bold]Definition:[/] {escape(result.definition.lang(lang))} ({escape(result.source.lang(lang))})")
    for text in (*result.unknown, *([result.day_note] if result.day_note else [])):
        console.print(f"[bold]{_UNKNOWN.lang(lang)}:[/] {escape(text.lang(lang))}")


_COMPARED = Text("Im Vergleich: {other} → hier.", "Compared: {other} → here.")
_LOOKED_AT = Text("Betrachtet", "Looked at")
_UNKNOWN = Text("Hinweis", "Note")
_CHANGE = Text("Was es ändern würde", "What would change it")
_WITHHELD = Text(
    "Der Vorschlag nennt Personen; mit --persons wird er gezeigt.",
    "The proposal names persons; --persons shows it.",
)


def _count(count: Count) -> Text:
    text = (
        Text("{label}: {n} von {of}", "{label}: {n} of {of}") if count.of is not None else Text(*["{label}: {n}"] * 2)
    )
    return text.format(label=count.label, n=count.n, of=count.of)


def _print_proposal(console: Console, result: Result, network: Network, lang: Lang) -> None:
    if result.proposal is None:
        return
    console.print(f"[bold]{_CHANGE.lang(lang)}:[/] {escape(result.proposal.text.lang(lang))}")
    _print_list(console, None, list(lines(network, result.proposal)), lang)
    if result.proposal.withheld:
        console.print(_WITHHELD.lang(lang), style="dim")


def _print_list(console: Console, title: Text | None, items: list[Text], lang: Lang) -> None:
    if title is not None and items:
        console.print(f"[bold]{title.lang(lang)}:[/]")
    for item in items[:SHOWN]:
        console.print("  • " + escape(item.lang(lang)))
    if len(items) > SHOWN:
        more = Text("  … und {n} mehr (--json zeigt alle)", "  … and {n} more (--json shows all)")
        console.print(more.format(n=len(items) - SHOWN).lang(lang), style="dim")
