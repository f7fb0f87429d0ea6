"""A first look at a Cypher text: what would choke a server, and what its plan does not show.

This look is no wall against writing; the server's own rights and plan are (`graph.store.reading`). It keeps out what
hurts before any right is asked: nesting that a parser needs minutes for, paths without an end, and functions and
procedures beyond plain Cypher, which a plan hides inside its expressions. For the text to be read as the server reads
it, unicode escapes and control characters are refused: a parameter carries any text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.store.growth import check_growth
from graph.store.loops import Token, check_loops
from schema.errors import InputError, LimitError, NotAllowedError
from schema.text import Text

MAX_CHARACTERS, MAX_TOKENS, MAX_NESTING, MAX_PATH = 50_000, 4_000, 40, 10

STARTS = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL"})
"""The words with which a reading statement begins."""
FUNCTIONS = frozenset(
    """
    abs acos allshortestpaths all any asin atan atan2 avg ceil char_length character_length coalesce collect cos cot
    count date date.realtime date.statement date.transaction date.truncate datetime datetime.fromepoch
    datetime.fromepochmillis datetime.truncate degrees duration duration.between duration.indays duration.inmonths
    duration.inseconds e endnode exists exp floor haversin head isempty isnan keys labels last left length
    localdatetime localdatetime.truncate localtime localtime.truncate log log10 lower ltrim max min nodes none
    normalize nullif percentilecont percentiledisc pi point point.distance point.withinbbox properties radians rand
    randomuuid range reduce relationships replace reverse right round rtrim shortestpath sign sin single size split
    sqrt startnode stdev stdevp substring sum tail tan time time.truncate timestamp toboolean tobooleanlist
    tobooleanornull tofloat tofloatlist tofloatornull tointeger tointegerlist tointegerornull tolower tostring
    tostringlist tostringornull toupper trim type upper valuetype
    """.split()  # noqa: SIM905  (a word list reads better than 120 quoted words)
)
"""Cypher's own functions that only compute; any other function is refused."""

_BEFORE_BRACKET = frozenset(
    """
    ALL AND ANY ASC BOTH BY CALL CASE CONTAINS DESC DISTINCT ELSE EXISTS FROM IN LEADING LIMIT MATCH NOT OFFSET ON OR
    PATH PATHS RETURN SHORTEST SKIP THEN TRAILING UNION UNWIND WHEN WHERE WITH XOR
    """.split()  # noqa: SIM905
)
_UNREADABLE = re.compile(r"\\[uU]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_TOKEN = re.compile(
    r"""(?P<gap>[ \t\r\n]+|//[^\r\n]*|/\*.*?\*/)
    |(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    |(?P<name>`(?:[^`]|``)*`)
    |(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
    |(?P<word>[^\W\d]\w*)
    |(?P<broken>['"`]|/\*)
    |(?P<sign>\.\.|[!-~])""",
    re.VERBOSE | re.DOTALL,
)
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_SHORTEST = frozenset({"SHORTESTPATH", "ALLSHORTESTPATHS"})

_ONLY_READING = Text(
    "Hier kann nur gelesen werden; „{w}“ ist nicht erlaubt.", "Only reading is possible here; “{w}” is not allowed."
)
_BEGIN = Text(
    "Beginnen Sie mit MATCH, OPTIONAL MATCH, UNWIND, WITH, CALL {…} oder RETURN; geändert wird mit import und undo.",
    "Begin with MATCH, OPTIONAL MATCH, UNWIND, WITH, CALL {…} or RETURN; changes are made by import and undo.",
)
_NOT_LISTED = Text(
    "Die Funktion oder Prozedur „{w}“ ist nicht erlaubt.", "“{w}” is not an allowed function or procedure."
)
_LISTED = Text("Die erlaubten stehen in docs/cypher.md.", "Those allowed are listed in docs/cypher.md.")
_ODD_SIGN = Text(
    "Das Zeichen {w} ist im Abfragetext nicht erlaubt.", "The character {w} is not allowed in the query text."
)
_AS_PARAMETER = Text(
    "Schreiben Sie das Zeichen selbst, oder übergeben Sie den Text als Parameter.",
    "Write the character itself, or pass the text as a parameter.",
)
_UNBALANCED = Text("Klammern oder Anführungszeichen gehen nicht auf.", "Brackets or quotation marks do not match.")
_CLOSE_THEM = Text("Prüfen Sie die Abfrage ab „{w}“.", "Check the query from “{w}” on.")
_TOO_LONG = Text("Die Abfrage ist zu lang oder zu tief geschachtelt.", "The query is too long or too deeply nested.")
_SHORTEN = Text(
    "Höchstens {c} Zeichen und {n} Klammern ineinander; Listen gehören in einen Parameter.",
    "At most {c} characters and {n} brackets within each other; lists belong in a parameter.",
).format(c=MAX_CHARACTERS, n=MAX_NESTING)
_TOO_FAR = Text(
    "Der Weg in der Abfrage ist nicht oder zu weit begrenzt.", "The path in the query has no end or one too far."
)
_BOUND = Text(
    "Geben Sie eine obere Grenze bis {n} an, etwa -[:PART_OF*1..5]->, oder nehmen Sie shortestPath.",
    "Give an upper bound of at most {n}, say -[:PART_OF*1..5]->, or use shortestPath.",
).format(n=MAX_PATH)


