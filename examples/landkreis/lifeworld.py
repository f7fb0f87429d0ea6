"""The Lebenswelten: Träger, Vereine, Kitas, Schulen and intermediaries, where they are active and with whom."""

from examples.building import Building, day
from schema.nodes import Organisation
from schema.ties import ActiveIn, CooperatesWith, Reaches

ORGANISATIONS = (
    ("qb-ahornrath", "Quartiersbüro Ahornrath", "Quartiersbüro", "mitte ost"),
    ("gwa-birkscheid", "Gemeinwesenarbeit Birkscheid", "Gemeinwesenarbeit", "nord sued"),
    ("qm-hollerbeck", "Quartiersmanagement Hollerbeck", "Quartiersmanagement", "hollerbeck"),
    ("kreissportbund", "Kreissportbund Musterkreis", "Verein", "mitte nord ober hollerbeck kirschbaumen"),
    ("kreisjugendring", "Kreisjugendring Musterkreis", "Verein", "mitte sued"),
    ("traeger-lichtblick", "Lichtblick Jugend- und Familienhilfe gGmbH", "Träger", "mitte nord"),
    ("traeger-wegweiser", "Wegweiser Beratung und Hilfe gGmbH", "Träger", "ost unter"),
    ("traeger-abendrot", "Abendrot Pflege- und Seniorendienste gGmbH", "Träger", "west hollerbeck"),
    ("traeger-ankommen", "Ankommen Migrationsberatung e. V.", "Träger", "ost sued"),
    ("traeger-teilhabe", "Teilhabe Leben gGmbH", "Träger", "mitte"),
    ("ps-nord", "Pflegestützpunkt Nord", "Träger", "pr-nord"),
    ("ps-mitte", "Pflegestützpunkt Mitte", "Träger", "pr-mitte"),
    ("ps-sued", "Pflegestützpunkt Süd", "Träger", "pr-sued"),
    ("ps-west", "Pflegestützpunkt West", "Träger", "pr-west"),
    ("verein-ostwind", "Nachbarschaftsverein Ostwind e. V.", "Verein", "ost"),
    ("verein-westblick", "Bürgerverein Westblick e. V.", "Verein", "west"),
    ("verein-dorfladen", "Dorfladen Kirschbaumen e. V.", "Verein", "kirschbaumen"),
    ("verein-heimat", "Heimatverein Ellerbrück e. V.", "Verein", "ellerbrueck"),
    ("verein-feuerwehr", "Förderverein der Löschgruppe Grauwinkel e. V.", "Verein", "grauwinkel"),
    ("verein-landfrauen", "Landfrauen Unterdistelrode e. V.", "Verein", "unter"),
    ("kirche-ahornrath", "Evangelische Kirchengemeinde Ahornrath", "Kirchengemeinde", "mitte"),
    ("kirche-birkscheid", "Katholische Kirchengemeinde Birkscheid", "Kirchengemeinde", "sued"),
    ("kirche-grauwinkel", "Kirchengemeinde Grauwinkel", "Kirchengemeinde", "grauwinkel"),
    ("ini-wohnen", "Initiative Bezahlbar Wohnen", "Initiative", "mitte"),
    ("ini-mobil", "Initiative Bürgerbus Oberdistelrode", "Initiative", "ober"),
    ("hochschule", "Hochschule Musterkreis, Institut für Soziale Arbeit", "Hochschule", ""),
    ("betrieb-holz", "Holzwerke Birkscheid GmbH", "Unternehmen", "nord"),
    ("betrieb-pflege", "Ambulante Pflege Hollerbeck GmbH", "Unternehmen", "hollerbeck"),
    ("kita-ahornrath-mitte-1", "Familienzentrum Ahornrath-Mitte", "Kita", "mitte"),
    ("kita-ahornrath-mitte-2", "Kita Regenbogen Ahornrath", "Kita", "mitte"),
    ("kita-ahornrath-ost", "Kita Ostwiese", "Kita", "ost"),
    ("kita-ahornrath-west", "Kita Abendsonne", "Kita", "west"),
    ("kita-birkscheid-nord", "Kita Birkenzwerge", "Kita", "nord"),
    ("kita-birkscheid-sued", "Kita Südlicht", "Kita", "sued"),
    ("kita-distelrode", "Kita Distelfink", "Kita", "ober"),
    ("kita-unterdistelrode", "Kita Unterm Wehr", "Kita", "unter"),
    ("kita-ellerbrueck", "Kita Erlengrund", "Kita", "ellerbrueck"),
    ("kita-grauwinkel", "Kita Schieferspatzen", "Kita", "grauwinkel"),
    ("kita-hollerbeck", "Kita Hollerbusch", "Kita", "hollerbeck"),
    ("kita-kirschbaumen", "Kita Kirschkerne", "Kita", "kirschbaumen"),
    ("schule-ahornrath-mitte", "Gesamtschule Ahornrath", "Schule", "mitte sb-i"),
    ("schule-ahornrath-ost", "Grundschule Ahornrath-Ost", "Schule", "ost sb-ii"),
    ("schule-birkscheid", "Sekundarschule Birkscheid", "Schule", "nord sb-iii"),
    ("schule-birkscheid-sued", "Grundschule Birkscheid-Süd", "Schule", "sued sb-iii"),
    ("schule-distelrode", "Grundschule Distelrode", "Schule", "ober sb-iv"),
    ("schule-ellerbrueck", "Grundschule Ellerbrück", "Schule", "ellerbrueck sb-v"),
    ("schule-unterdistelrode", "Förderschule An der Distel", "Schule", "unter sb-iv"),
    ("schule-grauwinkel", "Grundschule Grauwinkel", "Schule", "grauwinkel sb-vi"),
    ("schule-hollerbeck", "Realschule Hollerbeck", "Schule", "hollerbeck sb-vii"),
    ("berufskolleg", "Berufskolleg Musterkreis", "Schule", "mitte"),
)
"""Key, name, kind and areas; nobody is active in Falkenlohe."""

