from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples.landkreis import __main__ as landkreis
from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions.need_and_reach import NeedAndReach, need_and_reach
from graph.questions.need_and_reach_monitoring import change
from graph.questions.scope import Scope
from schema.nodes import Committee, Indicator, Organisation, Sozialraum
from schema.record import Record
from schema.text import Text
from schema.ties import ActiveIn, CooperatesWith, Measured, PartOf
from tests.graph.questions.town import network, node, tie

LOOK = "vor Ort fragen: Arbeitet dort niemand, oder ist nur nichts erfasst?"


def ask(part: Network, **scope: object) -> NeedAndReach:
    return cast(NeedAndReach, need_and_reach.ask(part, Scope.model_validate(scope)))


def measured(year: int = 2025, high_is_need: bool | None = True, **values: float) -> list[Record]:
    """Measure unemployment in some areas of the town."""
    indicator = node(Indicator, "Arbeitslose", unit="%", high_is_need=high_is_need)
    return [indicator, *(tie(Measured, "Arbeitslose", area, year=year, value=v) for area, v in values.items())]


MONITORING = measured(Nord=5, Süd=10, West=12)


def said(texts: Iterable[Text]) -> str:
    return " ".join(text.de for text in texts)


def test_need_and_links_are_those_counted_by_hand() -> None:
    # Nord: Treff and Verein, no contact between them, Treff – Stab upwards. Süd: Verein only, nobody upwards.
    south, north = ask(network(*MONITORING)).areas
    assert (south.area.name, south.rank, south.need_rank, south.links_rank, south.score) == ("Süd", 1, 1, 1, 1)
    assert (south.need, south.actors, south.pairs, south.upward) == (0.5, 1, 0, 0)
    assert (north.area.name, north.rank, north.need_rank, north.links_rank, north.score) == ("Nord", 2, 2, 2, 2)
    assert (north.need, north.actors, north.pairs, north.upward) == (0, 2, 0, 1)
    assert (south.reading.de, north.reading.de) == (
        "höherer Bedarf, weniger Verbindungen",
        "geringerer Bedarf, mehr Verbindungen",
    )
    assert (south.lifeworld, south.administration, south.politics, south.conference) == (1, 0, 0, None)


def test_an_area_without_actors_is_unknown_and_comes_first_for_its_need() -> None:
    answer = ask(network(*MONITORING))
    (west,) = answer.unclear
    assert (west.area.name, west.need, west.actors, west.clarify.de) == ("West", 1, 0, LOOK)
    assert "niemand ist als dort aktiv erfasst: West (1,00)" in said(answer.summary)
    assert "1 Sozialraum (West)" in said(answer.unknown)


def test_an_area_without_a_value_is_unknown_and_not_low() -> None:
    answer = ask(network(*measured(Nord=5, Süd=10)))
    (west,) = answer.unclear
    assert (west.need, west.missing.de) == (None, "Bedarf (kein Wert erfasst); Verbindungen (niemand erfasst)")
    assert "der Bedarf ist dort unbekannt und nicht gering: 1 Sozialraum (West)" in said(answer.unknown)


def test_without_indicators_nothing_is_compared() -> None:
    answer = ask(network())
    assert answer.areas == ()
    assert [row.area.name for row in answer.unclear] == ["Nord", "Süd", "West"]
    assert answer.robustness is None
    assert "wie hoch der Bedarf ist, ist unbekannt" in said(answer.unknown)


def test_an_indicator_whose_low_value_means_need_turns_the_order() -> None:
    needs = {row.area.name: row.need for row in ask(network(*measured(high_is_need=False, Nord=5, Süd=10))).areas}
    assert needs == {"Nord": 1, "Süd": 0}


def test_an_indicator_without_direction_is_shown_and_does_not_count() -> None:
    answer = ask(network(*measured(high_is_need=None, Nord=5, Süd=10)))
    (row,) = answer.indicators
    assert (row.direction.de, row.neediest) == ("ohne Richtung, zählt nicht für den Bedarf", None)
    assert answer.areas == ()
    assert [(count.n, count.of) for count in answer.left_out if "ohne Richtung" in count.label.de] == [(1, 1)]


