from typing import cast

import pytest

from graph.network import Network
from graph.questions.multipliers import Multipliers, multipliers
from graph.questions.ranked import HIDDEN, OVERRATED, Multiplier
from graph.questions.scope import MultiplierScope
from schema.errors import NotFoundError
from schema.nodes import Committee, Department, Document, Fachplanung, Organisation, Person
from schema.record import Visibility
from schema.ties import (
    Concerns,
    ConsultedIn,
    CooperatesWith,
    InterestedIn,
    Leads,
    MemberOf,
    ResponsibleFor,
    UnderDirectionOf,
)
from tests.graph.questions.town import network, node, tie


def ask(part: Network, **scope: object) -> Multipliers:
    return cast(Multipliers, multipliers.ask(part, MultiplierScope.model_validate(scope)))


def row(rows: tuple[Multiplier, ...], name: str) -> Multiplier:
    (found,) = (row for row in rows if row.actor.name == name)
    return found


def test_who_stands_upwards_and_who_downwards() -> None:
    answer = ask(network(node(Committee, "Lenkung", kind="Lenkungsgruppe"), tie(MemberOf, "Stab", "Lenkung")))
    assert {row.actor.name for row in answer.upwards} == {"Rat", "Lenkung"}
    assert {row.actor.name for row in answer.downwards} == {"Treff", "Verein"}


def test_components_are_those_counted_by_hand() -> None:
    answer = ask(network())
    treff, verein = row(answer.downwards, "Treff"), row(answer.downwards, "Verein")
    # Treff: contacts Stab and Nord, on two levels and without a tie; in two steps Stab, Rat, both Ämter and Verein.
    assert (treff.contacts, treff.vertical, treff.horizontal, treff.reach, treff.areas) == (2, 1, 0, 5, 1)
    # Verein: contacts Nord and Süd on one level; in two steps Treff, and both areas.
    assert (verein.contacts, verein.vertical, verein.reach, verein.areas) == (2, 0, 1, 2)
    assert (treff.effective_size, treff.constraint) == (2.0, 0.5)
    assert [row.rank for row in answer.downwards] == [1, 2]


def test_both_directions_are_named_in_words_and_as_the_source_does() -> None:
    titles = {key: title for key, title, _ in Multipliers.sections()}
    assert "Nach oben" in titles["upwards"].de
    assert "bottom-up" in titles["upwards"].de
    assert "Nach unten" in titles["downwards"].de
    assert "top-down" in titles["downwards"].de


def test_equals_share_a_rank_and_stand_in_order_of_name() -> None:
    twins = [node(Organisation, name) for name in ("Zwilling B", "Zwilling A")]
    ties = [tie(CooperatesWith, twin.id, "Stab") for twin in twins]
    answer = ask(network(*twins, *ties))
    # Mean ranks of five: Treff 1 in reach and 1.5 in effective size, Verein 4 and 1.5, the twins 2.5 and 3.5 each.
    found = [(row.rank, row.actor.name) for row in answer.downwards]
    assert found == [(1, "Treff"), (2, "Verein"), (3, "Zwilling A"), (3, "Zwilling B")]


def test_persons_are_named_only_with_the_switch() -> None:
    head = (node(Person, "Musterfrau"), tie(Leads, "Musterfrau", "Dezernat Bau"), tie(MemberOf, "Musterfrau", "Rat"))
    without = ask(network(*head))
    assert "Musterfrau" not in without.model_dump_json()
    assert row(without.upwards, "Dezernat Bau").contacts == 1
    assert [count.n for count in without.left_out if "Personen" in count.label.de] == [1]
    assert row(ask(network(*head), persons=True).upwards, "Musterfrau").contacts == 2


def test_interests_benefits_and_hidden_multipliers() -> None:
    plan = node(Fachplanung, "Jugendhilfeplanung")
    told = {"concern": "Räume", "benefit": "Planbarkeit", "visibility": Visibility.INTERNAL}
    part = network(
        plan,
        tie(InterestedIn, "Treff", plan.id, influence=1, **told),
        tie(InterestedIn, "Chor", plan.id, influence=5, **told),
        node(Organisation, "Chor"),
        tie(CooperatesWith, "Chor", "Treff"),
    )
    shown = ask(part, visibility="internal")
    treff, choir = row(shown.downwards, "Treff"), row(shown.downwards, "Chor")
    assert [text.de for text in treff.interests] == ["Jugendhilfeplanung: Räume"]
    assert [text.de for text in treff.benefits] == ["Planbarkeit"]
    assert (treff.rank, treff.influence, treff.note) == (1, 1.0, HIDDEN)
    assert (choir.rank, choir.influence, choir.note) == (3, 5.0, OVERRATED)
    assert any("Treff" in text.de for text in shown.summary)
    hidden = ask(part)
    assert row(hidden.downwards, "Treff").influence is None
    assert any("Zugeschriebener Einfluss" in text.de for text in hidden.unknown)


