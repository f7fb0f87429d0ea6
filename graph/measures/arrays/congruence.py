"""Congruence: how far two divisions of the same ground or the same units into zones agree."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt

from graph.measures.arrays.matrices import Floats, Integers, Matrix, ordered

Nesting = Literal["a in b", "b in a", "both", "neither"]
ROUNDING = 1e-9
"""Shares below this come from rounding and are never a part of their own."""


@dataclass(frozen=True, eq=False)
class Cells:
    """Pairs of zones, one of each division, that share something: what they share, and the whole size of either."""

    a: Integers
    b: Integers
    shared: Floats
    size_a: Floats
    size_b: Floats

    @property
    def share_of_a(self) -> Floats:
        """Give the coverage of the zone of a: shared / its size."""
        return self.shared / self.size_a

    @property
    def share_of_b(self) -> Floats:
        """Give the coverage of the zone of b: shared / its size."""
        return self.shared / self.size_b

    @property
    def jaccard(self) -> Floats:
        """Give shared / what either covers."""
        return self.shared / (self.size_a + self.size_b - self.shared)

    @property
    def dice(self) -> Floats:
        """Give twice what is shared / the sum of both sizes."""
        return 2 * self.shared / (self.size_a + self.size_b)

    def where(self, kept: npt.NDArray[np.bool_]) -> "Cells":
        """Give some of the pairs."""
        return Cells(self.a[kept], self.b[kept], self.shared[kept], self.size_a[kept], self.size_b[kept])


@dataclass(frozen=True, eq=False)
class Congruence:
    """Two divisions laid over each other.

    `cells`: the pairs of zones that count; `slivers`: those that share less than `tolerance` of the smaller zone and
    count nowhere; `size_a`, `size_b`: each zone's size; `only_a`, `only_b`: what of it the other division leaves out.

    The measures of the whole look at what both divisions cover. They are NaN where they share nothing.
    """

    cells: Cells
    slivers: Cells
    size_a: Floats
    size_b: Floats
    only_a: Floats
    only_b: Floats
    tolerance: float

    @cached_property
    def homogeneity(self) -> float:
        """Give how far the zones of b hold parts of one zone of a only: 1 − H(a|b)/H(a); 1 where a is one zone."""
        return self._known(self.cells.a, self.cells.b)

    @cached_property
    def completeness(self) -> float:
        """Give how far the zones of a lie in one zone of b only: 1 − H(b|a)/H(b); 1 where b is one zone."""
        return self._known(self.cells.b, self.cells.a)

    def v_measure(self, beta: float = 1.0) -> float:
        """Give the harmonic mean of both; with `beta` > 1 completeness weighs more, 0 where both are 0."""
        h, c = self.homogeneity, self.completeness
        if h == 0 and c == 0:
            return 0.0
        return (1 + beta) * h * c / (beta * h + c)

    @cached_property
    def inhomogeneity_a(self) -> Floats:
        """Give for each zone of a how mixed it is: the entropy of its parts in b over the entropy of b; 0 is pure."""
        return self._mixed(self.cells.a, self.cells.b, len(self.size_a))

    @cached_property
    def inhomogeneity_b(self) -> Floats:
        """Give for each zone of b how mixed it is with regard to a."""
        return self._mixed(self.cells.b, self.cells.a, len(self.size_b))

    @cached_property
    def fit_a(self) -> Floats:
        """Give for each zone of a its goodness of fit Σ (shared/its size · shared/size of the other), from 0 to 1."""
        return _added(self.cells.a, self._fits, len(self.size_a))

    @cached_property
    def fit_b(self) -> Floats:
        """Give for each zone of b its goodness of fit."""
        return _added(self.cells.b, self._fits, len(self.size_b))

    @property
    def mapcurves_a(self) -> float:
        """Give the area under the Mapcurve of a: which share of its zones fits at least so well."""
        return _under_curve(self.fit_a[np.unique(self.cells.a)])

    @property
    def mapcurves_b(self) -> float:
        """Give the area under the Mapcurve of b."""
        return _under_curve(self.fit_b[np.unique(self.cells.b)])

    @property
    def mapcurves(self) -> float:
        """Give the larger of both areas; 1 where one division refines the other."""
        return max(self.mapcurves_a, self.mapcurves_b)

    @cached_property
    def inside_b(self) -> Integers:
        """Give for each zone of a the zone of b that it lies in, up to the tolerance; −1 for none."""
        return self._inside(self.cells.a, self.cells.b, self.cells.share_of_a, len(self.size_a))

    @cached_property
    def inside_a(self) -> Integers:
        """Give for each zone of b the zone of a that it lies in, up to the tolerance; −1 for none."""
        return self._inside(self.cells.b, self.cells.a, self.cells.share_of_b, len(self.size_b))

    @property
    def nested(self) -> Nesting:
        """Say whether each zone of one division lies in a zone of the other; `both` where they are the same."""
        a_in_b = bool((self.inside_b[self.size_a > 0] >= 0).all()) and bool((self.size_a > 0).any())
        b_in_a = bool((self.inside_a[self.size_b > 0] >= 0).all()) and bool((self.size_b > 0).any())
        if a_in_b:
            return "both" if b_in_a else "a in b"
        return "b in a" if b_in_a else "neither"

    @property
    def _fits(self) -> Floats:
        common_a, common_b = (_totals(zones, self.cells.shared)[zones] for zones in (self.cells.a, self.cells.b))
        return self.cells.shared**2 / (common_a * common_b)

    def _known(self, of: Integers, given: Integers) -> float:
        """Give 1 − H(of|given)/H(of)."""
        shared = self.cells.shared
        if not len(shared):
            return float("nan")
        whole = _entropy(_totals(of, shared))
        left = _entropy(shared) - _entropy(_totals(given, shared))
        return min(max(1 - left / whole, 0.0), 1.0) if whole > ROUNDING else 1.0

    def _mixed(self, zones: Integers, others: Integers, n: int) -> Floats:
        shared = self.cells.shared
        whole = _entropy(_totals(others, shared))
        share = shared / _totals(zones, shared)[zones]
        return _added(zones, -share * np.log(share) / (whole if whole > ROUNDING else np.inf), n)

    def _inside(self, zones: Integers, others: Integers, share: Floats, n: int) -> Integers:
        found = np.full(n, -1, dtype=np.int64)
        whole = share >= 1 - max(self.tolerance, ROUNDING)
        by_share = np.argsort(share[whole], kind="stable")
        found[zones[whole][by_share]] = others[whole][by_share]
        return found


def congruence(
    shared: Matrix, size_a: Floats | None = None, size_b: Floats | None = None, tolerance: float = 0.0
) -> Congruence:
    """Compare two divisions by what their zones share: `shared[i, j]` is the size that zone i of a and j of b have.

    Sizes are areas, people or counts. `size_a`, `size_b`: the whole size of each zone where the other division does not
    cover all of it; without them, what is shared adds up to it. Pairs that share less than `tolerance` of the smaller
    zone are slivers.

    Homogeneity, completeness, V-measure: Nowosad, J. and Stepinski, T. F. (2018), Spatial association between
    regionalizations using the information-theoretical V-measure, International Journal of Geographical Information
    Science 32(12), 2386–2401, with a as their R and b as their Z. Mapcurves: Hargrove, W. W., Hoffman, F. M. and
    Hessburg, P. F. (2006), Journal of Geographical Systems 8, 187–208, with straight lines between the points of the
    curve as in R's `sabre`.
    """
    table = ordered(shared)
    inside_a, inside_b = (np.asarray(table.sum(axis=axis), dtype=np.float64).ravel() for axis in (1, 0))
    whole_a = inside_a if size_a is None else np.asarray(size_a, dtype=np.float64)
    whole_b = inside_b if size_b is None else np.asarray(size_b, dtype=np.float64)
    a = np.repeat(np.arange(table.shape[0]), np.diff(table.indptr))
    b = table.indices.astype(np.int64)
    cells = Cells(a, b, table.data.astype(np.float64), whole_a[a], whole_b[b])
    cells = cells.where(cells.shared > 0)
    counts = cells.shared >= max(tolerance, ROUNDING) * np.minimum(cells.size_a, cells.size_b)
    left_a, left_b = np.maximum(whole_a - inside_a, 0), np.maximum(whole_b - inside_b, 0)
    return Congruence(cells.where(counts), cells.where(~counts), whole_a, whole_b, left_a, left_b, tolerance)


def _added(zones: Integers, values: Floats, n: int) -> Floats:
    return np.bincount(zones, weights=values, minlength=n).astype(np.float64)


def _totals(zones: Integers, values: Floats) -> Floats:
    return _added(zones, values, int(zones.max(initial=-1)) + 1)


def _entropy(sizes: Floats) -> float:
    """Give −Σ p ln p of the shares p of some sizes."""
    share = sizes[sizes > 0] / sizes.sum()
    return float(-(share * np.log(share)).sum())


def _under_curve(fits: Floats) -> float:
    """Give the area under the curve through (fit, share of zones that fit as well or better), from 0 to 1."""
    if not len(fits):
        return float("nan")
    along = np.concatenate([[0.0], np.sort(fits), [1.0]])
    share = np.concatenate([[1.0], np.linspace(1, 0, len(fits)), [0.0]])
    return float(np.trapezoid(share, along))
