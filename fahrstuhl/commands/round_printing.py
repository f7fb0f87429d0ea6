"""How planning rounds and the list of their frozen states reach a terminal."""

from collections.abc import Iterable, Sequence
from textwrap import shorten

from rich.markup import escape
from rich.table import Table

from fahrstuhl import printing
from graph.questions.answer import Finding, headings
from graph.questions.written import written
from graph.rounds.heads import Head
from graph.rounds.sheet import Sheet, Tally
from graph.stellschrauben.words import day_text
from schema.record import VISIBILITY_LABELS
from schema.text import Lang, Text, verbatim

TOLD = 400
"""Characters of a note that are shown in the terminal; `--json` gives them all."""

_NO_ROUND = Text(
    "Es gibt noch keine Planungsrunde; „fahrstuhl round new“ beginnt eine.",
    "There is no planning round yet; “fahrstuhl round new” begins one.",
)
_PERHAPS_PERSONS = Text(
    "Wo niemand genannt ist, kann die Aufgabe einer Person übertragen sein; --persons nennt sie.",
    "Where nobody is named, the task may be assigned to a person; --persons names them.",
)
_NOTHING_KEPT = Text(
    "Mit diesen Rechten ist kein festgehaltener Stand zu lesen; „fahrstuhl round freeze“ hält einen fest.",
    "No frozen state may be read with these rights; “fahrstuhl round freeze” keeps one.",
)
_TALLY = Text("offen {open}, überfällig {overdue}, erledigt {done}", "open {open}, overdue {overdue}, done {done}")
_ON_THE_DAY = Text("Aufgaben am {day}: {tally}.", "Tasks on {day}: {tally}.")
_MORE = Text("… und {n} weitere (--json zeigt alle)", "… and {n} more (--json shows all)")
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


def print_list(sheets: Sequence[Sheet], lang: Lang) -> None:
    """Print the rounds, a line each."""
    rows = (
        (one.round.name, one.starts_on, one.ends_on, one.phase, tally_text(one.tally), one.round.id) for one in sheets
    )
    table(None, _ROUND_COLUMNS, rows, lang) if sheets else say(_NO_ROUND, lang)


def print_sheet(found: Sheet, kept: Sequence[Head], persons: bool, lang: Lang) -> None:
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
        say(Text("{label}: {value}", "{label}: {value}").format(label=label, value=_both(value)), lang)
    findings(Text("Vermerke", "Notes"), found.notes, lang)
    for note in found.notes:
        if note.text:
            say(verbatim(f"{note.name}: {shorten(note.text, TOLD, placeholder=' …')}"), lang)
    if not persons and any(note.state and not note.assigned for note in found.notes):
        say(_PERHAPS_PERSONS, lang)
    say(_ON_THE_DAY.format(day=day_text(found.day), tally=tally_text(found.tally)), lang)
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
    table(title, _STATE_COLUMNS, rows, lang) if kept else say(_NOTHING_KEPT, lang)


def tally_text(tally: Tally) -> Text:
    """Write how many tasks are open, overdue and done."""
    return _TALLY.format(**tally.model_dump())


def _both(value: object) -> Text:
    return Text(written(value, "de"), written(value, "en"))


def findings(title: Text, rows: Sequence[Finding], lang: Lang, most: int | None = None) -> None:
    """Print rows as a table with the headings of their kind, at most so many; nothing where there are none."""
    if rows:
        shown = headings(type(rows[0]))
        values = ([getattr(row, name) for name, _ in shown] for row in rows[:most])
        table(title, [heading for _, heading in shown], values, lang)
        if most is not None and len(rows) > most:
            say(_MORE.format(n=len(rows) - most), lang)


def table(title: Text | None, columns: Iterable[Text], rows: Iterable[Iterable[object]], lang: Lang) -> None:
    """Print a table, each value as it is written for reading."""
    made = Table(title=escape(title.lang(lang)) if title else None, title_justify="left", title_style="bold")
    for heading in columns:
        made.add_column(escape(heading.lang(lang)), overflow="fold")
    for row in rows:
        made.add_row(*(escape(written(value, lang)) for value in row))
    printing.out().print(made)


def say(text: Text, lang: Lang) -> None:
    """Print a sentence, whatever it holds."""
    printing.out().print(escape(text.lang(lang)))
