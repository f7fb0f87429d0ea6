import json
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import pearsonr, rankdata

from examples.landkreis import __main__ as landkreis
from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions.answer import Interval
from graph.questions.rank_checks import (
    ALIKE,
    FAILS,
    HOLDS,
    HOLDS_AT_10,
    MEASURES,
    Rankings,
    alike,
    holds,
    verdict,
)
from graph.questions.robust import Spread, Thinned
from graph.questions.robustness import RobustnessOfData, robustness
from graph.questions.scope import Scope
from graph.questions.source_groups import source_group
from graph.questions.tie_facts import TieFacts, day_of_age
from schema.nodes import Committee, Department, Document, Kommune, Organisation, Person
from schema.record import Record, Visibility
from schema.text import LANGS
from schema.ties import ConsultedIn, CooperatesWith, Leads, ReportsTo, UnderDirectionOf, WorksIn
from tests.graph.intake.reading import KARLSRUHE, read
from tests.graph.questions.town import network, node, tie


def ask(part: Network, **scope: object) -> RobustnessOfData:
    return cast(RobustnessOfData, robustness.ask(part, Scope.model_validate(scope)))


def counts(answer: RobustnessOfData) -> dict[str, tuple[int, int | None]]:
    return {count.label.en: (count.n, count.of) for count in (*answer.denominator, *answer.left_out)}


def test_nodes_of_unknown_level_stubs_and_placeholders_by_type() -> None:
    part = network(
        node(Committee, "Runde"),
        tie(CooperatesWith, "Runde", "Stab"),
        tie(CooperatesWith, "Runde", "Treff"),
        node(Kommune, "Stadt", stub=True),
        node(Department, "Offen", placeholder=True),
        node(Document, "V1"),
        tie(UnderDirectionOf, "V1", "Offen"),
        node(Person, "Musterfrau"),
        tie(WorksIn, "Musterfrau", "Stab"),
    )
    answer = ask(part)
    found = {(row.type.en, row.what.en): (row.n, row.of, row.share, row.ties) for row in answer.nodes}
    # Of the bodies Rat and Runde, Runde is of no known kind; the person stands where the Stab stands.
    assert found == {
        ("committees", "level unknown"): (1, 2, 0.5, 2),
        ("municipalities", "known by reference only"): (1, 1, 1.0, 0),
        ("departments", "placeholder"): (1, 6, 0.1667, 1),
    }
    numbers = counts(answer)
    # 9 ties of the town without the areas' own, two of the Runde, one of the person; the placeholder's does not count.
    assert numbers["ties (without those at placeholders)"] == (12, 13)
    assert numbers["actors and places of known level"] == (13, 14)
    assert not any("Offen" in row.evidence for row in answer.nodes)


def test_sources_types_and_dates_are_counted() -> None:
    more = {"source": "stadt/papers.zip/17.json $.x", "as_of": date(2020, 1, 1)}
    derived = {"source": "Ableitung: Vorlagen", "derived": True, "confidence": 0.8}
    part = network(
        tie(CooperatesWith, "Stab", "Verein", **more),
        tie(CooperatesWith, "Jugendamt", "Verein", **(more | {"source": "stadt/papers.zip/18.json"})),
        tie(ReportsTo, "Jugendamt", "Rat", **derived),
        tie(ReportsTo, "Bauamt", "Rat", **derived),
    )
    answer = ask(part)
    found = [(r.source.de, r.ties, r.share, r.derived, r.undated, r.unsure, r.newest) for r in answer.sources]
    assert found == [
        ("test", 9, 0.6923, 0, 9, 0, None),
        ("Ableitung: Vorlagen", 2, 0.1538, 2, 2, 2, None),
        ("stadt/papers.zip", 2, 0.1538, 0, 0, 0, date(2020, 1, 1)),
    ]
    kinds = {row.kind.en: (row.ties, row.stated, row.derived, row.undated) for row in answer.types}
    assert kinds["reports to"] == (3, 1, 2, 3)
    assert kinds["cooperates with"] == (5, 5, 0, 3)
    assert sum(row.ties for row in answer.types) == 13
    assert counts(answer)["of these derived"] == (2, 13)
    said = [text.de for text in answer.summary]
    assert any(text.startswith("Von 11 Verbindungen, die als Kontakt zählen, sind 2 (18 %)") for text in said)
    assert "13 Verbindungen stammen aus 3 Quellen; die größte (test) trägt 69 %." in said
    assert any("11 von 13 Verbindungen tragen keinen Stand" in text.de for text in answer.unknown)


