from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from examples.landkreis import __main__ as landkreis
from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions.ranked import HIDDEN, OVERRATED
from graph.questions.scope import AboutScope
from graph.questions.stakeholder_positions import StakeholderPositions, stakeholder_positions
from graph.questions.stakeholder_rows import Field, Stakeholder
from graph.questions.stakeholders import AGREEING
from schema.nodes import Committee, Department, Document, Fachplanung, Organisation, Person, Process, TargetGroup
from schema.record import Record, Visibility
from schema.ties import (
    AdoptedBy,
    CooperatesWith,
    InterestedIn,
    Leads,
    Mandates,
    Reaches,
    ResponsibleFor,
    Steers,
    TakesPart,
)
from tests.graph.questions.town import network, node, tie

PLAN: tuple[Record, ...] = (node(Fachplanung, "Plan"), node(Process, "Runde"), node(TargetGroup, "Kinder"))


def ask(part: Network, **scope: object) -> StakeholderPositions:
    chosen = AboutScope.model_validate({"visibility": Visibility.INTERNAL} | scope)
    return cast(StakeholderPositions, stakeholder_positions.ask(part, chosen))


def opinion(actor: str, matter: str, **values: Any) -> Record:
    return tie(InterestedIn, actor, matter, visibility=Visibility.INTERNAL, **values)


def row(answer: StakeholderPositions, name: str) -> Stakeholder:
    (found,) = (row for row in answer.actors if row.actor.name == name)
    return found


def names(fields: tuple[Field, ...], name: str) -> list[str]:
    return [actor.name for field in fields if field.field.de == name for actor in field.actors]


def test_an_actor_stands_in_one_field_of_each_grid() -> None:
    part = network(*PLAN, opinion("Treff", "Plan", influence=2, interest=5, attitude=1, legitimacy=4, urgency=4))
    answer = ask(part)
    treff = row(answer, "Treff")
    assert treff.power_interest.de == "informieren"
    assert treff.influence_attitude.de == "fördernd, weniger einflussreich"
    assert treff.salience.de == "angewiesen"
    assert (treff.weight.de, treff.circle.de) == ("weder Schlüssel- noch Vetoakteur", "primärer Akteur")
    assert names(answer.power_interest, "informieren") == ["Treff"]
    assert names(answer.salience, "angewiesen") == ["Treff"]
    assert "Treff" in {text.de.rpartition(": ")[2].rstrip(".") for text in answer.summary}
    assert "INTERESTED_IN|Treff|Plan|" in treff.evidence


def test_several_opinions_of_one_actor_are_averaged_over_those_that_say_it() -> None:
    part = network(
        *PLAN,
        opinion("Treff", "Plan", influence=5, attitude=2),
        opinion("Treff", "Runde", influence=2, interest=4, attitude=-1),
        opinion("Treff", "Kinder", influence=4, attitude=0),
    )
    treff = row(ask(part), "Treff")
    assert (treff.influence, treff.interest, treff.attitude, treff.opinions) == (3.67, 4.0, 0.33, 3)
    assert treff.power_interest.de == "informieren"
    assert treff.influence_attitude.de == "unentschieden, weniger einflussreich"


def test_positions_differ_by_matter() -> None:
    part = network(
        *PLAN,
        opinion("Treff", "Plan", influence=5, interest=5),
        opinion("Treff", "Runde", influence=1, interest=1),
        opinion("Verein", "Runde", influence=1, interest=5),
    )
    assert row(ask(part, about="Plan"), "Treff").power_interest.de == "eng einbinden"
    runde = ask(part, about="Runde")
    assert row(runde, "Treff").power_interest.de == "beobachten"
    assert [row.actor.name for row in ask(part, about="Plan").actors] == ["Treff"]
    # Nord is a Sozialraum: nobody has opinions on it, so those of the actors there count, whatever they are about.
    assert {row.actor.name: row.influence for row in ask(part, about="Nord").actors} == {"Treff": 3.0, "Verein": 1.0}
    assert [row.actor.name for row in ask(part, about="Süd").actors] == ["Verein"]


def test_attitude_zero_is_an_opinion_and_an_absent_one_is_unknown() -> None:
    part = network(*PLAN, opinion("Treff", "Plan", influence=5, attitude=0), opinion("Verein", "Plan", influence=5))
    answer = ask(part)
    assert row(answer, "Treff").influence_attitude.de == "unentschieden, einflussreich"
    assert row(answer, "Verein").influence_attitude.de == "unbekannt"
    assert any("Haltung bei 1" in text.de and "Interesse bei 2" in text.de for text in answer.unknown)


