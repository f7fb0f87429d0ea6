"""The questions find the story that examples/landkreis/README.md tells."""

from datetime import date
from pathlib import Path
from typing import cast

import pytest

from examples.landkreis import __main__ as landkreis
from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions.cooperation_gaps import CooperationGaps, cooperation_gaps
from graph.questions.lift_links import LiftLinks, lift_links
from graph.questions.lifts import AGENCY, LEVELS_ONLY, RESSORTS_ONLY
from graph.questions.multipliers import Multipliers, multipliers
from graph.questions.ranked import HIDDEN
from graph.questions.scope import Scope
from schema.record import Visibility

SCOPE = Scope(as_of=date(2026, 6, 30), visibility=Visibility.INTERNAL)


@pytest.fixture(scope="module")
def kreis() -> Network:
    return Network.of(read_tables(Path(landkreis.__file__).parent, Account()))


@pytest.fixture(scope="module")
def gaps(kreis: Network) -> CooperationGaps:
    return cast(CooperationGaps, cooperation_gaps.ask(kreis, SCOPE))


@pytest.fixture(scope="module")
def links(kreis: Network) -> LiftLinks:
    return cast(LiftLinks, lift_links.ask(kreis, SCOPE))


@pytest.fixture(scope="module")
def ranking(kreis: Network) -> Multipliers:
    return cast(Multipliers, multipliers.ask(kreis, SCOPE))


def key(id: str) -> str:
    return id.removeprefix("musterkreis/")


def test_the_agency_and_those_who_do_only_half(links: LiftLinks) -> None:
    roles = {key(row.unit.id): row.verdict for row in links.units}
    assert [unit for unit, verdict in roles.items() if verdict == AGENCY] == ["isp"]
    assert key(links.units[0].unit.id) == "isp"
    assert (roles["abt-61-2"], roles["abt-54-1"]) == (RESSORTS_ONLY, LEVELS_ONLY)


def test_the_conference_that_gets_no_answer(links: LiftLinks) -> None:
    assert "srk-kirschbaumen" in {key(row.lower.id) for row in links.one_way}


def test_multipliers_in_both_directions(ranking: Multipliers) -> None:
    assert [key(row.actor.id) for row in ranking.upwards[:2]] == ["steuerungsgruppe", "sozialausschuss"]
    assert {key(row.actor.id) for row in ranking.downwards[:2]} == {"qb-ahornrath", "kreissportbund"}
    hidden = {key(row.actor.id) for row in ranking.downwards if row.note == HIDDEN}
    assert "kreissportbund" in hidden


def test_the_dezernentin_is_named_with_the_switch_only(kreis: Network, ranking: Multipliers) -> None:
    assert "l-dez-3" not in {key(row.actor.id) for row in ranking.upwards}
    shown = cast(Multipliers, multipliers.ask(kreis, SCOPE.model_copy(update={"persons": True})))
    leaders = [key(row.actor.id) for row in shown.upwards if row.actor.type == "Person"]
    assert leaders[0] == "l-dez-3"


def test_the_two_widest_gaps(gaps: CooperationGaps) -> None:
    found = [{key(row.first.id), key(row.second.id)} for row in gaps.pairs[:2]]
    assert found == [{"abt-51-1", "abt-53-2"}, {"abt-50-3", "abt-54-2"}]
    assert [row.things for row in gaps.pairs[:2]] == [5, 4]
    assert all(row.across for row in gaps.pairs[:2])


def test_the_areas_and_gemeinden(gaps: CooperationGaps) -> None:
    assert [key(row.area.id) for row in gaps.areas_without_actors] == ["sr-falkenlohe"]
    assert {key(row.area.id) for row in gaps.areas_without_vertical} == {"sr-ellerbrueck", "sr-grauwinkel"}
    expected = {"sr-ahornrath-west", "sr-ellerbrueck", "sr-falkenlohe", "sr-grauwinkel"}
    assert {key(row.area.id) for row in gaps.areas_without_conference} == expected
    without = {key(row.gemeinde.id) for row in gaps.gemeinden_without_counterpart}
    assert without == {"falkenlohe", "grauwinkel", "kirschbaumen"}


def test_heads_and_papers(gaps: CooperationGaps) -> None:
    assert {"amt-53", "amt-54", "amt-61"} <= {key(row.unit.id) for row in gaps.leaders_without_dialogue}
    assert {"amt-40", "amt-50", "amt-51", "amt-55"}.isdisjoint(
        key(row.unit.id) for row in gaps.leaders_without_dialogue
    )
    no_committee = [key(r.department.id) for r in gaps.papers_that_reach_nobody if not r.in_committees]
    assert no_committee == ["abt-55-1"]


def test_need_is_highest_where_nobody_acts(gaps: CooperationGaps) -> None:
    needs = {key(row.area.id): row.need for row in gaps.areas_without_conference}
    assert max(needs, key=lambda area: needs[area] or 0) == "sr-falkenlohe"
