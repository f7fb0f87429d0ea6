"""The command line speaks both languages, whole."""

import pytest
import typer

from fahrstuhl.cli import app
from fahrstuhl.language import chosen, translate
from fahrstuhl.reference import DOCS, leaves, stale
from schema.text import Lang

COMMANDS = dict(leaves(typer.main.get_command(app), "fahrstuhl"))


@pytest.mark.parametrize(
    ("argv", "environment", "lang"),
    [
        (["ask"], {}, "de"),
        (["ask"], {"LANG": "C.UTF-8"}, "de"),
        (["ask"], {"LANG": "de_DE.UTF-8"}, "de"),
        (["ask"], {"LANG": "en_GB.UTF-8"}, "en"),
        (["ask"], {"LANG": "en_GB.UTF-8", "LC_ALL": "de_AT.UTF-8"}, "de"),
        (["ask", "--lang", "en"], {"LANG": "de_DE.UTF-8"}, "en"),
        (["--lang=de", "ask"], {"LANG": "en_US"}, "de"),
    ],
)
def test_the_language_follows_the_switch_then_the_locale_then_german(
    argv: list[str], environment: dict[str, str], lang: Lang
) -> None:
    assert chosen(argv, environment) == lang


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_parameter_has_help_in_both_languages(name: str) -> None:
    command = COMMANDS[name]
    helps = [command.help, *(getattr(p, "help", None) for p in command.params if p.name != "help")]
    for text in helps:
        assert text, f"{name} has a parameter without help"
        assert translate(text, "en") != text or text.startswith("./"), f"no English for: {text}"


def test_the_generated_reference_is_fresh() -> None:
    assert [str(path.relative_to(DOCS)) for path in stale(write=False)] == []
