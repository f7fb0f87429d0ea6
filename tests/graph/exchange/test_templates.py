"""The template is opened like a spreadsheet would, filled in, and read back."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from fahrstuhl.main import run
from graph.exchange.example_rows import EXAMPLES
from graph.exchange.tables import told
from graph.exchange.templates import headings, write_template
from graph.exchange.workbook import sheet_title
from graph.intake.account import Account
from graph.intake.cells import spelled
from graph.intake.headings import columns
from graph.intake.sources import Source
from graph.intake.table_names import TYPES
from graph.intake.tables import TablesReader, read_tables
from schema.nodes import Department, Node, Person
from schema.record import Record
from schema.text import Lang
from schema.ties import Measured, Tie, WorksIn
from schema.validation import check_ends

LANGS = pytest.mark.parametrize("lang", ["de", "en"])


def read(path: Path) -> tuple[list[Record], Account]:
    account = Account()
    return list(read_tables(path, account)), account


def fill(path: Path, lang: Lang) -> None:
    """Write the examples where a person would, in the row below the headings."""
    book = load_workbook(path)
    for record in EXAMPLES:
        fields = columns(type(record))
        values = told(record, fields)
        book[sheet_title(type(record), lang)].append([spelled(f, values.get(f.name)) or None for f in fields])
    book.save(path)


@LANGS
def test_an_empty_template_imports_nothing_and_is_no_error(tmp_path: Path, lang: Lang) -> None:
    write_template(tmp_path / "vorlage.xlsx", lang=lang)
    assert TablesReader().recognises(Source.at(tmp_path / "vorlage.xlsx"))
    records, account = read(tmp_path / "vorlage.xlsx")
    assert (records, account.oddities, account.read["files"]) == ([], (), len(TYPES))


@LANGS
def test_a_filled_template_imports_what_was_filled_in(tmp_path: Path, lang: Lang) -> None:
    write_template(tmp_path / "vorlage.xlsx", lang=lang)
    fill(tmp_path / "vorlage.xlsx", lang)
    records, account = read(tmp_path / "vorlage.xlsx")
    assert account.oddities == ()
    assert {r.id: r for r in records} == {r.id: r for r in EXAMPLES}


def test_the_examples_are_a_network_of_which_each_tie_joins_what_it_may() -> None:
    nodes = {record.id: type(record) for record in EXAMPLES if isinstance(record, Node)}
    check_ends([record for record in EXAMPLES if isinstance(record, Tie)], nodes)
    assert all("Beispiel" in record.source for record in EXAMPLES)


@LANGS
def test_no_two_columns_of_a_type_are_called_the_same(lang: Lang) -> None:
    for cls in TYPES.values():
        assert len(set(headings(cls, lang))) == len(cls.model_fields)


def test_what_must_be_filled_is_marked_and_known_values_are_offered(tmp_path: Path) -> None:
    write_template(tmp_path / "v.xlsx", [Department, Person, Measured], "de")
    book = load_workbook(tmp_path / "v.xlsx")
    assert book.sheetnames == ["Anleitung", "Verwaltungseinheiten", "Personen", "gemessen in", "Beispiele", "Auswahl"]
    marked = {sheet.title: [c.value for c in sheet[1] if str(c.value).endswith("*")] for sheet in book.worksheets[1:4]}
    assert marked["Verwaltungseinheiten"] == ["Kennung *", "Name *"]
    assert marked["gemessen in"] == ["von *", "nach *", "Jahr *", "Wert *"]
    offered = _offered(book, "Verwaltungseinheiten")
    assert offered["Art"][:2] == ["Dezernat", "Fachbereich"]
    assert offered["Ebene (abweichend)"] == ["Politik", "Verwaltung", "Lebenswelt", "Ebene unbekannt"]
    assert offered["Platzhalter"] == ["ja", "nein"]
    comments = [cell.comment.text for cell in book["gemessen in"][1] if cell.comment]
    assert "Indikator → Sozialraum, Kommune" in comments[1]
    assert "von 1900 bis 2200" in next(text for text in comments if text.startswith("Jahr"))


def _offered(book: Any, name: str) -> dict[str, list[str]]:
    """Follow each drop-down of a sheet to the values it shows."""
    found = {}
    for validation in book[name].data_validations.dataValidation:
        sheet, _, cells = validation.formula1.partition("!")
        heading = book[name].cell(1, next(iter(validation.sqref.ranges)).min_col).value
        found[heading] = [cell.value for (cell,) in book[sheet.strip("'")][cells.replace("$", "")]]
    return found


def test_the_command_writes_a_template_and_never_over_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "leer.xlsx"
    assert run(["template", "Personen", "works in", "--out", str(out), "--lang", "de"]) == 0
    before = out.read_bytes()
    assert load_workbook(out).sheetnames == ["Anleitung", "Personen", "arbeitet in", "Beispiele", "Auswahl"]
    assert run(["template", "--out", str(out), "--lang", "de"]) == 2
    assert run(["template", "Raumschiff", "--out", str(tmp_path / "x.xlsx"), "--lang", "de"]) != 0
    assert run(["template", "--out", str(tmp_path / "x.csv"), "--lang", "de"]) == 2
    assert run(["template", "--out", str(tmp_path / "nicht" / "da.xlsx"), "--lang", "de"]) != 0
    told_on_error = " ".join(capsys.readouterr().err.split())
    assert "gibt es schon" in told_on_error
    assert "Raumschiff" in told_on_error
    assert out.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["leer.xlsx"]


def test_a_template_names_what_a_tie_joins(tmp_path: Path) -> None:
    write_template(tmp_path / "v.xlsx", [WorksIn], "en")
    guide = load_workbook(tmp_path / "v.xlsx")["Guide"]
    assert [cell.value for row in guide for cell in row][-2:] == ["works in", WorksIn.__doc__]
