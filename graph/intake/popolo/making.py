"""From the objects of Popolo to records: bodies and parties, who sits in them, and the areas."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.intake.account import Account
from graph.intake.areas.geometry import geometry_or_oddity
from graph.intake.names import is_placeholder
from graph.intake.networks.making import escaped
from graph.intake.oparl.objects import words
from graph.intake.places import Found, Place, made
from graph.intake.popolo.fields import name_of, span_of
from graph.intake.popolo.kinds import is_kommune, sort_of
from graph.intake.popolo.objects import Object
from schema.nodes import Department, Kommune, Node, Organisation, Person, Sozialraum
from schema.text import Text
from schema.ties import ActiveIn, MemberOf, PartOf, Tie, WorksIn, tie_id


@dataclass
class Making:
    """One file under way: what it is called, and what its organizations, posts and persons are."""

    dataset: str
    account: Account
    objects: Mapping[str, list[Object]]
    types: dict[str, type[Node]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    posts: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    roles: dict[str, list[str]] = field(default_factory=dict)
    parties: dict[str, set[str]] = field(default_factory=dict)
    referred: dict[str, tuple[type[Node], str, Place]] = field(default_factory=dict)
    """What is named, by identifier: what it must be, what it is called in the file, and where it is named first."""

    def records(self) -> Iterator[Found]:
        """Give areas, organizations, persons and memberships; what one names may stand in another file."""
        for one in self.objects["organization"]:
            sort = sort_of(words(one.fields, "classification"), words(one.fields, "name"))
            self.types.setdefault(self.id("organization", one), sort.type)
            self.names.setdefault(words(one.fields, "id"), words(one.fields, "name"))
        self.posts = {words(one.fields, "id"): one.fields for one in self.objects["post"]}
        self.account.count("posts", len(self.objects["post"]))
        for one in self.objects["area"]:
            if is_kommune(words(one.fields, "classification"), words(one.fields, "identifier")):
                self.types[self.id("area", one)] = Kommune
        for one in self.objects["membership"]:
            self._look_at(one.fields)
        for kind, maker in _MAKERS.items():
            fullest: dict[str, int] = {}
            for one in self.objects[kind]:
                fullest[self.id(kind, one)] = max(fullest.get(self.id(kind, one), 0), len(one.fields))
            for one in self.objects[kind]:
                bare = one.fields.keys() <= _BARE and len(one.fields) < fullest[self.id(kind, one)]
                if not bare:  # else it is embedded as a mere name of one that is stated elsewhere
                    yield from maker(self, one)

    def id(self, kind: str, one: Object) -> str:
        """Give an object its identifier, by its own or, where it has none, by its name."""
        return self.known_as(kind, words(one.fields, "id") or words(one.fields, "name") or one.at.path)

    def known_as(self, kind: str, id: str) -> str:
        """Spell an identifier of the data set so that it is unique beside others; an address is so by itself."""
        return id if "://" in id else f"popolo/{escaped(self.dataset)}/{kind}/{escaped(id)}"

    def refer(self, kind: str, id: str, at: Place) -> str:
        """Name another object: give its identifier, and remember that it is named."""
        known = self.known_as(kind, id)
        self.referred.setdefault(known, (_REFERRED[kind], id, at))
        return known

    def _look_at(self, fields: Mapping[str, Any]) -> None:
        """Note what the memberships say of a person: functions, and the party on whose behalf."""
        person, party = words(fields, "person_id"), words(fields, "on_behalf_of_id")
        role = words(fields, "role") or words(self.posts.get(words(fields, "post_id"), {}), "role")
        if role and role not in self.roles.setdefault(person, []):
            self.roles[person].append(role)
        if party:
            self.parties.setdefault(person, set()).add(self.names.get(party) or party)


def _organization(making: Making, one: Object) -> Iterator[Found]:
    account, fields, at = making.account, one.fields, one.at
    account.count("organizations")
    sort, name = sort_of(words(fields, "classification"), words(fields, "name")), name_of(one, making.account)
    if not sort.said:
        account.odd(at.oddity("unknown-type", _NO_CLASS.format(name=name), "classification"))
    values = {"kind": sort.kind, "placeholder": is_placeholder(name), "level": sort.level}
    span = span_of(one, making.account, "founding_date", "dissolution_date")
    id = making.id("organization", one)
    yield from made(sort.type, at, account, id=id, name=name, **values, **span)
    parent, area = words(fields, "parent_id"), words(fields, "area_id")
    if parent:
        yield from _inside(making, at, id, making.refer("organization", parent, at), sort.type)
    if area:
        yield from _placed(making, at, id, making.refer("area", area, at), sort.type)


def _inside(making: Making, at: Place, id: str, parent: str, kind: type[Node]) -> Iterator[Found]:
    """Tie a part to its whole, where both can be tied; the whole may stand in another file."""
    above = making.types.get(parent)
    if above and not PartOf.joins(kind, above):
        what = _NOT_PART.format(type=kind.label, above=above.label)
        making.account.odd(at.oddity("no-part-of", what, "parent_id"))
    elif id != parent:
        yield from made(PartOf, at, making.account, id=tie_id(PartOf.verb, id, parent), start=id, end=parent)


def _placed(making: Making, at: Place, id: str, area: str, kind: type[Node]) -> Iterator[Found]:
    cls: type[Tie] = PartOf if making.types.get(area) is Kommune and PartOf.joins(kind, Kommune) else ActiveIn
    yield from made(cls, at, making.account, id=tie_id(cls.verb, id, area), start=id, end=area)


def _person(making: Making, one: Object) -> Iterator[Found]:
    making.account.count("persons")
    name, own = name_of(one, making.account), words(one.fields, "id")
    parties = {party for party in making.parties.get(own, ()) if not is_placeholder(party)}
    values: dict[str, Any] = {"title": words(one.fields, "honorific_prefix") or None}
    values["functions"] = tuple(making.roles.get(own, ()))
    values["group"] = next(iter(parties)) if len(parties) == 1 else None
    values["placeholder"] = is_placeholder(name)
    yield from made(Person, one.at, making.account, id=making.id("person", one), name=name, **values)


def _membership(making: Making, one: Object) -> Iterator[Found]:
    account, at = making.account, one.at
    account.count("memberships")
    fields = _with_ids(one.fields)
    post = making.posts.get(words(fields, "post_id"), {})
    person = words(fields, "person_id")
    body = words(fields, "organization_id") or words(post, "organization_id")
    if not person or not body:
        missing = "organization_id" if person else "person_id"
        account.odd(at.oddity("no-end", _NO_END.format(field=missing), missing, refused=True))
        return
    start, end = making.refer("person", person, at), making.refer("organization", body, at)
    role = words(fields, "role") or words(post, "role") or words(post, "label")
    span = span_of(one, making.account, "start_date", "end_date")
    cls = WorksIn if making.types.get(end) is Department else MemberOf
    values: dict[str, Any] = {"note": role or None}
    if cls is MemberOf:
        party = words(fields, "on_behalf_of_id")
        values = {"role": role or None, "on_behalf_of": making.names.get(party) or party or None}
    own = words(fields, "id")
    told = [escaped(word) for word in (role, str(span["valid_from"] or "")) if word]
    id = making.known_as("membership", own) if own else tie_id(cls.verb, start, end, *told)
    yield from made(cls, at, account, id=id, start=start, end=end, **values, **span)


def _with_ids(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """Take the identifiers of what is embedded in a membership."""
    inner = ((f"{name}_id", fields.get(name)) for name in ("person", "organization", "post", "on_behalf_of"))
    return {key: words(value, "id") for key, value in inner if isinstance(value, Mapping)} | dict(fields)


def _area(making: Making, one: Object) -> Iterator[Found]:
    account, fields, at = making.account, one.fields, one.at
    account.count("places")
    id, key, kind = making.id("area", one), words(fields, "identifier"), words(fields, "classification") or None
    cls = making.types.setdefault(id, Sozialraum)
    values: dict[str, Any] = {"ags": key} if cls is Kommune else {"note": key or None}
    if cls is Sozialraum and fields.get("geometry"):
        values["geometry"] = geometry_or_oddity(fields["geometry"], at, account)
    yield from made(cls, at, account, id=id, name=name_of(one, making.account), kind=kind, **values)
    parent = words(fields, "parent_id")
    if parent:
        yield from _inside(making, at, id, making.refer("area", parent, at), cls)


_MAKERS: Mapping[str, Callable[[Making, Object], Iterator[Found]]] = {
    "area": _area,
    "organization": _organization,
    "person": _person,
    "membership": _membership,
}
_BARE = frozenset({"id", "name", "label", "organization_id", "person_id", "membership_id"})
_REFERRED: Mapping[str, type[Node]] = {"person": Person, "organization": Organisation, "area": Sozialraum}
_NO_CLASS = Text(
    "„{name}“ ist an Art und Name nicht zu erkennen; die Ebene bleibt unbekannt.",
    "“{name}” is not told by class and name; its level stays unknown.",
)
_NOT_PART = Text("{type} kann nicht Teil von {above} sein.", "{type} cannot be part of {above}.")
_NO_END = Text("Die Mitgliedschaft nennt kein {field}.", "The membership names no {field}.")
