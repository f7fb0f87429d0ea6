"""The administration: Dezernate, Ämter and Abteilungen of the Kreis and of the Gemeinden, and who works with whom."""

from examples.building import Building, day
from examples.landkreis.facts import FACT
from examples.landkreis.territory import GEMEINDEN, REGIONS, SCHOOL_DISTRICTS
from schema.nodes import Department, Fachplanung, Organisation, TargetGroup
from schema.ties import ActiveIn, CooperatesWith, CounterpartOf, PartOf, ReportsTo, ResponsibleFor, Uses

AGENCY = "isp"
UNITS = (
    ("lrb", "01", "Büro der Landrätin", "Stabsstelle", "kreis"),
    ("dez-1", "I", "Dezernat I – Innere Verwaltung und Finanzen", "Dezernat", "kreis"),
    ("amt-10", "10", "Amt für Personal und Organisation", "Amt", "dez-1"),
    ("abt-10-1", "10.1", "Organisation und Digitalisierung", "Abteilung", "amt-10"),
    ("abt-10-2", "10.2", "Personal", "Abteilung", "amt-10"),
    ("amt-20", "20", "Amt für Finanzen", "Amt", "dez-1"),
    ("abt-20-1", "20.1", "Haushalt", "Abteilung", "amt-20"),
    ("dez-2", "II", "Dezernat II – Ordnung und Umwelt", "Dezernat", "kreis"),
    ("amt-32", "32", "Ordnungsamt", "Amt", "dez-2"),
    ("amt-33", "33", "Umweltamt", "Amt", "dez-2"),
    ("dez-3", "III", "Dezernat III – Soziales, Jugend und Bildung", "Dezernat", "kreis"),
    (AGENCY, "III/S", "Stabsstelle Integrierte Sozialplanung", "Stabsstelle", "dez-3"),
    ("amt-40", "40", "Amt für Schule und Bildung", "Amt", "dez-3"),
    ("abt-40-1", "40.1", "Schulentwicklung", "Abteilung", "amt-40"),
    ("abt-40-2", "40.2", "Bildungsbüro", "Abteilung", "amt-40"),
    ("abt-40-3", "40.3", "Schulpsychologischer Dienst", "Abteilung", "amt-40"),
    ("amt-50", "50", "Amt für Soziales", "Amt", "dez-3"),
    ("abt-50-1", "50.1", "Grundsicherung und Hilfen", "Abteilung", "amt-50"),
    ("abt-50-2", "50.2", "Eingliederungshilfe", "Abteilung", "amt-50"),
    ("abt-50-3", "50.3", "Wohnen und Wohnraumsicherung", "Abteilung", "amt-50"),
    ("amt-51", "51", "Jugendamt", "Amt", "dez-3"),
    ("abt-51-1", "51.1", "Frühe Hilfen und Kindertagesbetreuung", "Abteilung", "amt-51"),
    ("abt-51-2", "51.2", "Jugendförderung", "Abteilung", "amt-51"),
    ("abt-51-3", "51.3", "Jugendhilfeplanung", "Abteilung", "amt-51"),
    ("abt-51-4", "51.4", "Sozialer Dienst", "Abteilung", "amt-51"),
    ("dez-4", "IV", "Dezernat IV – Gesundheit, Pflege und Integration", "Dezernat", "kreis"),
    ("amt-53", "53", "Gesundheitsamt", "Amt", "dez-4"),
    ("abt-53-1", "53.1", "Gesundheitsplanung und -förderung", "Abteilung", "amt-53"),
    ("abt-53-2", "53.2", "Kinder- und Jugendärztlicher Dienst", "Abteilung", "amt-53"),
    ("amt-54", "54", "Amt für Pflege und Alter", "Amt", "dez-4"),
    ("abt-54-1", "54.1", "Pflegeberatung", "Abteilung", "amt-54"),
    ("abt-54-2", "54.2", "Seniorenplanung", "Abteilung", "amt-54"),
    ("amt-55", "55", "Amt für Integration und Migration", "Amt", "dez-4"),
    ("abt-55-1", "55.1", "Kommunales Integrationszentrum", "Abteilung", "amt-55"),
    ("abt-55-2", "55.2", "Ausländerbehörde", "Abteilung", "amt-55"),
    ("dez-5", "V", "Dezernat V – Kreisentwicklung und Bauen", "Dezernat", "kreis"),
    ("amt-61", "61", "Amt für Kreisentwicklung", "Amt", "dez-5"),
    ("abt-61-1", "61.1", "Kreisentwicklungsplanung", "Abteilung", "amt-61"),
    ("abt-61-2", "61.2", "Statistik und Monitoring", "Abteilung", "amt-61"),
    ("amt-63", "63", "Bauaufsichtsamt", "Amt", "dez-5"),
    ("amt-66", "66", "Amt für Mobilität", "Amt", "dez-5"),
)
"""Key, number, name, kind and the unit or Kommune of which it is a part."""

