"""How a frozen state and the progress between two reach a terminal."""

from fahrstuhl import printing
from fahrstuhl.commands.round_printing import findings, print_heads, say, table, tally_text
from graph.rounds.heads import Head
from graph.rounds.progress import Progress
from graph.rounds.thawing import Thawed
from graph.stellschrauben.result import Result
from graph.stellschrauben.words import day_text
from schema.text import Lang, Text

_THEN_AND_NOW = Text("Aufgaben: {before} → {after} ({day}).", "Tasks: {before} → {after} ({day}).")
_PROGRESS = Text("Fortschritt", "Progress")
_PAIR = Text("Von Stand {before} zu Stand {after}.", "From state {before} to state {after}.")
_STATE = Text("{number} („{name}“, {day}, Datenstand {version})", "{number} (“{name}”, {day}, data version {version})")
_STEADY = Text("Keine Stellschraube hat ihren Stand geändert.", "No Stellschraube changed its status.")
_SAME = Text("Kein Befund ist anders.", "No finding differs.")
_CHECKS = Text("Stellschrauben", "Stellschrauben")
_CHECK_COLUMNS = (Text("Nr.", "no."), _CHECKS, Text("Stand", "status"), Text("Befund", "finding"))


def print_thawed(found: Thawed, lang: Lang) -> None:
    """Print a frozen state: how it was asked, the checks, and each answer as it was given."""
    print_heads([Head.of(found.head)], lang)
    table(_CHECKS, _CHECK_COLUMNS, map(_check, found.results), lang)
    for answer in found.answers:
        printing.print_answer(answer, lang)
    for text in found.outdated:
        say(text, lang)


def print_progress(found: Progress, lang: Lang) -> None:
    """Print what moved between two frozen states."""
    printing.out().rule(f"[bold]{_PROGRESS.lang(lang)}[/]", align="left")
    say(_PAIR.format(before=_state(found.before), after=_state(found.after)), lang)
    moved = [one for one in found.checks if one.moved]
    rows = ((one.number, one.title, one.label, one.sentence_after) for one in moved)
    table(_CHECKS, _CHECK_COLUMNS, rows, lang) if moved else say(_STEADY, lang)
    findings(Text("Fragen: Zahl der Befunde", "Questions: number of findings"), found.counts, lang)
    findings(
        Text("Fragen: Befunde, die anders sind", "Questions: findings that differ"), found.moved, lang, printing.SHOWN
    )
    if not found.counts:
        say(_SAME, lang)
    findings(Text("Aufgaben und Entscheidungen", "Tasks and decisions"), found.tasks, lang)
    tallies = {"before": tally_text(found.tally_before), "after": tally_text(found.tally_after)}
    say(_THEN_AND_NOW.format(**tallies, day=day_text(found.day)), lang)
    for text in found.reservations:
        say(text, lang)


def _check(result: Result) -> tuple[object, ...]:
    status = Text("{symbol} {label}", "{symbol} {label}").format(symbol=result.symbol, label=result.label)
    return result.number, result.title, status, result.sentence


def _state(head: Head) -> Text:
    return _STATE.format(number=head.number, name=head.name, day=day_text(head.frozen_on), version=head.data_version)
