"""How answers reach a terminal: tables on standard output, everything else on standard error; or JSON alone."""

import json
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from pydantic_core import to_jsonable_python
from rich.console import Console
from rich.markup import escape
from rich.table import Table as RichTable

from graph.questions.answer import Answer, Count, Robustness, Table
from graph.questions.moved import UNCHANGED
from graph.questions.written import NOTHING, written
from schema.text import Lang, Text

SHOWN = 15
"""Rows of a table that are shown in the terminal; `--json` gives them all."""

PATIENCE_S = 2.0
WIDE = 150
"""Columns where the answer goes to a file or a pipe, which tell no width."""


def out() -> Console:
    """Give the console for answers; made anew each time so that a redirected standard output is respected."""
    return Console(file=sys.stdout, highlight=False, width=None if sys.stdout.isatty() else WIDE)


def log() -> Console:
    """Give the console for progress and messages."""
    return Console(file=sys.stderr, highlight=False)


@contextmanager
def patience(lang: Lang) -> Iterator[Callable[[int, int], None]]:
    """Show that work goes on, from two seconds on, and how far it is; give the function that is to be told."""
    status = log().status(Text("Rechne …", "Computing …").lang(lang))
    begin = threading.Timer(PATIENCE_S, status.start)
    begin.start()

    def told(done: int, of: int) -> None:
        text = Text("Rechne, Schritt {n} von {of} …", "Computing, step {n} of {of} …")
        status.update(text.format(n=done + 1, of=of).lang(lang))

    try:
        yield told
    finally:
        begin.cancel()
        begin.join()
        status.stop()


def print_json(value: Any) -> None:
    """Write one JSON document to standard output and nothing else."""
    plain = to_jsonable_python(value, serialize_unknown=False)
    sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=2) + "\n")


def print_answer(answer: Answer, lang: Lang, changes: Table | None = None) -> None:
    """Print an answer for reading: sentences, tables, then how it came about and what is unknown.

    `changes` tell what a scenario changes in it; they come first.
    """
    console = out()
    console.rule(f"[bold]{escape(answer.title.lang(lang))}[/]", align="left")
    console.print(escape(answer.asks.lang(lang)), style="italic")
    for sentence in answer.summary:
        console.print("• " + escape(sentence.lang(lang)))
    if changes and not changes.findings:
        console.print(UNCHANGED.lang(lang))
    for table in (*([changes] if changes else []), *answer.tables()):
        if table.findings:
            _print_table(console, table, lang)
    _print_method(console, answer, lang)


def _print_table(console: Console, table: Table, lang: Lang) -> None:
    made = RichTable(title=escape(table.title.lang(lang)), title_justify="left", title_style="bold", show_lines=False)
    rows = [[written(getattr(finding, name), lang) for name, _ in table.headings] for finding in table.findings[:SHOWN]]
    told = [any(row[i].strip(NOTHING) for row in rows) for i in range(len(table.headings))]
    for (_, heading), filled in zip(table.headings, told, strict=True):
        if filled:
            made.add_column(escape(heading.lang(lang)), overflow="fold")
    for row in rows:
        made.add_row(*(escape(text) for text, filled in zip(row, told, strict=True) if filled))
    console.print(made)
    if len(table.findings) > SHOWN:
        more = Text("… und {n} weitere (--json zeigt alle)", "… and {n} more (--json shows all)")
        console.print(more.format(n=len(table.findings) - SHOWN).lang(lang), style="dim")


def _print_method(console: Console, answer: Answer, lang: Lang) -> None:
    def line(label: Text, value: str) -> None:
        if value:
            console.print(f"[bold]{label.lang(lang)}:[/] {escape(value)}")

    line(Text("Definition", "Definition"), f"{answer.definition.lang(lang)} ({answer.source.lang(lang)})")
    line(Text("Betrachtet", "Looked at"), _counts(answer.denominator, lang))
    line(
        Text("Gezählte Verbindungen", "Ties counted"),
        ", ".join(f"{k} {v}" for k, v in answer.ties_counted.items() if v),
    )
    line(Text("Robustheit", "Robustness"), _robustness(answer.robustness, lang))
    line(Text("Ausgelassen", "Left out"), _counts(answer.left_out, lang))
    for text in answer.unknown:
        line(Text("Unbekannt", "Unknown"), text.lang(lang))


def _robustness(found: Robustness | None, lang: Lang) -> str:
    if found is None:
        return ""
    how = Text(
        "ohne 10 % (20 %) der {ties} Verbindungen, {runs} Läufe", "without 10 % (20 %) of {ties} ties, {runs} runs"
    ).format(ties=found.ties, runs=found.runs)
    shown = Text("{label} {value}: {ten} ({twenty})", "{label} {value}: {ten} ({twenty})")
    figures = (
        shown.format(
            label=one.label,
            value=written(one.value, lang),
            ten=written(one.with_10, lang),
            twenty=written(one.with_20, lang),
        ).lang(lang)
        for one in found.figures
    )
    return f"{how.lang(lang)} · {' · '.join(figures)}"


def _counts(counts: Iterable[Count], lang: Lang) -> str:
    of = Text("{label}: {n} von {of}", "{label}: {n} of {of}")
    plain = Text("{label}: {n}", "{label}: {n}")
    shown = ((of if c.of is not None else plain).format(label=c.label, n=c.n, of=c.of).lang(lang) for c in counts)
    return " · ".join(shown)
