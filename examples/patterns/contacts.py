"""Patterns for Stellschraube 4 (leaders as players), 9 (dialogue with key actors) and 10 (counterparts)."""

from datetime import date

from examples.building import Building
from examples.patterns.pattern import AGENCY, PERSON, add_unit, pattern
from schema.nodes import Committee, Format, Kommune, Organisation, Person, Process
from schema.ties import CooperatesWith, CounterpartOf, Leads, MemberOf, PartOf, Steers, TakesPart

LEADERS = (
    ("fb-jugend", "Fachbereich Jugend, Schule und Sport", "Fenna Mustertief", date(2026, 6, 9)),
    ("fb-sozial", "Fachbereich Gesundheit und Soziales", "Garrelt Musterdüne", date(2026, 5, 19)),
    ("fb-stadt", "Fachbereich Stadtentwicklung", "Hilke Mustergroden", date(2026, 6, 2)),
    ("fb-innen", "Fachbereich Innere Dienste", "Ino Musterhaff", date(2026, 4, 21)),
)
"""Key and name of a unit, who leads it, and when that person last talked with the agency."""

GEMEINDEN = (
    ("Ahrenwiek", "Nele Musterwiek"),
    ("Boddenrade", "Onno Musterbucht"),
    ("Darsewitz", "Petra Musterkiefer"),
    ("Haffrade", "Raik Musterried"),
    ("Peenhorst", "Silke Musterhorst"),
    ("Zirkelow", "Till Mustersand"),
)
"""Invented Gemeinden, and who leads the office that is the counterpart."""


def _add_leaders(made: Building, leaders: tuple[tuple[str, str, str, date], ...], kind: str) -> None:
    """Add units that the planning round names, and their heads, each in dialogue with the agency."""
    made.node(Process, "runde", "Planungsrunde 2026", kind="Planungsrunde", starts_on=date(2026, 1, 19))
    for key, name, head, talked in leaders:
        add_unit(made, key, name, kind)
        made.tie(TakesPart, key, "runde")
        made.node(Person, f"l-{key}", head, functions=("Leitung",), key_actor=True, **PERSON)
        made.tie(Leads, f"l-{key}", key, **PERSON)
        talk = {"strength": 4, "contact_kind": "dialogic", "frequency": "monatlich", "last_contact": talked}
        made.tie(CooperatesWith, f"l-{key}", AGENCY, **talk, **PERSON)


def emden_fuehrung() -> Building:
    """Let the agency talk with every head of a Fachbereich, within a Lenkungsgruppe and between its meetings."""
    heading = "intensiver Austausch mit den Führungskräften in der Stadt Emden"
    made = pattern("emden-fuehrung", heading, "Stadt Emden", "kreisfreie Stadt")
    add_unit(made, AGENCY, "Stabsstelle Sozialplanung", "Stabsstelle", agency=True)
    _add_leaders(made, LEADERS, "Fachbereich")
    made.node(Committee, "lenkungsgruppe", "Lenkungsgruppe", kind="Lenkungsgruppe")
    made.tie(PartOf, "lenkungsgruppe", "kommune")
    made.tie(Steers, "lenkungsgruppe", AGENCY)
    for key, name, _, talked in LEADERS:
        made.tie(MemberOf, f"l-{key}", "lenkungsgruppe", **PERSON)
        about = {"kind": "Gespräch", "held_on": talked, "size": 2}
        made.node(Format, f"f-{key}", f"Planungsgespräch {name}", goal="Anliegen der Führungskraft klären", **about)
        made.tie(TakesPart, f"l-{key}", f"f-{key}", **PERSON)
        made.tie(TakesPart, AGENCY, f"f-{key}")
    return made


def lk_soemmerda() -> Building:
    """Set the agency into a net of leaders and of key persons inside and outside, all of them in dialogue."""
    heading = "Einbettung in ein Netz von Führungskräften und Schlüsselpersonen im Landkreis Sömmerda"
    made = pattern("lk-soemmerda", heading, "Landkreis Sömmerda", "Landkreis")
    add_unit(made, AGENCY, "Stabsstelle Integrierte Sozialplanung", "Stabsstelle", agency=True)
    leaders = (
        ("jugendamt", "Jugendamt", "Jost Musteraue", date(2026, 6, 16)),
        ("sozialamt", "Sozialamt", "Kira Musterried", date(2026, 6, 11)),
        ("gesundheitsamt", "Gesundheitsamt", "Lutz Musterhang", date(2026, 5, 26)),
    )
    _add_leaders(made, leaders, "Amt")
    inside = {"key_actor": True, **PERSON}
    made.node(Person, "kreistag-vorsitz", "Maike Mustertor", functions=("Vorsitzende des Sozialausschusses",), **inside)
    outside = (("mgh", "Mehrgenerationenhaus", "Träger"), ("sport", "Kreissportbund", "Verein"))
    for key, name, kind in (*outside, ("gwa", "Gemeinwesenarbeit", "Gemeinwesenarbeit")):
        intermediary = kind == "Gemeinwesenarbeit"
        made.node(Organisation, key, name, kind=kind, external=True, key_actor=True, intermediary=intermediary)
        made.tie(CooperatesWith, key, AGENCY, strength=4, contact_kind="dialogic", last_contact=date(2026, 6, 4))
    talk = {"strength": 3, "contact_kind": "dialogic", "last_contact": date(2026, 5, 12)}
    made.tie(CooperatesWith, "kreistag-vorsitz", AGENCY, **talk, **PERSON)
    return made


def lk_vorpommern_greifswald() -> Building:
    """Give every Gemeinde of the Kreis a counterpart, dated and by name."""
    heading = "Kooperation der integrierten Planung im Landkreis Vorpommern-Greifswald"
    made = pattern("lk-vorpommern-greifswald", heading, "Landkreis Vorpommern-Greifswald", "Landkreis")
    add_unit(made, AGENCY, "Stabsstelle Integrierte Sozialplanung", "Stabsstelle", agency=True)
    for number, (name, head) in enumerate(GEMEINDEN, start=1):
        made.node(Kommune, f"g-{number}", f"Gemeinde {name}", kind="kreisangehörige Gemeinde")
        made.tie(PartOf, f"g-{number}", "kommune")
        add_unit(made, f"amt-{number}", f"Amt für Bürgerdienste {name}", "Amt", f"g-{number}")
        met = {"valid_from": date(2023, number, 1), "last_contact": date(2026, number, 15)}
        made.tie(CounterpartOf, AGENCY, f"amt-{number}", **met)
        made.node(Person, f"l-{number}", head, functions=("Amtsleitung",), **PERSON)
        made.tie(Leads, f"l-{number}", f"amt-{number}", **PERSON)
    return made
