"""Which language to speak on the command line, and help texts that exist in both."""

import itertools
import os
from collections.abc import Mapping, Sequence
from typing import Any

import typer

from schema.text import LANGS, Lang, Text

_ENGLISH: dict[str, str] = {}
_FRAME = {
    "ARGUMENTS_PANEL_TITLE": Text("Argumente", "Arguments"),
    "OPTIONS_PANEL_TITLE": Text("Optionen", "Options"),
    "COMMANDS_PANEL_TITLE": Text("Befehle", "Commands"),
    "ERRORS_PANEL_TITLE": Text("Fehler", "Error"),
    "DEFAULT_STRING": Text("[Vorgabe: {}]", "[default: {}]"),
    "ENVVAR_STRING": Text("[Umgebungsvariable: {}]", "[env var: {}]"),
    "REQUIRED_LONG_STRING": Text("[nötig]", "[required]"),
}
_HELP = Text("Diese Hilfe zeigen.", "Show this help.")


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


def speak_frame(lang: Lang) -> None:
    """Put the words around every help into one language."""
    # Here, since no more than showing a help needs it, and it takes as long to load as the parser itself.
    from typer import rich_utils

    for name, word in _FRAME.items():
        setattr(rich_utils, name, word.lang(lang))


def speak_alone(command: Any, lang: Lang) -> None:
    """Put the help of a command and of its parameters into one language."""
    command.help = translate(command.help, lang)
    for parameter in command.params:
        parameter.help = translate(getattr(parameter, "help", None), lang)
    command.get_help_option(typer.Context(command)).help = _HELP.lang(lang)


def speak(command: Any, lang: Lang) -> None:
    """Put the help of a command, its parameters and its subcommands into one language."""
    speak_alone(command, lang)
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
