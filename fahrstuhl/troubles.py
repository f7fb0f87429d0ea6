"""What can be odd about a source, gathered from where it is said in the code: for the page of troubleshooting.

Nothing is listed by hand, so the page cannot tell of an oddity that no longer exists, nor leave one out.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOMS = ("graph/intake", "schema")
_CODE, _SEVERAL_WORDS = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*"), re.compile(r"\S+-\S+")
_TELLING = frozenset({"Oddity", "refuse", "odd", "_odd", "oddity"})
_SLOT = re.compile(r"\{(\w+)[^}]*\}")


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that can be odd: its code, what is said of it, and what is advised; German and English."""

    code: str
    said: tuple[tuple[str, str], ...]
    advised: tuple[tuple[str, str], ...]


def troubles(root: Path) -> list[Trouble]:
    """Gather from the code below a folder all oddities, in order of their codes."""
    said: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    advised: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for path in sorted(path for room in ROOMS for path in (root / room).rglob("*.py")):
        for code, texts in _in_module(ast.parse(path.read_text(encoding="utf-8"))):
            said[code].update(dict.fromkeys(texts[:1]))
            advised[code].update(dict.fromkeys(texts[1:]))
    return [Trouble(code, tuple(said[code]), tuple(advised[code])) for code in sorted(said)]


def page(found: list[Trouble]) -> str:
    """Write the page: one section for each code."""
    parts = [_HEAD]
    for trouble in found:
        parts.append(f"## {trouble.code}\n")
        parts += [f"> {de}\n> *{en}*\n" for de, en in map(_shown, trouble.said or (_IN_EACH_CASE,))]
        parts += [f"{de} *{en}*\n" for de, en in map(_shown, trouble.advised)]
    return "\n".join(parts)


_IN_EACH_CASE = "Der Wortlaut nennt den Grund im einzelnen Fall.", "The wording names the reason in each case."
_HEAD = """# Troubleshooting

What an import can find odd, by the code that `--json` gives, in the words of the program; … stands for what is named
there (a file, a value, a number). What the report calls refused was left out; everything else was read with this
reservation.
"""


def _shown(text: tuple[str, str]) -> tuple[str, str]:
    de, en = (_SLOT.sub("…", side) for side in text)
    return de, en


@dataclass(frozen=True, slots=True)
class _Names:
    """What names stand for: in a module wherever it is said, in a function what was said last before a line."""

    module: Mapping[str, ast.expr]
    local: Mapping[str, list[ast.expr]]

    def meant(self, name: str, line: int) -> ast.expr | None:
        before = [value for value in self.local.get(name, ()) if value.lineno < line]
        return max(before, key=lambda value: value.lineno) if before else self.module.get(name)


def _in_module(tree: ast.Module) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Give each code with the texts that stand beside it in a call, the message first."""
    module = dict(_assigned(tree.body))
    for outer in ast.walk(tree):
        if isinstance(outer, ast.FunctionDef):
            local: dict[str, list[ast.expr]] = defaultdict(list)
            for name, value in _assigned(ast.walk(outer)):
                local[name].append(value)
            for node in ast.walk(outer):
                if isinstance(node, ast.Tuple):
                    yield from _beside_code(node.elts, _Names(module, local))
                elif isinstance(node, ast.Call):
                    yield from _beside_code(node.args, _Names(module, local), telling=_name(node.func) in _TELLING)


def _beside_code(
    items: list[ast.expr], names: _Names, *, telling: bool = False
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Take the first item for a code where a message stands beside it, or where a call tells of an oddity."""
    first = items[0].value if items and isinstance(items[0], ast.Constant) else None
    if isinstance(first, str) and _CODE.fullmatch(first):
        texts = [text for item in items[1:] if (text := _text(item, names, item.lineno + 1))]
        if telling or (texts and _SEVERAL_WORDS.fullmatch(first)):
            yield first, texts


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _assigned(body: Iterable[ast.AST]) -> Iterator[tuple[str, ast.expr]]:
    for node in body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield node.target.id, node.value


def _text(node: ast.expr | None, names: _Names, line: int) -> tuple[str, str] | None:
    """Read an expression that makes a Text, through names and `.format(…)`; None for any other."""
    if isinstance(node, ast.Name):
        meant = names.meant(node.id, line)
        return _text(meant, names, meant.lineno if meant else 0)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return _text(node.func.value, names, line)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
        sides = [_words(argument, names, line) for argument in node.args]
        return (sides[0], sides[1]) if len(sides) == 2 and sides[0] and sides[1] else None
    return None


def _words(node: ast.expr, names: _Names, line: int) -> str:
    if isinstance(node, ast.Name):
        meant = names.meant(node.id, line)
        return _words(meant, names, meant.lineno) if meant else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(_words(part, names, line) or "{value}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