PLANNINGS = (
    ("fp-jugend", "Jugendhilfeplanung", "Jugendhilfeplanung", "abt-51-3", "rz-sozialraeume"),
    ("fp-schule", "Schulentwicklungsplanung", "Schulentwicklungsplanung", "abt-40-1", "rz-schulbezirke"),
    ("fp-bildung", "Bildungsplanung", "Bildungsplanung", "abt-40-2", "rz-schulbezirke"),
    ("fp-sozial", "Sozialplanung", "Sozialplanung", AGENCY, "rz-sozialraeume"),
    ("fp-alter", "Altenplanung", "Altenplanung", "abt-54-2", "rz-pflegeregionen"),
    ("fp-gesundheit", "Gesundheitsplanung", "Gesundheitsplanung", "abt-53-1", "rz-pflegeregionen"),
    ("fp-integration", "Integrationsplanung", "Integrationsplanung", "abt-55-1", "rz-sozialraeume"),
    ("fp-kreis", "Kreisentwicklungsplanung", "Stadtentwicklungsplanung", "abt-61-1", "rz-wohnplaetze"),
)
"""Key, name, kind, the unit in charge and the division that it works with."""

GROUPS = (
    ("zg-familien", "Familien mit kleinen Kindern", 2, ("abt-51-1", "abt-53-2")),
    ("zg-einschulung", "Kinder vor der Einschulung", 2, ("abt-51-1", "abt-53-2")),
    ("zg-armut", "Kinder in Armutslagen", 4, ("abt-51-4",)),
    ("zg-alleinerziehende", "Alleinerziehende", 3, ("abt-51-4",)),
    ("zg-uebergang", "Jugendliche am Übergang von der Schule in den Beruf", 3, ("abt-51-2", "abt-40-2")),
    ("zg-aeltere", "Ältere Menschen, die allein leben", 4, ("abt-54-2", "abt-50-3")),
    ("zg-pflegende", "Pflegende Angehörige", 5, ("abt-54-1",)),
    ("zg-neuzugewanderte", "Neuzugewanderte", 4, ("abt-55-1", "abt-55-2")),
    ("zg-behinderung", "Menschen mit Behinderung", 3, ("abt-50-2",)),
    ("zg-arbeitslose", "Langzeitarbeitslose Menschen", 4, ("abt-50-1", "jobcenter")),
)
"""Key, name, how hard to reach (1–5) and the units in charge."""

