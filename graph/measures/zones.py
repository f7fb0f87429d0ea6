"""Divisions that are given by shapes: read from GeoJSON, brought into one plane of equal areas, made valid."""

import json
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape as shape_of

from graph.measures.arrays.areas import Shapes, mended, projected
from graph.measures.arrays.matrices import Floats
from graph.measures.divisions import Division, ordered_labels
from schema.errors import UnmeasurableError
from schema.text import Text


@dataclass(frozen=True, eq=False)
class Zones:
    """The zones of a division with their shapes in a plane, sorted by name.

    `without_area`: zones left out because they have no ground (no shape, an empty one, a point, a line); `repaired`:
    zones whose shape was invalid.
    """

    labels: tuple[Any, ...]
    shapes: Shapes
    without_area: tuple[Any, ...]
    repaired: tuple[Any, ...]

    @property
    def size(self) -> Floats:
        """Give the area of each zone."""
        return np.asarray(shapely.area(self.shapes), dtype=np.float64)


def zones(*divisions: Division, planar: bool = False) -> tuple[Zones, ...]:
    """Read divisions given by shapes, all into the same plane.

    Coordinates are WGS 84 degrees, longitude first (GeoJSON, RFC 7946), and are projected to equal areas in m²;
    `planar` says that they are coordinates in a plane already. Raises UnmeasurableError for what is no shape and for
    degrees beyond the globe.
    """
    labels = [ordered_labels(division) for division in divisions]
    read = [_shapes(division, names) for division, names in zip(divisions, labels, strict=True)]
    every = np.concatenate([*read, np.empty(0, dtype=np.object_)])
    names = [label for some in labels for label in some]
    _refuse_unplaced(every, names, planar)
    placed = every if planar else projected(every)
    whole, invalid = mended(placed)
    ends = np.cumsum([len(some) for some in labels])[:-1]
    parts = zip(labels, np.split(whole, ends), np.split(invalid, ends), strict=True)
    return tuple(_zones(some, shapes, wrong) for some, shapes, wrong in parts)


def _shapes(division: Division, labels: tuple[Any, ...]) -> Shapes:
    found = np.empty(len(labels), dtype=np.object_)
    for k, label in enumerate(labels):
        found[k] = _shape(label, division[label])
    return found


def _shape(label: Hashable, value: Any) -> shapely.Geometry | None:
    """Read one shape: shapely, GeoJSON geometry or feature, as a mapping or as text; None stays none."""
    if value is None or isinstance(value, shapely.Geometry):
        return value
    try:
        given = json.loads(value) if isinstance(value, str) else value
        if given["type"] == "Feature":
            return _shape(label, given["geometry"])
        with np.errstate(invalid="ignore"):  # a coordinate that is no number is refused by name, not by a warning
            return shape_of(given)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, ShapelyError) as error:
        raise UnmeasurableError(
            Text("Die Geometrie von {zone!r} ist nicht lesbar.", "The geometry of {zone!r} cannot be read.").format(
                zone=label
            ),
            Text("Erwartet wird GeoJSON (RFC 7946).", "GeoJSON (RFC 7946) is expected."),
        ) from error


def _refuse_unplaced(shapes: Shapes, labels: list[Any], planar: bool) -> None:
    """Refuse coordinates that are no numbers, and degrees that are none."""
    places, owner = shapely.get_coordinates(shapes, return_index=True)
    most = np.array([np.inf, np.inf]) if planar else np.array([180.0, 90.0])
    wrong = owner[~(np.isfinite(places) & (np.abs(places) <= most)).all(axis=1)]
    if len(wrong):
        raise UnmeasurableError(
            Text(
                "Die Geometrie von {zone!r} hat Koordinaten, die keinen Ort bezeichnen.",
                "The geometry of {zone!r} has coordinates that are nowhere.",
            ).format(zone=labels[wrong[0]]),
            Text(
                "Erwartet wird WGS 84 in Grad, Länge vor Breite; für ebene Koordinaten gilt `planar=True`.",
                "WGS 84 in degrees is expected, longitude first; for coordinates in a plane say `planar=True`.",
            ),
        )


def _zones(labels: tuple[Any, ...], shapes: Shapes, invalid: npt.NDArray[np.bool_]) -> Zones:
    real = shapely.area(shapes) > 0  # NaN for no shape
    return Zones(
        tuple(label for label, area in zip(labels, real, strict=True) if area),
        shapes[real],
        tuple(label for label, area in zip(labels, real, strict=True) if not area),
        tuple(label for label, area, wrong in zip(labels, real, invalid, strict=True) if area and wrong),
    )
