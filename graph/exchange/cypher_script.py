r"""A script of Cypher statements that makes the network in a Neo4j; `graph.intake.exports.cypher_script` reads it.

Each row is one line of literals. Names of labels, types and fields come from the schema alone. Texts are quoted so that
nothing in them can end the quotation, whichever way a server reads `\u`: older ones replace it before they look for
quotation marks, in comments too. So a `u` that follows a backslash is itself written as `\u0075`, control characters
are the only others written like this, and comments hold no backslash.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from graph.exchange.export import Export
from schema.catalogue import RECORD_LABEL, constraints

MARK = "// fahrstuhl-export cypher 1"
"""The first line, by which the reader knows its own."""
BATCH = 500
"""Rows made by one statement."""
OPENING = "UNWIND ["
NODE_END = f"] AS row MERGE (n:{RECORD_LABEL} {{id: row.id}}) SET n = row SET n:{{name}};"
TIE_END = (
    f"] AS row MATCH (a:{RECORD_LABEL} {{id: row.start}}) MATCH (b:{RECORD_LABEL} {{id: row.end}}) "
    "MERGE (a)-[r:{name} {id: row.id}]->(b) SET r = row;"
)
_UNSAFE = re.compile(r"\\u?|'|[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def write_cypher(export: Export, path: Path) -> None:
    """Write the export as a script; running it twice makes nothing twice."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in _lines(export))


def _lines(export: Export) -> Iterator[str]:
    yield MARK
    yield from (_comment(f"{heading}: {text}") for heading, text in export.provenance.lines())
    yield from (f"{statement};" for statement in constraints())
    by_type = sorted(export.nodes(), key=itemgetter(0))
    yield from _statements(NODE_END, by_type)
    yield from _statements(TIE_END, export.ties())


def _statements(end: str, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[str]:
    for name, alike in groupby(rows, key=itemgetter(0)):
        while batch := list(islice(alike, BATCH)):
            yield OPENING
            yield ",\n".join(_map(row) for _, row in batch)
            yield end.replace("{name}", name)


def _map(row: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{name}: {literal(value)}" for name, value in row.items()) + "}"


def literal(value: Any) -> str:
    """Write a value as a Cypher literal."""
    if isinstance(value, str):
        return f"'{_UNSAFE.sub(_escaped, value)}'"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, float):
        return repr(value).replace("e+", "e")
    return str(value) if isinstance(value, int) else f"[{', '.join(map(literal, value))}]"


def _escaped(found: re.Match[str]) -> str:
    text = found[0]
    if text[0] == "\\":
        return "\\\\" + ("\\u0075" if text[1:] else "")
    return "\\'" if text == "'" else f"\\u{ord(text):04X}"


def _comment(text: str) -> str:
    return "// " + "".join(char if char.isprintable() and char != "\\" else " " for char in text)
