"""Workbooks as offices keep them, and as nobody should, made here with openpyxl or by hand."""

import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment

from graph.intake.account import Account
from graph.intake.readers import reader_of
from graph.intake.sources import Source
from graph.intake.tables import TablesReader, read_tables
from schema.catalogue import NODE_TYPES, TIE_TYPES
from schema.errors import InputError, Oddity
from schema.nodes import Department, Document, Kommune, Node, Person
from schema.record import Record
from schema.ties import Tie

LOR = Path(__file__).parents[4] / "shared" / "data" / "geo" / "berlin-lor" / "LOR-Schluesselsystematik"
HEAD = ["Kennung", "Name", "Quelle"]
UNITS = [HEAD, ["a", "Jugendamt", "Plan"], ["b", "Sozialamt", "Plan"]]
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def workbook(
    path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]], then: Callable[[Workbook], None] | None = None
) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if then:
        then(book)
    book.save(path)
    return path


def with_sheet(path: Path, xml: str, name: str = "Department") -> Path:
    """Put XML in the place of the only sheet of a workbook."""
    plain = workbook(path.with_name("plain.xlsx"), {name: UNITS})
    with ZipFile(plain) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            sheet = entry.filename == "xl/worksheets/sheet1.xml"
            new.writestr(entry.filename, xml if sheet else old.read(entry.filename))
    return path


def read(path: Path) -> tuple[list[Record], list[tuple[str, str, bool]]]:
    account = Account()
    records = list(read_tables(path, account))
    assert all(isinstance(o, Oddity) and o.message.de != o.message.en for o in account.oddities)
    return records, [(o.code, o.place, o.refused) for o in account.oddities]


def names(records: list[Record]) -> list[str]:
    return [record.name for record in records if isinstance(record, Node)]


@pytest.mark.parametrize("name", ["Department", "Verwaltungseinheit", "VERWALTUNGSEINHEITEN", "departments (2)"])
def test_a_sheet_is_known_by_its_type_label_or_plural(tmp_path: Path, name: str) -> None:
    path = workbook(tmp_path / "Stadt.XLSX", {name: UNITS})
    assert TablesReader().recognises(Source.at(path))
    records, odd = read(path)
    assert (names(records), odd) == (["Jugendamt", "Sozialamt"], [])


def test_every_type_has_a_sheet_name_that_excel_allows_in_both_languages() -> None:
    words = [cls.label for cls in TIE_TYPES.values()] + [cls.plural for cls in NODE_TYPES.values()]
    assert all(len(word.lang(lang)) <= 31 for word in words for lang in ("de", "en"))
    assert not set("".join(word.de + word.en for word in words)) & set("[]:*?/\\")


def test_ties_find_their_ends_whatever_the_order_of_the_sheets(tmp_path: Path) -> None:
    ties = [["von", "nach", "Quelle"], ["p", "a", "x"]]
    people = [["Kennung", "Name", "Quelle"], ["p", "Ada", "x"]]
    records, odd = read(workbook(tmp_path / "x.xlsx", {"arbeitet in": ties, "Personen": people, "Department": UNITS}))
    assert [r.id for r in records if isinstance(r, Tie)] == ["WORKS_IN|p|a"]
    assert odd == []


def test_hidden_sheets_are_named_and_not_read_nor_are_those_of_no_type(tmp_path: Path) -> None:
    def hide(book: Workbook) -> None:
        book["Personen"].sheet_state = "hidden"
        book["Gremien"].sheet_state = "veryHidden"

    sheets = {"Personen": UNITS, "Gremien": UNITS, "Notizen": UNITS, "Department": UNITS, "Anleitung": UNITS}
    records, odd = read(workbook(tmp_path / "x.xlsx", sheets, hide))
    assert {type(r) for r in records} == {Department}
    assert odd == [("hidden-sheet", "", False)] * 2 + [("unknown-table", "", True)]


def test_titles_above_and_cells_merged_over_rows(tmp_path: Path) -> None:
    def merge(book: Workbook) -> None:
        book["Department"].merge_cells("A1:C1")
        book["Department"].merge_cells("C4:C5")

    rows: list[list[Any]] = [
        ["Stellenplan", None, None],
        [],
        HEAD,
        ["a", "Jugendamt", "Plan"],
        ["b", "Sozialamt"],
        ["c", "Schulamt"],
    ]
    records, odd = read(workbook(tmp_path / "x.xlsx", {"Department": rows}, merge))
    assert [(r.id, r.source) for r in records] == [("a", "Plan"), ("b", "Plan"), ("c", "x.xlsx/Department")]
    assert odd == []


def test_dates_numbers_and_lost_zeros_are_read_as_they_are_meant(tmp_path: Path) -> None:
    town: list[list[Any]] = [
        ["Kennung", "Name", "AGS", "ARS", "Bevölkerung"],
        [7, "Ort", 1001000, 10010000000, 89504.0],
    ]
    paper: list[list[Any]] = [
        ["id", "name", "dated", "in_force_from", "note"],
        ["d", "Satzung", date(2024, 2, 1), "1.3.2024", 4.5],
    ]
    records, odd = read(workbook(tmp_path / "x.xlsx", {"Kommunen": town, "Dokumente": paper}))
    (place,) = (r for r in records if isinstance(r, Kommune))
    assert (place.id, place.ags, place.ars, place.population) == ("7", "01001000", "010010000000", 89504)
    (document,) = (r for r in records if isinstance(r, Document))
    assert (document.dated, document.in_force_from, document.note) == (date(2024, 2, 1), date(2024, 3, 1), "4.5")
    assert odd == [("leading-zero", "2", False)] * 2


