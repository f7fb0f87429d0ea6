"""From loose values to a record, or to one oddity for each field that does not fit."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from schema.catalogue import NODE_TYPES, TIE_TYPES, features, type_name
from schema.errors import ConflictError, InputError, Oddity
from schema.nodes import Node
from schema.record import Record
from schema.text import Text, verbatim
from schema.ties import Tie

_MESSAGES: Mapping[str, Callable[[dict[str, Any]], Text]] = {
    "missing": lambda _: Text("fehlt", "is missing"),
    "extra_forbidden": lambda _: Text("ist kein Feld dieses Typs", "is not a field of this type"),
    "string_too_short": lambda _: Text("ist leer", "is empty"),
    "string_too_long": lambda c: Text(
        "ist länger als {max_length} Zeichen", "is longer than {max_length} characters"
    ).format(**c),
    "string_pattern_mismatch": lambda _: Text("hat nicht die verlangte Form", "does not have the form required"),
    "enum": lambda c: Text("muss eines sein von {expected}", "must be one of {expected}").format(**c),
    "literal_error": lambda c: Text("muss eines sein von {expected}", "must be one of {expected}").format(**c),
    "greater_than_equal": lambda c: Text("ist kleiner als {ge}", "is less than {ge}").format(**c),
    "less_than_equal": lambda c: Text("ist größer als {le}", "is greater than {le}").format(**c),
    "string_unicode": lambda _: Text("ist kein gültiges UTF-8", "is not valid UTF-8"),
    "int_too_large": lambda _: Text("passt nicht in 64 Bit", "does not fit into 64 bits"),
    "too_deep": lambda _: Text("ist zu tief verschachtelt", "is nested too deep"),
    "one_end": lambda _: Text("verbindet einen Knoten mit sich selbst", "joins a node with itself"),
    "ends_too_early": lambda _: Text("„gültig bis“ liegt vor „gültig ab“", "“valid to” lies before “valid from”"),
    "finite_number": lambda _: Text("ist keine endliche Zahl", "is not a finite number"),
}
_BY_PREFIX = {
    "date": Text("ist kein Datum (JJJJ-MM-TT)", "is not a date (YYYY-MM-DD)"),
    "int": Text("ist keine ganze Zahl", "is not a whole number"),
    "float": Text("ist keine Zahl", "is not a number"),
    "bool": Text("ist weder ja noch nein", "is neither yes nor no"),
    "string": Text("ist kein Text", "is not a text"),
    "json": Text("ist kein gültiges JSON", "is not valid JSON"),
    "dict": Text("ist kein JSON-Objekt", "is not a JSON object"),
    "model": Text("ist kein JSON-Objekt", "is not a JSON object"),
}


def record_type(name: str) -> type[Node] | type[Tie]:
    """Find a node or tie type by its name; an InputError lists what there is."""
    found = NODE_TYPES.get(name) or TIE_TYPES.get(name)
    if found is None:
        raise InputError(
            Text("Unbekannter Typ {name!r}.", "Unknown type {name!r}.").format(name=name),
            Text("Bekannt sind: {known}", "Known are: {known}").format(known=", ".join([*NODE_TYPES, *TIE_TYPES])),
        )
    return found


R = TypeVar("R", bound=Record)


def checked(cls: type[R], values: Mapping[str, Any], *, file: str, place: str = "") -> R:
    """Make a record of loose values; the InputError carries one refusing oddity for each field that does not fit."""
    try:
        return cls.model_validate(values)
    except ValidationError as error:
        oddities = tuple(_oddity(cls, detail, file, place) for detail in error.errors(include_url=False))
    raise InputError(
        Text("{type} abgelehnt: {why}", "{type} refused: {why}").format(
            type=cls.label,
            why=Text("; ".join(o.message.de for o in oddities), "; ".join(o.message.en for o in oddities)),
        ),
        Text("Die genannten Felder berichtigen und erneut einlesen.", "Mend the fields named and import again."),
        oddities,
    )


def _oddity(cls: type[Record], detail: ErrorDetails, file: str, place: str) -> Oddity:
    field = str(detail["loc"][0]) if detail["loc"] else ""
    label = next((f.label for f in features(cls) if f.name == field), verbatim(field or type_name(cls)))
    message = Text("{label}: {what}", "{label}: {what}").format(label=label, what=phrase(detail))
    return Oddity("invalid-field", message, file, place, field, refused=True)


def phrase(detail: ErrorDetails) -> Text:
    """Say in both languages what pydantic found; what has no phrase of ours keeps pydantic's English."""
    kind = detail["type"]
    if kind in _MESSAGES:
        return _MESSAGES[kind](detail.get("ctx", {}))
    known = _BY_PREFIX.get(kind.split("_")[0])
    return known or verbatim(detail["msg"].removeprefix("Value error, "))


def check_ends(ties: Iterable[Tie], types: Mapping[str, type[Node]]) -> None:
    """Refuse ties whose ends are missing from `types` (id → node type) or may not be joined; names both types."""
    for tie in ties:
        start, end = types.get(tie.start), types.get(tie.end)
        if start is None or end is None:
            missing = tie.start if start is None else tie.end
            raise ConflictError(
                Text(
                    "{verb} {id}: Ende {missing!r} gibt es nicht.", "{verb} {id}: end {missing!r} does not exist."
                ).format(verb=tie.verb, id=tie.id, missing=missing),
                Text("Zuerst den Knoten anlegen, dann die Verbindung.", "Create the node first, then the tie."),
            )
        if not tie.joins(start, end):
            raise ConflictError(
                Text(
                    "{verb} kann {start} und {end} nicht verbinden ({id}).",
                    "{verb} cannot join {start} and {end} ({id}).",
                ).format(verb=tie.verb, start=start.label, end=end.label, id=tie.id),
                Text("Erlaubt: {ends}", "Allowed: {ends}").format(ends=ends_text(type(tie))),
            )


def ends_text(cls: type[Tie]) -> Text:
    """Spell out which types a tie may join, as `A, B → C`."""

    def side(types: tuple[type[Node], ...]) -> str:
        return ", ".join(node.__name__ for node in types)

    return verbatim(" · ".join(f"{side(starts)} → {side(ends)}" for starts, ends in cls.ends))
