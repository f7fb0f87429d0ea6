"""The terms of other vocabularies that are understood, by what they say."""

from rdflib import FOAF, ORG, OWL, RDF, RDFS, SKOS, Namespace, URIRef

SCHEMA = Namespace("http://schema.org/")
"""schema.org; its addresses with https are read as these."""
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
OPENGOV = Namespace("http://www.w3.org/ns/opengov#")
PERSON = Namespace("http://www.w3.org/ns/person#")
GEONAMES = Namespace("http://www.geonames.org/ontology#")
BERORGS = Namespace("https://berlin.github.io/lod-vocabulary/berorgs/")
"""The classes of units and posts of the Berlin administration."""

Terms = tuple[URIRef, ...]

PEOPLE: Terms = (FOAF.Person, PERSON.Person, SCHEMA.Person, VCARD.Individual)
UNITS: Terms = (ORG.OrganizationalUnit,)
BODIES: Terms = (ORG.OrganizationalCollaboration,)
ORGANISATIONS: Terms = (
    *(ORG.Organization, ORG.FormalOrganization, FOAF.Organization, VCARD.Organization),
    *(SCHEMA.Organization, SCHEMA.GovernmentOrganization),
)
POSTS: Terms = (ORG.Post,)
MEMBERSHIPS: Terms = (ORG.Membership,)
AREAS: Terms = (GEONAMES.Feature, SCHEMA.AdministrativeArea)
BESIDE: Terms = (ORG.Role, ORG.Site, SKOS.Concept, VCARD.Address, VCARD.Work, VCARD.Voice, VCARD.Cell, GEONAMES.Code)
"""Classes of what only describes another thing, and is read with it or not at all."""
DESCRIBED: Terms = (OWL.Class, RDFS.Class, RDF.Property, OWL.ObjectProperty, OWL.DatatypeProperty)
"""Classes of terms: a vocabulary describes what may be said, and says nothing of anybody."""

NAME: Terms = (
    *(SKOS.prefLabel, FOAF.name, SCHEMA.name, RDFS.label, GEONAMES.name, VCARD.fn),
    URIRef(f"{ORG}name"),  # no term of ORG, but used
)
GIVEN, FAMILY = (
    (FOAF.givenName, SCHEMA.givenName, VCARD["given-name"]),
    (
        FOAF.familyName,
        SCHEMA.familyName,
        VCARD["family-name"],
    ),
)
TITLE: Terms = (FOAF.title, SCHEMA.honorificPrefix, VCARD["honorific-prefix"])
SHORT: Terms = (BERORGS.abbreviation, SKOS.altLabel, SCHEMA.alternateName)
CLASSIFICATION: Terms = (ORG.classification,)
ROLE: Terms = (ORG.role, SCHEMA.roleName, VCARD.role)

UNIT_OF, HAS_UNIT = (ORG.unitOf,), (ORG.hasUnit, SCHEMA.department)
PART_OF: Terms = (ORG.subOrganizationOf, SCHEMA.parentOrganization)
HAS_PART: Terms = (ORG.hasSubOrganization, SCHEMA.subOrganization)
WITHIN: Terms = (GEONAMES.parentFeature, SCHEMA.containedInPlace)
POST_IN, HAS_POST = (ORG.postIn,), (ORG.hasPost,)
HELD_BY, HOLDS = (ORG.heldBy,), (ORG.holds,)
MEMBER, HAS_MEMBERSHIP = (ORG.member,), (ORG.hasMembership,)
IN_ORGANISATION, POST = (ORG.organization,), (OPENGOV.post,)
MEMBER_OF, HAS_MEMBER = (ORG.memberOf, SCHEMA.memberOf), (ORG.hasMember, SCHEMA.member)
HEAD_OF: Terms = (ORG.headOf,)
REPORTS_TO: Terms = (ORG.reportsTo,)
FROM: Terms = (SCHEMA.validFrom, SCHEMA.startDate, SCHEMA.foundingDate)
UNTIL: Terms = (SCHEMA.validUntil, SCHEMA.validThrough, SCHEMA.endDate, SCHEMA.dissolutionDate)
