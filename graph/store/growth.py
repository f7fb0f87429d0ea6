"""What makes a value double and double again until a server has no memory left.

Measured on Neo4j 5.26: `reduce(s = 'x', i IN range(1, 40) | s + s)` and `replace` within `replace` end the server, for
values within an expression are not counted against its memory limit. So what a statement may grow by is bounded from
its wording: each step may add up a few things, and the product over all steps stays small.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.store.loops import Token
from schema.errors import LimitError
from schema.text import Text

MOST_GROWTH, MOST_GROWTH_LOOPED, MOST_TEXT, MOST_TEXT_GROWING, MOST_REPLACEMENT = 1_000, 50, 1_000_000, 2_000, 100
_STEPS = frozenset({"WITH", "RETURN", "UNWIND", "MATCH", "CALL"})

_GROWS = Text(
    "Ein Wert in der Abfrage könnte ins Unermessliche wachsen.", "A value in the query might grow beyond all bounds."
)
_FEWER = Text(
    "Verketten Sie weniger, nennen Sie in reduce den Zwischenwert nur einmal, ersetzen Sie nur durch kurze Texte.",
    "Concatenate less, name the accumulated value in reduce only once, replace by short texts only.",
)


def check_growth(found: Sequence[Token], params: Mapping[str, Any]) -> None:
    """Bound by how much values may grow in a statement; raises LimitError."""
    looped = any(_calls(found, "REDUCE"))
    product = _product(found)
    longest = max((len(text) for text in _texts(found, params)), default=0)
    if product > (MOST_GROWTH_LOOPED if looped else MOST_GROWTH):
        raise LimitError(_GROWS, _FEWER)
    grows = looped or product > MOST_GROWTH_LOOPED or any(_calls(found, "REPLACE"))
    if longest > (MOST_TEXT_GROWING if grows else MOST_TEXT):
        raise LimitError(_GROWS, _FEWER)
    for at in _calls(found, "REDUCE"):
        _check_reduce(_arguments(found, at))
    _check_replace(found, params)


def _product(found: Sequence[Token]) -> int:
    """Multiply, over the clauses, how many things each adds up at most."""
    product, plus = 1, 0
    for at, token in enumerate(found):
        starts_with = token.text == "WITH" and at > 0 and found[at - 1].text in ("STARTS", "ENDS")
        if token.kind == "word" and token.text in _STEPS and not starts_with:
            product, plus = product * (1 + plus), 0
        plus += token.kind == "sign" and token.text in ("+", "|")
    return product * (1 + plus)


def _texts(found: Sequence[Token], params: Mapping[str, Any]) -> Iterator[str]:
    yield from (token.text for token in found if token.kind == "text")
    waiting = list(params.values())
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            waiting += value.values()
        elif isinstance(value, list | tuple):
            waiting += value


def _calls(found: Sequence[Token], name: str) -> Iterator[int]:
    for at in range(len(found) - 1):
        if found[at].kind == "word" and found[at].text == name and found[at + 1].text == "(":
            yield at


def _arguments(found: Sequence[Token], at: int) -> list[list[Token]]:
    """Give what stands between the brackets of a call, cut at its own commas."""
    parts: list[list[Token]] = [[]]
    depth = 0
    for token in found[at + 1 :]:
        depth += (token.kind == "sign") * ((token.text in "([{") - (token.text in ")]}"))
        if depth == 0:
            break
        if depth == 1 and token.text == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    parts[0] = parts[0][1:]
    return parts


def _check_reduce(parts: Sequence[Sequence[Token]]) -> None:
    """The value accumulated may be named once in what follows the bar: so it grows by steps, it does not double."""
    after = [token for part in parts[1:] for token in part]
    bar = next((at for at, token in enumerate(after) if token.text == "|"), len(after))
    name = parts[0][0].raw.strip("`") if parts[0] else ""
    if sum(token.kind in ("word", "name") and token.raw.strip("`") == name for token in after[bar:]) > 1:
        raise LimitError(_GROWS, _FEWER)


def _check_replace(found: Sequence[Token], params: Mapping[str, Any]) -> None:
    """What a replacement puts in is a short text, and there are few of them."""
    grown = 1
    for at in _calls(found, "REPLACE"):
        new = _arguments(found, at)[-1]
        text = params.get(new[-1].raw) if len(new) == 2 and new[0].text == "$" else None
        if len(new) == 1 and new[0].kind == "text":
            text = new[0].text[1:-1]
        if not isinstance(text, str) or len(text) > MOST_REPLACEMENT:
            raise LimitError(_GROWS, _FEWER)
        grown *= max(1, len(text))
    if grown > MOST_GROWTH * 100:
        raise LimitError(_GROWS, _FEWER)
