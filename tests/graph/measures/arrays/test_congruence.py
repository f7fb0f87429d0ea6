import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.arrays.congruence import Congruence, congruence
from graph.measures.arrays.matrices import Matrix, matrix

Table = list[list[int]]


def sparse(table: Table) -> Matrix:
    full = np.array(table, dtype=np.int64).reshape(len(table), -1)
    rows, columns = full.nonzero()
    return matrix(rows, columns, full.shape, full[rows, columns].astype(np.float64))


def crossed(x: list[int], y: list[int]) -> Congruence:
    """Lay two lists of categories over each other."""
    return congruence(matrix(np.array(x), np.array(y), (max(x) + 1, max(y) + 1)))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 5))
    row = st.lists(st.integers(0, 6), min_size=columns, max_size=columns)
    table: Table = draw(st.lists(row, min_size=1, max_size=5).filter(lambda rows: any(map(any, rows))))
    return table


def conditional_entropy(table: Table) -> tuple[float, float]:
    """Give H(row) and H(row|column), summed up from the counts as in Rosenberg and Hirschberg (2007)."""
    n = sum(map(sum, table))
    columns = [sum(row[j] for row in table) for j in range(len(table[0]))]
    whole = -sum(sum(row) / n * math.log(sum(row) / n) for row in table if sum(row))
    given_column = -sum(
        row[j] / n * math.log(row[j] / columns[j]) for row in table for j in range(len(columns)) if row[j]
    )
    return whole, given_column


@given(tables())
@settings(deadline=None)
def test_homogeneity_and_completeness_equal_their_definition(table: Table) -> None:
    found = congruence(sparse(table))
    turned = [list(column) for column in zip(*table, strict=True)]
    for value, rows in ((found.homogeneity, table), (found.completeness, turned)):
        whole, left = conditional_entropy(rows)
        assert value == pytest.approx(1 - left / whole if whole > 1e-12 else 1.0, abs=1e-9)
    h, c = found.homogeneity, found.completeness
    assert found.v_measure() == pytest.approx(2 * h * c / (h + c) if h + c else 0.0)
    assert 0 <= h <= 1
    assert 0 <= c <= 1


@given(tables(), st.permutations(range(5)), st.integers(1, 50))
@settings(deadline=None)
def test_order_unit_and_direction_change_nothing(table: Table, order: list[int], scale: int) -> None:
    one = congruence(sparse(table))
    rows = [k for k in order if k < len(table)]
    other = congruence(sparse([[scale * value for value in table[k]] for k in rows]))
    turned = congruence(sparse([list(column) for column in zip(*table, strict=True)]))
    assert other.homogeneity == pytest.approx(one.homogeneity, abs=1e-9) == turned.completeness
    assert other.completeness == pytest.approx(one.completeness, abs=1e-9) == turned.homogeneity
    assert other.mapcurves_a == pytest.approx(one.mapcurves_a) == turned.mapcurves_b
    assert other.mapcurves_b == pytest.approx(one.mapcurves_b) == turned.mapcurves_a
    assert other.inhomogeneity_a.tolist() == pytest.approx(one.inhomogeneity_a[rows].tolist(), abs=1e-9)
    assert other.nested == one.nested
    assert turned.nested == {"a in b": "b in a", "b in a": "a in b"}.get(one.nested, one.nested)


@pytest.mark.parametrize(
    ("x", "y", "v"),
    [
        ([1, 1, 1, 2, 3, 3, 3, 3, 1, 2, 2, 2, 2, 1, 3], [1] * 5 + [2] * 5 + [3] * 5, 0.14),
        ([1, 1, 1, 2, 2, 3, 3, 3, 1, 1, 2, 2, 2, 3, 3], [1] * 5 + [2] * 5 + [3] * 5, 0.39),
        (
            [1, 1, 1, 2, 2, 3, 3, 3, 1, 1, 2, 2, 2, 3, 3, 1, 2, 3, 1, 2, 3],
            [1] * 5 + [2] * 5 + [3] * 5 + [4, 4, 5, 5, 6, 6],
            0.30,
        ),
        (
            [1, 1, 1, 2, 2, 3, 3, 3, 1, 1, 2, 2, 2, 3, 3, 1, 2, 3, 1, 2, 3],
            [1] * 5 + [2] * 5 + [3] * 5 + [4, 5, 6, 7, 8, 9],
            0.41,
        ),
    ],
)
def test_v_measure_as_published(x: list[int], y: list[int], v: float) -> None:
    """Rosenberg and Hirschberg (2007), V-measure, figure 2, solutions A to D."""
    assert crossed(x, y).v_measure() == pytest.approx(v, abs=0.005)


