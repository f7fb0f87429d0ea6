"""From a row of a list to what it says: who there is, where they belong, and in which function."""

from collections.abc import Iterator
from typing import Any

from graph.intake.lists.bodies import Body, body
from graph.intake.lists.drafts import Drafts
from graph.intake.lists.names import Called, called, is_deputy, is_office, items, leads
from graph.intake.lists.row import Row
from graph.intake.lists.vocabulary import UNITS
from schema.errors import Oddity
from schema.levels import Level
from schema.nodes import Committee, Department, Node, Organisation, Person, Sozialraum
from schema.text import Text
from schema.ties import ActiveIn, Leads, MemberOf, PartOf, WorksIn

_POST = ("section", "unit", "organisation")
"""Fields that tell one vacant post from another."""
_UNIT_KINDS = {"directorate": "Dezernat", "section": "Abteilung"}


def noted(row: Row, drafts: Drafts) -> bool:
    """Note all that a row says; False where it names nobody and nothing."""
    return _Noting(row, drafts).all()


class _Noting:
    """One row while it is noted."""

    def __init__(self, row: Row, drafts: Drafts) -> None:
        self.row, self.drafts = row, drafts
        self.at = (row.place, row.file)
        self.functions = tuple(part for cell in row.all("function") for part in items(cell))
        self.during = {"valid_from": row.day("valid_from"), "valid_to": row.day("valid_to")}
        self.subject = row.layout.subject

    def all(self) -> bool:
        """Note the units, then who or what the row is about, then the ties."""
        units = self._units()
        organisations = [self._body(name, Organisation) for name in self.row.names("organisation")]
        if self.subject is not Person:
            return self._about_a_body(self.row.text("name"), units, organisations)
        people = [one for one in self.row.people() if one.name]
        if people and self.row.alone and body(people[0].name, Organisation).told:
            return False  # a heading between the rows, such as the name of an office
        for one in people:
            own = self._about() if len(people) == 1 else {**self._about(), "id": None}
            self._about_a_person(one, own, units, organisations)
        self._heads(units or organisations)
        return bool(people or units or organisations)

    def _about_a_person(self, named: Called, own: dict[str, Any], units: list[str], organisations: list[str]) -> None:
        apart = " ".join([*(text for field in _POST for text in self.row.all(field)), *self.functions])
        said = {"title": named.title, "functions": self.functions, **own}
        person = self.drafts.person(named.name, apart or self.row.place, *self.at, said)
        committees = list(self._committees())
        office = any(map(is_office, [*self.functions, *self.row.all("role")])) or any(map(self._political, committees))
        for one in [*units, *organisations]:
            self._belongs(person, one, office)
        for committee in committees:
            self._member(person, committee, alone=not units and not organisations)
        for name in filter(None, (*self.row.all("faction"), named.party)):
            if self._may_tell(office):
                self._member(person, self.drafts.body(name, _FACTION, *self.at, {}), alone=True)
        self._active(person)

    def _political(self, committee: str) -> bool:
        return Committee.stands_on(*self.drafts.kind_of(committee)) is Level.POLITICS

    def _about_a_body(self, name: str, units: list[str], organisations: list[str]) -> bool:
        if not name:
            return bool(units or organisations)
        subject = self.subject or Organisation
        kind = self.row.text("kind") or None
        one = self._body(name, subject, {"kind": kind, **self._about()} if kind else self._about())
        if self.drafts.type_of(one) is Department and units:
            self.drafts.tie(PartOf, one, units[-1], *self.at, {})
        if self.drafts.type_of(one) in (Organisation, Department):
            for committee in self._committees():
                self._member(one, committee, alone=True)
        self._active(one)
        self._heads([one])
        return True

    def _about(self) -> dict[str, Any]:
        """Give the fields that every record has."""
        return {
            "id": self.row.text("id") or None,
            "note": self.row.text("note") or None,
            "as_of": self.row.day("as_of"),
        }

    def _units(self) -> list[str]:
        """Note the units of the row, each as part of the larger one before it; give the smallest.

        A section is told from those of the same name by the office that it is part of.
        """
        larger: list[str] = []
        within = ""
        for field in UNITS:
            names = list(self.row.names(field))
            found = []
            for name in names:
                what = Body(Department, body(name, Department).kind or _UNIT_KINDS.get(field), None, told=True)
                apart = within if field == UNITS[-1] else ""
                found.append(self.drafts.body(name, what, *self.at, {}, within=apart))
                if len(larger) == 1:
                    self.drafts.tie(PartOf, found[-1], larger[0], *self.at, {})
            larger, within = found or larger, " ".join(names) or within
        return larger

    def _body(self, name: str, column: type[Node], said: dict[str, Any] | None = None) -> str:
        return self.drafts.body(name, body(name, column), *self.at, said or {})

    def _committees(self) -> Iterator[str]:
        for name in self.row.names("committee"):
            yield self._body(name, Committee)

    def _belongs(self, person: str, one: str, office: bool) -> None:
        """Tie a person to a body: as a member of a committee or Fraktion, else as its head or as who works there."""
        faction = self.drafts.kind_of(one)[0] in _FACTIONS
        if faction and not self._may_tell(office):
            return
        if faction or self.drafts.type_of(one) is Committee:
            self._member(person, one, alone=True)
        else:
            self.drafts.tie(Leads if any(map(leads, self.functions)) else WorksIn, person, one, *self.at, self.during)

    def _may_tell(self, office: bool) -> bool:
        """Say whether it is stored to which Fraktion or party somebody belongs: only of those in public office."""
        if not office:
            odd = Oddity("faction-of-private-person", _PRIVATE, self.row.file, self.row.place, "faction")
            self.row.account.odd(odd)
        return office

    def _member(self, one: str, committee: str, *, alone: bool) -> None:
        """Note a membership; a function is the role in it where there is nothing else that it could be meant for."""
        role = self.row.text("role") or (", ".join(self.functions) if alone else "")
        said = {"role": role or None, "deputy": is_deputy(role) or None, **self.during}
        self.drafts.tie(MemberOf, one, committee, *self.at, said)

    def _active(self, one: str) -> None:
        for name in (name for cell in self.row.all("area") for name in items(cell)):
            area = self.drafts.body(name, Body(Sozialraum, None, None, told=True), *self.at, {})
            self.drafts.tie(ActiveIn, one, area, *self.at, {})

    def _heads(self, bodies: list[str]) -> None:
        for name in self.row.names("head"):
            who = called(name)
            apart = " ".join(bodies) or self.row.place
            person = self.drafts.person(who.name, apart, *self.at, {"title": who.title})
            for one in bodies[-1:]:
                self.drafts.tie(Leads, person, one, *self.at, {})


_FACTIONS = ("Fraktion", "Partei")
_FACTION = Body(Organisation, _FACTIONS[0], None, told=True)
_PRIVATE = Text(
    "Die Fraktion oder Partei wird nicht gespeichert: die Zeile nennt kein öffentliches Amt.",
    "The parliamentary group or party is not stored: the row names no public office.",
)
