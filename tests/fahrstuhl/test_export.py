"""`fahrstuhl export` from outside: what is written, what is not, and that it reads again."""

import json
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

from fahrstuhl import exits
from fahrstuhl.main import run
from graph.store.opening import open_store
from tests.api import town


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a store of the town that stays open, so that each command joins it."""
    made = tmp_path_factory.mktemp("export")
    with pytest.MonkeyPatch.context() as patch, open_store(made / "store") as store:
        patch.setenv("FAHRSTUHL_STORE", str(made / "store"))
        patch.setenv("FAHRSTUHL_HEAP_MB", "512")
        with store.change("Stadt", "Test") as change:
            change.put(town.RECORDS)
        yield made


def test_the_format_follows_the_ending_and_only_what_is_public_is_written(folder: Path) -> None:
    out = folder / "netz.graphml"
    assert run(["export", "--out", str(out)]) == exits.DONE
    assert nx.read_graphml(out).number_of_nodes() == sum(hasattr(record, "name") for record in town.PUBLIC)
    assert [word for word in (*town.HIDDEN, *town.NAMED) if word in out.read_text("utf-8")] == []
    assert [path.name for path in folder.iterdir() if path.name.endswith(".part")] == []


def test_more_is_written_only_where_it_is_asked_for(folder: Path) -> None:
    out = folder / "alles.json"
    asked = ["export", "--out", str(out), "--visibility", "confidential", "--persons"]
    assert run(asked) == exits.DONE
    assert all(word in out.read_text("utf-8") for word in (*town.HIDDEN, *town.NAMED))
    assert run([*asked, "--pseudonymise"]) == exits.DONE
    document = json.loads(out.read_text("utf-8"))
    assert len(document["nodes"]) == sum(hasattr(record, "name") for record in town.RECORDS)
    assert [word for word in (*town.NAMED, town.LEADER) if word in out.read_text("utf-8")] == []


def test_what_is_exported_whole_changes_nothing_when_it_is_imported(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "netz.cypher"
    assert run(["export", "--out", str(out), "--visibility", "confidential", "--persons"]) == exits.DONE
    capsys.readouterr()
    assert run(["import", str(out), "--json"]) == exits.DONE
    report = json.loads(capsys.readouterr().out)
    assert (report["new"], report["changed"], report["unchanged"]) == (0, 0, len(town.RECORDS))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--out", "netz.docx"], exits.USAGE),
        (["--out", "netz.graphml", "--format", "word"], exits.USAGE),
        (["--out", "netz.graphml", "--as-of", "gestern"], exits.USAGE),
        (["--out", "gibt/es/nicht/netz.graphml"], exits.BAD_INPUT),
        ([], exits.USAGE),
    ],
)
def test_a_call_that_cannot_be_followed_says_why_and_writes_nothing(
    words: list[str], code: int, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    before = sorted(folder.iterdir())
    assert run(["export", *words, "--lang", "de"]) == code
    assert capsys.readouterr().err
    assert sorted(folder.iterdir()) == before


def test_a_file_that_was_there_stays_when_writing_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = folder / "alt.gexf"
    out.write_text("alt", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graph.exchange.gexf._lines", full)
    assert run(["export", "--out", str(out)]) == exits.BAD_INPUT
    assert out.read_text("utf-8") == "alt"
    assert [path.name for path in folder.iterdir() if path.name.endswith(".part")] == []
