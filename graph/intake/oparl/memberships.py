"""What a person belongs to: member of a body, at work in a unit of the administration, or at its head."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from graph.intake.cells import BOOLEANS
from graph.intake.oparl.gathering import is_deleted
from graph.intake.oparl.making import Making
from graph.intake.oparl.objects import Found, addresses, tail, words
from schema.folding import fold
from schema.levels import Level
from schema.nodes import Committee, Department, Kommune, Node
from schema.record import Record, Visibility
from schema.text import Text
from schema.ties import Leads, MemberOf, Tie, WorksIn

_DEPUTY = re.compile(r"\bstellv|stellvertret|\bstv\b|\bersatzmitglied|\bvertretendes mitglied|^\d+\. vertret")
_HEAD = re.compile(r"leit(er|erin|ung|ende[rs]?)\b|\bdezernent|direktor|buergermeister|\blandr(at|aetin)\b")
_PLAIN = re.compile(r"^((ordentliches |stimmberechtigtes |beratendes )?mitglied|mitarbeit(er|erin|ende[rs]?))?$")
_FACTIONS = ("Fraktion", "Partei")


def joined(making: Making, found: Found, person: str, *, public: bool) -> Iterator[Record]:
    """Give the tie of one membership; that of a Fraktion only where the person holds public office."""
    organization = organization_of(found)
    cls = making.types.get(organization)
    tie = _tie_type(found, cls) if cls else None
    if is_deleted(found.fields):
        making.delete(found)
    elif tie is None or not any(cls in ends for _, ends in tie.ends):
        making.odd("membership-of-nothing", _NO_ORGANIZATION, found, "organization")
    elif not (public or _is_neutral(making, organization)):
        making.odd("faction-of-private-person", _FACTION, found, "organization")
    else:
        yield from making.record(
            tie,
            found,
            id=_id(found, tie),
            start=person,
            end=organization,
            visibility=visible(public),
            **making.span(found),
            **(_standing(making, found, public) if tie is MemberOf else {"note": _said(found)}),
        )


def visible(public: bool) -> Visibility:
    """Say who may see a person and their ties: everybody where they hold public office, else the office."""
    return Visibility.PUBLIC if public else Visibility.INTERNAL


def organization_of(found: Found) -> str:
    """Give the address of the organization of a membership, "" where none is told."""
    return next(iter(addresses(found.fields.get("organization"))), "")


def in_politics(making: Making, found: Found) -> bool:
    """Say whether a membership is one in a body of politics."""
    organization = organization_of(found)
    kind, level = making.kinds.get(organization, (None, None))
    return making.types.get(organization) is Committee and Committee.stands_on(kind, level) is Level.POLITICS


def role_of(making: Making, found: Found, *, public: bool) -> str | None:
    """Give the role of a membership as a function with where it is held; None for one that tells nothing more."""
    role, organization = words(found.fields, "role"), organization_of(found)
    if (
        _PLAIN.match(fold(role))
        or organization not in making.types
        or not (public or _is_neutral(making, organization))
    ):
        return None
    name = _named(making, organization)
    return f"{role} ({name})" if name else role


def _tie_type(found: Found, cls: type[Node]) -> type[Tie]:
    role = fold(words(found.fields, "role"))
    if cls not in (Department, Kommune):
        return MemberOf
    return Leads if _HEAD.search(role) and not _DEPUTY.search(role) else WorksIn


def _id(found: Found, tie: type[Tie]) -> str:
    """Take the membership's own address; of a tie at work, one that a changed role does not collide with."""
    return found.id if tie is MemberOf else f"{tie.verb}|{found.id}"


def _standing(making: Making, found: Found, public: bool) -> Mapping[str, Any]:
    role = words(found.fields, "role")
    sender = next(iter(addresses(found.fields.get("onBehalfOf"))), "")
    if not (public or _is_neutral(making, sender)):
        sender = ""
    return {
        "role": role or None,
        "voting": _voting(making, found),
        "deputy": bool(_DEPUTY.search(fold(role))),
        "on_behalf_of": (_named(making, sender) or tail(sender)) if sender else None,
    }


def _is_neutral(making: Making, organization: str) -> bool:
    """Say whether belonging to an organization tells nothing of political opinions."""
    return making.kinds.get(organization, (None, None))[0] not in _FACTIONS


def _voting(making: Making, found: Found) -> bool | None:
    said = found.fields.get("votingRight")
    if isinstance(said, bool) or said in (None, ""):
        return said if isinstance(said, bool) else None
    read = BOOLEANS.get(str(said).strip().casefold())
    if read is None:
        what = Text("{value!r} ist weder ja noch nein; das Feld bleibt leer.", _NO_BOOLEAN)
        making.odd("no-boolean", what.format(value=str(said)[:100]), found, "votingRight")
    return read


def _said(found: Found) -> str | None:
    role = words(found.fields, "role")
    return f"Rolle: {role}" if role else None


def _named(making: Making, organization: str) -> str:
    return words(making.spool.find("Organization", organization) or {}, "name")


_NO_BOOLEAN = "{value!r} is neither yes nor no; the field stays empty."
_NO_ORGANIZATION = Text(
    "Die Mitgliedschaft nennt keine Organisation, in der jemand Mitglied sein kann; die Verbindung entfällt.",
    "The membership names no organization that one can be a member of; the tie is left out.",
)
_FACTION = Text(
    "Fraktionszugehörigkeit ohne öffentliches Amt wird nicht gespeichert.",
    "Membership of a parliamentary group without public office is not stored.",
)