COOPERATION = (
    (AGENCY, "lrb", 3, "dialogic", "monatlich", "2026-05-08"),
    (AGENCY, "amt-50", 5, "dialogic", "wöchentlich", "2026-06-18"),
    (AGENCY, "amt-51", 5, "dialogic", "wöchentlich", "2026-06-23"),
    (AGENCY, "abt-51-1", 3, "dialogic", "vierteljährlich", "2026-04-02"),
    (AGENCY, "abt-51-2", 3, "dialogic", "vierteljährlich", "2026-03-19"),
    (AGENCY, "abt-51-3", 5, "dialogic", "wöchentlich", "2026-06-24"),
    (AGENCY, "abt-51-4", 4, "dialogic", "monatlich", "2026-06-05"),
    (AGENCY, "abt-40-1", 3, "dialogic", "monatlich", "2026-05-20"),
    (AGENCY, "abt-40-2", 4, "dialogic", "monatlich", "2026-06-11"),
    (AGENCY, "abt-53-1", 4, "dialogic", "monatlich", "2026-05-27"),
    (AGENCY, "abt-53-2", 2, "collective", "halbjährlich", "2026-01-15"),
    (AGENCY, "abt-54-2", 3, "dialogic", "monatlich", "2026-05-14"),
    (AGENCY, "abt-55-1", 4, "dialogic", "monatlich", "2026-06-03"),
    (AGENCY, "abt-61-2", 5, "dialogic", "wöchentlich", "2026-06-25"),
    (AGENCY, "abt-20-1", 1, "collective", "jährlich", "2025-10-10"),
    (AGENCY, "jobcenter", 4, "dialogic", "monatlich", "2026-06-12"),
    ("abt-61-2", "abt-61-1", 4, "dialogic", "monatlich", "2026-05-05"),
    ("abt-61-2", "abt-40-1", 3, "dialogic", "vierteljährlich", "2026-03-11"),
    ("abt-61-2", "abt-51-3", 3, "dialogic", "vierteljährlich", "2026-03-12"),
    ("abt-61-2", "abt-50-3", 2, "collective", "jährlich", "2025-11-21"),
    ("abt-61-2", "abt-53-1", 2, "collective", "jährlich", "2025-11-21"),
    ("abt-61-2", "abt-54-2", 2, "collective", "jährlich", "2025-11-21"),
    ("abt-61-2", "abt-20-1", 2, "collective", "jährlich", "2025-09-30"),
    ("abt-61-2", "amt-66", 3, "dialogic", "vierteljährlich", "2026-02-26"),
    ("abt-51-1", "abt-51-4", 5, "dialogic", "wöchentlich", "2026-06-26"),
    ("abt-51-2", "abt-51-4", 4, "dialogic", "monatlich", "2026-06-02"),
    ("abt-51-2", "abt-51-3", 3, "dialogic", "monatlich", "2026-05-22"),
    ("abt-51-2", "abt-40-2", 3, "dialogic", "vierteljährlich", "2026-04-29"),
    ("abt-51-3", "abt-40-1", 3, "dialogic", "vierteljährlich", "2026-04-08"),
    ("abt-51-4", "abt-53-2", 3, "dialogic", "monatlich", "2026-06-16"),
    ("abt-51-4", "abt-55-1", 2, "dialogic", "vierteljährlich", "2026-02-13"),
    ("abt-51-4", "abt-50-1", 3, "dialogic", "monatlich", "2026-05-30"),
    ("abt-40-2", "abt-55-1", 4, "dialogic", "monatlich", "2026-06-04"),
    ("abt-40-3", "abt-51-4", 3, "dialogic", "monatlich", "2026-05-19"),
    ("abt-50-1", "jobcenter", 5, "dialogic", "wöchentlich", "2026-06-27"),
    ("abt-55-1", "jobcenter", 3, "dialogic", "monatlich", "2026-06-10"),
    ("abt-55-1", "abt-55-2", 3, "collective", "monatlich", "2026-06-10"),
    ("abt-54-1", "abt-54-2", 4, "dialogic", "wöchentlich", "2026-06-20"),
    ("abt-53-1", "abt-54-2", 2, "collective", "halbjährlich", "2026-02-06"),
    ("abt-50-3", "amt-63", 3, "dialogic", "vierteljährlich", "2026-03-27"),
    ("abt-61-1", "amt-63", 3, "collective", "monatlich", "2026-05-12"),
    ("abt-61-1", "amt-66", 4, "dialogic", "monatlich", "2026-06-13"),
    ("abt-61-1", "amt-33", 3, "collective", "vierteljährlich", "2026-04-15"),
    ("abt-10-1", "abt-10-2", 3, "collective", "monatlich", "2026-06-06"),
    ("abt-10-1", "abt-20-1", 3, "collective", "vierteljährlich", "2026-04-10"),
    ("amt-32", "abt-55-2", 3, "collective", "monatlich", "2026-05-28"),
    ("fb-soz-ahornrath", "abt-51-1", 3, "dialogic", "monatlich", "2026-05-15"),
    ("fb-soz-ahornrath", "abt-51-4", 4, "dialogic", "monatlich", "2026-06-17"),
    ("fb-soz-ahornrath", "fb-bil-ahornrath", 4, "dialogic", "wöchentlich", "2026-06-26"),
    ("fb-soz-birkscheid", "abt-51-4", 3, "dialogic", "monatlich", "2026-05-21"),
    ("fb-soz-birkscheid", "abt-51-2", 3, "dialogic", "vierteljährlich", "2026-04-24"),
    ("fb-soz-birkscheid", "fb-bil-birkscheid", 4, "dialogic", "wöchentlich", "2026-06-25"),
    ("fb-soz-distelrode", "abt-51-4", 3, "dialogic", "monatlich", "2026-05-06"),
    ("fb-soz-hollerbeck", "abt-50-1", 2, "collective", "halbjährlich", "2026-01-30"),
)
"""Two actors, strength (1–5), kind of contact, how often, last contact."""

