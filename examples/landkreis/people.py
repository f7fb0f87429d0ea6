"""The invented persons in their functions: what they lead, where they sit, whom they talk to."""

from examples.building import Building, day
from examples.landkreis.facts import PERSON
from schema.nodes import Person
from schema.record import Visibility
from schema.ties import CooperatesWith, Leads, MemberOf, WorksIn

LEADERS = (
    ("landraetin", "Ada Musterahorn", "Landrätin", "kreis", "steuerungsgruppe"),
    ("l-dez-1", "Bodo Musterbach", "Dezernent", "dez-1", ""),
    ("l-dez-2", "Cora Musterberg", "Dezernentin", "dez-2", ""),
    ("l-dez-3", "Dr. Dana Musterbirke", "Dezernentin", "dez-3", "steuerungsgruppe"),
    ("l-dez-4", "Emil Musterblum", "Dezernent", "dez-4", "steuerungsgruppe"),
    ("l-dez-5", "Frauke Musterbrück", "Dezernentin", "dez-5", ""),
    ("l-isp", "Gesa Musterbusch", "Leiterin der Stabsstelle", "isp", "planungsteam"),
    ("l-10", "Hanno Musterdorf", "Amtsleiter", "amt-10", ""),
    ("l-20", "Ilse Mustereck", "Amtsleiterin", "amt-20", ""),
    ("l-40", "Jan Mustereiche", "Amtsleiter", "amt-40", ""),
    ("l-50", "Karla Musterfeld", "Amtsleiterin", "amt-50", ""),
    ("l-51", "Lars Musterfink", "Amtsleiter", "amt-51", ""),
    ("l-53", "Dr. Mara Musterfurt", "Amtsleiterin", "amt-53", ""),
    ("l-54", "Nils Mustergarten", "Amtsleiter", "amt-54", ""),
    ("l-55", "Olga Mustergrund", "Amtsleiterin", "amt-55", ""),
    ("l-61", "Paul Musterhagen", "Amtsleiter", "amt-61", ""),
    ("l-jobcenter", "Rita Musterhain", "Geschäftsführerin", "jobcenter", "steuerungsgruppe"),
    ("l-fb-ahornrath", "Sven Musterheide", "Fachbereichsleiter", "fb-soz-ahornrath", ""),
    ("l-fb-birkscheid", "Tilda Musterhof", "Fachbereichsleiterin", "fb-soz-birkscheid", ""),
    ("l-fb-distelrode", "Udo Musterholz", "Fachbereichsleiter", "fb-soz-distelrode", ""),
    ("l-fb-hollerbeck", "Vera Musterkamp", "Fachbereichsleiterin", "fb-soz-hollerbeck", ""),
    ("l-jha", "Wim Musterklee", "Vorsitzender des Jugendhilfeausschusses", "jha", "steuerungsgruppe kreistag"),
    (
        "l-soz",
        "Xenia Musterlinde",
        "Vorsitzende des Ausschusses für Soziales",
        "sozialausschuss",
        "steuerungsgruppe kreistag",
    ),
    ("l-schul", "Yannis Musterlohe", "Vorsitzender des Ausschusses für Schule", "schulausschuss", "kreistag"),
    ("l-ges", "Zita Mustermoor", "Vorsitzende des Ausschusses für Gesundheit", "gesundheitsausschuss", "kreistag"),
    (
        "l-plan",
        "Arno Musterquell",
        "Vorsitzender des Ausschusses für Kreisentwicklung",
        "planungsausschuss",
        "kreistag",
    ),
    ("l-fin", "Birte Musterrain", "Vorsitzende des Finanzausschusses", "finanzausschuss", "kreistag"),
    ("l-bm-ahornrath", "Clemens Musterried", "Bürgermeister", "ahornrath", "steuerungsgruppe rat-ahornrath"),
    ("l-bm-birkscheid", "Doris Mustersee", "Bürgermeisterin", "birkscheid", "rat-birkscheid"),
    ("l-bm-grauwinkel", "Edgar Musterstein", "Bürgermeister", "grauwinkel", "rat-grauwinkel"),
    ("l-bm-hollerbeck", "Fenja Mustertal", "Bürgermeisterin", "hollerbeck", "steuerungsgruppe rat-hollerbeck"),
    ("l-qb", "Gero Musterufer", "Leiter des Quartiersbüros", "qb-ahornrath", "srk-ahornrath-mitte"),
    ("l-gwa", "Hedda Musterwald", "Gemeinwesenarbeiterin", "gwa-birkscheid", "srk-birkscheid"),
    ("l-sport", "Ivo Musterweg", "Geschäftsführer des Kreissportbundes", "kreissportbund", "jha"),
    ("l-kita", "Jette Musterwehr", "Leiterin des Familienzentrums", "kita-ahornrath-mitte-1", "srk-ahornrath-mitte"),
)
"""Key, name, function, what the person leads, and of which bodies she or he is a member."""

