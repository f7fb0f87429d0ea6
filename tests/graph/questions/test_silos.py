from collections.abc import Iterable
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import cast

import pytest

from examples.landkreis import __main__ as landkreis
from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions.closure import CLOSED_CIRCLE, LEAVES, MIXED, NO_TIE_OUT, OPEN_CIRCLE, STAYS, UNRECORDED
from graph.questions.scope import Scope
from graph.questions.silos import Silos, silos
from schema.nodes import Committee, Department, Organisation, Person
from schema.record import Record, Visibility
from schema.ties import CooperatesWith, Leads, MemberOf, PartOf
from tests.graph.questions.town import network, node, tie
from tests.reference import network as published

EAST, WEST = ("Ost", "O1", "O2", "O3"), ("West", "W1", "W2", "W3")
MOVED = (EAST[:3], (*WEST, "O3"))
"""Everybody deals with everybody of the own Dezernat, but for O3, which deals with the west."""


def ask(part: Network, **scope: object) -> Silos:
    return cast(Silos, silos.ask(part, Scope.model_validate(scope)))


def cooperating(circles: Iterable[Iterable[str]]) -> dict[tuple[str, str], Record]:
    """Tie everybody of a circle with everybody."""
    pairs = [pair for circle in circles for pair in combinations(sorted(circle), 2)]
    return {pair: tie(CooperatesWith, *pair) for pair in pairs}


def offices(*circles: Iterable[str], more: Iterable[Record] = ()) -> Network:
    """Make two Dezernate with three offices each, and contacts within the given circles."""
    units = [node(Department, name, kind="Dezernat" if name in ("Ost", "West") else "Amt") for name in EAST + WEST]
    parts = [tie(PartOf, name, house[0]) for house in (EAST, WEST) for name in house[1:]]
    return Network.of([*units, *parts, *cooperating(circles).values(), *more])


def test_the_index_of_a_division_is_that_counted_by_hand() -> None:
    (row,) = ask(offices(*MOVED)).divisions
    # Inside: 3 in the east, 6 in the west; across: O3 with each of the four in the west.
    assert (row.over.de, row.groups, row.actors) == ("Ressorts", 2, 8)
    assert (row.inside, row.outside, row.ties) == (9, 4, 13)
    assert row.index == pytest.approx((4 - 9) / 13, abs=5e-4)
    # Of the 28 pairs of eight actors, 12 lie inside a Dezernat; all 13 contacts could be across, 12 of them inside.
    assert row.expected == pytest.approx((16 - 12) / 28, abs=5e-4)
    assert row.lowest == pytest.approx((1 - 12) / 13, abs=5e-4)
    assert row.highest == 1
    assert row.rescaled == pytest.approx(2 * (-5 + 11) / (13 + 11) - 1, abs=5e-4)


def test_the_index_of_groups_is_that_counted_by_hand() -> None:
    west, east = ask(offices(*MOVED)).ressorts
    assert (west.group.de, west.inside, west.outside, west.index) == ("West", 6, 4, -0.2)
    assert (east.group.de, east.inside, east.outside, east.index) == ("Ost", 3, 4, 0.143)
    # A group of four among eight has 6 pairs inside and 16 across.
    assert {west.expected, east.expected} == {round((16 - 6) / 22, 3)}
    assert ([ref.name for ref in east.carriers], east.partners and east.partners.de) == (["O3"], "West 4")
    assert east.evidence[:2] == ("Ost", "COOPERATES_WITH|O3|W1|")


def test_p_is_that_of_all_ways_to_deal_the_groups_out() -> None:
    ties = list(cooperating(MOVED))
    across = [sum((a in east) != (b in east) for a, b in ties) for east in combinations(EAST + WEST, 4)]
    observed = sum((a in EAST) != (b in EAST) for a, b in ties)
    (row,) = ask(offices(*MOVED)).divisions
    assert row.permutations == 10_000
    assert row.p_closed == pytest.approx(sum(n <= observed for n in across) / len(across), abs=0.02)
    assert row.p_open == pytest.approx(sum(n >= observed for n in across) / len(across), abs=0.02)


def test_findings_in_words() -> None:
    def found(*circles: Iterable[str]) -> set[object]:
        return {row.verdict for row in ask(offices(*circles)).ressorts}

    assert found(EAST, WEST) == {NO_TIE_OUT}
    assert found(EAST, WEST, ("O1", "W1")) == {CLOSED_CIRCLE}
    assert found(("O1", "O2"), *((o, w) for o in EAST[:2] for w in WEST[:3])) == {OPEN_CIRCLE}
    assert found(*MOVED) == {MIXED}
    # Two contacts are no finding, and where nothing is recorded inside, openness is not shown.
    assert found(("O1", "O2"), ("W1", "W2")) == set()
    assert found(*((o, w) for o in EAST for w in WEST)) == {UNRECORDED}
    bare = ask(offices(*((o, w) for o in EAST for w in WEST)))
    assert any("Innerhalb der Ressorts ist überhaupt kein Kontakt erfasst" in text.de for text in bare.unknown)
    assert not any("E-I-Index" in text.de for text in bare.summary)


def test_units_towards_other_ressorts() -> None:
    round_table = (node(Committee, "Runde"), tie(MemberOf, "W1", "Runde"))
    answer = ask(offices(*MOVED, more=round_table))
    rows = {row.unit.name: row for row in answer.units}
    assert (rows["W1"].inside, rows["W1"].outside, rows["W1"].beyond, rows["W1"].verdict) == (3, 1, 1, STAYS)
    assert (rows["O3"].inside, rows["O3"].outside, rows["O3"].verdict) == (0, 4, LEAVES)
    assert [row.unit.name for row in answer.units] == ["W1", "W2", "W3", "West", "O3"]
    counts = {count.label.de: (count.n, count.of) for count in answer.left_out}
    small = "Einheiten mit weniger als 3 Kontakten zu anderen mit Ressort oder allein in ihrem"
    assert counts[small] == (3, 8)


