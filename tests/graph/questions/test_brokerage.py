import math
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from examples.landkreis import __main__ as landkreis
from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions.brokerage import BrokerageAnswer, brokerage
from graph.questions.brokers import LESS, MORE, Broker
from graph.questions.scope import Scope
from schema.nodes import Committee, Department, Kommune, Organisation, Person
from schema.record import Visibility
from schema.ties import CooperatesWith, Leads, MemberOf, PartOf, WorksIn
from tests.graph.questions.town import network, node, tie
from tests.reference import network as published
from tests.reference import reference

ROLES = ("coordinator", "consultant", "gatekeeper", "representative", "liaison", "total")


def ask(part: Network, **scope: object) -> BrokerageAnswer:
    return cast(BrokerageAnswer, brokerage.ask(part, Scope.model_validate(scope)))


def roles(row: Any) -> tuple[int, ...]:
    return tuple(getattr(row, role) for role in ROLES)


def named(rows: tuple[Broker, ...]) -> dict[str, Broker]:
    return {row.actor.name: row for row in rows}


def test_roles_are_those_counted_by_hand() -> None:
    (stab,) = ask(network()).levels
    # The Stab is of the administration. Jugendamt–Bauamt is within it; Rat–Jugendamt, Rat–Bauamt, Treff–Jugendamt and
    # Treff–Bauamt lead out of it; Rat–Treff are of two other levels. Each pair counts there and back.
    assert roles(stab) == (2, 0, 4, 4, 2, 12)
    assert (stab.actor.name, stab.group.de, stab.pairs) == ("Stab", "Verwaltung", 5)
    assert stab.contacts.de == "Verwaltung 2, Politik 1, Lebenswelt 1"
    assert "ACTIVE_IN|Treff|Nord|" not in stab.evidence
    (between,) = ask(network()).ressorts
    assert (roles(between), between.pairs, between.group.de) == ((0, 0, 0, 0, 2, 2), 1, "Stab")


def test_expected_and_z_are_those_computed_by_hand() -> None:
    (stab,) = ask(network()).levels
    # Five actors with four of ten contacts: an open pair has the chance .4² · .6 = .096, and there are 6 pairs, each
    # there and back. Variance of the pairs: 6 · .096 · .904 + 24 · .4³ · .6³.
    assert stab.expected == pytest.approx(12 * 0.096, abs=1e-3)
    spread = 2 * math.sqrt(6 * 0.096 * 0.904 + 24 * 0.4**3 * 0.6**3)
    assert stab.z == pytest.approx((12 - 1.152) / spread, abs=0.005)
    # Within the administration there is one pair, so that both its ways are there or none.
    assert stab.z_coordinator == pytest.approx((2 - 2 * 0.096) / (2 * math.sqrt(0.096 * 0.904)), abs=0.005)
    assert stab.z_consultant is None


def karate() -> Network:
    drawn = published("karate")
    members = [node(Organisation, name, group=group) for name, group in drawn.nodes(data="group")]
    return Network.of([*members, *(tie(CooperatesWith, a, b) for a, b in drawn.edges())])


def test_counts_equal_those_of_sna_on_the_karate_club() -> None:
    # R's sna::brokerage on the symmetric network, with its two arcs for each tie
    held, found = reference("karate"), ask(karate())
    expected = list(zip(held.nodes, *(held.values["brokerage"]["raw"][role] for role in ROLES), strict=True))
    rows = named(found.groups)
    for name, *counts in expected:
        pairs = (counts[-1] - counts[0]) / 2
        assert (name in rows) == (pairs > 0)
        if name in rows:
            assert (roles(rows[name]), rows[name].pairs) == (tuple(counts), pairs)
    sums = [row.observed for row in found.totals if row.over.en == "between groups by the source"]
    raw, z = (held.values["brokerage"][column] for column in ("network_raw", "network_z"))
    assert sums == [raw[k] for k in (0, 1, 3, 2, 4, 5)]
    liaison = next(row for row in found.totals if row.role.en.startswith("liaison"))
    assert (liaison.z, z[4], liaison.reading) == (None, None, None)
    readings = {row.role.en.split()[0].strip(","): row.reading for row in found.totals}
    assert (readings["coordinator"], readings["consultant"]) == (MORE, LESS)


