"""The part around a node, on a small network counted by hand."""

import pytest

from graph.neighbourhood import neighbourhood
from graph.network import Network
from schema.errors import NotFoundError
from schema.nodes import Department, Sozialraum
from schema.ties import ActiveIn, CooperatesWith, tie_id

# a – b – c – d in a row (ties written in both directions), and the areas s1…s5 around b; x stands alone.
_UNITS = "abcdx"
_AREAS = [f"s{n}" for n in range(1, 6)]


@pytest.fixture(scope="module")
def network() -> Network:
    units = [Department(id=id, name=id, source="test") for id in _UNITS]
    areas = [Sozialraum(id=id, name=id, source="test") for id in _AREAS]
    works = [
        CooperatesWith(id=tie_id("C", start, end), source="test", start=start, end=end)
        for start, end in (("a", "b"), ("c", "b"), ("c", "d"))
    ]
    active = [ActiveIn(id=tie_id("A", "b", area), source="test", start="b", end=area) for area in _AREAS]
    return Network.of([*units, *areas, *works, *active])


@pytest.mark.parametrize(
    ("centre", "depth", "reached"),
    [
        ("a", 1, ["a", "b"]),
        ("a", 2, ["a", "b", "c", *_AREAS]),
        ("a", 3, ["a", "b", "c", "d", *_AREAS]),
        ("d", 1, ["c", "d"]),
        ("x", 3, ["x"]),
    ],
)
def test_each_step_reaches_what_is_tied_in_either_direction(
    network: Network, centre: str, depth: int, reached: list[str]
) -> None:
    around = neighbourhood(network, centre, depth)
    assert list(around.network.ids) == reached
    assert around.left_out == 0


def test_the_ties_among_the_neighbours_come_along(network: Network) -> None:
    ends = [(row["start"], row["end"]) for row in neighbourhood(network, "c").network.tie_rows]
    assert ends == [("c", "b"), ("c", "d")]


def test_the_limit_keeps_the_nearest_and_says_how_many_it_left_out(network: Network) -> None:
    around = neighbourhood(network, "d", depth=3, limit=3)
    assert list(around.network.ids) == ["a", "b", "c", "d"]
    assert around.left_out == 5


def test_a_node_that_is_not_in_this_network_is_not_found(network: Network) -> None:
    with pytest.raises(NotFoundError, match="Südstadt"):
        neighbourhood(network, "Südstadt")