_AREAS = {
    "mitte": "sr-ahornrath-mitte",
    "ost": "sr-ahornrath-ost",
    "west": "sr-ahornrath-west",
    "nord": "sr-birkscheid-nord",
    "sued": "sr-birkscheid-sued",
    "ober": "sr-oberdistelrode",
    "unter": "sr-unterdistelrode",
    "ellerbrueck": "sr-ellerbrueck",
    "grauwinkel": "sr-grauwinkel",
    "hollerbeck": "sr-hollerbeck",
    "kirschbaumen": "sr-kirschbaumen",
}

KEY_ACTORS = ("qb-ahornrath", "gwa-birkscheid", "qm-hollerbeck", "kreissportbund", "traeger-lichtblick")

CONTACTS = (
    ("qb-ahornrath", "isp", 5, "dialogic", "2026-06-20"),
    ("qb-ahornrath", "abt-51-1", 3, "dialogic", "2026-06-03"),
    ("qb-ahornrath", "abt-51-4", 4, "dialogic", "2026-06-24"),
    ("qb-ahornrath", "abt-55-1", 4, "dialogic", "2026-05-26"),
    ("qb-ahornrath", "jobcenter", 3, "dialogic", "2026-05-13"),
    ("qb-ahornrath", "fb-soz-ahornrath", 4, "dialogic", "2026-06-19"),
    ("qb-ahornrath", "kita-ahornrath-mitte-1", 5, "dialogic", "2026-06-26"),
    ("qb-ahornrath", "kita-ahornrath-ost", 4, "dialogic", "2026-06-12"),
    ("qb-ahornrath", "schule-ahornrath-ost", 3, "dialogic", "2026-05-09"),
    ("qb-ahornrath", "verein-ostwind", 5, "dialogic", "2026-06-25"),
    ("qb-ahornrath", "kirche-ahornrath", 3, "collective", "2026-03-30"),
    ("qb-ahornrath", "ini-wohnen", 3, "dialogic", "2026-04-11"),
    ("gwa-birkscheid", "isp", 3, "collective", "2026-02-20"),
    ("gwa-birkscheid", "abt-51-2", 4, "dialogic", "2026-06-04"),
    ("gwa-birkscheid", "abt-51-4", 3, "dialogic", "2026-05-20"),
    ("gwa-birkscheid", "fb-soz-birkscheid", 4, "dialogic", "2026-06-18"),
    ("gwa-birkscheid", "kita-birkscheid-nord", 3, "dialogic", "2026-05-07"),
    ("gwa-birkscheid", "schule-birkscheid-sued", 2, "dialogic", "2026-03-14"),
    ("gwa-birkscheid", "kirche-birkscheid", 3, "dialogic", "2026-04-30"),
    ("qm-hollerbeck", "fb-soz-hollerbeck", 4, "dialogic", "2026-06-11"),
    ("qm-hollerbeck", "traeger-abendrot", 3, "dialogic", "2026-05-16"),
    ("qm-hollerbeck", "kita-hollerbeck", 3, "dialogic", "2026-06-02"),
    ("kreissportbund", "abt-51-2", 4, "dialogic", "2026-06-10"),
    ("kreissportbund", "isp", 2, "collective", "2026-01-30"),
    ("kreissportbund", "abt-51-4", 2, "collective", "2026-02-27"),
    ("kreissportbund", "traeger-lichtblick", 3, "dialogic", "2026-05-06"),
    ("kreissportbund", "schule-birkscheid", 4, "dialogic", "2026-05-23"),
    ("kreissportbund", "schule-distelrode", 4, "dialogic", "2026-05-08"),
    ("kreissportbund", "schule-hollerbeck", 4, "dialogic", "2026-05-15"),
    ("kreissportbund", "verein-dorfladen", 3, "dialogic", "2026-04-05"),
    ("kreissportbund", "traeger-ankommen", 3, "dialogic", "2026-03-21"),
    ("kreissportbund", "amt-40", 3, "collective", "2025-12-12"),
    ("kreisjugendring", "abt-51-2", 4, "dialogic", "2026-06-10"),
    ("traeger-lichtblick", "abt-51-4", 5, "dialogic", "2026-06-27"),
    ("traeger-lichtblick", "isp", 3, "dialogic", "2026-04-24"),
    ("traeger-lichtblick", "abt-51-2", 3, "dialogic", "2026-05-13"),
    ("traeger-lichtblick", "kirche-ahornrath", 3, "dialogic", "2026-03-12"),
    ("traeger-lichtblick", "abt-51-1", 4, "dialogic", "2026-06-12"),
    ("traeger-wegweiser", "isp", 2, "collective", "2026-02-20"),
    ("traeger-wegweiser", "abt-50-1", 3, "dialogic", "2026-05-15"),
    ("traeger-wegweiser", "abt-51-4", 3, "dialogic", "2026-06-06"),
    ("traeger-abendrot", "abt-54-1", 4, "dialogic", "2026-06-13"),
    ("traeger-abendrot", "abt-54-2", 3, "collective", "2026-02-06"),
    ("traeger-ankommen", "abt-55-1", 5, "dialogic", "2026-06-24"),
    ("traeger-ankommen", "jobcenter", 3, "dialogic", "2026-05-27"),
    ("traeger-teilhabe", "abt-50-2", 4, "dialogic", "2026-06-05"),
    ("kita-ahornrath-mitte-1", "abt-51-1", 4, "dialogic", "2026-06-16"),
    ("kita-ahornrath-mitte-2", "abt-51-1", 2, "collective", "2026-03-03"),
    ("kita-ahornrath-ost", "abt-51-1", 3, "dialogic", "2026-05-21"),
    ("kita-birkscheid-nord", "abt-51-1", 3, "collective", "2026-03-03"),
    ("kita-ahornrath-mitte-1", "abt-53-2", 2, "dialogic", "2026-04-14"),
    ("schule-ahornrath-mitte", "abt-40-1", 3, "collective", "2026-01-22"),
    ("schule-ahornrath-mitte", "abt-40-3", 4, "dialogic", "2026-05-28"),
    ("schule-birkscheid", "abt-40-3", 3, "dialogic", "2026-04-09"),
    ("schule-birkscheid-sued", "abt-40-3", 3, "dialogic", "2026-04-16"),
    ("schule-ahornrath-ost", "abt-40-3", 3, "dialogic", "2026-05-07"),
    ("schule-distelrode", "abt-40-3", 3, "dialogic", "2026-03-05"),
    ("schule-unterdistelrode", "abt-40-3", 4, "dialogic", "2026-06-09"),
    ("schule-hollerbeck", "abt-40-3", 3, "dialogic", "2026-02-24"),
    ("berufskolleg", "abt-40-2", 4, "dialogic", "2026-06-17"),
    ("berufskolleg", "betrieb-holz", 3, "dialogic", "2026-03-26"),
    ("betrieb-pflege", "traeger-abendrot", 2, "dialogic", "2026-01-17"),
    ("hochschule", "isp", 3, "dialogic", "2026-03-18"),
    ("ps-nord", "abt-54-1", 4, "dialogic", "2026-06-12"),
    ("ps-mitte", "abt-54-1", 4, "dialogic", "2026-06-12"),
    ("ps-sued", "abt-54-1", 4, "dialogic", "2026-06-12"),
    ("ps-west", "abt-54-1", 4, "dialogic", "2026-06-12"),
    ("kita-grauwinkel", "schule-grauwinkel", 4, "dialogic", "2026-06-02"),
    ("kirche-grauwinkel", "kita-grauwinkel", 3, "dialogic", "2026-05-11"),
    ("verein-feuerwehr", "kirche-grauwinkel", 2, "collective", "2025-12-01"),
    ("kita-ellerbrueck", "schule-ellerbrueck", 3, "dialogic", "2026-05-30"),
    ("verein-heimat", "schule-ellerbrueck", 2, "collective", "2026-05-01"),
    ("kita-kirschbaumen", "verein-dorfladen", 3, "dialogic", "2026-06-07"),
)
"""Two actors, strength (1–5), kind of contact, last contact; Grauwinkel and Ellerbrück keep to themselves."""

