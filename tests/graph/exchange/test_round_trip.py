"""Export, then import: the same records, whatever they hold, in each of the formats that promise it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from graph.exchange.formats import FORMATS
from graph.exchange.workbook import write_workbook
from graph.intake.account import Account
from graph.intake.tables import read_tables
from schema.nodes import Committee, Department, Indicator, Kommune, Node, Organisation, Person, Sozialraum
from schema.record import Record
from schema.ties import CooperatesWith, Measured, MemberOf, PartOf, ReportsTo
from tests.graph.exchange.exporting import there_and_back
from tests.strategies import WIDEST_INT, whole_sets

WHOLE = [name for name, made in FORMATS.items() if made.whole]
TABLES = ("csv", "xlsx")
"""Formats with cells, in which a text that is empty is a field that is not set."""
SEVERAL = settings(
    max_examples=5, deadline=None, phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck)
)
"""Without shrinking: a set of all types is large, and making it smaller takes minutes."""

HOSTILE = (
    "\\u0027) DETACH DELETE n //",
    "\\\\u0027",
    "x\\",
    "'; MATCH (n) DETACH DELETE n; //",
    "\\u005cu0027",
    "a\nb\r\nc\td",
    "_x0007_ _x005F_ \x07\x00"[:-1],
    "\ufffe\uffff\x1f\x7f\x85\u2028",
    "]]>&amp;<!--'\"-->",
    "] AS row MATCH (n) DETACH DELETE n;",
    "=1+1",
    "{id: 'x'}",
    "👩‍👩‍👧 Ä ß",
    "// Kommentar",
    ":exit",
)
"""What breaks out of quotation marks, comments, elements and cells, where these are not written with care."""


def spelled(records: list[Record] | tuple[Record, ...]) -> dict[str, str]:
    return {f"{isinstance(r, Node)} {r.id}": f"{type(r).__name__} {r.model_dump_json()}" for r in records}


def without_empty_texts(record: Record) -> Record:
    """Give a record as cells can tell it."""
    return type(record).model_validate({k: v for k, v in record.properties().items() if v != ""})


def hostile_records() -> list[Record]:
    town = Kommune(id="k", source="s", name="K", ags="05378000", population=WIDEST_INT)
    made: list[Record] = [
        town,
        Person(id="p", source="s", name="P", functions=("a|b", "c\\", "\\u0027", "'"), title="1"),
    ]
    for number, text in enumerate(HOSTILE):
        id = f"{number} " + "".join(char for char in text if ord(char) > 0x1F)
        made.append(Department(id=id, source=text, name=text, note=text, number=text))
        made.append(PartOf(id=f"t{id}", source=text, start=id, end="k", rule=text))
    return made


@pytest.mark.parametrize("name", WHOLE)
def test_hostile_texts_come_back_as_they_were(name: str, tmp_path: Path) -> None:
    records = hostile_records()
    back = there_and_back(tmp_path, name, records)
    assert back.account.oddities == ()
    assert spelled(back.records) == spelled(records)


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@pytest.mark.parametrize("name", WHOLE)
@SEVERAL
@given(records=whole_sets())
def test_every_value_of_every_type_comes_back(name: str, records: list[Record]) -> None:
    with TemporaryDirectory() as folder:
        back = there_and_back(Path(folder), name, records)
    assert back.account.oddities == ()
    if name in TABLES:
        records = [without_empty_texts(record) for record in records]
    assert spelled(back.records) == spelled(records)


@pytest.mark.parametrize("name", WHOLE)
def test_numbers_keep_every_bit(name: str, tmp_path: Path) -> None:
    values = (0.1, 1e-5, 1.7976931348623157e308, 5e-324, -2.5, 3.0, 1e22)
    records: list[Record] = [Indicator(id="i", source="s", name="I"), Sozialraum(id="r", source="s", name="R")]
    records += [
        Measured(id=f"m{n}", source="s", start="i", end="r", year=2000 + n, value=value)
        for n, value in enumerate(values)
    ]
    back = there_and_back(tmp_path, name, records)
    assert {r.id: r.value.hex() for r in back.of(Measured)} == {f"m{n}": v.hex() for n, v in enumerate(values)}


@pytest.mark.parametrize("name", WHOLE)
def test_an_empty_network_is_exported_and_holds_nothing(name: str, tmp_path: Path) -> None:
    if name in TABLES:
        pytest.skip("a file without any table names no kind of source")
    assert there_and_back(tmp_path, name, []).records == ()


@pytest.mark.parametrize("name", WHOLE)
def test_parallel_ties_and_nodes_of_the_same_name_stay_apart(name: str, tmp_path: Path) -> None:
    records: list[Record] = [
        Organisation(id="a", source="s", name="Verein"),
        Organisation(id="b", source="s", name="Verein"),
        Committee(id="c", source="s", name="Rat"),
        *(MemberOf(id=f"m{n}", source="s", start="a", end="c", role=f"Rolle {n}") for n in range(3)),
        CooperatesWith(id="x", source="s", start="a", end="b"),
        CooperatesWith(id="y", source="s", start="b", end="a"),
    ]
    assert spelled(there_and_back(tmp_path, name, records).records) == spelled(records)


def test_a_whole_number_that_excel_would_round_comes_back_as_it_was(tmp_path: Path) -> None:
    tie = ReportsTo(id="t", source="x", start="a", end="b", derived=True, count=241_673_939_473_584_992)
    records: list[Record] = [Department(id="a", source="x", name="A"), Committee(id="b", source="x", name="B"), tie]
    write_workbook(tmp_path / "a.xlsx", records)
    assert {record.id: record for record in read_tables(tmp_path / "a.xlsx", Account())}["t"] == tie
