"""Values of indicators: read into a store that knows the areas, and carried over to the areas that came after."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from graph.intake.areas.nature import nature_of
from graph.intake.areas.parts import Part, value_of
from graph.intake.importing import ImportReport, import_source
from graph.intake.numbers import is_missing, number_of
from graph.intake.reader import Manner
from graph.intake.readers import reader_of
from graph.intake.sources import Source
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import store_at
from graph.store.store import Store
from schema.errors import InputError
from schema.nodes import Indicator
from schema.ties import Measured
from tests.graph.intake.mutations import survives

AREAS = """;Räume;;;;
Bezirk;;;Planungsraum;;
Schlüssel;;Name;Schlüssel;;Name
;01;Mitte;;01;Nord
;;;;02;Süd
;;;;03;West
"""


@pytest.fixture
def store(clean_address: Address, tmp_path: Path) -> Iterator[Store]:
    """A store that knows the areas 01 (Mitte), 0101 (Nord), 0102 (Süd) and 0103 (West) of the division alt."""
    with store_at(Connection(clean_address)) as opened:
        put(opened, tmp_path / "raeume.csv", AREAS, "areas", division="alt")
        yield opened


def put(store: Store, path: Path, text: str, kind: str | None = None, **told: str) -> ImportReport:
    path.write_text(text, encoding="utf-8")
    return import_source(store, path, manner=Manner(kind, told))


def measured(store: Store) -> dict[tuple[str, str, int], Measured]:
    network = store.network()
    ties = (network.tie(j) for j in range(network.m))
    return {(t.start.split("/")[-1], t.end.split("raum/")[-1], t.year): t for t in ties if isinstance(t, Measured)}


def values(store: Store) -> dict[tuple[str, str, int], float]:
    return {key: tie.value for key, tie in measured(store).items()}


LONG = "Raum;Jahr;Indikator;Einheit;Wert\n0101;2020;Kinder;Personen;1.234\nSüd;2020;Kinder;Personen;12,5\n"
WIDE = "Raum;2019;2020\n0101;1;2\n0102;-;4\n"


def test_a_long_table_is_read_by_key_and_by_name(store: Store, tmp_path: Path) -> None:
    report = put(store, tmp_path / "kinder.csv", LONG)
    assert report.reader == "indicators"
    assert values(store) == {("kinder", "alt/0101", 2020): 1234.0, ("kinder", "alt/0102", 2020): 12.5}
    assert (report.read["values"], report.read["indicators"], report.refused) == (2, 1, 0)
    again = put(store, tmp_path / "kinder.csv", LONG)
    assert (again.new, again.changed) == (0, 0)


def test_years_side_by_side_are_one_indicator_called_like_the_file(store: Store, tmp_path: Path) -> None:
    report = put(store, tmp_path / "Haushalte.csv", WIDE)
    assert report.reader == "indicators"
    assert values(store) == {
        ("haushalte", "alt/0101", 2019): 1.0,
        ("haushalte", "alt/0101", 2020): 2.0,
        ("haushalte", "alt/0102", 2020): 4.0,
    }
    assert report.read["values_missing"] == 1
    assert [(o.code, o.place) for o in report.oddities] == [("missing-values", "3")]


def test_indicators_side_by_side_are_read_where_a_person_says_so(store: Store, tmp_path: Path) -> None:
    text = "Planungsraum;Kinder;Armutsquote\nNord;3;10,5%\nSüd;k. A.;x\n"
    put(store, tmp_path / "lage_2021.csv", text, "indicators")
    assert values(store) == {("kinder", "alt/0101", 2021): 3.0, ("armutsquote", "alt/0101", 2021): 10.5}


def test_a_workbook_is_read_like_a_table(store: Store, tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Raum", 2019, 2020], ["0101", 1.5, None], ["Süd", 2, "."]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "Quote.xlsx")
    report = import_source(store, tmp_path / "Quote.xlsx")
    assert report.reader == "indicators"
    assert values(store) == {("quote", "alt/0101", 2019): 1.5, ("quote", "alt/0102", 2019): 2.0}


ODD_ROWS = {
    "Ost;2020;1": "unknown-area",
    ";2020;1": "no-area",
    "0101;bald;1": "no-year",
    "0101;2020;viel": "no-number",
    "101;2021;1": "lost-zero",
    "0102;2020;9": "double-value",
}


def test_a_row_that_cannot_be_placed_is_told_and_the_others_are_read(store: Store, tmp_path: Path) -> None:
    report = put(store, tmp_path / "zahl.csv", "\n".join(["Raum;Jahr;Wert", "0102;2020;4", *ODD_ROWS, ""]))
    assert values(store) == {("zahl", "alt/0102", 2020): 4.0, ("zahl", "alt/0101", 2021): 1.0}
    told = {o.place: o.code for o in report.oddities}
    assert told == {str(number): code for number, code in enumerate(ODD_ROWS.values(), start=3)}
    assert report.refused == 5


def test_a_name_that_two_areas_have_is_not_guessed_unless_the_division_is_told(store: Store, tmp_path: Path) -> None:
    put(store, tmp_path / "neu.csv", AREAS, "areas", division="neu")
    text = "Raum;Jahr;Wert\nNord;2020;4\n0101;2021;1\n"
    with pytest.raises(InputError) as caught:
        put(store, tmp_path / "zahl.csv", text)
    assert {o.code for o in caught.value.oddities} == {"ambiguous-area"}
    put(store, tmp_path / "zahl.csv", text, "indicators", division="neu")
    assert values(store) == {("zahl", "neu/0101", 2020): 4.0, ("zahl", "neu/0101", 2021): 1.0}


MAPPING = "alt;neu;Anteil\n0101;A;0,25\n0101;B;0,75\n0102;B;\n0103;C;\n"
HEADINGS = "Raum;Jahr;Indikator;Einheit;Wert\n"
COUNTS = HEADINGS + "".join(
    f"{area};2020;Kinder;Personen;{n}\n" for area, n in (("0101", 100), ("0102", 10), ("0103", 7))
)
RATES = HEADINGS + "0101;2020;Quote;%;40\n0102;2020;Quote;%;10\n0103;2020;Lage;;3\n0101;2020;Lage;;3\n"


@pytest.mark.parametrize("mapping_first", [True, False])
def test_counts_are_carried_over_with_their_total_whichever_comes_first(
    store: Store, tmp_path: Path, mapping_first: bool
) -> None:
    steps = [("zuordnung.csv", MAPPING, {"old": "alt", "new": "neu"}), ("kinder.csv", COUNTS, {})]
    for name, text, told in steps if mapping_first else steps[::-1]:
        put(store, tmp_path / name, text, "areas" if told else None, **told)
    found = measured(store)
    new = {area[4:]: tie for (_, area, _), tie in found.items() if area.startswith("neu/")}
    assert {name: tie.value for name, tie in new.items()} == {"A": 25.0, "B": 85.0, "C": 7.0}
    assert sum(tie.value for tie in new.values()) == 117
    assert all(tie.derived for tie in new.values())
    assert new["A"].rule == "Summe der Teile der Vorgängerräume, nach angegebenen Anteilen aufgeteilt"
    assert (new["B"].count, new["C"].rule) == (2, "Wert des Vorgängerraums, der ganz in diesem Raum aufging")


def test_rates_are_averaged_and_what_may_be_either_is_left(store: Store, tmp_path: Path) -> None:
    put(store, tmp_path / "quote.csv", RATES)
    report = put(store, tmp_path / "zuordnung.csv", MAPPING, "areas", old="alt", new="neu")
    new = {key[:2]: tie.value for key, tie in measured(store).items() if key[1].startswith("neu/")}
    assert new == {
        ("quote", "neu/A"): 40.0,
        ("quote", "neu/B"): pytest.approx((40 * 0.75 + 10 * 1) / 1.75),
        ("lage", "neu/C"): 3.0,
    }
    assert {o.code for o in report.oddities} >= {"unknown-unit", "parts-missing"}


def test_an_indicator_that_is_stored_is_found_by_its_name_and_keeps_its_unit(store: Store, tmp_path: Path) -> None:
    put(store, tmp_path / "Indicator.csv", "id,name,unit,high_is_need\nkreis/ind-1,Armut,%,ja\n")
    put(store, tmp_path / "quote.csv", HEADINGS + "0101;2020;Armut;;40\n")
    put(store, tmp_path / "zuordnung.csv", MAPPING, "areas", old="alt", new="neu")
    assert values(store) == {("ind-1", "alt/0101", 2020): 40.0, ("ind-1", "neu/A", 2020): 40.0}
    assert [
        n.unit for n in (store.network().node(i) for i in range(store.network().n)) if isinstance(n, Indicator)
    ] == ["%"]


def test_a_stated_value_of_a_new_area_is_never_replaced(store: Store, tmp_path: Path) -> None:
    put(store, tmp_path / "zuordnung.csv", MAPPING, "areas", old="alt", new="neu")
    put(store, tmp_path / "kinder.csv", COUNTS + "raum/neu/C;2020;Kinder;Personen;99\n")
    tie = measured(store)["kinder", "neu/C", 2020]
    assert (tie.value, tie.derived) == (99.0, False)


@given(
    st.lists(st.tuples(st.floats(0, 1e6), st.lists(st.floats(0.01, 1), min_size=1, max_size=4)), min_size=1, max_size=6)
)
@settings(max_examples=50, deadline=None)
def test_splitting_counts_keeps_their_total(olds: list[tuple[float, list[float]]]) -> None:
    by_area, news = {}, dict[int, list[Part]]()
    for i, (value, shares) in enumerate(olds):
        by_area[str(i)] = value
        for j, share in enumerate(shares):
            news.setdefault(j, []).append(Part(str(i), share / sum(shares), None, told=True))
    total = sum(value_of("count", parts, by_area) for parts in news.values())
    assert total == pytest.approx(sum(by_area.values()), rel=1e-9, abs=1e-9)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 1)), min_size=1, max_size=6))
@example([(1.5, 5e-324)])
def test_an_average_of_rates_lies_between_them(parts: list[tuple[float, float]]) -> None:
    by_area = {str(i): rate for i, (rate, _) in enumerate(parts)}
    made_of = [Part(str(i), share, None, told=True) for i, (_, share) in enumerate(parts)]
    low, high = min(by_area.values()), max(by_area.values())
    assert low - 1e-9 <= value_of("rate", made_of, by_area) <= high + 1e-9


@pytest.mark.parametrize(
    ("unit", "name", "nature"),
    [
        *(("%", "Kinder in Armut", "rate"), ("je 1.000", "Straftaten", "rate"), ("", "Arbeitslosenquote", "rate")),
        *(("Personen", "Einwohner", "count"), ("", "Anzahl der Kitas", "count"), ("Jahre", "Alter", "rate")),
        *(("", "Lage", "unknown"), ("Punkte", "Score", "unknown"), ("€ je Einwohner", "Kaufkraft", "rate")),
    ],
)
def test_the_unit_tells_whether_values_may_be_summed(unit: str, name: str, nature: str) -> None:
    assert nature_of(unit, name) == nature


@pytest.mark.parametrize("cell", ["-", ".", "x", "k. A.", "", " – ", "n/a", "/"])
def test_marks_of_the_statistical_offices_are_missing(cell: str) -> None:
    assert is_missing(cell)


@given(st.floats(-1e9, 1e9, allow_nan=False))
def test_a_number_is_read_as_it_is_written_in_german(value: float) -> None:
    english = f"{value:,.3f}"
    assert number_of(english.translate(str.maketrans(",.", ".,"))) == float(english.replace(",", ""))


@pytest.mark.parametrize(
    "headings", ["Name;Vorname;Amt", "von;nach;Wert", "AGS;name;population", "Kommune;Funktion;Stand"]
)
def test_other_tables_are_no_indicators(tmp_path: Path, headings: str) -> None:
    (tmp_path / "x.csv").write_text(f"{headings}\na;b;1\n", encoding="utf-8")
    with suppress(InputError):
        assert reader_of(Source.at(tmp_path / "x.csv")).name != "indicators"


def test_damaged_copies_end_in_a_report_or_a_clear_error(tmp_path: Path) -> None:
    survives("indicators", tmp_path / "x.csv", (LONG * 3).encode(), 60)
    survives("indicators", tmp_path / "y.csv", WIDE.encode(), 40)
