"""The fields of a form, made from the declaration of a node or tie type."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal

import numpy as np

from graph.network import Network
from graph.scenarios.editing import BY_HAND
from schema.catalogue import Feature, features
from schema.levels import LEVEL_LABELS
from schema.nodes import Node
from schema.record import VISIBILITY_LABELS, Record
from schema.text import Text, verbatim
from schema.ties import Tie
from viz.edit import words

PREFIX = "field."
"""Before the name of each field in a form, so that none is taken for what else a form sends."""
LONG = 80
"""From so many characters on a text gets several lines."""
SUGGESTED = 100

_TIMES = ("as_of", "valid_from", "valid_to", "source", "confidence", "note")
_GUARDED = ("id", "visibility", "legal_basis", "purpose", "retention_until", "placeholder", "stub", "level_source")
_DERIVED = ("derived", "rule", "count", "geometry")
_LABELS: Mapping[Any, Text] = {**VISIBILITY_LABELS, **LEVEL_LABELS}
Kind = Literal["text", "lines", "date", "number", "select"]


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form; `choices` are value, label and whether it is chosen, `suggested` what may be typed."""

    name: str
    label: Text
    kind: Kind
    value: str
    needed: bool = False
    choices: tuple[tuple[str, Text, bool], ...] = ()
    suggested: tuple[str, ...] = ()
    hint: Text | None = None
    wrong: Text | None = None


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields that belong together."""

    title: Text
    fields: tuple[FormField, ...]


def groups(
    cls: type[Record],
    values: Mapping[str, str],
    wrong: Mapping[str, Text],
    network: Network,
    *,
    new: bool,
    source: str = BY_HAND,
) -> tuple[FieldGroup, ...]:
    """Give the form of a type, filled with `values` as they are typed; ends of ties are not among its fields."""
    made = {
        feature.name: _field(cls, feature, values.get(feature.name, ""), wrong.get(feature.name), network, source, new)
        for feature in asked(cls, new=new)
    }
    late = (*_TIMES, *_GUARDED, *_DERIVED)
    parts = (
        (words.WHAT, [name for name in made if name not in late]),
        (words.WHEN, [name for name in _TIMES if name in made]),
        (words.GUARDED, [name for name in (*_GUARDED, *_DERIVED) if name in made]),
    )
    return tuple(FieldGroup(title, tuple(made[name] for name in names)) for title, names in parts if names)


def asked(cls: type[Record], *, new: bool) -> Iterator[Feature]:
    """Give the fields that a form asks for: the id only of a new node, the ends of ties never."""
    fixed = ("start", "end", "id") if issubclass(cls, Tie) or not new else ()
    return (feature for feature in features(cls) if feature.name not in fixed)


def typed(feature: Feature, value: Any) -> str:
    """Spell a value as it is typed into a form; nothing is an empty text."""
    if value is None:
        return ""
    if feature.many:
        return "\n".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    return str(value.value if isinstance(value, StrEnum) else value)


def blank(cls: type[Record]) -> dict[str, str]:
    """Give the values of a form that nothing was typed into: the defaults of the type."""
    default = cls.model_fields
    plain = ((f, default[f.name]) for f in features(cls))
    return {f.name: typed(f, info.default) for f, info in plain if not info.is_required()}


def filled(record: Record) -> dict[str, str]:
    """Give the values of a form that shows a record."""
    return {f.name: typed(f, getattr(record, f.name)) for f in features(type(record))}


def shown(feature: Feature, value: Any) -> Any:
    """Give a value as pages tell it: choices by their label, dates and yes or no as everywhere."""
    return _LABELS.get(value, value) if feature.choices else value


def _field(
    cls: type[Record], feature: Feature, value: str, wrong: Text | None, network: Network, source: str, new: bool
) -> FormField:
    name, needed = feature.name, feature.required and feature.name not in ("id", "source")
    choices = _choices(cls, feature, value)
    suggested = () if choices else _suggested(cls, name, network)
    hint = _hint(feature, suggested, source, new)
    return FormField(name, feature.label, _kind(feature, value), value, needed, choices, suggested, hint, wrong)


def _kind(feature: Feature, value: str) -> Kind:
    if feature.choices or feature.value is bool:
        return "select"
    if feature.value is date:
        return "date"
    if feature.value in (int, float):
        return "number"
    return "lines" if feature.many or "\n" in value or len(value) > LONG or feature.name == "note" else "text"


def _choices(cls: type[Record], feature: Feature, value: str) -> tuple[tuple[str, Text, bool], ...]:
    if feature.value is bool:
        offered: list[tuple[str, Text]] = [("true", words.YES), ("false", words.NO)]
    else:
        offered = [(choice, _LABELS.get(choice, verbatim(choice))) for choice in feature.choices]
    if offered and cls.model_fields[feature.name].default is None:
        offered.insert(0, ("", words.NOT_GIVEN))
    return tuple((choice, label, choice == value) for choice, label in offered)


def _suggested(cls: type[Record], name: str, network: Network) -> tuple[str, ...]:
    """Offer the known kinds and what stands in the network already."""
    if not issubclass(cls, Node) or name not in ("kind", "group"):
        return ()
    known = [kind.name for kind in cls.kinds] if name == "kind" else []
    standing = sorted({str(network.node_rows[i].get(name) or "") for i in np.flatnonzero(network.of_type(cls))} - {""})
    return tuple(dict.fromkeys([*known, *standing]))[:SUGGESTED]


def _hint(feature: Feature, suggested: tuple[str, ...], source: str, new: bool) -> Text | None:
    if feature.many:
        return words.ONE_A_LINE
    if suggested:
        return words.SUGGESTED
    if new and feature.name in ("id", "source"):
        return words.ID_HINT if feature.name == "id" else words.SOURCE_HINT.format(source=source)
    return None
