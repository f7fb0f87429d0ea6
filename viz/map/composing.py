"""A map made ready to be drawn: the areas of a division with need, reach and shape, and the division over it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isnan

import numpy as np
import shapely

from graph.measures.arrays.areas import shared_areas
from graph.measures.arrays.matrices import Floats
from graph.network import Network
from graph.questions.contacts import SHOWN, Contacts
from graph.questions.need_and_reach_presence import Presence, covers
from schema.text import Text
from viz.map.indicators import found, need_by
from viz.map.layers import MOST, Layer, MapScope, chosen, layers
from viz.map.shapes import LEFT_OUT, Ground, grounds
from viz.picture_words import SHOWN as N_OF_M

CLASSES = (
    Text("niedrig (bis 0,25)", "low (up to 0.25)"),
    Text("eher niedrig (bis 0,5)", "rather low (up to 0.5)"),
    Text("eher hoch (bis 0,75)", "rather high (up to 0.75)"),
    Text("hoch (über 0,75)", "high (above 0.75)"),
)
NO_NEED = Text("Bedarf unbekannt", "need unknown")
NO_AREAS = Text(
    "Es sind keine Sozialräume erfasst; die Karte zeigt sie, sobald sie mit Geometrie eingelesen sind: fahrstuhl "
    "import DATEI.geojson",
    "No Sozialräume are recorded; the map shows them once they are imported with geometry: fahrstuhl import "
    "FILE.geojson",
)
NO_GEOMETRIES = Text(
    "Keiner dieser Räume hat eine Geometrie, die sich zeichnen lässt. Eine GeoJSON-Datei mit den Grenzen (WGS 84) "
    "einlesen: fahrstuhl import DATEI.geojson",
    "None of these areas has a geometry that can be drawn. Import a GeoJSON file with the borders (WGS 84): fahrstuhl "
    "import FILE.geojson",
)
LEAST = 0.005
"""Shares below this come from borders that were drawn with different care."""
TOO_MANY = Text("die ersten nach dem Namen", "the first by name")


@dataclass(frozen=True, slots=True)
class Area:
    """One area of the map: position, need between 0 and 1 (None unknown), actors there, and who they are."""

    i: int
    need: float | None
    reach: int
    actors: tuple[str, ...]

    @property
    def grade(self) -> int:
        """Give the class of the need from 1 to 4; 0 where it is unknown."""
        return 0 if self.need is None else 1 + sum(self.need > bound for bound in (0.25, 0.5, 0.75))

    @property
    def word(self) -> Text:
        """Name the class of the need."""
        return CLASSES[self.grade - 1] if self.grade else NO_NEED


@dataclass(frozen=True, eq=False)
class Mapped:
    """The map: the division that is filled (None where there are no areas), the one over it, and all shapes."""

    network: Network
    layer: Layer | None
    over: Layer | None
    indicator: int | None
    areas: tuple[Area, ...]
    ground: Ground

    @property
    def drawn(self) -> tuple[Area, ...]:
        """Give the areas that are on the map."""
        return tuple(area for area in self.areas if area.i in self.ground.shapes)

    @property
    def over_drawn(self) -> tuple[int, ...]:
        """Give the areas of the division over it that are on the map."""
        return tuple(int(i) for i in self.over.areas if i in self.ground.shapes) if self.over else ()

    def remarks(self) -> Iterator[Text]:
        """Say what is not drawn for lack of room, and where the shapes are from."""
        left_out = sum(why is LEFT_OUT for why in self.ground.why.values())
        if left_out:
            yield N_OF_M.format(n=len(self.ground.shapes), m=len(self.ground.shapes) + left_out, why=TOO_MANY)
        sources = sorted({str(self.network.node_rows[i].get("source") or "–")[:200] for i in self.ground.shapes})
        if sources:
            more = "" if len(sources) < 4 else " …"
            yield Text("Quelle der Grenzen: {names}{more}", "Source of the borders: {names}{more}").format(
                names="; ".join(sources[:3]), more=more
            )

    @property
    def nothing(self) -> Text:
        """Say why there is nothing to draw, and what to import."""
        return NO_GEOMETRIES if self.layer else NO_AREAS

    @cached_property
    def shares(self) -> Mapping[int, tuple[tuple[int, float], ...]]:
        """Say in which areas of the filled division each of the other lies, with its shares, the largest first."""
        mine, theirs = [area.i for area in self.drawn], self.over_drawn
        if not (mine and theirs):
            return {}
        shapes, others = (np.array([self.ground.shapes[i] for i in some], dtype=np.object_) for some in (theirs, mine))
        shared, whole = shared_areas(shapes, others), shapely.area(shapes)
        held_in: dict[int, tuple[tuple[int, float], ...]] = {}
        for k, i in enumerate(theirs):
            row = slice(shared.indptr[k], shared.indptr[k + 1])
            parts = zip(shared.indices[row].tolist(), (shared.data[row] / whole[k]).tolist(), strict=True)
            held = ((mine[j], round(part, 4)) for j, part in parts if part >= LEAST)
            held_in[i] = tuple(sorted(held, key=lambda part: (-part[1], part[0])))
        return held_in


def composed(network: Network, scope: MapScope) -> Mapped:
    """Take need, reach and shapes of the division that is asked for, else of that with most areas on the map."""
    known = layers(network)
    layer = chosen(known, scope.division) or (known[0] if known else None)
    over, indicator = chosen(known, scope.over), found(network, scope.indicator)
    return mapped(network, layer, over, indicator, need_by(network, indicator), persons=scope.persons)


def mapped(
    network: Network, layer: Layer | None, over: Layer | None, indicator: int | None, need: Floats, *, persons: bool
) -> Mapped:
    """Make the map of two divisions with the need that is given for each node."""
    wanted = [int(i) for one in (layer, over) if one for i in one.areas]
    ground = grounds(network, dict.fromkeys(wanted), MOST)
    return Mapped(network, layer, over, indicator, _areas(network, layer, need, persons), ground)


def _areas(network: Network, layer: Layer | None, need: Floats, persons: bool) -> tuple[Area, ...]:
    if layer is None:
        return ()
    near = Presence.of(Contacts.of(network, persons), covers(network, layer.areas)).near
    return tuple(
        Area(
            int(i),
            None if isnan(need[i]) else float(need[i]),
            int(near.indptr[k + 1] - near.indptr[k]),
            tuple(network.ids[j] for j in near.indices[near.indptr[k] : near.indptr[k + 1]][:SHOWN]),
        )
        for k, i in enumerate(layer.areas)
    )
