"""The territory: Kreis, Gemeinden, Sozialräume, 81 Wohnplätze, and how the Fachplanungen divide it."""

from collections import Counter, defaultdict
from itertools import islice
from random import Random
from typing import NamedTuple

from shapely import Polygon

from examples.building import Building
from examples.landkreis.facts import FACT, KREIS
from examples.landkreis.shapes import cells, joined
from schema.nodes import Kommune, Raumzuschnitt, Sozialraum
from schema.ties import BelongsTo, Overlaps, PartOf


class Gemeinde(NamedTuple):
    """A Gemeinde: key, name, number of its Wohnplätze, key and name of each Sozialraum, its Pflegeregion."""

    key: str
    name: str
    places: int
    areas: tuple[tuple[str, str], ...]
    region: str


GEMEINDEN = (
    Gemeinde(
        "ahornrath",
        "Ahornrath",
        16,
        (
            ("sr-ahornrath-mitte", "Ahornrath-Mitte"),
            ("sr-ahornrath-ost", "Ahornrath-Ost"),
            ("sr-ahornrath-west", "Ahornrath-West"),
        ),
        "mitte",
    ),
    Gemeinde(
        "birkscheid",
        "Birkscheid",
        13,
        (("sr-birkscheid-nord", "Birkscheid-Nord"), ("sr-birkscheid-sued", "Birkscheid-Süd")),
        "nord",
    ),
    Gemeinde(
        "distelrode",
        "Distelrode",
        11,
        (("sr-oberdistelrode", "Oberdistelrode"), ("sr-unterdistelrode", "Unterdistelrode")),
        "sued",
    ),
    Gemeinde("ellerbrueck", "Ellerbrück", 10, (("sr-ellerbrueck", "Sozialraum Ellerbrück"),), "nord"),
    Gemeinde("falkenlohe", "Falkenlohe", 9, (("sr-falkenlohe", "Sozialraum Falkenlohe"),), "sued"),
    Gemeinde("grauwinkel", "Grauwinkel", 8, (("sr-grauwinkel", "Sozialraum Grauwinkel"),), "sued"),
    Gemeinde("hollerbeck", "Hollerbeck", 8, (("sr-hollerbeck", "Sozialraum Hollerbeck"),), "west"),
    Gemeinde("kirschbaumen", "Kirschbaumen", 6, (("sr-kirschbaumen", "Sozialraum Kirschbaumen"),), "west"),
)
AREAS = tuple(key for gemeinde in GEMEINDEN for key, _ in gemeinde.areas)
REGIONS = {"nord": "Nord", "mitte": "Mitte", "sued": "Süd", "west": "West"}
SCHOOL_DISTRICTS = {"I": 12, "II": 12, "III": 12, "IV": 12, "V": 11, "VI": 11, "VII": 11}
"""The Schulbezirke and how many Wohnplätze each holds; counted through, so that they cut across the Sozialräume."""

_FIRST = ["Amsel", "Distel", "Eulen", "Fuchs", "Ginster", "Hummel", "Igel", "Libellen", "Zeisig"]
_SECOND = ["acker", "bruch", "grund", "heide", "kamp", "lohe", "rain", "siefen", "winkel"]
_ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class Place(NamedTuple):
    """A Wohnplatz: key, name, the Gemeinde and Sozialraum in which it lies, population, the shape of its ground."""

    key: str
    name: str
    gemeinde: str
    area: str
    population: int
    ground: Polygon


