"""The municipality as the source names it: with its keys, where it sits, and its legislative terms."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from graph.intake.oparl.days import day
from graph.intake.oparl.locations import where
from graph.intake.oparl.making import Making
from graph.intake.oparl.objects import Found, addresses, tail, words
from graph.intake.oparl.references import by_reference
from schema.folding import fold
from schema.nodes import Kommune
from schema.record import Record
from schema.text import Text

_KINDS = {fold(kind.name): kind.name for kind in Kommune.kinds}


def kommunen(making: Making) -> Iterator[Record]:
    """Give each body as a Kommune; one that is known by its address only is named by it."""
    for found in making.spool.objects("Body"):
        making.types[found.id] = Kommune
        kind = words(found.fields, "classification")
        yield from making.record(
            Kommune,
            found,
            id=found.id,
            name=making.name(found, "shortName"),
            kind=_KINDS.get(fold(kind), kind or None),
            note=_where_and_terms(making, found),
            ags=_key(making, found, "ags", 8),
            ars=_key(making, found, "rgs", 12),
        )
    for found in by_reference(making, "Body", ("body",)):
        making.types[found.id] = Kommune
        name = f"{urlsplit(found.id).hostname} · {tail(found.id)}"
        yield from making.record(Kommune, found, id=found.id, name=name, stub=True)


def _where_and_terms(making: Making, found: Found) -> str | None:
    """Say where a body sits and what its legislative terms are; memberships name none, so terms are the body's."""
    terms = [_term(making.spool.find("LegislativeTerm", id)) for id in addresses(found.fields.get("legislativeTerm"))]
    said = [text for text in (where(making, found), ", ".join(term for term in terms if term)) if text]
    return "; ".join(said) or None


def _term(fields: dict[str, Any] | None) -> str:
    name = words(fields or {}, "name")
    start, end = (day(fields or {}, field) for field in ("startDate", "endDate"))
    span = f"{start or ''}–{end or ''}" if start or end else ""
    return " ".join(part for part in (name or ("Wahlperiode" if span else ""), f"({span})" if span else "") if part)


def _key(making: Making, found: Found, name: str, length: int) -> str | None:
    """Read an official key, which some sources hand out as a number that has lost its leading zero."""
    key = words(found.fields, name)
    if not key:
        return None
    if key.isdecimal() and len(key) == length - 1:
        what = Text("Der Schlüssel {key} hat seine führende Null verloren.", "The key {key} has lost its leading zero.")
        making.odd("short-key", what.format(key=key), found, name)
        return key.zfill(length)
    if key.isdecimal() and len(key) == length:
        return key
    what = Text("{key!r} ist kein amtlicher Schlüssel; das Feld bleibt leer.", _NO_KEY).format(key=key)
    making.odd("no-key", what, found, name)
    return None


_NO_KEY = "{key!r} is no official key; the field stays empty."
