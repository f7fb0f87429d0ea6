"""Loose values become a record, or one oddity for each field that does not fit."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.errors import ConflictError, InputError
from schema.folding import fold
from schema.nodes import Department, Document, Kommune, Sozialraum
from schema.ties import CooperatesWith, Measured, MemberOf, tie_id
from schema.validation import check_ends, checked, record_type


def test_every_bad_field_is_named_with_file_row_and_field() -> None:
    with pytest.raises(InputError) as caught:
        checked(Kommune, {"id": "k", "name": "", "ags": "3241", "colour": "red"}, file="Kommune.csv", place="row 7")
    oddities = {o.field: o for o in caught.value.oddities}
    assert set(oddities) == {"source", "name", "ags", "colour"}
    assert all(o.file == "Kommune.csv" and o.place == "row 7" and o.refused for o in oddities.values())
    assert oddities["name"].message.de == "Name: ist leer"
    assert oddities["source"].message.en == "source: is missing"


@pytest.mark.parametrize(
    ("values", "field", "german"),
    [
        ({"year": "abc", "value": 1}, "year", "ist keine ganze Zahl"),
        ({"year": 2020, "value": "viel"}, "value", "ist keine Zahl"),
        ({"year": 2020, "value": float("nan")}, "value", "ist keine endliche Zahl"),
        ({"year": 1492, "value": 1}, "year", "ist kleiner als 1900"),
        ({"year": 2020, "value": 1, "valid_from": "gestern"}, "valid_from", "ist kein Datum (JJJJ-MM-TT)"),
        ({"year": 2020, "value": 1, "confidence": 2}, "confidence", "ist größer als 1.0"),
        ({"year": 2020, "value": 1, "visibility": "geheim"}, "visibility", "muss eines sein von"),
    ],
)
def test_what_is_wrong_is_said_in_german(values: dict[str, object], field: str, german: str) -> None:
    row = {"id": "m", "source": "t", "start": "i", "end": "s", **values}
    with pytest.raises(InputError) as caught:
        checked(Measured, row, file="MEASURED.csv")
    (oddity,) = caught.value.oddities
    assert oddity.field == field
    assert german in oddity.message.de


def test_a_record_cannot_end_before_it_begins() -> None:
    with pytest.raises(InputError, match="before"):
        checked(
            Department,
            {"id": "d", "source": "t", "name": "Amt", "valid_from": "2020-01-02", "valid_to": "2020-01-01"},
            file="f",
        )


def test_a_tie_joins_two_different_nodes() -> None:
    with pytest.raises(InputError, match="joins a node with itself"):
        checked(CooperatesWith, {"id": "t", "source": "t", "start": "a", "end": "a"}, file="f")


def test_wrong_ends_are_refused_naming_both_types() -> None:
    tie = MemberOf(id="t", source="t", start="a", end="b")
    with pytest.raises(ConflictError) as caught:
        check_ends([tie], {"a": Document, "b": Department})
    assert "Dokument" in caught.value.text.de
    assert "Verwaltungseinheit" in caught.value.text.de


def test_a_missing_end_is_refused_naming_it() -> None:
    tie = MemberOf(id="t", source="t", start="a", end="fehlt")
    with pytest.raises(ConflictError, match="fehlt"):
        check_ends([tie], {"a": Department})


def test_an_unknown_type_lists_those_there_are() -> None:
    with pytest.raises(InputError, match="Sozialraum"):
        record_type("Socialraum")


def test_geometry_is_kept_in_one_spelling_and_held_to_the_globe() -> None:
    point = {"type": "Point", "coordinates": [8.4, 49.0]}
    spaced = '{ "type": "Point",  "coordinates": [8.4, 49.0] }'
    made = [
        checked(Sozialraum, {"id": "s", "source": "t", "name": "N", "geometry": g}, file="f") for g in (point, spaced)
    ]
    assert made[0].geometry == made[1].geometry == '{"type":"Point","coordinates":[8.4,49.0]}'
    for bad in (
        {"type": "Point", "coordinates": [400, 1]},
        {"type": "Kreis"},
        {"type": "Polygon", "coordinates": [1]},
        "{",
    ):
        with pytest.raises(InputError):
            checked(Sozialraum, {"id": "s", "source": "t", "name": "N", "geometry": bad}, file="f")


def test_properties_leave_out_what_is_not_set_and_keep_dates() -> None:
    made = Department(id="d", source="t", name="Amt", valid_from=date(2020, 1, 1))
    assert made.properties()["valid_from"] == date(2020, 1, 1)
    assert "valid_to" not in made.properties()
    assert made.properties()["visibility"] == "public"
    assert Department.model_validate(made.properties()) == made


@given(st.text())
def test_folding_is_idempotent_and_blind_to_case(a: str) -> None:
    assert fold(fold(a)) == fold(a)
    assert fold(a.casefold()) == fold(a)


@pytest.mark.parametrize(
    ("one", "other"), [("Müller", "MUELLER"), ("Grötzingen", "groetzingen"), ("Straße", "STRASSE"), ("café", "Cafe")]
)
def test_folding_meets_the_usual_spellings(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_tie_ids_tell_parallel_ties_apart() -> None:
    assert tie_id("MEMBER_OF", "a", "b") != tie_id("MEMBER_OF", "a", "b", "2020")
