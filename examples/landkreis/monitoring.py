"""The monitoring: 28 invented indicators and their invented values in 81 Wohnplätze, of eight also from 2022."""

from random import Random

from examples.building import Building
from examples.landkreis.territory import Place
from schema.nodes import Indicator
from schema.ties import Measured

YEAR, YEAR_BEFORE = 2025, 2022
BURDEN = {"sr-falkenlohe": 0.9, "sr-grauwinkel": 0.8, "sr-ahornrath-mitte": 0.75, "sr-kirschbaumen": 0.1}
"""How heavy the invented burden of an area is (0–1), 0.4 where it does not stand here."""

INDICATORS = (
    ("Anteil der Bevölkerung unter 18 Jahren", "%", 12.0, 21.0, True),
    ("Anteil der Bevölkerung ab 65 Jahren", "%", 15.0, 32.0, True),
    ("Anteil der Bevölkerung ab 80 Jahren", "%", 4.0, 12.0, True),
    ("Jugendquotient", "je 100", 25.0, 42.0, True),
    ("Altenquotient", "je 100", 28.0, 58.0, True),
    ("Anteil der Einpersonenhaushalte", "%", 24.0, 52.0, True),
    ("Anteil der Haushalte Alleinerziehender", "%", 2.0, 11.0, True),
    ("Anteil der Haushalte mit drei und mehr Kindern", "%", 1.0, 7.0, True),
    ("Anteil der Menschen mit ausländischer Staatsangehörigkeit", "%", 3.0, 28.0, True),
    ("Zuzüge je 1.000 Menschen", "je 1.000", 30.0, 95.0, True),
    ("Fortzüge je 1.000 Menschen", "je 1.000", 30.0, 95.0, True),
    ("Arbeitslosenanteil", "%", 2.0, 12.0, True),
    ("Anteil der Langzeitarbeitslosen", "%", 0.5, 6.0, True),
    ("Arbeitslosenanteil der unter 25-Jährigen", "%", 1.0, 9.0, True),
    ("Anteil der Menschen mit Grundsicherung für Arbeitsuchende", "%", 2.0, 19.0, True),
    ("Anteil der Kinder unter 15 Jahren mit Grundsicherung", "%", 3.0, 34.0, True),
    ("Anteil der Menschen ab 65 Jahren mit Grundsicherung im Alter", "%", 0.8, 8.5, True),
    ("Anteil der Haushalte mit Wohngeld", "%", 0.6, 5.5, True),
    ("Anteil der Wohnungen mit Mietpreisbindung", "%", 0.5, 14.0, False),
    ("Wohnfläche je Person", "m²", 34.0, 58.0, False),
    ("Betreuungsquote der unter 3-Jährigen", "%", 22.0, 51.0, False),
    ("Betreuungsquote der 3- bis 6-Jährigen", "%", 82.0, 99.0, False),
    ("Anteil der Kinder mit Sprachförderbedarf bei der Einschulung", "%", 8.0, 41.0, True),
    ("Anteil der Kinder mit Übergewicht bei der Einschulung", "%", 5.0, 16.0, True),
    ("Übergangsquote zum Gymnasium", "%", 24.0, 58.0, False),
    ("Hilfen zur Erziehung je 1.000 unter 21-Jährige", "je 1.000", 9.0, 62.0, True),
    ("Jugendgerichtshilfe je 1.000 der 14- bis 20-Jährigen", "je 1.000", 6.0, 48.0, True),
    ("Anteil der Menschen mit Pflegegrad", "%", 3.0, 9.5, True),
)
"""Name, unit, lowest and highest invented value, whether a high value means need."""

RISEN = {
    "Anteil der Bevölkerung ab 65 Jahren": 0.06,
    "Arbeitslosenanteil": -0.05,
    "Anteil der Menschen mit Grundsicherung für Arbeitsuchende": -0.03,
    "Anteil der Kinder unter 15 Jahren mit Grundsicherung": -0.02,
    "Anteil der Menschen ab 65 Jahren mit Grundsicherung im Alter": 0.05,
    "Betreuungsquote der unter 3-Jährigen": 0.07,
    "Anteil der Kinder mit Sprachförderbedarf bei der Einschulung": 0.05,
    "Hilfen zur Erziehung je 1.000 unter 21-Jährige": 0.03,
}
"""What the first, smaller monitoring knew already, and by which part of its span each has risen since; all invented."""


def add_monitoring(kreis: Building, places: list[Place], rng: Random) -> None:
    """Add the indicators and invent the values of each in each Wohnplatz, heavier where the burden is."""
    past = Random(YEAR_BEFORE)  # of its own, so that the years before change nothing else
    told = "einer der 28 Indikatoren, die die Quelle zählt, ohne sie zu nennen"
    for number, (name, unit, low, high, need) in enumerate(INDICATORS, start=1):
        key = f"ind-{number:02d}"
        kreis.node(Indicator, key, name, unit=unit, high_is_need=need, note=told)
        for place in places:
            share = 0.7 * BURDEN.get(place.area, 0.4) + 0.3 * rng.random()
            value = low + (high - low) * (share if need else 1 - share)
            kreis.tie(Measured, key, place.key, year=YEAR, value=round(value, 1))
            if name in RISEN:
                before = value - (high - low) * _risen(RISEN[name], place.area, need, past)
                kreis.tie(Measured, key, place.key, year=YEAR_BEFORE, value=round(before, 1))


def _risen(mean: float, area: str, need: bool, rng: Random) -> float:
    """Invent by which part of its span a value has risen: where the burden is heavy the need grows more, or falls less.

    >>> _risen(0.0, "sr-falkenlohe", True, Random(1)) > _risen(0.0, "sr-kirschbaumen", True, Random(1))
    True
    """
    more_need = 0.2 * (BURDEN.get(area, 0.4) - 0.4)
    return mean + (more_need if need else -more_need) + 0.02 * (rng.random() - 0.5)
