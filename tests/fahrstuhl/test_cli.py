"""The command line from outside: what goes to which stream, exit codes, both languages, and a store left as it was."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fahrstuhl import exits
from fahrstuhl.main import run
from graph.store.opening import open_store
from graph.store.store import Store

EXAMPLES = Path(__file__).parents[2] / "examples"
QUESTIONS = ("multipliers", "cooperation-gaps", "lift-links")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that stays open, so that each command joins it instead of starting one."""
    folder = tmp_path_factory.mktemp("cli") / "store"
    with pytest.MonkeyPatch.context() as patch, open_store(folder) as store:
        patch.setenv("FAHRSTUHL_STORE", str(folder))
        patch.setenv("FAHRSTUHL_HEAP_MB", "512")
        yield store


@pytest.fixture(scope="module")
def landkreis(kept: Store) -> Store:
    """The same with the example Landkreis in it."""
    assert run(["import", str(EXAMPLES / "landkreis"), "--json"]) == exits.DONE
    return kept


def test_import_tells_what_was_read_and_a_second_changes_nothing(
    landkreis: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    before = landkreis.version()
    assert run(["import", str(EXAMPLES / "landkreis"), "--json"]) == exits.DONE
    report = json.loads(capsys.readouterr().out)
    assert (report["new"], report["changed"], report["refused"]) == (0, 0, 0)
    assert report["unchanged"] > 1000
    assert landkreis.version() == before


@pytest.mark.usefixtures("landkreis")
@pytest.mark.parametrize("name", QUESTIONS)
def test_ask_prints_json_alone_or_a_text_in_either_language(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", name, "--json"]) == exits.DONE
    captured = capsys.readouterr()
    answer = json.loads(captured.out)
    assert answer["question"] == name
    assert captured.err == ""
    for lang in ("de", "en"):
        assert run(["ask", name, "--lang", lang]) == exits.DONE
        shown = " ".join(capsys.readouterr().out.split())
        assert answer["definition"][lang].split(".")[0] in shown
        assert answer["title"][lang] in shown


@pytest.mark.usefixtures("landkreis")
def test_query_reads_and_is_refused_writing(capsys: pytest.CaptureFixture[str]) -> None:
    cypher = "MATCH (k:Kommune {kind: $kind}) RETURN count(k) AS gemeinden"
    assert run(["query", cypher, "--param", "kind=kreisangehörige Gemeinde", "--json"]) == exits.DONE
    rows = json.loads(capsys.readouterr().out)
    assert rows["columns"] == ["gemeinden"]
    assert rows["rows"] == [[8]]
    assert run(["query", "CREATE (n:Person {id: 'x'})"]) == exits.BAD_INPUT
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("landkreis")
def test_search_finds_by_a_part_of_the_name_whatever_the_spelling(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "JUGENDHILFEAUSSCH", "--json"]) == exits.DONE
    assert any(row["type"] == "Committee" for row in json.loads(capsys.readouterr().out))


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["ask", "wetter"], exits.USAGE),
        (["ask"], exits.USAGE),
        (["ask", "multipliers", "--as-of", "gestern"], exits.USAGE),
        (["frobnicate"], exits.USAGE),
        (["query", "RETURN 1", "--param", "nonsense"], exits.USAGE),
        (["draw", "levels", "--out", "bild.docx"], exits.USAGE),
        (["import", "/does/not/exist"], exits.BAD_INPUT),
        (["ask", "multipliers", "--kommune", "Atlantis"], exits.BAD_INPUT),
        (["undo", "4711"], exits.BAD_INPUT),
        (["ask", "multipliers", "--store", "bolt://127.0.0.1:9"], exits.STORE),
        (["ask", "multipliers", "--store", "http://127.0.0.1:9"], exits.USAGE),
        (["ask", "multipliers", "--store", __file__], exits.BAD_INPUT),
    ],
)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_wrong_call_says_what_to_do_and_leaves_with_its_code(
    landkreis: Store, argv: list[str], code: int, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = landkreis.version()
    assert run([*argv, "--lang", lang]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.strip().splitlines()) >= 2, "an error has a sentence and a hint"
    assert "Traceback" not in captured.err
    assert landkreis.version() == before


def test_history_undo_and_redo(kept: Store, capsys: pytest.CaptureFixture[str]) -> None:
    pattern = EXAMPLES / "patterns" / "jena"
    assert run(["import", str(pattern), "--json"]) == exits.DONE
    change = json.loads(capsys.readouterr().out)["change"]
    there = kept.counts()
    assert run(["undo", change]) == exits.DONE
    assert sum(kept.counts().values()) < sum(there.values())
    assert run(["redo"]) == exits.DONE
    assert kept.counts() == there
    capsys.readouterr()
    assert run(["history", "--json"]) == exits.DONE
    kinds = [row["kind"] for row in json.loads(capsys.readouterr().out)]
    assert kinds[:3] == ["redo", "undo", "import"]
    assert run(["undo"]) == exits.DONE


@pytest.mark.usefixtures("landkreis")
def test_draw_writes_whole_files(tmp_path: Path) -> None:
    for name, kind in (("a.html", "levels"), ("a.svg", "levels"), ("n.html", "network")):
        assert run(["draw", kind, "--out", str(tmp_path / name)]) == exits.DONE
        assert (tmp_path / name).read_text("utf-8").rstrip().endswith(("</html>", "</svg>"))
    assert run(["draw", "levels", "--out", str(tmp_path / "no" / "a.svg")]) == exits.BAD_INPUT
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.html", "a.svg", "n.html"]


@pytest.mark.usefixtures("landkreis")
def test_doctor_finds_a_fresh_embedded_store_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--json"]) == exits.DONE
    states = {check["state"] for check in json.loads(capsys.readouterr().out)["checks"]}
    assert "bad" not in states


def test_doctor_says_when_the_store_is_away(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--store", "bolt://127.0.0.1:9"]) == exits.STORE
    assert "→" in capsys.readouterr().out


def test_the_installed_command_answers() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "fahrstuhl", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("fahrstuhl 0.")
