"""Congruence, held to the strip of analysis: R = [0, 2], [2, 4] against Z = [0, 1], [1, 4]."""

from typing import Any, cast

import pytest

from graph.network import Network
from graph.questions.congruence import AreaCongruence, congruence
from graph.questions.cooperation_gaps import CooperationGaps, cooperation_gaps
from schema.nodes import Fachplanung, Raumzuschnitt, Sozialraum
from schema.record import Record
from schema.ties import BelongsTo, Overlaps, PartOf, Uses
from tests.graph.questions.town import node, tie

ZONES = {"r1": "R", "r2": "R", "z1": "Z", "z2": "Z"}
PEOPLE = {"r1": 200, "r2": 200, "z1": 100, "z2": 300}


def divisions(**fields: dict[str, Any]) -> list[Record]:
    """Give the divisions R and Z with their areas; `fields` of the areas by id."""
    return [
        *(node(Raumzuschnitt, name) for name in ("R", "Z")),
        *(node(Sozialraum, area, **fields.get(area, {})) for area in ZONES),
        *(tie(BelongsTo, area, division) for area, division in ZONES.items()),
        *(node(Fachplanung, f"Plan {name}") for name in ("R", "Z")),
        *(tie(Uses, f"Plan {name}", name) for name in ("R", "Z")),
    ]


def peopled() -> list[Record]:
    return divisions(**{area: {"population": people} for area, people in PEOPLE.items()})


OVERLAPS = [
    tie(Overlaps, "z1", "r1", share=1.0),
    tie(Overlaps, "z2", "r1", share=1 / 3),
    tie(Overlaps, "z2", "r2", share=2 / 3),
]


def box(west: float, east: float) -> dict[str, Any]:
    """Give a strip of about 7 km height near Jena, as GeoJSON; at one latitude equal widths are equal areas."""
    w, e, south, north = 11.5 + west / 100, 11.5 + east / 100, 50.9, 50.96
    return {"type": "Polygon", "coordinates": [[[w, south], [e, south], [e, north], [w, north], [w, south]]]}


def ask(records: list[Record], **scope: object) -> AreaCongruence:
    return cast(AreaCongruence, congruence.ask(Network.of(records), congruence.scope.model_validate(scope)))


def assert_the_strip(answer: AreaCongruence, basis: str) -> None:
    (row,) = answer.pairs
    assert (row.first.id, row.second.id, row.basis.en, row.verdict.en) == ("R", "Z", basis, "do not fit together")
    assert (row.homogeneity, row.completeness, row.v) == pytest.approx((0.3113, 0.3837, 0.3437), abs=2e-4)
    assert [ref.id for ref in row.plannings] == ["Plan R", "Plan Z"]
    # r1 lies across z1 and z2, z2 across r1 and r2; r2 and z1 lie whole
    assert [(cut.area.id, [part.id for part in cut.parts]) for cut in answer.cut] == [
        ("r1", ["z1", "z2"]),
        ("z2", ["r1", "r2"]),
    ]


def test_by_overlaps_and_population() -> None:
    assert_the_strip(ask([*peopled(), *OVERLAPS]), "by population")


def test_by_shape_in_equal_areas() -> None:
    shapes = {"r1": box(0, 2), "r2": box(2, 4), "z1": box(0, 1), "z2": box(1, 4)}
    answer = ask(divisions(**{area: {"geometry": shape} for area, shape in shapes.items()}))
    assert_the_strip(answer, "by ground")
    assert answer.flaws == ()
    overlapping = shapes | {"r2": box(1.5, 4)}
    flaws = ask(divisions(**{area: {"geometry": shape} for area, shape in overlapping.items()})).flaws
    assert [(flaw.flaw.en, [area.id for area in flaw.areas]) for flaw in flaws] == [("overlap", ["r1", "r2"])]


def test_by_smaller_areas_in_common() -> None:
    quarters = {"q0": ("r1", "z1"), "q1": ("r1", "z2"), "q2": ("r2", "z2"), "q3": ("r2", "z2")}
    parts: list[Record] = [node(Sozialraum, quarter) for quarter in quarters]
    lies = [tie(PartOf, quarter, zone) for quarter, zones in quarters.items() for zone in zones]
    assert_the_strip(ask([*divisions(), *parts, *lies]), "by number of areas")


def test_nested_divisions_fit_whatever_their_number() -> None:
    inner = [tie(PartOf, "z1", "r1"), tie(PartOf, "z2", "r1")]
    (row,) = ask([*divisions(), *inner]).pairs
    assert row.verdict.en == "nested: “Z” lies in “R”"
    assert row.cut == 0


def test_what_cannot_be_compared_is_unknown_and_not_apart() -> None:
    answer = ask(divisions())
    assert answer.pairs == ()
    assert any("cannot be compared" in text.en for text in answer.unknown)
    assert any("Fewer than two divisions" in text.en for text in ask([]).unknown)


def test_plannings_apart_are_a_gap() -> None:
    gaps = cast(CooperationGaps, cooperation_gaps.ask(Network.of([*peopled(), *OVERLAPS])))
    assert [(row.first.id, row.second.id) for row in gaps.divisions_apart] == [("R", "Z")]
    unused = [record for record in [*peopled(), *OVERLAPS] if record.id != "USES|Plan Z|Z|"]
    assert cast(CooperationGaps, cooperation_gaps.ask(Network.of(unused))).divisions_apart == ()
