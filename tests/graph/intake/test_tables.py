"""Tables are written by hand as a clerk would; what is read is said by the rows themselves."""

from datetime import date
from pathlib import Path

import pytest

from graph.intake.account import Account
from graph.intake.headings import columns
from graph.intake.sources import Source
from graph.intake.tables import TABLES, TablesReader, read_tables
from schema.errors import InputError, Oddity
from schema.levels import Level
from schema.nodes import NODES, Department, Document, Indicator, Kommune, Person, Sozialraum
from schema.record import Record, Visibility
from schema.ties import TIES, CooperatesWith, Measured
from tests.graph.intake.reading import write_zip

UNIT = "Kennung,Name,Quelle\na,Jugendamt,Plan\nb,Sozialamt,Plan\n"


def write(directory: Path, **tables: str) -> Path:
    for name, text in tables.items():
        (directory / f"{name}.csv").write_bytes(text.encode())
    return directory


def read(directory: Path) -> tuple[list[Record], tuple[Oddity, ...]]:
    account = Account()
    return list(read_tables(directory, account)), account.oddities


def test_german_semicolon_table_with_bom_reads_as_a_clerk_means_it(tmp_path: Path) -> None:
    text = (
        "\ufeffName;Sichtbarkeit;Kennung;Titel;Funktionen;Schlüsselperson;aufbewahren bis;Verlässlichkeit;Quelle\r\n"
        '"Muster; Ada";intern;p1;Dr.;Leitung|Rat \\| Tat;ja;31.12.2027;0,5;Liste\r\n'
        "Bodo Beispiel;;p2;;;nein;2027-01-02;;Liste\r\n"
    )
    records, oddities = read(write(tmp_path, Person=text))
    first, second = records
    assert oddities == ()
    assert isinstance(first, Person)
    assert first.name == "Muster; Ada"
    assert first.visibility is Visibility.INTERNAL
    assert first.functions == ("Leitung", "Rat | Tat")
    assert first.key_actor is True
    assert first.retention_until == date(2027, 12, 31)
    assert first.confidence == 0.5
    assert isinstance(second, Person)
    assert second.title is None
    assert second.retention_until == date(2027, 1, 2)


def test_headings_are_fields_or_labels_of_either_language_in_any_order_and_case(tmp_path: Path) -> None:
    text = "SOURCE,level (override),kennung,name\nx,Politik,1,A\nx,lifeworld,2,B\n"
    records, oddities = read(write(tmp_path, Department=text))
    assert oddities == ()
    assert [(r.id, r.level) for r in records if isinstance(r, Department)] == [
        ("1", Level.POLITICS),
        ("2", Level.LIFEWORLD),
    ]


@pytest.mark.parametrize(("word", "meant"), [("ja", True), ("nein", False), ("1", True), ("0", False), ("TRUE", True)])
def test_words_for_yes_and_no(tmp_path: Path, word: str, meant: bool) -> None:
    records, _ = read(write(tmp_path, Indicator=f"id,name,high_is_need,source\ni,Quote,{word},x\n"))
    assert [r.high_is_need for r in records if isinstance(r, Indicator)] == [meant]


def test_a_heading_with_a_comma_does_not_mislead_the_separator(tmp_path: Path) -> None:
    shape = '{"type":"Point","coordinates":[7.2,53.3]}'
    text = f'id;name;source;Geometrie (GeoJSON, WGS 84)\ns;Hafen;x;"{shape.replace(chr(34), chr(34) * 2)}"\n'
    records, oddities = read(write(tmp_path, Sozialraum=text))
    assert oddities == ()
    assert [r.geometry for r in records if isinstance(r, Sozialraum)] == [shape]


def test_a_row_that_is_short_or_blank_leaves_fields_unset(tmp_path: Path) -> None:
    records, oddities = read(write(tmp_path, Document="id,name,source,number\n\nd,Beschluss\n,,,\n"))
    assert oddities == ()
    assert [(r.id, r.source, r.number) for r in records if isinstance(r, Document)] == [("d", "Document.csv", None)]


def test_a_tie_without_identifier_is_told_apart_by_its_year(tmp_path: Path) -> None:
    tables = write(
        tmp_path,
        Indicator="id,name,source\ni,Quote,x\n",
        Sozialraum="id,name,source\ns,Hafen,x\n",
        MEASURED='von,nach,Jahr,Wert,Quelle\ni,s,2020,"1,5",x\ni,s,2021,2,x\ni,s,2021,3,x\n',
    )
    records, oddities = read(tables)
    ties = [(r.id, r.value) for r in records if isinstance(r, Measured)]
    assert ties == [("MEASURED|i|s|2020", 1.5), ("MEASURED|i|s|2021", 2.0)]
    assert [(o.code, o.file, o.place, o.field, o.refused) for o in oddities] == [
        ("double-id", "MEASURED.csv", "4", "id", True)
    ]


