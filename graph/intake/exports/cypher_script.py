"""Reading the script of `graph.exchange.cypher_script` by its own narrow shape; no statement is ever run."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from graph.exchange.cypher_script import BATCH, MARK, NODE_END, OPENING, TIE_END
from graph.intake.account import Account
from graph.intake.exports.reading import LARGEST, OwnExportReader, Row, broken
from graph.intake.sources import Member
from schema.text import Text

_TEXT = r"'[^'\\]*(?:\\.[^'\\]*)*'"
_VALUE = re.compile(
    rf"(?P<text>{_TEXT})|date\('(?P<date>\d{{4}}-\d\d-\d\d)'\)|(?P<bool>true|false)"
    r"|(?P<float>-?\d+(?:\.\d+)?e-?\d+|-?\d+\.\d+)|(?P<int>-?\d+)"
    rf"|\[(?P<list>(?:{_TEXT}(?:, {_TEXT})*)?)\]"
)
_ENTRY = re.compile(r"([a-z_]+): ")
_ESCAPE = re.compile(r"\\(?:u([0-9A-F]{4})|(.))")
_END = re.compile("|".join(re.escape(end).replace(r"\{name\}", r"([A-Za-z_]+)") for end in (NODE_END, TIE_END)))

_NO_ROW = Text("ist keine Zeile, wie Fahrstuhl sie schreibt", "is no line as Fahrstuhl writes it")
_LONG = Text("ist länger, als Fahrstuhl schreibt", "is longer than what Fahrstuhl writes")
_OPEN = Text("bricht mitten in einer Anweisung ab", "breaks off within a statement")


class CypherScriptReader(OwnExportReader):
    """Reads a Cypher script that Fahrstuhl has written."""

    name = "cypher"
    label = Text("Cypher-Skript aus „fahrstuhl export“", "Cypher script from “fahrstuhl export”")
    mark = MARK.encode()

    def rows(self, member: Member, account: Account) -> Iterator[Row]:  # noqa: ARG002 (what is odd stands in the rows)
        """Give the rows of each statement; the statement's own end says what they are."""
        waiting: list[tuple[Mapping[str, Any], str]] | None = None
        for number, line in _lines(member):
            place, end = str(number), _END.fullmatch(line)
            if waiting is None:
                waiting = [] if line == OPENING else None
            elif end:
                yield from (Row(end[1] or end[2], values, at) for values, at in waiting)
                waiting = None
            elif len(waiting) < BATCH and (values := parsed(line)) is not None:
                waiting.append((values, place))
            else:
                raise broken(member.name, _NO_ROW, place)
        if waiting is not None:
            raise broken(member.name, _OPEN, place)


def _lines(member: Member) -> Iterator[tuple[int, str]]:
    number = 0
    while line := member.content.readline(LARGEST):
        number += 1
        if len(line) == LARGEST:
            raise broken(member.name, _LONG, str(number))
        try:
            yield number, line.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise broken(member.name, _NO_ROW, str(number)) from error


def parsed(line: str) -> dict[str, Any] | None:
    """Read one line of literals as loose values; None where it is anything else."""
    line = line.removesuffix(",")
    if not line.startswith("{") or not line.endswith("}"):
        return None
    values: dict[str, Any] = {}
    at = 1
    while at < len(line) - 1:
        entry = _ENTRY.match(line, at)
        value = _VALUE.match(line, entry.end()) if entry else None
        if not entry or not value:
            return None
        values[entry[1]] = _value(value)
        at = value.end()
        if line.startswith(", ", at):
            at += 2
        elif at != len(line) - 1:
            return None
    return values


def _value(found: re.Match[str]) -> Any:
    kind, text = found.lastgroup, found[found.lastgroup or 0]
    if kind == "text":
        return _unquoted(text)
    if kind == "list":
        return tuple(_unquoted(item) for item in re.findall(_TEXT, text))
    if kind == "bool":
        return text == "true"
    if kind == "date":
        return _day(text)
    return float(text) if kind == "float" else int(text)


def _day(text: str) -> Any:
    """Read a date; what is none is handed on, so that the field is named."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _unquoted(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text[1:-1])
