"""Who does what where: posts and their holders, memberships, heads, and who reports to whom."""

from collections.abc import Iterator
from typing import Any

from rdflib.term import Node as Thing

from graph.intake.charts.kinds import leads
from graph.intake.linked import terms
from graph.intake.linked.making import Making
from graph.intake.linked.statements import tail
from graph.intake.networks.making import escaped
from graph.intake.places import Found, made
from schema.nodes import Department
from schema.text import Text
from schema.ties import Leads, MemberOf, ReportsTo, Tie, WorksIn, tie_id


def functions(making: Making) -> Iterator[Found]:
    """Give all ties between people and organisations; to be asked before the nodes, which state the functions."""
    yield from _posts(making)
    yield from _memberships(making)
    said = making.sorted.said
    for person, organisation in said.pairs(terms.HEAD_OF):
        yield from _tied(making, person, organisation, "", head=True)
    for person, organisation in said.pairs(terms.MEMBER_OF, terms.HAS_MEMBER):
        yield from _tied(making, person, organisation, said.words(person, terms.ROLE))
    for below, above in said.pairs(terms.REPORTS_TO):
        start, end = said.id(below), said.id(above)
        if making.sorted.type(below) and making.sorted.type(above) and start and end and start != end:
            id = tie_id(ReportsTo.verb, start, end)
            yield from made(ReportsTo, making.at(below), making.account, id=id, start=start, end=end)


def _posts(making: Making) -> Iterator[Found]:
    """Tie those who hold a post to where it is; a person may hold several, a post may have nobody."""
    said = making.sorted.said
    places = _by_first(said.pairs(terms.POST_IN, terms.HAS_POST))
    holders = _by_first(said.pairs(terms.HELD_BY, terms.HOLDS))
    for post in sorted(making.sorted.posts | holders.keys(), key=said.order):
        making.account.count("posts")
        role = said.words(post, terms.ROLE) or said.name(post) or tail(post)
        people, organisations = holders.get(post, []), places.get(post, [])
        if not people:
            making.account.count("vacant")
            making.account.odd(making.at(post).oddity("vacant", _VACANT.format(role=role)))
        elif not organisations:
            making.account.odd(making.at(post).oddity("no-end", _NOWHERE.format(role=role), refused=True))
        for person in people:
            for organisation in organisations:
                yield from _tied(making, person, organisation, role, post, **making.span(post))


def _memberships(making: Making) -> Iterator[Found]:
    said = making.sorted.said
    members = _by_first(said.pairs(terms.MEMBER, terms.HAS_MEMBERSHIP))
    for one in sorted(making.sorted.memberships, key=said.order):
        making.account.count("memberships")
        people = members.get(one, [])
        posts = said.of(one, terms.POST)
        organisations = said.of(one, terms.IN_ORGANISATION) or [o for p in posts for o in said.of(p, terms.POST_IN)]
        role = said.words(one, terms.ROLE) or next(filter(None, (said.words(p, terms.ROLE) for p in posts)), "")
        if not people or not organisations:
            making.account.odd(making.at(one).oddity("no-end", _HALF, refused=True))
        for person in people:
            for organisation in organisations:
                yield from _tied(making, person, organisation, role or said.name(one), one, **making.span(one))


def _tied(
    making: Making,
    person: Thing,
    organisation: Thing,
    role: str,
    by: Thing | None = None,
    *,
    head: bool = False,
    **span: Any,
) -> Iterator[Found]:
    """Tie somebody to an organisation: as its head, as member of a body, or as one who works in an office."""
    said, where = making.sorted.said, making.sorted.type(organisation)
    start, end = said.id(person), said.id(organisation)
    if not where or not start or not end or start == end:
        return
    if role and role not in making.roles.setdefault(person, []):
        making.roles[person].append(role)
    cls: type[Tie] = Leads if head or leads(role, "") else WorksIn if where is Department else MemberOf
    told = (said.id(by) if by is not None else "") or role
    values = {"role": role or None} if cls is MemberOf else {"note": role or None}
    id = tie_id(cls.verb, start, end, *((escaped(told),) if told else ()))
    yield from made(cls, making.at(person), making.account, id=id, start=start, end=end, **values, **span)


def _by_first(pairs: list[tuple[Thing, Thing]]) -> dict[Thing, list[Thing]]:
    found: dict[Thing, list[Thing]] = {}
    for first, second in pairs:
        found.setdefault(first, []).append(second)
    return found


_VACANT = Text(
    "Stelle „{role}“: niemand genannt; sie wird nicht übernommen.", "Post “{role}”: nobody named; it is not taken over."
)
_NOWHERE = Text("Stelle „{role}“ ist keiner Einheit zugeordnet.", "Post “{role}” belongs to no unit.")
_HALF = Text("Die Mitgliedschaft nennt nicht beide Enden.", "The membership does not name both ends.")