def test_who_can_formally_stop_the_matter() -> None:
    part = network(
        *PLAN,
        node(Committee, "Lenkung", kind="Lenkungsgruppe"),
        tie(Steers, "Lenkung", "Runde"),
        tie(ResponsibleFor, "Jugendamt", "Plan"),
        node(Document, "Beschluss"),
        tie(AdoptedBy, "Beschluss", "Rat"),
        tie(Mandates, "Beschluss", "Jugendamt"),
        node(Document, "Anderes"),
        node(Committee, "Beirat"),
        tie(AdoptedBy, "Anderes", "Beirat"),
    )
    answer = ask(part)
    assert names(answer.actor_map, "Vetoakteur") == ["Lenkung", "Rat"]
    assert {"MANDATES|Beschluss|Jugendamt|", "ADOPTED_BY|Beschluss|Rat|"} <= set(row(answer, "Rat").evidence)
    assert names(ask(part, about="Plan").actor_map, "Vetoakteur") == ["Rat"]
    assert names(ask(part, about="Runde").actor_map, "Vetoakteur") == ["Lenkung"]
    kinder = ask(part, about="Kinder")
    assert kinder.actors == ()
    assert any("förmlich anhalten" in text.de for text in kinder.unknown)


def test_high_influence_against_it_is_a_veto_whatever_else() -> None:
    part = network(*PLAN, opinion("Rat", "Plan", influence=4, attitude=-1, interest=2))
    answer = ask(part)
    assert row(answer, "Rat").weight.de == "Vetoakteur"
    assert any("hemmender Haltung: Rat." in text.de for text in answer.summary)


def test_key_actors_are_listed_though_nobody_rated_them() -> None:
    part = network(node(Organisation, "Forum", key_actor=True), tie(CooperatesWith, "Forum", "Stab"))
    forum = row(ask(part), "Forum")
    assert (forum.weight.de, forum.power_interest.de, forum.salience.de) == (
        "Schlüsselakteur",
        "unbekannt",
        "unbekannt",
    )
    assert forum.note is None


@pytest.mark.parametrize(
    ("end", "direct"),
    [
        (tie(ResponsibleFor, "Jugendamt", "Plan"), True),
        (tie(TakesPart, "Jugendamt", "Runde"), True),
        (tie(CooperatesWith, "Jugendamt", "Treff"), False),
    ],
)
def test_primary_is_who_is_responsible_or_takes_part(end: Record, direct: bool) -> None:
    part = network(*PLAN, opinion("Jugendamt", "Kinder", interest=2), end)
    found = row(ask(part), "Jugendamt")
    assert (found.circle.de == "primärer Akteur", found.direct) == (direct, direct)


def test_who_has_to_do_with_it_and_is_not_rated_is_named_as_unknown() -> None:
    part = network(*PLAN, tie(Reaches, "Verein", "Kinder"), opinion("Treff", "Kinder", influence=3))
    said = [text.de for text in ask(part).unknown]
    assert "Zuständig oder beteiligt, aber nicht eingeschätzt: 1 Akteur (Verein)." in said


def test_measured_positions_and_their_disagreement_with_what_is_attributed() -> None:
    part = network(
        *PLAN,
        opinion("Stab", "Plan", influence=1),
        opinion("Verein", "Plan", influence=5),
        opinion("Treff", "Plan", influence=3),
        opinion("Dezernat Bau", "Plan", influence=1),
    )
    answer = ask(part)
    # Ranks of Stab, Treff, Verein and of Rat, Jugendamt, Bauamt (equal) in: pairs across levels 1, 2, 4.5, 4.5; across
    # departments 1, 4, 4, 4; lift 3.5 all; within two steps (5, 6, 3, 4 actors and areas) 2, 1, 6, 4; non-redundant
    # contacts (4, 2, 2, 1) 1, 2.5, 2.5, 5. Means 1.7, 2.6, 4.1, 4.2.
    assert (row(answer, "Stab").measured, row(answer, "Stab").note) == (1, HIDDEN)
    assert (row(answer, "Verein").measured, row(answer, "Verein").note) == (3, AGREEING)
    assert (row(answer, "Treff").measured, row(answer, "Treff").note) == (2, AGREEING)
    assert (row(answer, "Dezernat Bau").measured, row(answer, "Dezernat Bau").note) == (None, None)
    assert any(text.de.startswith("Unterschätzt wird womöglich: Stab") for text in answer.summary)