REACHED = {
    "qb-ahornrath": ("zg-alleinerziehende", "zg-neuzugewanderte"),
    "kita-ahornrath-mitte-1": ("zg-familien", "zg-alleinerziehende"),
    "kreisjugendring": ("zg-uebergang",),
    "traeger-ankommen": ("zg-neuzugewanderte",),
    "traeger-teilhabe": ("zg-behinderung",),
    "traeger-abendrot": ("zg-aeltere",),
    "traeger-lichtblick": ("zg-armut", "zg-familien"),
}
"""Which target groups an organisation reaches by its own work."""


def add_lifeworld(kreis: Building) -> None:
    """Add the organisations, where they are active, with whom they work and whom they reach."""
    for key, name, kind, areas in ORGANISATIONS:
        intermediary = kind in ("Quartiersbüro", "Gemeinwesenarbeit", "Quartiersmanagement")
        marks = {"intermediary": intermediary, "key_actor": key in KEY_ACTORS}
        kreis.node(Organisation, key, name, kind=kind, external=True, **marks)
        kreis.ties(ActiveIn, key, (_AREAS.get(area, area) for area in areas.split()))
    for start, end, strength, kind, last in CONTACTS:
        contact = {"strength": strength, "contact_kind": kind, "last_contact": day(last)}
        kreis.tie(CooperatesWith, start, end, **contact)
    for key, groups in REACHED.items():
        kreis.ties(Reaches, key, groups)