@pytest.mark.parametrize(
    ("cell", "field", "heading"),
    [
        ("gestern", "valid_from", "gültig ab"),
        ("31.02.2024", "valid_from", "gültig ab"),
        ("86400", "valid_from", "gültig ab"),
        ("vielleicht", "agency", "Agentur der integrierten Planung"),
        ("viel", "confidence", "Verlässlichkeit"),
        ("geheim", "visibility", "Sichtbarkeit"),
        ("Keller", "level", "Ebene (abweichend)"),
    ],
)
def test_a_bad_cell_refuses_its_row_and_no_other(tmp_path: Path, cell: str, field: str, heading: str) -> None:
    text = f"Kennung,Name,Quelle,{heading}\na,Jugendamt,Plan,\nb,Sozialamt,Plan,{cell}\nc,Schulamt,Plan,\n"
    records, oddities = read(write(tmp_path, Department=text))
    assert [r.id for r in records] == ["a", "c"]
    (odd,) = oddities
    assert (odd.file, odd.place, odd.field, odd.refused) == ("Department.csv", "3", field, True)
    assert heading in odd.message.de
    assert odd.message.en != odd.message.de


def test_a_row_with_two_bad_cells_is_one_refused_record_with_two_reasons(tmp_path: Path) -> None:
    account = Account()
    text = "id,name,source,valid_from,confidence\na,,x,bald,2\n"
    assert list(read_tables(write(tmp_path, Department=text), account)) == []
    assert account.refused == 1
    assert {o.field for o in account.oddities} == {"name", "valid_from", "confidence"}


def test_ties_need_ends_that_exist_and_may_be_joined(tmp_path: Path) -> None:
    ties = "start,end,source\na,b,x\na,gone,x\na,s,x\n"
    tables = write(tmp_path, Department=UNIT, Sozialraum="id,name,source\ns,Hafen,x\n", COOPERATES_WITH=ties)
    records, oddities = read(tables)
    assert [(r.start, r.end) for r in records if isinstance(r, CooperatesWith)] == [("a", "b")]
    assert [(o.code, o.place, o.field) for o in oddities] == [("wrong-ends", "3", "end"), ("wrong-ends", "4", "end")]
    assert "gone" in oddities[0].message.de
    assert "Verwaltungseinheit" in oddities[1].message.de
    assert "Sozialraum" in oddities[1].message.de


def test_ties_may_end_at_nodes_that_the_store_holds(tmp_path: Path) -> None:
    account = Account()
    tables = write(tmp_path, COOPERATES_WITH="start,end,source\na,b,x\n")
    present = {"a": Department, "b": Department}
    assert [r.id for r in read_tables(tables, account, present)] == ["COOPERATES_WITH|a|b"]
    assert account.oddities == ()


def test_the_same_identifier_in_two_tables_is_refused_the_second_time(tmp_path: Path) -> None:
    records, oddities = read(write(tmp_path, Department=UNIT, Committee="id,name,source\na,Rat,x\nr,Rat,x\n"))
    assert [r.id for r in records] == ["a", "b", "r"]
    assert [(o.code, o.file, o.place) for o in oddities] == [("double-id", "Committee.csv", "2")]


def test_columns_and_tables_that_are_not_read_are_named(tmp_path: Path) -> None:
    text = "id,name,source,Telefon,Name\na,Jugendamt,Plan,115,Anderes\n"
    records, oddities = read(write(tmp_path, Department=text, Departments=UNIT))
    assert [r.name for r in records if isinstance(r, Department)] == ["Jugendamt"]
    assert [(o.code, o.file, o.field, o.refused) for o in oddities] == [
        ("unknown-table", "Departments.csv", "", True),
        ("unknown-column", "Department.csv", "Telefon", False),
        ("double-column", "Department.csv", "name", False),
    ]


def test_a_row_with_a_broken_quotation_does_not_take_the_rest_along(tmp_path: Path) -> None:
    text = 'id,name,source\na,"Amt" für Kinder,x\nb,Sozialamt,x\nc,"offen,x\n'
    records, oddities = read(write(tmp_path, Department=text))
    assert [r.id for r in records] == ["b"]
    assert [(o.code, o.place, o.refused) for o in oddities] == [("not-csv", "2", True), ("not-csv", "4", True)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("id,name,source\na,Straßenbauamt,x\n".encode()[:-6] + b"\xff\n", "not-utf8"),
        ("id,name,source\na,Straßenbauamt,x\n".encode("utf-16-le"), "not-text"),
        (b"id,name,source\na,\x81\x02\xe9,x\n", "not-text"),
        ("\ufeffid,name,source\na,Amt,x\n".encode("utf-16-le") + b"\x00", "not-text"),
        (b"\0" * 1_000, "not-text"),
    ],
)
def test_a_file_that_is_no_text_leaves_the_other_tables_readable(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "Department.csv").write_bytes(content)
    records, oddities = read(write(tmp_path, Committee="id,name,source\nr,Rat,x\n"))
    assert [r.id for r in records] == ["r"]
    assert [(o.code, o.file, o.refused) for o in oddities] == [(code, "Department.csv", True)]


