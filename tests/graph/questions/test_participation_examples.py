"""The participation of the Landkreis and of random small towns, counted once more in plain sets."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples.landkreis import __main__ as landkreis
from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions.participation import Participation, participation
from graph.questions.scope import AboutScope
from schema.nodes import Document, Format, Organisation, Sozialraum, TargetGroup
from schema.record import Record
from schema.ties import ActiveIn, Concerns, HeldIn, PartOf, Reaches, Tie
from tests.graph.intake.reading import KARLSRUHE, read
from tests.graph.questions.town import node, tie

HERE = Path(landkreis.__file__).parent
Pair = tuple[str, str]


def column(table: str, *fields: str) -> list[tuple[str, ...]]:
    with (HERE / f"{table}.csv").open(encoding="utf-8") as file:
        return [tuple(row[field].removeprefix("musterkreis/") for field in fields) for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def answer() -> Participation:
    whole = Network.of(read_tables(HERE, Account()))
    return cast(Participation, participation.ask(whole, AboutScope(as_of=date(2026, 6, 30))))


def key(id: str) -> str:
    return id.removeprefix("musterkreis/")


def joined(groups: list[tuple[str, ...]], areas: list[tuple[str, ...]]) -> set[Pair]:
    """Give what is joined by whoever is tied to both; the Landkreis has no format or office in a part of an area."""
    there = defaultdict(set)
    for start, area in areas:
        there[start].add(area)
    return {(group, area) for start, group in groups if group.startswith("zg-") for area in there[start]}


def test_the_combinations_of_the_landkreis_are_those_of_its_tables(answer: Participation) -> None:
    reached = joined(column("REACHES", "start", "end"), column("HELD_IN", "start", "end"))
    ties = {verb: column(verb, "start", "end") for verb in ("REACHES", "CONCERNS", "RESPONSIBLE_FOR", "ACTIVE_IN")}
    areas = [pair for verb in ("CONCERNS", "RESPONSIBLE_FOR", "ACTIVE_IN") for pair in ties[verb]]
    areas = [(start, area) for start, area in areas if area.startswith(("sr-", "pr-", "sb-"))]
    groups = [pair for verb in ("REACHES", "CONCERNS", "RESPONSIBLE_FOR") for pair in ties[verb]]
    concerned = joined(groups, areas)
    assert {(key(row.group.id), key(row.area.id)) for row in answer.reached} == reached
    missed = {(key(row.group.id), key(row.area.id)) for row in answer.unreached}
    open_ones = {(key(row.group.id), key(row.area.id)) for row in answer.unclear}
    assert missed | open_ones == concerned - reached
    # Silent are the Onlineworkshop (no place) and, in Ahornrath-Mitte, a Gespräch and the Hospitation (no group).
    unclear = {(group, area) for group, area in concerned - reached if area == "sr-ahornrath-mitte"}
    unclear |= {(group, area) for group, area in concerned - reached if group == "zg-uebergang"}
    assert open_ones == unclear


def test_the_story_of_the_landkreis(answer: Participation) -> None:
    said = [text.de for text in answer.summary]
    assert any(
        text.startswith("Für 3 von 10 Zielgruppen ist kein Format erfasst")
        and "Langzeitarbeitslose Menschen, Menschen mit Behinderung und Pflegende Angehörige" in text
        for text in said
    )
    formats = {name for (name,) in column("Format", "id")}
    assert {key(row.format.id) for row in answer.unused} == formats - {
        start for start, _ in column("FEEDS", "start", "end")
    }
    verdicts = {key(row.matter.id): row.verdict.de for row in answer.ladder}
    # The survey of 412 came four months before the conference of 84; the Elterncafé of 12 before the walk of 23.
    assert verdicts["runde"].startswith("groß vor klein")
    assert verdicts["zg-familien"] == "von klein zu groß"


def test_formats_without_feedback_six_weeks_later_are_those_of_the_table(answer: Participation) -> None:
    rows = column("Format", "id", "held_on", "feedback_on")
    late = {id for id, held, told in rows if not told and held <= "2026-05-19"}
    assert {key(row.format.id) for row in answer.formats if row.waiting is not None} == late
    assert "f-stand" in {id for id, _, told in rows if not told} - late


def test_intermediary_instances_of_the_landkreis(answer: Participation) -> None:
    named = {key(row.instance.id) for row in answer.intermediaries}
    assert {"qb-ahornrath", "gwa-birkscheid"} <= named
    assert {id for (id,) in column("Committee", "id") if id.startswith("srk-")} <= named


@pytest.mark.skipif(not KARLSRUHE.is_dir(), reason="the council record of Karlsruhe is not here")
def test_a_council_record_knows_of_no_participation_and_that_is_unknown() -> None:
    found = cast(Participation, participation.ask(Network.of(read(KARLSRUHE).records)))
    assert not any(table.findings for table in found.tables())
    said = [text.de for text in found.unknown]
    assert any(text.startswith("Es sind keine Formate erfasst") for text in said)
    assert any(text.startswith("Es sind keine Zielgruppen erfasst") for text in said)
    assert found.robustness is None


@st.composite
def towns(draw: st.DrawFn) -> list[Record]:
    """Draw groups, areas within areas, formats, papers and organisations, tied by chance."""
    groups, areas = [f"g{i}" for i in range(draw(st.integers(1, 3)))], [f"s{i}" for i in range(draw(st.integers(1, 5)))]
    formats, papers = [f"f{i}" for i in range(draw(st.integers(0, 4)))], [f"d{i}" for i in range(3)]
    records: list[Record] = [
        *(node(TargetGroup, id) for id in groups),
        *(node(Sozialraum, id, kind="Quartier") for id in areas),
        *(node(Format, id) for id in formats),
        *(node(Document, id) for id in papers),
        # Somebody is active in an area of this kind, so that all areas of it count for themselves.
        node(Organisation, "o"),
        tie(ActiveIn, "o", areas[0]),
    ]
    for i, area in enumerate(areas[1:], start=1):
        if draw(st.booleans()):
            records.append(tie(PartOf, area, areas[draw(st.integers(0, i - 1))]))
    for cls, starts, ends in ((Reaches, formats, groups), (HeldIn, formats, areas)):
        records += [tie(cls, a, b) for a in starts for b in ends if draw(st.integers(0, 2)) == 0]
    records += [tie(Concerns, a, b) for a in papers for b in (*groups, *areas) if draw(st.integers(0, 2)) == 0]
    return records


@given(towns())
@settings(deadline=None, max_examples=60)
def test_each_combination_is_in_the_state_that_plain_sets_give(records: list[Record]) -> None:
    answer = cast(Participation, participation.ask(Network.of(records), AboutScope(robust=False)))
    ties: dict[str, set[Pair]] = defaultdict(set)
    for record in records:
        if isinstance(record, Tie):
            ties[record.verb].add((record.start, record.end))
    formats = {record.id for record in records if isinstance(record, Format)}

    def stands_for(area: str) -> set[str]:
        """Give the area, all around it and all within it."""
        found = {area}
        for steps in (ties["PART_OF"], {(end, start) for start, end in ties["PART_OF"]}):
            reached = {area}
            while more := {end for start, end in steps if start in reached} - reached:
                reached |= more
            found |= reached
        return found

    def of(verb: str) -> set[Pair]:
        groups = {(start, end) for start, end in ties["REACHES" if verb == "HELD_IN" else verb] if end.startswith("g")}
        areas = {(start, a) for start, end in ties[verb] if end.startswith("s") for a in stands_for(end)}
        return {(group, area) for start, group in groups for other, area in areas if start == other}

    def somewhere(area: str) -> set[str]:
        return {start for start, end in ties["HELD_IN"] if area in stands_for(end)}

    reached, concerned = of("HELD_IN"), of("CONCERNS")
    nowhere = formats - {start for start, _ in ties["HELD_IN"]}
    nobody = formats - {start for start, _ in ties["REACHES"]}
    unclear = {
        (group, area)
        for group, area in concerned - reached
        if nowhere & {start for start, end in ties["REACHES"] if end == group} or nobody & somewhere(area)
    }
    assert {(row.group.id, row.area.id) for row in answer.reached} == reached
    assert {(row.group.id, row.area.id) for row in answer.unclear} == unclear
    assert {(row.group.id, row.area.id) for row in answer.unreached} == concerned - reached - unclear