def examine(cypher: str, params: Mapping[str, Any] | None = None) -> None:
    """Look a statement through; raises InputError, NotAllowedError or LimitError, each with what to do."""
    if len(cypher) > MAX_CHARACTERS:
        raise LimitError(_TOO_LONG, _SHORTEN)
    found = list(tokens(cypher))
    if len(found) > MAX_TOKENS:
        raise LimitError(_TOO_LONG, _SHORTEN)
    _check_start(found)
    _check_nesting(found)
    _check_names(found)
    _check_paths(found)
    check_loops(found, params or {})
    check_growth(found, params or {})


def tokens(cypher: str) -> Iterator[Token]:
    """Take a text apart, without gaps and comments; raises InputError where it cannot be read."""
    if odd := _UNREADABLE.search(cypher):
        raise InputError(_ODD_SIGN.format(w=ascii(odd.group())), _AS_PARAMETER)
    at = 0
    while at < len(cypher):
        match = _TOKEN.match(cypher, at)
        if match is None or match.lastgroup is None:
            raise InputError(_ODD_SIGN.format(w=ascii(cypher[at])), _AS_PARAMETER)
        if match.lastgroup == "broken":
            raise InputError(_UNBALANCED, _CLOSE_THEM.format(w=cypher[at : at + 20]))
        if match.lastgroup != "gap":
            text = match.group()
            yield Token(match.lastgroup, text.upper() if match.lastgroup == "word" else text, text)
        at = match.end()


def _check_start(found: Sequence[Token]) -> None:
    first = found[0] if found else Token("word", "")
    if first.text not in STARTS:
        raise NotAllowedError(_ONLY_READING.format(w=first.text[:40]), _BEGIN)


def _check_nesting(found: Sequence[Token]) -> None:
    """Count brackets, CASE … END and runs of signs before an operand, which nest as brackets do."""
    open_now: list[str] = []
    run, closing = 0, _PAIRS.values()
    for token in found:
        if token.text in _PAIRS and token.kind == "sign":
            open_now.append(_PAIRS[token.text])
        elif token.kind == "sign" and token.text in closing and (not open_now or open_now.pop() != token.text):
            raise InputError(_UNBALANCED, _CLOSE_THEM.format(w=token.text))
        run = run + 1 if token.text in ("NOT", "-", "+", "CASE", "WHEN") else 0
        if len(open_now) > MAX_NESTING or run > MAX_NESTING:
            raise LimitError(_TOO_LONG, _SHORTEN)
    if open_now:
        raise InputError(_UNBALANCED, _CLOSE_THEM.format(w=open_now[-1]))
    if sum(token[:2] == ("word", "CASE") for token in found) > MAX_NESTING:
        raise LimitError(_TOO_LONG, _SHORTEN)


