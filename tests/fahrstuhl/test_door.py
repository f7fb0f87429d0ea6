"""The door loads a command when it is called, and shows all of them when it is asked for help."""

import subprocess
import sys

import pytest

from fahrstuhl import exits
from fahrstuhl.commands import ask
from fahrstuhl.door import PLACES
from fahrstuhl.language import translate
from fahrstuhl.main import run


def loaded_after(call: str) -> set[str]:
    """Run a call in a process of its own and give the names of the packages that it loaded."""
    code = f"import sys; from fahrstuhl.main import run; run({call!r}.split()); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_the_version_needs_neither_the_network_nor_a_store() -> None:
    assert not loaded_after("--version") & {"graph", "viz", "api", "numpy", "neo4j", "pydantic"}


def test_a_command_loads_no_other_and_nothing_that_only_others_need() -> None:
    loaded = loaded_after("search --help")
    assert "fahrstuhl.commands.search" in loaded
    assert not loaded & {"fahrstuhl.commands.report", "docx", "rdflib", "openpyxl", "scipy.stats", "uvicorn", "viz"}


def test_who_may_ask_every_question_loads_none_before_asking() -> None:
    modules = {f"graph.questions.{name.replace('-', '_')}" for name in ("multipliers", "silos", "cooperation-gaps")}
    assert not loaded_after("ask --help") & {*modules, "scipy.stats"}


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_help_names_every_command_in_the_language_asked_for(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help", "--lang", lang]) == exits.DONE
    shown = " ".join(capsys.readouterr().out.replace("│", " ").split())
    assert all(f" {name} " in shown for name in PLACES)
    assert str(translate(ask.HELP, "de" if lang == "de" else "en"))[:40] in shown
    assert ("Befehle" in shown) == (lang == "de")
    assert ("Diese Hilfe zeigen." in shown) == (lang == "de")


def test_a_group_called_alone_shows_its_help_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    for group in ("draw", "scenario", "round"):
        assert run([group]) == exits.USAGE
        captured = capsys.readouterr()
        assert f"fahrstuhl {group}" in captured.out
        assert "fahrstuhl --help" not in captured.err


def test_a_command_of_no_name_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serch"]) == exits.USAGE
    assert "'search'" in capsys.readouterr().err
