"""The town as it was before: Stadtteile and 52 Sozialräume, Fachbereiche that work each for itself, council, actors."""

from itertools import count
from random import Random

from examples.building import Building, day
from examples.emden.facts import FACT, PERSON
from schema.nodes import (
    Committee,
    Department,
    Fachplanung,
    Indicator,
    Kommune,
    Organisation,
    Person,
    Raumzuschnitt,
    Sozialraum,
    TargetGroup,
)
from schema.ties import (
    ActiveIn,
    BelongsTo,
    CooperatesWith,
    Leads,
    Measured,
    MemberOf,
    PartOf,
    ReportsTo,
    ResponsibleFor,
    Uses,
)

QUARTERS = (
    ("hafen", "Hafenviertel", 8),
    ("altstadt", "Altstadt am Wasser", 7),
    ("wall", "Wallviertel", 7),
    ("nord", "Nordkamp", 8),
    ("deich", "Deichhörn", 6),
    ("moor", "Moorwarft", 6),
    ("fehn", "Fehnpolder", 5),
    ("siel", "Sielbrücke", 5),
)
"""Key, invented name and number of Sozialräume of each Stadtteil: 52 together, as the source says."""

UNITS = (
    ("fb-innen", "100", "Fachbereich Innere Dienste", "Fachbereich", "stadt"),
    ("fd-orga", "110", "Fachdienst Organisation und Personal", "Fachdienst", "fb-innen"),
    ("fd-finanzen", "120", "Fachdienst Finanzen", "Fachdienst", "fb-innen"),
    ("fb-stadt", "300", "Fachbereich Stadtentwicklung", "Fachbereich", "stadt"),
    ("fd-planung", "310", "Fachdienst Stadtplanung", "Fachdienst", "fb-stadt"),
    ("fd-umwelt", "320", "Fachdienst Umwelt", "Fachdienst", "fb-stadt"),
    ("fb-sozial", "500", "Fachbereich Gesundheit und Soziales", "Fachbereich", "stadt"),
    ("fd-sozial", "510", "Fachdienst Sozialhilfe und Wohngeld", "Fachdienst", "fb-sozial"),
    ("fd-gesundheit", "520", "Fachdienst Gesundheit", "Fachdienst", "fb-sozial"),
    ("fd-senioren", "530", "Fachdienst Seniorinnen und Senioren", "Fachdienst", "fb-sozial"),
    ("fb-jugend", "600", "Fachbereich Jugend, Schule und Sport", "Fachbereich", "stadt"),
    ("fd-jugend", "610", "Fachdienst Jugendförderung", "Fachdienst", "fb-jugend"),
    ("fd-hilfen", "620", "Fachdienst Sozialer Dienst", "Fachdienst", "fb-jugend"),
    ("fd-schule", "630", "Fachdienst Schule", "Fachdienst", "fb-jugend"),
)
"""Key, number, name, kind and the unit or Kommune of which it is a part."""

PLANNINGS = (
    ("fp-jugend", "Jugendhilfeplanung", "Jugendhilfeplanung", "fd-hilfen"),
    ("fp-schule", "Schulentwicklungsplanung", "Schulentwicklungsplanung", "fd-schule"),
    ("fp-alter", "Altenplanung", "Altenplanung", "fd-senioren"),
    ("fp-gesundheit", "Gesundheitsplanung", "Gesundheitsplanung", "fd-gesundheit"),
    ("fp-stadt", "Stadtentwicklungsplanung", "Stadtentwicklungsplanung", "fd-planung"),
)
GROUPS = (
    ("zg-familien", "Familien", 2, "fd-hilfen"),
    ("zg-neuzugewanderte", "Neuzugewanderte", 4, "fd-sozial"),
    ("zg-aeltere", "Ältere Menschen", 3, "fd-senioren"),
)
BODIES = (
    ("rat", "Rat der Stadt", "Rat", "stadt"),
    ("jha", "Jugendhilfeausschuss", "Ausschuss", "rat"),
    ("schulausschuss", "Schulausschuss", "Ausschuss", "rat"),
    ("sozialausschuss", "Ausschuss für Gesundheit und Soziales", "Ausschuss", "rat"),
    ("planungsausschuss", "Ausschuss für Stadtentwicklung", "Ausschuss", "rat"),
)
REPORTS = (
    ("fb-jugend", "jha"),
    ("fb-jugend", "schulausschuss"),
    ("fb-sozial", "sozialausschuss"),
    ("fb-stadt", "planungsausschuss"),
)
SILOS = (
    ("fd-jugend", "fd-hilfen"),
    ("fd-hilfen", "fd-schule"),
    ("fd-sozial", "fd-gesundheit"),
    ("fd-gesundheit", "fd-senioren"),
    ("fd-planung", "fd-umwelt"),
    ("fd-orga", "fd-finanzen"),
)
"""Who worked together before 2015: only within the same Fachbereich."""

ORGANISATIONS = (
    ("kita-hafen", "Kita Leuchtfeuer", "Kita", "hafen", "fd-hilfen"),
    ("kita-nord", "Kita Nordlicht", "Kita", "nord", "fd-hilfen"),
    ("gs-hafen", "Grundschule am Hafen", "Schule", "hafen", "fd-schule"),
    ("gs-wall", "Grundschule am Wall", "Schule", "wall", "fd-schule"),
    ("obs-nord", "Oberschule Nordkamp", "Schule", "nord", "fd-schule"),
    ("vhs", "Volkshochschule", "Träger", "altstadt", ""),
    ("jugendhaus", "Jugendhaus Schleuse", "Träger", "wall", "fd-jugend"),
    ("beratung", "Beratungsstelle Anker e. V.", "Träger", "altstadt", "fd-sozial"),
    ("pflege", "Pflegedienst Deichblick", "Träger", "deich", "fd-senioren"),
    ("sportverein", "Turnverein Moorwarft e. V.", "Verein", "moor", ""),
    ("heimatverein", "Heimatverein Fehnpolder e. V.", "Verein", "fehn", ""),
    ("kirche", "Kirchengemeinde Sielbrücke", "Kirchengemeinde", "siel", ""),
    ("quartier", "Quartiersmanagement Hafenviertel", "Quartiersmanagement", "hafen", "fd-planung"),
)
"""Key, name, kind, Stadtteil and the Fachdienst with which each deals."""

