"""How planning rounds, their frozen states and the progress between two reach a terminal."""

from collections.abc import Iterable, Sequence

from rich.markup import escape
from rich.table import Table

from fahrstuhl import printing
from graph.questions.answer import Finding, headings
from graph.questions.written import written
from graph.rounds.heads import Head
from graph.rounds.progress import Progress
from graph.rounds.sheet import Sheet, Tally
from graph.rounds.thawing import Thawed
from graph.stellschrauben.result import Result
from graph.stellschrauben.words import day_text
from schema.record import VISIBILITY_LABELS
from schema.text import Lang, Text

_NO_ROUND = Text(
    "Es gibt noch keine Planungsrunde; „fahrstuhl round new“ beginnt eine.",
    "There is no planning round yet; “fahrstuhl round new” begins one.",
)
_NOTHING_KEPT = Text(
    "Mit diesen Rechten ist kein festgehaltener Stand zu lesen; „fahrstuhl round freeze“ hält einen fest.",
    "No frozen state may be read with these rights; “fahrstuhl round freeze” keeps one.",
)
_TALLY = Text("offen {open}, überfällig {overdue}, erledigt {done}", "open {open}, overdue {overdue}, done {done}")
_ON_THE_DAY = Text("Aufgaben am {day}: {tally}.", "Tasks on {day}: {tally}.")
_THEN_AND_NOW = Text("Aufgaben: {before} → {after} ({day}).", "Tasks: {before} → {after} ({day}).")
_PROGRESS = Text("Fortschritt", "Progress")
_PAIR = Text("Von Stand {before} zu Stand {after}.", "From state {before} to state {after}.")
_MORE = Text("… und {n} weitere (--json zeigt alle)", "… and {n} more (--json shows all)")
_STATE = Text("{number} („{name}“, {day}, Datenstand {version})", "{number} (“{name}”, {day}, data version {version})")
_STEADY = Text("Keine Stellschraube hat ihren Stand geändert.", "No Stellschraube changed its status.")
_SAME = Text("Kein Befund ist anders.", "No finding differs.")
_ROUND_COLUMNS = (
    Text("Planungsrunde", "planning round"),
    Text("Beginn", "start"),
    Text("Ende", "end"),
    Text("Phase", "phase"),
    Text("Aufgaben", "tasks"),
    Text("Kennung", "id"),
)
_STATE_COLUMNS = (
    Text("Nr.", "no."),
    Text("festgehalten", "kept"),
    Text("von", "by"),
    Text("Anlass", "occasion"),
    Text("Datenstand", "data version"),
    Text("Stichtag", "as of"),
    Text("Kommune", "Kommune"),
    Text("Sichtbarkeit", "visibility"),
    Text("Personen", "persons"),
)
_CHECKS = Text("Stellschrauben", "Stellschrauben")
_CHECK_COLUMNS = (Text("Nr.", "no."), _CHECKS, Text("Stand", "status"), Text("Befund", "finding"))


def print_list(sheets: Sequence[Sheet], lang: Lang) -> None:
    """Print the rounds, a line each."""
    rows = ((one.round.name, one.starts_on, one.ends_on, one.phase, _tally(one.tally), one.round.id) for one in sheets)
    _table(None, _ROUND_COLUMNS, rows, lang) if sheets else _say(_NO_ROUND, lang)


def print_sheet(found: Sheet, kept: Sequence[Head], lang: Lang) -> None:
    """Print a round with what it is about, its notes and its frozen states."""
    printing.out().rule(f"[bold]{escape(found.round.name)}[/]", align="left")
    facts = (
        (Text("Kennung", "Id"), found.round.id),
        (Text("Beginn", "Start"), found.starts_on),
        (Text("Ende", "End"), found.ends_on),
        (Text("Phase", "Phase"), found.phase),
        (Text("Gegenstand", "About"), found.concerns),
        (Text("Beteiligte", "Participants"), found.participants),
    )
    for label, value in facts:
        _say(Text("{label}: {value}", "{label}: {value}").format(label=label, value=_both(value)), lang)
    _findings(Text("Vermerke", "Notes"), found.notes, lang)
    _say(_ON_THE_DAY.format(day=day_text(found.day), tally=_tally(found.tally)), lang)
    if kept:
        print_heads(kept, lang)


