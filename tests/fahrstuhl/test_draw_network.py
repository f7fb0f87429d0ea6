"""`fahrstuhl draw network`: through vis-network unless the own canvas is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fahrstuhl import exits
from fahrstuhl.main import run
from graph.store.opening import open_store
from tests.viz.towns import small_town


@pytest.fixture(scope="module", autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store with a small town, open while each command joins it."""
    folder = tmp_path_factory.mktemp("draw-network") / "store"
    with pytest.MonkeyPatch.context() as patch, open_store(folder) as store:
        patch.setenv("FAHRSTUHL_STORE", str(folder))
        patch.setenv("FAHRSTUHL_HEAP_MB", "512")
        with store.change("a small town", "test") as changes:
            changes.put(small_town())
        yield


def test_the_canvas_is_chosen_by_an_option(tmp_path: Path) -> None:
    given: dict[str, tuple[str, ...]] = {"plain": (), "vis": ("--canvas", "vis"), "own": ("--canvas", "own")}
    files = {name: tmp_path / f"{name}.html" for name in given}
    for name, options in given.items():
        assert run(["draw", "network", "--out", str(files[name]), "--lang", "en", *options]) == exits.DONE
    made = {name: path.read_text("utf-8") for name, path in files.items()}
    assert made["plain"] == made["vis"]
    assert "vis-network" in made["vis"]
    assert "vis-network" not in made["own"]
    for text in made.values():
        assert "Jugendtreff" in text
        assert "Erika Beispiel" not in text  # persons only when asked for
        assert '<html lang="en">' in text


def test_what_cannot_be_drawn_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    assert run(["draw", "network", "--canvas", "sand", "--out", str(tmp_path / "a.html")]) == exits.USAGE
    assert run(["draw", "network", "--canvas", "own", "--out", str(tmp_path / "a.svg")]) == exits.USAGE
    assert list(tmp_path.iterdir()) == []