DAYS = {
    "at the limit": date(2025, 6, 30),
    "a day before": date(2025, 6, 29),
    "two years": date(2024, 6, 30),
    "five years": date(2021, 6, 30),
    "older": date(2021, 6, 29),
    "later": date(2026, 7, 1),
}


def dated() -> Network:
    names = list(DAYS)
    bodies = [node(Organisation, name) for name in names]
    return network(*bodies, *(tie(CooperatesWith, name, "Stab", as_of=DAYS[name]) for name in names))


def test_ages_are_told_on_the_day_asked_about_and_the_limit_is_the_younger_class() -> None:
    answer = ask(dated(), as_of=date(2026, 6, 30))
    found = {row.age.en: (row.ties, row.contacts) for row in answer.ages}
    assert found == {
        "recorded after the day that counts": (1, 1),
        "up to 1 year": (1, 1),
        "more than 1 and up to 2 years": (2, 2),
        "more than 2 and up to 5 years": (1, 1),
        "more than 5 years": (1, 1),
        "without a date": (9, 7),
    }
    assert answer.age_on == date(2026, 6, 30)
    expected = "Am 30.06.2026 sind 1 der 6 datierten Verbindungen älter als 5 Jahre; 1 wurden erst danach erfasst; "
    assert any(text.de == expected + "9 tragen keinen Stand." for text in answer.summary)


def test_without_a_day_ages_are_told_on_the_newest_day_in_the_records() -> None:
    answer = ask(dated())
    assert answer.age_on == date(2026, 7, 1)
    assert next(row.ties for row in answer.ages if row.age.en == "up to 1 year") == 1
    assert ask(network()).age_on is None
    assert [row.age.en for row in ask(network()).ages] == ["without a date"]


def test_the_29th_of_february_has_a_day_in_every_year() -> None:
    part = network(tie(CooperatesWith, "Treff", "Verein", as_of=date(2023, 2, 28)))
    age = TieFacts.of(part, persons=False).age(date(2024, 2, 29))
    assert Counter(age.tolist())[0] == 1
    assert day_of_age(part) == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("source", "group"),
    [
        ("https://ris.example.org/oparl/papers/17", "ris.example.org"),
        ("https://user:word@ris.example.org:8080/x", "ris.example.org:8080"),
        ("http://[", "http://["),
        ("karlsruhe-2024/papers-2024.tar.gz/papers/50114.json $.consultation[0]", "karlsruhe-2024/papers-2024.tar.gz"),
        ("karlsruhe-2024/paper-stadtteile.json.gz $.papers.50420", "karlsruhe-2024/paper-stadtteile.json.gz"),
        ("karlsruhe-2024/organizations.json $[0]", "karlsruhe-2024/organizations.json"),
        ("export/papers/50114.json", "export/papers"),
        ("50114.json", "50114.json"),
        ("Netzwerkkarte.xlsx", "Netzwerkkarte.xlsx"),
        ("Netzwerkkarte.xlsx Zeile 12", "Netzwerkkarte.xlsx"),
        ("Netzwerkkarte.xlsx#Akteure!B7", "Netzwerkkarte.xlsx"),
        ("Geschäftsbericht 2025.pdf, S. 14", "Geschäftsbericht 2025.pdf"),
        ("liste.csv:12", "liste.csv"),
        ("Fachtag Integrierte Planung (Forum III)", "Fachtag Integrierte Planung (Forum III)"),
        ("Gespräch vom 3.4.2026, Rathaus", "Gespräch vom 3.4.2026, Rathaus"),
        ("Ableitung: Vorlagen, die das Gremium beraten hat", "Ableitung: Vorlagen, die das Gremium beraten hat"),
    ],
)
def test_sources_are_shortened_to_what_is_one_source(source: str, group: str) -> None:
    assert source_group(source) == group


