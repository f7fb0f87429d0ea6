"""The options of a question as the fields of a form, made from their declaration."""

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from graph.questions.scope import Scope
from schema.record import VISIBILITY_LABELS
from schema.text import Text, verbatim
from viz.page_words import NO, NO_CHOICE, YES

May = Callable[[str, Any], bool]
"""Says whether the reader may set an option to a value."""
Kind = Literal["checkbox", "date", "number", "select", "text"]

_LABELS: Mapping[Any, Text] = VISIBILITY_LABELS


@dataclass(frozen=True, slots=True)
class OptionField:
    """One field: how it is named in the address, what it is called, and what stands in it.

    `choices` are value, label and whether it is chosen; the empty value stands for the default.
    """

    name: str
    label: Text
    kind: Kind
    value: str = ""
    choices: tuple[tuple[str, Text, bool], ...] = ()
    least: float | None = None
    most: float | None = None
    whole: bool = True


def option_fields(scope: Scope, may: May = lambda *_: True) -> Iterator[OptionField]:
    """Give a field for each option that leaves the reader a choice, filled with what was asked."""
    for name, info in type(scope).model_fields.items():
        made = _field(name, info, getattr(scope, name), may)
        if made is not None:
            yield made


def _field(name: str, info: FieldInfo, value: Any, may: May) -> OptionField | None:
    label = next((item for item in info.metadata if isinstance(item, Text)), verbatim(name))
    plain, words = _plain(info.annotation), "" if value is None else str(value)
    if plain is bool and not info.default:
        return OptionField(name, label, "checkbox", "true" if value else "") if may(name, True) else None
    if found := _choices(plain):
        choices = tuple(choice for choice in _open(info.default) + found if may(name, choice[0]))
        return _select(name, label, choices, value, info.default) if len(choices) > 1 else None
    if plain is date:
        return OptionField(name, label, "date", words)
    if plain in (int, float):
        least, most = _bound(info, "ge", "gt"), _bound(info, "le", "lt")
        return OptionField(name, label, "number", words, least=least, most=most, whole=plain is int)
    return OptionField(name, label, "text", words)


def _choices(plain: Any) -> tuple[tuple[Any, Text], ...]:
    """List what a field can be: a switch that is on by default cannot be a box, since an empty box sends nothing."""
    if plain is bool:
        return (True, YES), (False, NO)
    if get_origin(plain) is Literal:
        return tuple((value, verbatim(str(value))) for value in get_args(plain))
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return tuple((value, _LABELS.get(value, verbatim(value.value))) for value in plain)
    return ()


def _open(default: Any) -> tuple[tuple[Any, Text], ...]:
    """Offer to choose nothing, where nothing is the default."""
    return ((None, NO_CHOICE),) if default is None else ()


def _select(name: str, label: Text, choices: tuple[tuple[Any, Text], ...], value: Any, default: Any) -> OptionField:
    def sent(choice: Any) -> str:
        return "" if choice == default else str(choice).lower() if isinstance(choice, bool) else str(choice)

    return OptionField(
        name, label, "select", choices=tuple((sent(choice), said, choice == value) for choice, said in choices)
    )


def _bound(info: FieldInfo, *names: str) -> float | None:
    return next((getattr(item, name) for item in info.metadata for name in names if hasattr(item, name)), None)


def _plain(annotation: Any) -> Any:
    """Strip None and the like from an annotation."""
    if get_origin(annotation) in (Union, types.UnionType):
        return _plain(next(arg for arg in get_args(annotation) if arg is not type(None)))
    return annotation
