"""JSON read in a stream: the objects of a list, or the parts of a large object, one at a time with their place."""

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

import ijson  # type: ignore[import-untyped]

from graph.intake.endless_numbers import NumberGuard
from graph.intake.guard import MIB, refuse
from graph.intake.sources import Member
from schema.errors import Oddity
from schema.text import Text

DEPTH = 60
"""How deep brackets may nest; OParl with a GeoJSON polygon needs 12."""
VALUES = 1_000_000
"""Values in one element; the largest polygon of a municipality has some 20,000 numbers."""
WORD = 8 * MIB
"""Bytes of one text; the parser takes four times as long for a text twice as long."""
_PLACE_SOUGHT = 16 * MIB
"""Up to this size a broken file is read once more to find line and column."""

Events = Iterator[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class Element:
    """A value with its place: `$[3]` in a list, `$.papers.47744` or `$.data[3]` in a large object, `$` alone."""

    place: str
    value: Any
    keys: frozenset[str] = frozenset()
    """The names in the object around it, where it is a part of one."""


def elements(member: Member, oddities: list[Oddity]) -> Iterator[Element]:
    """Read a file of JSON; an object with `id` or `type` comes whole, any other is taken for an envelope of parts.

    Names that stand twice in an object are added to `oddities`, the last value counts. Raises InputError with line and
    column where the file is no JSON, is nested too deep, or holds one element that is too large.
    """
    try:
        yield from _Reading(member, oddities).elements()
    except (ijson.JSONError, UnicodeDecodeError, ValueError, OverflowError) as error:
        _refuse_broken(member, error)


def _refuse_broken(member: Member, error: Exception) -> NoReturn:
    """Say what is no JSON about a file, with line and column where they can be found."""
    what, place = str(error).split("\n", maxsplit=1)[0].removeprefix("b'"), ""
    member.content.seek(0)
    content = member.content.read(_PLACE_SOUGHT + 1)
    try:
        if not content.strip():
            refuse("empty-file", Text("ist leer", "is empty"), member.name, _FETCH)
        if len(content) <= _PLACE_SOUGHT:
            json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as found:
        place = _line_and_column(content[: found.start].decode("utf-8", "replace"))
        why = Text(
            "ist nicht in UTF-8 gespeichert (Zeile:Spalte {place})", "is not saved in UTF-8 (line:column {place})"
        )
        refuse("not-utf8", why.format(place=place), member.name, _UTF8, place)
    except json.JSONDecodeError as found:
        what, place = found.msg, f"{found.lineno}:{found.colno}"
    except (ValueError, RecursionError):
        pass
    why = Text(
        "ist kein gültiges JSON ({what}, Zeile:Spalte {place})", "is no valid JSON ({what}, line:column {place})"
    )
    refuse("not-json", why.format(what=what, place=place or "?"), member.name, _FETCH, place)


def _line_and_column(before: str) -> str:
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


_FETCH = Text("Die Datei erneut beschaffen oder berichtigen.", "Fetch the file again, or mend it.")
_UTF8 = Text("Die Datei in UTF-8 speichern.", "Save the file in UTF-8.")


class _Reading:
    """One pass through one file."""

    def __init__(self, member: Member, oddities: list[Oddity]) -> None:
        self._file, self._content, self._oddities = member.name, _Patient(member), oddities
        self._values = 0

    def elements(self) -> Iterator[Element]:
        events = self._events()
        first, value = next(events)
        if first == "start_array":
            yield from (Element(f"$[{i}]", item) for i, item in enumerate(self._items(events)))
        elif first == "start_map":
            keys = self._keys(events)
            events = self._events()
            next(events)
            yield from [Element("$", self._members(events, 1))] if keys & {"id", "type"} else self._parts(events, keys)
        else:
            yield Element("$", value)
        for _ in events:  # to the end, where anything that follows is an error
            pass

    def _events(self) -> Events:
        self._content.rewind()
        for event in ijson.basic_parse(self._content):
            self._content.since = 0
            yield event

    def _keys(self, events: Events) -> frozenset[str]:
        """Look ahead for the names of an object without keeping its values."""
        keys, depth = set[str](), 1
        for event, value in events:
            depth += event.startswith("start") - event.startswith("end")
            self._hold(depth, len(keys))
            if depth == 1 and event == "map_key":
                keys.add(value)
        return frozenset(keys)

    def _parts(self, events: Events, keys: frozenset[str]) -> Iterator[Element]:
        for mark, key in events:
            if mark == "end_map":
                return
            opening, _ = next(events)
            if opening == "start_array":
                for i, item in enumerate(self._items(events)):
                    yield Element(f"$.{key}[{i}]", item, keys)
            elif opening == "start_map":
                for name, item in self._entries(events):
                    yield Element(f"$.{key}.{name}", item, keys)

    def _entries(self, events: Events) -> Iterator[tuple[str, Any]]:
        for mark, name in events:
            if mark == "end_map":
                return
            self._values = 0
            yield name, self._value(events, *next(events), 2)

    def _items(self, events: Events) -> Iterator[Any]:
        for mark, value in events:
            if mark == "end_array":
                return
            self._values = 0
            yield self._value(events, mark, value, 1)

    def _value(self, events: Events, opening: str, value: Any, depth: int) -> Any:
        self._values += 1
        self._hold(depth, self._values)
        if opening == "start_map":
            return self._members(events, depth + 1)
        if opening == "start_array":
            return list(self._contents(events, depth + 1))
        return value

    def _contents(self, events: Events, depth: int) -> Iterator[Any]:
        for mark, value in events:
            if mark == "end_array":
                return
            yield self._value(events, mark, value, depth)

    def _members(self, events: Events, depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for mark, key in events:
            if mark == "end_map":
                return made
            if key in made:
                what = Text("{key!r} steht zweimal im selben Objekt; der letzte Wert gilt.", _TWICE).format(key=key)
                self._oddities.append(Oddity("double-key", what, self._file, "", key))
            made[key] = self._value(events, *next(events), depth)
        return made

    def _hold(self, depth: int, values: int) -> None:
        if depth > DEPTH or values > VALUES:
            refuse("too-deep", _TOO_DEEP, self._file, _NO_OPARL)


class _Patient:
    """The bytes of a file, read on as long as they make values; one endless text would fill the memory."""

    def __init__(self, member: Member) -> None:
        self._file, self._content, self.since = member.name, member.content, 0
        self._numbers = NumberGuard(member.name)

    def rewind(self) -> None:
        self._content.seek(0)
        self._numbers = NumberGuard(self._file)
        if self._content.read(len(codecs.BOM_UTF8)) != codecs.BOM_UTF8:
            self._content.seek(0)

    def read(self, n: int) -> bytes:
        self.since += n
        if self.since > WORD:
            refuse("too-long-text", _TOO_LONG, self._file, _NO_OPARL)
        return self._numbers.passed(self._content.read(n))


_TWICE = "{key!r} stands twice in the same object; the last value counts."
_TOO_DEEP = Text(
    "ist tiefer verschachtelt oder enthält ein größeres Objekt, als OParl es kennt",
    "is nested deeper, or holds a larger object, than OParl knows",
)
_TOO_LONG = Text("enthält einen endlosen Text", "holds an endless text")
_NO_OPARL = Text("Prüfen, ob das die richtige Datei ist.", "Check whether this is the right file.")