OTHERS = (
    (
        "m-tausend",
        "Kuno Musterwiese",
        "Kreistagsmitglied",
        "",
        "kreistag jha schulausschuss sozialausschuss rat-birkscheid",
    ),
    ("m-senioren", "Lotte Musterwind", "Sprecherin des Seniorenbeirats", "", "seniorenbeirat sozialausschuss"),
    ("m-integration", "Milan Musterzaun", "Mitglied des Integrationsrats", "", "integrationsrat"),
    ("m-rat-distelrode", "Nora Musterzweig", "Ratsmitglied", "", "rat-distelrode kreistag"),
    ("m-rat-kirsch", "Ole Musterau", "Ratsmitglied", "", "rat-kirschbaumen"),
    ("w-jhp", "Pia Musterbaum", "Jugendhilfeplanerin", "abt-51-3", "planungsteam"),
    ("w-sep", "Quirin Musterdamm", "Schulentwicklungsplaner", "abt-40-1", "planungsteam"),
    ("w-bildung", "Ronja Musterfels", "Bildungsmanagerin", "abt-40-2", "planungsteam"),
    ("w-stat", "Sönke Musterhang", "Statistiker", "abt-61-2", "ag-monitoring"),
    ("w-isp", "Thea Musterinsel", "Sozialplanerin", "isp", "planungsteam ag-monitoring"),
    ("w-elternrat", "Uta Musterkoppel", "Sprecherin des Kreiselternrats", "", "schulausschuss"),
)
"""Key, name, function, where the person works, and of which bodies she or he is a member."""

KEY_PERSONS = ("landraetin", "l-dez-3", "l-soz", "l-jha", "l-50", "l-51", "l-qb", "l-gwa", "l-sport", "m-tausend")

TALKS = (
    ("landraetin", "isp", "2026-02-11"),
    ("l-dez-3", "isp", "2026-06-23"),
    ("l-dez-4", "isp", "2026-04-03"),
    ("l-40", "isp", "2026-03-06"),
    ("l-50", "isp", "2026-06-18"),
    ("l-51", "isp", "2026-06-23"),
    ("l-55", "isp", "2026-05-14"),
    ("l-jobcenter", "isp", "2026-06-12"),
    ("l-soz", "isp", "2026-05-06"),
    ("l-qb", "isp", "2026-06-20"),
    ("l-sport", "abt-51-2", "2026-06-10"),
)
"""Who has talked with which unit face to face, and when; the others have not, as far as we know."""

TRUST = (
    ("l-isp", "l-dez-3", 5),
    ("l-isp", "l-51", 4),
    ("l-isp", "l-50", 5),
    ("l-isp", "l-fb-ahornrath", 4),
    ("l-isp", "l-fb-birkscheid", 4),
    ("l-isp", "l-fb-hollerbeck", 3),
    ("l-dez-3", "l-soz", 4),
    ("l-dez-3", "l-dez-4", 2),
    ("l-qb", "l-kita", 5),
    ("w-isp", "w-stat", 5),
)
"""Pairs and the trust that was attributed to them (1–5): an opinion, so for internal eyes only."""


def add_people(kreis: Building) -> None:
    """Add the persons with their functions and contacts."""
    for key, name, function, unit, bodies in LEADERS:
        _add_person(kreis, key, name, function, bodies)
        kreis.tie(Leads, key, unit, **PERSON)
    for key, name, function, unit, bodies in OTHERS:
        _add_person(kreis, key, name, function, bodies)
        if unit:
            kreis.tie(WorksIn, key, unit, **PERSON)
    for key, unit, last in TALKS:
        talk = {"contact_kind": "dialogic", "last_contact": day(last)}
        kreis.tie(CooperatesWith, key, unit, **talk, **PERSON)
    for one, other, trust in TRUST:
        opinion = {"trust": trust, "visibility": Visibility.INTERNAL}
        kreis.tie(CooperatesWith, one, other, contact_kind="dialogic", **opinion, **PERSON)


def _add_person(kreis: Building, key: str, name: str, function: str, bodies: str) -> None:
    title, plain = ("Dr.", name.removeprefix("Dr. ")) if name.startswith("Dr. ") else (None, name)
    marks = {"key_actor": key in KEY_PERSONS, "external": key in ("l-qb", "l-gwa", "l-sport", "l-kita", "w-elternrat")}
    kreis.node(Person, key, plain, title=title, functions=(function,), **marks, **PERSON)
    for body in bodies.split():
        kreis.tie(MemberOf, key, body, **PERSON)
