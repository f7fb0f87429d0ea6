"""GeoJSON: each feature an area of one division, with its geometry in WGS 84."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.intake.areas.divisions import Division, tidy, whole_key, width_of
from graph.intake.areas.geometry import geometry_or_oddity
from graph.intake.guard import refuse
from graph.intake.oparl.objects import words
from graph.intake.places import Found, Place
from schema.folding import fold
from schema.text import Text

KEYS = (
    "key",
    "schluessel",
    "raumschluessel",
    "plr_id",
    "bzr_id",
    "pgr_id",
    "ags",
    "ars",
    "id",
    "kennung",
    "nummer",
    "nr",
    "code",
    "gid",
)
NAMES = ("name", "bezeichnung", "plr_name", "bzr_name", "pgr_name", "stadtteil", "ortsteil", "gen", "label", "title")
KINDS = ("kind", "art", "typ", "type")
POPULATIONS = ("population", "einwohner", "einwohnerzahl", "bevoelkerung", "ew")
WGS_84 = ("EPSG::4326", "EPSG:4326", "CRS84", "CRS:84", "EPSG:4258", "EPSG::4258")
"""Names of systems of coordinates in degrees; those of ETRS89 differ from WGS 84 by less than a metre."""


def features(value: Mapping[str, Any], division: Division, told: Mapping[str, str], at: Place) -> Iterator[Found]:
    """Give the areas of a collection; an InputError when it has none."""
    account, listed = division.account, value.get("features") if value.get("type") != "Feature" else [value]
    if not isinstance(listed, list):
        refuse("no-features", _NOTHING, at.file, _WHAT_TO_DO, "$")
    other = _other_system(value)
    if other:
        account.odd(at.inside(".crs").oddity("other-crs", _OTHER_CRS.format(name=other[:200]), "crs"))
    sound = [(i, f) for i, f in enumerate(listed) if isinstance(f, Mapping)]
    for i in sorted({*range(len(listed))} - {i for i, _ in sound}):
        account.odd(at.inside(f".features[{i}]").oddity("not-an-object", _NO_FEATURE, refused=True))
    width = width_of([_field(f, KEYS, told.get("key")) for _, f in sound])
    for i, feature in sound:
        yield from _area(feature, division, told, width, at.inside(f".features[{i}]"), placed=not other)


def _area(
    feature: Mapping[str, Any], division: Division, told: Mapping[str, str], width: int, at: Place, *, placed: bool
) -> Iterator[Found]:
    account = division.account
    key, name = _field(feature, KEYS, told.get("key")), tidy(_field(feature, NAMES, told.get("name")))
    if not key and not name:
        account.odd(at.oddity("no-id", _NAMELESS, "key", refused=True))
        return
    key = whole_key(key, width, at, account)
    population = _field(feature, POPULATIONS, told.get("population"))
    values: dict[str, Any] = {"name": name or key, "kind": _field(feature, KINDS, told.get("kind")) or None}
    values["population"] = int(population) if population.isdecimal() and len(population) < 12 else None
    if placed and feature.get("geometry") is not None:
        values["geometry"] = geometry_or_oddity(feature["geometry"], at, account)
    yield from division.area(key or name, at, **values)


def _field(feature: Mapping[str, Any], names: Sequence[str], told: str | None) -> str:
    """Find a property by its name, whatever its spelling; the first of the known names counts, or the one told."""
    found = feature.get("properties")
    by_name = {fold(name): name for name in found} if isinstance(found, Mapping) else {}
    for name in (told,) if told is not None else names:
        if fold(name) in by_name and words(found, by_name[fold(name)]):  # type: ignore[arg-type]
            return words(found, by_name[fold(name)])  # type: ignore[arg-type]
    return words(feature, "id") if names is KEYS and told is None else ""


def _other_system(value: Mapping[str, Any]) -> str:
    """Name the system of coordinates where it is told and none in degrees."""
    crs = value.get("crs")
    if not isinstance(crs, Mapping):
        return ""
    properties = crs.get("properties")
    name = words(properties, "name") if isinstance(properties, Mapping) else ""
    return "" if name.endswith(WGS_84) else name or "?"


_NOTHING = Text("enthält keine Räume (keine Liste „features“)", "holds no areas (no list “features”)")
_WHAT_TO_DO = Text("Die Räume als GeoJSON in WGS 84 speichern.", "Save the areas as GeoJSON in WGS 84.")
_NO_FEATURE = Text("Hier steht kein Raum.", "There is no area here.")
_NAMELESS = Text("Der Raum hat weder Schlüssel noch Namen.", "The area has neither key nor name.")
_OTHER_CRS = Text(
    "Koordinaten in {name}, nicht in WGS 84: die Geometrien bleiben weg. In GIS nach EPSG:4326 umrechnen.",
    "Coordinates in {name}, not in WGS 84: the geometries are left out. Convert to EPSG:4326 in a GIS.",
)