PERSONS = (
    ("ob", "Henk Musterwarft", "Oberbürgermeister", "stadt"),
    ("l-stadt", "Insa Musterdeich", "Fachbereichsleiterin", "fb-stadt"),
    ("l-sozial", "Jelto Musterpolder", "Fachbereichsleiter", "fb-sozial"),
    ("l-jugend", "Keno Mustersiel", "Fachbereichsleiter", "fb-jugend"),
    ("l-jha", "Lina Musterkoog", "Vorsitzende des Jugendhilfeausschusses", "jha"),
)
INDICATORS = (
    ("ind-kinder", "Anteil der Bevölkerung unter 18 Jahren", "%", 11.0, 24.0),
    ("ind-alte", "Anteil der Bevölkerung ab 65 Jahren", "%", 14.0, 33.0),
    ("ind-hilfe", "Anteil der Menschen mit Grundsicherung für Arbeitsuchende", "%", 2.0, 27.0),
    ("ind-sprache", "Anteil der Kinder mit Sprachförderbedarf", "%", 6.0, 45.0),
)
YEARS = (2017, 2020)


def add_town(town: Building, rng: Random) -> None:
    """Add all that was there before the Stabsstelle and still is."""
    town.node(Kommune, "stadt", "Musterstadt (nach der Stadt Emden)", kind="kreisfreie Stadt")
    areas = _add_areas(town, rng)
    for key, number, name, kind, parent in UNITS:
        town.node(Department, key, name, kind=kind, number=number)
        town.tie(PartOf, key, parent)
    for key, name, kind, unit in PLANNINGS:
        town.node(Fachplanung, key, name, kind=kind)
        town.tie(ResponsibleFor, unit, key)
    for key, name, hard, unit in GROUPS:
        town.node(TargetGroup, key, name, hard_to_reach=hard)
        town.tie(ResponsibleFor, unit, key)
    _add_council(town)
    for start, end in SILOS:
        town.tie(CooperatesWith, start, end, strength=3, contact_kind="dialogic", valid_from=day("2010-01-01"))
    _add_actors(town)
    _add_values(town, areas, rng)


def _add_areas(town: Building, rng: Random) -> list[str]:
    """Add the Stadtteile, the 52 Sozialräume of the monitoring and their division."""
    told = "kleinräumiges Sozialmonitoring mit 52 Sozialräumen laut Quelle; Namen und Grenzen sind erfunden"
    division = {"source": FACT, "note": told, "valid_from": day("2015-01-01")}
    town.node(Raumzuschnitt, "rz-sozialraeume", "52 Sozialräume", **division)
    keys = []
    for quarter, name, size in QUARTERS:
        town.node(Sozialraum, quarter, name, kind="Stadtteil")
        town.tie(PartOf, quarter, "stadt")
        for number in range(1, size + 1):
            key = f"{quarter}-{number}"
            town.node(Sozialraum, key, f"{name} {number}", kind="Sozialraum", population=rng.randrange(300, 1_700, 10))
            town.tie(PartOf, key, quarter)
            town.tie(BelongsTo, key, "rz-sozialraeume", valid_from=day("2015-01-01"))
            keys.append(key)
    town.ties(Uses, "fp-jugend", ["rz-sozialraeume"], valid_from=day("2017-01-01"))
    return keys


def _add_council(town: Building) -> None:
    for key, name, kind, parent in BODIES:
        town.node(Committee, key, name, kind=kind)
        town.tie(PartOf, key, parent)
        if parent == "rat":
            town.tie(ReportsTo, key, parent)
    for unit, body in REPORTS:
        town.tie(ReportsTo, unit, body)


def _add_actors(town: Building) -> None:
    seats = {quarter: count(1) for quarter, _, _ in QUARTERS}
    for key, name, kind, quarter, unit in ORGANISATIONS:
        intermediary = kind == "Quartiersmanagement"
        town.node(Organisation, key, name, kind=kind, external=True, intermediary=intermediary, key_actor=intermediary)
        town.tie(ActiveIn, key, f"{quarter}-{next(seats[quarter])}")
        if unit:
            town.tie(CooperatesWith, key, unit, strength=3, contact_kind="dialogic", valid_from=day("2012-01-01"))
    for key, name, function, unit in PERSONS:
        town.node(Person, key, name, functions=(function,), key_actor=True, **PERSON)
        town.tie(Leads, key, unit, **PERSON)
    town.tie(MemberOf, "l-jha", "rat", **PERSON)


def _add_values(town: Building, areas: list[str], rng: Random) -> None:
    """Invent the values of the monitoring; they hold from the year for which they stand."""
    for key, name, unit, low, high in INDICATORS:
        town.node(Indicator, key, name, unit=unit, high_is_need=True)
        for area in areas:
            for year in YEARS:
                value = round(low + (high - low) * rng.random(), 1)
                town.tie(Measured, key, area, year=year, value=value, valid_from=day(f"{year}-01-01"))