def test_key_players_are_chosen_by_what_they_add() -> None:
    answer = ask(network())
    # Nord and Süd are both within two steps of Verein and of Treff; Verein reaches them with as many contacts, but
    # Treff only Nord: Süd is three steps away.
    assert [(row.step, row.actor.name, row.added, row.reached) for row in answer.together] == [(1, "Verein", 2, 2)]
    assert answer.together[0].share == round(2 / 3, 4)


def test_placeholders_stay_out_and_say_how_many_papers_they_hold() -> None:
    papers = [node(Document, f"V{i}") for i in range(3)]
    part = network(
        node(Department, "Offen", kind="Dezernat", placeholder=True),
        node(Department, "N.N.", placeholder=True),
        *papers,
        tie(UnderDirectionOf, "V0", "Offen"),
        tie(UnderDirectionOf, "V1", "Offen"),
        tie(UnderDirectionOf, "V1", "N.N."),
        tie(UnderDirectionOf, "V2", "Bauamt"),
        tie(CooperatesWith, "Offen", "Treff"),
    )
    answer = ask(part)
    assert "Offen" not in {row.actor.name for row in answer.upwards}
    (count,) = (count for count in answer.left_out if "Platzhalter" in count.label.de)
    assert count.n == 2
    assert "zusammen 2 Vorlagen" in count.label.de
    assert any("2 Platzhalter mit zusammen 2 Vorlagen" in text.de for text in answer.summary)


def test_whose_loss_divides_the_network() -> None:
    # Stab alone joins Rat, Jugendamt, Bauamt and Treff: without it the 6 pairs of these four are parted. Of the 15
    # pairs of all six actors 10 reach each other before, of the 10 pairs of the five that are left none does.
    answer = ask(network(), k=1)
    (row,) = answer.splitting
    assert (row.actor.id, row.contacts, row.alone) == ("Stab", 4, 6)
    assert any("100.0 % instead of 33.3 %" in text.en and "no other set" in text.en for text in answer.summary)
    assert ask(network(), k=50).splitting == ()


def test_about_a_matter_only_those_who_have_to_do_with_it() -> None:
    about = [
        node(Fachplanung, "Plan"),
        tie(ResponsibleFor, "Jugendamt", "Plan"),
        tie(InterestedIn, "Verein", "Plan"),
        node(Document, "Vorlage"),
        tie(Concerns, "Vorlage", "Plan"),
        tie(ConsultedIn, "Vorlage", "Rat"),
        tie(CooperatesWith, "Dezernat Jugend", "Stab"),
    ]
    answer = ask(network(*about), about="Plan")
    # Rat by the paper, Dezernat Jugend because its Jugendamt is responsible; Treff has nothing to do with the plan
    assert {row.actor.name for row in answer.upwards} == {"Rat", "Dezernat Jugend"}
    assert {row.actor.name for row in answer.downwards} == {"Verein"}
    with pytest.raises(NotFoundError, match="There is no Fachplanung"):
        ask(network(*about), about="Nichts")


def test_about_a_matter_only_what_is_said_of_it_is_told() -> None:
    """An influence that is attributed at another matter says nothing here."""
    said = [
        *(node(Fachplanung, name) for name in ("Plan", "Anderes")),
        tie(InterestedIn, "Verein", "Plan", concern="Ganztag", benefit="Räume", influence=2),
        tie(InterestedIn, "Verein", "Anderes", concern="Sport", benefit="Geld", influence=5),
    ]
    (row,) = ask(network(*said), about="Plan").downwards
    assert [text.de for text in (*row.interests, *row.benefits)] == ["Plan: Ganztag", "Räume"]
    assert row.influence == 2
    both = next(row for row in ask(network(*said)).downwards if row.actor.name == "Verein")
    assert ([text.de for text in both.benefits], both.influence) == (["Geld", "Räume"], 3.5)
