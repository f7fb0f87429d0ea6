import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import cast

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples.landkreis import __main__ as landkreis
from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions.approach import ApproachPlan, ApproachScope, approach
from schema.errors import NotFoundError
from schema.nodes import Department, Fachplanung, Format, Organisation, Person, Process
from schema.record import Record, Visibility
from schema.text import Text
from schema.ties import CooperatesWith, InterestedIn, Leads, Steers, TakesPart
from tests.graph.intake.reading import KARLSRUHE, read
from tests.graph.questions.town import network, node, tie

STAB_TREFF = "COOPERATES_WITH|Stab|Treff|"


def ask(part: Network, **scope: object) -> ApproachPlan:
    given = {"visibility": Visibility.INTERNAL, "robust": False} | scope
    return cast(ApproachPlan, approach.ask(part, ApproachScope.model_validate(given)))


def said(texts: Iterable[Text]) -> str:
    return " ".join(text.de for text in texts)


def interest(actor: str, matter: str, **more: object) -> Record:
    return tie(InterestedIn, actor, matter, visibility=Visibility.INTERNAL, **more)


def round_of(*more: Record) -> Network:
    """Give the town with a planning round that the council steers and in which a Fachplanung takes part."""
    return network(
        node(Process, "Runde", kind="Planungsrunde"),
        node(Fachplanung, "Jugendhilfe"),
        tie(Steers, "Rat", "Runde"),
        tie(TakesPart, "Jugendhilfe", "Runde"),
        *more,
    )


def test_ways_start_at_the_agency_and_pass_no_area() -> None:
    answer = ask(network())
    (council,) = answer.upwards
    assert (council.actor.name, council.way.de, council.steps) == ("Rat", "direkter Kontakt", 1)
    assert council.format.de == "Gespräch mit dem Vorsitz, bevor das Gremium berät"
    down = {row.actor.name: row for row in answer.downwards}
    assert (down["Treff"].way.de, down["Treff"].so_far.de) == ("direkter Kontakt", "Kontakt, Form nicht erfasst")
    # Treff and Verein are both active in Nord, but a place introduces nobody
    assert (down["Verein"].way.de, down["Verein"].steps, down["Verein"].chain) == ("kein Weg erfasst", None, ())


def test_who_knows_both_is_asked_for_an_introduction_and_stands_among_the_doors() -> None:
    answer = ask(network(tie(CooperatesWith, "Treff", "Verein"), tie(CooperatesWith, "Jugendamt", "Verein")))
    row = next(row for row in answer.downwards if row.actor.name == "Verein")
    assert [step.name for step in row.chain] == ["Stab", "Jugendamt", "Verein"]
    assert (row.doors, row.way.de) == (2, "über Jugendamt")
    assert row.format.de == "Gespräch vor Ort oder Hospitation; Jugendamt um Vermittlung bitten"
    assert [(door.door.name, door.opens, [one.name for one in door.whom]) for door in answer.doors] == [
        ("Jugendamt", 1, ["Verein"])
    ]


def test_a_dialogue_counts_more_than_a_later_conference() -> None:
    held = [
        node(Format, "Auftakt", kind="Konferenz", held_on=date(2026, 5, 1)),
        *(tie(TakesPart, who, "Auftakt") for who in ("Stab", "Treff", "Verein")),
    ]
    down = {row.actor.name: row.so_far.de for row in ask(network(*held)).downwards}
    assert down == dict.fromkeys(("Treff", "Verein"), "bisher nur kollektiv (Auftakt, 01.05.2026)")
    before = ask(network(*held), as_of=date(2026, 4, 30)).downwards
    assert {row.so_far.de for row in before} == {"Kontakt, Form nicht erfasst", "noch kein Kontakt erfasst"}
    spoken = tie(CooperatesWith, "Stab", "Treff", contact_kind="dialogic", last_contact=date(2026, 3, 2))
    answer = ask(network(*held, spoken, without=[STAB_TREFF]))
    assert {row.actor.name: row.so_far.de for row in answer.downwards}["Treff"] == "im Gespräch (02.03.2026)"
    assert "Bisher nur aus kollektiven Formaten bekannt: Verein." in said(answer.summary)


