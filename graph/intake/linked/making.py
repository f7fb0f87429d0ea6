"""From sorted statements to records: units with what they are part of, people and areas."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rdflib.term import Node as Thing

from graph.intake.account import Account
from graph.intake.linked import terms
from graph.intake.linked.sorting import Sorted
from graph.intake.linked.statements import tail
from graph.intake.names import is_placeholder, number_of
from graph.intake.places import Found, Place, made
from graph.intake.popolo.days import first_day, last_day
from schema.levels import Level
from schema.nodes import Department, Node, Person, Sozialraum
from schema.text import Text
from schema.ties import PartOf, tie_id


@dataclass
class Making:
    """One file under way."""

    file: str
    sorted: Sorted
    account: Account
    roles: dict[Thing, list[str]] = field(default_factory=dict)
    """The functions of each person, as the posts were read."""

    def at(self, thing: Thing) -> Place:
        """Say where a thing is: in linked data a place is an address."""
        return Place(self.file, self.sorted.said.id(thing) or "_")

    def nodes(self) -> Iterator[Found]:
        """Give organisations and units, people and areas."""
        for thing in sorted(self.sorted.sorts, key=self.sorted.said.order):
            yield from self._organisation(thing)
        for thing in sorted(self.sorted.people, key=self.sorted.said.order):
            self.account.count("persons")
            title = self.sorted.said.words(thing, terms.TITLE) or None
            yield from self._node(thing, Person, title=title, functions=tuple(self.roles.get(thing, ())))
        for thing in sorted(self.sorted.areas, key=self.sorted.said.order):
            self.account.count("places")
            yield from self._node(thing, Sozialraum)

    def hierarchy(self) -> Iterator[Found]:
        """Tie each part to its whole, whichever of the two says so; once where both do."""
        for part, whole in self.sorted.above:
            yield from self.part_of(part, whole)
        for part, whole in self.sorted.said.pairs(terms.WITHIN):
            if part in self.sorted.areas:
                self.sorted.areas.add(whole)
                yield from self.part_of(part, whole)

    def span(self, thing: Thing) -> dict[str, Any]:
        """Read from when to when something held; what is no date is told."""
        said = self.sorted.said.words(thing, terms.FROM), self.sorted.said.words(thing, terms.UNTIL)
        days = [first_day(said[0]), last_day(said[1])]
        for text, day in zip(said, days, strict=True):
            if text and day is None:
                self.account.odd(self.at(thing).oddity("no-date", _NO_DATE.format(value=text[:100])))
        if days[0] and days[1] and days[1] < days[0]:
            self.account.odd(self.at(thing).oddity("ends-before-start", _END_FIRST.format(day=days[1])))
            days[1] = None
        return {"valid_from": days[0], "valid_to": days[1]}

    def _organisation(self, thing: Thing) -> Iterator[Found]:
        sort, said = self.sorted.sorts[thing], self.sorted.said
        self.account.count("units" if sort.type is Department else "organizations")
        if thing in self.sorted.unclassed and said.name(thing):
            self.account.odd(self.at(thing).oddity("unknown-type", _NO_CLASS.format(name=said.name(thing))))
        values: dict[str, Any] = {"kind": sort.kind, "level": sort.level}
        values["short_name"] = said.words(thing, terms.SHORT) or None
        if sort.type is Department:
            values["number"] = number_of(said.name(thing))
        yield from self._node(thing, sort.type, **values, **self.span(thing))

    def _node(self, thing: Thing, cls: type[Node], **values: Any) -> Iterator[Found]:
        """Make a node; one of which nothing is said but that it is there becomes a stub."""
        id, name, at = self.sorted.said.id(thing), self.sorted.said.name(thing), self.at(thing)
        if not id:
            self.account.odd(at.oddity("no-id", _NO_ID.format(type=cls.label), refused=True))
            return
        if not name:
            self.account.odd(at.oddity("by-reference", _NAMED_ONLY.format(type=cls.label, id=id)))
            values |= {"stub": True} | ({} if cls in (Person, Department) else {"level": Level.UNKNOWN})
        name = name or tail(thing)
        yield from made(cls, at, self.account, id=id, name=name, placeholder=is_placeholder(name), **values)

    def part_of(self, part: Thing, whole: Thing) -> Iterator[Found]:
        """Tie a part to its whole, where both become nodes that can be tied so."""
        below, above, said = self.sorted.type(part), self.sorted.type(whole), self.sorted.said
        start, end = said.id(part), said.id(whole)
        if below and above and start and end and start != end:
            if PartOf.joins(below, above):
                values = {"id": tie_id(PartOf.verb, start, end), "start": start, "end": end}
                yield from made(PartOf, self.at(part), self.account, **values)
            else:
                what = _NOT_PART.format(type=below.label, above=above.label)
                self.account.odd(self.at(part).oddity("no-part-of", what))


_NO_CLASS = Text(
    "„{name}“ hat keine bekannte Klasse; gelesen nach den Beziehungen, in denen es steht.",
    "“{name}” has no class that is known; read by the relations in which it stands.",
)
_NO_ID = Text(
    "{type} ohne Adresse und ohne Namen: nicht wiederzuerkennen.",
    "{type} without address or name: it cannot be known again.",
)
_NAMED_ONLY = Text(
    "{type} {id} wird nur genannt; geführt als Verweis.", "{type} {id} is only named; kept as a reference."
)
_NOT_PART = Text(
    "{type} kann nicht Teil von {above} sein; die Verbindung bleibt weg.",
    "{type} cannot be part of {above}; the tie is left out.",
)
_NO_DATE = Text("{value!r} ist kein Datum; das Feld bleibt leer.", "{value!r} is no date; the field stays empty.")
_END_FIRST = Text(
    "Das Ende {day} liegt vor dem Beginn; es bleibt leer.", "The end {day} lies before the start; it is left empty."
)
