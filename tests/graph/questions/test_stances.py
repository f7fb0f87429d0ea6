"""The grids: every field, values at the thresholds, and what is unknown."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.questions.actor_map import KEY, NEITHER, NO_CIRCLE, NO_WEIGHT, PRIMARY, SECONDARY, VETO, circle, weight
from graph.questions.stances import (
    INFLUENCE_ATTITUDE,
    POWER_INTEREST,
    SALIENCE,
    UNKNOWN,
    Cell,
    influence_attitude,
    power_interest,
    salience,
)

# Mitchell, Agle and Wood 1997, figure 2 and pp. 875–879: power, legitimacy, urgency → class; ours in German.
EIGHT = {
    (5, 1, 1): "ruhend",  # dormant
    (1, 5, 1): "berechtigt",  # discretionary
    (1, 1, 5): "drängend",  # demanding
    (5, 5, 1): "maßgeblich",  # dominant
    (5, 1, 5): "fordernd",  # dangerous
    (1, 5, 5): "angewiesen",  # dependent
    (5, 5, 5): "vorrangig",  # definitive
    (1, 1, 1): "derzeit ohne Vorrang",  # no stakeholder
}
MENDELOW = {(5, 5): "eng einbinden", (5, 1): "zufriedenstellen", (1, 5): "informieren", (1, 1): "beobachten"}


@pytest.mark.parametrize(("values", "name"), EIGHT.items())
def test_all_eight_classes_of_salience(values: tuple[int, int, int], name: str) -> None:
    assert salience(*values).name.de == name


@pytest.mark.parametrize(("values", "name"), MENDELOW.items())
def test_all_four_fields_of_power_and_interest(values: tuple[int, int], name: str) -> None:
    assert power_interest(*values).name.de == name


@pytest.mark.parametrize(
    ("influence", "attitude", "name"),
    [
        (5, 2, "fördernd, einflussreich"),
        (5, 0, "unentschieden, einflussreich"),
        (5, -2, "hemmend, einflussreich"),
        (1, 2, "fördernd, weniger einflussreich"),
        (1, 0, "unentschieden, weniger einflussreich"),
        (1, -2, "hemmend, weniger einflussreich"),
    ],
)
def test_all_six_fields_of_attitude_and_influence(influence: int, attitude: int, name: str) -> None:
    assert influence_attitude(influence, attitude).name.de == name


@pytest.mark.parametrize(("value", "name"), [(3.99, "beobachten"), (4, "zufriedenstellen"), (4.01, "zufriedenstellen")])
def test_at_the_threshold_a_value_is_high(value: float, name: str) -> None:
    assert power_interest(value, 1).name.de == name
    assert (salience(1, value, 1).name.de == "berechtigt") == (value >= 4)
    assert (salience(1, 1, value).name.de == "drängend") == (value >= 4)


@pytest.mark.parametrize(
    ("attitude", "word"),
    [(0.49, "unentschieden"), (0.5, "fördernd"), (-0.49, "unentschieden"), (-0.5, "hemmend"), (1, "fördernd")],
)
def test_at_the_threshold_an_attitude_leans(attitude: float, word: str) -> None:
    assert influence_attitude(4, attitude).name.de == f"{word}, einflussreich"
    assert (weight(4, attitude, flagged=False, formal=False) == VETO) == (word == "hemmend")


def test_names_and_conditions_differ_from_field_to_field() -> None:
    grids: tuple[tuple[Cell, ...], ...] = (
        tuple(POWER_INTEREST.values()),
        tuple(INFLUENCE_ATTITUDE.values()),
        tuple(SALIENCE.values()),
    )
    assert [len(cells) for cells in grids] == [4, 6, 8]
    for cells in grids:
        for lang in ("de", "en"):
            assert len({getattr(cell.name, lang) for cell in cells}) == len(cells)
            assert len({getattr(cell.when, lang) for cell in cells}) == len(cells)


@pytest.mark.parametrize("known", [k for k in product((True, False), repeat=3) if not all(k)])
def test_a_salience_with_an_unknown_attribute_is_unknown(known: tuple[bool, ...]) -> None:
    for values in product((1.0, 5.0), repeat=3):
        given_values = [value if told else None for value, told in zip(values, known, strict=True)]
        assert salience(*given_values) == UNKNOWN


@given(st.none() | st.floats(1, 5), st.none() | st.floats(-2, 2))
def test_two_values_make_a_field_and_one_makes_none(influence: float | None, other: float | None) -> None:
    unknown = influence is None or other is None
    assert (power_interest(influence, other) == UNKNOWN) == unknown
    assert (influence_attitude(influence, other) == UNKNOWN) == unknown


@pytest.mark.parametrize(
    ("influence", "attitude", "flagged", "formal", "expected"),
    [
        (5, -1, False, False, VETO),
        (3, -2, False, False, NEITHER),
        (5, 0, False, False, KEY),
        (5, None, False, False, KEY),
        (4, 1, False, False, KEY),
        (2, 1, True, False, KEY),
        (None, -2, False, False, NO_WEIGHT),
        (None, None, True, False, KEY),
        (None, None, False, True, VETO),
        (1, 2, False, True, VETO),
        (2, 2, False, False, NEITHER),
    ],
)
def test_weights(influence: int | None, attitude: int | None, flagged: bool, formal: bool, expected: Cell) -> None:
    assert weight(influence, attitude, flagged=flagged, formal=formal) == expected


@pytest.mark.parametrize(
    ("interest", "direct", "expected"),
    [
        (4, False, PRIMARY),
        (3.9, False, SECONDARY),
        (1, True, PRIMARY),
        (None, True, PRIMARY),
        (None, False, NO_CIRCLE),
    ],
)
def test_circles(interest: float | None, direct: bool, expected: Cell) -> None:
    assert circle(interest, direct=direct) == expected
