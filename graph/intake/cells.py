"""One cell of a table: how a field's value is spelled as text, and how the text is read back.

A cell that cannot be read is handed on as it stands, so that `schema.validation` names the field and says what is
wrong with it.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

from schema.catalogue import Feature
from schema.folding import fold
from schema.levels import LEVEL_LABELS
from schema.record import VISIBILITY_LABELS

BOOLEANS = {
    "ja": True,
    "nein": False,
    "true": True,
    "false": False,
    "1": True,
    "0": False,
    "wahr": True,
    "falsch": False,
    "yes": True,
    "no": False,
}
"""What stands for yes and no, in small letters; WAHR and FALSCH is what a German Excel writes."""

GUARD = "'"
"""What stands in a CSV before a text that a spreadsheet would take for a formula."""
_FORMULA = re.compile(rf"{GUARD}*[=+\-@＝＋－＠\t\r\n]")
_GUARDED = re.compile(rf"{GUARD}+[=+\-@＝＋－＠\t\r\n]")
_LENGTHS = {"ags": (5, 8), "ars": (12,)}
_MONTHS = (
    *("januar", "februar", "maerz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
)
_ITEM = re.compile(r"(?:[^|\\]|\\.|\\$)*", re.DOTALL)
_GERMAN_DATE = re.compile(r"(\d{1,2})\. ?(\d{1,2}\.|[^\W\d]+) ?(\d{4})")
_ISO_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?")
_CHOICES: dict[str, str] = {
    fold(label.lang(lang)): value.value
    for labels in (LEVEL_LABELS, VISIBILITY_LABELS)
    for value, label in labels.items()
    for lang in ("de", "en")
}


def spelled(feature: Feature, value: Any) -> str:
    """Spell a field's value as the text of a cell; None and an empty list are an empty cell."""
    if value is None:
        return ""
    if feature.many:
        return "|".join(item.replace("\\", "\\\\").replace("|", "\\|") for item in value)
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return value.value if isinstance(value, StrEnum) else str(value)


def value_of(feature: Feature, cell: str) -> Any:
    """Read the text of a cell that is not empty as a loose value of its field.

    Dates are read by `day`, lists are separated by `|` (`\\|` is a bar inside an item), numbers may have a decimal
    comma, choices may be written as in the schema or as their label in either language.
    """
    if feature.many:
        return tuple(_items(cell))
    if feature.choices:
        return _choice(feature, cell)
    if feature.value is bool:
        return BOOLEANS.get(cell.strip().casefold(), cell)
    if feature.value is date:
        return _day(cell)
    if feature.value in (int, float):
        plain = cell.strip()
        return plain.replace(",", ".") if plain.count(",") == 1 and "." not in plain else plain
    return cell


def _items(cell: str) -> Iterator[str]:
    """Split at bars that no backslash escapes."""
    position = 0
    while True:
        found = _ITEM.match(cell, position)
        end = found.end() if found else position
        yield re.sub(r"\\([|\\])", r"\1", cell[position:end])
        if end >= len(cell):
            return
        position = end + 1


def _choice(feature: Feature, cell: str) -> str:
    known = {fold(choice): choice for choice in feature.choices}
    wanted = fold(cell)
    label = _CHOICES.get(wanted)
    return known.get(wanted) or (label if label in feature.choices else cell)


def guarded(text: str) -> str:
    """Spell a text for a CSV so that no spreadsheet takes it for a formula; `unguarded` gives it back as it was.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("1-1")
    ("'=1+1", "''=1+1", '1-1')
    """
    return GUARD + text if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """Take away what `guarded` put before a text."""
    return cell[len(GUARD) :] if _GUARDED.match(cell) else cell


def with_zero(feature: Feature, cell: str) -> str:
    """Give an official key its leading zero again, which a spreadsheet took for nothing; others as they are."""
    plain = cell.strip()
    lost = plain.isascii() and plain.isdecimal() and len(plain) + 1 in _LENGTHS.get(feature.name, ())
    return f"0{plain}" if lost else cell


def day(text: str) -> date | None:
    """Read a date: 2024-01-31, 31.1.2024 or 31. Januar 2024, a time of day left off; None when it is none."""
    german, iso = _GERMAN_DATE.fullmatch(text.strip()), _ISO_DATE.fullmatch(text.strip())
    try:
        if german:
            name = fold(german[2])
            month = _MONTHS.index(name) + 1 if name in _MONTHS else int(german[2].removesuffix("."))
            return date(int(german[3]), month, int(german[1]))
        return date.fromisoformat(iso[1]) if iso else None
    except ValueError:
        return None


def _day(cell: str) -> Any:
    """Read a date; a bare number is no date, though pydantic would take it for seconds since 1970."""
    return day(cell) or (cell,)