def test_circles_follow_the_contacts_and_not_the_chart() -> None:
    answer = ask(offices(*MOVED))
    first, second = answer.circles
    assert (first.number, first.actors, first.inside, first.outside) == (1, 5, 10, 0)
    assert (second.number, second.actors, second.inside, second.outside) == (2, 3, 3, 0)
    assert (first.ressort and first.ressort.de, first.share, first.ressorts, first.without) == ("West", 0.8, 2, 0)
    (moved,) = answer.elsewhere
    assert (moved.unit.name, moved.ressort.de, moved.home, moved.circle) == ("O3", "Ost", 2, 1)
    assert (moved.at_home, moved.in_circle, moved.mostly and moved.mostly.de) == (0, 4, "West")
    assert "1 von 8 Einheiten sitzt in einem anderen Kontaktkreis als die meisten ihres Ressorts: O3." in {
        text.de for text in answer.summary
    }


def test_a_ressort_without_majority_in_any_circle_has_no_home() -> None:
    split = ask(offices(("Ost", "O1"), ("O2", "O3"), WEST))
    assert split.elsewhere == ()
    said = {text.de for text in split.summary}
    assert "Über mehrere Kontaktkreise verteilt, in keinem mit mehr als der Hälfte: Ost." in said
    assert "Keine Einheit sitzt in einem anderen Kontaktkreis als die meisten ihres Ressorts." in said


def test_agreement_is_one_where_the_circles_are_the_ressorts() -> None:
    def agreement(*circles: Iterable[str]) -> tuple[float, float, float]:
        (row,) = ask(offices(*circles)).agreement
        return row.v, row.homogeneity, row.completeness

    assert agreement(EAST, WEST) == (1, 1, 1)
    # Circles of 3 + 0 and 1 + 4 out of Dezernate of 4 and 4: H(Ressort) = ln 2, H(circle) = .6616, H(both) = .9743;
    # homogeneity 1 − (.9743 − .6616) / .6931, completeness 1 − (.9743 − .6931) / .6616.
    assert agreement(*MOVED) == (0.562, 0.549, 0.575)


def test_an_actor_whose_ressort_has_no_contacts_of_its_own_is_in_a_circle_all_the_same() -> None:
    more = (node(Department, "Süd", kind="Dezernat"), node(Organisation, "Chor"), tie(CooperatesWith, "Süd", "Chor"))
    answer = ask(offices(*MOVED, more=more))
    assert {row.group.de for row in answer.ressorts} == {"West", "Ost"}
    third = answer.circles[2]
    assert (third.actors, third.ressort and third.ressort.de, third.share, third.without) == (2, "Süd", 1, 1)


def test_persons_are_named_only_with_the_switch() -> None:
    head = (node(Person, "Musterfrau"), tie(Leads, "Musterfrau", "O3"), tie(CooperatesWith, "Musterfrau", "O1"))
    assert "Musterfrau" not in ask(offices(*MOVED, more=head)).model_dump_json()
    (row,) = ask(offices(*MOVED, more=head)).divisions
    assert (row.inside, row.outside) == (10, 4)
    assert "Musterfrau" in ask(offices(*MOVED, more=head), persons=True).model_dump_json()


def test_the_karate_club_keeps_to_its_two_sides() -> None:
    drawn = published("karate")
    members = [node(Organisation, name, group=group) for name, group in drawn.nodes(data="group")]
    answer = ask(Network.of([*members, *(tie(CooperatesWith, a, b) for a, b in drawn.edges())]))
    across = sum(drawn.nodes[a]["group"] != drawn.nodes[b]["group"] for a, b in drawn.edges())
    (row,) = answer.divisions
    assert (row.over.en, row.outside, row.inside) == ("groups by the source", across, drawn.number_of_edges() - across)
    assert row.p_closed == pytest.approx(1 / 10_001, abs=1e-4)
    (agreement,) = answer.agreement
    # Most of the circles lie on one side of the split, though there are more of them than sides.
    assert agreement.homogeneity > 0.8
    assert agreement.by_chance < 0.2


def test_figures_are_tried_again_while_ties_are_missing() -> None:
    answer = ask(offices(*MOVED))
    assert answer.robustness is not None
    figures = {figure.label.de: figure.value for figure in answer.robustness.figures}
    assert figures == {
        "E-I-Index der Ressorts": -0.3846,
        "Kontaktkreise (je Anteil 10 Läufe)": 2,
        "Übereinstimmung mit den Ressorts (V; je Anteil 10 Läufe)": 0.5616,
    }
    assert ask(offices(*MOVED), robust=False).robustness is None


def test_without_contacts_nothing_is_called_closed() -> None:
    answer = ask(network(without=[row["id"] for row in network().tie_rows]))
    assert not any(table.findings for table in answer.tables())
    assert any("keine einzige Verbindung" in text.de for text in answer.unknown)


def test_in_the_landkreis() -> None:
    part = Network.of(read_tables(Path(landkreis.__file__).parent, Account()))
    answer = ask(part, as_of=date(2026, 6, 30), visibility=Visibility.INTERNAL)
    assert [row.over.en for row in answer.divisions] == ["levels", "departments", "Kommunen"]
    assert all(
        row.index is not None and row.expected is not None and row.index < row.expected for row in answer.divisions
    )
    agency = next(row for row in answer.units if row.unit.id == "musterkreis/isp")
    assert agency.outside > agency.inside
    assert sum(row.actors for row in answer.circles) == 121
