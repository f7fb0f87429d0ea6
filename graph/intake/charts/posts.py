"""The posts of a box and who holds them; a post without a holder keeps its place, marked as placeholder."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from graph.intake.charts.kinds import leads, says_vacant, stands_for_nobody
from graph.intake.names import is_placeholder
from graph.intake.networks.making import escaped
from graph.intake.oparl.objects import words
from graph.intake.places import Found, Place, made
from schema.folding import fold
from schema.nodes import Person
from schema.text import Text
from schema.ties import Leads, WorksIn, tie_id

if TYPE_CHECKING:
    from graph.intake.charts.boxes import House

NOBODY = "N. N."


def posts(house: "House", box: Mapping[str, Any], unit: str, at: Place) -> Iterator[Found]:
    """Give who holds the posts of a unit: the person, and whether she leads the unit or works in it."""
    counted: dict[str, int] = {}
    value = box.get("positions") or []
    for i, post in enumerate(value if isinstance(value, list) else [value]):
        here = at.inside(f".positions[{i}]")
        if not isinstance(post, Mapping):
            house.account.odd(here.oddity("not-an-object", _NO_POST, "positions", refused=True))
            continue
        house.account.count("posts")
        kind = words(post, "positionType").strip()
        counted[kind] = counted.get(kind, 0) + 1
        yield from _post(house, post, f"{unit}/stelle/{escaped(kind or '?')}/{counted[kind]}", unit, here)


def _post(house: "House", post: Mapping[str, Any], id: str, unit: str, at: Place) -> Iterator[Found]:
    said = post.get("person")
    person = said if isinstance(said, Mapping) else {}
    kind, status = words(post, "positionType").strip(), words(post, "positionStatus").strip()
    name = " ".join(f"{words(person, 'firstName')} {words(person, 'lastName')}".split())
    why = _vacant(name, status)
    if why:
        house.account.count("vacant")
        house.account.odd(at.oddity("vacant", why.format(post=kind or NOBODY, name=name, status=status), "person"))
        yield from _placeholder(house, id, name or NOBODY, kind, at)
    else:
        id = _known_as(house, person, name, at)
        if house.persons.setdefault(id, at) is at:
            yield from _person(house, person, id, name, kind, at)
    yield from _tie(house, id, unit, kind, status, at)


def _vacant(name: str, status: str) -> Text | None:
    """Say why a post counts as vacant: nobody is named, the name is an example, or the remark says so."""
    if not name:
        return _UNNAMED
    if stands_for_nobody(name) or is_placeholder(name):
        return _EXAMPLE
    return _SAID if says_vacant(status) else None


def _placeholder(house: "House", id: str, name: str, kind: str, at: Place) -> Iterator[Found]:
    functions = (kind,) if kind else ()
    yield from made(
        Person, at, house.account, id=id, name=name, functions=functions, placeholder=True, as_of=house.as_of
    )


def _known_as(house: "House", person: Mapping[str, Any], name: str, at: Place) -> str:
    """Know a person again: by her address, else by her name within the house; that this may join two is told."""
    uri = person.get("uri")
    own = words(uri, "uri") if isinstance(uri, Mapping) else ""
    id = own or f"{house.id}/person/{escaped(fold(name))}"
    first = house.persons.get(id)
    if first and not own:
        house.account.odd(at.oddity("same-name", _SAME.format(name=name, place=first.path), "person"))
    return id


def _person(house: "House", person: Mapping[str, Any], id: str, name: str, kind: str, at: Place) -> Iterator[Found]:
    house.account.count("persons")
    title, functions = words(person, "title").strip() or None, (kind,) if kind else ()
    yield from made(Person, at, house.account, id=id, name=name, title=title, functions=functions, as_of=house.as_of)


def _tie(house: "House", id: str, unit: str, kind: str, status: str, at: Place) -> Iterator[Found]:
    cls = Leads if leads(kind, status) else WorksIn
    note = ", ".join(filter(None, (kind, status))) or None
    yield from made(
        cls,
        at,
        house.account,
        id=tie_id(cls.verb, id, unit, *((escaped(kind),) if kind else ())),
        start=id,
        end=unit,
        note=note,
        as_of=house.as_of,
    )


_NO_POST = Text("Hier steht keine Stelle.", "There is no post here.")
_UNNAMED = Text("Stelle „{post}“ ohne Namen: unbesetzt.", "Post “{post}” without a name: vacant.")
_EXAMPLE = Text("Stelle „{post}“: {name!r} steht für niemanden.", "Post “{post}”: {name!r} stands for nobody.")
_SAID = Text("Stelle „{post}“ laut Zusatz unbesetzt: {status}.", "Post “{post}” vacant by its remark: {status}.")
_SAME = Text(
    "{name} steht schon bei {place}; beide Stellen werden als die einer Person geführt.",
    "{name} stands at {place} already; both posts are taken for those of one person.",
)
