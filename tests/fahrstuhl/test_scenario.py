"""Scenarios and edits from the command line, over the example Landkreis."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from fahrstuhl import exits
from fahrstuhl.main import run
from graph.store.opening import open_store
from graph.store.store import Store

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module", autouse=True)
def landkreis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that stays open, with the example in it."""
    folder = tmp_path_factory.mktemp("scenario") / "store"
    with pytest.MonkeyPatch.context() as patch, open_store(folder) as store:
        patch.setenv("FAHRSTUHL_STORE", str(folder))
        patch.setenv("FAHRSTUHL_HEAP_MB", "512")
        assert run(["import", str(EXAMPLES / "landkreis"), "--json"]) == exits.DONE
        yield store


@pytest.fixture
def plan(landkreis: Store) -> Iterator[str]:
    assert run(["scenario", "new", "plan", "--title", "Verfügung für alle", "--as-of", "30.06.2026"]) == exits.DONE
    yield "plan"
    landkreis.forget("plan")


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_a_proposal_is_tried_and_adopted_and_undone(
    plan: str, landkreis: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    version = landkreis.version()
    assert run(["scenario", "propose", plan, "3", "--lang", "de"]) == exits.DONE
    assert "Verfügung zur gemeinsamen Planung (Vorschlag)" in told(capsys)
    assert run(["ask", "scenario", "--scenario", plan, "--lang", "de"]) == exits.DONE
    shown = told(capsys)
    assert "Stellschraube 3 (Verfügung zur ressortübergreifenden Planung): teilweise erfüllt → erfüllt." in shown
    assert "Einträge, die das Szenario berührt: 8." in shown
    assert run(["ask", "multipliers", "--scenario", plan, "--lang", "de"]) == exits.DONE
    assert "Das Szenario ändert an dieser Antwort nichts." in told(capsys)
    assert run(["ask", "robustness", "--scenario", plan, "--lang", "de"]) == exits.DONE
    assert "Was das Szenario an dieser Antwort ändert" in told(capsys)
    assert run(["check", "3", "--scenario", plan, "--lang", "de"]) == exits.DONE
    assert "Daten, wie sie sind (teilweise erfüllt → erfüllt)" in told(capsys)
    assert landkreis.version() == version
    assert run(["scenario", "adopt", plan, "--lang", "de"]) == exits.DONE
    assert f"Übernommen als Änderung {version + 1}" in told(capsys)
    assert run(["undo"]) == exits.DONE


def test_edits_and_files_fill_it(plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", "Department", "name=Neue Stelle", "kind=Stabsstelle", "--scenario", plan]) == exits.DONE
    assert run(["alter", "musterkreis/amt-50", "note=mit Leitung", "--scenario", plan]) == exits.DONE
    assert run(["end", "musterkreis/amt-53", "--on", "31.12.2026", "--scenario", plan]) == exits.DONE
    (tmp_path / "TargetGroup.csv").write_text("id,name\nneu,Pendlerinnen\n", encoding="utf-8")
    assert run(["import", str(tmp_path), "--scenario", plan]) == exits.DONE
    capsys.readouterr()
    assert run(["scenario", "show", plan, "--lang", "de"]) == exits.DONE
    shown = told(capsys)
    assert all(word in shown for word in ("Neue Stelle", "mit Leitung", "Gesundheitsamt", "Pendlerinnen", "beendet"))
    assert run(["scenario", "clear", plan, "neu", "department/neue-stelle"]) == exits.DONE
    assert "Pendlerinnen" not in told(capsys)
    assert run(["remove", "musterkreis/amt-53", "--scenario", plan, "--lang", "de"]) == exits.DONE
    assert "weggenommen" in told(capsys)


def test_several_stand_side_by_side(plan: str, landkreis: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["scenario", "propose", plan, "7"]) == exits.DONE
    assert run(["scenario", "new", "beides", "--like", plan]) == exits.DONE
    assert run(["scenario", "propose", "beides", "3"]) == exits.DONE
    capsys.readouterr()
    assert run(["scenario", "compare", plan, "beides", "--as-of", "2026-06-30", "--json"]) == exits.DONE
    checks = {one["number"]: one["statuses"] for one in json.loads(capsys.readouterr().out)["checks"]}
    assert (checks[3], checks[7]) == (["partly", "partly", "met"], ["missing", "met", "met"])
    assert run(["scenario", "compare", plan, "beides", "--as-of", "2026-06-30", "--lang", "de"]) == exits.DONE
    assert "◐ teilweise erfüllt ● erfüllt" in told(capsys).replace(" │", "")
    assert run(["scenario", "list", "--lang", "de"]) == exits.DONE
    assert "beides" in told(capsys)
    assert run(["scenario", "discard", "beides"]) == exits.DONE
    assert [one.name for one in landkreis.scenarios()] == [plan]


def test_the_data_are_edited_by_hand(landkreis: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", "TargetGroup", "name=Pendlerinnen", "--why", "Anregung der Konferenz"]) == exits.DONE
    latest = landkreis.history(limit=1)[0]
    assert (latest.why.de, latest.tally.new) == ("Anregung der Konferenz", 1)
    assert run(["add", "TargetGroup", "id=targetgroup/pendlerinnen", "name=x"]) == exits.BAD_INPUT
    assert run(["alter", "targetgroup/pendlerinnen", "hard_to_reach=4"]) == exits.DONE
    assert run(["alter", "targetgroup/pendlerinnen", "hard_to_reach=4", "--lang", "de"]) == exits.DONE
    assert "Nichts zu ändern" in told(capsys)
    assert run(["remove", "targetgroup/pendlerinnen"]) == exits.DONE
    assert "targetgroup/pendlerinnen" not in landkreis.network().index


@pytest.mark.parametrize(
    "words",
    [
        ["scenario", "show", "keins"],
        ["scenario", "adopt", "keins"],
        ["scenario", "new", "a/b"],
        ["ask", "multipliers", "--scenario", "keins"],
        ["add", "Department", "Jugendamt"],
        ["add", "Amt", "name=x"],
        ["end", "musterkreis/amt-50", "--on", "gestern"],
        ["alter", "nirgends", "name=x"],
    ],
)
def test_what_does_not_fit_is_refused_with_what_to_do(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) in (exits.BAD_INPUT, exits.USAGE)
    told = capsys.readouterr()
    assert len((told.err or told.out).strip().splitlines()) >= 2
