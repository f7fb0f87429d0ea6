"""What each thing in linked data is: by its class, else by the terms in which it takes part."""

from dataclasses import dataclass, field

from rdflib.term import Node as Thing

from graph.intake.linked import terms
from graph.intake.linked.statements import Statements, tail
from graph.intake.popolo.kinds import Sort, sort_of
from schema.nodes import Committee, Department, Node, Organisation, Person, Sozialraum


@dataclass
class Sorted:
    """The things of a file by what they are."""

    said: Statements
    sorts: dict[Thing, Sort] = field(default_factory=dict)
    people: set[Thing] = field(default_factory=set)
    posts: set[Thing] = field(default_factory=set)
    memberships: set[Thing] = field(default_factory=set)
    areas: set[Thing] = field(default_factory=set)
    above: list[tuple[Thing, Thing]] = field(default_factory=list)
    """Which unit or organisation is part of which."""
    unclassed: set[Thing] = field(default_factory=set)
    """Units and organisations that only their terms tell."""

    def type(self, thing: Thing) -> type[Node] | None:
        """Give the type of the node that a thing becomes; None where it becomes none."""
        if thing in self.sorts:
            return self.sorts[thing].type
        return Person if thing in self.people else Sozialraum if thing in self.areas else None


def sorted_out(said: Statements) -> Sorted:
    """Tell of each thing what it is; an organisation that has units is an office, as its units are."""
    found = Sorted(said)
    found.posts = said.typed(terms.POSTS)
    found.memberships = said.typed(terms.MEMBERSHIPS) | {s for s, _ in said.pairs(terms.MEMBER)}
    found.people = _people(said, found)
    found.areas = said.typed(terms.AREAS)
    units = said.pairs(terms.UNIT_OF, terms.HAS_UNIT)
    found.above = list(dict.fromkeys((*units, *said.pairs(terms.PART_OF, terms.HAS_PART))))
    _organisations(said, found, {thing for thing, _ in units})
    _offices(found, units)
    return found


def _people(said: Statements, found: Sorted) -> set[Thing]:
    people = said.typed(terms.PEOPLE)
    people |= {person for person, _ in said.pairs(terms.HOLDS, terms.HELD_BY)}
    people |= {person for person, _ in said.pairs((*terms.HEAD_OF, *terms.MEMBER_OF), terms.HAS_MEMBER)}
    people |= {person for _, person in said.pairs(terms.MEMBER)}
    classed = said.typed((*terms.ORGANISATIONS, *terms.UNITS, *terms.BODIES))
    return people - classed - found.posts - found.memberships


def _organisations(said: Statements, found: Sorted, units: set[Thing]) -> None:
    classed = said.typed((*terms.ORGANISATIONS, *terms.UNITS, *terms.BODIES))
    own_words = [term for term, _ in said.classes() if term.startswith(str(terms.BERORGS))]
    berlin = {thing: tail(term) for term in own_words for thing in said.typed((term,))}
    around = {thing for pair in found.above for thing in pair}
    for forward, backward in ((terms.POST_IN, terms.HAS_POST), (terms.IN_ORGANISATION, ())):
        around |= {organisation for _, organisation in said.pairs(forward, backward)}
    around |= {o for _, o in said.pairs((*terms.HEAD_OF, *terms.MEMBER_OF), terms.HAS_MEMBER)}
    others = found.people | found.posts | found.memberships | found.areas
    is_unit, is_body = said.typed(terms.UNITS) | units, said.typed(terms.BODIES)
    for thing in (classed | berlin.keys() | around) - others:
        unit = thing in is_unit or (thing in berlin and thing not in classed)
        found.sorts[thing] = _sort(said, thing, berlin.get(thing), unit=unit, body=thing in is_body)
    found.unclassed = around - classed - berlin.keys() - others


def _sort(said: Statements, thing: Thing, kind: str | None, *, unit: bool, body: bool) -> Sort:
    """Tell a unit, a body or an organisation by class, classification and name."""
    name = said.name(thing) or tail(thing)
    sort = sort_of(said.words(thing, terms.CLASSIFICATION), name)
    if body:
        return Sort(Committee, sort.kind if sort.type is Committee else None)
    return Sort(Department, kind or (sort.kind if sort.type is Department else None)) if unit else sort


def _offices(found: Sorted, units: list[tuple[Thing, Thing]]) -> None:
    """Take what has units for an office, for a unit is part of an office or of nothing; and what an office has too."""
    parts: dict[Thing, list[Thing]] = {}
    for part, whole in found.above:
        parts.setdefault(whole, []).append(part)
    waiting = [whole for _, whole in units if found.type(whole) not in (None, Department)]
    for whole in waiting:
        found.sorts[whole] = Sort(Department, None)
    waiting = [whole for whole in parts if found.type(whole) is Department]
    while waiting:
        for part in parts.get(waiting.pop(), ()):
            sort = found.sorts.get(part)
            if sort and sort.type is Organisation and sort.kind is None:
                found.sorts[part] = Sort(Department, None)
                waiting.append(part)
