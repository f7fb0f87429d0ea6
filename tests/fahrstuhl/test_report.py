"""`fahrstuhl report` from outside, over the example of Emden: each kind of file, and what is refused."""

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
    folder = tmp_path_factory.mktemp("report") / "store"
    with pytest.MonkeyPatch.context() as patch, open_store(folder):
        patch.setenv("FAHRSTUHL_STORE", str(folder))
        patch.setenv("FAHRSTUHL_HEAP_MB", "512")
        assert run(["import", str(EXAMPLES / "emden"), "--json"]) == exits.DONE
        yield


@pytest.mark.parametrize(("ending", "begins"), [("html", b"<!doctype html>"), ("docx", b"PK"), ("PDF", b"%PDF-")])
def test_the_ending_says_which_kind_of_file(tmp_path: Path, ending: str, begins: bytes) -> None:
    out = tmp_path / f"dossier.{ending}"
    assert run(["report", "--out", str(out), "--as-of", "2026-06-30", "--lang", "de", "--no-robust"]) == exits.DONE
    assert out.read_bytes().startswith(begins)
    assert [*tmp_path.iterdir()] == [out]


def test_one_record_has_a_dossier_of_its_own_in_either_language(tmp_path: Path) -> None:
    out = tmp_path / "one.html"
    assert run(["report", "--out", str(out), "--about", "Jugendhilfeplanung", "--lang", "en"]) == exits.DONE
    assert "<bdi>Jugendhilfeplanung</bdi></h1>" in out.read_text("utf-8")
    assert "Profile</bdi></h2>" in out.read_text("utf-8")


def test_what_is_not_there_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", "--out", str(tmp_path / "dossier.odt"), "--lang", "de"]) == exits.USAGE
    assert ".html, .docx, .pdf" in " ".join(capsys.readouterr().err.split())
    wrong = ["report", "--out", str(tmp_path / "x.html"), "--lang", "de"]
    assert run([*wrong, "--about", "niemand"]) == exits.BAD_INPUT
    assert run([*wrong, "--as-of", "gestern"]) == exits.USAGE
    assert run(["report", "--out", str(tmp_path / "no" / "folder.html"), "--lang", "de"]) == exits.BAD_INPUT
    assert [*tmp_path.iterdir()] == []
