"""The bodies: Kreistag and councils with their committees, the Steuerungsgruppe, working groups and conferences."""

from examples.building import Building, day
from examples.landkreis.administration import AGENCY
from examples.landkreis.facts import FACT
from examples.landkreis.territory import GEMEINDEN
from schema.nodes import Committee, Organisation
from schema.ties import ActiveIn, CooperatesWith, MemberOf, PartOf, ReportsTo, Steers

BODIES = (
    ("kreistag", "Kreistag", "Kreistag", "kreis", True),
    ("jha", "Jugendhilfeausschuss", "Ausschuss", "kreistag", True),
    ("sozialausschuss", "Ausschuss für Soziales", "Ausschuss", "kreistag", False),
    ("schulausschuss", "Ausschuss für Schule und Bildung", "Ausschuss", "kreistag", False),
    ("gesundheitsausschuss", "Ausschuss für Gesundheit und Pflege", "Ausschuss", "kreistag", False),
    ("planungsausschuss", "Ausschuss für Kreisentwicklung", "Ausschuss", "kreistag", False),
    ("finanzausschuss", "Finanzausschuss", "Ausschuss", "kreistag", True),
    ("integrationsrat", "Integrationsrat", "Beirat", "kreistag", True),
    ("seniorenbeirat", "Seniorenbeirat", "Beirat", "kreistag", False),
    ("planungsteam", "Planungsteam der Fachplanungen", "Arbeitsgruppe", "kreis", False),
    ("ag-monitoring", "Arbeitsgruppe Monitoring", "Arbeitsgruppe", "kreis", False),
)
"""Key, name, kind, of what it is a part, whether the law asks for it."""

CONFERENCES = (
    ("srk-ahornrath-mitte", "Ahornrath-Mitte", "ahornrath", ("sr-ahornrath-mitte",)),
    ("srk-ahornrath-ost", "Ahornrath-Ost", "ahornrath", ("sr-ahornrath-ost",)),
    ("srk-birkscheid", "Birkscheid", "birkscheid", ("sr-birkscheid-nord", "sr-birkscheid-sued")),
    ("srk-distelrode", "Distelrode", "distelrode", ("sr-oberdistelrode", "sr-unterdistelrode")),
    ("srk-hollerbeck", "Hollerbeck", "hollerbeck", ("sr-hollerbeck",)),
    ("srk-kirschbaumen", "Kirschbaumen", "kirschbaumen", ("sr-kirschbaumen",)),
)
"""Key, name, Gemeinde and areas of each Sozialraumkonferenz; the one in Kirschbaumen is heard, but gets no answer."""

REPORTS = (
    (AGENCY, "steuerungsgruppe"),
    (AGENCY, "sozialausschuss"),
    ("steuerungsgruppe", "kreistag"),
    ("steuerungsgruppe", "sozialausschuss"),
    ("amt-51", "jha"),
    ("abt-51-2", "jha"),
    ("abt-51-3", "jha"),
    ("amt-50", "sozialausschuss"),
    ("amt-40", "schulausschuss"),
    ("abt-40-1", "schulausschuss"),
    ("amt-53", "gesundheitsausschuss"),
    ("amt-54", "gesundheitsausschuss"),
    ("abt-54-2", "seniorenbeirat"),
    ("abt-55-1", "integrationsrat"),
    ("amt-61", "planungsausschuss"),
    ("amt-20", "finanzausschuss"),
    *((key, "kreistag") for key, _, _, parent, _ in BODIES if parent == "kreistag"),
    *((key, AGENCY) for key, _, _, _ in CONFERENCES),
)

