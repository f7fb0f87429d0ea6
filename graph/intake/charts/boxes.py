"""The boxes of an organisation chart: each a unit of the house, under the next unit above it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.intake.account import Account
from graph.intake.charts.kinds import Sort, sort_of
from graph.intake.charts.posts import posts
from graph.intake.contacts import without_contacts
from graph.intake.names import is_placeholder, number_of
from graph.intake.networks.making import escaped
from graph.intake.oparl.objects import words
from graph.intake.places import Found, Place, made
from schema.nodes import Department, Node
from schema.text import Text
from schema.ties import PartOf, tie_id


@dataclass
class House:
    """One chart under way: whose it is, from when, and which identifiers are taken."""

    id: str
    as_of: date | None
    account: Account
    taken: set[str] = field(default_factory=set)
    persons: dict[str, Place] = field(default_factory=dict)
    """Those who are named, by identifier, with the post where they were met first."""


@dataclass(frozen=True, slots=True)
class Above:
    """The unit under which a box stands: its identifier and what it is; none at the top."""

    id: str
    unit: type[Node] | None = None


def boxes(house: House, box: Mapping[str, Any], above: Above, at: Place) -> Iterator[Found]:
    """Give a box, its posts and all that stands under it; one that only joins others is passed through."""
    if _joins_only(box):
        house.account.count("connectors")
        here = above
    else:
        sort, id = sort_of(words(box, "type"), words(box, "name")), _id(house, box, above, at)
        yield from _unit(house, box, sort, id, at)
        yield from _part_of(house, id, sort.type, above, at)
        yield from posts(house, box, id, at)
        here = Above(id, sort.type)
    for name in ("organisations", "departments"):
        for i, inner in enumerate(listed(house, box, name, at)):
            yield from boxes(house, inner, here, at.inside(f".{name}[{i}]"))


def listed(house: Any, box: Mapping[str, Any], name: str, at: Place) -> list[Mapping[str, Any]]:
    """Give the objects of a list; whatever else stands there is refused, and an empty one takes its place."""
    value = box.get(name) or []
    inner = value if isinstance(value, list) else [value]
    for i, item in enumerate(inner):
        if not isinstance(item, Mapping):
            house.account.odd(at.inside(f".{name}[{i}]").oddity("not-an-object", _NO_OBJECT, name, refused=True))
    return [item for item in inner if isinstance(item, Mapping)]


def _joins_only(box: Mapping[str, Any]) -> bool:
    layout = box.get("layout")
    hidden = isinstance(layout, Mapping) and layout.get("style") == "hide"
    return hidden and not box.get("positions")


def _id(house: House, box: Mapping[str, Any], above: Above, at: Place) -> str:
    """Know a unit again: by its address, else by the mark that the tool gave it, else by its path of names."""
    uri = box.get("uri")
    own = words(uri, "uri") if isinstance(uri, Mapping) else ""
    mark = words(box, "id")
    id = own or (f"{house.id}/{escaped(mark)}" if mark else "")
    if id in house.taken:
        house.account.odd(at.oddity("double-id", _TWICE.format(id=mark or own), "id"))
        id = ""
    name, number = escaped(words(box, "name") or words(box, "type") or "?"), 1
    while not id or id in house.taken:
        id = f"{above.id}/{name}" if number == 1 else f"{above.id}/{name}/{number}"
        number += 1
    house.taken.add(id)
    return id


def _unit(house: House, box: Mapping[str, Any], sort: Sort, id: str, at: Place) -> Iterator[Found]:
    account, name = house.account, words(box, "name").strip()
    account.count("units")
    if not name:
        account.odd(at.oddity("no-name", _NO_NAME, "name"))
        name = words(box, "altName") or words(box, "type") or id.rsplit("/", 1)[-1]
    if not sort.said:
        told = (_BY_NAME if sort.kind else _NO_KIND).format(name=name, kind=sort.kind)
        account.odd(at.oddity("unknown-type", told, "type"))
    values: dict[str, Any] = {"kind": sort.kind, "placeholder": is_placeholder(name), "as_of": house.as_of}
    values["short_name"] = words(box, "altName").strip() or None
    values["note"] = without_contacts(words(box, "purpose")) or None
    if sort.type is Department:
        values["number"] = number_of(name)
    yield from made(sort.type, at, account, id=id, name=name, **values)


def _part_of(house: House, id: str, type: type[Node], above: Above, at: Place) -> Iterator[Found]:
    """Tie a unit to the one above; of a body in an office no tie says that, so it is told."""
    if above.unit is None:
        return
    if not PartOf.joins(type, above.unit):
        what = _NOT_PART.format(type=type.label, above=above.unit.label)
        house.account.odd(at.oddity("no-part-of", what, "type"))
        return
    yield from made(
        PartOf, at, house.account, id=tie_id(PartOf.verb, id, above.id), start=id, end=above.id, as_of=house.as_of
    )


_NO_OBJECT = Text("Hier steht kein Kästchen.", "There is no box here.")
_NO_NAME = Text("Das Kästchen hat keine Bezeichnung.", "The box has no name.")
_NO_KIND = Text(
    "„{name}“ hat keine Art; es bleibt eine Verwaltungseinheit unbekannter Art.",
    "“{name}” has no type; it stays a unit of unknown kind.",
)
_BY_NAME = Text(
    "„{name}“ hat keine Art; nach der Bezeichnung ist es: {kind}.",
    "“{name}” has no type; by its name it is: {kind}.",
)
_TWICE = Text(
    "Die Kennung {id!r} steht in diesem Organigramm zweimal; das zweite Kästchen wird am Pfad erkannt.",
    "The identifier {id!r} stands twice in this chart; the second box is known by its path.",
)
_NOT_PART = Text(
    "{type} kann nicht Teil von {above} sein; die Verbindung bleibt weg.",
    "{type} cannot be part of {above}; the tie is left out.",
)
