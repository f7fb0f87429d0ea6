"""The front door: choose the language, run the command, turn an error into a sentence and an exit code."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from fahrstuhl import exits
from fahrstuhl.rooms import misplaced

if TYPE_CHECKING:
    from schema.errors import FahrstuhlError
    from schema.text import Lang

SHOWN = 20
"""Places in bad input that are named in the terminal."""


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    if wrong := misplaced():
        sys.stderr.write(wrong + "\n")
        sys.exit(exits.UNEXPECTED)
    sys.exit(run(sys.argv[1:] if argv is None else argv))


def _explain(error: "FahrstuhlError", lang: "Lang") -> None:
    """Say what is wrong, where, and what to do; what the sentence says already is not said again."""
    from rich.markup import escape

    from fahrstuhl.printing import log

    text = error.text.lang(lang)
    log().print(f"[bold red]{escape(text)}[/]")
    for oddity in getattr(error, "oddities", ())[:SHOWN]:
        where = " · ".join(part for part in (oddity.file, oddity.place, oddity.field) if part)
        if (message := oddity.message.lang(lang)) not in text:
            log().print(escape(f"  {where}: {message}"))
    log().print(escape(error.hint.lang(lang)))


def _explain_usage(error: Any, lang: "Lang") -> None:
    """Say what is wrong with a call; a group that was called alone has shown its help already."""
    from rich.markup import escape

    from fahrstuhl.language import usage
    from fahrstuhl.printing import log

    if error.format_message():
        log().print(f"[bold red]{escape(usage(error).lang(lang))}[/]\nfahrstuhl --help")


def run(argv: Sequence[str]) -> int:
    """Run one command and give its exit code; nothing but answers goes to standard output."""
    # Imported only now: another package in place of a room should be named before it is stumbled upon.
    import typer

    from fahrstuhl.cli import app
    from fahrstuhl.language import chosen, speak_alone, speak_frame
    from schema.errors import FahrstuhlError

    argv, lang = [a for a in argv if not a.startswith("--lang=")], chosen(argv)
    while "--lang" in argv[:-1]:
        at = argv.index("--lang")
        argv = argv[:at] + argv[at + 2 :]
    command = typer.main.get_command(app)
    speak_alone(command, lang)
    if "--help" in argv or len(argv) < 2:  # some commands show their help when they are called alone
        speak_frame(lang)
    try:
        result = command.main(args=list(argv), prog_name="fahrstuhl", standalone_mode=False, obj=lang)
    except FahrstuhlError as error:
        _explain(error, lang)
        return exits.exit_code(error)
    except typer.TyperException as error:
        _explain_usage(error, lang)
        return exits.USAGE
    except (KeyboardInterrupt, typer.Abort):
        return 130
    return result if isinstance(result, int) else exits.DONE
