"""The contexts of JSON-LD: those that stand elsewhere are never fetched; for the known ones there is one of our own."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from graph.intake.linked.terms import SCHEMA
from graph.intake.places import Place
from schema.errors import Oddity
from schema.text import Text

KNOWN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "schema.org": {"@vocab": str(SCHEMA)},
        "www.w3.org/ns/org": {"@vocab": "http://www.w3.org/ns/org#"},
    }
)
"""Addresses of contexts, without scheme and closing signs, and what is taken in their place."""


def without_remote(value: Any, at: Place, oddities: list[Oddity]) -> Any:
    """Give a document of JSON-LD in which no context has to be fetched; each that would have to be is reported once."""
    seen: set[str] = set()
    cleaned = _cleaned(value, seen)
    for address in sorted(seen):
        what = (_OURS if _known(address) is not None else _IGNORED).format(address=address[:200])
        oddities.append(at.oddity("remote-context", what, "@context"))
    return cleaned


def _cleaned(value: Any, seen: set[str]) -> Any:
    if isinstance(value, list):
        return [_cleaned(part, seen) for part in value]
    if not isinstance(value, dict):
        return value
    made = {}
    for name, part in value.items():
        if name == "@import":
            seen.add(str(part))
        else:
            made[name] = _context(part, seen) if name == "@context" else _cleaned(part, seen)
    return made


def _context(value: Any, seen: set[str]) -> Any:
    if isinstance(value, str):
        seen.add(value)
        return dict(_known(value) or {})
    if isinstance(value, list):
        return [_context(part, seen) for part in value]
    return _cleaned(value, seen) if isinstance(value, dict) else {}


def _known(address: str) -> Mapping[str, str] | None:
    return KNOWN.get(address.split("://")[-1].rstrip("/#").removesuffix("/docs/jsonldcontext.jsonld"))


_OURS = Text(
    "Der Kontext {address} wird nicht abgerufen; an seiner Stelle gilt ein mitgelieferter.",
    "The context {address} is not fetched; one that is delivered with Fahrstuhl takes its place.",
)
_IGNORED = Text(
    "Der Kontext {address} wird nicht abgerufen; Begriffe, die nur dort erklärt sind, bleiben ungelesen.",
    "The context {address} is not fetched; terms explained only there are not read.",
)