ACTIVITY = {
    AGENCY: ("sr-ahornrath-mitte", "sr-ahornrath-ost", "sr-birkscheid-nord", "sr-hollerbeck"),
    "abt-51-1": ("sr-ahornrath-mitte", "sr-ahornrath-ost", "sr-birkscheid-nord"),
    "abt-53-2": ("sr-ahornrath-mitte", "sr-ahornrath-ost", "sr-birkscheid-nord"),
    "abt-54-2": ("sr-ahornrath-west", "sr-hollerbeck", "sr-kirschbaumen"),
    "abt-50-3": ("sr-ahornrath-west", "sr-hollerbeck", "sr-kirschbaumen"),
    "abt-51-2": ("sr-ahornrath-mitte", "sr-birkscheid-nord", "sr-birkscheid-sued"),
    "abt-51-4": (
        "sr-ahornrath-mitte",
        "sr-ahornrath-ost",
        "sr-birkscheid-nord",
        "sr-birkscheid-sued",
        "sr-oberdistelrode",
        "sr-unterdistelrode",
    ),
    "abt-55-1": ("sr-ahornrath-ost", "sr-birkscheid-sued"),
    "fb-soz-ahornrath": ("sr-ahornrath-mitte", "sr-ahornrath-ost", "sr-ahornrath-west"),
    "fb-soz-birkscheid": ("sr-birkscheid-nord", "sr-birkscheid-sued"),
    "fb-soz-distelrode": ("sr-oberdistelrode", "sr-unterdistelrode"),
    "fb-soz-hollerbeck": ("sr-hollerbeck",),
    "fb-soz-kirschbaumen": ("sr-kirschbaumen",),
    "abt-40-3": tuple(f"sb-{number.lower()}" for number in SCHOOL_DISTRICTS),
    "abt-54-1": tuple(f"pr-{region}" for region in REGIONS),
}
"""Which unit works in which areas."""

COUNTERPARTS = {
    "ahornrath": ("2021-03-01", "2026-06-19"),
    "birkscheid": ("2021-03-01", "2026-05-28"),
    "distelrode": ("2022-09-01", "2026-04-16"),
    "ellerbrueck": ("2023-01-01", "2025-12-05"),
    "hollerbeck": ("2021-06-01", "2026-06-05"),
}
"""The Gemeinden whose Fachbereich Soziales is a counterpart of the agency: since when, last contact."""

WITH_EDUCATION = ("ahornrath", "birkscheid", "distelrode", "hollerbeck")


def add_administration(kreis: Building) -> None:
    """Add the units of Kreis and Gemeinden, the Fachplanungen and target groups, and the ties between units."""
    for key, number, name, kind, parent in UNITS:
        kreis.node(Department, key, name, kind=kind, number=number, agency=key == AGENCY, key_actor=key == AGENCY)
        kreis.tie(PartOf, key, parent)
    kreis.node(
        Organisation,
        "jobcenter",
        "Jobcenter Musterkreis",
        kind="Jobcenter",
        source=FACT,
        key_actor=True,
        external=False,
    )
    kreis.tie(PartOf, "jobcenter", "kreis")
    for gemeinde in GEMEINDEN:
        _unit_of_gemeinde(kreis, f"fb-soz-{gemeinde.key}", f"Fachbereich Soziales {gemeinde.name}", gemeinde.key)
        if gemeinde.key in WITH_EDUCATION:
            name = f"Fachbereich Bildung und Jugend {gemeinde.name}"
            _unit_of_gemeinde(kreis, f"fb-bil-{gemeinde.key}", name, gemeinde.key)
    _add_tasks(kreis)
    _add_contacts(kreis)


def _unit_of_gemeinde(kreis: Building, key: str, name: str, gemeinde: str) -> None:
    kreis.node(Department, key, name, kind="Fachbereich")
    kreis.tie(PartOf, key, gemeinde)


def _add_tasks(kreis: Building) -> None:
    for key, name, kind, unit, division in PLANNINGS:
        kreis.node(Fachplanung, key, name, kind=kind)
        kreis.tie(ResponsibleFor, unit, key)
        kreis.tie(Uses, key, division)
    for key, name, hard, units in GROUPS:
        kreis.node(TargetGroup, key, name, hard_to_reach=hard)
        for unit in units:
            kreis.tie(ResponsibleFor, unit, key)


def _add_contacts(kreis: Building) -> None:
    for start, end, strength, kind, often, last in COOPERATION:
        contact = {"strength": strength, "contact_kind": kind, "frequency": often, "last_contact": day(last)}
        kreis.tie(CooperatesWith, start, end, **contact)
    for unit, areas in ACTIVITY.items():
        kreis.ties(ActiveIn, unit, areas)
    for gemeinde, (since, last) in COUNTERPARTS.items():
        when = {"valid_from": day(since), "last_contact": day(last)}
        kreis.tie(CounterpartOf, AGENCY, f"fb-soz-{gemeinde}", **when)
    kreis.tie(ReportsTo, AGENCY, "dez-3")
