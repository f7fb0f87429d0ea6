"""Lists as offices keep them: each is written here by hand, and says itself what has to come out."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from graph.intake.account import Account
from graph.intake.lists import vocabulary
from graph.intake.lists.names import called, leads
from graph.intake.lists.reading import ListsReader
from graph.intake.lists.vocabulary import FIELDS
from graph.intake.reader import Manner
from graph.intake.readers import reader_of
from graph.intake.sources import Source
from schema.errors import InputError, UsageError
from schema.levels import Level
from schema.nodes import Committee, Department, Node, Organisation, Person, Sozialraum
from schema.record import Record, Visibility
from schema.ties import ActiveIn, Leads, MemberOf, PartOf, Tie, WorksIn
from schema.validation import check_ends
from tests.graph.intake.reading import Reading

TASMANIA = Path(__file__).parents[4] / "shared" / "data" / "popolo" / "australia-councils" / "TAS_local_councillors.csv"
CONTACTS = """Verteiler Sozialplanung;;;;;;
Stand: 01.06.2026;;;;;;

Anrede;Name;Funktion(en);Amt/Fachbereich;Abteilung;E-Mail;seit
Frau;Dr. Anna Beispiel-Müller;"Amtsleiterin, Mitglied (JHA, Rat)";Amt für Kinder, Jugend – Süd;;a@x.example;01.02.2024
Herr;Muster, Bodo;Sachbearbeitung;Amt für Kinder, Jugend – Süd;Planung;b@x.example;1. März 2025
;N.N.;Sachbearbeitung;Sozialamt;Planung;;
;N. N.;Leitung;Sozialamt;Hilfen;;irgendwann
"""


def write(path: Path, text: str, encoding: str = "cp1252") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def workbook(path: Path, rows: Sequence[Sequence[Any]], merged: Sequence[str] = ()) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    return path


def read(path: Path, columns: Mapping[str, str] | None = None, nodes: str | None = None) -> Reading:
    account, source = Account(), Source.at(path)
    items = tuple(reader_of(source, Manner("list", columns or {}, nodes)).read(source, account, {}))
    records = tuple(item for item in items if isinstance(item, Record))
    types = {record.id: type(record) for record in records if isinstance(record, Node)}
    check_ends([record for record in records if isinstance(record, Tie)], types)
    assert all(o.message.de and o.message.en for o in account.oddities)
    return Reading(records, (), account)


def ties(reading: Reading, cls: type[Tie]) -> set[tuple[str, str]]:
    """Give the ties of a type by the names of their ends."""
    called = {record.id: record.name for record in reading.records if isinstance(record, Node)}
    return {(called[tie.start], called[tie.end]) for tie in reading.of(cls)}


def told(reading: Reading) -> list[tuple[str, str, str]]:
    """What is odd, without what the columns were taken for."""
    return [(o.code, o.place, o.field) for o in reading.account.oddities if o.code not in ("mapping", "not-stored")]


def taken_for(reading: Reading) -> dict[str, str]:
    """Which column was taken for what."""
    return {o.place.partition(":")[2]: o.field for o in reading.account.oddities if o.code == "mapping"}


def test_a_mailing_list_becomes_people_in_their_units(tmp_path: Path) -> None:
    reading = read(write(tmp_path / "verteiler.csv", CONTACTS))
    anna, bodo, nobody, vacant = reading.of(Person)
    assert (anna.name, anna.title, anna.functions) == (
        "Anna Beispiel-Müller",
        "Dr.",
        ("Amtsleiterin", "Mitglied (JHA, Rat)"),
    )
    assert (bodo.name, bodo.title, bodo.placeholder) == ("Bodo Muster", None, False)
    assert (nobody.name, nobody.placeholder, vacant.placeholder) == ("N.N.", True, True)
    units = sorted(unit.name for unit in reading.of(Department))
    assert units == ["Amt für Kinder, Jugend – Süd", "Hilfen", "Planung", "Planung", "Sozialamt"]
    assert ties(reading, Leads) == {("Anna Beispiel-Müller", "Amt für Kinder, Jugend – Süd"), ("N. N.", "Hilfen")}
    assert ties(reading, WorksIn) == {("Bodo Muster", "Planung"), ("N.N.", "Planung")}
    assert ("Hilfen", "Sozialamt") in ties(reading, PartOf)
    assert {tie.valid_from for tie in reading.of(WorksIn)} == {date(2025, 3, 1), None}
    assert {person.visibility for person in reading.of(Person)} == {Visibility.INTERNAL}
    assert told(reading) == [("windows-1252", "", ""), ("no-date", "8", "valid_from")]
    assert taken_for(reading) == {
        **{"": "", "2": "name", "3": "function", "4": "unit", "5": "section", "7": "valid_from"},
    }


def test_ways_to_reach_people_are_stored_nowhere(tmp_path: Path) -> None:
    text = (
        "Name;Funktion;Erreichbar;Dienstlich;Tel.;Bemerkung\n"
        "Ada A <ada@x.example>;Planung (ada@x.example);ada@x.example;0721 133-0;115;ada@x.example, Tel. 0721 1330\n"
    )
    reading = read(write(tmp_path / "l.csv", text))
    stored = json.dumps([record.properties() for record in reading.records], default=str)
    assert "@" not in stored
    assert "133" not in stored
    assert [(p.name, p.functions) for p in reading.of(Person)] == [("Ada A", ("Planung",))]
    assert [o.place for o in reading.account.oddities if o.code == "not-stored"] == ["1:3", "1:4", "1:5"]


def test_blank_cells_of_a_hierarchy_mean_what_stands_above(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Dezernat", "Amt", "Name", "Position"],
        ["Dezernat I", "Hauptamt", "Ada A", "Leiterin"],
        [None, None, "Bodo B", None],
        [None, "Kämmerei", "Cem C", "Leiter"],
        ["Dezernat II", None, "Doris D", "Dezernentin, Leitung des Dezernats"],
        [None, "Jugendamt", "Emil E", "stellv. Leiter"],
        [None, None, "Fatma F", None],
    ]
    reading = read(workbook(tmp_path / "stellen.xlsx", rows))
    assert ties(reading, WorksIn) == {("Bodo B", "Hauptamt"), ("Emil E", "Jugendamt"), ("Fatma F", "Jugendamt")}
    assert ties(reading, Leads) == {("Ada A", "Hauptamt"), ("Cem C", "Kämmerei"), ("Doris D", "Dezernat II")}
    assert ties(reading, PartOf) == {
        ("Hauptamt", "Dezernat I"),
        ("Kämmerei", "Dezernat I"),
        ("Jugendamt", "Dezernat II"),
    }
    off = read(tmp_path / "stellen.xlsx", {"fill_down": ""})
    assert ("Bodo B", "Hauptamt") not in ties(off, WorksIn)


def test_blanks_are_no_hierarchy_where_a_value_is_repeated(tmp_path: Path) -> None:
    text = "Name;Amt;Telefon\nAda A;Jugendamt;1\nBodo B;Jugendamt;2\nCem C;;3\n"
    assert ties(read(write(tmp_path / "l.csv", text)), WorksIn) == {("Ada A", "Jugendamt"), ("Bodo B", "Jugendamt")}


def test_cells_merged_over_rows_count_in_each(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Kontakte 2026", None],
        ["Einrichtung", "Ansprechpartner/in"],
        ["AWO Kreisverband", "Ada A"],
        [None, "Bodo B"],
    ]
    reading = read(workbook(tmp_path / "l.xlsx", rows, ["A1:B1", "A3:A4"]))
    assert ties(reading, WorksIn) == {("Ada A", "AWO Kreisverband"), ("Bodo B", "AWO Kreisverband")}
    assert [(o.name, o.kind) for o in reading.of(Organisation)] == [("AWO Kreisverband", "Träger")]


def test_a_list_of_organisations_with_their_heads_and_places(tmp_path: Path) -> None:
    text = (
        "Name;Art;Leitung;Stadtteil\nKita Löwenzahn;Kita;Frau Ada A;Nordstadt, Hafen\nGrundschule Süd;;N.N.;Hafen\n"
        "Haus der Jugend e. V.;;;\nTreffpunkt Wiese;;;Nordstadt\n"
    )
    reading = read(write(tmp_path / "l.csv", text))
    assert [(o.name, o.kind, o.standing()) for o in reading.of(Organisation)] == [
        ("Kita Löwenzahn", "Kita", Level.LIFEWORLD),
        ("Grundschule Süd", "Schule", Level.LIFEWORLD),
        ("Haus der Jugend e. V.", "Verein", Level.LIFEWORLD),
        ("Treffpunkt Wiese", None, Level.UNKNOWN),
    ]
    assert ties(reading, Leads) == {("Ada A", "Kita Löwenzahn"), ("N.N.", "Grundschule Süd")}
    assert {area.name for area in reading.of(Sozialraum)} == {"Nordstadt", "Hafen"}
    assert ("Kita Löwenzahn", "Hafen") in ties(reading, ActiveIn)


def test_members_of_a_body_keep_role_deputy_and_days(tmp_path: Path) -> None:
    text = (
        "Vorname;Name;Gremium;Rolle;Fraktion;von;bis\n"
        "Ada;Ahorn;Rat;Vorsitz;Die Bunten;01.11.2021;\n"
        "Bodo;Birke;Seniorenbeirat;stellvertretendes Mitglied;;;31.12.2025\n"
        "Cem;Zeder;Seniorenbeirat;;Die Bunten;;\n"
    )
    reading = read(write(tmp_path / "l.csv", text))
    members = {(tie.role, tie.deputy, tie.valid_from, tie.valid_to) for tie in reading.of(MemberOf)}
    assert ("Vorsitz", False, date(2021, 11, 1), None) in members
    assert ("stellvertretendes Mitglied", True, None, date(2025, 12, 31)) in members
    assert [(c.name, c.kind, c.standing()) for c in reading.of(Committee)] == [
        ("Rat", "Rat", Level.POLITICS),
        ("Seniorenbeirat", "Beirat", Level.POLITICS),
    ]
    assert ("Ada Ahorn", "Die Bunten") in ties(reading, MemberOf)


def test_to_which_party_somebody_belongs_is_kept_only_of_public_offices(tmp_path: Path) -> None:
    text = (
        "Name;Funktion;Organisation;Partei\nAda A (SPD);Erzieherin;Kita Nord;\n"
        "Bodo B;Ratsherr;;CDU\nCem C;;SPD-Fraktion;FDP\n"
    )
    reading = read(write(tmp_path / "l.csv", text))
    assert ties(reading, MemberOf) == {("Bodo B", "CDU")}
    assert ties(reading, WorksIn) == {("Ada A", "Kita Nord")}
    assert not {"SPD", "FDP"} & {o.name for o in reading.of(Organisation)}
    assert [p.name for p in reading.of(Person)] == ["Ada A", "Bodo B", "Cem C"]
    assert [o.code for o in reading.account.oddities if o.field == "faction" and o.code != "mapping"] == [
        "faction-of-private-person"
    ] * 3


def test_the_same_person_in_several_rows_is_one_with_all_functions(tmp_path: Path) -> None:
    text = "Name;Funktion;Organisation\nAda A;Sprecherin;Runder Tisch Nord\nDr. Ada A;Leiterin;Kita Nord\n"
    reading = read(write(tmp_path / "l.csv", text))
    (person,) = reading.of(Person)
    assert (person.id, person.title, person.functions) == ("l/person/ada a", "Dr.", ("Sprecherin", "Leiterin"))
    assert read(tmp_path / "l.csv").records == reading.records


def test_several_units_in_one_cell_stand_side_by_side(tmp_path: Path) -> None:
    text = "Name;Amt;Telefon\nAda A;Jugendamt; Sozialamt;1\n".replace("Jugendamt; Sozialamt", '"Jugendamt; Sozialamt"')
    reading = read(write(tmp_path / "l.csv", text))
    assert ties(reading, WorksIn) == {("Ada A", "Jugendamt"), ("Ada A", "Sozialamt")}
    assert reading.of(PartOf) == []


def test_several_people_in_one_cell_share_what_the_row_says(tmp_path: Path) -> None:
    text = 'Kontakt;Einrichtung;Telefon\n"Frau Ada A\nDr. Bodo B";Kita Nord;115\n'
    reading = read(write(tmp_path / "l.csv", text))
    assert ties(reading, WorksIn) == {("Ada A", "Kita Nord"), ("Bodo B", "Kita Nord")}


def test_a_sheet_that_is_no_list_does_not_stop_the_one_beside_it(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Jahr", "Wert"])
    book.create_sheet("Liste").append(["Name", "Funktion"])
    book["Liste"].append(["Ada A", "Planung"])
    book.create_sheet("leer")
    book.save(tmp_path / "l.xlsx")
    reading = read(tmp_path / "l.xlsx")
    assert [p.name for p in reading.of(Person)] == ["Ada A"]
    assert reading.account.refused == 0
    assert told(reading) == [("no-list", "1", "")]


def test_rows_without_a_name_and_headings_between_are_named(tmp_path: Path) -> None:
    text = "Name;Funktion;Telefon\nJugendamt;;\nAda A;Leiterin;1\n;Springer;2\nName;Funktion;Telefon\n;;\nBodo B;;3\n"
    reading = read(write(tmp_path / "l.csv", text))
    assert [p.name for p in reading.of(Person)] == ["Ada A", "Bodo B"]
    assert told(reading) == [("no-name", "2", "name"), ("no-name", "4", "name")]
    (left,) = reading.account.leftovers.write(tmp_path / "abgelehnt")
    mended = (
        left.read_text(encoding="utf-8-sig").replace('"","Springer"', '"Cem C","Springer"').replace("Jugendamt", "")
    )
    again = read(write(left, mended, "utf-8"))
    assert [(p.name, p.functions) for p in again.of(Person)] == [("Cem C", ("Springer",))]


def test_a_mapping_can_be_corrected_kept_and_used_next_time(tmp_path: Path) -> None:
    text = "Wer;Was;Wo;Farbe\nAda A;Leiterin;Jugendamt;rot\n"
    path = write(tmp_path / "l.csv", text)
    with pytest.raises(InputError) as caught:
        read(path)
    assert "Wer, Was, Wo" in caught.value.oddities[0].message.de
    said = {"name": "wer", "function": "Was", "unit": "Wo"}
    first = read(path, said)
    assert ties(first, Leads) == {("Ada A", "Jugendamt")}
    reader = ListsReader()
    reader.direct(said, None)
    list(reader.read(Source.at(path), Account(), {}))
    kept = reader.remember(Source.at(path))
    assert kept == tmp_path / "l.csv.mapping.json"
    assert json.loads(kept.read_text())["columns"] == {"Wer": "name", "Was": "function", "Wo": "unit", "Farbe": ""}
    assert read(path).records == first.records
    other = ListsReader()
    other.follow(kept)
    elsewhere = write(tmp_path / "2027.csv", text.replace("Ada", "Eva"))
    records = list(other.read(Source.at(elsewhere), Account(), {}))
    assert [r.name for r in records if isinstance(r, Person)] == ["Eva A"]


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"nodes": "Raumschiff", "columns": {}}', '{"nodes": "Person", "columns": {"Wer": "farbe"}}'],
)
def test_a_mapping_that_is_none_is_an_error_that_names_the_file(tmp_path: Path, content: str) -> None:
    path = write(tmp_path / "l.csv", "Name;Funktion\nAda A;x\n")
    (tmp_path / "l.csv.mapping.json").write_text(content)
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.oddities[0].file == "l.csv.mapping.json"
    assert "löschen" in caught.value.hint.de


@pytest.mark.parametrize(
    ("columns", "nodes", "listed"),
    [
        ({"farbe": "x"}, None, "function"),
        ({"name": "Gibtsnicht"}, None, "Name, Funktion"),
        ({}, "Sozialraum", "Organisation"),
    ],
)
def test_what_a_list_cannot_be_told_is_a_wrong_call_with_what_can(
    tmp_path: Path, columns: dict[str, str], nodes: str | None, listed: str
) -> None:
    path = write(tmp_path / "l.csv", "Name;Funktion\nAda A;x\n")
    with pytest.raises(UsageError) as caught:
        read(path, columns, nodes)
    assert listed in caught.value.hint.de


def test_what_rows_are_about_can_be_said_and_a_field_left_out(tmp_path: Path) -> None:
    path = write(tmp_path / "l.csv", "Name;Amt;Bemerkung\nHaus Nord;Jugendamt;x\n")
    assert [type(r) for r in read(path).records] == [Department, Person, WorksIn]
    said = read(path, {"note": "", "unit": ""}, "Organisation")
    assert [(type(r), getattr(r, "note", None)) for r in said.records] == [(Organisation, None)]


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("Name;Funktion", "list"),
        ("Nachname;Vorname;E-Mail", "list"),
        ("Einrichtung;Ansprechpartnerin;Telefon", "list"),
        ("von;nach", "network"),
        ("Mitglied;Gremium", "network"),
    ],
)
def test_lists_are_recognised_and_take_nothing_from_networks(tmp_path: Path, headings: str, kind: str) -> None:
    path = write(tmp_path / "l.csv", f"{headings}\nAda A;Bodo B;Cem C\n")
    assert reader_of(Source.at(path)).name == kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_long_list_is_known_by_its_beginning(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "l.csv", "Name;Funktion\n" + "Änne Ä;Prüferin\n" * 20_000, encoding)
    assert ListsReader().recognises(Source.at(path))


def test_a_workbook_without_a_kind_is_a_list_if_it_looks_like_one(tmp_path: Path) -> None:
    assert reader_of(Source.at(workbook(tmp_path / "a.xlsx", [["Name", "Funktion"], ["Ada A", "x"]]))).name == "list"
    assert not ListsReader().recognises(Source.at(workbook(tmp_path / "b.xlsx", [["Jahr", "Wert"], [2024, 1]])))


@pytest.mark.skipif(not TASMANIA.is_file(), reason="needs ../shared/data")
def test_the_councillors_of_tasmania() -> None:
    reading = read(TASMANIA)
    rows = TASMANIA.read_text(encoding="utf-8").splitlines()[1:]
    assert reading.account.read["rows"] == len(rows) == 263
    assert len(reading.of(Person)) == len({row.split(",")[6] for row in rows})
    assert {c.name for c in reading.of(Committee)} == {row.split(",")[4] for row in rows}
    assert not [r for r in reading.records if "@" in json.dumps(r.properties(), default=str)]


@pytest.mark.parametrize(
    ("cell", "name", "title"),
    [
        ("Dipl.-Ing. Max Muster", "Max Muster", "Dipl.-Ing."),
        ("Herr Prof. Dr.-Ing. Otto Beispiel", "Otto Beispiel", "Prof. Dr.-Ing."),
        ("Beispiel, Prof. Dr. Otto", "Otto Beispiel", "Prof. Dr."),
        ("Beispiel, Otto, Dr.", "Otto Beispiel", "Dr."),
        ("Dr.Anna Nah", "Anna Nah", "Dr."),
        ("Profitlich, Karl", "Karl Profitlich", None),
        ("Magda Dippel", "Magda Dippel", None),
        ("N.N.", "N.N.", None),
    ],
)
def test_names_and_titles_are_told_apart(cell: str, name: str, title: str | None) -> None:
    assert (called(cell).name, called(cell).title) == (name, title)


@pytest.mark.parametrize(
    "function", ["Amtsleiterin", "Leiter*in", "Leitung Team 3", "Geschäftsführer", "Bürgermeisterin"]
)
def test_heads_are_known_by_their_function(function: str) -> None:
    assert leads(function)


@pytest.mark.parametrize(
    "function", ["Stellv. Amtsleiterin", "Begleitung", "Leitstelle", "Sachbearbeiter", "Vertreterin der Leitung"]
)
def test_others_are_no_heads(function: str) -> None:
    assert not leads(function)


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12) | st.sampled_from(
    ["Dr. ", "N.N.", "Müller, Anna", ",", "(", "@", "Amt", "Rat", "01.02.2024", "a|b", "=1", "%", "/"]
)


@given(rows=st.lists(st.lists(cells, min_size=8, max_size=8), min_size=1, max_size=8))
@settings(deadline=None, max_examples=150)
def test_whatever_the_cells_hold_it_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    head = ["Name", "Funktion", "Organisation", "Amt", "Gremium", "Stadtteil", "seit", "Kennung"]
    table = [";".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in [head, *rows]]
    path = write(tmp_path_factory.mktemp("l") / "l.csv", "\n".join(table), "utf-8")
    try:
        reading = read(path)
    except InputError as error:
        assert error.oddities  # noqa: PT017 - either outcome is right
    else:
        assert len({record.id for record in reading.records}) == len(reading.records)


def test_every_field_can_be_named_and_has_a_heading_that_means_it() -> None:
    assert set(vocabulary.KNOWN.values()) == set(FIELDS) - {"private"}
