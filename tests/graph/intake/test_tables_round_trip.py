"""Reading what was written gives the same records, whatever they hold."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from graph.exchange.tables import write_tables
from graph.exchange.workbook import write_workbook
from graph.intake.account import Account
from graph.intake.headings import made_id
from graph.intake.tables import read_tables
from schema.catalogue import Feature, features
from schema.nodes import NODES, Department, Node
from schema.record import Record
from schema.ties import TIES, Tie

# Neither surrogates nor NUL are text to the schema; an empty text reads as not set.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)
tricky = st.sampled_from(
    [
        *("a,b", "a;b", 'say "x"', "a|b", "a\\|b", "\\", "\r", "a\r\nb", "\n", " ", "ja", "0", "ß\u2028", "x;=1+1"),
        *(
            "=1+1",
            "'=1",
            "''",
            "'",
            "@a",
            "-1",
            "+49",
            "\t=1",
            "_x000D_",
            "\x07",
            "a\ufffe",
            "#N/A",
            "TRUE",
            "2024-01-31",
        ),
    ]
)
ids = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8)
SPECIAL: dict[str, st.SearchStrategy[Any]] = {
    "id": ids,
    "ags": st.from_regex(r"[0-9]{5}([0-9]{3})?", fullmatch=True),
    "ars": st.from_regex(r"[0-9]{12}", fullmatch=True),
    "geometry": st.just('{"type":"Point","coordinates":[7.2,53.3]}'),
    "year": st.integers(1900, 2200),
    "attitude": st.integers(-2, 2),
    "population": st.integers(0, 10**7),
    "value": st.floats(allow_nan=False, allow_infinity=False),
}
PLAIN: dict[type, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    date: st.dates(),
    float: st.floats(0, 1),
    int: st.integers(1, 5),
    str: texts | tricky,
}


def value(feature: Feature) -> st.SearchStrategy[Any]:
    if feature.name in SPECIAL:
        return SPECIAL[feature.name]
    if feature.choices:
        return st.sampled_from(feature.choices)
    one = PLAIN[feature.value]
    return st.lists(one, max_size=3).map(tuple) if feature.many else one


@st.composite
def values(draw: st.DrawFn, cls: type[Record]) -> dict[str, Any]:
    chosen = {f.name: draw(value(f)) for f in features(cls) if f.required or draw(st.booleans())}
    if "valid_from" in chosen and "valid_to" in chosen:
        chosen["valid_from"], chosen["valid_to"] = sorted((chosen["valid_from"], chosen["valid_to"]))
    return chosen


Writer = Callable[[Path, list[Record]], Path]


def as_tables(place: Path, records: list[Record]) -> Path:
    write_tables(place, records)
    return place


def as_workbook(place: Path, records: list[Record]) -> Path:
    return write_workbook(place / "netz.xlsx", records)


def there_and_back(write: Writer, records: list[Record]) -> tuple[list[Record], Account]:
    account = Account()
    with TemporaryDirectory() as place:
        return list(read_tables(write(Path(place), records), account)), account


writers = pytest.mark.parametrize("write", [as_tables, as_workbook])


@writers
@given(data=st.data(), cls=st.sampled_from(NODES))
@settings(deadline=None, max_examples=100)
def test_nodes_come_back_as_they_were(write: Writer, data: st.DataObject, cls: type[Node]) -> None:
    made = data.draw(st.lists(values(cls).map(cls.model_validate), max_size=4, unique_by=lambda node: node.id))
    back, account = there_and_back(write, list(made))
    assert account.oddities == ()
    assert {r.id: r for r in back} == {r.id: r for r in made}


@writers
@given(data=st.data(), cls=st.sampled_from(TIES), named=st.booleans())
@settings(deadline=None, max_examples=100)
def test_ties_come_back_as_they_were(write: Writer, data: st.DataObject, cls: type[Tie], named: bool) -> None:
    starts, ends = data.draw(st.sampled_from(cls.ends))
    first, second = data.draw(st.sampled_from(starts)), data.draw(st.sampled_from(ends))
    start, end = (
        data.draw(values(first).map(first.model_validate)),
        data.draw(values(second).map(second.model_validate)),
    )
    assume(start.id != end.id)
    fields = data.draw(values(cls)) | {"start": start.id, "end": end.id}
    tie = cls.model_validate(fields if named else fields | {"id": made_id(cls, fields)})
    back, account = there_and_back(write, [start, end, tie])
    assert account.oddities == ()
    assert {r.id: r for r in back if isinstance(r, Tie)} == {tie.id: tie}
    assert {r.id: r for r in back if isinstance(r, Node)} == {start.id: start, end.id: end}


@writers
@pytest.mark.parametrize("sign", ["a", "👩", "\x07", "_x0041_"])
def test_texts_longer_than_a_cell_come_back_whole(write: Writer, sign: str) -> None:
    long = Department(id="a", name="Amt", source="Plan", note=sign * 40_000, legal_basis="b")
    back, account = there_and_back(write, [long, Department(id="b", name="Amt", source="Plan", note="kurz")])
    assert account.oddities == ()
    assert back[0] == long


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    evil = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|=1", '=HYPERLINK("http://example.org")']
    units = [Department(id=text.strip() + "i", name=text, source="=x", note=text) for text in evil]
    write_tables(tmp_path, units)
    with (tmp_path / "Department.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert len(cells) == 4 * (1 + len(evil))
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    book = load_workbook(write_workbook(tmp_path / "x.xlsx", units))
    assert book.sheetnames == ["Department", "Herkunft"]
    assert {cell.data_type for sheet in book for row in sheet for cell in row} == {"s"}


def test_the_same_records_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    units = [Department(id=f"a{n}", name=f"Amt {n}", source="Plan") for n in range(5)]
    write_tables(tmp_path / "one", units)
    write_tables(tmp_path / "two", reversed(units))
    expected = "id,name,source\n" + "".join(f"a{n},Amt {n},Plan\n" for n in range(5))
    assert (tmp_path / "one" / "Department.csv").read_text() == expected
    assert (tmp_path / "two" / "Department.csv").read_text() == expected
