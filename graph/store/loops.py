"""What makes a server compute within one expression for longer than it looks at the clock: loops and searches.

Measured on Neo4j 5.26: neither its time limit nor `TERMINATE` ends a `reduce` over a long `range`, comprehensions
within comprehensions, or a regular expression that backtracks, and a comprehension is not counted as memory either. So
ranges are short and written out, loops nest once, and regular expressions are of a form that cannot run away.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from schema.errors import LimitError
from schema.text import Text

MAX_RANGE, MAX_LOOPS, MAX_LISTED, MAX_REPEATS = 2_500, 2, 10_000, 2
_MOST_TERMS = 4

_LOOPING = frozenset({"REDUCE", "ANY", "ALL", "NONE", "SINGLE"})
_BACKTRACKS = re.compile(r"\)\s*[*+{?]|\\[1-9k]")
_REPEATS = re.compile(r"(?<!\\)[*+]|(?<!\\)\{\d+,\}")

_RANGE = Text("range(…) ist zu lang oder nicht ausgeschrieben.", "range(…) is too long or not written out.")
_NUMBERS = Text(
    "Erlaubt sind Zahlen und Parameter bis {n} sowie size(…); zählen Sie Datensätze mit count().",
    "Numbers and parameters up to {n} and size(…) are allowed; count records with count().",
).format(n=MAX_RANGE)
_LOOPS = Text("Listen werden zu tief ineinander durchlaufen.", "Lists are run through too deeply within each other.")
_UNWIND = Text(
    "Nehmen Sie UNWIND oder MATCH statt geschachtelter Listen; Parameter haben höchstens {n} Einträge.",
    "Use UNWIND or MATCH instead of nested lists; parameters have at most {n} entries.",
).format(n=MAX_LISTED)
_PATTERN = Text("Der reguläre Ausdruck könnte sehr lange suchen.", "The regular expression might search for very long.")
_SIMPLER = Text(
    "Schreiben Sie ihn als einen Text oder Parameter, mit höchstens {n} Wiederholungen und ohne wiederholte Klammern; "
    "oft genügt CONTAINS oder STARTS WITH.",
    "Write it as one text or parameter, with at most {n} repetitions and no repeated brackets; often CONTAINS or "
    "STARTS WITH will do.",
).format(n=MAX_REPEATS)


class Token(NamedTuple):
    """One word, sign, number, text or quoted name; words in capitals."""

    kind: str
    text: str
    raw: str = ""


def check_loops(found: Sequence[Token], params: Mapping[str, Any]) -> None:
    """Look for loops and searches that no clock would end; raises LimitError."""
    deepest = _deepest(found)
    longest = max((size for value in params.values() for size in _sizes(value)), default=0)
    if deepest > MAX_LOOPS or longest > (MAX_LISTED if deepest < MAX_LOOPS else MAX_RANGE):
        raise LimitError(_LOOPS, _UNWIND)
    for at, token in enumerate(found):
        if token.text == "RANGE" and token.kind == "word" and _next(found, at).text == "(":
            _check_range(found, at + 1, params)
        if token.text == "=" and _next(found, at).text == "~":
            _check_pattern(found, at + 2, params)


def _next(found: Sequence[Token], at: int, step: int = 1) -> Token:
    return found[at + step] if 0 <= at + step < len(found) else Token("sign", "")


def _deepest(found: Sequence[Token]) -> int:
    """Count how deep comprehensions, reduce and the like stand within each other."""
    inside: list[bool] = []
    deepest = 0
    for at, token in enumerate(found):
        if token.kind == "sign" and token.text in "([{":
            named = token.text == "(" and _next(found, at, -1).text in _LOOPING
            listed = (
                token.text == "[" and _next(found, at).kind in ("word", "name") and _next(found, at, 2).text == "IN"
            )
            inside.append(named or listed)
            deepest = max(deepest, sum(inside))
        elif token.kind == "sign" and token.text in ")]}" and inside:
            inside.pop()
    return deepest


def _sizes(value: Any) -> Iterator[int]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        yield len(value)
        for item in value:
            yield from _sizes(item)


def _check_range(found: Sequence[Token], at: int, params: Mapping[str, Any]) -> None:
    """Allow numbers and parameters, `size(…)` of something, and plus and minus between them."""
    depth, sized, terms = 0, 0, 0
    for here in range(at, len(found)):
        token = found[here]
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0:
            return
        if sized and depth >= sized:
            continue
        sized = depth + 1 if token.text == "SIZE" and _next(found, here).text == "(" else 0
        term = not sized and token.text not in ("(", ")", ",", "-", "+", "$")
        terms += term
        if terms > _MOST_TERMS or (term and not _is_small(found, here, params)):
            raise LimitError(_RANGE, _NUMBERS)


def _is_small(found: Sequence[Token], at: int, params: Mapping[str, Any]) -> bool:
    token = found[at]
    if token.kind == "number":
        return token.text.isdigit() and len(token.text) < 9 and int(token.text) <= MAX_RANGE
    value = params.get(token.raw.strip("`")) if _next(found, at, -1).text == "$" else None
    return isinstance(value, int) and abs(value) <= MAX_RANGE


def _check_pattern(found: Sequence[Token], at: int, params: Mapping[str, Any]) -> None:
    token, after = _next(found, at, 0), _next(found, at)
    if token.text == "$":
        pattern, after = params.get(after.raw.strip("`")), _next(found, at, 2)
    else:
        pattern = token.text[1:-1] if token.kind == "text" else None
    if not isinstance(pattern, str) or after.text in ("+", ".", "[", "|"):
        raise LimitError(_PATTERN, _SIMPLER)
    if _BACKTRACKS.search(pattern) or len(_REPEATS.findall(pattern)) > MAX_REPEATS:
        raise LimitError(_PATTERN, _SIMPLER)
