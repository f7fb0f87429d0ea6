"""Reading the JSON-LD of `graph.exchange.json_ld` as what it is, JSON; the context in it is not looked at."""

from collections.abc import Iterator
from typing import Any

import ijson  # type: ignore[import-untyped]

from graph.exchange.json_ld import ABOUT, GRAPH
from graph.exchange.vocabulary import OWN
from graph.intake.account import Account
from graph.intake.endless_numbers import NumberGuard
from graph.intake.exports.reading import Bounded, OwnExportReader, Row, broken
from graph.intake.sources import Member
from schema.text import Text, verbatim

_NO_OBJECT = Text("ist kein Objekt mit „@type“", "is no object with “@type”")


class JsonLdReader(OwnExportReader):
    """Reads a JSON-LD file that Fahrstuhl has written; others with the same terms are for the reader of W3C ORG."""

    name = "jsonld"
    label = Text("JSON-LD aus „fahrstuhl export“", "JSON-LD from “fahrstuhl export”")
    mark = f'"{OWN}"'.encode()

    def rows(self, member: Member, account: Account) -> Iterator[Row]:  # noqa: ARG002 (what is odd stands in the rows)
        """Give the entries of the graph; keys with a colon say the same to others."""
        content, number = Bounded(member, NumberGuard(member.name)), -1
        try:
            for number, entry in enumerate(ijson.items(content, f"{GRAPH}.item", use_float=True)):
                content.since = 0
                row = _row(entry, f"$.{GRAPH}[{number}]", member.name)
                if row.type != ABOUT:
                    yield row
        except (ijson.JSONError, UnicodeDecodeError, ValueError, OverflowError) as error:
            raise broken(member.name, verbatim(str(error).split("\n")[0]), f"$.{GRAPH}[{number + 1}]") from error


def _row(entry: Any, place: str, file: str) -> Row:
    types = entry.get("@type") if isinstance(entry, dict) else None
    if not isinstance(types, list) or not types:
        raise broken(file, _NO_OBJECT, place)
    values = {name: value for name, value in entry.items() if ":" not in name and not name.startswith("@")}
    return Row(str(types[0]), values, place)
