"""The example municipalities hold what their source says, and what is invented says so."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from examples.emden import __main__ as emden
from examples.landkreis import __main__ as landkreis
from examples.patterns import __main__ as patterns
from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from schema.nodes import Department, Document, Indicator, Kommune, Node, Person, Process, Raumzuschnitt, Sozialraum
from schema.record import Record, Visibility
from schema.ties import BelongsTo, CooperatesWith, InterestedIn, Measured, Tie
from schema.validation import check_ends

HERE = Path(landkreis.__file__).parents[1]
PATTERNS = ("jena", "lk-zwickau", "lk-pinneberg", "emden-fuehrung", "lk-soemmerda", "lk-vorpommern-greifswald")
FOLDERS = ("landkreis", "emden", *(f"patterns/{name}" for name in PATTERNS))


def read(folder: str) -> list[Record]:
    account = Account()
    records = list(read_tables(HERE / folder, account))
    assert account.oddities == ()
    return records


def tables(directory: Path) -> dict[str, bytes]:
    return {str(path.relative_to(directory)): path.read_bytes() for path in directory.rglob("*.csv")}


def write_patterns(directory: Path) -> None:
    for made in patterns.make():
        made.write(directory / made.name)


@pytest.mark.parametrize(
    ("folder", "write"),
    [
        ("landkreis", lambda directory: landkreis.make().write(directory)),
        ("emden", lambda directory: emden.make().write(directory)),
        ("patterns", write_patterns),
    ],
)
def test_the_script_makes_the_tables_that_are_kept(tmp_path: Path, folder: str, write: Callable[[Path], None]) -> None:
    write(tmp_path)
    assert tables(tmp_path) == tables(HERE / folder)


@pytest.mark.parametrize("folder", FOLDERS)
def test_tables_read_without_oddity_and_ties_join_what_they_may(folder: str) -> None:
    records = read(folder)
    nodes = {record.id: type(record) for record in records if isinstance(record, Node)}
    check_ends([record for record in records if isinstance(record, Tie)], nodes)
    assert len({record.id for record in records}) == len(records)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_record_says_whether_it_is_told_or_invented(folder: str) -> None:
    sources = {record.source for record in read(folder)}
    told = {"Fachtag Integrierte Planung (Forum I)", "Fachtag Integrierte Planung (Forum III)"}
    assert all(source in told or source.startswith("erfunden") for source in sources)
    assert any(source.startswith("erfunden") for source in sources)


@pytest.mark.parametrize("folder", FOLDERS)
def test_persons_are_invented_and_say_why_they_are_kept(folder: str) -> None:
    for person in (record for record in read(folder) if isinstance(record, Person)):
        assert person.name.split()[-1].startswith("Muster")
        assert person.source.startswith("erfunden")
        assert person.legal_basis
        assert person.purpose
        assert person.retention_until


@pytest.mark.parametrize("folder", FOLDERS)
def test_opinions_about_actors_are_internal(folder: str) -> None:
    opinions = [
        record
        for record in read(folder)
        if isinstance(record, InterestedIn) or (isinstance(record, CooperatesWith) and record.trust)
    ]
    assert {record.visibility for record in opinions} <= {Visibility.INTERNAL}


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_kommune_bears_an_official_key(folder: str) -> None:
    assert {record.ags for record in read(folder) if isinstance(record, Kommune)} == {None}


def test_the_kreis_has_the_counts_that_the_source_names() -> None:
    records = read("landkreis")
    kinds = [record.kind for record in records if isinstance(record, Kommune)]
    places = {record.id for record in records if isinstance(record, Sozialraum) and record.kind == "Wohnplatz"}
    values = [record for record in records if isinstance(record, Measured)]
    assert kinds.count("kreisangehörige Gemeinde") == 8
    assert len(places) == 81
    assert len([record for record in records if isinstance(record, Indicator)]) == 28
    assert len([value for value in values if value.year == 2025]) == 28 * 81
    assert {value.end for value in values} == places
    division = next(record for record in records if isinstance(record, Raumzuschnitt) and "81" in record.name)
    assert division.source == "Fachtag Integrierte Planung (Forum III)"
    assert {r.start for r in records if isinstance(r, BelongsTo) and r.end == division.id} == places


def test_the_readme_of_the_kreis_counts_right() -> None:
    records = read("landkreis")
    nodes = sum(isinstance(record, Node) for record in records)
    text = (HERE / "landkreis" / "README.md").read_text(encoding="utf-8")
    assert f"{nodes} Knoten, {len(records) - nodes} Verbindungen" in text


def test_the_town_has_the_sozialraeume_of_the_source() -> None:
    areas = [record for record in read("emden") if isinstance(record, Sozialraum) and record.kind == "Sozialraum"]
    assert len(areas) == 52


@pytest.fixture(scope="module")
def town() -> Network:
    return Network.of(read("emden"))


def holds(network: Network, key: str) -> bool:
    return f"emden/{key}" in network.index


@pytest.mark.parametrize(
    ("day", "there", "not_there"),
    [
        (date(2014, 6, 30), "", "sozialplanung lenkungsgruppe bildung-leben basisbericht fd-integriert"),
        (date(2015, 6, 30), "sozialplanung lenkungsgruppe", "bildung-leben basisbericht fd-integriert"),
        (date(2017, 12, 31), "sozialplanung lenkungsgruppe bildung-leben basisbericht", "fd-integriert"),
        (date(2026, 6, 30), "lenkungsgruppe bildung-leben basisbericht fd-integriert", "sozialplanung"),
    ],
)
def test_the_town_differs_from_date_to_date(town: Network, day: date, there: str, not_there: str) -> None:
    then = town.at(day)
    assert [key for key in there.split() if not holds(then, key)] == []
    assert [key for key in not_there.split() if holds(then, key)] == []


def test_the_fachbereiche_have_no_contact_before_the_staff_unit(town: Network) -> None:
    then = town.at(date(2014, 6, 30))
    own = {"fd-orga": 1, "fd-finanzen": 1, "fd-planung": 3, "fd-umwelt": 3, "fd-sozial": 5, "fd-gesundheit": 5}
    own |= {"fd-senioren": 5, "fd-jugend": 6, "fd-hilfen": 6, "fd-schule": 6}
    units = then.of_type(Department)
    pairs = [
        (then.ids[then.start[j]].removeprefix("emden/"), then.ids[then.end[j]].removeprefix("emden/"))
        for j in range(then.m)
        if then.with_verb(CooperatesWith)[j] and units[then.start[j]] and units[then.end[j]]
    ]
    assert len(pairs) == 6
    assert all(own[one] == own[other] for one, other in pairs)


def test_programmes_and_report_bear_the_years_of_the_source() -> None:
    records = read("emden")
    begun = {r.name: r.valid_from.year for r in records if isinstance(r, Process) and r.valid_from}
    assert sorted(begun.values()) == [2016, 2017]
    assert set(begun) == {"Bildung integriert", "Kommunale Koordinierung der Bildungsangebote für Neuzugewanderte"}
    report = next(record for record in records if isinstance(record, Document) and record.name == "Basisbericht 2017")
    assert report.dated is not None
    assert report.dated.year == 2017


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_is_small_and_wholly_invented(name: str) -> None:
    records = read(f"patterns/{name}")
    assert 10 <= sum(isinstance(record, Node) for record in records) <= 25
    assert all(record.source.startswith("erfunden: eigene Illustration") for record in records)