def test_two_who_know_only_each_other_open_no_ways() -> None:
    pair = (node(Organisation, "Chor"), node(Organisation, "Band"), tie(CooperatesWith, "Chor", "Band"))
    answer = ask(network(*PLAN, *pair, opinion("Chor", "Plan", influence=5)))
    # Both come last of eight, so they share place 7; the lower third begins after place 6.
    assert (row(answer, "Chor").measured, row(answer, "Chor").note) == (7, OVERRATED)
    assert any("wenige Wege eröffnet" in text.de for text in answer.summary)


def test_the_measured_rank_has_an_interval_under_missing_ties() -> None:
    part = network(*PLAN, opinion("Stab", "Plan", influence=1))
    stab = row(ask(part), "Stab")
    assert stab.measured_10 is not None
    assert stab.measured_20 is not None
    assert stab.measured_20.low <= 1 <= stab.measured_20.high
    without = ask(part, robust=False)
    assert (row(without, "Stab").measured, row(without, "Stab").measured_10) == (1, None)
    assert without.robustness is None


PERSON: tuple[Record, ...] = (
    node(Person, "Musterfrau"),
    tie(Leads, "Musterfrau", "Jugendamt"),
    opinion("Musterfrau", "Plan", influence=5, interest=5, attitude=-2),
)


def test_an_opinion_about_a_person_is_not_one_about_the_office() -> None:
    without = ask(network(*PLAN, *PERSON))
    assert without.actors == ()
    assert "Musterfrau" not in without.model_dump_json()
    assert [(c.n, c.of) for c in without.left_out if "Einschätzungen zu Personen" in c.label.de] == [(1, 1)]
    shown = ask(network(*PLAN, *PERSON), persons=True)
    assert row(shown, "Musterfrau").weight.de == "Vetoakteur"
    assert not [c for c in shown.left_out if "Einschätzungen zu Personen" in c.label.de]


def test_for_the_public_all_that_is_attributed_is_unknown() -> None:
    part = network(
        *PLAN, node(Organisation, "Forum", key_actor=True), opinion("Forum", "Plan", influence=5, interest=5)
    )
    answer = ask(part, visibility=Visibility.PUBLIC)
    forum = row(answer, "Forum")
    assert (forum.power_interest.de, forum.influence) == ("unbekannt", None)
    assert any("Sichtbarkeit „öffentlich“ gesperrt oder nicht erfasst" in text.de for text in answer.unknown)
    assert row(ask(part), "Forum").power_interest.de == "eng einbinden"


def test_opinions_on_and_of_placeholders_do_not_count() -> None:
    part = network(
        node(Fachplanung, "Offen", placeholder=True),
        node(Department, "N.N.", placeholder=True),
        *PLAN,
        opinion("Treff", "Offen", influence=5),
        opinion("N.N.", "Plan", influence=5),
    )
    assert ask(part).actors == ()


@pytest.fixture(scope="module")
def kreis() -> StakeholderPositions:
    part = Network.of(read_tables(Path(landkreis.__file__).parent, Account()))
    return ask(part, as_of=date(2026, 6, 30))


def key(id: str) -> str:
    return id.removeprefix("musterkreis/")


def test_the_story_of_the_landkreis(kreis: StakeholderPositions) -> None:
    found = {key(row.actor.id): row for row in kreis.actors}
    assert found["finanzausschuss"].influence_attitude.de == "hemmend, einflussreich"
    assert {actor for actor, row in found.items() if row.weight.de == "Vetoakteur"} == {
        "finanzausschuss",
        "kreistag",
        "steuerungsgruppe",
    }
    assert {actor for actor, row in found.items() if row.salience.de == "angewiesen"} == {
        "qb-ahornrath",
        "gwa-birkscheid",
    }
    assert found["kreissportbund"].note == HIDDEN


def test_all_fields_of_a_grid_together_hold_everybody_once(kreis: StakeholderPositions) -> None:
    everybody = sorted(row.actor.id for row in kreis.actors)
    for grid in (kreis.power_interest, kreis.influence_attitude, kreis.salience):
        assert sorted(actor.id for field in grid for actor in field.actors) == everybody
        assert sum(field.n for field in grid) == len(everybody)
    assert sum(field.n for field in kreis.actor_map) == 2 * len(everybody)