def test_the_only_level_of_all_leaves_nothing_to_broker() -> None:
    answer = ask(karate())
    assert answer.levels == ()
    assert any("auf weniger als zwei Ebenen" in text.de for text in answer.unknown)
    raw = reference("karate").values["brokerage"]["raw"]
    pairs = [(total - inner) // 2 for total, inner in zip(raw["total"], raw["coordinator"], strict=True)]
    best, most = reference("karate").nodes[pairs.index(max(pairs))], max(pairs)
    assert f"Between groups by the source, {best} brokers most: {most} pairs" in answer.summary[0].en


def test_who_has_no_group_is_left_out_and_counted() -> None:
    part = network(node(Committee, "Runde"), tie(MemberOf, "Stab", "Runde"), tie(MemberOf, "Treff", "Runde"))
    answer = ask(part)
    assert "Runde" not in named(answer.levels)
    assert roles(named(answer.levels)["Stab"]) == (2, 0, 4, 4, 2, 12)
    counts = {count.label.de: (count.n, count.of) for count in answer.left_out}
    assert counts["Akteure, deren Ebene unbekannt ist"] == (1, 9)
    assert counts["Akteure ohne Ressort"] == (4, 9)
    # Both Dezernate and the Verein, which deals with areas only.
    assert counts["Akteure mit Ebene, aber ohne Kontakt zu anderen mit Ebene"] == (3, 8)


def test_a_placeholder_is_no_ressort() -> None:
    part = network(
        node(Department, "Offen", kind="Dezernat", placeholder=True),
        node(Department, "Amt X"),
        tie(PartOf, "Amt X", "Offen"),
        tie(CooperatesWith, "Amt X", "Stab"),
    )
    assert roles(ask(part).ressorts[0]) == (0, 0, 0, 0, 2, 2)


def kreis(*more: Any) -> Network:
    """A Kreis with two Gemeinden and a body that belongs to both."""
    inside = {"Amt K": "Kreis", "Amt A": "A", "Amt B": "B"}
    return Network.of(
        [
            *(node(Kommune, name) for name in ("Kreis", "A", "B")),
            *(node(Department, name) for name in inside),
            node(Organisation, "Verband"),
            *(tie(PartOf, *pair) for pair in (("A", "Kreis"), ("B", "Kreis"), ("Verband", "A"), ("Verband", "B"))),
            *(tie(PartOf, unit, kommune) for unit, kommune in inside.items()),
            *(tie(CooperatesWith, "Amt K", other) for other in ("Amt A", "Amt B", "Verband")),
            *more,
        ]
    )


def test_an_actor_belongs_to_the_nearest_kommune_if_there_is_one() -> None:
    answer = ask(kreis())
    # Amt A and Amt B lie in the Kreis too, yet count for A and B; the Verband counts for neither of both.
    (office,) = answer.kommunen
    assert (office.actor.name, office.group.de, roles(office)) == ("Amt K", "Kreis", (0, 0, 0, 0, 2, 2))
    counts = {count.label.de: (count.n, count.of) for count in answer.left_out}
    assert counts["Akteure ohne Kommune"] == (1, 7)


def test_persons_count_for_their_units_unless_they_may_be_named() -> None:
    head = (
        node(Person, "Musterfrau"),
        tie(WorksIn, "Musterfrau", "Amt A"),
        tie(Leads, "Musterfrau", "Amt A"),
        tie(CooperatesWith, "Musterfrau", "Amt B"),
    )
    hidden = ask(kreis(*head))
    assert "Musterfrau" not in hidden.model_dump_json()
    # Through its head the Amt A deals with the Amt B, so that nothing is left to broker between both.
    assert named(hidden.kommunen) == {}
    shown = named(ask(kreis(*head), persons=True).kommunen)
    assert (shown["Musterfrau"].group.de, roles(shown["Musterfrau"])) == ("A", (0, 0, 1, 1, 0, 2))


def test_pairs_of_one_group_are_in_doubt_where_no_contact_within_is_recorded() -> None:
    sentence = "Innerhalb der Ebenen ist überhaupt kein Kontakt erfasst"
    bare = network(without=["COOPERATES_WITH|Stab|Jugendamt|", "COOPERATES_WITH|Stab|Bauamt|"])
    assert any(text.de.startswith(sentence) for text in ask(bare).unknown)
    assert not any(text.de.startswith(sentence) for text in ask(network()).unknown)


def test_ranks_are_tried_again_while_ties_are_missing() -> None:
    answer = ask(network())
    assert answer.robustness is not None
    figures = {figure.label.de: (figure.value, figure.with_20.low) for figure in answer.robustness.figures}
    assert figures["Akteure, die zwischen Ebenen vermitteln"][0] == 1
    assert answer.levels[0].rank_20 is not None
    assert ask(network(), robust=False).robustness is None


def test_in_the_landkreis_the_agency_stands_between_levels_ressorts_and_kommunen() -> None:
    part = Network.of(read_tables(Path(landkreis.__file__).parent, Account()))
    answer = ask(part, as_of=date(2026, 6, 30), visibility=Visibility.INTERNAL)
    for ranked in (answer.levels, answer.ressorts, answer.kommunen):
        assert ranked[0].actor.id == "musterkreis/isp"
        assert ranked[0].rank_20 is not None
        assert ranked[0].rank_20.high == 1
    assert answer.groups == ()
