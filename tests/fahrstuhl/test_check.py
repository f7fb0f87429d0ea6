"""`fahrstuhl check` from outside, over the example of Emden: one, all, compared, and what is refused."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from fahrstuhl import exits
from fahrstuhl.main import run
from graph.store.opening import open_store

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module", autouse=True)
def emden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store that stays open, with the example in it."""
    folder = tmp_path_factory.mktemp("check") / "store"
    with pytest.MonkeyPatch.context() as patch, open_store(folder):
        patch.setenv("FAHRSTUHL_STORE", str(folder))
        patch.setenv("FAHRSTUHL_HEAP_MB", "512")
        assert run(["import", str(EXAMPLES / "emden"), "--json"]) == exits.DONE
        yield


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_all_ten_are_listed_by_sign_and_word(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["check", "--as-of", "2017-12-01", "--json"]) == exits.DONE
    results = json.loads(capsys.readouterr().out)["results"]
    assert [result["number"] for result in results] == list(range(1, 11))
    assert [result["status"] for result in results][0:6:5] == ["met", "met"]
    assert run(["check", "--as-of", "2017-12-01", "--lang", "de"]) == exits.DONE
    shown = told(capsys)
    assert "● erfüllt" in shown
    assert "? unbekannt" in shown
    assert "Nr." in shown


def test_one_tells_its_witnesses_and_what_would_change_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "1", "--as-of", "2026-06-30", "--lang", "de"]) == exits.DONE
    shown = told(capsys)
    assert "◐ teilweise erfüllt" in shown
    assert "Beschluss zur Stabsstelle Sozialplanung – beschlossen von – Rat der Stadt" in shown
    assert "neu: Beschluss zur integrierten Planung (Vorschlag) (Dokument)" in shown


def test_two_days_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--as-of", "2017-12-01", "--against", "2014-06-01", "--json"]) == exits.DONE
    differences = json.loads(capsys.readouterr().out)["differences"]
    assert [one["number"] for one in differences if one["before"] != one["after"]] == [1, 6]
    assert run(["check", "6", "--as-of", "2017-12-01", "--against", "2014-06-01", "--lang", "de"]) == exits.DONE
    assert "unbekannt → erfüllt" in told(capsys)


def test_a_number_or_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in (["11"], ["0"], ["--against", "gestern"]):
        assert run(["check", *wrong]) == exits.USAGE
        assert capsys.readouterr().out == ""
    assert run(["check", "--against-kommune", "Nirgendwo"]) == exits.BAD_INPUT


def test_a_pattern_of_good_practice_is_compared_with(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "2", "--as-of", "2026-06-30", "--pattern", "jena", "--lang", "de"]) == exits.DONE
    shown = told(capsys)
    assert "Muster Jena: passender Dezernatszuschnitt (eigene Illustration) (erfüllt → nicht erfüllt)" in shown
    assert "5 von 6 Fachplanungen" in shown
    assert run(["check", "--as-of", "2026-06-30", "--pattern", "lk-pinneberg", "--lang", "de"]) == exits.DONE
    assert "Im Vergleich: Muster Landkreis Pinneberg" in told(capsys)
    assert run(["check", "--pattern", "Musterstadt"]) == exits.USAGE
