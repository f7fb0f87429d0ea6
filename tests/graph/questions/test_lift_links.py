from typing import cast

from graph.network import Network
from graph.questions.lift_links import LiftLinks, lift_links
from graph.questions.lifts import AGENCY, BOTH, LEVELS_ONLY, NEITHER, RESSORTS_ONLY
from graph.questions.scope import Scope
from schema.nodes import Committee, Department, Organisation, Person, Sozialraum
from schema.ties import ActiveIn, CooperatesWith, MemberOf, PartOf, ReportsTo, Steers, WorksIn
from tests.graph.questions.town import network, node, tie


def ask(part: Network, **scope: object) -> LiftLinks:
    return cast(LiftLinks, lift_links.ask(part, Scope.model_validate(scope)))


def test_the_matrix_counts_pairs_evidence_and_directions() -> None:
    more = (tie(Steers, "Rat", "Stab"), tie(ReportsTo, "Bauamt", "Rat", count=4))
    cells = {(row.upper.en, row.lower.en): row for row in ask(network(*more)).matrix}
    assert len(cells) == 6
    above = cells["politics", "administration"]
    # Rat – Stab both ways (report and steering), Bauamt – Rat upwards only
    assert (above.ties, above.backed_by) == (2, 1 + 1 + 4)
    assert (above.both_ways, above.upwards_only, above.downwards_only) == (1, 1, 0)
    assert cells["administration", "administration"].ties == 2
    assert cells["administration", "lifeworld"].ties == 1
    assert cells["lifeworld", "lifeworld"].ties == 3
    assert cells["politics", "lifeworld"].ties == 0
    assert set(above.evidence) == {"REPORTS_TO|Stab|Rat|", "STEERS|Rat|Stab|", "REPORTS_TO|Bauamt|Rat|"}


def test_unknown_levels_stand_in_rows_of_their_own() -> None:
    part = network(node(Committee, "Runde"), tie(MemberOf, "Stab", "Runde"))
    answer = ask(part)
    assert [(r.upper.en, r.lower.en, r.ties) for r in answer.matrix][-1] == ("administration", "level unknown", 1)
    assert [(c.n, c.of) for c in answer.left_out if "Ebene unbekannt" in c.label.de] == [(1, 9)]


def test_one_way_cases_are_listed_until_something_comes_back() -> None:
    one_way = ask(network()).one_way
    assert [(row.lower.name, row.upper.name, row.direction.en) for row in one_way] == [("Stab", "Rat", "upwards only")]
    assert ask(network(tie(CooperatesWith, "Rat", "Stab"))).one_way == ()


def test_scores_of_both_axes_are_those_counted_by_hand() -> None:
    units = {row.unit.name: row for row in ask(network()).units}
    # Stab: Rat, Jugendamt, Bauamt, Treff. Across levels: Rat–Jugendamt, Rat–Bauamt, Rat–Treff, Jugendamt–Treff,
    # Bauamt–Treff; across departments: Jugendamt–Bauamt.
    stab = units["Stab"]
    assert (stab.vertical, stab.horizontal, stab.score, stab.verdict) == (5, 1, 100.0, AGENCY)
    assert (stab.politics, stab.administration, stab.lifeworld, stab.ressorts, stab.agency) == (1, 2, 1, 2, True)
    assert (units["Treff"].vertical, units["Treff"].verdict, units["Treff"].score) == (1, LEVELS_ONLY, 0)
    assert units["Verein"].verdict == NEITHER


def test_a_tie_between_two_contacts_leaves_nothing_to_join() -> None:
    stab = next(row for row in ask(network(tie(CooperatesWith, "Jugendamt", "Bauamt"))).units if row.agency)
    assert (stab.vertical, stab.horizontal, stab.verdict) == (5, 0, LEVELS_ONLY)


def test_the_summary_names_who_acts_as_the_agency() -> None:
    said = [text.de for text in ask(network()).summary]
    assert "Als Fahrstuhlagentur wirkt am ehesten Stab: 5 Paare über Ebenen, 1 Paare über Ressorts." in said
    without = ask(network(without=["COOPERATES_WITH|Stab|Bauamt|"]))
    assert any("Als Agentur erfasst ist Stab; sie verbindet nur Ebenen." in text.de for text in without.summary)


def test_a_body_without_a_department_can_join_departments() -> None:
    part = network(
        node(Committee, "Runde", kind="Arbeitsgruppe"),
        tie(MemberOf, "Dezernat Bau", "Runde"),
        tie(MemberOf, "Dezernat Jugend", "Runde"),
    )
    (round_table,) = (row for row in ask(part).units if row.unit.name == "Runde")
    assert (round_table.horizontal, round_table.vertical, round_table.verdict) == (1, 0, RESSORTS_ONLY)
    assert BOTH not in {row.verdict for row in ask(part).units}


def test_chains_lead_from_the_street_to_the_council_through_actors_only() -> None:
    areas = {row.area.name: row for row in ask(network()).areas}
    assert [step.name for step in areas["Nord"].chain] == ["Nord", "Treff", "Stab", "Rat"]
    assert areas["Nord"].steps == 3
    # Süd has the Verein only, whose way would lead through the area Nord: a place passes nothing on.
    assert areas["Süd"].steps is None
    assert areas["West"].steps is None
    assert set(areas["Nord"].evidence) >= {
        "ACTIVE_IN|Treff|Nord|",
        "COOPERATES_WITH|Stab|Treff|",
        "REPORTS_TO|Stab|Rat|",
    }
    assert [row.area.name for row in ask(network()).areas] == ["Süd", "West", "Nord"]


def test_of_equal_chains_the_one_with_most_evidence_is_shown() -> None:
    part = network(
        node(Organisation, "Chor"),
        tie(ActiveIn, "Chor", "Nord", count=5),
        tie(CooperatesWith, "Chor", "Stab"),
    )
    (north,) = (row for row in ask(part).areas if row.area.name == "Nord")
    assert [step.name for step in north.chain] == ["Nord", "Chor", "Stab", "Rat"]


def test_affiliations_open_what_ones_organisations_deal_with() -> None:
    part = network(
        node(Department, "Abteilung"),
        tie(PartOf, "Abteilung", "Jugendamt"),
        node(Person, "Muster"),
        tie(WorksIn, "Muster", "Stab"),
        tie(CooperatesWith, "Jugendamt", "Stab"),
    )
    # The Abteilung belongs to the Jugendamt, which deals with the Stab, in which Muster works; and the other way round.
    assert ask(part).lifted == ()
    shown = {row.actor.name: row for row in ask(part, persons=True).lifted}
    assert {name: row.gained for name, row in shown.items()} == {"Abteilung": 1, "Muster": 1}
    assert [org.name for org in shown["Abteilung"].through] == ["Jugendamt"]


def test_without_politics_chains_are_unknown() -> None:
    answer = ask(Network.of([node(Organisation, "Treff"), node(Sozialraum, "Nord"), tie(ActiveIn, "Treff", "Nord")]))
    assert answer.areas[0].steps is None
    assert any("Politische Gremien sind nicht erfasst" in text.de for text in answer.unknown)
    assert not any("Kette" in text.de for text in answer.summary)
