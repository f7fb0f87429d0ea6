"""How our tables are called: files by the name of a type, sheets by its name, label or plural."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from schema.catalogue import NODE_TYPES, TIE_TYPES
from schema.folding import fold
from schema.nodes import Node
from schema.record import Record
from schema.text import Text

TYPES: Mapping[str, type[Record]] = MappingProxyType({**NODE_TYPES, **TIE_TYPES})
TABLES: Mapping[str, type[Record]] = MappingProxyType({f"{name}.csv": cls for name, cls in TYPES.items()})
"""Which file holds which type, nodes before ties."""
LONGEST_SHEET_NAME = 31
UNREAD: Mapping[str, Text] = MappingProxyType(
    {
        "guide": Text("Anleitung", "Guide"),
        "examples": Text("Beispiele", "Examples"),
        "choices": Text("Auswahl", "Choices"),
        "provenance": Text("Herkunft", "Provenance"),
    }
)
"""Sheets of our own that hold no records, by what they are for."""
_NUMBER = re.compile(r" \(\d+\)$")


def sheet_type(name: str) -> type[Record] | None:
    """Find the type that a sheet is named after: its name, label or plural in either language, perhaps numbered."""
    return _by_sheet().get(fold(_NUMBER.sub("", name.strip())))


@cache
def _by_sheet() -> Mapping[str, type[Record]]:
    names: dict[str, type[Record]] = {}
    for name, cls in TYPES.items():
        words = [name, cls.label.de, cls.label.en]
        if issubclass(cls, Node):
            words += [cls.plural.de, cls.plural.en]
        names |= {fold(word[:LONGEST_SHEET_NAME]): cls for word in words}
    return names


def holds_no_records(name: str) -> bool:
    """Say whether a sheet is one of ours that explains or offers something."""
    return fold(name) in {fold(title.lang(lang)) for title in UNREAD.values() for lang in ("de", "en")}
