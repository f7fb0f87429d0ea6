"""A dossier as PDF/UA-1: tagged, titled, with the alternative text of every picture; set without a browser.

The typesetter reads the words as data, so that none of them is markup to it. It uses the fonts that it brings itself,
so that the same dossier gives the same file on every machine; where a name needs a character that these do not have,
it is set with the fonts of the machine too, and what these do not have either becomes the replacement character.
"""

import json
import re
import threading
from pathlib import Path
from typing import Any

import typst

from viz.dossier import words
from viz.dossier.columns import shares
from viz.dossier.content import Dossier, Figure, Table, plain

_LAYOUT = Path(__file__).with_name("dossier.typ").read_bytes()
_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_TURN = threading.Lock()
"""One at a time: the typesetter takes all processors and much memory."""


def pdf(dossier: Dossier) -> bytes:
    """Write a dossier as PDF; the same dossier gives the same bytes, unless fonts of the machine had to help."""
    inputs, own, unshown = _inputs(dossier), True, set[str]()
    while True:
        try:
            return _set(inputs, own, unshown)
        except typst.TypstError as error:
            found = _characters(error)
            if not found or (not own and found <= unshown):
                raise
            own, unshown = False, unshown if own else unshown | found


def _inputs(dossier: Dossier) -> dict[str, str]:
    """Give the words, the pictures by position, and the two words of the layout itself."""
    pictures: list[str] = []
    said = _apart(plain(dossier), pictures)
    return {
        "said": json.dumps(said, ensure_ascii=False),
        "pictures": json.dumps(pictures, ensure_ascii=False),
        "page": words.PAGE.lang(dossier.lang),
        "contents": words.CONTENTS.lang(dossier.lang),
    }


def _apart(said: Any, pictures: list[str]) -> Any:
    """Take the pictures out of the words, so that replacing a character in these leaves them as they are.

    To each table are added the shares of its columns.
    """
    if isinstance(said, list):
        return [_apart(item, pictures) for item in said]
    if not isinstance(said, dict):
        return said
    if said.get("kind") == Figure.kind:
        pictures.append(said["svg"])
        return {**said, "svg": len(pictures) - 1}
    if said.get("kind") == Table.kind:
        headings, figures = zip(*((column["heading"], column["figures"]) for column in said["columns"]), strict=True)
        return {**said, "shares": shares(headings, figures, said["rows"], small=said["small"])}
    return {name: _apart(item, pictures) for name, item in said.items()}


def _set(inputs: dict[str, str], own: bool, unshown: set[str]) -> bytes:
    said = inputs["said"].translate(dict.fromkeys(map(ord, unshown), "\ufffd"))
    fonts = typst.Fonts(include_system_fonts=not own)
    with _TURN:
        return typst.compile(
            _LAYOUT, font_paths=fonts, sys_inputs={**inputs, "said": said}, format="pdf", pdf_standards="ua-1"
        )


def _characters(error: typst.TypstError) -> set[str]:
    """Name the characters that could not be shown.

    Only those beyond ASCII, which every font has: a tab is told as backslash and t, and these stand in names of fields.
    """
    shown = (_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in _UNSHOWN.findall(error.diagnostic))
    return {character for text in shown for character in text if not character.isascii()}