@given(st.text(min_size=1))
def test_any_source_has_a_group_and_a_group_is_its_own(source: str) -> None:
    assert source_group(source_group(source)) == source_group(source) or "://" in source


def test_persons_and_sources_that_name_them_stay_unnamed_without_the_switch() -> None:
    head: tuple[Record, ...] = (
        node(Person, "Anna Musterfrau"),
        tie(Leads, "Anna Musterfrau", "Stab", source="Visitenkarte Anna Musterfrau"),
    )
    hidden = ask(network(*head))
    assert "Musterfrau" not in hidden.model_dump_json()
    assert {row.source.de: row.ties for row in hidden.sources} == {"test": 9, "Quelle, die eine Person nennt": 1}
    shown = ask(network(*head), persons=True)
    assert {row.source.de for row in shown.sources} == {"test", "Visitenkarte Anna Musterfrau"}
    assert "LEADS|Anna Musterfrau|Stab|" in next(row for row in shown.types if row.kind.en == "leads").evidence


def test_rankings_are_those_counted_by_hand() -> None:
    units = {row.unit.name: row for row in ask(network()).units}
    # Stab has 4 contacts without ties among them and joins 5 pairs across levels and 1 across departments; Treff and
    # Verein have 2 contacts each, Treff on two levels.
    stab, treff, verein = units["Stab"], units["Treff"], units["Verein"]
    assert (stab.contacts, stab.open, stab.vertical, stab.lift) == (1, 1, 1, 1)
    assert (treff.contacts, treff.open, treff.vertical, treff.lift) == (2, 2, 2, 2)
    assert (verein.contacts, verein.open, verein.vertical, verein.lift) == (2, 2, 3, 2)
    checks = {row.measure.en: (row.units, row.first) for row in ask(network()).measures}
    assert checks == {
        "number of contacts": (6, 6),
        "number of non-redundant contacts": (6, 6),
        "number of pairs across levels": (6, 2),
        "lift score": (6, 1),
    }


def test_conclusions_say_who_is_ahead_and_whether_it_holds() -> None:
    answer = ask(network())
    said = {row.says.de: row for row in answer.conclusions}
    assert set(said) == {
        "Vorn nach Zahl der Kontakte: Stab",
        "Vorn nach Zahl der nicht redundanten Kontakte: Stab",
        "Vorn nach Zahl der Paare über Ebenen: Stab",
        "Vorn nach Fahrstuhlwert: Stab",
        "Als Fahrstuhlagentur wirkt: Stab",
    }
    # Of 7 contacts one (of 0.7) or one (of 1.4) is missing: the Stab keeps 3 of 4, and no other unit has more than 2.
    assert said["Vorn nach Zahl der Kontakte: Stab"].verdict == HOLDS
    # Without Stab–Jugendamt or Stab–Bauamt there is no pair across departments left, and no agency.
    agency = said["Als Fahrstuhlagentur wirkt: Stab"]
    assert (agency.verdict, agency.at_10.en) == (FAILS, "in some runs")
    assert all(row.evidence == ("Stab",) for row in answer.conclusions)


def test_without_the_check_nothing_is_said_to_hold() -> None:
    answer = ask(network(), robust=False)
    assert (answer.robustness, answer.conclusions) == (None, ())
    assert {row.verdict for row in answer.measures} == {None}
    assert {row.contacts_10 for row in answer.units} == {None}
    assert any("wurde nicht geprüft" in text.de for text in answer.unknown)


@given(st.lists(st.integers(0, 5), min_size=2, max_size=30), st.randoms(use_true_random=False))
def test_alike_is_the_correlation_of_the_ranks(before: list[int], chance: Random) -> None:
    after = list(before)
    chance.shuffle(after)
    found = alike(before, after)
    if len(set(before)) == 1:
        assert np.isnan(found)
    else:
        assert found == pytest.approx(pearsonr(rankdata(before), rankdata(after)).statistic)


