"""A network through the command line: read in, asked about, and a wrong call told apart from bad input."""

import json
from collections.abc import Iterator

import pytest

from fahrstuhl import exits
from fahrstuhl.main import run
from graph.store.opening import open_store
from graph.store.store import Store

FILES = {
    "knoten.csv": "Name;Ebene;Sektor\nRathaus;Verwaltung;öffentlich\nHof;Lebenswelt;frei\nHaus;Stufe 3;frei\n",
    "kanten.csv": "von;nach;Stärke\nRathaus;Hof;3\nHof;Haus;1\nHaus;Haus;1\n",
    "sitze.csv": "Mitglied;Gremium\nRathaus;Beirat\nHof;Beirat\nHaus;Beirat\n",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that stays open, with the network of a village in it."""
    folder = tmp_path_factory.mktemp("network")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, open_store(folder / "store") as opened:
        patch.setenv("FAHRSTUHL_STORE", str(folder / "store"))
        patch.setenv("FAHRSTUHL_HEAP_MB", "512")
        patch.chdir(folder)
        assert run(["import", ".", "--column", "group=Sektor", "--nodes", "Department", "--json"]) == exits.DONE
        yield opened


def test_a_network_is_read_with_an_account_in_either_language(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    before = store.version()
    for lang, word in (("de", "mit sich selbst"), ("en", "tied to itself")):
        call = ["import", ".", "--kind", "network", "--nodes", "Department", "--lang", lang]
        assert run(call) == exits.DONE
        shown = " ".join(capsys.readouterr().out.split())
        assert word in shown
        assert "Stufe 3" in shown
    assert store.version() == before
    assert {"Department": 3, "Committee": 1, "COOPERATES_WITH": 2, "MEMBER_OF": 3}.items() <= store.counts().items()


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("question", ["lift-links", "multipliers", "cooperation-gaps"])
def test_each_question_answers_about_a_network(question: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", question, "--persons", "--json"]) == exits.DONE
    assert json.loads(capsys.readouterr().out)["question"] == question


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--kind", "netz"], exits.USAGE, "network"),
        (["--column", "group"], exits.USAGE, "group=Sponsorship"),
        (["--column", "=Sektor"], exits.USAGE, "group=Sponsorship"),
        (["--column", "farbe=Sektor"], exits.USAGE, "group"),
        (["--column", "group=Farbe"], exits.USAGE, "Sektor"),
        (["--nodes", "Document"], exits.USAGE, "Organisation"),
        (["--kind", "tables", "--nodes", "Person"], exits.USAGE, "--column"),
        (["--kind", "oparl"], exits.BAD_INPUT, "OParl"),
    ],
)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_wrong_option_names_the_right_ones(
    store: Store, options: list[str], code: int, said: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = store.version()
    assert run(["import", ".", *options, "--lang", lang]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert store.version() == before
