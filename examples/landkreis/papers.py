"""The invented papers of the planning round, as a plain table."""

from typing import Any

from examples.building import day

Links = dict[str, tuple[str, ...]]

DOCUMENTS: tuple[tuple[str, str, str, str, dict[str, Any], Links], ...] = (
    (
        "beschluss",
        "Beschluss des Kreistags: kreisweite integrierte Sozialplanung",
        "Beschluss",
        "2020-12-10",
        {"number": "KT 2020/118", "in_force_from": day("2021-01-01")},
        {"adopted": ("kreistag",), "mandates": ("isp", "steuerungsgruppe")},
    ),
    (
        "verfuegung",
        "Verfügung des Dezernats III zur gemeinsamen Planung",
        "Verfügung",
        "2021-02-01",
        {"in_force_from": day("2021-02-01")},
        {"issued": ("dez-3",), "mandates": ("amt-40", "amt-50", "amt-51")},
    ),
    (
        "leitbild",
        "Motiv Mensch – sozialen Wandel gestalten",
        "Leitbild",
        "",
        {"note": "Motto laut Quelle; dass es ein unterzeichnetes Leitbild ist, ist erfunden."},
        {"signed": ("fp-sozial", "fp-jugend", "fp-bildung", "fp-integration")},
    ),
    (
        "bericht-2025",
        "Sozialbericht 2025",
        "Bericht",
        "2025-11-14",
        {},
        {
            "issued": ("isp",),
            "contributes": ("isp", "abt-51-3", "abt-53-1", "abt-61-2", "jobcenter"),
            "consulted": ("sozialausschuss", "jha", "kreistag"),
            "concerns": ("fp-sozial", "fp-jugend", "fp-gesundheit"),
        },
    ),
    (
        "bericht-bildung",
        "Bildungsbericht 2023",
        "Bericht",
        "2023-10-05",
        {},
        {
            "contributes": ("abt-40-1", "abt-40-2"),
            "consulted": ("schulausschuss",),
            "concerns": ("fp-bildung", "fp-schule"),
        },
    ),
    (
        "bericht-pflege",
        "Pflegebericht 2019",
        "Bericht",
        "2019-06-27",
        {},
        {"contributes": ("abt-54-2",), "consulted": ("gesundheitsausschuss",), "concerns": ("fp-alter",)},
    ),
    (
        "konzept",
        "Konzept zur Beteiligung in den Sozialräumen",
        "Konzept",
        "2022-05-19",
        {},
        {"issued": ("isp",), "consulted": ("sozialausschuss",), "concerns": ("fp-sozial",)},
    ),
    (
        "vorlage-kita",
        "Ausbau der Kindertagesbetreuung in Ahornrath",
        "Vorlage",
        "2026-03-13",
        {"number": "2026/031"},
        {
            "direction": ("abt-51-1",),
            "consulted": ("jha",),
            "concerns": ("zg-familien", "sr-ahornrath-mitte", "sr-ahornrath-ost"),
        },
    ),
    (
        "vorlage-eingang",
        "Ergebnisse der Schuleingangsuntersuchungen 2025",
        "Vorlage",
        "2026-02-20",
        {"number": "2026/019"},
        {
            "direction": ("abt-53-2",),
            "consulted": ("gesundheitsausschuss",),
            "concerns": ("zg-familien", "sr-ahornrath-mitte", "sr-ahornrath-ost", "sr-birkscheid-nord"),
        },
    ),
    (
        "vorlage-schule",
        "Fortschreibung des Schulentwicklungsplans",
        "Vorlage",
        "2026-04-10",
        {"number": "2026/044"},
        {"direction": ("abt-40-1",), "consulted": ("schulausschuss",), "concerns": ("fp-schule",)},
    ),
    (
        "vorlage-bus",
        "Bürgerbus Oberdistelrode",
        "Vorlage",
        "2026-05-08",
        {"number": "2026/052"},
        {"direction": ("amt-66",), "consulted": ("planungsausschuss",), "concerns": ("sr-oberdistelrode",)},
    ),
    (
        "vorlage-wohnen",
        "Wohnraum für ältere Menschen",
        "Vorlage",
        "2026-05-22",
        {"number": "2026/060"},
        {
            "direction": ("abt-50-3",),
            "consulted": ("sozialausschuss",),
            "concerns": ("zg-aeltere", "sr-kirschbaumen", "sr-hollerbeck"),
        },
    ),
    (
        "vorlage-sprache",
        "Sprachangebote für Neuzugewanderte",
        "Vorlage",
        "2026-06-05",
        {"number": "2026/071", "note": "Liegt seit Juni vor und wurde noch in keinem Gremium beraten."},
        {"direction": ("abt-55-1",), "concerns": ("zg-neuzugewanderte", "sr-ahornrath-ost")},
    ),
    (
        "satzung",
        "Satzung für das Jugendamt",
        "Satzung",
        "2016-09-29",
        {"in_force_from": day("2017-01-01")},
        {"adopted": ("kreistag",), "mandates": ("jha", "amt-51")},
    ),
)
"""Key, name, kind, date, further fields, and the ties to what stands under other keys."""
