"""Where bodies and organizations sit: the address in words, and the point with its coordinates in the right order.

GeoJSON puts the longitude first; nearly all councils publish the latitude first. Germany tells which is which: it lies
between 5.8° and 15.1° east and between 47.2° and 55.1° north, so that no point in it fits both orders.
"""

from collections.abc import Iterator
from typing import Any

from graph.intake.oparl.making import Making
from graph.intake.oparl.objects import Found, addresses, words
from schema.text import Text

EAST, NORTH = (5.8, 15.1), (47.2, 55.1)
"""Germany's box in degrees, WGS 84."""
_PARTS = ("description", "streetAddress", "room", "subLocality")


def check_locations(making: Making) -> None:
    """Report every location whose coordinates are swapped, or lie nowhere in Germany."""
    for found in making.spool.objects("Location"):
        shape = _shape(found)
        order = order_of(shape)
        if order == "swapped":
            making.odd("swapped-coordinates", _SWAPPED, found, "geojson")
        elif order is None and any(True for _ in positions(shape)):
            making.odd("coordinates-elsewhere", _ELSEWHERE, found, "geojson")


def where(making: Making, found: Found) -> str | None:
    """Say in words where something sits; None where nothing is told. Coordinates are given as north and east."""
    said = list[str]()
    for id in addresses(found.fields.get("location")):
        fields = making.spool.find("Location", id)
        if fields:
            said += [text for text in (_address(fields), _point(Found("Location", fields, "", ""))) if text]
    return "; ".join(dict.fromkeys(said)) or None


def _address(fields: dict[str, Any]) -> str:
    town = " ".join(part for name in ("postalCode", "locality") if (part := words(fields, name)))
    return ", ".join(part for part in (*(words(fields, name) for name in _PARTS), town) if part)


def _point(found: Found) -> str:
    shape = _shape(found)
    order = order_of(shape)
    if order is None or shape.get("type") != "Point":
        return ""
    first, second = next(positions(shape))
    east, north = (second, first) if order == "swapped" else (first, second)
    return f"{north:.5f} N, {east:.5f} O"


def _shape(found: Found) -> dict[str, Any]:
    """Give the geometry, whether it stands alone or in a feature, under `geojson` or, before 1.0, `geometry`."""
    value = found.fields.get("geojson") or found.fields.get("geometry")
    inner = value.get("geometry") if isinstance(value, dict) else None
    shape = inner if isinstance(inner, dict) else value
    return shape if isinstance(shape, dict) else {}


def order_of(shape: dict[str, Any]) -> str | None:
    """Tell the order of the coordinates of a geometry: "right", "swapped", or None where no order puts it in Germany.

    >>> order_of({"type": "Point", "coordinates": [6.557, 50.539]})
    'right'
    >>> order_of({"type": "Point", "coordinates": [50.539, 6.557]})
    'swapped'
    >>> order_of({"type": "Point", "coordinates": [0, 0]}) is None
    True
    """
    found = {_order(first, second) for first, second in positions(shape)}
    return found.pop() if len(found) == 1 else None


def _order(first: float, second: float) -> str | None:
    if _within(first, EAST) and _within(second, NORTH):
        return "right"
    return "swapped" if _within(first, NORTH) and _within(second, EAST) else None


def _within(value: float, span: tuple[float, float]) -> bool:
    return span[0] <= value <= span[1]


def positions(shape: dict[str, Any]) -> Iterator[tuple[float, float]]:
    """Go through the positions of a geometry, however deep its coordinates are nested."""
    waiting = [shape.get("coordinates")]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list) and len(value) >= 2 and all(_is_number(part) for part in value[:2]):
            yield float(value[0]), float(value[1])
        elif isinstance(value, list):
            waiting += reversed(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e6


_SWAPPED = Text(
    "Die Koordinaten stehen vertauscht (Breite zuerst); sie wurden richtiggestellt.",
    "The coordinates are swapped (latitude first); they were put right.",
)
_ELSEWHERE = Text(
    "Die Koordinaten liegen in keiner Reihenfolge in Deutschland; sie wurden weggelassen.",
    "The coordinates lie in Germany in neither order; they were left out.",
)
