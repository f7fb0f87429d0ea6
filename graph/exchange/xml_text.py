"""Texts in XML 1.0 without loss: what XML cannot hold is spelled `_xHHHH_`, as in Office Open XML.

XML has no way to write most control characters, U+FFFE and U+FFFF, not even as a reference. Each is written as
`_x0007_`, and a text that holds such a spelling already has its underscore written as `_x005F_`, so that reading gives
the same text. Source of the spelling: ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
"""

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_SPELLED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def spelled(text: str) -> str:
    """Spell what XML cannot hold."""
    return _FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def read(text: str) -> str:
    """Give the text that was spelled."""
    return _SPELLED.sub(lambda found: chr(int(found[1], 16)), text)


def content(text: str) -> str:
    """Write a text as the content of an element; a bare carriage return would be read as the end of a line."""
    return escape(spelled(text), {"\r": "&#13;"})


def attribute(text: str) -> str:
    """Write a text as the value of an attribute, with its quotation marks."""
    return quoteattr(spelled(text))