def print_heads(kept: Sequence[Head], lang: Lang) -> None:
    """Print the frozen states of a round, a line each."""
    rows = (
        (
            *(one.number, one.frozen_on, one.who, one.remark or None, one.data_version, one.day, one.kommune),
            *(VISIBILITY_LABELS[one.visibility], one.persons),
        )
        for one in kept
    )
    title = Text("Festgehaltene Stände", "Frozen states")
    _table(title, _STATE_COLUMNS, rows, lang) if kept else _say(_NOTHING_KEPT, lang)


def print_thawed(found: Thawed, lang: Lang) -> None:
    """Print a frozen state: how it was asked, the checks, and each answer as it was given."""
    print_heads([Head.of(found.head)], lang)
    _table(_CHECKS, _CHECK_COLUMNS, map(_check, found.results), lang)
    for answer in found.answers:
        printing.print_answer(answer, lang)
    for text in found.outdated:
        _say(text, lang)


def print_progress(found: Progress, lang: Lang) -> None:
    """Print what moved between two frozen states."""
    printing.out().rule(f"[bold]{_PROGRESS.lang(lang)}[/]", align="left")
    _say(_PAIR.format(before=_state(found.before), after=_state(found.after)), lang)
    moved = [one for one in found.checks if one.moved]
    rows = ((one.number, one.title, one.label, one.sentence_after) for one in moved)
    _table(_CHECKS, _CHECK_COLUMNS, rows, lang) if moved else _say(_STEADY, lang)
    _findings(Text("Fragen: Zahl der Befunde", "Questions: number of findings"), found.counts, lang)
    _findings(
        Text("Fragen: Befunde, die anders sind", "Questions: findings that differ"), found.moved, lang, printing.SHOWN
    )
    if not found.counts:
        _say(_SAME, lang)
    _findings(Text("Aufgaben und Entscheidungen", "Tasks and decisions"), found.tasks, lang)
    tallies = {"before": _tally(found.tally_before), "after": _tally(found.tally_after)}
    _say(_THEN_AND_NOW.format(**tallies, day=day_text(found.day)), lang)
    for text in found.reservations:
        _say(text, lang)


def _check(result: Result) -> tuple[object, ...]:
    status = Text("{symbol} {label}", "{symbol} {label}").format(symbol=result.symbol, label=result.label)
    return result.number, result.title, status, result.sentence


def _state(head: Head) -> Text:
    return _STATE.format(number=head.number, name=head.name, day=day_text(head.frozen_on), version=head.data_version)


def _tally(tally: Tally) -> Text:
    return _TALLY.format(**tally.model_dump())


def _both(value: object) -> Text:
    return Text(written(value, "de"), written(value, "en"))


def _findings(title: Text, rows: Sequence[Finding], lang: Lang, most: int | None = None) -> None:
    if rows:
        shown = headings(type(rows[0]))
        values = ([getattr(row, name) for name, _ in shown] for row in rows[:most])
        _table(title, [heading for _, heading in shown], values, lang)
        if most is not None and len(rows) > most:
            _say(_MORE.format(n=len(rows) - most), lang)


def _table(title: Text | None, columns: Iterable[Text], rows: Iterable[Iterable[object]], lang: Lang) -> None:
    made = Table(title=escape(title.lang(lang)) if title else None, title_justify="left", title_style="bold")
    for heading in columns:
        made.add_column(escape(heading.lang(lang)), overflow="fold")
    for row in rows:
        made.add_row(*(escape(written(value, lang)) for value in row))
    printing.out().print(made)


def _say(text: Text, lang: Lang) -> None:
    printing.out().print(escape(text.lang(lang)))
