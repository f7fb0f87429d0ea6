"""Our own modules joined into one script, for files that carry everything: nothing can be imported there."""

import re

from viz.pages import STATIC

_IMPORT = re.compile(r'^import \{ (\w+(?:, \w+)*) \} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:class|const|function) (\w+))", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*|</script|<!--", re.MULTILINE | re.IGNORECASE)


def joined(entry: str) -> str:
    """Join a module of `static` with those that it imports, as one classic script that does the same.

    What is imported becomes a function that is run once, so that the names of one module never meet those of another;
    the names of the entry itself stand at the top. Only the forms of import and export that we use are known: any
    other, a circle, and what could end a script element raise `ValueError`.
    """
    parts: dict[str, str] = {}
    own = _module(entry, parts, ())
    return "".join(('"use strict";\n', *parts.values(), own))


def _module(name: str, parts: dict[str, str], within: tuple[str, ...]) -> str:
    """Give the body of a module; what it imports is put among the parts, each once, before what needs it."""
    if name in within:
        raise ValueError(f"{name}.js imports itself through {', '.join(within)}")
    text = (STATIC / f"{name}.js").read_text("utf-8")
    for _, other in _IMPORT.findall(text):
        if other not in parts:
            body = _module(other, parts, (*within, name))
            given = ", ".join(_EXPORT.findall(body))
            parts[other] = f"const {other}_js = (() => {{\n{_EXPORT.sub('', body)}return {{ {given} }};\n}})();\n"
    body = _IMPORT.sub(r"const { \1 } = \2_js;\n", text)
    left = _LEFT.search(_EXPORT.sub("", body))
    if left is not None:
        raise ValueError(f"{name}.js cannot be joined: {left.group()}")
    return body
