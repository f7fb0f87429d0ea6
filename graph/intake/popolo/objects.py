"""The objects of a Popolo file: in lists, embedded in one another, or a single one that is told by its fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.intake.account import Account
from graph.intake.places import Place
from schema.text import Text

CLASSES = ("area", "organization", "post", "person", "membership")
"""What is taken over, in such an order that each finds those it names."""
PLURALS: Mapping[str, str] = {"people": "person"} | {f"{name}s": name for name in CLASSES}
_SIGNS: tuple[tuple[str, frozenset[str]], ...] = (
    ("vote", frozenset({"voter_id"})),
    ("speech", frozenset({"attribution_text", "audio"})),
    ("vote_event", frozenset({"counts", "votes", "group_results"})),
    ("motion", frozenset({"requirement", "vote_events"})),
    ("event", frozenset({"attendees", "location"})),
    ("count", frozenset({"option"})),
    ("membership", frozenset({"person_id", "person", "post_id", "on_behalf_of_id"})),
    ("organization", frozenset({"founding_date", "dissolution_date", "posts"})),
    ("person", frozenset({"birth_date", "death_date", "gender", "honorific_prefix", "biography", "national_identity"})),
    ("post", frozenset({"other_label", "organization_id"})),
    ("name_component", frozenset({"family_name", "given_name", "patronymic_name"})),
    ("area", frozenset({"geometry", "parent_id"})),
)
"""Fields that tell of a single object what it is, the surest first."""
_EMBEDDED: Mapping[str, Mapping[str, str]] = {
    "person": {"memberships": "membership"},
    "organization": {"memberships": "membership", "posts": "post", "area": "area"},
    "membership": {"person": "person", "organization": "organization", "post": "post", "area": "area"},
    "post": {"memberships": "membership", "organization": "organization", "area": "area"},
}


@dataclass(frozen=True, slots=True)
class Object:
    """One object of a known class, with its place."""

    kind: str
    fields: Mapping[str, Any] = field(repr=False)
    at: Place


def class_of(fields: Mapping[str, Any]) -> str | None:
    """Tell what a single object is by its fields; None where they say nothing.

    >>> class_of({"id": "1", "person_id": "a", "organization_id": "b"}), class_of({"id": "a", "name": "A"})
    ('membership', None)
    """
    if fields.keys() >= {"type", "label", "value"}:
        return "contact_detail"
    inner = fields.get("memberships")
    if isinstance(inner, list) and inner and isinstance(inner[0], Mapping):
        return "post" if "label" in fields else "organization" if "person_id" in inner[0] else "person"
    return next((kind for kind, signs in _SIGNS if signs & fields.keys()), None)


def objects(value: Any, at: Place, account: Account) -> Iterator[Object]:
    """Give all objects of a file, the embedded ones after those that hold them; what is none is reported."""
    if isinstance(value, Mapping) and any(isinstance(value.get(name), list) for name in PLURALS) and "id" not in value:
        for name, part in value.items():
            yield from _listed(name, part, at.inside(f".{name}"), account)
        return
    for i, item in enumerate(value if isinstance(value, list) else [value]):
        yield from _single(item, at.inside(f"[{i}]") if isinstance(value, list) else at, account)


def _listed(name: str, part: Any, at: Place, account: Account) -> Iterator[Object]:
    if name == "warnings":
        account.odd(at.oddity("source-warning", _WARNING.format(what=str(part)[:500])))
    elif name in PLURALS and isinstance(part, list):
        for i, item in enumerate(part):
            if isinstance(item, Mapping):
                yield from unnested(Object(PLURALS[name], item, at.inside(f"[{i}]")))
            else:
                account.odd(at.inside(f"[{i}]").oddity("not-an-object", _NO_OBJECT, refused=True))
    elif part not in ([], {}, None, ""):
        number = len(part) if isinstance(part, list) else 1
        account.odd(at.oddity("left-out", _LEFT_OUT.format(n=number, kind=name)))


def _single(item: Any, at: Place, account: Account) -> Iterator[Object]:
    if not isinstance(item, Mapping):
        account.odd(at.oddity("not-an-object", _NO_OBJECT, refused=True))
        return
    kind = class_of(item)
    if kind in CLASSES:
        yield from unnested(Object(kind, item, at))
    elif kind is None:
        account.odd(at.oddity("unknown-object", _UNKNOWN))
    else:
        account.odd(at.oddity("left-out", _LEFT_OUT.format(n=1, kind=kind)))


def unnested(top: Object) -> Iterator[Object]:
    """Give an object and those embedded in it, each of which knows the one around it."""
    yield top
    for name, kind in _EMBEDDED.get(top.kind, {}).items():
        value = top.fields.get(name)
        for i, item in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(item, Mapping):
                path = f".{name}[{i}]" if isinstance(value, list) else f".{name}"
                around = {f"{top.kind}_id": top.fields.get("id")} if isinstance(value, list) else {}
                yield from unnested(Object(kind, around | dict(item), top.at.inside(path)))


_WARNING = Text("Die Quelle warnt selbst: {what}", "The source itself warns: {what}")
_NO_OBJECT = Text("Hier steht kein Objekt.", "There is no object here.")
_UNKNOWN = Text(
    "An den Feldern ist nicht zu erkennen, was das für ein Objekt ist; es bleibt weg.",
    "The fields do not tell what kind of object this is; it is left out.",
)
_LEFT_OUT = Text("{kind} ({n}): wird nicht übernommen.", "{kind} ({n}): not taken over.")