def test_a_formula_counts_by_its_stored_value_and_is_named_where_there_is_none(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", {"Department": [HEAD, ["a", "=1+1", "x"], ["b", "Amt", "=A1"]]})
    records, odd = read(path)
    assert [(r.id, r.source) for r in records] == [("b", "x.xlsx/Department")]
    assert [o for o in odd if o[0] != "invalid-field"] == [
        ("formula-without-value", "B2", False),
        ("formula-without-value", "C3", False),
    ]
    cells = (
        '<c r="A2" t="str"><f>"a"</f><v>a</v></c><c r="B2" t="str"><f>A2</f><v>Amt</v></c>'
        '<c r="C2" t="e"><v>#REF!</v></c>'
    )
    head = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in HEAD)
    xml = f'<worksheet {MAIN}><sheetData><row r="1">{head}</row><row r="2">{cells}</row></sheetData></worksheet>'
    records, odd = read(with_sheet(tmp_path / "y.xlsx", xml))
    assert names(records) == ["Amt"]
    assert odd == [("error-value", "C2", False)]


def test_one_sheet_that_cannot_be_read_does_not_take_the_others_along(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", {"Department": UNITS, "Personen": [HEAD, ["p", "Ada", "x"]]})
    with ZipFile(path) as old, ZipFile(tmp_path / "y.xlsx", "w") as new:
        for entry in old.infolist():
            content = old.read(entry.filename)
            new.writestr(entry.filename, content[:200] if entry.filename.endswith("sheet1.xml") else content)
    records, odd = read(tmp_path / "y.xlsx")
    assert [type(r) for r in records] == [Person]
    assert odd == [("damaged", "", True)]


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<worksheet {MAIN}><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
)
FILE = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet {MAIN}><sheetData>&a;</sheetData></worksheet>'
FAR = f'<worksheet {MAIN}><sheetData><row r="2000000000"><c><v>1</v></c></row></sheetData></worksheet>'
WIDE = f'<worksheet {MAIN}><sheetData><row r="1">{"<c><v>1</v></c>" * 20_000}</row></sheetData></worksheet>'
DEEP = f"<worksheet {MAIN}>{'<a>' * 50_000}{'</a>' * 50_000}</worksheet>"
LONG = f'<worksheet {MAIN}><sheetData><row r="1"><c t="str"><v>{"a" * 2_000_000}</v></c></row></sheetData></worksheet>'


@pytest.mark.parametrize(
    "xml", [BOMB, FILE, FAR, WIDE, DEEP, LONG], ids=["bomb", "file", "far", "wide", "deep", "long"]
)
def test_what_is_no_honest_sheet_is_refused_in_bounded_memory(tmp_path: Path, xml: str) -> None:
    path = with_sheet(tmp_path / "x.xlsx", xml)
    tracemalloc.start()
    try:
        records, odd = read(path)
    except InputError as error:
        records, odd = [], [(o.code, o.place, o.refused) for o in error.oddities]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert records == []
    assert [o[2] for o in odd] == [True]
    assert peak < 64 * 1024 * 1024


def test_a_phantom_sheet_costs_no_memory(tmp_path: Path) -> None:
    head = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in HEAD)
    row = '<c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>Amt</t></is></c>'
    xml = (
        f'<worksheet {MAIN}><dimension ref="A1:XFD1048576"/><sheetData><row r="1">{head}</row><row r="2">{row}</row>'
        '<row r="3"><c r="XFD3" s="0"/></row><row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData></worksheet>'
    )
    path = with_sheet(tmp_path / "x.xlsx", xml)
    before = getrusage(RUSAGE_SELF).ru_maxrss
    records, odd = read(path)
    grown = getrusage(RUSAGE_SELF).ru_maxrss - before
    assert (names(records), odd) == (["Amt"], [])
    assert grown < 64 * 1024  # KiB


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "x.xlsx", f"<worksheet {MAIN}>{' ' * 60_000_000}</worksheet>")
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.oddities[0].code == "unpacks-too-large"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-excel"),
        (b"PK\x03\x04", "damaged"),
        (b"", "damaged"),
        (b"a,b", "damaged"),
    ],
)
def test_what_is_no_workbook_says_what_to_do(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "x.xlsx").write_bytes(content)
    assert not TablesReader().recognises(Source.at(tmp_path / "x.xlsx"))
    with pytest.raises(InputError) as caught:
        read(tmp_path / "x.xlsx")
    assert caught.value.oddities[0].code == code
    assert ".xlsx" in caught.value.hint.de


@pytest.mark.skipif(not LOR.is_dir(), reason="needs ../shared/data")
def test_a_real_workbook_of_old_excel_says_how_to_save_it_anew() -> None:
    source = Source.at(LOR / "LOR-Schluesselsystematik.xls")
    with pytest.raises(InputError) as caught:
        list(reader_of(source).read(source, Account(), {}))
    assert caught.value.oddities[0].code == "old-excel"


@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_damage_anywhere_is_told_and_never_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("damaged")

    def comment(book: Workbook) -> None:
        book["Department"]["A1"].comment = Comment("x", "y")

    parts: dict[str, bytes] = {}
    with ZipFile(workbook(folder / "x.xlsx", {"Department": UNITS, "leitet": [["von", "nach"]]}, comment)) as whole:
        parts = {entry.filename: whole.read(entry.filename) for entry in whole.infolist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with ZipFile(folder / "y.xlsx", "w") as archive:
        for part, original in parts.items():
            archive.writestr(
                part, bytes(content[: data.draw(st.integers(0, len(content)))]) if part == name else original
            )
    with suppress(InputError):
        read(folder / "y.xlsx")
