"""The parts of docs/ that follow from the code: data dictionary, commands, the head of the page of each question and
of each check, the picture in the README.

`python -m fahrstuhl.reference` writes them, `--check` says which are stale and fails; lint does the latter.
"""

import inspect
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import typer

from fahrstuhl import troubles
from fahrstuhl.cli import app
from fahrstuhl.exits import EXIT_CODES
from fahrstuhl.language import translate
from graph import measures
from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions import QUESTIONS
from graph.questions.answer import headings
from graph.questions.question import Question
from graph.questions.scope import Scope
from graph.stellschrauben import CHECKS
from graph.stellschrauben.check import SOURCE, Check
from schema.dictionary import data_dictionary
from schema.text import LANGS
from viz.levels_page import cards, levels_svg

EXAMPLE = Path(__file__).parent.parent / "examples" / "landkreis"
EXAMPLE_DAY = date(2026, 6, 30)
DOCS = Path(__file__).parent.parent / "docs"
MADE = "<!-- Made by `make docs-generated`; a change above the next mark is overwritten and refused in lint. -->"
END = "<!-- Below this line by hand. -->"


def pages() -> Iterator[tuple[Path, str]]:
    """Give each generated page with its text."""
    yield DOCS / "data-dictionary.md", data_dictionary()
    yield DOCS / "commands.md", _commands()
    yield DOCS / "measures.md", _measures() + _by_hand(DOCS / "measures.md")
    yield DOCS / "troubleshooting.md", troubles.page(troubles.troubles(DOCS.parent))
    for question in QUESTIONS.values():
        path = DOCS / "questions" / f"{question.name}.md"
        yield path, _question_head(question) + _by_hand(path)
    for check in CHECKS.values():
        path = DOCS / "checks" / f"{check.name}.md"
        yield path, _check_head(check) + _by_hand(path)
    yield DOCS / "pictures" / "levels.svg", _picture()


def _picture() -> str:
    """Draw the levels of the example Landkreis, for the README."""
    network = Scope(as_of=EXAMPLE_DAY).cut(Network.of(read_tables(EXAMPLE, Account())))
    answers = cards(lambda question: question.ask(network, Scope(robust=False)))
    return levels_svg(network, answers, lang="de")


def _measures() -> str:
    """List the measures with what their docstrings say first."""
    functions = [getattr(measures, name) for name in measures.__all__ if name[0].islower()]
    rows = "\n".join(
        f"| `{found.__name__}` | `{_call(found)}` | {(inspect.getdoc(found) or '').splitlines()[0]} |"
        for found in functions
    )
    return f"""# Measures

{MADE}

`from graph.measures import …`: each function takes a NetworkX graph and gives a value for each node or a typed record.
Its docstring has the formula, the edge cases, an example and the reference: `help(graph.measures.constraint)`.

| name | call | what it gives |
|---|---|---|
{rows}

{END}
"""


def _call(function: Any) -> str:
    """Write how a function is called: its parameters with their defaults."""
    parameters = inspect.signature(function).parameters.values()
    return ", ".join(p.name if p.default is p.empty else f"{p.name}={p.default!r}" for p in parameters)


def _question_head(question: Question) -> str:
    tables = "\n".join(
        f"| {title.de} | {title.en} | {', '.join(heading.de for _, heading in headings(row))} |"
        for _, title, row in question.answer.sections()
    )
    return f"""# {question.title.de} · {question.title.en}

{MADE}

`fahrstuhl ask {question.name}` · `GET /api/v1/questions/{question.name}`

**Frage.** {question.asks.de}

**Question.** {question.asks.en}

**Definition.** {question.definition.de} ({question.source.de})

**Definition.** {question.definition.en} ({question.source.en})

**Ties that count.** {", ".join(f"`{tie.verb}`" for tie in question.counts)}

| Tabelle | table | Spalten |
|---|---|---|
{tables}

{END}
"""


def _check_head(check: Check) -> str:
    return f"""# {check.number}. {check.title.de} · {check.title.en}

{MADE}

`fahrstuhl check {check.number}` · `GET /api/v1/checks/{check.number}`

**Frage.** {check.demand.de}

**Question.** {check.demand.en}

**Definition.** {check.definition.de} ({SOURCE.de})

**Definition.** {check.definition.en} ({SOURCE.en})

**Ties that count.** {", ".join(f"`{tie.verb}`" for tie in check.counts)}

{END}
"""


def _by_hand(path: Path) -> str:
    """Keep what a person wrote below the mark."""
    return path.read_text("utf-8").partition(f"{END}\n")[2] if path.is_file() else ""


def _commands() -> str:
    command = typer.main.get_command(app)
    parts = [f"# Befehle · commands\n\n{MADE}\n"]
    for name, inner in leaves(command, "fahrstuhl"):
        parts.append(f"## `{name}`\n")
        parts.extend(f"{translate(inner.help, lang)}\n" for lang in LANGS)
        parts.extend(_parameter_rows(inner))
    parts.append("## Rückgabewerte · exit codes\n\n| code | Deutsch | English |\n|---|---|---|")
    parts.extend(f"| {code} | {text.de} | {text.en} |" for code, text in EXIT_CODES.items())
    return "\n".join(parts) + "\n"


def leaves(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Give every command that does something, with its full name."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command
        return
    for word, sub in inner.items():
        yield from leaves(sub, f"{name} {word}")


def _parameter_rows(command: Any) -> Iterator[str]:
    rows = [p for p in command.params if p.name != "help"]
    if rows:
        yield "| Angabe · parameter | Deutsch | English |\n|---|---|---|"
    for parameter in rows:
        shown = (
            ", ".join(f"`{opt}`" for opt in parameter.opts) if parameter.opts[0].startswith("-") else parameter.metavar
        )
        texts = [translate(getattr(parameter, "help", ""), lang) or "" for lang in LANGS]
        yield f"| {shown} | {texts[0]} | {texts[1]} |"
    yield ""


def stale(write: bool) -> list[Path]:
    """Name the pages that differ from what the code says; write them if asked to."""
    found = [(path, text) for path, text in pages() if not path.is_file() or path.read_text("utf-8") != text]
    for path, text in found if write else ():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [path for path, _ in found]


if __name__ == "__main__":
    check = "--check" in sys.argv
    paths = stale(write=not check)
    for path in paths:
        sys.stderr.write(f"{'stale' if check else 'written'}: {path.relative_to(DOCS.parent)}\n")
    sys.exit(1 if check and paths else 0)