def places(rng: Random) -> list[Place]:
    """Invent the 81 Wohnplätze and spread them over the Sozialräume of their Gemeinden."""
    names = [first + second for first in _FIRST for second in _SECOND]
    rng.shuffle(names)
    left, grounds = iter(names), iter(cells())
    found = []
    for gemeinde in GEMEINDEN:
        for number in range(gemeinde.places):
            area = gemeinde.areas[number * len(gemeinde.areas) // gemeinde.places][0]
            name = next(left)
            key = "wp-" + name.lower().translate(_ASCII)
            found.append(Place(key, name, gemeinde.key, area, rng.randrange(400, 6_500, 10), next(grounds)))
    return found


def add_territory(kreis: Building, wohnplaetze: list[Place]) -> None:
    """Add Kreis, Gemeinden, Sozialräume, Wohnplätze and the four divisions."""
    people, living = Counter[str](), Counter[str]()
    grounds = defaultdict[str, list[Polygon]](list)
    for place in wohnplaetze:
        grounds[place.area].append(place.ground)
        people[place.area] += place.population
        living[place.gemeinde] += place.population
    kreis.node(Kommune, "kreis", KREIS, kind="Landkreis", population=living.total())
    for gemeinde in GEMEINDEN:
        kind = "kreisangehörige Gemeinde"
        kreis.node(Kommune, gemeinde.key, gemeinde.name, kind=kind, population=living[gemeinde.key])
        kreis.tie(PartOf, gemeinde.key, "kreis")
        for key, name in gemeinde.areas:
            shape = joined(grounds[key])
            kreis.node(Sozialraum, key, name, kind="Sozialraum", population=people[key], geometry=shape)
            kreis.tie(PartOf, key, gemeinde.key)
    for place in wohnplaetze:
        kreis.node(
            Sozialraum,
            place.key,
            place.name,
            kind="Wohnplatz",
            population=place.population,
            geometry=joined([place.ground]),
        )
        kreis.tie(PartOf, place.key, place.area)
    _add_divisions(kreis, wohnplaetze)


def _add_divisions(kreis: Building, wohnplaetze: list[Place]) -> None:
    decided = "Kreistag (erfunden)"
    kreis.node(Raumzuschnitt, "rz-wohnplaetze", "81 Wohnplätze", source=FACT, note="Ebene der Auswertung laut Quelle")
    kreis.node(Raumzuschnitt, "rz-sozialraeume", "Sozialräume der Sozialplanung", decided_by=decided)
    kreis.node(
        Raumzuschnitt, "rz-schulbezirke", "Schulbezirke", decided_by="Ausschuss für Schule und Bildung (erfunden)"
    )
    kreis.node(Raumzuschnitt, "rz-pflegeregionen", "Pflegeregionen", decided_by=decided)
    for place in wohnplaetze:
        kreis.tie(BelongsTo, place.key, "rz-wohnplaetze")
    kreis_areas = {key: gemeinde.region for gemeinde in GEMEINDEN for key, _ in gemeinde.areas}
    for region, name in REGIONS.items():
        shape = joined(place.ground for place in wohnplaetze if kreis_areas[place.area] == region)
        kreis.node(Sozialraum, f"pr-{region}", f"Pflegeregion {name}", kind="Planungsraum", geometry=shape)
        kreis.tie(PartOf, f"pr-{region}", "kreis")
        kreis.tie(BelongsTo, f"pr-{region}", "rz-pflegeregionen")
    for key, region in kreis_areas.items():
        kreis.tie(BelongsTo, key, "rz-sozialraeume")
        kreis.tie(Overlaps, key, f"pr-{region}", share=1.0)
    _add_school_districts(kreis, wohnplaetze)


def _add_school_districts(kreis: Building, wohnplaetze: list[Place]) -> None:
    """Add the Schulbezirke; how much of a Sozialraum lies in one is counted in people, by Wohnplätze."""
    inside, whole = Counter[tuple[str, str]](), Counter[str]()
    left = iter(wohnplaetze)
    for number, size in SCHOOL_DISTRICTS.items():
        key = f"sb-{number.lower()}"
        held = list(islice(left, size))
        shape = joined(place.ground for place in held)
        kreis.node(Sozialraum, key, f"Schulbezirk {number}", kind="Schulbezirk", geometry=shape)
        kreis.tie(PartOf, key, "kreis")
        kreis.tie(BelongsTo, key, "rz-schulbezirke")
        for place in held:
            kreis.tie(Overlaps, place.key, key, share=1.0)
            inside[place.area, key] += place.population
            whole[place.area] += place.population
    for (area, key), people in inside.items():
        kreis.tie(Overlaps, area, key, share=round(people / whole[area], 3))
