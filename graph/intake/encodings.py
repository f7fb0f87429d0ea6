"""In which encoding a text file is written, told by its bytes: UTF-8, UTF-16 with a mark, else Windows-1252."""

import codecs
from collections.abc import Callable, Iterator
from typing import BinaryIO

from schema.errors import InputError, Oddity
from schema.text import Text

Listener = Callable[[Oddity], None]
"""Who is told what is odd about a file, though it can be read."""

_CHUNK = 1024 * 1024
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b"))
_NO_CP1252 = b"\x81\x8d\x8f\x90\x9d"
_BINARY = bytes(set(range(256)) - set(_CONTROLS) - set(_NO_CP1252))
"""What may stand in a text of Windows-1252; anything else is no text."""


def encoding_of(content: BinaryIO, file: str, told: Listener | None = None) -> str:
    """Name the encoding of a text file that can be sought in; it stands at its beginning afterwards.

    UTF-8 that is damaged in places is refused rather than misread: it is taken for Windows-1252 only where what cannot
    be UTF-8 outweighs what can. Windows-1252 is told as an oddity; where nobody is told, it is refused.
    """
    start = content.read(len(_UTF16[0]))
    if start in _UTF16:
        content.seek(0)
        return "utf-16"
    if _is_utf8(content, file):
        return "utf-8-sig"
    sound, broken = _census(content, file)
    if sound >= broken or told is None:
        raise unreadable(file, "not-utf8", _DAMAGED if sound >= broken else _NOT_UTF8)
    told(Oddity("windows-1252", _CP1252.format(file=file), file))
    return "cp1252"


def unreadable(file: str, code: str, why: Text) -> InputError:
    """Make the error that refuses a table as a whole."""
    message = Text("{file} {why}.", "{file} {why}.").format(file=file, why=why)
    hint = Text("Die Tabelle als CSV in UTF-8 neu speichern.", "Save the table anew as CSV in UTF-8.")
    return InputError(message, hint, (Oddity(code, message, file, refused=True),))


def _is_utf8(content: BinaryIO, file: str) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in _chunks(content):
            if b"\0" in chunk:
                raise unreadable(file, "not-text", NOT_TEXT)
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    finally:
        content.seek(0)
    return True


def _census(content: BinaryIO, file: str) -> tuple[int, int]:
    """Count the characters beyond ASCII that are UTF-8, and what is not; an InputError where it is no text at all."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    sound = broken = 0
    no_text = False
    for chunk in _chunks(content):
        no_text = no_text or bool(chunk.translate(None, _BINARY))
        text = decoder.decode(chunk)
        bad = text.count("�")
        broken += bad
        sound += len(text) - len(text.encode("ascii", "ignore")) - bad
    content.seek(0)
    if no_text and sound < broken:
        raise unreadable(file, "not-text", NOT_TEXT)
    return sound, broken


def _chunks(content: BinaryIO) -> Iterator[bytes]:
    content.seek(0)
    while chunk := content.read(_CHUNK):
        yield chunk


NOT_TEXT = Text("ist keine Texttabelle (NUL-Zeichen oder endlose Zeile)", "is no text table (NUL or endless line)")
_NOT_UTF8 = Text(
    "ist nicht in UTF-8 gespeichert (in Excel: „CSV UTF-8“)", "is not saved in UTF-8 (in Excel: “CSV UTF-8”)"
)
_DAMAGED = Text("ist in UTF-8 gespeichert, aber beschädigt", "is saved in UTF-8, but damaged")
_CP1252 = Text(
    "{file} ist nicht in UTF-8 gespeichert; als Windows-1252 gelesen. Bitte prüfen, ob Umlaute stimmen.",
    "{file} is not saved in UTF-8; read as Windows-1252. Please check that umlauts are right.",
)
