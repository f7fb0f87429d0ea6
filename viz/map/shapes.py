"""The shapes of areas: read, brought into one plane of equal areas, then onto the sheet; what cannot be is named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from graph.measures.arrays.areas import Shapes, projected
from graph.measures.arrays.matrices import Floats
from graph.measures.zones import zones
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
    upright = _upright(found.shapes, [given[i] for i in found.labels])
    return Ground(dict(zip(found.labels, upright.tolist(), strict=True)), why)


def _upright(shapes: Shapes, geometries: list[str]) -> Shapes:
    """Turn shapes so that north is up in their middle; the grid of Europe leans to the side away from 10° east."""
    if not geometries:
        return shapes
    west, south, east, north = shapely.total_bounds(shapely.from_geojson(geometries, on_invalid="ignore"))
    x, y = (west + east) / 2, np.clip((south + north) / 2, -89, 89)
    foot, head = shapely.get_coordinates(projected(shapely.points([[x, y - 0.005], [x, y + 0.005]])))
    lean = np.arctan2(head[0] - foot[0], head[1] - foot[1])
    turn = np.array([[np.cos(lean), np.sin(lean)], [-np.sin(lean), np.cos(lean)]])
    made: Shapes = shapely.transform(shapes, lambda metres: metres @ turn)
    return made


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