def test_equal_values_share_a_place_and_nobody_is_called_higher() -> None:
    more = (tie(CooperatesWith, "Verein", "Stab"), *measured(Nord=5, Süd=5))
    rows = ask(network(*more, without=["ACTIVE_IN|Treff|Nord|"])).areas
    assert [row.rank for row in rows] == [1, 1]
    assert {row.reading.de for row in rows} == {"mittlerer Bedarf, Verbindungen im Mittelfeld"}


def test_pairs_strength_and_conference() -> None:
    more = (
        tie(CooperatesWith, "Treff", "Verein", strength=4),
        tie(CooperatesWith, "Verein", "Stab", strength=1),
        node(Committee, "SRK", kind="Sozialraumkonferenz"),
        tie(ActiveIn, "SRK", "Nord"),
    )
    rows = {row.area.name: row for row in ask(network(*more, *MONITORING)).areas}
    # the tie Treff – Verein counts once though both ends are in Nord: (4 + 1) / 2
    assert (rows["Nord"].pairs, rows["Nord"].strength, rows["Nord"].conference) == (1, 2.5, True)
    assert (rows["Süd"].pairs, rows["Süd"].strength, rows["Süd"].conference) == (0, 2.5, False)
    assert (rows["Nord"].upward, rows["Süd"].upward) == (1, 1)


def test_an_area_takes_need_and_drivers_from_the_places_within_it() -> None:
    places = [node(Sozialraum, name, kind="Wohnplatz") for name in ("N1", "N2", "S1")]
    lies = [tie(PartOf, place, area) for place, area in (("N1", "Nord"), ("N2", "Nord"), ("S1", "Süd"))]
    rows = {r.area.name: r for r in ask(network(*places, *lies, *measured(N1=3, N2=2, S1=1))).areas}
    assert (rows["Nord"].need, rows["Süd"].need) == (0.75, 0)
    assert [text.de for text in rows["Nord"].drivers] == ["Arbeitslose (0,75)"]
    assert rows["Süd"].drivers == ()


def test_two_years_show_which_way_the_need_goes() -> None:
    earlier = [record for record in measured(2022, Nord=7, Süd=8) if isinstance(record, Measured)]
    answer = ask(network(*MONITORING, *earlier))
    trends = {row.area.name: row.trend and row.trend.de for row in answer.areas}
    assert trends == {
        "Nord": "mehr Bedarf bei 0, weniger bei 1 von 1 Indikatoren",
        "Süd": "mehr Bedarf bei 1, weniger bei 0 von 1 Indikatoren",
    }
    (row,) = answer.indicators
    assert (row.year.de, row.before and row.before.de, row.both, row.areas, row.of) == ("2025", "2022", 2, 3, 3)
    assert (row.change, row.low, row.median, row.high) == (0, 5, 10, 12)  # (−2 + 2) / 2
    assert row.neediest
    assert row.neediest.name == "West"
    assert "nur für ein Jahr" not in said(answer.unknown)
    assert "nur für ein Jahr" in said(ask(network(*MONITORING)).unknown)


@given(st.dictionaries(st.integers(1900, 2200), st.floats(-1e6, 1e6), max_size=5))
def test_a_change_is_that_between_the_last_two_years(years: dict[int, float]) -> None:
    last = sorted(years)[-2:]
    assert change(years) == ([years[last[1]] - years[last[0]]] if len(last) == 2 else [])


def test_an_actor_of_unknown_level_leaves_the_links_unknown() -> None:
    ties = [f"ACTIVE_IN|{who}|{where}|" for who, where in (("Treff", "Nord"), ("Verein", "Nord"), ("Verein", "Süd"))]
    more = (node(Committee, "Runde"), tie(ActiveIn, "Runde", "Nord"), *MONITORING)
    rows = {row.area.name: row for row in ask(network(*more, without=ties)).unclear}
    assert rows["Nord"].missing.de == "Verbindungen (Ebene der Akteure unbekannt)"


