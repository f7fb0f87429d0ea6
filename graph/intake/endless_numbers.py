"""Whole numbers so long that Python refuses to read them (over 4,300 digits): the fast parser of JSON dies of them.

With ijson 3.6 and its C backend such a number ends the whole process, so it is looked for before the parser sees it.
"""

import re

from graph.intake.guard import refuse
from schema.text import Text

_DIGITS = 4_000
_ENDLESS = re.compile(rb"[\s:,\[\-][0-9]{%d}" % _DIGITS)


class NumberGuard:
    """Looks through the bytes of one file as they come, also where a number lies across two portions."""

    def __init__(self, file: str) -> None:
        """Begin before the first byte."""
        self._file, self._tail = file, b"\n"

    def passed(self, data: bytes) -> bytes:
        """Give the bytes back; an InputError where an endless number stands in what came so far."""
        if is_endless(self._tail + data):
            refuse("endless-number", _WHAT, self._file, _HINT)
        self._tail = (self._tail + data)[-_DIGITS:]
        return data


def is_endless(data: bytes) -> bool:
    """Say whether an endless number stands in some bytes, but for one within a text."""
    return bool(_ENDLESS.search(data))


_WHAT = Text("enthält eine Zahl mit mehr als 4.000 Ziffern", "holds a number of more than 4,000 digits")
_HINT = Text("Prüfen, ob das die richtige Datei ist.", "Check whether this is the right file.")
