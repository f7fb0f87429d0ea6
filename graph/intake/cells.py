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

_ITEM = re.compile(r"(?:[^|\\]|\\.|\\$)*", re.DOTALL)
_GERMAN_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
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

    Dates are ISO or DD.MM.YYYY, lists are separated by `|` (`\\|` is a bar inside an item), numbers may have a decimal
    comma, choices may be written as in the schema or as their label in either language.
    """
    if feature.many:
        return tuple(_items(cell))
    if feature.choices:
        return _choice(feature, cell)
    if feature.value is bool:
        return BOOLEANS.get(cell.strip().casefold(), cell)
    if feature.value is date:
        return _day(cell.strip())
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


def _day(cell: str) -> Any:
    """Read a date; a bare number is no date, though pydantic would take it for seconds since 1970."""
    german = _GERMAN_DATE.fullmatch(cell)
    try:
        if german:
            return date(int(german[3]), int(german[2]), int(german[1]))
        return date.fromisoformat(cell) if len(cell) == len("2024-01-31") else (cell,)
    except ValueError:
        return (cell,)
