"""The divisions into areas that plannings use, laid over each other: by their shapes, or by what the ties say."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from scipy.sparse import diags_array

from graph.measures.arrays.areas import shared_areas
from graph.measures.arrays.congruence import Congruence, congruence
from graph.measures.arrays.matrices import Floats, Integers, Matrix, binary, matrix, ordered
from graph.measures.flaws import SLIVER, Flaws, flaws_of_zones
from graph.measures.zones import Zones, zones
from graph.network import Mask, Network
from graph.questions.hierarchy import within
from schema.errors import UnmeasurableError
from schema.nodes import Fachplanung, Raumzuschnitt, Sozialraum
from schema.text import Text
from schema.ties import BelongsTo, Overlaps, PartOf, Uses

COUNTED = (Uses, BelongsTo, Overlaps, PartOf)
ENOUGH = 0.8
"""V-measure from which two divisions that are not nested are said to fit for the most part."""

BY_SHAPE = Text("nach Fläche", "by ground")
BY_PEOPLE = Text("nach Bevölkerung", "by population")
BY_NUMBER = Text("nach Zahl der Teilräume", "by number of areas")


@dataclass(frozen=True, eq=False)
class Compared:
    """Two divisions (positions) with their areas, what they were compared by, and how far they agree."""

    a: int
    b: int
    areas_a: Integers
    areas_b: Integers
    basis: Text
    found: Congruence

    @property
    def fits(self) -> bool:
        """Say whether the areas of one lie in those of the other."""
        return self.found.nested != "neither"

    @property
    def v(self) -> float:
        """Give the V-measure."""
        return self.found.v_measure()

    @property
    def apart(self) -> bool:
        """Say whether they do not fit: neither nested nor for the most part in agreement."""
        return not self.fits and self.v < ENOUGH


@dataclass(frozen=True, eq=False)
class Divisions:
    """The divisions of a network, the ties that say so being `belongs` (area → division) and `lies` (area → area)."""

    network: Network
    ties: Mask
    """Which ties of the network are there to be used."""

    @classmethod
    def of(cls, network: Network) -> "Divisions":
        """Take the divisions of a network."""
        real = ~network.placeholder
        area = network.of_type(Sozialraum)
        among = network.with_verb(PartOf) & area[network.start] & area[network.end]
        ties = network.with_verb(Uses, BelongsTo, Overlaps) | among
        return cls(network, np.asarray(ties & real[network.start] & real[network.end], dtype=np.bool_))

    def without(self, lost: Mask) -> "Divisions":
        """Take the same while some ties are missing."""
        return Divisions(self.network, self.ties & ~lost)

    @cached_property
    def nodes(self) -> Integers:
        """List the divisions to which areas belong."""
        ties = self.ties & self.network.with_verb(BelongsTo) & self.network.of_type(Raumzuschnitt)[self.network.end]
        return np.unique(self.network.end[ties]).astype(np.int64)

    def areas(self, division: int) -> Integers:
        """List the areas of a division."""
        ties = self.ties & self.network.with_verb(BelongsTo) & (self.network.end == division)
        return np.unique(self.network.start[ties]).astype(np.int64)

    def plannings(self, division: int) -> Integers:
        """List the Fachplanungen that use a division."""
        ties = self.ties & self.network.with_verb(Uses) & (self.network.end == division)
        ties &= self.network.of_type(Fachplanung)[self.network.start]
        return np.unique(self.network.start[ties]).astype(np.int64)

    def compared(self) -> Iterator[Compared]:
        """Compare each pair of divisions for which the data say how their areas lie to each other."""
        for a, b in combinations(self.nodes.tolist(), 2):
            areas_a, areas_b = self.areas(a), self.areas(b)
            made = self._by_shape(areas_a, areas_b) or self._by_ties(areas_a, areas_b)
            if made is not None and len(made[1].cells.a):
                yield Compared(a, b, areas_a, areas_b, *made)

    def flaws(self, division: int) -> Flaws | None:
        """Find gaps and overlaps inside a division whose areas all have a shape; None where they have not."""
        areas = self.areas(division)
        if not self._shaped[areas].all():
            return None
        made = self._zones(areas)
        return None if made is None else flaws_of_zones(made[0], SLIVER)

    @cached_property
    def _shaped(self) -> Mask:
        return np.array([row.get("geometry") is not None for row in self.network.node_rows], dtype=np.bool_)

    def _zones(self, *several: Integers) -> tuple[Zones, ...] | None:
        """Read the shapes of some areas by position; None where one of them is no shape after all."""
        rows = self.network.node_rows
        try:
            return zones(*({f"{i:09}": rows[i]["geometry"] for i in areas.tolist()} for areas in several))
        except UnmeasurableError:
            return None

    def _by_shape(self, a: Integers, b: Integers) -> tuple[Text, Congruence] | None:
        if not (self._shaped[a].all() and self._shaped[b].all()):
            return None
        made = self._zones(a, b)
        if made is None or any(zone.without_area for zone in made):
            return None
        one, other = made
        return BY_SHAPE, congruence(shared_areas(one.shapes, other.shapes), one.size, other.size, SLIVER)

    def _by_ties(self, a: Integers, b: Integers) -> tuple[Text, Congruence] | None:
        """Compare by OVERLAPS and PART_OF between the areas, or by smaller areas that lie in both."""
        shared = self._shared(a, b, self._size)
        if not shared.nnz:
            return None
        return (BY_PEOPLE if self._peopled else BY_NUMBER), congruence(shared)

    def _shared(self, a: Integers, b: Integers, size: Floats) -> Matrix:
        """Give what each area of one division shares with each of the other."""
        lies = self._lies
        forth = ordered(diags_array(size[a]) @ lies[a, :][:, b])
        back = ordered((diags_array(size[b]) @ lies[b, :][:, a]).T)
        direct = ordered(forth.maximum(back))
        if direct.nnz:
            return direct
        smaller = np.setdiff1d(np.flatnonzero(self.network.of_type(Sozialraum)), np.concatenate([a, b]))
        parts = ordered(diags_array(size[smaller]) @ lies[smaller, :][:, a])
        return ordered(parts.T @ lies[smaller, :][:, b])

    @cached_property
    def _lies(self) -> Matrix:
        """Give for each area which share of it lies in each other: 1 in itself and in what it is part of."""
        network, n = self.network, self.network.n
        over = np.flatnonzero(self.ties & network.with_verb(Overlaps))
        share = np.array([network.tie_rows[j].get("share") or 1.0 for j in over], dtype=np.float64)
        said = matrix(network.start[over], network.end[over], (n, n), share)
        kept = network.keep(np.ones(n, dtype=np.bool_), self.ties) if self._thinned else network
        own = np.flatnonzero(network.of_type(Sozialraum))
        whole = (within(kept, Sozialraum) + matrix(own, own, (n, n))).astype(np.float64)
        # What lies within an area lies wholly where that area does; where it is cut, nothing is known of its parts.
        wholly = said.multiply(said >= 1)
        return ordered(said.maximum(whole).maximum(binary(whole @ wholly).astype(np.float64)))

    @property
    def _thinned(self) -> bool:
        return bool((self.network.with_verb(Overlaps, BelongsTo, Uses) & ~self.ties).any())

    @cached_property
    def _people(self) -> Floats:
        rows = self.network.node_rows
        return np.array([row.get("population") or np.nan for row in rows], dtype=np.float64)

    @property
    def _peopled(self) -> bool:
        """Say whether the population of every area that another holds or overlaps is known."""
        held = np.flatnonzero(np.diff(self._lies.indptr) > 1)
        return bool(len(held)) and not np.isnan(self._people[held]).any()

    @cached_property
    def _size(self) -> Floats:
        return np.nan_to_num(self._people, nan=1.0) if self._peopled else np.ones(self.network.n)