def test_an_endless_line_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "Department.csv").open("wb") as file:
        file.truncate(200_000_000)
    records, oddities = read(tmp_path)
    assert records == []
    assert [o.code for o in oddities] == ["not-text"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_encodings_and_separators_that_spreadsheets_write(tmp_path: Path, encoding: str, mark: str) -> None:
    text = "Kennung,Name,Quelle\r\na,Straßenbauamt „Süd“,Plän\r\n".replace(",", mark)
    (tmp_path / "Department.csv").write_bytes(text.encode(encoding))
    records, oddities = read(tmp_path)
    assert [(r.name, r.source) for r in records if isinstance(r, Department)] == [("Straßenbauamt „Süd“", "Plän")]
    assert [(o.code, o.refused) for o in oddities] == [("windows-1252", False)] * (encoding == "cp1252")


def test_headings_may_stand_below_titles(tmp_path: Path) -> None:
    text = "Stellenplan 2026;;\n\n;Stand: Juni;\nKennung;Name *;Quelle\na;Jugendamt;Plan\n;;\nb;;Plan\n"
    records, oddities = read(write(tmp_path, Department=text))
    assert [r.name for r in records if isinstance(r, Department)] == ["Jugendamt"]
    assert [(o.code, o.place, o.field) for o in oddities] == [("invalid-field", "7", "name")]


@pytest.mark.parametrize(
    ("written", "ags", "ars"),
    [("1001000;10010000000", "01001000", "010010000000"), ("9162;", "09162", None), ("09162;", "09162", None)],
)
def test_a_key_that_a_spreadsheet_took_for_a_number_has_its_zero_again(
    tmp_path: Path, written: str, ags: str, ars: str | None
) -> None:
    records, oddities = read(write(tmp_path, Kommune=f"id;name;AGS;ARS;source\nk;Ort;{written};x\n"))
    assert [(r.ags, r.ars) for r in records if isinstance(r, Kommune)] == [(ags, ars)]
    assert {(o.code, o.place, o.refused) for o in oddities} <= {("leading-zero", "2", False)}
    assert len(oddities) == sum(len(key) in (4, 7, 11) for key in written.split(";"))


@pytest.mark.parametrize("cell", ["31.1.2024", "31. Januar 2024", "2024-01-31 00:00:00"])
def test_dates_as_people_and_programs_write_them(tmp_path: Path, cell: str) -> None:
    records, _ = read(write(tmp_path, Document=f"id,name,dated\nd,Beschluss,{cell}\n"))
    assert [r.dated for r in records if isinstance(r, Document)] == [date(2024, 1, 31)]


def test_a_mark_before_a_formula_is_taken_away_and_no_other(tmp_path: Path) -> None:
    text = "id,name,note\na,'=1+1,''@x\nb,'Amt',-\n"
    records, _ = read(write(tmp_path, Department=text))
    assert [(r.name, r.note) for r in records if isinstance(r, Department)] == [("=1+1", "'@x"), ("'Amt'", "-")]


def test_one_table_alone_or_several_in_a_zip_are_read_like_a_folder(tmp_path: Path) -> None:
    write(tmp_path, Department=UNIT)
    alone = list(read_tables(tmp_path / "Department.csv", Account()))
    ties = b"start,end,source\na,b,x\n"
    members = {"t/COOPERATES_WITH.csv": ties, "t/Department.csv": UNIT.encode(), "t/x.csv": b"a\n", "t/read.me": b""}
    packed, account = write_zip(tmp_path / "t.zip", members), Account()
    both = list(read_tables(packed, account))
    assert [r.id for r in alone] == ["a", "b"]
    assert [r.id for r in both] == ["a", "b", "COOPERATES_WITH|a|b"]
    assert [(o.code, o.file) for o in account.oddities] == [("unknown-table", "t.zip/t/x.csv")]
    assert all(TablesReader().recognises(Source.at(path)) for path in (packed, tmp_path / "Department.csv"))


def test_the_reader_knows_a_directory_by_the_names_of_its_tables(tmp_path: Path) -> None:
    reader = TablesReader()
    (tmp_path / "notes.csv").write_text("a,b\n")
    assert not reader.recognises(Source.at(tmp_path))
    assert not reader.recognises(Source.at(tmp_path / "notes.csv"))
    write(tmp_path, Department=UNIT)
    assert reader.recognises(Source.at(tmp_path))


def test_where_no_row_can_be_read_the_error_tells_why(tmp_path: Path) -> None:
    account = Account()
    source = Source.at(write(tmp_path, Department="id,name\n,Jugendamt\n"))
    with pytest.raises(InputError) as caught:
        list(TablesReader().read(source, account, {}))
    assert [(o.place, o.field) for o in caught.value.oddities] == [("2", "id")]


def test_an_empty_table_reads_as_nothing(tmp_path: Path) -> None:
    assert read(write(tmp_path, Department="", Committee="id,name,source\n")) == ([], ())


def test_every_type_has_a_table_and_its_columns_hold_every_field_once() -> None:
    assert len(TABLES) == len(NODES) + len(TIES)
    for record in TABLES.values():
        names = [column.name for column in columns(record)]
        assert sorted(names) == sorted(record.model_fields)
        assert names[0] == "id"
