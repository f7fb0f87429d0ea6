"""Planning rounds from the command line, over the example Landkreis."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from fahrstuhl import exits
from fahrstuhl.main import run
from graph.store.opening import open_store
from graph.store.store import Store

EXAMPLES = Path(__file__).parents[2] / "examples"
ROUND = "Planungsrunde Integrierte Sozialplanung 2026"


@pytest.fixture(scope="module", autouse=True)
def landkreis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that stays open, with the example in it."""
    folder = tmp_path_factory.mktemp("round") / "store"
    with pytest.MonkeyPatch.context() as patch, open_store(folder) as store:
        patch.setenv("FAHRSTUHL_STORE", str(folder))
        patch.setenv("FAHRSTUHL_HEAP_MB", "512")
        assert run(["import", str(EXAMPLES / "landkreis"), "--json"]) == exits.DONE
        yield store


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_the_round_of_the_example_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["round", "list", "--as-of", "2026-06-30", "--lang", "de"]) == exits.DONE
    assert "offen 1, überfällig 0, erledigt 1" in told(capsys)
    assert run(["round", "show", ROUND, "--as-of", "01.10.2026", "--lang", "de"]) == exits.DONE
    shown = told(capsys)
    assert "Aufgaben am 01.10.2026: offen 0, überfällig 1, erledigt 1." in shown
    assert "Schulentwicklungsplanung" in shown
    assert run(["round", "show", "musterkreis/runde", "--visibility", "public", "--json"]) == exits.DONE
    assert json.loads(capsys.readouterr().out)["notes"] == []


def test_a_round_from_its_beginning_to_its_progress(landkreis: Store, capsys: pytest.CaptureFixture[str]) -> None:
    begun = ["round", "new", "Runde 2027", "--starts", "15.01.2027", "--about", "Sozialplanung", "--with", "Jugendamt"]
    assert run(begun) == exits.DONE
    job = ["round", "task", "Runde 2027", "[bold]Zahlen[/]", "--to", "Jugendamt", "--due", "2027-03-01"]
    assert run([*job, "--on", "2027-01-15"]) == exits.DONE
    assert run(["round", "decide", "Runde 2027", "Falkenlohe zuerst", "--about", "Falkenlohe"]) == exits.DONE
    assert run(["round", "note", "Runde 2027", "Räume", "--text", "vom Kreissportbund"]) == exits.DONE
    assert run(["round", "freeze", "Runde 2027", "--remark", "Auftakt", "--as-of", "2026-06-30"]) == exits.DONE
    version = landkreis.version()
    assert run(["round", "done", "note/bold-zahlen", "--on", "01.02.2027"]) == exits.DONE
    assert run(["add", "Organisation", "name=Neuer Träger", "kind=Träger"]) == exits.DONE
    assert run(["round", "freeze", "Runde 2027", "--as-of", "2026-06-30", "--persons"]) == exits.DONE
    capsys.readouterr()
    assert run(["round", "frozen", "Runde 2027", "--lang", "de"]) == exits.DONE
    shown = told(capsys)
    assert ("Auftakt" in shown, str(version) in shown, "ja" in shown.split()) == (True, True, False)
    assert run(["round", "frozen", "Runde 2027", "-n", "1", "--lang", "de"]) == exits.DONE
    assert "Stellschrauben" in told(capsys)
    assert run(["round", "frozen", "Runde 2027", "-n", "2"]) == exits.BAD_INPUT
    assert run(["round", "progress", "Runde 2027"]) == exits.BAD_INPUT
    capsys.readouterr()
    day = ["--as-of", "2027-03-02"]
    assert run(["round", "progress", "Runde 2027", "--persons", "--json", *day]) == exits.DONE
    found = json.loads(capsys.readouterr().out)
    assert (found["before"]["number"], found["after"]["number"], len(found["checks"])) == (1, 2, 10)
    assert (found["tasks"][0]["name"], found["tasks"][0]["after"]) == ("[bold]Zahlen[/]", "done")
    assert len(found["reservations"]) == 1
    assert run(["round", "progress", "Runde 2027", "--persons", "--lang", "de", *day]) == exits.DONE
    assert "Die Stände wurden mit verschiedenen Rechten erfragt (intern, ohne Personen; intern, mit Personen)" in told(
        capsys
    )
    assert run(["round", "forget", "Runde 2027", "2"]) == exits.DONE
    assert [head.number for head in landkreis.frozen()] == [1]


@pytest.mark.parametrize(
    "words",
    [
        ["round", "show", "keine"],
        ["round", "freeze", "keine"],
        ["round", "frozen", ROUND, "-n", "7"],
        ["round", "progress", ROUND],
        ["round", "progress", ROUND, "--with", "keine"],
        ["round", "new", "Neu", "--about", "Nirgendwo"],
        ["round", "new", "Neu", "--starts", "gestern"],
        ["round", "new", ROUND],
        ["round", "task", ROUND, "x", "--to", "Nirgendwer"],
        ["round", "note", ROUND, ""],
        ["round", "done", "musterkreis/v-kennzahlen"],
        ["round", "done", "musterkreis/isp"],
        ["round", "freeze", ROUND, "--kommune", "Nirgendwo"],
        ["round", "freeze", ROUND, "--visibility", "alle"],
    ],
)
def test_what_does_not_fit_is_refused_with_what_to_do(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) in (exits.BAD_INPUT, exits.USAGE)
    shown = capsys.readouterr()
    assert len((shown.err or shown.out).strip().splitlines()) >= 2