MEMBERS = {
    "steuerungsgruppe": ("dez-3", "dez-4", "lrb", "jobcenter", "ahornrath", "hollerbeck"),
    "planungsteam": (AGENCY, "abt-51-3", "abt-40-1", "abt-40-2", "abt-53-1", "abt-54-2", "abt-55-1", "jobcenter"),
    "ag-monitoring": ("abt-61-2", AGENCY, "abt-40-1", "abt-61-1"),
    "jha": ("traeger-lichtblick", "kreissportbund", "kreisjugendring", "kirche-ahornrath"),
    "srk-ahornrath-mitte": (
        AGENCY,
        "abt-51-2",
        "fb-soz-ahornrath",
        "qb-ahornrath",
        "kreissportbund",
        "kita-ahornrath-mitte-1",
        "schule-ahornrath-mitte",
        "traeger-lichtblick",
        "kirche-ahornrath",
    ),
    "srk-ahornrath-ost": (
        AGENCY,
        "fb-soz-ahornrath",
        "qb-ahornrath",
        "kita-ahornrath-ost",
        "traeger-wegweiser",
        "verein-ostwind",
    ),
    "srk-birkscheid": (
        AGENCY,
        "abt-51-2",
        "fb-soz-birkscheid",
        "gwa-birkscheid",
        "kreissportbund",
        "kita-birkscheid-nord",
        "schule-birkscheid",
        "traeger-lichtblick",
    ),
    "srk-distelrode": (AGENCY, "fb-soz-distelrode", "kreissportbund", "kita-distelrode", "traeger-wegweiser"),
    "srk-hollerbeck": (AGENCY, "fb-soz-hollerbeck", "kreissportbund", "kita-hollerbeck", "qm-hollerbeck"),
    "srk-kirschbaumen": ("fb-soz-kirschbaumen", "kita-kirschbaumen", "verein-dorfladen"),
}
"""The members of each body, persons apart; those of the Jugendhilfeausschuss speak for the free Träger."""

FRACTIONS = (
    ("fraktion-morgen", "Fraktion Kreis von Morgen (erfunden)"),
    ("fraktion-mitte", "Fraktion Bündnis Kreismitte (erfunden)"),
    ("fraktion-land", "Fraktion Landliste (erfunden)"),
)


def add_politics(kreis: Building) -> None:
    """Add the bodies, the reports that run upwards and the members that are not persons."""
    for key, name, kind, parent, statutory in BODIES:
        kreis.node(
            Committee, key, name, kind=kind, statutory=statutory, key_actor=key in ("kreistag", "sozialausschuss")
        )
        kreis.tie(PartOf, key, parent)
    name = "Steuerungsgruppe Integrierte Sozialplanung"
    told = "aus Führungskräften der Verwaltung und der Politik; bewertet und gibt strategisch frei (laut Quelle)"
    kreis.node(Committee, "steuerungsgruppe", name, kind="Steuerungsgruppe", source=FACT, note=told, key_actor=True)
    kreis.tie(PartOf, "steuerungsgruppe", "kreis")
    kreis.tie(Steers, "steuerungsgruppe", AGENCY)
    for gemeinde in GEMEINDEN:
        council, committee = f"rat-{gemeinde.key}", f"soz-{gemeinde.key}"
        kreis.node(Committee, council, f"Rat der Gemeinde {gemeinde.name}", kind="Rat", statutory=True)
        kreis.tie(PartOf, council, gemeinde.key)
        if len(gemeinde.areas) > 1:
            kreis.node(Committee, committee, f"Sozialausschuss {gemeinde.name}", kind="Ausschuss", statutory=False)
            kreis.tie(PartOf, committee, council)
            kreis.tie(ReportsTo, f"fb-soz-{gemeinde.key}", committee)
            kreis.tie(ReportsTo, committee, council)
    for key, name in FRACTIONS:
        kreis.node(Organisation, key, name, kind="Fraktion", external=False)
        kreis.tie(PartOf, key, "kreis")


def add_relations(kreis: Building) -> None:
    """Add the conferences and all that needs both the bodies and the organisations to be there."""
    for key, name, gemeinde, areas in CONFERENCES:
        kreis.node(Committee, key, f"Sozialraumkonferenz {name}", kind="Sozialraumkonferenz", intermediary=True)
        kreis.tie(PartOf, key, gemeinde)
        kreis.ties(ActiveIn, key, areas)
    for start, end in REPORTS:
        kreis.tie(ReportsTo, start, end)
    for body, members in MEMBERS.items():
        for member in members:
            fields = {"role": "beratend", "voting": False} if body == "jha" else {}
            kreis.tie(MemberOf, member, body, **fields)
    for key, _, _, _ in CONFERENCES[:-1]:
        kreis.tie(CooperatesWith, AGENCY, key, strength=4, contact_kind="dialogic", last_contact=day("2026-05-22"))
