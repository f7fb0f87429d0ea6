"""Dates as they come: ISO with and without time, German, empty, or not a date at all."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from graph.intake.oparl.objects import Found
from schema.errors import Oddity
from schema.text import Text

_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\b")


def day(fields: Mapping[str, Any], name: str) -> date | None:
    """Read a field as a day, None where it holds none.

    >>> day({"date": "2024-01-31T10:00:00+01:00"}, "date"), day({"date": "31.1.2024"}, "date")
    (datetime.date(2024, 1, 31), datetime.date(2024, 1, 31))
    >>> day({"date": "1971-05-04T00:00:00+01::00"}, "date") is None
    True
    """
    text = fields.get(name)
    if not isinstance(text, str):
        return None
    german = _GERMAN.match(text.strip())
    try:
        if german:
            return date(int(german[3]), int(german[2]), int(german[1]))
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None


def day_or_oddity(found: Found, name: str, oddities: list[Oddity]) -> date | None:
    """Read a field as a day; a field that stands there and holds none is an oddity and stays empty."""
    value = day(found.fields, name)
    if value is None and found.fields.get(name) is not None:
        what = Text("{value!r} ist kein Datum; das Feld bleibt leer.", "{value!r} is no date; the field stays empty.")
        said = what.format(value=str(found.fields[name])[:100])
        oddities.append(Oddity("no-date", said, found.file, f"{found.place}.{name}", name))
    return value