# Three maps of 10 × 10 cells by E. E. van Loon, one row after the other, as R's sabre 0.4.3 (MIT) tests its Mapcurves.
MAPS = (
    "1111111111 1111112221 1111112221 1111112221 3311122221 3311122211 3331111111 3331111111 3331111141 1111111144",
    "1111111111 1111112551 1111112551 1111112551 3311122551 3311122511 3331111111 3331111111 3331111141 1111111144",
    "1111111211 1111112251 1111112551 1111122551 3311122551 3311122511 3331111111 3331111111 3331111141 3331111444",
)


@pytest.mark.parametrize(
    ("first", "second", "gof"), [(0, 1, 1.0), (1, 2, 0.819429125817), (0, 2, 0.850765931373), (2, 2, 1.0)]
)
def test_mapcurves_equal_those_of_sabre(first: int, second: int, gof: float) -> None:
    x, y = ([int(cell) for cell in MAPS[k].replace(" ", "")] for k in (first, second))
    assert crossed(x, y).mapcurves == pytest.approx(gof, abs=1e-11)


def test_pairs_of_zones() -> None:
    found = congruence(sparse([[3, 1, 0], [0, 0, 4]]), np.array([6.0, 4.0]), np.array([3.0, 1.0, 8.0]))
    cells = found.cells
    assert list(zip(cells.a.tolist(), cells.b.tolist(), strict=True)) == [(0, 0), (0, 1), (1, 2)]
    assert cells.share_of_a.tolist() == pytest.approx([1 / 2, 1 / 6, 1])
    assert cells.share_of_b.tolist() == pytest.approx([1, 1, 1 / 2])
    assert cells.jaccard.tolist() == pytest.approx([3 / 6, 1 / 6, 4 / 8])
    assert cells.dice.tolist() == pytest.approx([6 / 9, 2 / 7, 8 / 12])
    assert (found.only_a.tolist(), found.only_b.tolist()) == ([2, 0], [0, 0, 4])
    assert (found.inside_b.tolist(), found.inside_a.tolist()) == ([-1, 2], [0, 0, -1])
    assert found.nested == "neither"


@pytest.mark.parametrize(
    ("table", "nested"),
    [
        ([[2, 0], [0, 3]], "both"),
        ([[2, 0], [3, 0], [0, 1]], "a in b"),
        ([[2, 3]], "b in a"),
        ([[2, 1], [0, 3]], "neither"),
        ([[5]], "both"),
    ],
)
def test_nested_divisions_are_told_from_those_that_cut_each_other(table: Table, nested: str) -> None:
    assert congruence(sparse(table)).nested == nested


def test_beta_weighs_completeness() -> None:
    found = congruence(sparse([[1, 1], [0, 2]]))
    h, c = found.homogeneity, found.completeness
    assert found.v_measure(2) == pytest.approx(3 * h * c / (2 * h + c))
    assert [found.v_measure(1e12), found.v_measure(1e-12)] == pytest.approx([c, h])


def test_slivers_count_nowhere_up_to_the_tolerance() -> None:
    table = sparse([[990, 10], [10, 990]])
    exact, tolerant = congruence(table), congruence(table, tolerance=0.011)
    assert (exact.nested, len(exact.slivers.a)) == ("neither", 0)
    assert (tolerant.nested, tolerant.homogeneity, tolerant.mapcurves) == ("both", 1.0, 1.0)
    assert tolerant.slivers.shared.tolist() == [10, 10]
    assert congruence(table, tolerance=0.009).nested == "neither"


def test_one_zone_tells_nothing_of_the_other() -> None:
    one = congruence(sparse([[1, 2, 3]]))
    assert (one.homogeneity, one.completeness, one.v_measure(), one.nested) == (1.0, 0.0, 0.0, "b in a")
    assert one.inhomogeneity_a.tolist() == [1.0]
    assert one.inhomogeneity_b.tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("shape", [(0, 0), (2, 0), (0, 3), (2, 2)])
def test_what_shares_nothing_is_undefined(shape: tuple[int, int]) -> None:
    none = np.zeros(0, dtype=np.int64)
    found = congruence(matrix(none, none, shape), np.ones(shape[0]), np.ones(shape[1]))
    values = [found.homogeneity, found.completeness, found.v_measure(), found.mapcurves]
    assert all(math.isnan(value) for value in values)
    assert found.nested == "neither"
    assert found.inside_b.tolist() == [-1] * shape[0]
    assert found.only_a.tolist() == [1] * shape[0]
