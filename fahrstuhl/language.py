"""Which language to speak on the command line, and help texts that exist in both."""

import itertools
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from schema.text import LANGS, Lang, Text

_ENGLISH: dict[str, str] = {}
_GERMAN_FRAME = {
    "ARGUMENTS_PANEL_TITLE": "Argumente",
    "OPTIONS_PANEL_TITLE": "Optionen",
    "COMMANDS_PANEL_TITLE": "Befehle",
    "ERRORS_PANEL_TITLE": "Fehler",
    "DEFAULT_STRING": "[Vorgabe: {}]",
    "ENVVAR_STRING": "[Umgebungsvariable: {}]",
    "REQUIRED_LONG_STRING": "[nötig]",
}


def said(de: str, en: str) -> str:
    """Give a help text in German and remember its English, for `translate`."""
    _ENGLISH[de] = en
    return de


def translate(text: str | None, lang: Lang) -> str | None:
    """Give a help text in the language asked for."""
    return text if lang == "de" or text is None else _ENGLISH.get(text, text)


def chosen(argv: Sequence[str], environment: Mapping[str, str] | None = None) -> Lang:
    """Choose the language: `--lang`, else the locale if it is English, else German."""
    environment = os.environ if environment is None else environment
    asked = next((b for a, b in itertools.pairwise(argv) if a == "--lang"), None)
    asked = asked or next((a.removeprefix("--lang=") for a in argv if a.startswith("--lang=")), None)
    if asked in LANGS:
        return "en" if asked == "en" else "de"
    locale = next(
        (environment[k] for k in ("FAHRSTUHL_LANG", "LC_ALL", "LC_MESSAGES", "LANG") if environment.get(k)), ""
    )
    return "en" if locale.startswith("en") else "de"


def speak(command: Any, lang: Lang) -> None:
    """Put the help of a command, its parameters and its subcommands into one language."""
    frame = sys.modules.get("typer.rich_utils")
    if lang == "de" and frame is not None:
        for name, word in _GERMAN_FRAME.items():
            setattr(frame, name, word)
    command.help = translate(command.help, lang)
    for parameter in command.params:
        parameter.help = translate(getattr(parameter, "help", None), lang)
    for inner in getattr(command, "commands", {}).values():
        speak(inner, lang)


def usage(error: Any) -> Text:
    """Say in both languages what is wrong with a call; `error` is what the command line's parser raised."""
    name = type(error).__name__
    parameter = getattr(getattr(error, "param", None), "name", None) or getattr(error, "param_hint", None) or ""
    match name:
        case "NoSuchOption":
            return Text("Die Option {o} gibt es nicht.", "There is no option {o}.").format(o=error.option_name)
        case "MissingParameter":
            return Text("Es fehlt: {p}", "Missing: {p}").format(p=parameter)
        case "BadParameter":
            return Text("Ungültiger Wert für {p}: {m}", "Invalid value for {p}: {m}").format(
                p=parameter, m=error.message
            )
        case _:
            return Text("Aufruf nicht verstanden: {m}", "Call not understood: {m}").format(m=error.message)
