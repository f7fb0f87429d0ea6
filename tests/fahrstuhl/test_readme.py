"""The walk in the README is run as it stands there, and prints what it says there."""

import re
import shlex
from pathlib import Path

import pytest

from fahrstuhl import exits
from fahrstuhl.main import run
from graph.store.opening import open_store

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def _walk() -> list[tuple[str, list[str]]]:
    """Give each command of the walk with the lines that it is said to print."""
    (block,) = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    steps = [part.split("\n") for part in block.split("$ ")[1:]]
    return [(lines[0], [line for line in lines[1:] if line.strip() not in ("", "…")]) for lines in steps]


def _pattern(line: str) -> str:
    """Read a line of the README as a pattern: `…` stands for what differs from run to run, spaces for any number."""
    return r"\s*".join(r".+?" if word == "…" else re.escape(word).replace("…", ".+?") for word in line.split())


def test_the_walk_prints_what_the_readme_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FAHRSTUHL_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    steps = _walk()
    assert len(steps) >= 6
    with open_store(tmp_path / "store"):
        for command, lines in steps:
            if command.startswith("fahrstuhl "):
                assert run(shlex.split(command)[1:]) == exits.DONE, command
                shown = capsys.readouterr().out
                for line in lines:
                    assert re.search(_pattern(line), " ".join(shown.split())), f"{command}: {line}"


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)\)", README))))
def test_every_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
