"""The units and bodies of a municipality, and its city districts."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from graph.intake.names import is_placeholder, number_of
from graph.intake.oparl import side_files
from graph.intake.oparl.gathering import is_deleted
from graph.intake.oparl.locations import where
from graph.intake.oparl.making import Making
from graph.intake.oparl.objects import Found, addresses, tail, words
from graph.intake.oparl.organizations import Verdict, judged
from graph.intake.oparl.references import by_reference
from graph.intake.reader import Ending, look_ahead
from schema.folding import fold
from schema.nodes import Committee, Department, Kommune, Node, Organisation, Sozialraum
from schema.record import Record
from schema.text import Text
from schema.ties import PartOf, tie_id

Made = Iterator[Record | Ending]
_ORGANIZATIONS: tuple[type[Node], ...] = (Department, Committee, Organisation)


def organizations(making: Making) -> Made:
    """Give each organization as what the rules tell it to be, then what each is part of."""
    known = "SELECT id FROM objects WHERE kind = 'Organization' UNION SELECT id FROM uses"
    look_ahead(making.present, (id for (id,) in making.spool.rows(known)))
    for found in making.spool.objects("Organization"):
        verdict = _judged(making, found)
        if is_deleted(found.fields):
            yield from _ended(making, found, verdict)
        else:
            yield from _organization(making, found, verdict, **making.span(found))
    uses = ("directs", "consulted", "meets", "submits", "contains", "joins")
    for found in by_reference(making, "Organization", uses):
        making.account.count("organizations_by_reference")
        yield from _organization(making, found, _judged(making, found), stub=True)
    for found in making.spool.objects("Organization"):
        yield from _part_of(making, found)


def _judged(making: Making, found: Found) -> Verdict:
    """Tell what an organization is; where the store knows it as something else, the store's word stands.

    Where the rules find no kind, it is what the source itself calls it.
    """
    uses = frozenset(use for (use,) in making.spool.rows("SELECT use FROM uses WHERE id = ?", (found.id,)))
    verdict = judged(found.id, found.fields, uses)
    stored = making.present.get(found.id)
    if stored in _ORGANIZATIONS and stored is not verdict.type:
        verdict = Verdict(stored, "wie bereits gespeichert")
    if verdict.kind is None:
        said = (words(found.fields, name) for name in ("classification", "organizationType"))
        verdict = replace(verdict, kind=next((kind for kind in said if kind), None))
    making.types[found.id] = verdict.type
    making.kinds[found.id] = (verdict.kind, verdict.level)
    return verdict


def _organization(making: Making, found: Found, verdict: Verdict, **values: Any) -> Iterator[Record]:
    stub = bool(values.get("stub"))
    name = tail(found.id) if stub else making.name(found, "shortName")
    if verdict.type is Department:
        values["number"] = number_of(name)
    yield from making.record(
        verdict.type,
        found,
        id=found.id,
        name=name,
        short_name=words(found.fields, "shortName") or None,
        kind=verdict.kind,
        level=verdict.level,
        level_source=f"Regel: {verdict.rule}",
        placeholder=not stub and is_placeholder(name),
        note=where(making, found),
        **values,
    )


def _ended(making: Making, found: Found, verdict: Verdict) -> Made:
    on = making.ended_on(found)
    if on:
        made = _organization(making, found, verdict, valid_to=on)
        yield from (Ending(found.id, verdict.type, on, record) for record in made)


def _part_of(making: Making, found: Found) -> Iterator[Record]:
    """Tie an organization to the one above it, else to its body, where the types may be joined."""
    cls = making.types[found.id]
    for name in ("subOrganizationOf", "body"):
        for above in addresses(found.fields.get(name)):
            upper = making.types.get(above)
            if upper and above != found.id and PartOf.joins(cls, upper):
                id = tie_id(PartOf.verb, found.id, above)
                yield from making.record(PartOf, found, id=id, start=found.id, end=above)
                return


def places_and_submitters(making: Making) -> Iterator[Record]:
    """Give the city districts and parliamentary groups that the side files name, as parts of the one body there is."""
    home = sole_body(making)
    rows = making.spool.rows("SELECT kind, name, shown, file, place FROM names ORDER BY kind, name")
    for kind, name, shown, file, place in rows:
        if not home:
            making.odd("no-sole-body", _HOMELESS, Found(kind, {}, file, place))
            continue
        cls, count = (Sozialraum, "areas") if kind == side_files.AREA else (Organisation, "submitters")
        made = "Stadtteil" if kind == side_files.AREA else "Fraktion"
        found = Found(made, {}, file, place)
        id = named_id(home, kind, name)
        making.account.count(count)
        yield from making.record(cls, found, id=id, name=shown, kind=made, note=side_files.NOTE)
        tie = tie_id(PartOf.verb, id, home)
        yield from making.record(PartOf, found, id=tie, start=id, end=home, note=side_files.NOTE)


_HOMELESS = Text(
    "Die Quelle nennt keine oder mehrere Körperschaften; der Name bleibt ohne Zuordnung und wird nicht übernommen.",
    "The source names no body or several; the name belongs to none of them and is not taken over.",
)


def sole_body(making: Making) -> str:
    """Give the body that the whole source is about, "" where there is none or more than one."""
    bodies = [id for id, cls in making.types.items() if cls is Kommune]
    return bodies[0] if len(bodies) == 1 else ""


def named_id(home: str, kind: str, name: str) -> str:
    """Make the identity of a district or group that has a name and no address."""
    made = "stadtteil" if kind == side_files.AREA else "fraktion"
    return f"{home}#{made}/{fold(name).replace(' ', '-')}"
