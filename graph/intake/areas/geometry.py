"""Geometry as it comes: put into WGS 84 order where latitude stands first, left out where it is none."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from pydantic import TypeAdapter, ValidationError

from graph.intake.account import Account
from graph.intake.oparl.locations import EAST, NORTH
from graph.intake.places import Place
from schema.geometry import Geometry
from schema.text import Text

_GEOMETRY: TypeAdapter[str] = TypeAdapter(Geometry)
_LOOKED_AT = 1_000


def geometry_or_oddity(value: Any, at: Place, account: Account) -> str | None:
    """Read a geometry; one with latitude first is put right and reported, one that is none is reported and left out."""
    if latitude_first(value):
        account.odd(at.oddity("latitude-first", _SWAPPED, "geometry"))
        value = swapped(value)
    try:
        return _GEOMETRY.validate_python(value)
    except (ValidationError, TypeError, ValueError, RecursionError, AttributeError) as error:
        what = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
        account.odd(at.oddity("no-geometry", _NO_GEOMETRY.format(why=str(what)[:200]), "geometry"))
        return None


def latitude_first(value: Any) -> bool:
    """Say whether the positions lie in Germany only when they are read the other way round."""
    points = list(islice(_positions(value), _LOOKED_AT))
    return bool(points) and all(_inside(y, x) for x, y in points) and not any(_inside(x, y) for x, y in points)


def swapped(value: Any) -> Any:
    """Put longitude first in all positions of a geometry."""
    if isinstance(value, Mapping):
        return {name: swapped(part) if name in ("coordinates", "geometries") else part for name, part in value.items()}
    if isinstance(value, list):
        return [value[1], value[0], *value[2:]] if _is_position(value) else [swapped(part) for part in value]
    return value


def _positions(value: Any) -> Iterator[tuple[float, float]]:
    if isinstance(value, Mapping):
        value = [value.get("coordinates"), value.get("geometries")]
    if not isinstance(value, list):
        return
    if _is_position(value):
        yield value[0], value[1]
        return
    for part in value:
        yield from _positions(part)


def _is_position(value: list[Any]) -> bool:
    return len(value) >= 2 and all(isinstance(n, int | float) and not isinstance(n, bool) for n in value[:2])


def _inside(longitude: float, latitude: float) -> bool:
    return EAST[0] <= longitude <= EAST[1] and NORTH[0] <= latitude <= NORTH[1]


_SWAPPED = Text(
    "Die Geometrie nennt die Breite zuerst; sie wurde umgestellt.",
    "The geometry gives latitude first; it was put right.",
)
_NO_GEOMETRY = Text(
    "Die Geometrie ist nicht lesbar und bleibt weg ({why}).", "The geometry cannot be read and is left out ({why})."
)
