"""`fahrstuhl duplicates` and `judge`: who might be the same under two ids, and what a person finds."""

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.duplicates.judging import judge as judge_two
from graph.duplicates.suspects import Suspect, suspects
from graph.store.judging import Judgement, Verdict
from graph.store.opening import open_store
from schema.text import Lang, Text
from schema.validation import record_type

DUPLICATES_HELP = said(
    "Wer oder was vielleicht doppelt geführt wird; --judged zeigt, was schon beurteilt ist.",
    "Who or what may stand there twice; --judged shows what was judged already.",
)
JUDGE_HELP = said(
    "Zwei Einträge beurteilen: dasselbe (der erste bleibt, der zweite geht in ihm auf), verschieden, oder noch offen. "
    "„fahrstuhl undo“ macht aus einem wieder zwei.",
    "Judge two records: the same (the first stays, the second goes into it), different, or not to be said yet. "
    "“fahrstuhl undo” makes two of one again.",
)
SHOWN = 50

_HEADINGS = (
    Text("ähnlich", "alike"),
    Text("Typ", "type"),
    Text("bleibt", "stays"),
    Text("geht auf", "goes into it"),
    Text("warum", "why"),
)
_JUDGED = (
    Text("Urteil", "verdict"),
    Text("bleibt", "stays"),
    Text("anderer", "other"),
    Text("wer", "who"),
    Text("wann", "when"),
)
_NONE = Text("Kein Verdacht auf Doppelte.", "Nothing is suspected to stand there twice.")
_VERDICTS = {
    Verdict.SAME: Text("dasselbe", "the same"),
    Verdict.DIFFERENT: Text("verschieden", "different"),
    Verdict.UNSURE: Text("offen", "open"),
}


def duplicates(
    ctx: typer.Context,
    judged: Annotated[
        bool, typer.Option("--judged", help=said("Zeigen, was schon beurteilt ist.", "Show what was judged already."))
    ] = False,
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    with open_store(store) as opened:
        known = opened.judgements()
        found = [] if judged else suspects(opened.network(), {one.pair for one in known})
    if json:
        printing.print_json(known if judged else found)
    elif judged:
        _print_judged(known, ctx.obj)
    else:
        _print_suspects(found, ctx.obj)


def judge(
    ctx: typer.Context,
    kept: Annotated[str, typer.Argument(metavar="BLEIBT", help=said("Kennung, die bleibt.", "Id that stays."))],
    other: Annotated[str, typer.Argument(metavar="ANDERER", help=said("Kennung des anderen.", "Id of the other."))],
    verdict: Annotated[
        Verdict,
        typer.Argument(metavar="URTEIL", help=said("same, different oder unsure.", "same, different or unsure.")),
    ],
    store: options.StoreOption = None,
    json: options.JsonOption = False,
) -> None:
    with open_store(store) as opened:
        done = judge_two(opened, kept, other, verdict)
    if json:
        printing.print_json(done)
        return
    printing.out().print(escape(_VERDICTS[done.verdict].lang(ctx.obj)))
    if done.change is not None:
        text = Text(
            "Zusammengeführt als Änderung {id}; „fahrstuhl undo {id}“ nimmt es zurück.",
            "Made one as change {id}; “fahrstuhl undo {id}” takes it back.",
        )
        printing.out().print(text.format(id=done.change).lang(ctx.obj))


def _print_suspects(found: list[Suspect], lang: Lang) -> None:
    console = printing.out()
    if not found:
        console.print(_NONE.lang(lang))
        return
    table = Table(*(heading.lang(lang) for heading in _HEADINGS))
    for one in found[:SHOWN]:
        why = "; ".join(reason.lang(lang) for reason in one.reasons)
        sides = (f"{name} ({id})" for name, id in zip(one.names, (one.a, one.b), strict=True))
        label = record_type(one.type).label.lang(lang)
        table.add_row(*map(escape, (f"{one.alike:.0%}", label, *sides, why)))
    console.print(table)
    if len(found) > SHOWN:
        more = Text("… und {n} weitere (--json zeigt alle)", "… and {n} more (--json shows all)")
        console.print(more.format(n=len(found) - SHOWN).lang(lang), style="dim")


def _print_judged(known: list[Judgement], lang: Lang) -> None:
    table = Table(*(heading.lang(lang) for heading in _JUDGED))
    for one in known:
        row = (_VERDICTS[one.verdict].lang(lang), one.kept, one.other, one.who, one.at[:10])
        table.add_row(*map(escape, row))
    printing.out().print(table)