def test_missing_ties_widen_the_places() -> None:
    answer = ask(network(*MONITORING))
    assert answer.robustness
    assert {figure.label.en for figure in answer.robustness.figures} == {
        "of the first 5 Sozialräume stay first",
        "with more need and fewer links stay so",
    }
    for row in answer.areas:
        assert row.rank_20
        assert 1 <= row.rank_20.low <= row.rank_20.high <= 2
    assert ask(network(*MONITORING), robust=False).areas[0].rank_10 is None


def test_hostile_names_stay_names() -> None:
    name = "<b>{0}</b> \u202e" + "x" * 9_000
    part = network(node(Sozialraum, "Q", name=name, kind="Quartier"), *measured(Nord=5, Süd=10, Q=20))
    assert name in said(ask(part).summary)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9)), min_size=2, max_size=6))
def test_more_actors_and_less_need_never_bring_an_area_forward(areas: list[tuple[int, int]]) -> None:
    records: list[Record] = []
    for k, (actors, _) in enumerate(areas):
        records.append(node(Sozialraum, f"A{k}", kind="Quartier"))
        for a in range(actors + 1):
            records += [node(Organisation, f"O{k}.{a}", kind="Verein"), tie(ActiveIn, f"O{k}.{a}", f"A{k}")]
    records += measured()
    records += [tie(Measured, "Arbeitslose", f"A{k}", year=2025, value=value) for k, (_, value) in enumerate(areas)]
    rank = {row.area.id: row.rank for row in ask(Network.of(records), robust=False).areas}
    for k, (actors, value) in enumerate(areas):
        for j, (more, less) in enumerate(areas):
            if actors <= more and value >= less:
                assert rank[f"A{k}"] <= rank[f"A{j}"]


@pytest.fixture(scope="module")
def kreis() -> NeedAndReach:
    return ask(Network.of(read_tables(Path(landkreis.__file__).parent, Account())), as_of=date(2026, 6, 30))


def test_the_landkreis_shows_need_without_links(kreis: NeedAndReach) -> None:
    """Grauwinkel has a high burden and no link upwards, Falkenlohe the highest and nobody, as its README tells."""
    first = kreis.areas[0]
    assert (first.area.id, first.upward, first.conference) == ("musterkreis/sr-grauwinkel", 0, False)
    assert kreis.unclear[0].area.id == "musterkreis/sr-falkenlohe"
    assert kreis.unclear[0].need == max([row.need for row in kreis.areas] + [kreis.unclear[0].need or 0])
    assert "Sozialraum Falkenlohe" in said(kreis.summary)
    lowest = min(kreis.areas, key=lambda row: row.need)
    assert lowest.area.id == "musterkreis/sr-kirschbaumen"


def test_the_landkreis_measures_28_indicators_in_81_places(kreis: NeedAndReach) -> None:
    assert {(row.areas, row.of, row.kind.de) for row in kreis.indicators} == {(81, 81, "Wohnplatz")}
    assert len(kreis.indicators) == 28
    assert np.all([row.low <= row.median <= row.high for row in kreis.indicators])
    assert {(row.before.de, row.both) for row in kreis.indicators if row.before} == {("2022", 81)}
    assert "nur für ein Jahr" not in said(kreis.unknown)


def test_the_landkreis_shows_where_need_grows_and_where_it_falls(kreis: NeedAndReach) -> None:
    trends = {row.area.id.rpartition("/")[2]: row.trend and row.trend.de for row in kreis.areas}
    assert trends["sr-grauwinkel"] == "mehr Bedarf bei 8, weniger bei 0 von 8 Indikatoren"
    assert trends["sr-kirschbaumen"] == "mehr Bedarf bei 0, weniger bei 8 von 8 Indikatoren"
