"""Who is interested in what, with which concern and benefit: invented opinions, for internal eyes only."""

from examples.building import Building
from examples.landkreis.facts import PERSON
from examples.landkreis.people import LEADERS, OTHERS
from schema.record import Visibility
from schema.ties import InterestedIn

INTERESTS = (
    ("landraetin", "runde", "Der Kreis soll in der Fläche zusammenhalten.", "Ein Bild für alle Gemeinden", 1, 5, 3),
    ("l-dez-1", "runde", "Der Haushalt muss genehmigungsfähig bleiben.", "Mittel gehen dahin, wo sie wirken", -1, 5, 2),
    (
        "l-dez-3",
        "fp-sozial",
        "Prävention statt später Hilfen",
        "Gemeinsame Daten für alle Ämter des Dezernats",
        2,
        4,
        5,
    ),
    ("l-dez-4", "fp-gesundheit", "Gesundheit gehört in jede Planung.", "Zugang zu den Sozialraumkonferenzen", 0, 4, 3),
    ("l-dez-5", "fp-kreis", "Flächen und Verkehr vorausschauend planen", "Sozialdaten für die Bauleitplanung", 0, 4, 2),
    ("l-50", "zg-arbeitslose", "Wege aus dem Leistungsbezug", "Abgestimmte Angebote mit dem Jobcenter", 2, 3, 5),
    (
        "l-51",
        "fp-jugend",
        "Die Kosten der Hilfen zur Erziehung steigen.",
        "Frühe Hinweise aus den Sozialräumen",
        1,
        4,
        5,
    ),
    ("l-53", "fp-gesundheit", "Zu wenig ärztliche Stellen", "Gezielter Einsatz der knappen Kräfte", 0, 3, 2),
    ("l-61", "fp-kreis", "Daten nur einmal erheben", "Ein gemeinsames Monitoring", 1, 3, 3),
    (
        "l-soz",
        "runde",
        "Soziale Fragen sollen vor den Haushaltsberatungen auf den Tisch.",
        "Frühe, lesbare Berichte",
        2,
        4,
        5,
    ),
    ("l-jha", "fp-jugend", "Kein Kind zurücklassen", "Begründete Beschlüsse des Ausschusses", 2, 4, 4),
    ("l-fin", "runde", "Keine neuen freiwilligen Leistungen", "Übersicht über doppelte Angebote", -1, 5, 2),
    ("m-tausend", "fp-schule", "Kurze Wege für kurze Beine", "Eine Linie in allen drei Ausschüssen", 1, 1, 4),
    ("l-bm-ahornrath", "runde", "Die Innenstadt darf nicht kippen.", "Landesmittel für das Quartier", 2, 3, 5),
    ("l-bm-grauwinkel", "runde", "Immer geht alles in die großen Orte.", "Sichtbarkeit der kleinen Gemeinde", -1, 2, 3),
    (
        "l-qb",
        "zg-alleinerziehende",
        "Hilfen müssen im Stadtteil ankommen.",
        "Kurzer Draht in die Kreisverwaltung",
        2,
        2,
        5,
    ),
    ("l-sport", "zg-uebergang", "Sport ist mehr als Freizeit.", "Hallenzeiten und Anerkennung", 1, 1, 4),
    ("dez-3", "fp-sozial", "Gemeinsam planen statt nebeneinander", "Ein Bericht statt fünf", 2, 5, 5),
    ("dez-4", "runde", "Gesundheit und Pflege mitdenken", "Früh beteiligt sein", 1, 4, 3),
    ("dez-5", "fp-kreis", "Verlässliche Prognosen", "Kleinräumige Daten", 0, 4, 2),
    ("amt-50", "fp-sozial", "Armut früh erkennen", "Zahlen je Wohnplatz", 2, 4, 5),
    ("amt-51", "fp-jugend", "Hilfen früher ansetzen", "Hinweise aus den Konferenzen", 1, 4, 5),
    ("abt-54-2", "zg-aeltere", "Länger zu Hause leben", "Partner im Wohnungswesen", 2, 2, 5),
    ("abt-50-3", "zg-aeltere", "Passende Wohnungen fehlen.", "Bedarfszahlen für Gespräche mit Bauträgern", 1, 2, 4),
    ("sozialausschuss", "runde", "Rechtzeitig beraten können", "Vorlagen mit Blick auf die Sozialräume", 2, 4, 5),
    ("jha", "fp-jugend", "Beteiligung junger Menschen", "Ergebnisse der Formate", 1, 4, 4),
    ("finanzausschuss", "runde", "Folgekosten kennen", "Wirkungen nachvollziehen", -1, 5, 2),
    (
        "jobcenter",
        "zg-arbeitslose",
        "Vermittlung gelingt nur mit Kinderbetreuung.",
        "Abstimmung mit dem Jugendamt",
        2,
        3,
        5,
    ),
    ("qb-ahornrath", "zg-alleinerziehende", "Beratung an einem Ort", "Verlässliche Förderung", 2, 3, 5),
    ("gwa-birkscheid", "zg-armut", "Kinder beteiligen", "Gehör in der Verwaltung", 2, 2, 5),
    (
        "kreissportbund",
        "zg-uebergang",
        "Jugendliche erreichen, die sonst keiner erreicht",
        "Plätze und Hallen",
        1,
        1,
        4,
    ),
    ("traeger-lichtblick", "fp-jugend", "Planbare Finanzierung", "Frühzeitige Bedarfsplanung", 1, 3, 4),
    ("ini-wohnen", "fp-kreis", "Bezahlbare Wohnungen", "Mitsprache bei Flächen", -1, 2, 5),
    ("verein-dorfladen", "runde", "Nahversorgung im Ort", "Unterstützung für Ehrenamtliche", 1, 1, 3),
)
"""Actor, what it is about, concern, benefit, attitude (−2 to 2), attributed influence and interest (1–5)."""
CLAIMS = {
    "dez-3": (5, 4),
    "dez-5": (3, 2),
    "sozialausschuss": (5, 3),
    "finanzausschuss": (5, 4),
    "jobcenter": (4, 3),
    "qb-ahornrath": (4, 5),
    "gwa-birkscheid": (4, 5),
    "kreissportbund": (4, 2),
    "ini-wohnen": (3, 5),
    "verein-dorfladen": (3, 2),
}
"""For a few of these actors: attributed legitimacy and urgency (1–5)."""


def add_interests(kreis: Building) -> None:
    """Add the interests; those of persons say why they are kept, and how long."""
    persons = {person[0] for person in (*LEADERS, *OTHERS)}
    for actor, matter, concern, benefit, attitude, influence, interest in INTERESTS:
        opinion = {"attitude": attitude, "influence": influence, "interest": interest}
        if actor in CLAIMS:
            opinion["legitimacy"], opinion["urgency"] = CLAIMS[actor]
        words = {"concern": concern, "benefit": benefit, "visibility": Visibility.INTERNAL}
        kreis.tie(InterestedIn, actor, matter, **words, **opinion, **(PERSON if actor in persons else {}))
