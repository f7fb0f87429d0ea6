"""A file of JSON read whole: of a size that fits into memory, nested as deep as an honest file, and of sound text."""

import json
import re
from collections import Counter
from typing import Any

from graph.intake.guard import MIB, refuse
from graph.intake.sources import Member
from schema.errors import Oddity
from schema.text import Text

SIZE = 128 * MIB
"""Bytes of one file; as Python objects it takes about four times as much."""
DEPTH = 60
"""How deep brackets may nest."""
_HALF_SIGN = re.compile(r"\\u[dD][89a-fA-F]")


def whole(member: Member, oddities: list[Oddity]) -> Any:
    """Read a file of JSON; names that stand twice in an object are added to `oddities`, the last value counts.

    Raises InputError with line and column where it is no JSON, is not UTF-8, is too large or is nested too deep.
    """
    text = whole_text(member)
    try:
        value = json.loads(text, object_pairs_hook=lambda pairs: _object(pairs, member.name, oddities))
    except json.JSONDecodeError as error:
        place = f"{error.lineno}:{error.colno}"
        why = Text("ist kein gültiges JSON ({what}, Zeile:Spalte {at})", "is no valid JSON ({what}, line:column {at})")
        refuse("not-json", why.format(what=error.msg, at=place), member.name, _FETCH, place)
    except RecursionError:
        refuse("too-deep", _TOO_DEEP, member.name, _CHECK)
    except ValueError:  # a number of thousands of digits
        refuse("not-json", _ENDLESS, member.name, _CHECK)
    if _too_deep(value):
        refuse("too-deep", _TOO_DEEP, member.name, _CHECK)
    return _sound(value) if _HALF_SIGN.search(text) else value


def whole_text(member: Member) -> str:
    """Read a file of UTF-8 text; raises InputError with line and column where it is not, is empty or too large."""
    content = member.content.read(SIZE + 1)
    if len(content) > SIZE:
        why = Text("ist größer als {mib} MiB", "is larger than {mib} MiB").format(mib=SIZE // MIB)
        refuse("too-large", why, member.name, _SPLIT)
    if not content.strip():
        refuse("empty-file", Text("ist leer", "is empty"), member.name, _FETCH)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        place = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
        why = Text("ist nicht in UTF-8 gespeichert (Zeile:Spalte {at})", "is not saved in UTF-8 (line:column {at})")
        refuse("not-utf8", why.format(at=place), member.name, _UTF8, place)


def _object(pairs: list[tuple[str, Any]], file: str, oddities: list[Oddity]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        key = Counter(name for name, _ in pairs).most_common(1)[0][0]
        oddities.append(Oddity("double-key", _TWICE.format(key=key), file, "", key))
    return made


def _too_deep(value: Any) -> bool:
    """Measure without recursion, which such a file is meant to break."""
    level, depth = [value], 0
    while level and depth <= DEPTH:
        level = [part for item in level for part in _parts(item)]
        depth += 1
    return bool(level)


def _parts(item: Any) -> Any:
    return item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()


def _sound(value: Any) -> Any:
    """Replace halves of signs, which JSON may spell and UTF-8 cannot."""
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


_FETCH = Text("Die Datei erneut beschaffen oder berichtigen.", "Fetch the file again, or mend it.")
_CHECK = Text("Prüfen, ob das die richtige Datei ist.", "Check whether this is the right file.")
_SPLIT = Text("In kleinere Dateien aufteilen und einzeln einlesen.", "Split it into smaller files, import each.")
_UTF8 = Text("Die Datei in UTF-8 speichern.", "Save the file in UTF-8.")
_ENDLESS = Text("enthält eine endlose Zahl", "holds an endless number")
_TOO_DEEP = Text("ist zu tief verschachtelt", "is nested too deep")
_TWICE = Text(
    "{key!r} steht zweimal im selben Objekt; der letzte Wert gilt.",
    "{key!r} stands twice in the same object; the last value counts.",
)