def made_up(stay: float, same: float, at_20: tuple[float, float] = (10, 1.0)) -> Thinned:
    """Make what was seen in runs: how many of the first stayed at least, and the lowest correlation."""

    def spread(*low: float) -> Spread:
        values = tuple(np.array([value], dtype=np.float64) for value in low)
        return Spread(values, values)

    return Thinned(20, 10, {"contacts stay": spread(stay, at_20[0]), "contacts alike": spread(same, at_20[1])})


@pytest.mark.parametrize(
    ("units", "stay", "same", "expected"),
    [
        (20, 8, 0.9, True),
        (20, 7, 0.9, False),
        (20, 8, 0.8994, False),
        (20, 10, float("nan"), False),
        (5, 4, 1.0, True),
        (5, 3, 1.0, False),
    ],
)
def test_a_ranking_holds_from_the_thresholds_on(units: int, stay: int, same: float, expected: bool) -> None:
    values = np.arange(units, 0, -1, dtype=np.float64)
    found = Rankings(np.arange(units), {"contacts": values}, np.zeros(units, dtype=np.bool_))
    assert holds(found, made_up(stay, same), "contacts")[0] is expected


def test_equals_beyond_ten_need_not_all_stay() -> None:
    found = Rankings(np.arange(12), {"contacts": np.ones(12)}, np.zeros(12, dtype=np.bool_))
    assert holds(found, made_up(8, 1.0), "contacts") == (True, True)


def test_verdicts() -> None:
    assert [verdict(True, True), verdict(True, False), verdict(False, False)] == [HOLDS, HOLDS_AT_10, FAILS]
    assert verdict(False, True) == FAILS


@pytest.fixture(scope="module")
def kreis() -> RobustnessOfData:
    part = Network.of(read_tables(Path(landkreis.__file__).parent, Account()))
    return ask(part, as_of=date(2026, 6, 30), visibility=Visibility.INTERNAL)


def test_the_agency_of_the_landkreis_is_ahead_whatever_is_missing(kreis: RobustnessOfData) -> None:
    first = [row for row in kreis.conclusions if "Fahrstuhlagentur" in row.says.de]
    assert [(row.verdict, row.evidence) for row in first] == [(HOLDS, ("musterkreis/isp",))]
    assert kreis.units[0].unit.id == "musterkreis/isp"
    assert kreis.units[0].contacts_20 == Interval(low=1, high=1)
    assert {row.measure.en for row in kreis.measures} == {label.en for label in MEASURES.values()}


def test_the_figures_of_the_landkreis_agree_with_each_other(kreis: RobustnessOfData) -> None:
    ties = counts(kreis)["ties (without those at placeholders)"][0]
    for table in (kreis.sources, kreis.types, kreis.ages):
        assert sum(row.ties for row in table) == ties
    for check in kreis.measures:
        assert check.stay_10 is not None
        assert check.stay_20 is not None
        assert 0 <= check.stay_10.low <= check.stay_10.high <= check.first
        if check.verdict == HOLDS:
            assert min(check.alike_10 or 0, check.alike_20 or 0) >= ALIKE


def test_each_column_of_a_table_has_a_heading_of_its_own(kreis: RobustnessOfData) -> None:
    for table in kreis.tables():
        for lang in LANGS:
            headings = [heading.lang(lang) for _, heading in (*table.headings, *table.details)]
            assert len(set(headings)) == len(headings)


@pytest.mark.skipif(not KARLSRUHE.is_dir(), reason="the council record of Karlsruhe is not here")
def test_the_sources_of_karlsruhe_are_its_files() -> None:
    records = read(KARLSRUHE).records
    answer = ask(Network.of(records))
    files = {path.name for path in KARLSRUHE.iterdir()}
    assert {row.source.de.split("/")[1] for row in answer.sources} <= files
    consulted = sum(isinstance(record, ConsultedIn) for record in records)
    assert next(row.ties for row in answer.types if row.kind.en == "consulted in") == consulted
    assert json.loads(answer.model_dump_json())["age_on"] == max(r.as_of for r in records if r.as_of).isoformat()


def test_a_day_at_the_beginning_of_the_calendar_gets_an_answer() -> None:
    assert robustness.ask(network(), Scope(as_of=date(1, 2, 3))).summary