def test_heads_speak_for_their_unit_and_stay_unnamed() -> None:
    records = [
        node(Person, "Dr. Beispiel"),
        tie(Leads, "Dr. Beispiel", "Dezernat Jugend"),
        tie(CooperatesWith, "Dr. Beispiel", "Stab", contact_kind="dialogic", last_contact=date(2026, 6, 1)),
        node(Process, "Runde"),
        interest("Dr. Beispiel", "Runde", concern="Zeit", attitude=-2, influence=5),
    ]
    hidden = ask(network(*records))
    unit = next(row for row in hidden.upwards if row.actor.name == "Dezernat Jugend")
    assert (unit.so_far.de, unit.format.de) == ("im Gespräch (01.06.2026)", "Gespräch mit der Dezernatsleitung")
    assert "Dr. Beispiel" not in json.dumps(hidden.model_dump(mode="json"), ensure_ascii=False)
    assert hidden.veto == ()
    shown = ask(network(*records), persons=True)
    assert "Dr. Beispiel" in {row.actor.name for row in shown.upwards}
    assert [row.actor.name for row in shown.veto] == ["Dr. Beispiel"]
    unit = next(row for row in shown.upwards if row.actor.name == "Dezernat Jugend")
    assert unit.so_far.de == "im Gespräch (01.06.2026)"


def test_who_could_stop_the_round_and_by_what() -> None:
    part = round_of(interest("Bauamt", "Runde", attitude=-2, influence=5), interest("Treff", "Runde", attitude=2))
    rows = ask(part, about="Runde").veto
    assert [(row.actor.name, row.why.de) for row in rows] == [
        ("Bauamt", "hoher Einfluss, hemmende Haltung (zugeschrieben)"),
        ("Rat", "steuert Runde"),
    ]
    assert (rows[0].way.de, rows[0].stance.de) == ("direkter Kontakt", "hemmend, einflussreich")
    assert "STEERS|Rat|Runde|" in rows[1].evidence


def test_what_is_attributed_is_not_shown_to_the_public() -> None:
    part = round_of(interest("Bauamt", "Runde", attitude=-2, influence=5, concern="Flächen"))
    answer = ask(part, about="Runde", visibility=Visibility.PUBLIC)
    assert [row.actor.name for row in answer.veto] == ["Rat"]
    assert answer.concerns == ()
    assert "Flächen" not in answer.model_dump_json()
    assert "öffentlich" in said(answer.unknown)


def test_opinions_on_the_plannings_in_a_round_count_for_the_round() -> None:
    part = round_of(interest("Treff", "Jugendhilfe", concern="Mehr Plätze", benefit="Verlässliche Mittel"))
    row = next(row for row in ask(part, about="Runde").downwards if row.actor.name == "Treff")
    assert [text.de for text in row.benefits] == ["Verlässliche Mittel"]
    (concern,) = ask(part, about="Runde").concerns
    assert (concern.actor.name, concern.matter.name, concern.concern) == ("Treff", "Jugendhilfe", "Mehr Plätze")
    assert "INTERESTED_IN|Treff|Jugendhilfe|" in concern.evidence


def test_who_shares_the_concern_comes_first() -> None:
    part = round_of(interest("Verein", "Jugendhilfe", concern="Mehr KITA-Plätze"), tie(TakesPart, "Treff", "Runde"))
    assert [row.actor.name for row in ask(part).downwards] == ["Treff", "Verein"]
    answer = ask(part, concern="kita")
    assert [(row.actor.name, row.rank, row.shares) for row in answer.downwards] == [
        ("Verein", 2, True),
        ("Treff", 1, False),
    ]
    assert "Das Anliegen „kita“ teilen: Verein." in said(answer.summary)
    assert "ob es jemand teilt, ist unbekannt" in said(ask(part, concern="Hafen {0}" + "x" * 9_000).unknown)
    assert ask(part, concern=" ").downwards == ask(part).downwards


def test_questions_are_put_to_those_who_can_answer_them() -> None:
    known = interest("Rat", "Runde", concern="Haushalt", benefit="Übersicht", attitude=1)
    verein, treff = ask(round_of(known, tie(CooperatesWith, "Jugendamt", "Verein"))).ask
    assert ([who.name for who in treff.whom], [who.name for who in treff.about]) == (["Treff"], ["Treff"])
    assert treff.question.de == (
        "Was erleben Sie vor Ort, und was davon muss bei unserer gemeinsamen Planung vorkommen? Was müsste sich vor "
        "Ort ändern, damit sich die Mitarbeit für Sie lohnt? Was spricht aus Ihrer Sicht dafür, was dagegen?"
    )
    assert ([who.name for who in verein.whom], [who.name for who in verein.about]) == (["Jugendamt"], ["Verein"])
    assert verein.question.de.startswith("Was zählt nach Ihrer Erfahrung für „Verein“ bei unserer gemeinsamen")
    assert verein.missing.de == "Anliegen, Nutzen und Haltung"


def test_who_is_asked_the_same_shares_a_question() -> None:
    (council, houses) = ask(network(tie(CooperatesWith, "Stab", "Verein"))).ask
    assert [who.name for who in council.whom] == ["Rat"]
    # Verein now joins Stab with Nord and Süd, Treff only with Nord: it comes first
    assert [who.name for who in houses.whom] == [who.name for who in houses.about] == ["Verein", "Treff"]


