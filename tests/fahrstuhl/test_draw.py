"""`fahrstuhl draw`: each picture as each kind of file, whole or not at all, and what is wrong with a call."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fahrstuhl import exits
from fahrstuhl.main import run
from graph.store.opening import open_store
from tests.viz.pictured import quarters

KINDS = ("levels", "matrix", "positions", "map", "stellschrauben")
BEGINS = {"html": b"<!doctype html>", "svg": b"<svg ", "png": b"\x89PNG"}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store with four areas on the map, open while each command joins it."""
    folder = tmp_path_factory.mktemp("draw") / "store"
    with pytest.MonkeyPatch.context() as patch, open_store(folder) as store:
        patch.setenv("FAHRSTUHL_STORE", str(folder))
        patch.setenv("FAHRSTUHL_HEAP_MB", "512")
        with store.change("four areas", "test") as changes:
            changes.put(quarters())
        yield


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("kind", KINDS)
def test_each_picture_is_written_as_each_kind_of_file(kind: str, tmp_path: Path) -> None:
    for ending, begin in BEGINS.items():
        out = tmp_path / f"picture.{ending}"
        assert run(["draw", kind, "--out", str(out)]) == exits.DONE
        assert out.read_bytes().startswith(begin)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["picture.html", "picture.png", "picture.svg"]


@pytest.mark.usefixtures("kept")
def test_options_choose_what_is_drawn(tmp_path: Path) -> None:
    out = tmp_path / "picture.svg"
    assert run(["draw", "map", "--over", "Hälften", "--out", str(out), "--lang", "en"]) == exits.DONE
    assert "laid over: Hälften" in out.read_text("utf-8")
    assert run(["draw", "matrix", "--kind", "committee-committee", "--out", str(out)]) == exits.DONE
    assert "Gremium × Gremium" in out.read_text("utf-8")


@pytest.mark.usefixtures("kept")
def test_a_wrong_call_writes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "picture.gif"
    assert run(["draw", "map", "--out", str(out)]) == exits.USAGE
    assert run(["draw", "map", "--division", "Mars", "--out", str(out.with_suffix(".svg"))]) == exits.BAD_INPUT
    assert run(["draw", "matrix", "--kind", "sideways", "--out", str(out.with_suffix(".svg"))]) == exits.USAGE
    assert run(["draw", "matrix", "--out", str(tmp_path / "no" / "a.svg")]) == exits.BAD_INPUT
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "levels"])
def test_what_a_scenario_changes_is_drawn(kind: str, tmp_path: Path) -> None:
    plan, out = f"plan-{kind}", tmp_path / "picture.html"
    assert run(["scenario", "new", plan]) == exits.DONE
    assert run(["add", "Document", "name=Beschluss zur Planung", "--scenario", plan]) == exits.DONE
    assert run(["draw", kind, "--scenario", plan, "--out", str(out), "--lang", "de"]) == exits.DONE
    assert "Was das Szenario ändert" in out.read_text("utf-8")