def _check_names(found: Sequence[Token]) -> None:
    """Refuse functions and procedures that are not listed, reading of files, and statements cut into transactions."""
    padded = [*found, Token("sign", ""), Token("sign", "")]
    for at, token in enumerate(found):
        after = padded[at + 1]
        if token.kind == "name" and after.text == "(":
            raise NotAllowedError(_NOT_LISTED.format(w=token.text[:40]), _LISTED)
        if token.kind != "word":
            continue
        if (token.text, after.text) in {("LOAD", "CSV"), ("IN", "TRANSACTIONS"), ("CONCURRENT", "TRANSACTIONS")}:
            raise NotAllowedError(_ONLY_READING.format(w=f"{token.text} {after.text}"), _BEGIN)
        if token.text == "CALL" and after.kind in ("word", "name"):
            raise NotAllowedError(_NOT_LISTED.format(w=_dotted(found, at + 1).lower()[:60]), _LISTED)
        if after.text == "(" and not _is_keyword(found, at):
            _check_function(_dotted_before(found, at).lower())


def _check_function(name: str) -> None:
    if name not in FUNCTIONS:
        raise NotAllowedError(_NOT_LISTED.format(w=name[:60]), _LISTED)


def _is_keyword(found: Sequence[Token], at: int) -> bool:
    return found[at].text in _BEFORE_BRACKET and not (at and found[at - 1].text == ".")


def _dotted(found: Sequence[Token], at: int) -> str:
    name = found[at].text.strip("`")
    while at + 2 < len(found) and found[at + 1].text == ".":
        at += 2
        name += "." + found[at].text.strip("`")
    return name


def _dotted_before(found: Sequence[Token], at: int) -> str:
    name = found[at].text
    while at >= 2 and found[at - 1].text == ".":
        at -= 2
        name = found[at].text.strip("`") + "." + name
    return name


def _check_paths(found: Sequence[Token]) -> None:
    """Ask for an upper bound wherever a path may repeat a step, except where the shortest is sought."""
    if any(token[:2] == ("word", "SHORTEST") for token in found):
        return
    shortest: list[bool] = []
    for at, token in enumerate(found):
        if token.kind == "sign" and token.text in _PAIRS:
            inside = bool(shortest) and shortest[-1]
            shortest.append(inside or (at > 0 and found[at - 1].text in _SHORTEST))
            if not shortest[-1]:
                _check_bound(found, at)
        elif token.kind == "sign" and token.text in _PAIRS.values():
            shortest.pop()
            repeated = at + 2 < len(found) and found[at + 1].text in ("+", "*") and found[at + 2].text == "("
            if token.text == ")" and repeated and _is_pattern(found, at) and not any(shortest):
                raise LimitError(_TOO_FAR, _BOUND)
        elif token.text in ("+", "*") and not any(shortest) and _after_arrow(found, at):
            raise LimitError(_TOO_FAR, _BOUND)


def _check_bound(found: Sequence[Token], at: int) -> None:
    """Check `-[:T*1..5]-` from its opening bracket and `{1,5}` from its opening brace."""
    inner = [token.text for token in found[at + 1 : at + 5]]
    if found[at].text == "{" and "}" in inner:
        bounds = inner[: inner.index("}")]
        if bounds and all(text.isdigit() or text == "," for text in bounds):
            _check_upper(bounds[-1])
    elif found[at].text == "[" and at > 0 and found[at - 1].text == "-":
        for star in range(at + 1, len(found)):
            if found[star].text in ("]", "{", "WHERE"):
                return
            if found[star].text == "*":
                bounds = [token.text for token in found[star + 1 : star + 4]]
                size = next((i for i, text in enumerate(bounds) if not text.isdigit() and text != ".."), len(bounds))
                _check_upper(bounds[size - 1] if size else "")
                return


def _check_upper(bound: str) -> None:
    if not bound.isdigit() or len(bound) > 9 or int(bound) > MAX_PATH:
        raise LimitError(_TOO_FAR, _BOUND)


def _after_arrow(found: Sequence[Token], at: int) -> bool:
    """Say whether a sign stands behind `]-`, `]->`, `--` or `-->` and before a node, as a repetition does."""
    before = "".join(token.text for token in found[max(0, at - 3) : at])
    return before.endswith(("]-", "]->", ")--", "-->")) and at + 1 < len(found) and found[at + 1].text == "("


def _is_pattern(found: Sequence[Token], at: int) -> bool:
    """Say whether the bracket that closes here holds a path."""
    depth, start = 0, at
    while start >= 0:
        depth += (found[start].text == ")") - (found[start].text == "(")
        if depth == 0:
            break
        start -= 1
    inside = "".join(token.text for token in found[start : at + 1])
    return ")-[" in inside or ")<-[" in inside or ")--" in inside or ")<--" in inside
