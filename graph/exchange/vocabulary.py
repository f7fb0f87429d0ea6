"""The terms of W3C ORG, schema.org and SKOS for what our types and ties say, and our own for the rest."""

from collections.abc import Mapping

from schema.catalogue import date_fields, features
from schema.nodes import (
    NODES,
    Committee,
    Department,
    Document,
    Format,
    Indicator,
    Kommune,
    Node,
    Organisation,
    Person,
    Process,
    Sozialraum,
    TargetGroup,
)
from schema.ties import (
    TIES,
    ActiveIn,
    Concerns,
    CooperatesWith,
    FundedBy,
    HeldIn,
    IssuedBy,
    Leads,
    MemberOf,
    PartOf,
    Tie,
    WorksIn,
)

OWN = "urn:fahrstuhl:schema:"
"""Our own terms: the names of types, tie types and fields as in docs/data-dictionary.md."""
THING, TIE = "urn:fahrstuhl:id:", "urn:fahrstuhl:tie:"
"""Before an identifier of a node or of a tie that is no web address, percent-encoded."""
PREFIXES = {
    "fs": OWN,
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

CLASSES: Mapping[type[Node], tuple[str, ...]] = {
    Person: ("foaf:Person", "schema:Person"),
    Organisation: ("org:Organization", "schema:Organization"),
    Kommune: ("org:FormalOrganization", "schema:GovernmentOrganization"),
    Department: ("org:OrganizationalUnit", "schema:GovernmentOrganization"),
    Committee: ("org:Organization", "schema:Organization"),
    Sozialraum: ("schema:Place",),
    TargetGroup: ("schema:Audience",),
    Format: ("schema:Event",),
    Process: ("schema:Project",),
    Document: ("foaf:Document", "schema:CreativeWork"),
    Indicator: ("schema:StatisticalVariable",),
}
"""What our node types are in other vocabularies, where these have a word for it."""

TERMS = {
    "name": "schema:name",
    "short_name": "skos:altLabel",
    "title": "schema:honorificPrefix",
    "note": "skos:note",
    "url": "schema:url",
    "starts_on": "schema:startDate",
    "ends_on": "schema:endDate",
}
"""Fields that other vocabularies have a word for."""

_SIMPLE: Mapping[type[Tie], str] = {
    WorksIn: "org:memberOf",
    Leads: "org:headOf",
    MemberOf: "org:memberOf",
    ActiveIn: "schema:areaServed",
    CooperatesWith: "org:linkedTo",
    IssuedBy: "schema:publisher",
    Concerns: "schema:about",
    HeldIn: "schema:location",
    FundedBy: "schema:funder",
}


def property_of(tie: type[Tie], start: type[Node]) -> str | None:
    """Name the property that says the same as a tie of this type, from start to end; None where there is none."""
    if tie is PartOf:
        return {Department: "org:unitOf", Sozialraum: "schema:containedInPlace"}.get(start, "org:subOrganizationOf")
    return _SIMPLE.get(tie)


def context() -> dict[str, object]:
    """Make the JSON-LD context, which stands in the file itself, so that nobody has to fetch it."""
    made: dict[str, object] = {"@vocab": OWN, **PREFIXES}
    for cls in (*NODES, *TIES):
        made |= {name: {"@id": f"fs:{name}", "@type": "xsd:date"} for name in date_fields(cls)}
        made |= {item.name: {"@id": f"fs:{item.name}", "@container": "@list"} for item in features(cls) if item.many}
    for name, term in TERMS.items():
        known = made.get(name)
        made[name] = known | {"@id": term} if isinstance(known, dict) else term
    return made
