"""The shapes of areas: read, brought into one plane of equal areas, then onto the sheet; what cannot be is named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from graph.measures.arrays.matrices import Floats
from graph.measures.zones import Zones, zones
from graph.network import Network
from schema.errors import UnmeasurableError
from schema.text import Text
from viz.levels.boxes import Box
from viz.svg import number

DETAIL = 0.4
"""Px below which the course of a border is not followed."""
DRAWN = Text("ja", "yes")
NO_GEOMETRY = Text("ohne Geometrie", "without geometry")
NO_GROUND = Text("Geometrie ohne Fläche (Punkt oder Linie)", "geometry without ground (point or line)")
UNREADABLE = Text("Geometrie nicht lesbar", "geometry cannot be read")
LEFT_OUT = Text("nicht gezeichnet, zu viele Räume", "not drawn, too many areas")


@dataclass(frozen=True, eq=False)
class Ground:
    """The shapes of areas in metres, by position, and why others have none."""

    shapes: Mapping[int, shapely.Geometry]
    why: Mapping[int, Text]

    def status(self, i: int) -> Text:
        """Say whether an area is on the map, or why not."""
        return DRAWN if i in self.shapes else self.why[i]


def grounds(network: Network, areas: Iterable[int], most: int) -> Ground:
    """Read the geometry of some areas, at most so many of them; the first are kept."""
    given: dict[int, str] = {}
    why: dict[int, Text] = {}
    for i in areas:
        geometry = network.node_rows[i].get("geometry")
        if geometry is None:
            why[i] = NO_GEOMETRY
        elif len(given) >= most:
            why[i] = LEFT_OUT
        else:
            given[i] = geometry
    try:
        found = zones(given)[0]
    except UnmeasurableError:
        wrong = [i for i, geometry in given.items() if not _readable(geometry)]
        why |= dict.fromkeys(wrong, UNREADABLE)
        found = zones({i: geometry for i, geometry in given.items() if i not in why})[0]
    why |= dict.fromkeys(found.without_area, NO_GROUND)
    return Ground(_by_area(found), why)


def _by_area(found: Zones) -> dict[int, shapely.Geometry]:
    return dict(zip(found.labels, found.shapes.tolist(), strict=True))


def _readable(geometry: str) -> bool:
    try:
        zones({0: geometry})
    except UnmeasurableError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Onto:
    """How metres become px: north up, the whole in the middle of a room."""

    west: float
    north: float
    scale: float
    x: float
    y: float
    box: Box

    @classmethod
    def of(cls, shapes: Iterable[shapely.Geometry], room: Box) -> "Onto":
        """Fit some shapes into a room; its height follows from theirs, as far as it goes."""
        west, south, east, north = shapely.total_bounds(np.array(list(shapes), dtype=np.object_))
        scale = min(room.w / max(east - west, 1.0), room.h / max(north - south, 1.0))
        high = (north - south) * scale
        return cls(
            west, north, scale, room.x + (room.w - (east - west) * scale) / 2, room.y, Box(room.x, room.y, room.w, high)
        )

    def moved(self, shape: shapely.Geometry) -> shapely.Geometry:
        """Bring a shape onto the sheet, without what is too fine to be seen."""

        def onto(metres: Floats) -> Floats:
            return np.column_stack(
                [self.x + (metres[:, 0] - self.west) * self.scale, self.y + (self.north - metres[:, 1]) * self.scale]
            )

        return shapely.simplify(shapely.transform(shape, onto), DETAIL)


def path(shape: shapely.Geometry) -> str:
    """Write a shape on the sheet as the path of its borders."""
    parts = shapely.get_parts(shapely.get_rings(shapely.get_parts(shape)))
    return "".join(_ring(shapely.get_coordinates(ring)) for ring in parts)


def _ring(corners: Floats) -> str:
    points = [f"{number(x)} {number(y)}" for x, y in corners[:-1]]
    return f"M{'L'.join(dict.fromkeys(points))}Z"
