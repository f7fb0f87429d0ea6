"""The story that README.md of the Landkreis tells is in its tables; counted here by hand, not by the questions."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from examples.landkreis import __main__ as landkreis
from graph.intake.account import Account
from graph.intake.tables import read_tables
from schema.nodes import (
    Committee,
    Department,
    Document,
    Indicator,
    Kommune,
    Note,
    Organisation,
    Person,
    Sozialraum,
    TargetGroup,
)
from schema.record import Record, Visibility
from schema.ties import Measured, PartOf, Tie

Ties = dict[str, list[tuple[str, str]]]


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return list(read_tables(Path(landkreis.__file__).parent, Account()))


@pytest.fixture(scope="module")
def ties(records: list[Record]) -> Ties:
    found: Ties = {}
    for tie in records:
        if isinstance(tie, Tie):
            found.setdefault(tie.verb, []).append((key(tie.start), key(tie.end)))
    return found


def key(id: str) -> str:
    return id.removeprefix("musterkreis/")


def keys(records: Iterable[Record], *types: type[Record]) -> set[str]:
    return {key(record.id) for record in records if isinstance(record, types)}


def areas(records: list[Record]) -> set[str]:
    return {key(r.id) for r in records if isinstance(r, Sozialraum) and r.kind == "Sozialraum"}


def test_sozialraeume_without_actors(records: list[Record], ties: Ties) -> None:
    assert areas(records) - {end for _, end in ties["ACTIVE_IN"]} == {"sr-falkenlohe"}


def test_sozialraeume_without_a_link_upwards(records: list[Record], ties: Ties) -> None:
    """No actor of the area is an office or a body, works with one or sits in one."""
    offices = keys(records, Department, Committee)
    tied = {pair for verb in ("COOPERATES_WITH", "MEMBER_OF", "REPORTS_TO", "COUNTERPART_OF") for pair in ties[verb]}
    linked = {start for start, end in tied if end in offices} | {end for start, end in tied if start in offices}
    reached = {area for actor, area in ties["ACTIVE_IN"] if actor in offices | linked}
    assert areas(records) - reached == {"sr-falkenlohe", "sr-ellerbrueck", "sr-grauwinkel"}


def test_sozialraeume_without_a_conference(records: list[Record], ties: Ties) -> None:
    met = {end for start, end in ties["ACTIVE_IN"] if start.startswith("srk-")}
    assert areas(records) - met == {"sr-ahornrath-west", "sr-ellerbrueck", "sr-falkenlohe", "sr-grauwinkel"}


def test_gemeinden_without_counterpart(records: list[Record], ties: Ties) -> None:
    part_of = dict(ties["PART_OF"])
    known = {part_of[end] for _, end in ties["COUNTERPART_OF"]}
    gemeinden = keys(records, Kommune) - {"kreis"}
    assert gemeinden - known == {"falkenlohe", "grauwinkel", "kirschbaumen"}


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("abt-51-1", "abt-53-2", {"sr-ahornrath-mitte", "sr-ahornrath-ost", "sr-birkscheid-nord", "zg-familien"}),
        ("abt-50-3", "abt-54-2", {"sr-ahornrath-west", "sr-hollerbeck", "sr-kirschbaumen", "zg-aeltere"}),
    ],
)
def test_the_two_planted_gaps(ties: Ties, one: str, other: str, shared: set[str]) -> None:
    things = {unit: {e for s, e in ties["ACTIVE_IN"] + ties["RESPONSIBLE_FOR"] if s == unit} for unit in (one, other)}
    assert shared <= things[one] & things[other]
    pairs = {frozenset(pair) for found in ties.values() for pair in found}
    assert frozenset((one, other)) not in pairs


def test_heads_of_the_planning_round_without_dialogue(records: list[Record], ties: Ties) -> None:
    named = {start for start, end in ties["TAKES_PART"] if end == "runde" and start.startswith("amt-")}
    heads = {person for person, unit in ties["LEADS"] if unit in named}
    talked = {start for start, end in ties["COOPERATES_WITH"] if end == "isp"}
    talked |= {end for start, end in ties["COOPERATES_WITH"] if start == "isp"}
    assert heads <= keys(records, Person)
    assert len(heads) == 7
    assert heads - talked == {"l-53", "l-54", "l-61"}


def test_fachplanungen_under_one_dezernat(ties: Ties) -> None:
    part_of = dict(ties["PART_OF"])
    found: Counter[str] = Counter()
    for unit, task in ties["RESPONSIBLE_FOR"]:
        if task.startswith("fp-"):
            while not unit.startswith("dez-"):
                unit = part_of[unit]
            found[unit] += 1
    assert found == {"dez-3": 4, "dez-4": 3, "dez-5": 1}


def test_target_groups_that_no_format_reaches(records: list[Record], ties: Ties) -> None:
    reached = {group for start, group in ties["REACHES"] if start.startswith("f-")}
    assert keys(records, TargetGroup) - reached == {"zg-pflegende", "zg-behinderung", "zg-arbeitslose"}


def test_the_paper_that_reaches_no_body(records: list[Record], ties: Ties) -> None:
    papers = {key(r.id) for r in records if isinstance(r, Document) and r.kind == "Vorlage"}
    assert papers - {paper for paper, _ in ties["CONSULTED_IN"]} == {"vorlage-sprache"}


def test_the_conference_that_is_heard_and_gets_no_answer(ties: Ties) -> None:
    upwards = {start for start, end in ties["REPORTS_TO"] if end == "isp" and start.startswith("srk-")}
    downwards = {end for start, end in ties["MEMBER_OF"] + ties["COOPERATES_WITH"] if start == "isp"}
    assert upwards - downwards == {"srk-kirschbaumen"}


def test_schulbezirke_cut_across_and_pflegeregionen_do_not(ties: Ties) -> None:
    parts = Counter((area, other.split("-")[0]) for area, other in ties["OVERLAPS"] if area.startswith("sr-"))
    assert {number for (_, kind), number in parts.items() if kind == "pr"} == {1}
    assert max(number for (_, kind), number in parts.items() if kind == "sb") > 1


def test_there_is_one_agency_and_contacts_are_of_the_last_year(records: list[Record]) -> None:
    assert [key(r.id) for r in records if isinstance(r, Department) and r.agency] == ["isp"]
    last = [r.last_contact for r in records if hasattr(r, "last_contact") and r.last_contact]
    assert max(last) <= date(2026, 6, 30)
    recent = [day for day in last if day > date(2025, 6, 30)]
    assert len(recent) / len(last) == pytest.approx(1, abs=0.05)


def test_organisations_of_the_sozialraeume_stand_outside_the_administration(records: list[Record]) -> None:
    inside = [key(r.id) for r in records if isinstance(r, Organisation) and not r.external]
    assert sorted(inside) == ["fraktion-land", "fraktion-mitte", "fraktion-morgen", "jobcenter"]


def test_the_round_decided_and_gave_two_tasks(records: list[Record], ties: Ties) -> None:
    notes = {key(record.id): record for record in records if isinstance(record, Note)}
    assert {start for start, end in ties["CONCERNS"] if end == "runde"} == set(notes)
    assert sorted(str(note.kind) for note in notes.values()) == ["Aufgabe", "Aufgabe", "Entscheidung"]
    tasks = [note for note in notes.values() if note.kind == "Aufgabe"]
    assert {key(note.id) for note in tasks if note.done_on} == {"v-kennzahlen"}
    assert sorted(ties["ASSIGNED_TO"]) == [("v-gespraeche", "isp"), ("v-kennzahlen", "abt-61-2")]
    assert {note.visibility for note in notes.values()} == {Visibility.INTERNAL}


def test_need_has_grown_where_the_burden_is_heavy_and_fallen_where_it_is_light(records: list[Record]) -> None:
    high_is_need = {record.id: record.high_is_need for record in records if isinstance(record, Indicator)}
    area = {tie.start: key(tie.end) for tie in records if isinstance(tie, PartOf)}
    grown = defaultdict[tuple[str, str], float](float)
    for value in (record for record in records if isinstance(record, Measured)):
        sign = 1 if high_is_need[value.start] else -1
        grown[area[value.end], value.start] += {2025: sign, 2022: -sign}[value.year] * value.value
    early = {record.start for record in records if isinstance(record, Measured) and record.year == 2022}
    assert len(early) == 8
    for name, way in (("sr-falkenlohe", 1), ("sr-grauwinkel", 1), ("sr-kirschbaumen", -1)):
        assert all(way * grown[name, indicator] > 0 for indicator in early)
