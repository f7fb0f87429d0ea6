"""How the values of an answer are written for reading, the same on the command line, in pages and in files."""

from typing import Any

from graph.questions.answer import Interval, Ref
from schema.text import Lang, Text

NOTHING = "–"
_YES, _NO = Text("ja", "yes"), Text("nein", "no")


def moment(at: str) -> str:
    """Write when something was done, to the minute.

    >>> moment("2026-03-31T09:30:00.000000+00:00")
    '2026-03-31 09:30'
    """
    return at[:16].replace("T", " ")


def written(value: Any, lang: Lang) -> str:
    """Write one value in a reader's language: up to three decimals, a dash for nothing, a node by its name."""
    match value:
        case None | () | []:
            return NOTHING
        case Text():
            return value.lang(lang)
        case Ref():
            return value.name
        case Interval():
            low, high = written(value.low, lang), written(value.high, lang)
            return low if low == high else f"{low}–{high}"
        case bool():
            return (_YES if value else _NO).lang(lang)
        case float():
            number = f"{value:.3f}".rstrip("0").rstrip(".")
            return number.replace(".", ",") if lang == "de" else number
        case tuple() | list():
            return ", ".join(written(item, lang) for item in value)
        case _:
            return str(value)
