"""Every error has its status, and its words in both languages."""

from collections.abc import Iterator

import pytest

from api import refusals
from api.problems import KINDS, kind_of, problem
from schema import errors
from schema.errors import FahrstuhlError, InputError, Oddity
from schema.text import Text

# RFC 9110 for all but 421 (there too, 15.5.20) and the problem types, which are ours.
STATUS = {
    errors.UsageError: 400,
    errors.UnmeasurableError: 400,
    errors.NotFoundError: 404,
    errors.InputError: 422,
    errors.ConflictError: 409,
    errors.NotAllowedError: 403,
    errors.LimitError: 422,
    errors.StoreError: 503,
    errors.StoreUnreachable: 503,
    errors.StoreInUse: 503,
    refusals.TokenNeeded: 401,
    refusals.ForeignPage: 403,
    refusals.WrongHost: 421,
    refusals.NoSuchPath: 404,
    refusals.WrongMethod: 405,
    refusals.BodyTooLarge: 413,
    refusals.BodyTooSlow: 408,
    refusals.BadRequest: 422,
    refusals.Unexpected: 500,
}


def _family(base: type[FahrstuhlError]) -> Iterator[type[FahrstuhlError]]:
    for cls in base.__subclasses__():
        if cls.__module__ in (errors.__name__, refusals.__name__):
            yield cls
            yield from _family(cls)


def test_every_error_of_the_house_is_in_the_table_above() -> None:
    assert set(_family(FahrstuhlError)) == set(STATUS)


@pytest.mark.parametrize(("error", "status"), STATUS.items(), ids=lambda value: getattr(value, "__name__", value))
def test_each_error_has_its_status(error: type[FahrstuhlError], status: int) -> None:
    assert kind_of(error).status == status


def test_each_kind_has_an_anchor_of_its_own_and_a_title_in_both_languages() -> None:
    assert len({kind.slug for kind in KINDS.values()}) == len(KINDS)
    assert all(kind.title.de and kind.title.en and kind.title.de != kind.title.en for kind in KINDS.values())


def test_who_is_told_to_come_back_is_told_when() -> None:
    assert {k.status for k in KINDS.values() if "Retry-After" in k.headers} == {503}
    assert all("Retry-After" in kind.headers for kind in KINDS.values() if kind.status == 503)


def test_a_problem_speaks_the_readers_language_and_names_the_fields() -> None:
    oddity = Oddity("invalid-field", Text("AGS: hat nicht die verlangte Form", "AGS: bad form"), "a.csv", "3", "ags")
    error = InputError(Text("Kommune abgelehnt", "Kommune refused"), Text("Berichtigen", "Mend it"), (oddity,))
    assert problem(error, "de").model_dump() == {
        "type": "/api#input",
        "title": "Schlechte Eingabe",
        "status": 422,
        "detail": "Kommune abgelehnt",
        "hint": "Berichtigen",
        "fields": ({"field": "ags", "message": "AGS: hat nicht die verlangte Form"},),
    }
    assert problem(error, "en").fields[0].message == "AGS: bad form"