def test_who_cannot_be_reached_is_asked_for_in_the_own_house() -> None:
    *_, row = ask(network()).ask
    assert (row.whom, row.missing.de, row.about[0].name) == ((), "Weg", "Verein")
    assert row.question.de == "Wer von uns kennt jemanden bei „Verein“ und kann ein erstes Gespräch anbahnen?"


def test_without_an_agency_the_ways_are_unknown() -> None:
    answer = ask(network(node(Department, "Stab", kind="Stabsstelle"), without=["Stab"]))
    assert {row.way.de for row in (*answer.upwards, *answer.downwards)} == {"keine Agentur erfasst"}
    assert "Keine Einheit ist als Agentur" in said(answer.unknown)
    assert answer.doors == ()
    assert all(row.whom for row in answer.ask)


def test_a_matter_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(NotFoundError, match="Gibtsnicht"):
        ask(round_of(), about="Gibtsnicht")


def test_a_matter_with_which_nobody_has_to_do_is_unknown_and_not_without_friends() -> None:
    part = network(node(Process, "Leer"))
    answer = ask(part, about="Leer")
    assert (answer.upwards, answer.downwards, answer.veto) == ((), (), ())
    assert "mit „Leer“ zu tun hat, ist nicht erfasst" in said(answer.unknown)


def test_hostile_words_stay_words() -> None:
    words = "{0} <script>x</script> \u202e" + "y" * 9_000
    part = round_of(interest("Treff", "Runde", concern=words, benefit=words, attitude=1))
    answer = ask(part, about="Runde", concern="<SCRIPT>")
    assert answer.concerns[0].concern == words
    assert words in said(answer.summary)


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]), max_size=20))
@settings(deadline=None, max_examples=60)
def test_ways_are_the_shortest_of_networkx(pairs: set[tuple[int, int]]) -> None:
    names = ["Stab", *(f"O{k}" for k in range(1, 10))]
    records = [node(Department, "Stab", agency=True), *(node(Organisation, name, kind="Verein") for name in names[1:])]
    graph = nx.Graph([(names[a], names[b]) for a, b in pairs])
    graph.add_nodes_from(names)
    ties = [tie(CooperatesWith, *ends) for ends in sorted(graph.edges)]
    for row in ask(Network.of([*records, *ties]), robust=False).downwards:
        if not nx.has_path(graph, "Stab", row.actor.name):
            assert (row.steps, row.doors) == (None, 0)
            continue
        paths = list(nx.all_shortest_paths(graph, "Stab", row.actor.name))
        assert [step.name for step in row.chain] in paths
        assert row.steps == len(paths[0]) - 1
        assert row.doors == (len({path[1] for path in paths}) if len(paths[0]) > 2 else 0)


@pytest.fixture(scope="module")
def kreis() -> Network:
    return Network.of(read_tables(Path(landkreis.__file__).parent, Account()))


def test_the_planning_round_of_the_landkreis(kreis: Network) -> None:
    answer = ask(kreis, as_of=date(2026, 6, 30), about="musterkreis/runde", robust=True)
    assert answer.robustness
    assert answer.upwards[0].actor.id == "musterkreis/steuerungsgruppe"
    assert answer.downwards[0].actor.id == "musterkreis/kreissportbund"
    assert "bisher nur kollektiv" in answer.downwards[0].so_far.de
    veto = {row.actor.id.removeprefix("musterkreis/"): row.why.de for row in answer.veto}
    assert list(veto) == ["finanzausschuss", "steuerungsgruppe"]
    assert veto["finanzausschuss"] == "hoher Einfluss, hemmende Haltung (zugeschrieben)"
    assert not any(row.actor.id == "musterkreis/isp" for row in (*answer.upwards, *answer.downwards))
    assert len(answer.ask) <= 12
    assert all(text.endswith("?") for row in answer.ask for text in (row.question.de, row.question.en))
    persons = {kreis.name(int(i)) for i in kreis.of_type(Person).nonzero()[0]}
    told = json.dumps(answer.model_dump(mode="json"), ensure_ascii=False)
    assert not any(name in told for name in persons)


@pytest.mark.skipif(not KARLSRUHE.is_dir(), reason="the council record of Karlsruhe is not here")
def test_karlsruhe_has_no_agency_and_names_no_placeholder() -> None:
    part = Network.of(read(KARLSRUHE).records)
    answer = ask(part)
    assert "Keine Einheit ist als Agentur" in said(answer.unknown)
    marked = {part.ids[i] for i in part.placeholder.nonzero()[0]}
    assert marked
    assert not marked & {row.actor.id for row in (*answer.upwards, *answer.downwards)}
    assert not marked & {row.actor.id for row in answer.veto}
