"""Published networks: what comes out is counted in the files themselves, or stands in the literature on them.

All counts: R 4.2.2 on the same files; for emon they are those of the data set `emon` in R's package network as well.
"""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from graph.intake.readers import reader_of
from graph.intake.sources import Source
from schema.levels import Level
from schema.nodes import Committee, Organisation, Person
from schema.ties import CooperatesWith, MemberOf
from tests.graph.intake.reading import DATA
from tests.graph.intake.test_networks import network, told

NETWORKS = DATA.parent / "networks"
pytestmark = pytest.mark.skipif(not NETWORKS.is_dir(), reason="the published networks are not here")


@pytest.mark.parametrize("name", ["chemnet", "emon", "krackhardt", "ceos-clubs"])
def test_a_folder_of_relations_is_known_for_a_network(name: str) -> None:
    assert reader_of(Source.at(NETWORKS / name)).name == "network"


def test_chemnet_is_four_relations_and_the_committees() -> None:
    reading = network(NETWORKS / "chemnet")
    relations = Counter(tie.note for tie in reading.of(CooperatesWith))
    assert relations == {"infrep": 296 - 13, "pol": 342, "scifrom": 186 - 1, "scito": 189}
    assert {tie.strength for tie in reading.of(CooperatesWith)} == {None}
    groups = Counter(node.group for node in reading.of(Organisation))
    assert groups == {"gov": 11, "ig": 7, "sci": 6, "par": 3, "io": 3}
    assert {node.level for node in (*reading.of(Organisation), *reading.of(Committee))} == {Level.UNKNOWN}
    assert len(reading.of(Committee)) == 20
    assert [odd[0] for odd in told(reading)] == ["no-memberships", "self-loop", "self-loop"]
    assert len({record.id for record in reading.records}) == len(reading.records)


@pytest.mark.parametrize("source", ["chemnet", "chemnet/chemnet__committee.csv"])
def test_of_435_pairs_of_chemnet_288_share_a_committee_and_none_more_than_13(source: str) -> None:
    reading = network(NETWORKS / source)
    sits: dict[str, set[str]] = {node.id: set() for node in reading.of(Organisation)}
    for tie in reading.of(MemberOf):
        sits[tie.start].add(tie.end)
    shared = [len(sits[a] & sits[b]) for a, b in combinations(sits, 2)]
    assert (len(shared), sum(n > 0 for n in shared), max(shared)) == (435, 288, 13)
    assert len(reading.of(MemberOf)) == 180


@pytest.mark.parametrize(
    ("file", "nodes", "ties", "frequencies", "groups"),
    [
        ("Texas", 25, 186, {1: 106, 2: 13, 3: 40, 4: 27}, {"County": 13, "State": 6, "Private": 3, "City": 2}),
        ("Cheyenne", 14, 83, {1: 52, 2: 9, 3: 15, 4: 7}, {"Private": 4, "State": 3, "County": 3, "City": 2}),
        ("MtSi", 13, 33, {1: 23, 2: 2, 3: 8}, {"Private": 7, "State": 3, "County": 2}),
    ],
)
def test_emon_keeps_sponsorship_as_group_and_frequency_as_it_stands(
    file: str, nodes: int, ties: int, frequencies: dict[int, int], groups: dict[str, int]
) -> None:
    reading = network(NETWORKS / "emon" / f"emon_{file}__edges.csv")
    assert (len(reading.of(Organisation)), len(reading.of(CooperatesWith))) == (nodes, ties)
    assert Counter(tie.frequency for tie in reading.of(CooperatesWith)) == {str(k): n for k, n in frequencies.items()}
    assert {tie.strength for tie in reading.of(CooperatesWith)} == {None}, "in emon 1 is the most frequent"
    counted = Counter(node.group for node in reading.of(Organisation))
    assert counted["Federal"] == 1
    assert groups.items() <= counted.items()
    assert reading.account.refused == 0


def test_krackhardt_is_190_ties_of_advice_and_20_reports_over_the_same_21() -> None:
    reading = network(NETWORKS / "krackhardt", nodes="Person")
    assert Counter(tie.note for tie in reading.of(CooperatesWith)) == {"ht_advice": 190, "ht_reports": 20}
    people = reading.of(Person)
    assert Counter(node.group for node in people) == {"0": 1, "1": 5, "2": 8, "3": 3, "4": 4}
    assert {node.level for node in people} == {Level.UNKNOWN}
    odd = [(o.code, o.field, o.message.en) for o in reading.account.oddities if o.code == "unknown-level"]
    assert [code for code, *_ in odd] == ["unknown-level"] * 3
    assert [n for n in (16, 4, 1) if any(f"nodes: {n})" in message for *_, message in odd)] == [16, 4, 1]


def test_levels_of_krackhardt_group_where_they_are_asked_to() -> None:
    reading = network(NETWORKS / "krackhardt" / "ht_reports__edges.csv", {"group": "level", "level": ""})
    assert Counter(node.group for node in reading.of(Organisation)) == {"1": 1, "2": 4, "3": 16}
    assert len(reading.of(CooperatesWith)) == 20


@pytest.mark.parametrize(
    ("file", "persons", "bodies", "ties"),
    [("ceos_clubs", 26, 15, 98), ("brunson_corporate_leadership", 20, 24, 99)],
)
def test_persons_belong_to_clubs_and_firms_whichever_way_the_rows_are_written(
    file: str, persons: int, bodies: int, ties: int
) -> None:
    reading = network(NETWORKS / "ceos-clubs" / f"{file}__edges.csv", nodes="Person")
    assert (len(reading.of(Person)), len(reading.of(Committee)), len(reading.of(MemberOf))) == (persons, bodies, ties)
    assert {tie.start.split("/")[1] for tie in reading.of(MemberOf)}.isdisjoint({"committee"})
    assert reading.of(CooperatesWith) == []
    assert reading.account.refused == 0


def test_a_read_tie_stands_in_the_file_as_it_runs() -> None:
    """Direction: the Cheyenne file says who named whom, and so must the ties."""
    file = NETWORKS / "emon" / "emon_Cheyenne__edges.csv"
    stated = {tuple(line.replace('"', "").split(",")[:2]) for line in file.read_text("utf-8").splitlines()[1:]}
    ties = network(file).of(CooperatesWith)
    assert {(tie.start.split("/", 1)[1], tie.end.split("/", 1)[1]) for tie in ties} == stated


def test_nothing_else_among_the_data_is_taken_for_a_network() -> None:
    others = [path for path in DATA.parent.rglob("*.csv") if NETWORKS not in Path(path).parents]
    assert others
    reader = reader_of(Source.at(NETWORKS / "emon"))
    assert [path for path in others if reader.recognises(Source.at(path))] == []
