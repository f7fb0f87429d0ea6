"""Whether the values of an indicator may be summed: counts may, rates never, and of others it is not known."""

import re
from typing import Literal

from schema.folding import fold

Nature = Literal["count", "rate", "unknown"]
_RATE = re.compile(
    r"%|‰|prozent|promille|\bje\b|\bpro\b|/|\bper\b|anteil|quote|rate\b|index|durchschnitt|mittel(wert)?|median|dichte"
    r"|share|average|jahre?\b|years?\b|alter\b"
)
_COUNT = re.compile(
    r"anzahl|zahl\b|zahl der|personen|menschen|einwohner|kinder|haushalte|faelle|familien|plaetze|wohnungen|bestand"
    r"|summe|count|number of|persons|people|households|^(eur|euro|€|t€|m²|qm|ha|km²)$|bevoelkerung"
)


def nature_of(unit: str, name: str) -> Nature:
    """Tell by unit and name whether values may be summed; a unit that says nothing is unknown, never guessed.

    >>> nature_of("%", "Kinder in Armut"), nature_of("Personen", "Einwohner"), nature_of("", "Lage")
    ('rate', 'count', 'unknown')
    """
    for said in (fold(unit), fold(name)):
        if _RATE.search(said):
            return "rate"
        if _COUNT.search(said):
            return "count"
    return "unknown"
