"""Which command is found in which module; a module is loaded when its command is called, or when all are shown.

Together they take seconds to load, and a call needs one of them.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

import typer
from typer.core import TyperGroup

from fahrstuhl.language import speak

PLACES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "demo": ("demo", "demo", "HELP"),
        "import": ("intake", "import_", "HELP"),
        "template": ("template", "template", "HELP"),
        "ask": ("ask", "ask", "HELP"),
        "check": ("check", "check", "HELP"),
        "draw": ("draw", "app", "HELP"),
        "add": ("edit", "add", "ADD_HELP"),
        "alter": ("edit", "alter", "ALTER_HELP"),
        "end": ("edit", "end", "END_HELP"),
        "remove": ("edit", "remove", "REMOVE_HELP"),
        "scenario": ("scenario", "app", "HELP"),
        "round": ("planning_round", "app", "HELP"),
        "view": ("view", "app", "HELP"),
        "report": ("report", "report", "HELP"),
        "export": ("export", "export", "HELP"),
        "serve": ("serve", "serve", "HELP"),
        "search": ("search", "search", "HELP"),
        "query": ("query", "query", "HELP"),
        "duplicates": ("duplicates", "duplicates", "DUPLICATES_HELP"),
        "judge": ("duplicates", "judge", "JUDGE_HELP"),
        "history": ("history", "history", "HISTORY_HELP"),
        "contradictions": ("history", "contradictions", "CONTRADICTIONS_HELP"),
        "undo": ("history", "undo", "UNDO_HELP"),
        "redo": ("history", "redo", "REDO_HELP"),
        "doctor": ("doctor", "doctor", "HELP"),
    }
)
"""Every command, in the order in which they are offered: its module, what runs it there, and its help."""


class Commands(Mapping[str, Any]):
    """The commands by name, each made when it is taken."""

    def __getitem__(self, name: str) -> Any:
        """Load the module of a command and give the command."""
        module, runs, help = PLACES[name]
        loaded = import_module(f"fahrstuhl.commands.{module}")
        found, text = getattr(loaded, runs), getattr(loaded, help)
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="rich")
        if isinstance(found, typer.Typer):
            alone.add_typer(found, name=name, help=text)
            return typer.main.get_group(alone).commands[name]
        alone.command(name, help=text)(found)
        return typer.main.get_command(alone)

    def __iter__(self) -> Iterator[str]:
        """Name the commands without loading any."""
        return iter(PLACES)

    def __len__(self) -> int:
        """Count the commands."""
        return len(PLACES)


class Door(TyperGroup):
    """The group of all commands."""

    def __init__(self, **given: Any) -> None:
        """Take what Typer gives, with the commands that are loaded late."""
        super().__init__(**given)
        self.commands = Commands()  # type: ignore[assignment]  # nothing is ever added to them

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer asks with it
        """Name the commands without loading any."""
        return list(self.commands)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Give a command in the language of the call; None where there is none of this name."""
        if cmd_name not in PLACES:
            return None
        found = self.commands[cmd_name]
        speak(found, ctx.obj)
        return found
