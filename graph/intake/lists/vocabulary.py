"""The words by which the columns of a list are known, in German and English."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from schema.folding import fold
from schema.text import Text

FIELDS: Mapping[str, Text] = MappingProxyType(
    {
        "name": Text("Name, auch mit Titel", "name, perhaps with title"),
        "title": Text("Titel", "title"),
        "first_name": Text("Vorname", "first name"),
        "last_name": Text("Nachname", "last name"),
        "head": Text("Name der Leitung", "name of the head"),
        "function": Text("Funktionen", "functions"),
        "organisation": Text("Organisation, der jemand angehört", "organisation that somebody belongs to"),
        "directorate": Text("Dezernat", "directorate"),
        "unit": Text("Amt oder Fachbereich", "office or division"),
        "section": Text("Abteilung oder Sachgebiet", "section"),
        "committee": Text("Gremium", "committee"),
        "role": Text("Rolle im Gremium", "role in the committee"),
        "faction": Text("Fraktion oder Partei", "parliamentary group or party"),
        "area": Text("Sozialraum oder Stadtteil", "Sozialraum or city district"),
        "id": Text("Kennung", "identifier"),
        "kind": Text("Art", "kind"),
        "valid_from": Text("seit", "since"),
        "valid_to": Text("bis", "until"),
        "as_of": Text("Stand", "as of"),
        "note": Text("Bemerkung", "note"),
        "private": Text("wird nie gespeichert", "never stored"),
    }
)
"""What a column can hold; the names that `--column` takes. `private`: ways to reach a person, and what is nobody's."""

UNITS = ("directorate", "unit", "section")
"""From the largest to the smallest; what stands further right is part of what stands before it."""

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": (
        *("name", "vor- und nachname", "vorname nachname", "name vorname", "vor- und zuname", "person", "mitglied"),
        *("ansprechpartner", "ansprechperson", "kontaktperson", "kontakt", "ansprechpartnerin", "mitarbeiter"),
        *(
            "stelleninhaber",
            "name des mitglieds",
            "full name",
            "contact",
            "contact person",
            "member",
            "akteur",
            "actor",
        ),
        *("akteur", "bezeichnung", "title and name", "titel und name", "titel name", "teilnehmer", "vertreten durch"),
    ),
    "title": ("titel", "akad. titel", "akademischer titel", "akad. grad", "academic title", "title"),
    "first_name": ("vorname", "rufname", "first name", "given name", "forename"),
    "last_name": ("nachname", "familienname", "zuname", "last name", "family name", "surname"),
    "head": (
        *("leitung", "leiter", "amtsleitung", "amtsleiter", "einrichtungsleitung", "schulleitung", "vorsitz"),
        *("vorsitzende", "geschaeftsfuehrung", "geschaeftsfuehrer", "head", "director", "manager", "chair"),
    ),
    "function": (
        *("funktion", "funktionen", "position", "aufgabe", "aufgaben", "aufgabenbereich", "tatigkeit", "stelle"),
        *("taetigkeit", "zustaendigkeit", "dienststellung", "amtsbezeichnung", "beruf", "function", "functions", "job"),
        *("job title", "executive", "office held", "zustaendig fuer", "arbeitsgebiet"),
    ),
    "organisation": (
        *("organisation", "organization", "institution", "einrichtung", "traeger", "verein", "firma", "unternehmen"),
        *(
            "traegerschaft",
            "dienststelle",
            "arbeitgeber",
            "behoerde",
            "organisation/einrichtung",
            "name der einrichtung",
        ),
        *(
            "name der organisation",
            "organisation/einrichtung",
            "company",
            "employer",
            "school",
            "schule",
            "kita",
            "koerperschaft",
        ),
    ),
    "directorate": ("dezernat", "ressort", "geschaeftsbereich", "directorate"),
    "unit": (
        *("amt", "fachbereich", "fachdienst", "bereich", "organisationseinheit", "verwaltungseinheit", "orga-einheit"),
        *("amt/fachbereich", "department", "unit", "office", "division", "oe", "referat", "stabsstelle"),
    ),
    "section": ("abteilung", "sachgebiet", "team", "section", "sg", "fachgebiet", "sachbereich"),
    "committee": (
        *("gremium", "gremien", "ausschuss", "arbeitskreis", "arbeitsgruppe", "ag", "beirat", "committee", "council"),
        *("mitglied in", "netzwerk", "runder tisch", "board"),
    ),
    "role": ("rolle", "rolle im gremium", "mitgliedsart", "role", "stimmrecht/rolle"),
    "faction": ("fraktion", "partei", "fraktion/partei", "party", "faction", "liste", "wahlvorschlag"),
    "area": (
        *("sozialraum", "stadtteil", "quartier", "ortsteil", "bezirk", "planungsraum", "wirkungsort", "einzugsgebiet"),
        *("area", "ward", "neighbourhood", "neighborhood", "city district", "raum (sozialraum)", "stadtbezirk"),
    ),
    "id": ("kennung", "id", "kuerzel", "identifier", "key", "personalnummer"),
    "kind": ("art", "typ", "art der einrichtung", "organisationstyp", "kategorie", "kind", "type", "category"),
    "valid_from": (
        *("seit", "von", "beginn", "eintritt", "mitglied seit", "gueltig ab", "im amt seit", "start", "start date"),
        *("start_date", "since", "from", "bestellt am"),
    ),
    "valid_to": ("bis", "ende", "austritt", "gueltig bis", "end", "end date", "end_date", "until", "to"),
    "as_of": ("stand", "stand vom", "as of", "aktualisiert", "aktualisiert am", "letzte aenderung", "updated"),
    "note": ("bemerkung", "bemerkungen", "anmerkung", "anmerkungen", "notiz", "notizen", "hinweis", "note", "notes"),
}
KNOWN: Mapping[str, str] = MappingProxyType({fold(word): field for field, words in _HEADINGS.items() for word in words})
"""Heading → field."""

_PRIVATE = re.compile(
    r"(^|[\s/\-_.])(e-?mail|mail|tel|tel\.|telefon\w*|phone|telephone|fax|telefax|mobil\w*|handy\w*|durchwahl|strasse"
    r"|anschrift|adresse|address|street|plz|postleitzahl|postfach|ort|wohnort|zip|geb|geburts\w*|birth\w*|anrede"
    r"|salutation|geschlecht|gender|sex|zimmer|raum|zi|foto|photo|image|picture|iban|konfession|familienstand"
    r"|nationalitaet|gehalt|besoldung\w*|entgelt\w*)([\s/\-_.(),:]|$)"
)
_FORMS = re.compile(r"[/*:_]-?(in|innen|r|n)\b|\([^)]*\)")


def field_of(heading: str) -> str | None:
    """Find what a column holds by its heading, whatever its case and grammatical form; None where it tells nothing.

    >>> field_of("Ansprechpartner/in"), field_of("E-Mail (dienstlich)"), field_of("Amt *"), field_of("Farbe")
    ('name', 'private', 'unit', None)
    """
    folded = fold(heading)
    plain = _FORMS.sub("", folded).strip(" .:*-")
    known = KNOWN.get(folded) or KNOWN.get(plain)
    return known or ("private" if _PRIVATE.search(folded) else None)
