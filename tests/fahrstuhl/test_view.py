"""Saved views from the command line."""

import json
from collections.abc import Iterator

import pytest

from fahrstuhl import exits
from fahrstuhl.main import run
from graph.store.opening import open_store
from graph.store.store import Store


@pytest.fixture(scope="module", autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An empty store that stays open."""
    folder = tmp_path_factory.mktemp("view") / "store"
    with pytest.MonkeyPatch.context() as patch, open_store(folder) as opened:
        patch.setenv("FAHRSTUHL_STORE", str(folder))
        patch.setenv("FAHRSTUHL_HEAP_MB", "512")
        yield opened


def test_a_view_is_saved_shown_and_forgotten(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["view", "list", "--lang", "de"]) == exits.DONE
    assert "Noch keine Ansicht gemerkt." in capsys.readouterr().out
    assert (
        run(["view", "save", "[bold]Süd[/]", "/matrix?kind=committee-committee&lang=en", "--lang", "de"]) == exits.DONE
    )
    assert "„[bold]Süd[/]“ ist gemerkt: /matrix?kind=committee-committee" in " ".join(capsys.readouterr().out.split())
    assert run(["view", "list", "--json"]) == exits.DONE
    (view,) = json.loads(capsys.readouterr().out)
    assert (view["name"], view["address"]) == ("[bold]Süd[/]", "/matrix?kind=committee-committee")
    assert run(["view", "list", "--lang", "de"]) == exits.DONE
    assert "Matrix" in capsys.readouterr().out
    assert run(["view", "forget", "[bold]Süd[/]"]) == exits.DONE
    assert store.views() == []


@pytest.mark.parametrize(
    "words",
    [
        ["save", "fort", "https://example.org/map"],
        ["save", "fort", "//example.org"],
        ["save", "x" * 121, "/map"],
        ["save", "", "/map"],
        ["forget", "keine"],
    ],
)
def test_what_cannot_be_ends_with_a_word(store: Store, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["view", *words]) != exits.DONE
    assert "Traceback" not in capsys.readouterr().err
    assert store.views() == []
