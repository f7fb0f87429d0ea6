"""From the files of a source into the spool: what is OParl is kept, what is not is reported with file and place."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from graph.intake.account import Account
from graph.intake.oparl import side_files
from graph.intake.oparl.elements import Element, elements
from graph.intake.oparl.endpoint import fetched
from graph.intake.oparl.objects import Found, addresses, kind_of
from graph.intake.oparl.spool import Spool
from graph.intake.sources import Endpoint, File, Member, Source
from schema.errors import InputError, Oddity
from schema.text import Text

_KEPT: Mapping[str, tuple[str, ...]] = {
    "System": (),
    "File": (),
    "Person": (
        "name", "familyName", "givenName", "title", "formOfAddress", "status", "deleted", "created", "modified",
    ),
    "Membership": (
        "person", "organization", "role", "votingRight", "onBehalfOf", "startDate", "endDate", "deleted", "created",
        "modified",
    ),
    "Location": (
        "description", "streetAddress", "room", "postalCode", "subLocality", "locality", "geojson", "geometry",
        "deleted",
    ),
}  # fmt: skip
"""What is kept of an object, of other kinds everything: e-mail, phone and dates of life of a person never are."""
_USES: Mapping[str, Mapping[str, str]] = {
    "Paper": {"underDirectionOf": "directs", "originatorOrganization": "submits", "body": "body"},
    "Consultation": {"organization": "consulted"},
    "Meeting": {"organization": "meets", "body": "body"},
    "Organization": {"subOrganizationOf": "contains", "body": "body"},
    "Membership": {"organization": "joins"},
}
"""Which fields refer to organizations and bodies, and as what."""


def gather(source: Source, spool: Spool, account: Account) -> None:
    """Put everything in a source into the spool; a damaged file or archive is left out whole, the others are read."""
    for file in fetched(source, account, spool.wanted) if isinstance(source, Endpoint) else source.files():
        try:
            with spool.whole():
                _gather_file(file, spool, account)
        except InputError as error:
            account.odd(*error.oddities)


def _gather_file(file: File, spool: Spool, account: Account) -> None:
    for member in file.members():
        if not _is_json(member):
            account.odd(Oddity("other-file", _OTHER, member.name))
            continue
        oddities: list[Oddity] = []
        try:
            for _ in elements(member, []):
                pass  # to its end first, so that a file that breaks off leaves nothing of itself
            _gather_member(member, spool, oddities, account)
        except InputError as error:
            oddities = [*error.oddities]
        for oddity in oddities:
            account.odd(oddity)
        account.count("files")


def _is_json(member: Member) -> bool:
    """Say whether a file wants to be JSON, by its name or its first sign."""
    head = member.content.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    member.content.seek(0)
    return member.name.lower().endswith((".json", ".json.gz", ".geojson")) or head[:1] in (b"{", b"[")


def _gather_member(member: Member, spool: Spool, oddities: list[Oddity], account: Account) -> None:
    empty = True
    for element in elements(member, oddities):
        empty = False
        side_file = side_files.recognised(element.keys)
        if side_file:
            side_file(element, member.name, spool, oddities)
        elif element.keys and not isinstance(element.value, dict):
            continue  # an address or a number in the envelope of a page
        else:
            _gather_object(element, member.name, spool, oddities, account.count)
    if empty:
        oddities.append(Oddity("no-objects", _NOTHING, member.name))


def _gather_object(
    element: Element, file: str, spool: Spool, oddities: list[Oddity], count: Callable[[str, int], None]
) -> None:
    fields = element.value
    if not isinstance(fields, dict):
        oddities.append(Oddity("not-an-object", _NO_OBJECT, file, element.place, refused=True))
        return
    kind = kind_of(fields, file)
    if kind is None:
        oddities.append(Oddity("unknown-object", _UNKNOWN, file, element.place, "type", refused=True))
        return
    top = Found(kind, fields, file, element.place)
    if not top.id:
        oddities.append(Oddity("no-id", _NO_ID, file, element.place, "id", refused=True))
        return
    for found in top.unnested():
        _keep(found, spool, oddities)
    count("objects", 1)


def _keep(found: Found, spool: Spool, oddities: list[Oddity]) -> None:
    if not found.id:
        return
    members = addresses(found.fields.get("membership")) if found.kind in ("Organization", "Person") else []
    if found.kind in _KEPT:
        found = replace(found, fields=_kept(found))
    oddity = spool.put(found)
    if oddity:
        oddities.append(oddity)
    for name, use in _USES.get(found.kind, {}).items():
        for id in addresses(found.fields.get(name)):
            spool.use(id, use, found)
    for id in members:
        spool.mention("Membership", id, found)


def _kept(found: Found) -> dict[str, Any]:
    """Keep what is needed of an object; of where a person lives, only that it was there."""
    private = found.kind == "Location" and (found.around == "Person" or found.fields.get("persons"))
    names = () if private else _KEPT[found.kind]
    return {"id": found.id} | {name: found.fields[name] for name in names if name in found.fields}


def is_deleted(fields: Mapping[str, Any]) -> bool:
    """Say whether an object is only the trace of one that was deleted."""
    return str(fields.get("deleted")).casefold() in ("true", "1")


_OTHER = Text("ist kein JSON und wird nicht gelesen", "is no JSON and is not read")
_NOTHING = Text("enthält keine Objekte", "holds no objects")
_NO_OBJECT = Text("Hier steht kein Objekt.", "There is no object here.")
_UNKNOWN = Text("Das ist kein Objekt von OParl.", "This is no object of OParl.")
_NO_ID = Text(
    "Das Objekt hat keine Adresse (id), mit der es wiederzuerkennen wäre.",
    "The object has no address (id) by which it could be known again.",
)
