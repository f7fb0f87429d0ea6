"""GeoJSON geometry as a value: kept as text in one spelling, so that equal shapes are equal texts."""

import json
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

_DEPTH = {"Point": 1, "MultiPoint": 2, "LineString": 2, "MultiLineString": 3, "Polygon": 3, "MultiPolygon": 4}


def _spelled(value: Any) -> Any:
    """Accept GeoJSON as an object or as text; give the one spelling."""
    if isinstance(value, str):
        value = json.loads(value)
    return (
        json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        if isinstance(value, dict)
        else value
    )


def _check(text: str) -> str:
    shape = json.loads(text)
    kind = shape.get("type")
    if kind == "GeometryCollection":
        for part in shape.get("geometries", []):
            _check(json.dumps(part))
    elif kind not in _DEPTH:
        raise ValueError(f"not a GeoJSON geometry type: {kind!r}")
    else:
        _positions(shape.get("coordinates"), _DEPTH[kind])
    return text


def _positions(value: Any, depth: int) -> None:
    """Walk to the positions and hold each to WGS 84: longitude first, both within the globe."""
    if not isinstance(value, list) or (depth == 1 and len(value) < 2):
        raise ValueError("coordinates are not nested as the geometry type asks")
    if depth > 1:
        for part in value:
            _positions(part, depth - 1)
    elif not (all(isinstance(n, int | float) for n in value) and abs(value[0]) <= 180 and abs(value[1]) <= 90):
        raise ValueError(f"not a position in WGS 84 (longitude, latitude): {value}")


# RFC 7946, WGS 84; stored as text because neither engine keeps nested lists.
Geometry = Annotated[str, BeforeValidator(_spelled), AfterValidator(_check)]
