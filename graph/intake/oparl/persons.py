"""Persons of the council record, and what they are members of, work in or lead.

Whoever sits in a body of the council, or holds an office that says so, holds public office and is `public`; everybody
else is `internal`. Membership of a Fraktion is a political opinion, so of others it is not stored at all.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from graph.intake.names import is_placeholder
from graph.intake.oparl.bodies import Made
from graph.intake.oparl.days import day
from graph.intake.oparl.gathering import is_deleted
from graph.intake.oparl.making import Making
from graph.intake.oparl.memberships import in_politics, joined, role_of, visible
from graph.intake.oparl.names import functions, name_and_title
from graph.intake.oparl.objects import Found, addresses, tail, words
from graph.intake.reader import Ending, look_ahead
from schema.folding import fold
from schema.nodes import Person
from schema.record import Record
from schema.text import Text

_OFFICE = re.compile(
    r"\brats(frau|herr|mann|mitglied|vorsitz)|\b(stadt|gemeinde|markt|kreis|orts?|ortschafts|bezirks|land)r(at|aetin)\b"
    r"|^(\S+ )?(ober|bezirks|orts)?buergermeister(in)?\b|kreistagsmitglied|mitglied des (rates|kreistag)"
    r"|beigeordnet|abgeordnet|(stadt|gemeinde|bezirks)verordnet|ortsvorsteher|^dezernent"
)
_PORTION = 500


def persons(making: Making) -> Made:
    """Give each person, followed by the ties to what they belong to; then the memberships of persons stored already."""
    for found in making.spool.objects("Person"):
        if is_deleted(found.fields):
            yield from _ended(making, found)
            continue
        memberships = making.spool.referring("Membership", found.id)
        office = holds_office(making, found, memberships)
        yield from _person(making, found, memberships, office)
        for membership in memberships:
            yield from joined(making, membership, found.id, public=office)
    yield from _of_stored(making)
    for id, at in making.spool.missing("Membership"):
        making.odd("membership-not-here", _NO_MEMBERSHIP.format(id=id), at, "membership")


def holds_office(making: Making, found: Found | None, memberships: Sequence[Found]) -> bool:
    """Say whether somebody holds public office: sits in a body of politics, or is called after an office."""
    said = (*(functions(found.fields) if found else ()), *(words(m.fields, "role") for m in memberships))
    called = any(_OFFICE.search(fold(item)) for item in said)
    return called or any(in_politics(making, membership) for membership in memberships)


def _person(making: Making, found: Found, memberships: Sequence[Found], office: bool) -> Iterator[Record]:
    name, title = name_and_title(found.fields)
    yield from making.record(
        Person,
        found,
        id=found.id,
        name=name or making.name(found),
        title=title,
        functions=(*functions(found.fields), *_roles(making, found, memberships, office)),
        placeholder=is_placeholder(name),
        visibility=visible(office),
    )


def _roles(making: Making, found: Found, memberships: Sequence[Found], office: bool) -> Iterator[str]:
    """Give the roles that tell something of a person and have not ended yet, each once."""
    today = date.today()  # noqa: DTZ011 - the day at this desk
    known = set(functions(found.fields))
    for membership in memberships:
        ended = day(membership.fields, "endDate")
        role = role_of(making, membership, public=office)
        if role and role not in known and not is_deleted(membership.fields) and not (ended and ended < today):
            known.add(role)
            yield role


def _ended(making: Making, found: Found) -> Made:
    """End a person who was deleted, where the store knows them; one it does not know is not stored for that."""
    if making.present.get(found.id) is Person:
        on = making.ended_on(found)
        if on:
            yield Ending(found.id, Person, on)


def _of_stored(making: Making) -> Made:
    """Give the memberships of persons that only the store knows; report those of persons that it does not know."""
    found = (m for m in making.spool.objects("Membership") if making.spool.find("Person", _person_of(m)) is None)
    while portion := list(islice(found, _PORTION)):
        look_ahead(making.present, map(_person_of, portion))
        for membership in portion:
            person = _person_of(membership)
            if is_deleted(membership.fields):
                making.delete(membership)
            elif making.present.get(person) is Person:
                yield from joined(making, membership, person, public=holds_office(making, None, [membership]))
            else:
                what = _NO_PERSON.format(id=person or tail(membership.id))
                making.odd("person-not-here", what, membership, "person")


def _person_of(found: Found) -> str:
    return next(iter(addresses(found.fields.get("person"))), "")


_NO_MEMBERSHIP = Text(
    "Die Mitgliedschaft {id} steht nicht in der Quelle; wer dahintersteht, bleibt unbekannt.",
    "The membership {id} is not in the source; whose it is stays unknown.",
)
_NO_PERSON = Text(
    "Die Person dieser Mitgliedschaft steht nicht in der Quelle ({id}); die Verbindung entfällt.",
    "The person of this membership is not in the source ({id}); the tie is left out.",
)
